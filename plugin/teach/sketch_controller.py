"""Draws one sample on the map, from the first corner to SAM2's mask.

The scene of a sample is the view in which its first corner was set: the user may zoom in for the points.
"""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import Callable, Optional

from qgis.core import QgsPointXY
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...backend.errors import AskMapError
from ...backend.samples.lesson import Lesson
from ...backend.stages import Box, Point, Scene
from ..backend_messages import translate
from ..language import tr
from ..map.scene_transform import NoPlace, SceneTransform
from ..map.view_reader import ViewReader
from ..number_format import fixed
from ..tools.boxes import BadSketch, box_between
from ..tools.teach_tool import TeachTool
from .mask_preview import DrawnMask, MaskPreview
from .sketch import Sketch, Step
from .sketch_marks import SketchMarks

SETTLE_MS = 250  # from the last move of the map until it is read: a wheel turns several times
LEAST_AGREEMENT = 0.6  # of SAM2's box with the drawn one; Seg-Zero keeps no sample below (arXiv:2503.06520)
Act = Callable[[Scene], None]


class SketchController(QObject):
    advised = pyqtSignal(str)  # a sentence: what happened, and what to do next
    failed = pyqtSignal(object)  # an exception that is no sentence for the user
    seen = pyqtSignal(object)  # the Scene that the map shows; None where it is not read yet

    def __init__(
        self, tool: TeachTool, views: ViewReader, preview: MaskPreview, parent: Optional[QObject] = None
    ) -> None:
        super().__init__(parent)
        self._canvas, self._views, self._preview = tool.canvas(), views, preview
        self._marks = SketchMarks(self._canvas)
        self._sketch = Sketch()
        self._scene: Optional[Scene] = None
        self._mask: Optional[DrawnMask] = None
        self._fault = ""  # why there is no mask
        self._waiting: list[Act] = []  # clicks before the view was read
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLE_MS)
        self._connect(tool)

    def _connect(self, tool: TeachTool) -> None:
        self._soon.timeout.connect(self._views.want)
        tool.placed.connect(self._place)
        tool.boxed.connect(self._box)
        tool.dragged.connect(self._drag)
        tool.hovered.connect(self._hover)
        self._views.came.connect(self._take_scene)
        self._views.failed.connect(self._fail_scene)
        self._preview.drawn.connect(self._show_mask)
        self._preview.failed.connect(self._fail_mask)

    # --- orders ---

    def begin(self) -> None:
        """Reads the view and lets SAM2 encode it; goes on with a sketch that was begun."""
        self.advise()
        self._views.want()  # which may emit other advice at once

    def rest(self) -> None:
        """Another tool is active: the sketch stays on the map, with its scene."""
        self._soon.stop()
        self._waiting.clear()
        self._preview.cool()
        self._views.forget()

    def end(self) -> None:
        self.rest()
        self._change(Sketch())

    def view_moved(self) -> None:
        """A sketch stays on the scene in which it was begun."""
        self._views.forget()
        self._preview.cool()
        self.seen.emit(None)
        if self._sketch == Sketch():
            self._soon.start()

    def layers_redrawn(self) -> None:
        if self._views.is_drawn:
            self.view_moved()

    def back(self) -> None:
        self._change(self._sketch.back())
        self.advise()

    def another(self) -> None:
        self._change(self._sketch.another())
        self.advise()

    def drop(self) -> None:
        """Drops the sketch; ready for the next one."""
        self._change(Sketch())
        self.advise()
        self._views.want()

    def lesson(self, question: str, kind: str) -> Lesson:
        """The sketch as a sample, with its mask if that is done; only if the sketch is complete."""
        mask = self._mask.mask if self._mask else None
        return Lesson(self._scene, question, self._sketch.targets, mask, kind)

    @property
    def is_empty(self) -> bool:
        return self._sketch == Sketch()

    @property
    def is_whole(self) -> bool:
        return self._sketch.is_whole

    @property
    def mask_comes(self) -> bool:
        """Whether SAM2 is still working on the mask."""
        return self.is_whole and self._mask is None and not self._fault

    def with_scene(self, act: Act) -> None:
        """Calls `act` now, or as soon as the view is read."""
        scene = self._scene if not self.is_empty else self._views.scene
        if scene is not None:
            act(scene)
        else:
            self._waiting.append(act)
            self._views.want()

    def advise(self, text: str = "") -> None:
        self.advised.emit(f"{text} {self._next_step()}".strip())

    # --- the map tool ---

    def _place(self, place: QgsPointXY) -> None:
        self.with_scene(partial(self._draw, lambda sketch, at: sketch.placed(at(place))))

    def _box(self, start: QgsPointXY, end: QgsPointXY) -> None:
        self.with_scene(partial(self._draw, lambda sketch, at: sketch.boxed(at(start), at(end))))

    def _drag(self, start: QgsPointXY, end: QgsPointXY) -> None:
        scene = self._scene or self._views.scene
        if scene is not None:
            self._frame(scene, lambda at: (at(start), at(end)))

    def _hover(self, place: QgsPointXY) -> None:
        if self._sketch.step == Step.OPPOSITE:
            self._frame(self._scene, lambda at: (self._sketch.corner, at(place)))

    def _frame(self, scene: Scene, corners: Callable[..., tuple[Point, Point]]) -> None:
        place = SceneTransform(scene.grid, self._canvas)
        frame: Optional[Box] = None
        with suppress(BadSketch, NoPlace):
            frame = box_between(*corners(place.pixel))
        self._marks.show_frame(frame, place)

    def _draw(self, change: Callable[..., Sketch], scene: Scene) -> None:
        try:
            sketch = change(self._sketch, SceneTransform(scene.grid, self._canvas).pixel)
        except (BadSketch, NoPlace) as error:
            self.advise(str(error))
            return
        self._scene = scene
        self._change(sketch)
        self.advise()

    # --- what is shown ---

    def _change(self, sketch: Sketch) -> None:
        is_new = sketch.targets != self._sketch.targets
        self._sketch = sketch
        if self.is_empty:
            self._mask, self._scene = None, None
            self._preview.forget()
            self._marks.clear()
            return
        place = SceneTransform(self._scene.grid, self._canvas)
        self._marks.show_frame(None, place)
        self._marks.show_sketch(sketch, place)
        if is_new:
            self._ask_for_mask(place)

    def _ask_for_mask(self, place: SceneTransform) -> None:
        self._mask, self._fault = None, ""
        self._marks.show_mask(b"", place)
        if self._sketch.targets:
            self._preview.draw(self._scene, self._sketch.targets)
        else:
            self._preview.forget()

    def _show_mask(self, preview: DrawnMask) -> None:
        if self._scene is preview.scene and self._sketch.targets == preview.targets:
            self._mask = preview
            self._marks.show_mask(preview.outline, SceneTransform(preview.scene.grid, self._canvas))
            self.advise()

    def _fail_mask(self, error: Exception) -> None:
        if isinstance(error, AskMapError):
            self._fault = translate(error.message)
        else:
            self._fault = tr("The segmenter drew no mask.")
            self.failed.emit(error)
        self.advise("" if self._sketch.step == Step.DRAWN else self._fault)

    def _take_scene(self, scene: Scene) -> None:
        self.seen.emit(scene)
        self._fault = ""
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            act(scene)
        self._preview.warm(scene)

    def _fail_scene(self, error: Exception) -> None:
        self._waiting.clear()
        self.failed.emit(error)

    def _next_step(self) -> str:
        """A sentence for the user: what to do next."""
        step = self._sketch.step
        if step == Step.DRAWN:
            return self._mask_sentence()
        if step == Step.CORNER and self._sketch.finished:
            return tr("Draw the box of the next target, or press Enter to keep those that are drawn.")
        return {
            Step.CORNER: tr("Drag a box around a target, or press Space at its corner."),
            Step.OPPOSITE: tr("Go to the opposite corner: click, or press Space."),
            Step.FIRST: tr("Click a point on the target, or press Space there."),
            Step.SECOND: tr("And a second one."),
        }[step]

    def _mask_sentence(self) -> str:
        if self._fault:
            return tr("{fault} Enter keeps the sample without a mask.").format(fault=self._fault)
        if self._mask is None and not self._preview.loaded:
            return tr("The models are being loaded. Enter keeps the sample; its mask follows.")
        if self._mask is None:
            return tr("The segmenter draws the mask. Enter keeps the sample with it.")
        if self._mask.agreement < LEAST_AGREEMENT:
            return tr(
                "The segmenter's mask and the box differ (IoU {iou}). Backspace goes back, Enter keeps it "
                "still."
            ).format(iou=fixed(self._mask.agreement, 2))
        return tr("Enter keeps it, M begins another target, Backspace goes back, Esc drops it.")
