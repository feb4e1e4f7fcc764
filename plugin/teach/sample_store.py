"""Writes samples into the folder of a data set, and removes the last ones again."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any, Callable, Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtGui import QImage

from ...backend.samples.bop_format import Row
from ...backend.samples.lesson import Lesson, bring_back, forget, keep, own_mask
from ...backend.samples.split_file import SampleFile
from ..runtime.file_worker import FileWorker
from .panel import LAST
from .thumbnails import thumbnail


@dataclass(frozen=True)
class Overview:
    """The content of a split."""

    file: SampleFile
    count: int
    last: tuple[Row, ...]  # the newest first
    pictures: tuple[QImage, ...] = ()  # small ones of them


@dataclass(frozen=True)
class _Kept:
    file: SampleFile
    name: str


@dataclass(frozen=True)
class _Deleted:
    file: SampleFile
    row: Row
    mask: bytes


class SampleStore(QObject):
    kept = pyqtSignal(object)  # Row
    undone = pyqtSignal(object)  # Row
    deleted = pyqtSignal(object)  # Row
    restored = pyqtSignal(object)  # Row
    looked = pyqtSignal(object)  # Overview
    failed = pyqtSignal(object)  # any exception

    def __init__(self, file_worker: FileWorker, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._file_worker = file_worker
        # What undo() undoes, the last one last; changed on the worker's thread alone
        self._steps: list[_Kept | _Deleted] = []

    @property
    def can_undo(self) -> bool:
        return bool(self._steps)

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

    def delete(self, file: SampleFile, row: Row) -> None:
        """Whoever kept it; undo() brings it back."""
        self._file_worker.run(
            partial(self._delete, file, row), partial(self._note_deleted, file), self.failed.emit
        )

    def undo(self) -> None:
        """Removes the sample that this QGIS kept last, or brings back what it deleted since, in any file."""
        self._file_worker.run(self._take_back, self._note_undone, self.failed.emit)

    def _keep(self, file: SampleFile, make: Callable[[], Lesson]) -> Row:  # worker thread
        row = keep(make(), file)
        self._steps.append(_Kept(file, row.name))
        return row

    def _delete(self, file: SampleFile, row: Row) -> Row:  # worker thread
        mask = own_mask(row, file)
        gone = forget(row.name, file)
        self._steps.append(_Deleted(file, gone, mask))
        return gone

    def _take_back(self) -> Optional[tuple[_Kept | _Deleted, Row]]:  # worker thread
        if not self._steps:
            return None
        step = self._steps.pop()
        if isinstance(step, _Kept):
            return step, forget(step.name, step.file)
        bring_back(step.row, step.mask, step.file)
        return step, step.row

    def _note(self, file: SampleFile, done: Callable[[Row], Any], row: Row) -> None:
        done(row)
        self.kept.emit(row)
        self.look(file)

    def _note_deleted(self, file: SampleFile, row: Row) -> None:
        self.deleted.emit(row)
        self.look(file)

    def _note_undone(self, taken: Optional[tuple[_Kept | _Deleted, Row]]) -> None:
        if taken is not None:
            step, row = taken
            (self.undone if isinstance(step, _Kept) else self.restored).emit(row)
            self.look(step.file)

    def _fail(self, file: SampleFile, failed: Callable[[Exception], Any], error: Exception) -> None:
        failed(error)
        self.failed.emit(error)
        self.look(file)


def _overview(file: SampleFile) -> Overview:
    last = tuple(file.last(LAST))
    return Overview(file, file.count(), last, tuple(thumbnail(file, row) for row in last))
