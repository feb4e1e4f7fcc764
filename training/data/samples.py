"""A Sample: one picture, what may be asked about it, and what answers it; every data set is read into it.

Pictures and masks are read when they are asked for, so a set of 60,000 samples is a list of small values.
Coordinates are pixels of the picture, corner origin (see backend/stages.py).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar, overload

import numpy as np
from numpy.typing import NDArray

from ...backend.errors import BadData as BadData  # a part of this module's face
from ...backend.stages import Target, Turn

Picture = NDArray[np.uint8]  # (H, W, 3), RGB
Mask = NDArray[np.bool_]  # (H, W)

OUTSIDE = "outside"  # the kind of a sample that asks for what no label of its set knows; its targets are ()


@dataclass(frozen=True, eq=False)
class Sample:
    """`targets` is None where only a mask is known, () where nothing in the picture answers the question."""

    name: str  # unique in its set, and the same whenever the set is read
    questions: tuple[str, ...]  # at least one; all ask for the same
    read_picture: Callable[[], Picture]  # raises BadData; can be pickled, as read_mask can
    read_mask: Callable[[], Mask] | None = None  # everything that answers; None where only targets are known
    targets: tuple[Target, ...] | None = None  # BoP labels: a box and two positive points each
    kind: str = ""  # the class, for scores by class
    thought: str = ""  # a written reasoning, where the set has one
    earlier: tuple[Turn, ...] = ()  # the turns that each of the questions follows up

    def __post_init__(self) -> None:
        if not self.questions or not all(question.strip() for question in self.questions):
            raise ValueError(f"{self.name} asks nothing")
        if self.read_mask is None and self.targets is None:
            raise ValueError(f"{self.name} has neither a mask nor targets")


Samples = Sequence[Sample]


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
