"""Two answers side by side in a window, and their differences on the map."""

from __future__ import annotations

from typing import Callable, Optional

from qgis.PyQt.QtCore import QObject

from ...backend.entries.entry import Entry
from ...backend.errors import AskMapError
from ...backend.stages import Scene
from ..context import Answers, Context
from ..widgets.open_windows import OpenWindows
from .compare_window import CompareWindow
from .comparison import Differences
from .difference_bands import DifferenceBands

ReadEntry = Callable[[str], Entry]  # by its id, as it is now; raises AskMapError


class CompareController(QObject):
    """The pictures are read on the thread of files before a window is filled."""

    def __init__(self, context: Context, read: ReadEntry, answers: Answers, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._read, self._answers = context, read, answers
        self._bands = DifferenceBands(context.canvas)
        self._windows: OpenWindows[CompareWindow] = OpenWindows()

    def close(self) -> None:
        self._windows.close()
        self._bands.clear()

    def compare(self, older: str, newer: str) -> None:
        """Two entries, by their ids."""
        try:
            left, right = self._read(older), self._read(newer)
        except AskMapError as error:
            self._context.error_bar.show_error(error)
            return
        scene_of = self._answers.scene_or_none
        self._context.file_worker.run(
            lambda: (scene_of(older), scene_of(newer)),
            lambda scenes: self._show(left, right, scenes),
            self._context.error_bar.show_error,
        )

    def _show(self, left: Entry, right: Entry, scenes: tuple[Optional[Scene], Optional[Scene]]) -> None:
        self._windows.close()  # the map can show the differences of one comparison only
        window = CompareWindow(left, right, scenes, self._context.iface.mainWindow())
        window.differences_shown.connect(self._mark_differences)
        self._windows.show(window)

    def _mark_differences(self, differences: Optional[Differences]) -> None:
        self._bands.clear()
        if differences is not None:
            self._bands.show(differences)


def build(context: Context, read: ReadEntry, answers: Answers, parent: QObject) -> CompareController:
    return CompareController(context, read, answers, parent)
