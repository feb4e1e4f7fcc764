"""A piece of work on one of QGIS's worker threads."""

from __future__ import annotations

import sys
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Callable, Optional

from qgis.core import Qgis, QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from ..backend.errors import Cancelled
from ..backend.stages import Event, Progress, Report
from .language import tr

SWITCH_INTERVAL_S = 0.001  # a slot of 20 Qt calls is 7 ms late (p99) with it, 87 ms with Python's own 5 ms
_POLL_S = 0.05
Work = Callable[[Report], Any]


class Task(QgsTask):
    """Does `work(report)` and emits one of three signals on the main thread.

    `turn` lets one task at a time work: one that was stopped while it loads a model ends before the next
    begins. The main thread takes the reports with `news`. Once a signal came, nobody asks the task again:
    QGIS deletes it.
    """

    succeeded = pyqtSignal(object)  # what the work returned
    failed = pyqtSignal(object)  # the exception
    stopped = pyqtSignal()

    def __init__(self, description: str, work: Work, turn: threading.Lock) -> None:
        super().__init__(description, _flags())
        self._events: deque[Event] = deque()
        self._work = work
        self._turn = turn
        self._outcome: Any = None
        self._error: Optional[Exception] = None
        self._begun, self._ended = threading.Event(), threading.Event()

    def run(self) -> bool:  # worker thread
        self._begun.set()
        try:
            with self._turn_taken(), window_alive():
                self._outcome = self._work(self.report)
        except Exception as error:  # what escapes here takes QGIS down: keep it for finished()
            self._error = error
        self._ended.set()
        return self._error is None

    def report(self, event: Event) -> None:  # worker thread
        if self.isCanceled():
            raise Cancelled
        self._events.append(event)
        if isinstance(event, Progress):
            self.setProgress(100 * event.fraction)

    def news(self) -> list[Event]:
        """What was reported since the last time."""
        return [self._events.popleft() for _ in range(len(self._events))]

    def finished(self, well: bool) -> None:
        if self.isCanceled() or isinstance(self._error, Cancelled):
            self.stopped.emit()
        elif self._error is not None:
            self.failed.emit(self._error)
        else:
            self.succeeded.emit(self._outcome)

    def wait(self, limit_s: float) -> bool:
        """After cancel(), on the main thread: until the work has let go; False if it did not in time."""
        return not self._begun.is_set() or self._ended.wait(limit_s)

    @contextmanager
    def _turn_taken(self) -> Iterator[None]:
        while not self._turn.acquire(timeout=_POLL_S):
            self.report(Progress(0.0, tr("Waiting for the models")))
        try:
            if self.isCanceled():
                raise Cancelled
            yield
        finally:
            self._turn.release()


def _flags() -> QgsTask.Flags:
    """The dock says how the work ended, so QGIS need not say it a second time."""
    if Qgis.QGIS_VERSION_INT < 32600:  # where Silent came
        return QgsTask.Flags(QgsTask.Flag.CanCancel)
    return QgsTask.Flag.CanCancel | QgsTask.Flag.Silent


@contextmanager
def window_alive() -> Iterator[None]:
    """Python gives way to the main thread more often, for as long as the work lasts."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    try:
        yield
    finally:
        sys.setswitchinterval(before)
