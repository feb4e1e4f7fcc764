"""The tasks of one window: nothing of them is heard after it closed."""

from __future__ import annotations

import threading
from typing import Any, Callable, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..backend.stages import Progress
from .task import Task, Work

LOOK_MS = 100  # how often what a task says of its progress is passed on


class Jobs(QObject):
    """One job at a time works; `stop` is for all that wait, too."""

    progressed = pyqtSignal(float, str)  # 0...1, and what is being done

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._turn = threading.Lock()
        self._alive: list[Task] = []
        self._closed = False
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._pass_on)

    @property
    def busy(self) -> bool:
        return bool(self._alive)

    def start(
        self,
        description: str,
        work: Work,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        stopped: Callable[[], None] = lambda: None,
    ) -> None:
        """One of the three is called on the main thread."""
        task = Task(description, work, self._turn)
        self._alive.append(task)
        task.succeeded.connect(lambda outcome: self._end(task, lambda: done(outcome)))
        task.failed.connect(lambda error: self._end(task, lambda: failed(error)))
        task.stopped.connect(lambda: self._end(task, stopped))
        QgsApplication.taskManager().addTask(task)
        self._look.start()

    def stop(self) -> None:
        for task in list(self._alive):
            task.cancel()

    def close(self) -> None:
        self._closed = True
        self._look.stop()
        self.stop()

    def _end(self, task: Task, tell: Callable[[], None]) -> None:
        self._alive.remove(task)
        if self._closed:
            return
        if not self._alive:
            self._look.stop()
        tell()

    def _pass_on(self) -> None:
        for task in self._alive:
            for step in [each for each in task.news() if isinstance(each, Progress)][-1:]:
                self.progressed.emit(step.fraction, step.step)
