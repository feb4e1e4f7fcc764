"""Runs jobs one after the other; the user may stop them; callbacks come on the main thread."""

from __future__ import annotations

from functools import partial
from typing import Any, Callable, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject, QTimer

from ...backend.stages import Event, Progress
from ..language import tr
from .task import Task, Work

UPDATE_MS = 50  # 20 Hz: faster than anyone reads, slow enough for the window


def ignore(*_: object) -> None:
    """The callback where none is needed."""


class JobQueue(QObject):
    """Each job begins when the one before has ended, even if that was stopped and does not check for it.

    Waiting jobs hold no thread of QGIS, because the map is drawn by the same threads. Work that must not be
    lost, or not wait until a question is answered, is for FileWorker.
    """

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._line: dict[Task, Callable[[list[Event]], Any]] = {}  # the first one works
        self._closed = False
        self._timer = QTimer(self)
        self._timer.setInterval(UPDATE_MS)
        self._timer.timeout.connect(self._pass_on)

    @property
    def busy(self) -> bool:
        return bool(self._line)

    @property
    def at_work(self) -> bool:
        """Whether a thread still works, also for a job that was stopped and does not check for it."""
        return not all(task.wait(0.0) for task in self._line)

    def start(
        self,
        description: str,
        work: Work,
        done: Callable[[Any], Any] = ignore,
        failed: Callable[[Exception], Any] = ignore,
        stopped: Callable[[], Any] = ignore,
        on_events: Callable[[list[Event]], Any] = ignore,
    ) -> Task:
        """One of the first three callbacks is called at the end, `on_events` with reports before that."""
        task = Task(description, work)
        for ending, callback in ((task.succeeded, done), (task.failed, failed), (task.stopped, stopped)):
            ending.connect(partial(self._end, task, callback))
        if self._line:
            task.hold()
            task.report(Progress(0.0, tr("Waiting for the models")))
        self._line[task] = on_events
        self._timer.start()
        QgsApplication.taskManager().addTask(task)
        return task

    def stop(self) -> None:
        """The last job first, so that none begins meanwhile."""
        for task in reversed(list(self._line)):
            task.cancel()

    def drop(self) -> None:
        """Stops all jobs, without any callback."""
        for task in reversed(list(self._line)):
            task.drop()

    def close(self, limit_s: float = 0.0) -> None:
        """No callback is called from now on; waits up to `limit_s` for a job that does not stop at once."""
        self._closed = True
        self._timer.stop()
        self.stop()
        for task in self._line:
            task.wait(limit_s)

    def _end(self, task: Task, callback: Callable[..., Any], *outcome: Any) -> None:
        on_events = self._line.pop(task)
        if self._closed:  # and perhaps deleted already
            return
        if self._line:
            next(iter(self._line)).unhold()
        else:
            self._timer.stop()
        if not task.dropped:
            self._pass_events(task, on_events)
            callback(*outcome)

    def _pass_on(self) -> None:
        for task, on_events in list(self._line.items()):
            if not task.dropped:
                self._pass_events(task, on_events)

    def _pass_events(self, task: Task, on_events: Callable[[list[Event]], Any]) -> None:
        events = task.take_events()
        if events:
            on_events(events)
