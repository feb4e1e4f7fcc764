"""Outlines as QGIS's geometries: a Finding holds WKB in the map units of its Grid."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsCoordinateTransform, QgsGeometry
from qgis.PyQt.QtGui import QTransform

from ...backend.entries.serialization import FARTHEST_PX
from ...backend.stages import Grid
from .transforms import transform_shape

# An outline is cut into pieces of 1/100 of its extent: what is straight in one CRS bends in another
PIECES = 100


def shape_of(wkb: bytes) -> QgsGeometry:
    """A null one for no WKB."""
    shape = QgsGeometry()
    shape.fromWkb(wkb)
    return shape


def in_pixels(outline: bytes, grid: Grid) -> QgsGeometry:
    """In the scene's pixels; a null geometry for an empty one, and for one too far away to be painted."""
    shape = shape_of(outline)
    a, b, c, d, e, f = grid.affine
    to_pixels, _ = QTransform(a, d, b, e, c, f).inverted()
    shape.transform(to_pixels)
    around = shape.boundingBox()
    sides = (around.xMinimum(), around.yMinimum(), around.xMaximum(), around.yMaximum())
    return shape if shape.isNull() or all(abs(side) <= FARTHEST_PX for side in sides) else QgsGeometry()


def transform_densified(shape: QgsGeometry, transform: QgsCoordinateTransform) -> Optional[QgsGeometry]:
    """Into another CRS, with its sides densified; None where that has no coordinates for it."""
    # QGIS 3.40 turns an empty one into a point without coordinates
    if transform.isShortCircuited() or shape.isEmpty():
        return shape
    around = shape.boundingBox()
    longest = max(around.width(), around.height())
    dense = shape.densifyByDistance(longest / PIECES) if longest else QgsGeometry(shape)
    return transform_shape(dense, transform)
