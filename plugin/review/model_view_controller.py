"""The window «What the model saw», which follows the open answer, and the edge of its picture on the map."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import QObject

from ...backend.entries.entry import Entry
from ..context import Answers, Context
from .model_view_dialog import ModelViewDialog
from .review import Review


class ModelViewController(QObject):
    def __init__(self, context: Context, review: Review, answers: Answers, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._review, self._answers = context, review, answers
        self._window: Optional[ModelViewDialog] = None
        review.opened.connect(self._follow)

    def close(self) -> None:
        self._review.opened.disconnect(self._follow)
        if self._window is not None:
            self._window.close()
            self._window.deleteLater()

    def show(self) -> None:
        """What the model saw of the open answer."""
        if self._window is None:
            self._window = ModelViewDialog(self._context.iface.mainWindow())
            self._window.footprint_wanted.connect(self._mark_footprint)
            self._window.failed.connect(self._context.error_bar.show_error)
        self._window.show()
        self._window.raise_()
        self._follow(self._review.entry)

    def _follow(self, entry: Optional[Entry]) -> None:
        if entry is not None and self._window is not None and self._window.isVisible():
            history, window = self._answers.history, self._window
            self._context.file_worker.run(
                lambda: history.seen(entry.id),
                lambda seen: window.show_entry(entry, seen),
                self._context.error_bar.show_error,
            )
            self._mark_footprint(window.footprint.isChecked())

    def _mark_footprint(self, wanted: bool) -> None:
        if wanted and self._review.entry is not None:
            self._context.highlights.footprint(self._review.entry.grid)
        else:
            self._context.highlights.clear_footprint()
