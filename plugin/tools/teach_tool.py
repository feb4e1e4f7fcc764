"""The map tool to draw a sample, with the mouse or with the keyboard alone.

Mouse: drag a box, click twice in it. Keyboard: arrows move a cross, Space sets a corner or a point there.
"""

from __future__ import annotations

from enum import Enum
from typing import Optional

from qgis.core import QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool
from qgis.PyQt.QtCore import QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent

from .key_filter import KeyFilter
from .keyboard_cursor import ARROWS, KeyboardCursor

DRAG_PX = 4  # on the screen: less counts as a click


class KeyAction(Enum):
    """What a key asks for."""

    KEEP = "keep"
    DROP = "drop"
    BACK = "back"
    ANOTHER = "another"
    NONE = "none"
    UNDO = "undo"
    TYPE = "type"


_ORDERS: dict[int, KeyAction] = {
    Qt.Key.Key_Return: KeyAction.KEEP,
    Qt.Key.Key_Enter: KeyAction.KEEP,
    Qt.Key.Key_Escape: KeyAction.DROP,
    Qt.Key.Key_Backspace: KeyAction.BACK,
    Qt.Key.Key_M: KeyAction.ANOTHER,
    Qt.Key.Key_Plus: KeyAction.ANOTHER,
    Qt.Key.Key_0: KeyAction.NONE,
    Qt.Key.Key_Tab: KeyAction.TYPE,
}
_DIGITS = (
    Qt.Key.Key_1,
    Qt.Key.Key_2,
    Qt.Key.Key_3,
    Qt.Key.Key_4,
    Qt.Key.Key_5,
    Qt.Key.Key_6,
    Qt.Key.Key_7,
    Qt.Key.Key_8,
    Qt.Key.Key_9,
)
_PLAIN = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.KeypadModifier,
)


class TeachTool(QgsMapTool):
    """All places are in the map's CRS."""

    placed = pyqtSignal(QgsPointXY)  # a corner or a point, whichever is due
    boxed = pyqtSignal(QgsPointXY, QgsPointXY)  # two opposite corners
    dragged = pyqtSignal(QgsPointXY, QgsPointXY)  # the same while the button is still down
    hovered = pyqtSignal(QgsPointXY)
    ordered = pyqtSignal(object)  # KeyAction
    picked = pyqtSignal(int)  # a question, from 1

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._cross = KeyboardCursor(canvas)
        self._keys = KeyFilter(canvas, _is_ours, self._press_key, self)
        self._press: Optional[QPoint] = None

    def activate(self) -> None:
        super().activate()
        self._keys.listen()
        self._cross.show()

    def deactivate(self) -> None:
        self._keys.stop_listening()
        self._cross.hide()
        self._press = None
        super().deactivate()

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        self._cross.hide()
        if event.button() == Qt.MouseButton.LeftButton:
            self._press = event.pos()

    def canvasDoubleClickEvent(self, event: QgsMapMouseEvent) -> None:
        """Counts as a click: two quick clicks may be two points."""
        self.canvasPressEvent(event)

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        if self._is_drag(event.pos()):
            self.dragged.emit(self.toMapCoordinates(self._press), self.toMapCoordinates(event.pos()))
        elif self._press is None and not self._cross.shown:
            self.hovered.emit(self.toMapCoordinates(event.pos()))

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        if event.button() == Qt.MouseButton.RightButton:
            self.ordered.emit(KeyAction.BACK)
        elif event.button() == Qt.MouseButton.LeftButton and self._press is not None:
            start, end = self.toMapCoordinates(self._press), self.toMapCoordinates(event.pos())
            is_drag, self._press = self._is_drag(event.pos()), None
            if is_drag:
                self.boxed.emit(start, end)
            else:
                self.placed.emit(end)

    def _press_key(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.ordered.emit(KeyAction.UNDO)
        elif self._cross.move(event):
            self.hovered.emit(self._place())
        elif key == Qt.Key.Key_Space:
            self._place_cross()
        elif key in _ORDERS:
            self.ordered.emit(_ORDERS[key])
        else:
            self.picked.emit(_DIGITS.index(key) + 1)

    def _place_cross(self) -> None:
        """A hidden cross is only shown."""
        if self._cross.shown:
            self.placed.emit(self._place())
        self._cross.show()

    def _place(self) -> QgsPointXY:
        return self.toMapCoordinates(self._cross.place())

    def _is_drag(self, place: QPoint) -> bool:
        return self._press is not None and (place - self._press).manhattanLength() > DRAG_PX


def _is_ours(event: QKeyEvent) -> bool:
    if event.key() == Qt.Key.Key_Z and event.modifiers() == Qt.KeyboardModifier.ControlModifier:  # type: ignore[comparison-overlap]
        return True
    keys = (*ARROWS, *_ORDERS, *_DIGITS, Qt.Key.Key_Space)
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in keys and modifiers in _PLAIN  # type: ignore[comparison-overlap]
