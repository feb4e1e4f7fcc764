"""Where north is in a view: a map that the user has turned, or one around a pole, has it not on top.

What is told of earlier targets, «the northernmost», is meant as on the ground. «Left» and «upper» are the
picture's, and so is what a reasoner calls north of itself: it has seen the picture alone.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from contextlib import suppress

from ..errors import OutsideRaster
from ..geo.crs import WGS84, crs_of, leads_to_earth, most_of, transformation
from ..geo.gdal_errors import silent
from ..stages import Grid, Target
from .north_up import ASKEW_DEGREES

STEP_DEGREES = 1e-3  # to the north: 111 m
NO_NORTH_DEGREES = 0.01  # as near to a pole, every side is north

Way = tuple[float, float]
UP: Way = (0.0, 1.0)  # on the map


def compass(targets: Sequence[Target], grid: Grid) -> tuple[Way, ...]:
    """How far east and north of the view's middle each lies, in map units; () where north is on top."""
    x, y = north(grid)
    if _is_on_top((x, y), grid):
        return ()
    middle = _middle(grid)
    places = [grid.to_map(*target.middle()) for target in targets]
    off = [(place[0] - middle[0], place[1] - middle[1]) for place in places]
    return tuple((y * dx - x * dy, x * dx + y * dy) for dx, dy in off)


def north(grid: Grid) -> Way:
    """In the view's middle, a way of length 1 on the map; the map's own up where it lies nowhere on earth."""
    here = _middle(grid)
    there = _north_of(here, grid.crs) if grid.crs else None
    if there is None:
        return UP
    dx, dy = there[0] - here[0], there[1] - here[1]
    length = math.hypot(dx, dy)
    return (dx / length, dy / length) if 0 < length < math.inf else UP


def _middle(grid: Grid) -> Way:
    return grid.to_map(grid.width / 2, grid.height / 2)


def _is_on_top(way: Way, grid: Grid) -> bool:
    """As nearly as a view's top is north at all, and east on its right."""
    a, b, _, d, e, _ = grid.affine
    pixels = [((e * x - b * y), (a * y - d * x)) for x, y in (way, (way[1], -way[0]))]
    up, right = ((x / (a * e - b * d), y / (a * e - b * d)) for x, y in pixels)
    askew = max(math.atan2(abs(up[0]), -up[1]), math.atan2(abs(right[1]), right[0]))
    return math.degrees(askew) <= ASKEW_DEGREES


@silent()
def _north_of(place: tuple[float, float], crs: str) -> tuple[float, float] | None:
    """A place a little to the north, on the map."""
    if not leads_to_earth(crs):
        return None
    here, earth = crs_of(crs), crs_of(WGS84)
    there, back = transformation(here, earth), transformation(earth, here)
    with suppress(RuntimeError, UnicodeDecodeError, OutsideRaster):
        if there is None or back is None or max(map(abs, place)) >= most_of(here):
            return None
        longitude, latitude, _ = there.TransformPoint(*place)
        if not abs(latitude) < 90 - NO_NORTH_DEGREES:
            return None
        start = back.TransformPoint(longitude, latitude)
        end = back.TransformPoint(longitude, latitude + STEP_DEGREES)
        moved = place[0] + end[0] - start[0], place[1] + end[1] - start[1]
        return moved if all(map(math.isfinite, moved)) else None
    return None
