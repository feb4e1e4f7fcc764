"""The export window of the open answer: opened, kept in step with the review, reported in the message bar."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject

from ..context import Answers, Context
from ..language import tr
from ..review.review import Review
from ..widgets.open_windows import OpenWindows
from .dialog import ExportDialog


class ExportController(QObject):
    def __init__(self, context: Context, review: Review, answers: Answers, parent: QObject) -> None:
        super().__init__(parent)
        self._iface, self._error_bar = context.iface, context.error_bar
        self._review, self._answers = review, answers
        self._windows: OpenWindows[ExportDialog] = OpenWindows()

    def close(self) -> None:
        self._windows.close()

    def export(self) -> None:
        """The open answer, to a file or a table."""
        if self._review.entry is not None:
            dialog = ExportDialog(self._answers.scene_or_none, self._iface.mainWindow())
            dialog.exported.connect(self._show_exported)
            dialog.failed.connect(self._error_bar.show_error)
            self._windows.keep(dialog)
            dialog.open_for((self._review.entry,), self._iface.mapCanvas())

    def follow_review(self) -> None:
        """The user may judge targets while a window is open to export them."""
        for window in self._windows.open_now():
            window.follow(self._review.entry)

    def _show_exported(self, place: str) -> None:
        self._error_bar.show_message(tr("Exported to {place}.").format(place=place))


def build(context: Context, review: Review, answers: Answers, parent: QObject) -> ExportController:
    exporting = ExportController(context, review, answers, parent)
    for moved in (review.changed, review.removed):
        moved.connect(lambda _: exporting.follow_review())
    return exporting
