"""What a band measured at the size of a view, without what only fills it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .nodata import MOST_SUSPECTS, UNSET, candidates, fills_among, suspects
from .reduction import Average, Axis, Picked

LEAST_PART = 1e-5  # of a pixel of the view that is no rounding


@dataclass(frozen=True, eq=False)
class MeasuredBand:
    """A band at the view's size."""

    values: NDArray[Any]  # (H, W), of the band's type
    valid: NDArray[np.bool_]  # (H, W)
    fills: Mapping[float, float] = field(default_factory=dict)  # undeclared fill values: shares of the pixels
    has_unset: bool = False  # NaN or an impossible number, and no nodata value says so


class Unreduced:
    """Nothing is reduced: every pixel as it is."""

    def __init__(self, across: Axis, down: Axis, kind: np.dtype[Any]) -> None:
        self._picked, self._has_unset = Picked(across, down, kind), False

    def add(self, x: int, y: int, values: NDArray[Any], mask: NDArray[np.bool_] | None) -> None:
        ok = _where_set(values)
        self._has_unset |= ok is not None and _any_left(ok, mask)
        self._picked.add(x, y, values, _both(ok, mask))

    def measured(self) -> MeasuredBand:
        values, valid = self._picked.values, self._picked.valid
        count = np.count_nonzero(valid)
        numbers = candidates(values.dtype)
        limits = _limits(values, valid) if values.itemsize >= 4 else (1, 0)  # 8 bits are read often
        numbers += tuple(n for n in suspects(values, *limits) if n not in numbers)
        shares = {n: np.count_nonzero(valid & (values == n)) / count for n in numbers if count}
        rest = (
            values[valid & ~np.isin(values, [n for n, share in shares.items() if share])]
            if shares
            else values
        )
        return MeasuredBand(values, valid, _fills(shares, rest, values.dtype), self._has_unset)


class Averaged:
    """Of each pixel of the view what was measured in it; what looks like a fill value is kept apart."""

    def __init__(self, across: Axis, down: Axis, kind: np.dtype[Any]) -> None:
        self._across, self._down, self._kind, self._has_unset = across, down, kind, False
        self._average = Average(across, down, kind)
        self._apart: dict[float, Average] = {}
        self._suspects: set[float] = set()

    def add(self, x: int, y: int, values: NDArray[Any], mask: NDArray[np.bool_] | None) -> None:
        ok = _where_set(values)
        self._has_unset |= ok is not None and _any_left(ok, mask)
        ok = _both(ok, mask)
        numbers = candidates(self._kind)
        low, high = _limits(values, ok) if numbers else (1, 0)
        if low <= high and len(self._suspects) < MOST_SUSPECTS:
            self._suspects |= set(suspects(values, low, high)) - set(numbers)
        for number in (*numbers, *self._suspects):
            if low <= number <= high:
                ok = self._keep_apart(number, x, y, values, ok)
        self._average.add(x, y, values, ok)

    def _keep_apart(
        self, number: float, x: int, y: int, values: NDArray[Any], ok: NDArray[np.bool_] | None
    ) -> NDArray[np.bool_] | None:
        """Where values are left. A 0 adds nothing to any sum: to tell how much of it there is, is enough."""
        found = values == number
        if ok is not None:
            found &= ok
        if not found.any():
            return ok
        if number not in self._apart:
            self._apart[number] = Average(self._across, self._down, np.dtype(np.bool_))
        self._apart[number].add(x, y, found, None)
        if number == 0:
            return ok
        return np.asarray(~found if ok is None else ok & ~found)

    def measured(self) -> MeasuredBand:
        total, share = self._average.total, self._average.share
        if 0 in self._apart:
            share -= self._apart[0].total
            share[share < LEAST_PART] = 0  # of rounding
        found = share > 0
        count = float(share.sum(dtype=np.float64))
        sums = {number: float(apart.total.sum(dtype=np.float64)) for number, apart in self._apart.items()}
        count += sum(sums.values())
        shares = {number: each / count for number, each in sums.items()}
        fills = _fills(shares, total[found] / share[found], self._kind)
        for number in self._apart.keys() - fills.keys():
            total += number * self._apart[number].total
            share += self._apart[number].total
        return MeasuredBand(*self._values(total, share, tuple(fills)), fills, self._has_unset)

    def _values(
        self, total: NDArray[Any], share: NDArray[Any], fills: Sequence[float]
    ) -> tuple[NDArray[Any], NDArray[np.bool_]]:
        valid: NDArray[np.bool_] = share > 0
        means = np.divide(total, share, out=np.zeros_like(total), where=valid)
        with np.errstate(invalid="ignore"):  # the largest 64-bit number is none of float64's
            values = (np.rint(means) if self._kind.kind in "iu" else means).astype(self._kind)
        for number in fills:
            alone = (self._apart[number].total > 0) & ~valid
            values[alone], valid[alone] = number, True
        return values, valid


def _fills(shares: Mapping[float, float], rest: NDArray[Any], kind: np.dtype[Any]) -> dict[float, float]:
    return {number: shares[number] for number in fills_among(shares, rest, candidates(kind))}


def _where_set(values: NDArray[Any]) -> NDArray[np.bool_] | None:
    """Where a float is a number that may have been measured; None for everywhere."""
    if values.dtype.kind != "f":
        return None
    if values.min() > -UNSET and values.max() < UNSET:
        return None
    ok: NDArray[np.bool_] = np.abs(values) < UNSET  # False for NaN and the infinities too
    return ok


def _limits(values: NDArray[Any], ok: NDArray[np.bool_] | None) -> tuple[Any, Any]:
    """The least and the most of what is there; an empty range where nothing is."""
    if ok is None:
        return values.min(), values.max()
    left = values[ok]
    return (left.min(), left.max()) if left.size else (1, 0)


def _any_left(ok: NDArray[np.bool_], mask: NDArray[np.bool_] | None) -> bool:
    """Whether something is unset that the mask does not know of."""
    return bool((~ok if mask is None else mask & ~ok).any())


def _both(ok: NDArray[np.bool_] | None, mask: NDArray[np.bool_] | None) -> NDArray[np.bool_] | None:
    if ok is None or mask is None:
        return mask if ok is None else ok
    return ok & mask
