"""The windows that an answer opens: asking again, comparing, what the model saw, exporting."""

from __future__ import annotations

from typing import Any, Callable, Optional

from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QDialog

from ..backend.entries.entry import Entry
from ..backend.errors import AskMapError
from ..backend.stages import Scene
from .ask.again_dialog import AgainDialog
from .ask.controller import AskController
from .context import Context
from .export.dialog import ExportDialog
from .history.controller import HistoryPart
from .history.scenes import PictureGone
from .language import tr
from .reports.compare_window import CompareWindow
from .reports.comparison import Differences
from .reports.difference_bands import DifferenceBands
from .review.model_view_dialog import ModelViewDialog
from .review.review import Review


class Dialogs(QObject):
    """None of them is modal; pictures are read on a thread of files before a window is filled."""

    def __init__(
        self,
        context: Context,
        review: Review,
        conversation: AskController,
        answers: HistoryPart,
        parent: Optional[QObject] = None,
    ) -> None:
        super().__init__(parent)
        self._iface, self._settings, self._marks = context.iface, context.settings, context.marks
        self._errands, self._faults = context.file_worker, context.faults
        self._review, self._conversation, self._answers = review, conversation, answers
        self._bands = DifferenceBands(context.canvas)
        self._seen: Optional[ModelViewDialog] = None
        self._open: list[QDialog] = []
        review.opened.connect(self._follow)
        for moved in (review.changed, review.removed):
            moved.connect(self._count_anew)

    def close(self) -> None:
        self._review.opened.disconnect(self._follow)
        for window in list(self._open):
            window.close()  # which takes it out of the list
        if self._seen is not None:
            self._seen.close()
            self._seen.deleteLater()
        self._bands.clear()

    def ask_again(self, id: str) -> None:
        entry = self._entry(id)
        if entry is not None:
            dialog = self._shown(AgainDialog(entry, self._settings.now, self._iface.mainWindow()))
            dialog.accepted.connect(lambda: self._conversation.ask_again(entry, dialog.wish()))

    def compare(self, older: str, newer: str) -> None:
        left, right = self._entry(older), self._entry(newer)
        if left is not None and right is not None:
            self._read(lambda: (self._scene(older), self._scene(newer)), self._show_both(left, right))

    def export(self) -> None:
        """The open answer, to a file or a table."""
        if self._review.entry is not None:
            dialog = ExportDialog(self._scene, self._iface.mainWindow())
            dialog.exported.connect(self._tell_exported)
            dialog.failed.connect(self._faults.tell)
            self._keep(dialog)
            dialog.open_for((self._review.entry,), self._iface.mapCanvas())

    def show_seen(self) -> None:
        """What the model saw of the open answer; follows when another one is opened."""
        if self._seen is None:
            self._seen = ModelViewDialog(self._iface.mainWindow())
            self._seen.footprint_wanted.connect(self._mark_footprint)
            self._seen.failed.connect(self._faults.tell)
        self._seen.show()
        self._seen.raise_()
        self._follow(self._review.entry)

    def _follow(self, entry: Optional[Entry]) -> None:
        if entry is not None and self._seen is not None and self._seen.isVisible():
            history, window = self._answers.history, self._seen
            self._read(lambda: history.seen(entry.id), lambda seen: window.show_entry(entry, seen))
            self._mark_footprint(window.footprint.isChecked())

    def _mark_footprint(self, wanted: bool) -> None:
        if wanted and self._review.entry is not None:
            self._marks.footprint(self._review.entry.grid)
        else:
            self._marks.clear_footprint()

    def _show_both(self, left: Entry, right: Entry) -> Callable[[tuple[Any, ...]], None]:
        def show(scenes: tuple[Optional[Scene], Optional[Scene]]) -> None:
            for older in [each for each in self._open if isinstance(each, CompareWindow)]:
                older.close()  # the map can show the differences of one comparison only
            window = CompareWindow(left, right, *scenes, self._iface.mainWindow())
            window.differences_shown.connect(self._mark_differences)
            self._shown(window)

        return show

    def _mark_differences(self, differences: Optional[Differences]) -> None:
        self._bands.clear()
        if differences is not None:
            self._bands.show(differences)

    def _count_anew(self, _: object) -> None:
        """Verdicts that are given while a window is open to export them."""
        for window in self._open:
            if isinstance(window, ExportDialog):
                window.follow(self._review.entry)

    def _tell_exported(self, place: str) -> None:
        self._faults.say(tr("Exported to {place}.").format(place=place))

    def _shown(self, window: QDialog) -> QDialog:
        self._keep(window)
        window.show()
        return window

    def _keep(self, window: QDialog) -> None:
        self._open.append(window)
        window.finished.connect(lambda _: self._forget(window))

    def _forget(self, window: QDialog) -> None:
        self._open.remove(window)
        window.deleteLater()

    def _scene(self, id: str) -> Optional[Scene]:  # thread of files
        try:
            return self._answers.scene(id)
        except PictureGone:
            return None

    def _read(self, work: Callable[[], object], done: Callable[[object], None]) -> None:
        self._errands.run(work, done, self._faults.tell)

    def _entry(self, id: str) -> Optional[Entry]:
        try:
            return self._review.read(id)
        except AskMapError as error:
            self._faults.tell(error)
            return None
