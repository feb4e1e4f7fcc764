"""Shapes outlines for export: fewer corners, round or right ones, no small holes, no small parts.

In this order, each step only where it is asked for:

    small holes filled -> simplified -> right corners, or smoothed -> small parts left out

Holes go first, so that none of them holds a corner; parts go last, so that none below the area comes out.
Lengths and areas are those on the ground, whatever the coordinate system makes of them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Optional

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsPointXY,
    QgsPolygon,
    QgsWkbTypes,
)
from qgis.PyQt.QtGui import QTransform

from ...backend.geo.ground_size import Ground
from ...backend.geo.orthogonalize import direction, squared
from ..map.transforms import wkt_of

SMOOTH_TURNS = 3  # each cuts every corner into two
SMOOTH_OFFSET = 0.25  # of a side, from its ends: Chaikin's
SMOOTH_SIDE = 6  # tolerances: in sides no longer than these a right corner moves by one tolerance
MOST_CHANGED = 0.5  # of its area: what right corners change more has none, and stays as it is
_STEP = 0.1  # of a part's size: how far lengths on the ground are measured around its middle


@dataclass(frozen=True)
class Shaping:
    simplify_m: float = 0.0  # how far the outline may move, at most
    smooth: bool = False
    right_angles: bool = False  # as buildings have them; steps below simplify_m go
    holes_m2: float = 0.0  # smaller ones are filled
    least_m2: float = 0.0  # smaller parts are left out

    def __post_init__(self) -> None:
        if not all(0 <= size < math.inf for size in (self.simplify_m, self.holes_m2, self.least_m2)):
            raise ValueError("lengths and areas are not negative, and have an end")
        if self.smooth and self.right_angles:
            raise ValueError("a corner is either round or right")

    @property
    def moves_corners(self) -> bool:
        return self.simplify_m > 0 or self.smooth or self.right_angles


AS_FOUND = Shaping()


def shape_outline(
    geometry: QgsGeometry,
    crs: QgsCoordinateReferenceSystem,
    shaping: Shaping,
) -> Optional[QgsGeometry]:
    """A valid MultiPolygon, or None where nothing is left; an unchanged copy for AS_FOUND.

    Without a coordinate system map units count as metres. Scale is that of each part's middle: along a part
    of 100 km Web Mercator changes it by 1 to 3 %, and so what a metre is at the part's ends.
    """
    if shaping == AS_FOUND:
        return None if geometry.isEmpty() else QgsGeometry(geometry)
    ground = _Ground(crs)
    parts = [_without_holes(part, ground, shaping.holes_m2) for part in polygons(geometry)]
    if shaping.moves_corners:
        parts = [moved for part in parts for moved in _with_moved_corners(part, ground, shaping)]
    parts = [part for part in _apart(parts) if ground.area_m2(part) >= shaping.least_m2]
    return QgsGeometry.collectGeometry(parts) if parts else None


def polygons(geometry: QgsGeometry) -> list[QgsGeometry]:
    """Its polygons, each valid; lines and points that makeValid() leaves are dropped."""
    sound = geometry if geometry.isGeosValid() else geometry.makeValid()
    return [
        part
        for part in sound.asGeometryCollection()
        if part.type() == QgsWkbTypes.GeometryType.PolygonGeometry and not part.isEmpty()
    ]


class _Ground:
    """Measures lengths and areas of a coordinate system on the ellipsoid."""

    def __init__(self, crs: QgsCoordinateReferenceSystem) -> None:
        self._ground = Ground(wkt_of(crs)) if crs.isValid() else None

    def area_m2(self, geometry: QgsGeometry) -> float:
        """Infinite where it cannot be measured, so that it never counts as small."""
        if self._ground is None:
            return geometry.area()
        return self._ground.area_m2(bytes(geometry.asWkb())) or math.inf

    def plane_around(self, part: QgsGeometry) -> QTransform:
        """From map units to metres around the part's middle, such that straight lines stay straight.

        Three lengths on the ellipsoid say how long the map's two axes are and how they stand to each other;
        which way the plane then lies on the ground makes no difference to a shape.
        """
        box = part.boundingBox()
        middle, step = box.center(), _STEP * max(box.width(), box.height())
        right, up = self._length_m(middle, step, 0), self._length_m(middle, 0, step)
        if not (right > 0 and up > 0):
            return QTransform.fromTranslate(-middle.x(), -middle.y())
        both = self._length_m(middle, step, step)
        along = (both**2 - right**2 - up**2) / (2 * right)  # of the upward axis, on the one to the right
        across = math.sqrt(max(up**2 - along**2, 0.0))
        plane = QTransform(right / step, 0, along / step, across / step, 0, 0)
        x, y = plane.map(middle.x(), middle.y())
        return plane * QTransform.fromTranslate(-x, -y)  # type: ignore[operator]

    def _length_m(self, middle: QgsPointXY, dx: float, dy: float) -> float:
        start = middle.x() - dx / 2, middle.y() - dy / 2
        end = middle.x() + dx / 2, middle.y() + dy / 2
        return (self._ground.length_m(start, end) or 0.0) if self._ground is not None else 0.0


def _without_holes(part: QgsGeometry, ground: _Ground, least_m2: float) -> QgsGeometry:
    if not least_m2:
        return part
    polygon = part.constGet().clone()
    for number in reversed(range(polygon.numInteriorRings())):  # type: ignore[attr-defined]
        hole = QgsGeometry(QgsPolygon(polygon.interiorRing(number).clone()))  # type: ignore[attr-defined]
        if ground.area_m2(hole) < least_m2:
            polygon.removeInteriorRing(number)  # type: ignore[attr-defined]
    return QgsGeometry(polygon)


def _with_moved_corners(part: QgsGeometry, ground: _Ground, shaping: Shaping) -> list[QgsGeometry]:
    plane = ground.plane_around(part)
    back, is_flat = plane.inverted()
    if not is_flat:  # at a pole of its coordinate system a part has no plane
        return [part]
    outline = QgsGeometry(part)
    outline.transform(plane)
    moved = outline.simplify(shaping.simplify_m) if shaping.simplify_m else outline
    if shaping.right_angles:
        moved = _squared(outline, moved, shaping.simplify_m)
    elif shaping.smooth:
        moved = _smoothed(moved, shaping.simplify_m)
    moved.transform(back)
    return polygons(moved)


def _smoothed(outline: QgsGeometry, tolerance_m: float) -> QgsGeometry:
    """Long sides are densified first, because smoothing moves a corner by a part of its sides."""
    pieces = outline.densifyByDistance(SMOOTH_SIDE * tolerance_m) if tolerance_m else outline
    return pieces.smooth(SMOOTH_TURNS, SMOOTH_OFFSET)


def _squared(outline: QgsGeometry, simple: QgsGeometry, tolerance_m: float) -> QgsGeometry:
    """With right corners; `simple` where those would change too much of the area."""
    outlines, corners = _rings(outline), _rings(simple)
    if not corners or len(outlines) != len(corners):
        return simple
    turned = direction(outlines[0], corners[0])
    rings = [squared(*pair, tolerance_m, turned) for pair in zip(outlines, corners)]
    if rings[0] is None:
        return simple
    filled = _from_rings([rings[0]])
    for hole in rings[1:]:
        filled = filled.difference(_from_rings([hole])) if hole is not None else filled
    changed = filled.symDifference(simple)
    return simple if changed.isNull() or changed.area() > MOST_CHANGED * simple.area() else filled


def _rings(polygon: QgsGeometry) -> list[NDArray[np.float64]]:
    return [np.array([(place.x(), place.y()) for place in ring]) for ring in polygon.asPolygon()]


def _from_rings(rings: Iterable[NDArray[np.float64]]) -> QgsGeometry:
    polygon = QgsGeometry.fromPolygonXY([[QgsPointXY(x, y) for x, y in ring] for ring in rings])
    return polygon if polygon.isGeosValid() else polygon.makeValid()


def _apart(parts: list[QgsGeometry]) -> list[QgsGeometry]:
    """Merges parts that overlap, so that they make a valid MultiPolygon."""
    if not parts or QgsGeometry.collectGeometry(parts).isGeosValid():
        return parts
    return polygons(QgsGeometry.unaryUnion(parts))
