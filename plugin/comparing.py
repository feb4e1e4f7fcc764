"""Two entries of the history in a window beside the map, and their differences on it."""

from __future__ import annotations

from typing import Optional

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from ..backend.errors import AskMapError
from .compare import Differences
from .compare_window import CompareWindow
from .difference_bands import DifferenceBands
from .project_history import ProjectHistory


class Comparing(QObject):
    """One window at a time, because the map can show the differences of one pair."""

    failed = pyqtSignal(object)  # AskMapError

    def __init__(self, kept: ProjectHistory, canvas: QgsMapCanvas, parent: QWidget) -> None:
        super().__init__(parent)
        self._kept, self._parent = kept, parent
        self._bands = DifferenceBands(canvas)
        self._window: Optional[CompareWindow] = None

    def compare(self, older: str, newer: str) -> None:
        """By their ids."""
        self.close()
        history = self._kept.history
        try:
            entries = history.entry(older), history.entry(newer)
            scenes = history.scene(older), history.scene(newer)
        except AskMapError as error:
            self.failed.emit(error)
            return
        self._window = CompareWindow(*entries, *scenes, self._parent)
        self._window.differences_shown.connect(self._show)
        self._window.finished.connect(self._forget)
        self._window.show()

    def close(self) -> None:
        if self._window is not None:
            self._window.close()

    def _show(self, differences: Optional[Differences]) -> None:
        if differences is None:
            self._bands.clear()
        else:
            self._bands.show(differences)

    def _forget(self) -> None:
        self._window = None
