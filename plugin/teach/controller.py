"""Teach mode: a box and two points drawn on the map become a sample for training."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Callable, Optional

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...backend.entries.entry import Entry
from ...backend.samples.bop_format import Row
from ...backend.samples.lesson import Lesson
from ...backend.samples.split_file import SampleFile
from ...backend.stages import Scene
from ..context import Context
from ..language import tr
from ..map.view_reader import View, ViewReader
from ..runtime.file_worker import FileWorker
from ..tools.teach_tool import KeyAction, TeachTool
from .answer_samples import AnswerSamples
from .mask_preview import DrawnMask, MaskPreview
from .panel import TeachPanel
from .presenter import TeachPresenter
from .sample_store import SampleStore
from .sketch_controller import SketchController


@dataclass(frozen=True, eq=False)
class _Early:
    """A sample that is kept before its mask is there."""

    file: SampleFile
    lesson: Lesson


class TeachController(QObject):
    """Connects the page, the map, SAM2 and the folder of the data set."""

    answer_kept = pyqtSignal(str)  # a sentence: the outcome of add_answer

    def __init__(
        self,
        context: Context,
        panel: TeachPanel,
        view: View,
        about: Callable[[], str],
        parent: Optional[QObject] = None,
    ) -> None:
        """`about` says what the view is of: a layer and which pixels of it."""
        super().__init__(parent)
        self._about = about
        self._panel, self._tool_switch, self._canvas = panel, context.tool_switch, context.tool_switch.canvas
        self._presenter = TeachPresenter(panel, context.error_bar.show_error, self)
        self._file_worker, self._tool = FileWorker(self), TeachTool(self._canvas)
        self._preview = MaskPreview(context.engine.jobs, context.engine.engine_now, self)
        views = ViewReader(view, self._file_worker, self)
        self._sketch_controller = SketchController(self._tool, views, self._preview, self)
        self._store = SampleStore(self._file_worker, self)
        self._answer_samples = AnswerSamples(self._store, self._presenter.file, self)
        self._early: list[_Early] = []
        self._taught: set[tuple[str, str]] = set()  # pictures and questions
        self._since = 0.0  # when the last sample was kept
        self._connect()
        self._panel.show_subject(about())
        self._look(self._presenter.file())

    def _connect(self) -> None:
        panel, presenter = self._panel, self._presenter
        sketch_controller, store = self._sketch_controller, self._store
        panel.started.connect(self.teach)
        presenter.place_changed.connect(self._look)
        panel.question_left.connect(self._canvas.setFocus)
        panel.none_pressed.connect(self._keep_none)
        panel.undo_pressed.connect(self._undo)
        panel.delete_pressed.connect(self._delete)
        self._tool.ordered.connect(self._do)
        self._tool.picked.connect(self._pick)
        self._tool.deactivated.connect(self._end)
        sketch_controller.advised.connect(self._advise)
        sketch_controller.seen.connect(presenter.show_picture)
        sketch_controller.failed.connect(presenter.show_fault)
        store.kept.connect(self._note_kept)
        store.undone.connect(self._note_undone)
        store.deleted.connect(self._note_deleted)
        store.restored.connect(self._note_restored)
        store.looked.connect(presenter.show_overview)
        store.failed.connect(presenter.show_fault)
        self._answer_samples.reported.connect(self.answer_kept)
        for signal, slot in self._signals_of_map():
            signal.connect(slot)

    def _signals_of_map(self) -> tuple[tuple[Any, Callable[..., None]], ...]:
        canvas = self._canvas
        return (
            (canvas.extentsChanged, self.forget_view),
            (canvas.layersChanged, self.forget_view),
            (canvas.destinationCrsChanged, self.forget_view),
            (canvas.renderStarting, self._notice_drawing),
            (QgsProject.instance().cleared, self._leave),
        )

    # --- to and from the map ---

    @property
    def active(self) -> bool:
        return self._tool_switch.has(self._tool)

    def teach(self, on: bool) -> None:
        if on and not self.active and self._presenter.file_or_advice() is not None:
            self._begin()
        elif not on and self.active:
            self._leave()
        self._panel.show_teaching(self.active)

    def add_answer(self, entry: Entry, scene: Scene) -> str:
        """A sentence to show at once; `answer_kept` carries the outcome where the work was begun."""
        return self._answer_samples.add(entry, scene)

    def forget_view(self) -> None:
        """Call it too where the form changes which pixels are read."""
        self._panel.show_subject(self._about())
        if self.active:
            self._sketch_controller.view_moved()

    def close(self) -> None:
        """All samples are on the disk when this returns."""
        for signal, slot in self._signals_of_map():
            signal.disconnect(slot)
        self._leave()
        for early in list(self._early):
            self._keep_late(early, None)
        self._file_worker.close()
        self._tool.deleteLater()

    def _begin(self) -> None:
        self._since = time.monotonic()
        self._tool_switch.begin(self._tool)
        self._sketch_controller.begin()

    def _leave(self) -> None:
        self._sketch_controller.end()
        self._tool_switch.end(self._tool)
        self._presenter.show_end()

    def _end(self) -> None:
        """Also called when another map tool is chosen, perhaps for a moment."""
        self._sketch_controller.rest()
        self._presenter.show_end()
        if not self._sketch_controller.is_empty:
            self._panel.show_advice(tr("What is drawn waits: «Teach on the map» goes on with it."))

    def _advise(self, sentence: str) -> None:
        if self.active:
            self._panel.show_advice(sentence)

    def _notice_drawing(self) -> None:
        if self.active:
            self._sketch_controller.layers_redrawn()

    def _do(self, action: KeyAction) -> None:
        {
            KeyAction.KEEP: self._keep,
            KeyAction.DROP: self._sketch_controller.drop,
            KeyAction.BACK: self._sketch_controller.back,
            KeyAction.ANOTHER: self._sketch_controller.another,
            KeyAction.NONE: self._keep_none,
            KeyAction.UNDO: self._undo,
            KeyAction.TYPE: self._panel.question.edit,
        }[action]()

    def _pick(self, number: int) -> None:
        if self._panel.question.pick(number):
            self._sketch_controller.advise()

    # --- keeping ---

    def _keep(self) -> None:
        if not self._sketch_controller.is_whole:
            self._sketch_controller.advise()
            return
        ready = self._presenter.ready()
        if ready is None:
            return
        file, question = ready
        lesson = self._sketch_controller.lesson(question, self._presenter.memory.kind)
        if not self._presenter.memory.mask:
            self._keep_now(file, replace(lesson, mask=None))
        elif self._sketch_controller.mask_comes:
            self._keep_early(_Early(file, lesson))
        else:
            self._keep_now(file, lesson)
        self._sketch_controller.drop()
        self._note_pace(question)

    def _keep_none(self) -> None:
        if not self._sketch_controller.is_empty:
            self._sketch_controller.advise(tr("Something is drawn: keep it with Enter, or drop it with Esc."))
            return
        ready = self._presenter.ready()
        if ready is not None:
            file, question = ready
            lesson = partial(Lesson, question=question, kind=self._presenter.memory.kind)
            self._sketch_controller.with_scene(lambda scene: self._keep_now(file, lesson(scene)))
            self._note_pace(question)

    def _keep_now(self, file: SampleFile, lesson: Lesson) -> None:
        self._store.keep(file, lambda: lesson)

    def _keep_early(self, early: _Early) -> None:
        self._early.append(early)
        self._preview.draw_for(early.lesson.scene, early.lesson.targets, partial(self._keep_late, early))

    def _keep_late(self, early: _Early, preview: Optional[DrawnMask]) -> None:
        if early in self._early:  # else close() has kept it
            self._early.remove(early)
            self._keep_now(early.file, replace(early.lesson, mask=preview.mask if preview else None))

    def _undo(self) -> None:
        if self._early:  # the last sample, though it is in no file yet
            self._early.pop()
            self._sketch_controller.advise(_undone())
        else:
            self._store.undo()

    def _delete(self, row: Row) -> None:
        file = self._presenter.file()
        if file is not None:
            self._store.delete(file, row)

    def _note_pace(self, question: str) -> None:
        before, self._since = self._since, time.monotonic()
        self._presenter.note(question, self._since - before)

    def _look(self, file: Optional[SampleFile]) -> None:
        if file is not None:
            self._store.look(file)

    def _note_kept(self, row: Row) -> None:
        self._panel.show_undo(self._store.can_undo)
        taught = (row.image, row.questions[0])
        if self.active:
            self._sketch_controller.advise(_twice() if taught in self._taught else tr("Kept."))
        self._taught.add(taught)

    def _note_undone(self, row: Row) -> None:
        self._panel.show_undo(self._store.can_undo)
        self._taught.discard((row.image, row.questions[0]))
        if self.active:
            self._sketch_controller.advise(_undone())

    def _note_deleted(self, row: Row) -> None:
        self._panel.show_undo(self._store.can_undo)
        self._taught.discard((row.image, row.questions[0]))
        self._panel.show_advice(tr("The sample is out of the data set; «Undo» brings it back."))

    def _note_restored(self, row: Row) -> None:
        self._panel.show_undo(self._store.can_undo)
        self._panel.show_advice(tr("The sample is in the data set again."))


def _twice() -> str:
    return tr(
        "Kept, though this question was taught on this picture before: one sample should hold all targets."
    )


def _undone() -> str:
    return tr("The last sample is out of the data set again.")


def build(
    context: Context, panel: TeachPanel, view: View, about: Callable[[], str], parent: QObject
) -> TeachController:
    teaching = TeachController(context, panel, view, about, parent)
    teaching.answer_kept.connect(context.error_bar.show_message)
    return teaching
