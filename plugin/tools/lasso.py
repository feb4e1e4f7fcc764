"""A line that is drawn on the map with the mouse held, around what is meant."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsGeometry, QgsPointXY, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtGui import QColor

from ...backend.outputs.palette import VERMILION

_LINE_PX = 2
_WHITE = QColor(255, 255, 255, 200)  # under the line, so that it is visible on any imagery


class Lasso:
    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._band: Optional[QgsRubberBand] = None
        self._places: list[QgsPointXY] = []

    def begin(self, place: QgsPointXY) -> None:
        self.end()
        self._places = [place]
        self._band = QgsRubberBand(self._canvas, QgsWkbTypes.GeometryType.LineGeometry)
        self._band.setColor(QColor(*VERMILION))
        self._band.setSecondaryStrokeColor(_WHITE)
        self._band.setWidth(_LINE_PX)

    def go_on(self, place: QgsPointXY) -> None:
        """To this place; nothing where no line was begun."""
        if self._band is not None:
            self._places.append(place)
            self._band.setToGeometry(QgsGeometry.fromPolylineXY([*self._places, self._places[0]]), None)

    def end(self) -> list[QgsPointXY]:
        """Takes it off the map; its places, in the map's CRS."""
        places, self._places = self._places, []
        if self._band is not None:
            self._canvas.scene().removeItem(self._band)
            self._band = None
        return places
