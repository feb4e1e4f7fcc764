"""A cross on the map that the arrow keys move: a mouse for those who have only the keyboard."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsPointXY
from qgis.gui import QgsMapCanvas, QgsVertexMarker
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtGui import QColor, QKeyEvent

from ..backend.palette import VERMILION

STEP_PX, LEAP_PX = 4, 40  # on the screen; the second with Shift
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_SIZE_PX, _LINE_PX = 18, 2


class Cross:
    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._marker: Optional[QgsVertexMarker] = None

    def move(self, event: QKeyEvent) -> bool:
        """Whether the key was an arrow; the first one shows the cross in the middle of the map."""
        if event.key() not in ARROWS:
            return False
        self.show()
        leaps = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        step, (x, y) = LEAP_PX if leaps else STEP_PX, ARROWS[event.key()]
        place = self.place() + QPoint(x * step, y * step)
        size = self._canvas.size()
        inside = QPoint(min(max(place.x(), 0), size.width() - 1), min(max(place.y(), 0), size.height() - 1))
        self._marker.setCenter(self._canvas.getCoordinateTransform().toMapCoordinates(inside))
        return True

    def place(self) -> QPoint:
        """In the canvas's pixels; its middle as long as the cross was not moved."""
        if self._marker is None:
            return QPoint(self._canvas.width() // 2, self._canvas.height() // 2)
        place = self._canvas.getCoordinateTransform().transform(self._marker.center())
        return QPoint(round(place.x()), round(place.y()))

    def hide(self) -> None:
        if self._marker is not None:
            self._canvas.scene().removeItem(self._marker)
            self._marker = None

    @property
    def shown(self) -> bool:
        return self._marker is not None

    def show(self) -> None:
        """In the middle of the map, where it is not shown already."""
        if self._marker is not None:
            return
        place = self._canvas.getCoordinateTransform().toMapCoordinates(self.place())
        self._marker = QgsVertexMarker(self._canvas)
        self._marker.setIconType(QgsVertexMarker.IconType.ICON_CROSS)
        self._marker.setIconSize(_SIZE_PX)
        self._marker.setPenWidth(_LINE_PX)
        self._marker.setColor(QColor(*VERMILION))
        self._marker.setCenter(QgsPointXY(place))
