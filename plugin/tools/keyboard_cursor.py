"""A cross on the map that the arrow keys move, for users without a mouse."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsPointXY
from qgis.gui import QgsMapCanvas, QgsVertexMarker
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtGui import QColor, QKeyEvent

from ...backend.outputs.palette import VERMILION

STEP_PX, LEAP_PX = 4, 40  # on the screen; the second with Shift
ARROWS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_SIZE_PX, _LINE_PX = 18, 2  # with a white edge, visible on any imagery


class KeyboardCursor:
    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._markers: tuple[QgsVertexMarker, ...] = ()  # the edge, and on it the cross
        self._start: Optional[QgsPointXY] = None

    def begin_at(self, place: Optional[QgsPointXY]) -> None:
        """Where the cross starts; in the middle of the canvas where it is None or not visible."""
        self._start = place

    def move(self, event: QKeyEvent) -> bool:
        """Whether the key was an arrow; the first one shows the cross."""
        if event.key() not in ARROWS:
            return False
        self.show()
        leaps = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        step, (x, y) = LEAP_PX if leaps else STEP_PX, ARROWS[event.key()]
        place = self.place() + QPoint(x * step, y * step)
        size = self._canvas.size()
        inside = QPoint(min(max(place.x(), 0), size.width() - 1), min(max(place.y(), 0), size.height() - 1))
        self._set(inside)
        return True

    def place(self) -> QPoint:
        """In pixels of the canvas; the start until it is moved."""
        if self._markers:
            return self._on_screen(self._markers[0].center())
        start = self._on_screen(self._start) if self._start else None
        if start is not None and self._canvas.rect().contains(start):
            return start
        return QPoint(self._canvas.width() // 2, self._canvas.height() // 2)

    def _on_screen(self, there: QgsPointXY) -> QPoint:
        place = self._canvas.getCoordinateTransform().transform(there)
        return QPoint(round(place.x()), round(place.y()))

    def hide(self) -> None:
        for marker in self._markers:
            self._canvas.scene().removeItem(marker)
        self._markers = ()

    @property
    def shown(self) -> bool:
        return bool(self._markers)

    def show(self) -> None:
        """At its start, unless it is shown already."""
        if not self._markers:
            place = self.place()
            self._markers = (
                _marker(self._canvas, _SIZE_PX + 2, _LINE_PX + 3, QColor(255, 255, 255)),
                _marker(self._canvas, _SIZE_PX, _LINE_PX, QColor(*VERMILION)),
            )
            self._set(place)

    def _set(self, place: QPoint) -> None:
        for marker in self._markers:
            marker.setCenter(self._canvas.getCoordinateTransform().toMapCoordinates(place))


def _marker(canvas: QgsMapCanvas, size_px: int, line_px: int, colour: QColor) -> QgsVertexMarker:
    marker = QgsVertexMarker(canvas)
    marker.setIconType(QgsVertexMarker.IconType.ICON_CROSS)
    marker.setIconSize(size_px)
    marker.setPenWidth(line_px)
    marker.setColor(colour)
    return marker
