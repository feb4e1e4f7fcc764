"""A band, piece by piece, to the size of a view: averaged over the pixels that hold data, or picked.

A pixel that holds no data has no part in any average, so nothing spreads from it, and a pixel of the view
holds data where any of its pixels does. Shapes: H rows and W columns of the view, h and w of a piece.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

ROWS_AT_ONCE, COLUMNS_AT_ONCE = 8, 32  # of the view: each pixel of a piece is multiplied so often
LEAST_PX = 64  # of a piece at once: smaller ones cost more calls than they save multiplications
KEPT = 256  # tables of shares: those of the columns come again with each row of pieces
SLIVER_PX = 1e-6  # of a source pixel: what rounding leaves at an edge is no part of it


@dataclass(frozen=True)
class Axis:
    """The pixels of a view along one side, in pixels of the source."""

    start: float
    step: float  # 1 or more
    count: int

    def touched(self, start: int, end: int) -> tuple[int, int]:
        """Those [first, last) that a part [start, end) of the source touches."""
        first = math.floor((start - self.start) / self.step)
        last = math.ceil((end - self.start) / self.step)
        return max(first, 0), min(last, self.count)

    def middles(self) -> NDArray[np.int64]:
        """The pixel of the source in the middle of each."""
        places = self.start + self.step * (np.arange(self.count) + 0.5)
        return np.asarray(np.floor(places), np.int64)


@lru_cache(maxsize=KEPT)
def _shares(axis: Axis, start: int, end: int, precision: type[np.floating[Any]]) -> tuple[int, NDArray[Any]]:
    """The view's first pixel touched, and what part of each is each one of the source (n, end - start)."""
    first, last = axis.touched(start, end)
    edges = axis.start + axis.step * np.arange(first, last + 1)[:, None]
    pixels = np.arange(start, end)[None]
    overlap = np.minimum(edges[1:], pixels + 1) - np.maximum(edges[:-1], pixels)
    return first, (np.where(overlap > SLIVER_PX, overlap, 0) / axis.step).astype(precision)


class Average:
    """The sum of what was measured in each pixel of the view, and the part of it where it was."""

    def __init__(self, across: Axis, down: Axis, kind: np.dtype[Any]) -> None:
        self._across, self._down = across, down
        # the mean of equal floats is that float, but only when it is summed with more digits
        precision = np.dtype(np.float32 if kind.itemsize <= 2 else np.float64)
        size = (down.count, across.count)
        self.total: NDArray[Any] = np.zeros(size, precision)  # (H, W)
        self.share: NDArray[Any] = np.zeros(size, precision)  # (H, W), 0...1

    def add(self, x: int, y: int, values: NDArray[Any], ok: NDArray[np.bool_] | None) -> None:
        """A piece (h, w) with its corner in the source; `ok` says where it counts, None = everywhere."""
        if ok is not None:
            values = np.where(ok, values, values.dtype.type(0))
        self._sum_into(self.total, x, y, values)
        if ok is None:
            self._fill_share(x, y, values.shape)
        else:
            self._sum_into(self.share, x, y, ok)

    def _sum_into(self, sums: NDArray[Any], x: int, y: int, piece: NDArray[Any]) -> None:
        rows = max(LEAST_PX, int(ROWS_AT_ONCE * self._down.step))
        for top in range(0, piece.shape[0], rows):
            part = piece[top : top + rows].astype(sums.dtype, copy=False)
            first, shares = _shares(self._down, y + top, y + top + len(part), sums.dtype)
            self._sum_across(sums[first : first + len(shares)], x, shares @ part)

    def _sum_across(self, sums: NDArray[Any], x: int, rows: NDArray[Any]) -> None:
        columns = max(2 * LEAST_PX, int(COLUMNS_AT_ONCE * self._across.step))
        for left in range(0, rows.shape[1], columns):
            part = rows[:, left : left + columns]
            first, shares = _shares(self._across, x + left, x + left + part.shape[1], sums.dtype)
            sums[:, first : first + len(shares)] += part @ shares.T

    def _fill_share(self, x: int, y: int, size: tuple[int, ...]) -> None:
        top, down = self._summed(self._down, y, size[0])
        left, across = self._summed(self._across, x, size[1])
        self.share[top : top + len(down), left : left + len(across)] += np.outer(down, across)

    @staticmethod
    def _summed(axis: Axis, start: int, length: int) -> tuple[int, NDArray[np.float64]]:
        first, last = axis.touched(start, start + length)
        edges = axis.start + axis.step * np.arange(first, last + 1)
        inside = np.diff(edges.clip(start, start + length))
        return first, np.where(inside > SLIVER_PX, inside, 0) / axis.step


class Picked:
    """The pixel in the middle of each pixel of the view: each one, where nothing is reduced."""

    def __init__(self, across: Axis, down: Axis, kind: np.dtype[Any]) -> None:
        self._columns, self._rows = across.middles(), down.middles()
        self.values = np.zeros((down.count, across.count), kind)  # (H, W)
        self.valid = np.zeros((down.count, across.count), np.bool_)  # (H, W)

    def add(self, x: int, y: int, values: NDArray[Any], ok: NDArray[np.bool_] | None) -> None:
        """A piece (h, w) with its corner in the source; `ok` says where it counts, None = everywhere."""
        rows, sources_y = _inside(self._rows, y, values.shape[0])
        columns, sources_x = _inside(self._columns, x, values.shape[1])
        at = _together(sources_y, sources_x)
        self.values[rows, columns] = values[at]
        self.valid[rows, columns] = True if ok is None else ok[at]


def _together(rows: NDArray[np.int64], columns: NDArray[np.int64]) -> Any:
    """An index of rows and columns; of those that lie side by side, one that copies at once."""
    if all(len(each) and each[-1] - each[0] == len(each) - 1 for each in (rows, columns)):
        return np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return np.ix_(rows, columns)


def _inside(middles: NDArray[np.int64], start: int, length: int) -> tuple[slice, NDArray[np.int64]]:
    """Which of the view's pixels have their middle in a piece, and where in it."""
    first, last = np.searchsorted(middles, (start, start + length))
    return slice(first, last), middles[first:last] - start
