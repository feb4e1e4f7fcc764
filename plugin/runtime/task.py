"""Work on one of QGIS's worker threads."""

from __future__ import annotations

import sys
import threading
from collections import deque
from typing import Any, Callable, Optional

from qgis.core import Qgis, QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from ...backend.errors import Cancelled
from ...backend.stages import Event, Progress, Report

SWITCH_INTERVAL_S = 0.001  # a slot of 20 Qt calls is 7 ms late (p99) with it, 87 ms with Python's own 5 ms
Work = Callable[[Report], Any]


class Task(QgsTask):
    """Does `work(report)` and emits one of three signals on the main thread.

    Once a signal came, the task must not be asked again: QGIS deletes it. Reports are taken with
    `take_events` while it works.
    """

    succeeded = pyqtSignal(object)  # what the work returned
    failed = pyqtSignal(object)  # the exception
    stopped = pyqtSignal()

    def __init__(self, description: str, work: Work) -> None:
        super().__init__(description, _flags())
        self._events: deque[Event] = deque()
        self._work = work
        self._outcome: Any = None
        self._error: Optional[Exception] = None
        self._begun, self._ended = threading.Event(), threading.Event()
        self.dropped = False

    def run(self) -> bool:  # worker thread
        self._begun.set()
        try:
            with window_alive:
                self._check_cancelled()
                self._outcome = self._work(self.report)
        except Exception as error:  # what escapes here takes QGIS down: keep it for finished()
            self._error = error
        self._ended.set()
        return self._error is None

    def report(self, event: Event) -> None:  # worker thread
        self._check_cancelled()
        self._events.append(event)
        if isinstance(event, Progress):
            self.setProgress(100 * event.fraction)

    def take_events(self) -> list[Event]:
        """What was reported since the last call."""
        return [self._events.popleft() for _ in range(len(self._events))]

    def drop(self) -> None:
        """Stops it; its outcome is not wanted any more."""
        self.dropped = True
        self.cancel()

    def finished(self, well: bool) -> None:
        if self.isCanceled() or isinstance(self._error, Cancelled):
            self.stopped.emit()
        elif self._error is not None:
            self.failed.emit(self._error)
        else:
            self.succeeded.emit(self._outcome)

    def wait(self, limit_s: float) -> bool:
        """After cancel(), on the main thread: waits until the work has ended; False if it has not in time."""
        return not self._begun.is_set() or self._ended.wait(limit_s)

    def _check_cancelled(self) -> None:
        if self.isCanceled():
            raise Cancelled


def _flags() -> QgsTask.Flags:
    """Silent where QGIS can be: the dock shows how the work ended."""
    if Qgis.QGIS_VERSION_INT < 32600:  # where Silent came
        return QgsTask.Flags(QgsTask.Flag.CanCancel)
    return QgsTask.Flag.CanCancel | QgsTask.Flag.Silent  # type: ignore[return-value]


class _WindowAlive:
    """Python switches to the main thread more often while any work runs."""

    def __init__(self) -> None:
        self._turn, self._works, self._before = threading.Lock(), 0, 0.0

    def __enter__(self) -> None:
        with self._turn:
            if not self._works:
                self._before = sys.getswitchinterval()
                sys.setswitchinterval(SWITCH_INTERVAL_S)
            self._works += 1

    def __exit__(self, *_: object) -> None:
        with self._turn:
            self._works -= 1
            if not self._works:
                sys.setswitchinterval(self._before)


window_alive = _WindowAlive()  # one, as there is one interval for all of Python
