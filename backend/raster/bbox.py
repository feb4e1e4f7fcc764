"""A bounding box in any coordinate system → the window of a raster that it touches."""

from __future__ import annotations

import math
from contextlib import suppress

import numpy as np
from numpy.typing import NDArray

from ..errors import OutsideRaster, UnreadableRaster
from ..geo.crs import crs_of, most_of, name_of, transformation, turn_of
from ..geo.gdal_errors import silent
from ..geo.longitudes import shifts_onto, unwound
from ..stages import Grid
from .window import Window

EDGE_TOLERANCE_PX = 1e-3  # a bbox that ends on a pixel's edge does not touch the next pixel
STEPS = 21  # points along each side of a bbox whose sides are curved in the raster's CRS
MOST_PX = 1e15  # from the raster's corner; farther off pixels cannot be counted any more

Bbox = tuple[float, float, float, float]
Places = NDArray[np.float64]  # (N, 2), x and y


def window_around(bbox: Bbox, bbox_crs: str, whole: Grid) -> Window:
    """The pixels that (xmin, ymin, xmax, ymax) touches, clipped to the raster; "" = in the raster's own CRS.

    Longitudes are those of either count: -10 is 350.
    """
    with np.errstate(all="ignore"):  # what is endless is refused below
        places = _places(bbox, bbox_crs, whole)
    if not len(places):
        raise OutsideRaster(
            "The bounding box {bbox} has no place in the coordinate system of the raster.", bbox=bbox
        )
    with np.errstate(all="ignore"):
        windows = [_window(each, whole) for each in _onto(places, whole)]
    found = [window for window in windows if window is not None and _touches(window, whole)]
    if len(found) > 1:
        raise OutsideRaster(
            "The bounding box {bbox} lies on both sides of the longitude where the raster begins and ends.",
            hint="Ask about its two sides one after the other.",
            bbox=bbox,
        )
    nearest = found[0] if found else windows[0]
    if nearest is None:
        raise OutsideRaster("The bounding box {bbox} lies too far from the raster.", bbox=bbox)
    return nearest.clipped(whole)


def _places(bbox: Bbox, bbox_crs: str, grid: Grid) -> Places:
    """A lattice of points that fills the bbox, in the raster's CRS; those that have a place there.

    Row by row, there and back, so that each lies beside the one before.
    """
    x0, y0, x1, y1 = bbox
    if not (x0 < x1 and y0 < y1 and np.isfinite(bbox).all()):
        raise OutsideRaster(
            "The bounding box {bbox} is not (xmin, ymin, xmax, ymax).",
            hint="Give the smaller x and y first; to cross 180 degrees, go on counting, for example to 190.",
            bbox=bbox,
        )
    xs, ys = np.linspace(x0, x1, STEPS), np.linspace(y0, y1, STEPS)
    lattice = [(x, y) for row, y in enumerate(ys) for x in (xs if row % 2 == 0 else xs[::-1])]
    moved = _moved(lattice, bbox_crs, grid) if bbox_crs else lattice
    places: Places = np.array(moved, np.float64).reshape(-1, 2)
    there: Places = places[np.isfinite(places).all(axis=1)]
    return there


@silent()
def _moved(lattice: list[tuple[float, float]], bbox_crs: str, grid: Grid) -> list[tuple[float, float]]:
    if not grid.crs:
        raise UnreadableRaster(
            "The raster has no coordinate system, so a bounding box in {bbox_crs} cannot be found in it.",
            hint="Give the bounding box in the raster's own units, without a coordinate system.",
            bbox_crs=bbox_crs,
        )
    to_raster = transformation(crs_of(bbox_crs), crs_of(grid.crs))
    if to_raster is None:
        raise OutsideRaster(
            "There is no transformation from «{bbox_crs}» to «{crs}», the raster's coordinate system.",
            hint="Give the bounding box in the raster's own units, without a coordinate system.",
            bbox_crs=name_of(bbox_crs),
            crs=name_of(grid.crs),
        )
    places, most = [], most_of(crs_of(bbox_crs))
    for x, y in lattice:
        if max(abs(x), abs(y)) >= most:
            continue
        with suppress(RuntimeError):  # one point without a place, such as a pole, is no reason to stop
            places.append(to_raster.TransformPoint(x, y)[:2])
    return places


@silent()
def _onto(places: Places, whole: Grid) -> list[Places]:
    """Where the raster may show them; longitudes, as many whole turns further on as it takes."""
    turn = turn_of(crs_of(whole.crs)) if whole.crs else None
    if turn is None:
        return [places]
    longitudes = unwound(places[:, 0], turn)
    low, high = float(longitudes.min()), float(longitudes.max())
    across = [x for x, _ in whole.footprint()]
    if high - low >= turn * (1 - 2 / STEPS):  # all around
        return [np.column_stack([np.linspace(min(across), max(across), len(places)), places[:, 1]])]
    shifts = list(shifts_onto(low, high, turn, min(across), max(across))) or [0.0]
    return [np.column_stack([longitudes + dx, places[:, 1]]) for dx in shifts]


def _window(places: Places, whole: Grid) -> Window | None:
    """All pixels that they touch, also outside; None where those are too far off to be counted."""
    pixels = np.array([whole.to_pixel(x, y) for x, y in places.tolist()])
    (x0, y0), (x1, y1) = pixels.min(axis=0), pixels.max(axis=0)
    if not np.abs((x0, y0, x1, y1)).max() < MOST_PX:  # NaN too
        return None
    x, y = math.floor(x0 + EDGE_TOLERANCE_PX), math.floor(y0 + EDGE_TOLERANCE_PX)
    width, height = math.ceil(x1 - EDGE_TOLERANCE_PX) - x, math.ceil(y1 - EDGE_TOLERANCE_PX) - y
    return Window(x, y, max(width, 1), max(height, 1))


def _touches(window: Window, whole: Grid) -> bool:
    across = window.x < whole.width and window.x + window.width > 0
    return across and window.y < whole.height and window.y + window.height > 0
