"""Adds an answer whose targets are all reviewed to the data set, as a sample."""

from __future__ import annotations

from functools import partial
from typing import Callable, Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...backend.entries.entry import Entry
from ...backend.errors import AskMapError, MissingPackage
from ...backend.packages.environment_use import hold_environment
from ...backend.samples.bop_format import Row
from ...backend.samples.lesson import Mask, check_reviewed, lesson_of
from ...backend.samples.split_file import SampleFile
from ...backend.stages import Point, Scene
from ..backend_messages import error_text
from ..language import tr
from .sample_store import SampleStore


class AnswerSamples(QObject):
    reported = pyqtSignal(str)  # a sentence: the outcome of add()

    def __init__(
        self, store: SampleStore, file: Callable[[], Optional[SampleFile]], parent: Optional[QObject] = None
    ) -> None:
        super().__init__(parent)
        self._store, self._file = store, file
        self._taught: dict[str, str] = {}  # ids of entries, by the names of their samples
        store.undone.connect(lambda row: self._taught.pop(row.name, None))

    def add(self, entry: Entry, scene: Scene) -> str:
        """A sentence to show at once; another comes with `reported` where the work was begun."""
        file = self._file()
        if file is None:
            return tr("Choose the folder of the data set on the page «Teach» first.")
        if entry.id in self._taught.values():
            return tr("This answer is in the data set already.")
        try:
            check_reviewed(entry)
        except AskMapError as error:
            return error_text(error)
        self._store.keep(
            file, lambda: lesson_of(entry, scene, _two_points), partial(self._note, entry), self._report_error
        )
        return tr("The answer goes into {file}…").format(file=file.path)

    def _note(self, entry: Entry, row: Row) -> None:
        self._taught[row.name] = entry.id
        if row.targets:
            self.reported.emit(tr("A sample with %n target(s) was added to the data set.", len(row.targets)))
        else:
            self.reported.emit(
                tr("Added to the data set: nothing here answers. If something does, undo it and draw that.")
            )

    def _report_error(self, error: Exception) -> None:
        if isinstance(error, AskMapError):
            self.reported.emit(error_text(error))


def _two_points(mask: Mask) -> tuple[Point, Point]:
    """On a worker thread: scipy is one of the engine's packages, which QGIS may lack."""
    try:
        hold_environment("scipy")
        from ...backend.samples.box_and_points import two_points
    except ImportError as error:
        raise MissingPackage(error=error) from error
    return two_points(mask)
