"""All that works behind the dock, built in order and taken down in reverse: wiring only."""

from __future__ import annotations

from typing import Any, Callable, Optional

from qgis.core import QgsApplication, QgsProject
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QObject, Qt

from ..backend.engine.protocols import Engine
from ..backend.entries.entry import STOPPED, Entry
from ..backend.geo.outlines import box_geometry
from ..backend.stages import Box, Report
from .ask.controller import Conversation
from .ask.runner import Asking
from .backend_messages import spoken
from .dialogs import Windows
from .dock import Dock
from .history.controller import HistoryDeeds
from .history.project_history import ProjectHistory
from .language import tr
from .layers.files import LayerFiles
from .layers.group import TABLE_MARK
from .layers.styles import apply_style, write_colouring
from .layers.sync import AnswerLayers
from .map.highlights import Marks
from .review.controller import Reviewing
from .review.correction import Correcting
from .review.mask_refiner import Refining
from .review.review import Review
from .review.visibility import Foreground
from .runtime.diagnostics import Diagnostics
from .runtime.engine_service import EngineService, Load
from .runtime.error_bar import Faults
from .runtime.file_worker import Errands
from .runtime.self_test import SelfTest
from .settings import read_settings
from .teach.controller import Teaching
from .tools.tool_switch import ToolTurn
from .unsent import Typed


class Workplace(QObject):
    def __init__(
        self, iface: QgisInterface, dock: Dock, load: Load, parent: Optional[QObject] = None
    ) -> None:
        super().__init__(parent)
        self._dock, self._canvas = dock, iface.mapCanvas()
        self._turn = ToolTurn(self._canvas)
        self.diagnostics, self.errands, self.engine = Diagnostics(), Errands(self), EngineService(load, self)
        self.asking = Asking(self.engine, self)
        self.faults, self.self_test = Faults(iface, self.diagnostics, self), SelfTest(self.engine, self)
        self.history, self.marks = ProjectHistory(self), Marks(self._canvas)
        self.review = Review(lambda: self.history.history, self)
        self.conversation = Conversation(
            iface, dock.form, self.asking, self.engine, self.review, self.faults, self.history, self
        )
        self._build_review()
        self.deeds = HistoryDeeds(dock.history, self.history, self.errands)
        self._build_teaching()
        self.windows = Windows(
            iface, self.review, self.conversation, self.history, self.marks, self.errands, self.faults, self
        )
        self._connect_review()
        self._connect_history()
        self._connect_teaching()
        self.typed = Typed(dock, self.review, self.history, self)
        QgsProject.instance().cleared.connect(self.review.forget)
        QgsProject.instance().cleared.connect(self.files.forget)
        QgsApplication.instance().applicationStateChanged.connect(self._catch_up)
        self.history.look_for_unsaved()

    def close(self) -> None:
        self.typed.close()
        QgsProject.instance().cleared.disconnect(self.review.forget)
        QgsProject.instance().cleared.disconnect(self.files.forget)
        QgsApplication.instance().applicationStateChanged.disconnect(self._catch_up)
        for part in self._parts():
            part.close()
        self.files.forget()
        self.deeds.close()
        self.faults.close()
        self.errands.close()
        self.history.close()
        self.marks.remove()

    def _parts(self) -> tuple[Any, ...]:
        """What must be closed, in this order; the rest ends with them."""
        asking = self.windows, self.teaching, self.correcting, self.conversation, self.engine
        return (*asking, self.reviewing, self.layers, self.foreground)

    def _build_review(self) -> None:
        scene_of, folder = self.conversation.scene, self.conversation.folder
        self.layers, self.foreground = AnswerLayers(self.review.read, self), Foreground(self.review, self)
        self.files = LayerFiles(self.errands, self.review.read, folder, self)
        self.refining = Refining(self.engine, self.review, scene_of, lambda: read_settings().engine(), self)
        self.correcting = Correcting(self._turn, self.review, self.refining, self.marks, self)
        self.reviewing = Reviewing(
            self._dock.answer, self.review, self.layers, self.marks, self.errands, self.faults, scene_of, self
        )

    def _build_teaching(self) -> None:
        page, view, jobs = self._dock.teach, self.conversation.view, self.engine.jobs
        self.teaching = Teaching(page, self._turn, view, jobs, self._engine_now, self.faults.tell, self)

    def _connect_review(self) -> None:
        view, cards = self._dock.answer, self._dock.answer.cards
        cards.edit_wanted.connect(self.correcting.edit)
        cards.draw_wanted.connect(self.correcting.draw)
        self.refining.begun.connect(lambda number: cards.busy(number, True))
        self.refining.ended.connect(lambda number: cards.busy(number, False))
        self.refining.failed.connect(self.faults.tell)
        self.correcting.advised.connect(self._dock.form.show_status)
        self.correcting.ended.connect(cards.list.setFocus)
        view.seen_wanted.connect(self.windows.show_seen)
        view.export_wanted.connect(self.windows.export)
        view.colouring_chosen.connect(self._colour)
        self.asking.answered.connect(lambda found: self.diagnostics.note_answer(found.entry.provenance))
        self.asking.thought_grew.connect(view.reasoning.show_thought)
        self.asking.stopped.connect(self._show_thought_again)
        self.review.kept.connect(lambda id, _: self.files.notice(id))
        self.files.added.connect(self.layers.refresh)
        self.files.added.connect(self.foreground.join)
        self.conversation.replaced.connect(self.foreground.take_place)
        self.layers.selected.connect(lambda id, number: self._dock.show_answer_page())
        self.files.failed.connect(self.faults.tell)
        self.review.opened.connect(self._show_opened)
        self.review.closed.connect(lambda: self._dock.form.set_answered(False))

    def _connect_history(self) -> None:
        panel = self._dock.history
        panel.open_wanted.connect(self._open)
        panel.rerun_wanted.connect(self.windows.ask_again)
        panel.compare_wanted.connect(self.windows.compare)
        self.conversation.compare_wanted.connect(self.windows.compare)
        self._dock.form.asked_again.connect(lambda: self.windows.ask_again(self.review.entry.id))
        self.deeds.deleted.connect(self._close_deleted)
        self.deeds.failed.connect(self.faults.tell)
        self.deeds.reported.connect(self._tell_of_report)
        self.history.warned.connect(self.faults.say)
        self.history.found_unsaved.connect(self._show_unsaved)

    def _connect_teaching(self) -> None:
        view = self._dock.answer
        view.samples_wanted.connect(self._teach_answer)
        self.teaching.answer_kept.connect(self.faults.say)
        for changed in (self._dock.form.layer.layerChanged, self._dock.form.pixels.currentIndexChanged):
            changed.connect(lambda _: self.teaching.forget_view())

    def _catch_up(self, state: Qt.ApplicationState) -> None:
        """A person comes back to this window, perhaps from another QGIS on the same project."""
        if state == Qt.ApplicationState.ApplicationActive:
            self.reviewing.catch_up()
            self.deeds.refresh()

    def _show_opened(self, entry: Entry) -> None:
        stopped = tr("Stopped.") if entry.outcome == STOPPED else ""
        self._dock.form.set_answered(True)
        self._dock.form.show_asked(entry.question.text, spoken(entry.fault) or stopped)
        self._dock.history.mark_open(entry.id)

    def _show_thought_again(self) -> None:
        """Of the answer whose targets stand below; what was thought until the stop is in the history."""
        if self.review.entry is not None:
            self._dock.answer.reasoning.show_entry(self.review.entry)

    def _open(self, id: str) -> None:
        if self.reviewing.open(id):
            self.files.ensure(self.review.entry)
            grid = self.review.entry.grid
            self.marks.zoom_to([box_geometry(Box(0, 0, grid.width, grid.height), grid)], grid.crs)
            self._dock.show_answer_page()
            self._dock.answer.cards.list.setFocus()

    def _colour(self, colouring: str) -> None:
        """All answers in the project at once: two ways to colour side by side would mislead."""
        write_colouring(colouring)
        for layer in QgsProject.instance().mapLayers().values():
            if layer.customProperty(TABLE_MARK) == "targets" and layer.isValid():
                apply_style(layer, "targets", colouring)
        self.foreground.refresh()

    def _show_unsaved(self, _: list[Any]) -> None:
        """Where it is offered, and above the map too: nobody looks there without a reason."""
        self._dock.show_history_page()
        self.faults.say(self._dock.history.notice.words.text())

    def _tell_of_report(self, path: str) -> None:
        self.faults.say(tr("The report is in {path}.").format(path=path))

    def _close_deleted(self, ids: list[str]) -> None:
        if self.review.entry is not None and self.review.entry.id in ids:
            self.review.close()

    def _teach_answer(self) -> None:
        entry = self.review.entry
        if entry is not None:
            self.errands.run(
                lambda: self.conversation.scene(entry.id),
                lambda scene: self.faults.say(self.teaching.add_answer(entry, scene)),
                self.faults.tell,
            )

    def _engine_now(self) -> Callable[[Report], Engine]:
        settings = read_settings().engine()
        return lambda report: self.engine.engine(settings, report)
