"""Samples that are made when they are asked for, where making all at once would take long."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar, overload

from .samples import Sample, Samples

R = TypeVar("R")


@dataclass(frozen=True, eq=False)
class LazySamples(Sequence[Sample], Generic[R]):
    """`make` turns a row into its Sample, each time anew; a slice makes nothing."""

    rows: Sequence[R]
    make: Callable[[R], Sample]

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, index: int) -> Sample: ...

    @overload
    def __getitem__(self, index: slice) -> LazySamples[R]: ...

    def __getitem__(self, index: int | slice) -> Sample | LazySamples[R]:
        if isinstance(index, slice):
            return LazySamples(self.rows[index], self.make)
        return self.make(self.rows[index])


def joined(sets: Sequence[Samples]) -> Samples:
    """One set after the other; makes nothing."""
    if len(sets) == 1:
        return sets[0]
    return LazySamples([(one, index) for one in sets for index in range(len(one))], _of)


def _of(row: tuple[Samples, int]) -> Sample:
    return row[0][row[1]]
