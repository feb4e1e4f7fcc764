"""Writes samples into the folder of a data set, and removes the last ones again."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any, Callable, Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...backend.samples.bop_format import Row
from ...backend.samples.lesson import Lesson, forget, keep
from ...backend.samples.split_file import SampleFile
from ..runtime.file_worker import FileWorker
from .panel import LAST


@dataclass(frozen=True)
class Overview:
    """The content of a split."""

    file: SampleFile
    count: int
    last: tuple[Row, ...]  # the newest first


class SampleStore(QObject):
    kept = pyqtSignal(object)  # Row
    undone = pyqtSignal(object)  # Row
    looked = pyqtSignal(object)  # Overview
    failed = pyqtSignal(object)  # any exception

    def __init__(self, file_worker: FileWorker, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._file_worker = file_worker
        # Samples kept by this QGIS, the only ones it may remove; changed on the worker's thread alone
        self._own: list[tuple[SampleFile, str]] = []

    @property
    def can_undo(self) -> bool:
        return bool(self._own)

    def look(self, file: SampleFile) -> None:
        self._file_worker.run(partial(_overview, file), self.looked.emit, self.failed.emit)

    def keep(
        self,
        file: SampleFile,
        make: Callable[[], Lesson],
        done: Callable[[Row], Any] = lambda row: None,
        failed: Callable[[Exception], Any] = lambda error: None,
    ) -> None:
        """`make` is called on a worker thread, `done` or `failed` before the signals."""
        self._file_worker.run(
            partial(self._keep, file, make),
            partial(self._note, file, done),
            partial(self._fail, file, failed),
        )

    def undo(self) -> None:
        """Removes the last sample that this QGIS kept, in any file; does nothing where there is none."""
        self._file_worker.run(self._take_back, self._note_undone, self.failed.emit)

    def _keep(self, file: SampleFile, make: Callable[[], Lesson]) -> Row:  # worker thread
        row = keep(make(), file)
        self._own.append((file, row.name))
        return row

    def _take_back(self) -> Optional[tuple[SampleFile, Row]]:  # worker thread
        if not self._own:
            return None
        file, name = self._own.pop()
        return file, forget(name, file)

    def _note(self, file: SampleFile, done: Callable[[Row], Any], row: Row) -> None:
        done(row)
        self.kept.emit(row)
        self.look(file)

    def _note_undone(self, taken: Optional[tuple[SampleFile, Row]]) -> None:
        if taken is not None:
            file, row = taken
            self.undone.emit(row)
            self.look(file)

    def _fail(self, file: SampleFile, failed: Callable[[Exception], Any], error: Exception) -> None:
        failed(error)
        self.failed.emit(error)
        self.look(file)


def _overview(file: SampleFile) -> Overview:
    return Overview(file, file.count(), tuple(file.last(LAST)))
