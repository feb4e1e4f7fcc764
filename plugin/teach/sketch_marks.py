"""Shows a sketch and SAM2's mask of it on the map."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from qgis.core import QgsGeometry, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from ...backend.outputs.palette import SKY_BLUE, YELLOW
from ...backend.stages import Box
from ..map.scene_transform import SceneTransform
from .sketch import Sketch

_BOX, _MASK = QColor(*SKY_BLUE), QColor(*YELLOW)
_CASING = QColor(0, 0, 0, 160)  # a dark line around each line, visible on any imagery
_LINE_PX, _POINT_PX, _MASK_ALPHA = 2, 9, 90
_POLYGON, _POINTS = QgsWkbTypes.GeometryType.PolygonGeometry, QgsWkbTypes.GeometryType.PointGeometry


class SketchMarks:
    """Rubber bands are made when first needed, and removed by `clear`."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._bands: dict[str, QgsRubberBand] = {}

    def show_sketch(self, sketch: Sketch, place: SceneTransform) -> None:
        boxes = [target.box for target in sketch.finished] + ([sketch.box] if sketch.box else [])
        points = [point for target in sketch.finished for point in target.points]
        points += [*sketch.points, *([sketch.corner] if sketch.corner else [])]
        self._show("scene", _POLYGON, [] if sketch == Sketch() else [place.all()])
        self._show("boxes", _POLYGON, [place.box(box) for box in boxes])
        self._show("points", _POINTS, [place.point(point) for point in points])

    def show_frame(self, box: Optional[Box], place: SceneTransform) -> None:
        """The box as it would be with its corner at the mouse or the cross."""
        self._show("frame", _POLYGON, [place.box(box)] if box else [])

    def show_mask(self, outline: bytes, place: SceneTransform) -> None:
        self._show("mask", _POLYGON, [place.outline(outline)] if outline else [])

    def clear(self) -> None:
        for band in self._bands.values():
            self._canvas.scene().removeItem(band)
        self._bands.clear()

    def _show(self, name: str, kind: QgsWkbTypes.GeometryType, shapes: Sequence[QgsGeometry]) -> None:
        if name not in self._bands:
            if not shapes:
                return
            self._bands[name] = _band(name, kind, self._canvas)
        band = self._bands[name]
        band.reset(kind)
        for shape in shapes:
            band.addGeometry(shape)  # already in the map's CRS
        band.show()


def _band(name: str, kind: QgsWkbTypes.GeometryType, canvas: QgsMapCanvas) -> QgsRubberBand:
    band = QgsRubberBand(canvas, kind)
    band.setWidth(_LINE_PX)
    band.setStrokeColor(_MASK if name == "mask" else _BOX)
    band.setSecondaryStrokeColor(_CASING)
    band.setFillColor(QColor(0, 0, 0, 0))
    if name == "mask":
        band.setFillColor(QColor(_MASK.red(), _MASK.green(), _MASK.blue(), _MASK_ALPHA))
    elif name == "points":
        band.setIcon(QgsRubberBand.IconType.ICON_CIRCLE)
        band.setIconSize(_POINT_PX)
        band.setFillColor(_BOX)
    elif name != "boxes":
        band.setLineStyle(Qt.PenStyle.DashLine)
    return band
