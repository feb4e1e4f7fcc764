"""Work that the user may stop, one job after the other, and what came of each on the main thread."""

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
    """For what nobody waits for."""


class JobQueue(QObject):
    """Each begins when the one before has ended, also one that was stopped and does not hear it.

    Those that wait hold no thread of QGIS: the map is drawn by the same few. Work that must never be lost,
    nor wait until a question is answered, is for Errands.
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
        """Whether a thread still works, also for one that was stopped and does not hear it."""
        return not all(task.wait(0.0) for task in self._line)

    def start(
        self,
        description: str,
        work: Work,
        done: Callable[[Any], Any] = ignore,
        failed: Callable[[Exception], Any] = ignore,
        stopped: Callable[[], Any] = ignore,
        heard: Callable[[list[Event]], Any] = ignore,
    ) -> Task:
        """One of the first three is called at the end, `heard` before with what was reported meanwhile."""
        task = Task(description, work)
        for ending, tell in ((task.succeeded, done), (task.failed, failed), (task.stopped, stopped)):
            ending.connect(partial(self._end, task, tell))
        if self._line:
            task.hold()
            task.report(Progress(0.0, tr("Waiting for the models")))
        self._line[task] = heard
        self._timer.start()
        QgsApplication.taskManager().addTask(task)
        return task

    def stop(self) -> None:
        """The last one first, so that none begins because of it."""
        for task in reversed(list(self._line)):
            task.cancel()

    def drop(self) -> None:
        """Nobody wants to know any more."""
        for task in reversed(list(self._line)):
            task.drop()

    def close(self, limit_s: float = 0.0) -> None:
        """Nothing is heard from now on; waits so long for what does not hear the stop."""
        self._closed = True
        self._timer.stop()
        self.stop()
        for task in self._line:
            task.wait(limit_s)

    def _end(self, task: Task, tell: Callable[..., Any], *outcome: Any) -> None:
        heard = self._line.pop(task)
        if self._closed:  # and perhaps deleted
            return
        if self._line:
            next(iter(self._line)).unhold()
        else:
            self._timer.stop()
        if not task.dropped:
            self._tell_news(task, heard)
            tell(*outcome)

    def _pass_on(self) -> None:
        for task, heard in list(self._line.items()):
            if not task.dropped:
                self._tell_news(task, heard)

    def _tell_news(self, task: Task, heard: Callable[[list[Event]], Any]) -> None:
        news = task.news()
        if news:
            heard(news)
