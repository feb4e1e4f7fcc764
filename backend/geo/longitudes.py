"""Longitudes go round: outlines beyond a pole, across 180 degrees, and a full turn further on.

Outlines are OGR's polygons and multipolygons. Rings are (K, 2) of x and y, the first place again at the end.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any

import numpy as np
from numpy.typing import NDArray
from osgeo import ogr

from .crs import MOST_TURNS, WGS84, crs_of, is_bounded, most_of, reprojected, turn_of
from .gdal_errors import some

STEPS = 16  # a side is no longer than this part of a turn: one of half a turn could go either way round
MOST_PIECES = 500  # of an outline, which a view of 2,048 pixels needs 64 of: no geotransform asks for more
# A ring that crosses itself and is longer than the first, with a mean step above the second, is scattered
SCATTERED_DEGREES, SCATTERED_STEP = 3_000.0, 1.5
POLAR_STEP = 30.0  # degrees between the corners on a pole that a ring encloses

Ring = NDArray[np.float64]


def within_poles(outline: Any, crs: Any) -> Any:
    """Without what lies beyond a pole, as half of a grid's pixels do whose middles lie on it."""
    turn = turn_of(crs)
    x0, x1, y0, y1 = outline.GetEnvelope()
    if turn is None or (-turn / 4 <= y0 and y1 <= turn / 4):
        return outline
    band = _rectangle(x0 - 1, -turn / 4, x1 + 1, turn / 4)
    return together(_polygons_of(_sound(outline).Intersection(band)))


def on_earth(outline: Any, crs: Any) -> Any | None:
    """A MultiPolygon of longitudes within 180 degrees and latitudes within 90, cut at both.

    None where a part of it has no place on earth. Sides that are straight in the CRS may bend there: cut
    them into pieces first.
    """
    moved = ready_to_cut(outline, crs)
    return cut(moved) if moved is not None and reprojected(moved, crs, crs_of(WGS84)) else None


def ready_to_cut(outline: Any, crs: Any) -> Any | None:
    """An outline that may go to longitudes and latitudes: its rings say there what they enclose.

    None for what no globe has room for.
    """
    turn = turn_of(crs)
    if not is_bounded(outline, most_of(crs)):
        return None
    with suppress(RuntimeError):  # GEOS gives up on an outline
        within = within_poles(outline, crs)
        if turn is not None:
            within.Segmentize(turn / STEPS)
        return together(polygon_of(map(_left_inside, rings_of(polygon))) for polygon in each_of(within))
    return None


def cut(outline: Any) -> Any | None:
    """Its parts within the bounds, of longitudes and latitudes that were ready; None for no room."""
    if not is_bounded(outline, MOST_TURNS * 360.0):
        return None
    with suppress(RuntimeError):
        return merged(together(part for polygon in outline for part in _cut(polygon)))
    return None


def merged(parts: Any) -> Any:
    """A MultiPolygon whose parts may have had a side in common."""
    return parts if parts.IsValid() else together(_polygons_of(some(parts.UnionCascaded())))


def densify(outline: Any, longest: float) -> Any:
    """With corners each `longest` along its sides, in place."""
    x0, x1, y0, y1 = outline.GetEnvelope()
    if is_bounded(outline) and max(x1 - x0, y1 - y0) > 0:
        outline.Segmentize(max(longest, max(x1 - x0, y1 - y0) / MOST_PIECES))
    return outline


def shifts_onto(low: float, high: float, turn: float, left: float, right: float) -> Iterator[float]:
    """Multiples of a turn that bring low…high to where it meets left…right."""
    nearest = (left + right - low - high) / 2 / turn
    if math.isfinite(nearest):
        for turns in (round(nearest) - 1, round(nearest), round(nearest) + 1):
            if low + turns * turn < right and high + turns * turn > left:
                yield turns * turn


def shifted(outline: Any, dx: float) -> Any:
    """A MultiPolygon, so much further to the right."""
    return together(
        polygon_of(ring + (dx, 0.0) for ring in rings_of(polygon)) for polygon in each_of(outline)
    )


def each_of(outline: Any) -> Iterator[Any]:
    yield from outline if outline.GetGeometryName() == "MULTIPOLYGON" else (outline,)


def rings_of(polygon: Any) -> Iterator[Ring]:
    """The outer one first."""
    for ring in polygon:
        yield np.array(ring.GetPoints(), np.float64)[:, :2]


def unwound(longitudes: NDArray[np.float64], turn: float = 360.0) -> NDArray[np.float64]:
    """Each by as many turns further on that it lies within half a turn of the one before."""
    steps = np.diff(longitudes)
    turns = np.cumsum(np.round(steps / turn))
    return np.concatenate([longitudes[:1], longitudes[1:] - turns * turn])


def _cut(polygon: Any) -> Iterator[Any]:
    """The parts within the bounds of a polygon of longitudes and latitudes."""
    outer, *holes = (_enclosed(ring) for ring in rings_of(polygon))
    for hole in holes:
        outer = some(_sound(outer).Difference(_sound(hole)))
    yield from _polygons_of(outer)


def _enclosed(ring: Ring) -> Any:
    """What the ring has on its left, within the bounds."""
    longitudes, latitudes = unwound(ring[:, 0]), ring[:, 1]
    around = longitudes[-1] - longitudes[0]
    if abs(around) > 1.0:  # a full turn, to the east around the north pole
        pole = math.copysign(90.0, around)
        back = np.linspace(longitudes[-1], longitudes[0], round(360 / POLAR_STEP) + 1)
        longitudes = np.concatenate([longitudes, back, longitudes[:1]])
        latitudes = np.concatenate([latitudes, np.full(len(back), pole), latitudes[:1]])
    whole = polygon_of([np.stack([longitudes, latitudes], axis=1)])
    x0, x1, y0, y1 = whole.GetEnvelope()
    if x0 >= -180 and x1 <= 180 and y0 >= -90 and y1 <= 90:
        return whole
    return together(_pieces(_sound(whole), x0, x1))


def _pieces(outline: Any, x0: float, x1: float) -> Iterator[Any]:
    for turns in range(math.floor((x0 + 180) / 360), math.ceil((x1 + 180) / 360)):
        left = 360.0 * turns - 180
        piece = some(outline.Intersection(_rectangle(left, -90.0, left + 360, 90.0)))
        yield from shifted(together(_polygons_of(piece)), -360.0 * turns)


def _left_inside(ring: Ring) -> Ring:
    """With what it encloses on its left."""
    x, y = (ring - ring[0]).T
    return ring if np.dot(x[:-1], y[1:]) >= np.dot(x[1:], y[:-1]) else ring[::-1]


def _sound(outline: Any) -> Any:
    """Without crossings. RuntimeError for corners that a CRS has scattered: GEOS would take minutes."""
    if outline.IsValid():
        return outline
    if any(_is_scattered(ring) for polygon in _polygons_of(outline) for ring in rings_of(polygon)):
        raise RuntimeError("the corners are scattered over the earth")
    return some(outline.MakeValid())


def _is_scattered(ring: Ring) -> bool:
    """Corners that lie side by side on a raster, and all over the earth on the other side."""
    steps = np.hypot(*np.diff(ring, axis=0).T)
    return bool(steps.sum() > SCATTERED_DEGREES and steps.mean() > SCATTERED_STEP)


def _polygons_of(outline: Any) -> Iterator[Any]:
    """Without the points and lines that cutting leaves."""
    name = some(outline).GetGeometryName()
    if name == "POLYGON":
        yield from () if outline.IsEmpty() else (outline,)
    elif name in ("MULTIPOLYGON", "GEOMETRYCOLLECTION"):
        for part in outline:
            yield from _polygons_of(part)


def together(polygons: Iterable[Any]) -> Any:
    whole = ogr.Geometry(ogr.wkbMultiPolygon)
    for polygon in polygons:
        whole.AddGeometry(polygon)
    return whole


def polygon_of(rings: Iterable[Ring]) -> Any:
    polygon = ogr.Geometry(ogr.wkbPolygon)
    for ring in rings:
        line = ogr.Geometry(ogr.wkbLinearRing)
        for x, y in ring.tolist():
            line.AddPoint_2D(x, y)
        polygon.AddGeometryDirectly(line)
    return polygon


def _rectangle(x0: float, y0: float, x1: float, y1: float) -> Any:
    return polygon_of([np.array([(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)])])
