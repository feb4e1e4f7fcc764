"""The differences of two entries on the map, in hatches that differ as well as the colours."""

from __future__ import annotations

from typing import NamedTuple

from qgis.core import QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtCore import QRect, Qt
from qgis.PyQt.QtGui import QBrush, QColor, QIcon, QPainter, QPen, QPixmap

from ...backend.outputs.palette import BLUE, GREEN, VERMILION
from ..map.geometries import shape_of, transform_densified
from ..map.transforms import crs_from, drawn_transform
from .comparison import Differences


class BandStyle(NamedTuple):
    colour: QColor
    hatch: Qt.BrushStyle


LEFT = BandStyle(QColor(*VERMILION), Qt.BrushStyle.BDiagPattern)
RIGHT = BandStyle(QColor(*BLUE), Qt.BrushStyle.FDiagPattern)
BOTH = BandStyle(QColor(*GREEN), Qt.BrushStyle.Dense6Pattern)

_LINE_PX = 2


class DifferenceBands:
    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._bands: list[QgsRubberBand] = []

    def show(self, differences: Differences) -> None:
        self.clear()
        here = self._canvas.mapSettings().destinationCrs()
        transform = drawn_transform(crs_from(differences.crs), here)
        parts = ((BOTH, differences.both), (LEFT, differences.left), (RIGHT, differences.right))
        for look, outlines in parts:
            geometry = transform_densified(shape_of(outlines), transform)
            if geometry is not None and not geometry.isEmpty():
                self._bands.append(_band(self._canvas, look))
                self._bands[-1].setToGeometry(geometry)

    def clear(self) -> None:
        for band in self._bands:
            self._canvas.scene().removeItem(band)
        self._bands = []


def icon_of(look: BandStyle, side: int) -> QIcon:
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.white)
    pen = QPainter(picture)
    pen.setPen(QPen(look.colour, _LINE_PX))
    pen.setBrush(QBrush(look.colour, look.hatch))
    pen.drawRect(QRect(1, 1, side - _LINE_PX, side - _LINE_PX))
    pen.end()
    return QIcon(picture)


def _band(canvas: QgsMapCanvas, look: BandStyle) -> QgsRubberBand:
    band = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
    band.setStrokeColor(look.colour)
    band.setFillColor(look.colour)
    band.setBrushStyle(look.hatch)
    band.setWidth(_LINE_PX)
    return band
