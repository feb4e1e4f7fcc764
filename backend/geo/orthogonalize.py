"""A ring of places as one whose corners are all right ones, as buildings mostly have them.

QGIS's own QgsGeometry.orthogonalize moves the corners of a simplified mask until they fit, so a few sides
stay slanted and some rings end up crossing themselves. Here every side is fitted to the part of the outline
that it stands for, all sides take one of two directions, and corners are where neighbours meet.

Places are (K, 2) in any plane with metres on both axes; rings are closed, their first place is the last too.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.float64]

OBLIQUE = np.radians(20)  # so far from both directions a side may be a corner that the mask has rounded off
CHAMFER = 2.0  # and is dropped as one, where it is shorter than so many tolerances
FEWEST_SIDES = 4


class OutlineSide(NamedTuple):
    """A straight line across an axis: all its places have this coordinate."""

    axis: int  # 0: x stays the same, 1: y does
    offset: float
    length: float
    begin: float  # on the other axis
    end: float


def direction(outline: Places, corners: Places) -> float:
    """Of the sides, in radians and up to a quarter turn; the long ones decide."""
    turn = 0j
    for run in _runs(outline, corners):
        length = np.hypot(*(run[-1] - run[0]))
        turn += length**2 * np.exp(4j * _slope(run))
    return float(np.angle(turn)) / 4


def squared(outline: Places, corners: Places, tolerance: float, turned: float) -> Places | None:
    """The ring with right corners, its sides turned by so many radians; None where too little is left.

    `corners` are those places of the outline that simplifying it has left; steps below the tolerance go.
    """
    cosine, sine = np.cos(turned), np.sin(turned)
    turn_back = np.array([[cosine, -sine], [sine, cosine]])
    runs = [run @ turn_back for run in _runs(outline, corners)]
    sides = _without_steps(_alternating(_sides(runs, tolerance), tolerance), tolerance)
    if len(sides) < FEWEST_SIDES:
        return None
    nexts = sides[1:] + sides[:1]
    places = [(b.offset, a.offset) if a.axis == 1 else (a.offset, b.offset) for a, b in zip(sides, nexts)]
    return np.asarray(np.array(places + places[:1]) @ turn_back.T)


def _runs(outline: Places, corners: Places) -> list[Places]:
    """The parts of the outline between one corner and the next, both included."""
    count = len(outline) - 1
    starts = _numbers(outline[:-1].tolist(), corners[:-1].tolist())
    ends = [*starts[1:], starts[0] + count]
    return [outline[np.arange(start, end + 1) % count] for start, end in zip(starts, ends)]


def _numbers(outline: list[list[float]], corners: list[list[float]]) -> list[int]:
    """Where the corners come in the outline, rising from one that comes once: a ring may touch itself."""
    first = next((number for number, place in enumerate(corners) if outline.count(place) == 1), 0)
    numbers, twice = [outline.index(corners[first])], outline + outline
    for corner in corners[first + 1 :] + corners[:first]:
        numbers.append(twice.index(corner, numbers[-1] + 1))
    return numbers


def _slope(run: Places) -> float:
    """Of the line that fits a part of the outline best, in radians: its longer axis of inertia."""
    if len(run) == 2:
        return float(np.arctan2(*(run[1] - run[0])[::-1]))
    middles, lengths = _pieces(run)
    x, y = (middles - np.average(middles, axis=0, weights=lengths)).T
    return float(np.arctan2(2 * np.sum(lengths * x * y), np.sum(lengths * (x**2 - y**2)))) / 2


def _pieces(run: Places) -> tuple[Places, NDArray[np.float64]]:
    """The middle and the length of each straight piece."""
    return (run[1:] + run[:-1]) / 2, np.hypot(*np.diff(run, axis=0).T)


def _sides(runs: Sequence[Places], tolerance: float) -> list[OutlineSide]:
    sides = []
    for run in runs:
        first, last = run[0], run[-1]
        across = np.abs(last - first)
        length, off = float(np.hypot(*across)), np.arctan2(across.min(), across.max())
        if off > OBLIQUE and length < CHAMFER * tolerance:
            continue
        axis = int(across[0] >= across[1])
        middles, weights = _pieces(run)
        offset = float(np.average(middles[:, axis], weights=weights))
        sides.append(OutlineSide(axis, offset, length, float(first[1 - axis]), float(last[1 - axis])))
    return sides


def _alternating(sides: Sequence[OutlineSide], tolerance: float) -> list[OutlineSide]:
    """Neighbours that run alike become one, or get a step between them where they lie too far apart."""
    stepped = []
    for side, following in zip(sides, (*sides[1:], *sides[:1])):
        stepped.append(side)
        height = abs(side.offset - following.offset)
        if side.axis == following.axis and height > tolerance:
            place = (side.end + following.begin) / 2
            stepped.append(OutlineSide(1 - side.axis, place, height, side.offset, following.offset))
    return _merged(stepped)


def _without_steps(sides: list[OutlineSide], tolerance: float) -> list[OutlineSide]:
    """The shortest first: what it parts becomes one side."""
    while len(sides) > FEWEST_SIDES:
        reach = [abs(b.offset - a.offset) for a, b in zip(sides[-1:] + sides, sides[1:] + sides[:1])]
        shortest = int(np.argmin(reach))
        if reach[shortest] >= tolerance:
            break
        sides = sides[shortest:] + sides[:shortest]  # it comes first, so its neighbours are next and last
        sides = _merged([*sides[2:-1], _one(sides[-1], sides[1])])
    return sides


def _merged(sides: list[OutlineSide]) -> list[OutlineSide]:
    """No two neighbours run alike any more, round the ring; nothing where all do."""
    starts = [number for number, side in enumerate(sides) if side.axis != sides[number - 1].axis]
    if not starts:
        return []
    merged: list[OutlineSide] = []
    for side in sides[starts[0] :] + sides[: starts[0]]:
        if merged and merged[-1].axis == side.axis:
            merged[-1] = _one(merged[-1], side)
        else:
            merged.append(side)
    return merged


def _one(side: OutlineSide, following: OutlineSide) -> OutlineSide:
    length = side.length + following.length
    offset = (side.offset * side.length + following.offset * following.length) / length
    return OutlineSide(side.axis, offset, length, side.begin, following.end)
