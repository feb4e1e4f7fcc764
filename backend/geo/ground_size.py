"""Lengths and areas on the ground, whatever a coordinate system counts in: metres, feet, degrees or grads."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from osgeo import ogr

from .crs import crs_of, is_bounded, longitudes_of, most_of, moved, transformation, turn_of, unit_m
from .ellipsoid import chord_m, ring_area_m2
from .gdal_errors import silent
from .longitudes import densify, each_of, rings_of, within_poles

POLE = 90.0  # degrees; nothing lies beyond, though some grids reach there
SIDE_PIECES = 100  # an outline is cut into pieces of 1/100 of its extent before it is measured or moved
LEAST_PIECES, PIECE_M = 2, 100.0  # a small one into fewer: so short a side bends nowhere

At = tuple[float, float]


class Ground:
    """Of one CRS (WKT); for one thread. Made once for many outlines, because PROJ takes milliseconds."""

    @silent()
    def __init__(self, crs: str) -> None:
        """Raises OutsideRaster where GDAL knows no such CRS."""
        self._here = crs_of(crs)
        own = longitudes_of(self._here)
        self._moves = transformation(self._here, own) if own else None
        self._unit_m = None if own else float(self._here.GetLinearUnits())  # of a site's own grid
        self._most = most_of(self._here)
        self._scale_m = unit_m(crs)
        self._degrees = 360 / (turn_of(own) or 360) if own else 1.0
        inverse = own.GetInvFlattening() if own else 0.0
        self._ellipsoid = (own.GetSemiMajor() if own else 0.0, 1 / inverse if inverse else 0.0)

    @property
    def is_globe(self) -> bool:
        """Not so a site's own grid, which is a plane."""
        return self._unit_m is None

    @silent()
    def area_m2(self, wkb: bytes) -> float | None:
        """Of a (Multi)Polygon's WKB, with sides that are straight in the CRS; None where it has no place."""
        outline = ogr.CreateGeometryFromWkb(wkb)
        if self._unit_m is not None:
            return float(outline.Area() * self._unit_m**2)
        if not is_bounded(outline, self._most):
            return None
        outline = within_poles(outline, self._here)
        x0, x1, y0, y1 = outline.GetEnvelope()
        extent = max(x1 - x0, y1 - y0)
        pieces = min(max(extent * self._scale_m / PIECE_M, LEAST_PIECES), SIDE_PIECES)
        densify(outline, extent / pieces)
        if self._moves is None or not moved(outline, self._moves):
            return None
        return sum(self._polygon_m2(polygon) for polygon in each_of(outline))

    @silent()
    def length_m(self, start: At, end: At) -> float | None:
        """Between two places that are not far from each other; None where one has no place."""
        if self._unit_m is not None:
            return math.dist(start, end) * self._unit_m
        line = ogr.Geometry(ogr.wkbLineString)
        for x, y in (start, end):
            line.AddPoint_2D(x, y)
        if self._moves is None or not is_bounded(line, self._most) or not moved(line, self._moves):
            return None
        degrees = np.array(line.GetPoints())[:, :2] * self._degrees
        return chord_m(degrees, *self._ellipsoid) if (np.abs(degrees[:, 1]) <= POLE).all() else None

    def _polygon_m2(self, polygon: Any) -> float:
        outer, *holes = (ring_area_m2(ring * self._degrees, *self._ellipsoid) for ring in rings_of(polygon))
        return outer - sum(holes)
