"""Samples on their way into the folder of a data set, and the last ones out of it again."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any, Callable, Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..backend.bop_file import Row
from ..backend.lesson import Lesson, forget, keep
from ..backend.sample_file import SampleFile
from .errands import Errands
from .teach_panel import LAST


@dataclass(frozen=True)
class Overview:
    """What lies in a split."""

    file: SampleFile
    count: int
    last: tuple[Row, ...]  # the newest first


class Keeping(QObject):
    kept = pyqtSignal(object)  # Row
    undone = pyqtSignal(object)  # Row
    looked = pyqtSignal(object)  # Overview
    failed = pyqtSignal(object)  # any exception

    def __init__(self, errands: Errands, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._errands = errands
        self._own: list[tuple[SampleFile, str]] = []  # names of what this QGIS kept: others' stay

    @property
    def can_undo(self) -> bool:
        return bool(self._own)

    def look(self, file: SampleFile) -> None:
        self._errands.run(partial(_overview, file), self.looked.emit, self.failed.emit)

    def keep(
        self,
        file: SampleFile,
        make: Callable[[], Lesson],
        done: Callable[[Row], Any] = lambda row: None,
        failed: Callable[[Exception], Any] = lambda error: None,
    ) -> None:
        """`make` is called on a worker thread, `done` or `failed` before the signals."""
        self._errands.run(
            lambda: keep(make(), file), partial(self._note, file, done), partial(self._fail, file, failed)
        )

    def undo(self) -> None:
        """The last one that this QGIS kept, wherever that was."""
        if self._own:
            file, name = self._own.pop()
            self._errands.run(
                partial(forget, name, file),
                partial(self._note_undone, file),
                partial(self._fail, file, lambda error: None),
            )

    def _note(self, file: SampleFile, done: Callable[[Row], Any], row: Row) -> None:
        self._own.append((file, row.name))
        done(row)
        self.kept.emit(row)
        self.look(file)

    def _note_undone(self, file: SampleFile, row: Row) -> None:
        self.undone.emit(row)
        self.look(file)

    def _fail(self, file: SampleFile, failed: Callable[[Exception], Any], error: Exception) -> None:
        failed(error)
        self.failed.emit(error)
        self.look(file)


def _overview(file: SampleFile) -> Overview:
    return Overview(file, file.count(), tuple(file.last(LAST)))
