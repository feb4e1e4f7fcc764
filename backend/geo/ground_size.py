"""Lengths and areas on the ground, whatever a coordinate system counts in: metres, feet, degrees or grads."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray
from osgeo import ogr

from .crs import crs_of, is_bounded, longitudes_of, most_of, moved, transformation, turn_of, unit_m
from .gdal_errors import silent
from .longitudes import densify, each_of, rings_of, within_poles

POLE = 90.0  # degrees; nothing lies beyond, though some grids reach there
SIDE_PIECES = 100  # an outline is cut into pieces of 1/100 of its extent before it is measured or moved
LEAST_PIECES, PIECE_M = 2, 100.0  # a small one into fewer: so short a side bends nowhere

LARGEST_WORLD_M = 1e15  # the sun has 7e8; of what a stranger may claim, the square is no number

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
        if self._ellipsoid[0] > LARGEST_WORLD_M:
            self._moves = None  # nothing has a place there

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


def ring_area_m2(lon_lat: NDArray[np.float64], semi_major_m: float, flattening: float) -> float:
    """The area inside a closed ring (K, 2) of degrees, across the date line and around a pole too.

    Snyder's authalic function (USGS PP 1395, eq. 3-12) turns a latitude into the area between it and the
    equator; in that plane the trapezoids under the sides add up to the area exactly. A side is a straight
    line there, as parallels and meridians are: cut others into short pieces first, and those that span 180
    degrees of longitude.
    """
    longitude, latitude = np.radians(lon_lat).T
    areas = _area_to_equator(latitude, semi_major_m, flattening)
    steps = (np.diff(longitude) + np.pi) % (2 * np.pi) - np.pi
    if abs(steps.sum()) < np.pi:
        areas -= areas[0]  # a closed ring loses nothing; a small one drowns in the rounding of 4e13 m²
        return abs(float(np.sum((areas[1:] + areas[:-1]) / 2 * steps)))
    area = abs(float(np.sum((areas[1:] + areas[:-1]) / 2 * steps)))
    return float(2 * np.pi * _area_to_equator(np.pi / 2, semi_major_m, flattening)) - area


def _area_to_equator(
    latitude: NDArray[np.float64] | float, semi_major_m: float, flattening: float
) -> NDArray[np.float64]:
    """m² per radian of longitude; latitude in radians."""
    sine = np.sin(latitude)
    if not flattening:
        return np.asarray(semi_major_m**2 * sine)
    e2 = flattening * (2 - flattening)
    e = np.sqrt(e2)
    return np.asarray(semi_major_m**2 * (1 - e2) / 2 * (sine / (1 - e2 * sine**2) + np.arctanh(e * sine) / e))


def chord_m(lon_lat: NDArray[np.float64], semi_major_m: float, flattening: float) -> float:
    """From the first of two places (2, 2) of degrees to the second, along the ground.

    A straight line through the ellipsoid, bent to the arc of a sphere: right to 1e-4 up to 1,000 km.
    """
    longitude, latitude = np.radians(lon_lat).T
    e2 = flattening * (2 - flattening)
    normal = semi_major_m / np.sqrt(1 - e2 * np.sin(latitude) ** 2)
    across = normal * np.cos(latitude)
    places = np.stack(
        [across * np.cos(longitude), across * np.sin(longitude), normal * (1 - e2) * np.sin(latitude)]
    )
    chord = float(np.linalg.norm(places[:, 1] - places[:, 0]))
    return float(2 * semi_major_m * np.arcsin(min(chord / (2 * semi_major_m), 1.0)))
