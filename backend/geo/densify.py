"""Sides that are straight in one coordinate system bend in another: they get corners where that shows.

Around a pole that is so on pixels of any size, and on a parallel wherever it is long.
"""

from __future__ import annotations

import math
from contextlib import suppress
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .crs import is_bounded, most_of, transformation, turn_of
from .longitudes import each_of, polygon_of, rings_of, together

MOST_HALVINGS = 12  # of a side
MOST_CORNERS = 1_000  # that a ring gets, whatever its coordinate system does
LEAST_M = 1e-3  # that a side may lie off: less is not visible
SHORT = 200  # times as far as a side may lie off: no shorter one does so, but for those right at a pole

Places = NDArray[np.float64]  # (N, 2)


def with_bends(outline: Any, here: Any, there: Any, most_m: float) -> Any:
    """A MultiPolygon with corners so near that no side lies farther off than that once it is moved there."""
    most_m = max(most_m, LEAST_M)
    short = SHORT * most_m / _metres(here)
    x0, x1, y0, y1 = outline.GetEnvelope()
    if math.hypot(x1 - x0, y1 - y0) <= short or not is_bounded(outline, most_of(here)):
        return outline
    moves = None if here.IsSame(there) else transformation(here, there)
    if moves is None:
        return outline
    unit, turn = _metres(there), turn_of(there)
    return together(
        polygon_of(_bent(ring, moves, short, most_m / unit, turn) for ring in rings_of(polygon))
        for polygon in each_of(outline)
    )


def _bent(ring: Places, moves: Any, short: float, most: float, turn: float | None) -> Places:
    waiting: NDArray[np.bool_] = np.ones(len(ring) - 1, np.bool_)  # sides that may bend
    room = len(ring) + MOST_CORNERS
    for _ in range(MOST_HALVINGS):
        waiting &= np.hypot(*np.diff(ring, axis=0).T) > short
        sides = np.flatnonzero(waiting)
        if not len(sides) or len(ring) > room:
            break
        middles = (ring[sides] + ring[sides + 1]) / 2
        start, end, middle = (moved_places(each, moves) for each in (ring[sides], ring[sides + 1], middles))
        bends = _off(start, end, middle, turn) > most  # what has no place is not split
        if not bends.any():
            break
        waiting[sides[~bends]] = False
        at = sides[bends] + 1
        ring = np.insert(ring, at, middles[bends], axis=0)
        waiting = np.insert(waiting, at, True)
    return ring


def moved_places(places: Places, moves: Any) -> Places:
    """By a transformation; NaN, all of them, where one has no place there."""
    with suppress(RuntimeError):
        return np.array(moves.TransformPoints(places.tolist()), np.float64).reshape(-1, 3)[:, :2]
    return np.full_like(places, np.nan)


def _off(start: Places, end: Places, middle: Places, turn: float | None) -> NDArray[np.float64]:
    """How far the middle lies from that of the straight side."""
    with np.errstate(all="ignore"):
        to_end, to_middle = end - start, middle - start
        if turn is not None:
            for way in (to_end, to_middle):
                way[:, 0] -= np.round(way[:, 0] / turn) * turn
        off = to_middle - to_end / 2
        if turn is not None:
            off[:, 0] *= np.cos(middle[:, 1] / turn * 2 * math.pi)
        distance: NDArray[np.float64] = np.hypot(*off.T)
    return np.nan_to_num(distance, nan=0.0, posinf=0.0)


def _metres(crs: Any) -> float:
    """Of one unit; of an angle, those along the equator."""
    unit = crs.GetAngularUnits() * crs.GetSemiMajor() if crs.IsGeographic() else crs.GetLinearUnits()
    return float(unit) or 1.0
