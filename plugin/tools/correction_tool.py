"""The map tool that corrects the prompts of a target: points on it, points beside it, a box.

With the mouse: click = part of it, right click = not part of it, drag = its box, or the corner it begins at.
With the keyboard alone: arrows move a cross (Shift: ten times as far), + and - add a point there, B begins
and ends a box, Backspace takes the last step back, Enter and Escape end. After X the next line that is drawn
by dragging, or the next box, is cut off by hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Optional

from qgis.core import QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool
from qgis.PyQt.QtCore import QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence

from ...backend.stages import Grid, Point, Target
from ..map.scene_transform import NoPlace, SceneTransform
from .boxes import BadSketch, box_between
from .key_filter import KeyFilter
from .keyboard_cursor import ARROWS, KeyboardCursor
from .lasso import Lasso

DRAG_PX = 4  # on the screen: less is a click with an unsteady hand
GRIP_PX = 10  # distance to a corner within which a press grips it
ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
KEYS = (*ARROWS, Qt.Key.Key_B, Qt.Key.Key_X, Qt.Key.Key_Backspace, *ENDS)
SIGNS = ("+", "-")


class CorrectionTool(QgsMapTool):
    prompted = pyqtSignal(object)  # Target, with the new prompts
    dragged = pyqtSignal(object)  # the same while the mouse still moves: to be drawn, without SAM2
    cut = pyqtSignal(tuple)  # the corners in the scene's pixels of what is cut off
    cutting = pyqtSignal(bool)  # whether the next line is a cut
    back_wanted = pyqtSignal()  # Backspace
    accepted = pyqtSignal()  # Enter
    left = pyqtSignal()  # Escape
    undo_wanted = pyqtSignal()
    redo_wanted = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._cross = KeyboardCursor(canvas)
        self._keys = KeyFilter(canvas, self._knows, self._press_key)
        self._grid: Optional[Grid] = None
        self._target: Optional[Target] = None
        self._pressed: Optional[QPoint] = None
        self._fixed: Optional[Point] = None  # the corner opposite of the gripped one
        self._lasso, self._cuts = Lasso(canvas), False

    def aim(self, grid: Grid, target: Optional[Target]) -> None:
        """Sets the target to correct; None = a new one."""
        self._grid, self._target, self._fixed = grid, target, None
        self._cross.begin_at(self._middle())

    def cut_next(self, cuts: bool = True) -> None:
        """Whether the next line, or the next box by keyboard, is cut off."""
        self._lasso.end()
        self._cuts, self._fixed = cuts, None
        self.cutting.emit(cuts)

    def take_back(self) -> None:
        """Removes the last negative point, else the last positive one; never the only prompt."""
        target = self._target
        if target is None:
            return
        if target.negatives:
            self._prompt(replace(target, negatives=target.negatives[:-1]))
        elif len(target.points) > 1 or (target.points and target.box):
            self._prompt(replace(target, points=target.points[:-1]))

    def activate(self) -> None:
        super().activate()
        self._keys.listen()

    def deactivate(self) -> None:
        self._keys.stop_listening()
        self._cross.hide()
        self._lasso.end()
        self._cuts = False
        super().deactivate()

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._cuts:
            self._lasso.begin(self.toMapCoordinates(event.pos()))
        elif event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.pos()
            self._fixed = self._opposite_of_grip(event.pos())

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        self._lasso.go_on(self.toMapCoordinates(event.pos()))
        if self._is_drag(event.pos()):
            target = self._boxed(event.pos())
            if target is not None:
                self.dragged.emit(target)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        place, is_drag = event.pos(), self._is_drag(event.pos())
        if event.button() == Qt.MouseButton.RightButton:
            self._add(self._scene_point(place), is_positive=False)
        elif event.button() == Qt.MouseButton.LeftButton and self._cuts:
            self._cut_off(self._lasso.end())
        elif event.button() == Qt.MouseButton.LeftButton and is_drag:
            self._prompt(self._boxed(place))
        elif event.button() == Qt.MouseButton.LeftButton and self._pressed is not None:
            self._add(
                self._scene_point(place), is_positive=not event.modifiers() & Qt.KeyboardModifier.AltModifier
            )
        self._pressed = self._fixed = None

    def _knows(self, event: QKeyEvent) -> bool:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return event.matches(QKeySequence.StandardKey.Undo) or event.matches(
                QKeySequence.StandardKey.Redo
            )
        return event.key() in KEYS or event.text() in SIGNS

    def _press_key(self, event: QKeyEvent) -> None:
        if self._cross.move(event):
            return
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo_wanted.emit()
        elif event.text() in SIGNS:
            self._add(self._scene_point(self._cross.place()), is_positive=event.text() == "+")
        elif event.key() == Qt.Key.Key_B:
            self._corner_at_cross()
        elif event.key() == Qt.Key.Key_X:
            self.cut_next(not self._cuts)
        elif event.key() == Qt.Key.Key_Backspace:
            self.back_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accepted.emit()
        elif event.key() == Qt.Key.Key_Escape and self._cuts:
            self.cut_next(False)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()

    def _add(self, point: Optional[Point], *, is_positive: bool) -> None:
        if point is None or (self._target is None and not is_positive):
            return
        if self._target is None:
            self._prompt(Target(points=(point,)))
        elif is_positive:
            self._prompt(replace(self._target, points=(*self._target.points, point)))
        else:
            self._prompt(replace(self._target, negatives=(*self._target.negatives, point)))

    def _corner_at_cross(self) -> None:
        place = self._cross.place()
        if self._fixed is None:
            self._fixed = self._scene_point(place)
        elif self._cuts:
            self._cut_off(self._corners(self.toMapCoordinates(place)))
        else:
            self._prompt(self._boxed(place))
            self._fixed = None

    def _corners(self, place: QgsPointXY) -> list[QgsPointXY]:
        """Of the box from the fixed corner to this place, on the map."""
        start, end = self._fixed, self._pixel(place)
        if start is None or end is None:
            return []
        corners = (start, Point(start.x, end.y), end, Point(end.x, start.y))
        shapes = [SceneTransform(self._grid, self.canvas()).point(corner) for corner in corners]
        return [shape.asPoint() for shape in shapes if not shape.isNull()]

    def _cut_off(self, places: Sequence[QgsPointXY]) -> None:
        """A click draws no line: the next one may."""
        corners = [pixel for pixel in map(self._pixel, places) if pixel is not None]
        if len(corners) > 2:
            self.cut_next(False)
            self.cut.emit(tuple(corners))

    def _prompt(self, target: Optional[Target]) -> None:
        if target is not None:
            self._target = target
            self.prompted.emit(target)

    def _is_drag(self, place: QPoint) -> bool:
        return self._pressed is not None and (place - self._pressed).manhattanLength() > DRAG_PX

    def _boxed(self, place: QPoint) -> Optional[Target]:
        """The target with a box from the fixed corner to this place; None where that has no area."""
        start = self._fixed or (self._scene_point(self._pressed) if self._pressed else None)
        end = self._scene_point(place)
        if start is None or end is None:
            return None
        with suppress(BadSketch):
            box = box_between(start, end)
            return replace(self._target, box=box) if self._target else Target(box)
        return None

    def _opposite_of_grip(self, place: QPoint) -> Optional[Point]:
        """The corner opposite of the one that a press grips; None where it grips none."""
        box = self._target.box if self._target else None
        if box is None:
            return None
        corners = [Point(x, y) for x in (box.x0, box.x1) for y in (box.y0, box.y1)]
        for index, corner in enumerate(corners):
            on_screen = self._screen_point(corner)
            if on_screen is not None and (on_screen - place).manhattanLength() <= GRIP_PX:
                return corners[3 - index]
        return None

    def _middle(self) -> Optional[QgsPointXY]:
        """The middle of the target's box, or its first point, on the map."""
        if self._target is None:
            return None
        box = self._target.box
        middle = Point((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2) if box else self._target.points[0]
        there = SceneTransform(self._grid, self.canvas()).point(middle)
        return None if there.isNull() else there.asPoint()

    def _scene_point(self, place: QPoint) -> Optional[Point]:
        """Clamped to the scene, in its pixels; None where the CRS has no coordinates for it."""
        point = self._pixel(self.toMapCoordinates(place))
        if point is None:
            return None
        return Point(min(point.x, self._grid.width - 0.5), min(point.y, self._grid.height - 0.5))

    def _pixel(self, place: QgsPointXY) -> Optional[Point]:
        """Within the scene or at its edge; None where the CRS has no coordinates for it."""
        if self._grid is not None:
            with suppress(NoPlace):
                return SceneTransform(self._grid, self.canvas()).pixel(place)
        return None

    def _screen_point(self, point: Point) -> Optional[QPoint]:
        there = SceneTransform(self._grid, self.canvas()).point(point)
        return None if there.isNull() else self.toCanvasCoordinates(there.asPoint())
