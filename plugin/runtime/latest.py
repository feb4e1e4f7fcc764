"""The latest request wins.

LatestJob runs one job at a time, and only the newest request waits behind it. Generation drops the outcome of
work that was begun for a view or project that is gone.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any, Callable, Optional

from qgis.PyQt.QtCore import QObject, pyqtBoundSignal, pyqtSignal

from .job_queue import JobQueue
from .task import Work


@dataclass(frozen=True, eq=False)
class Job:
    description: str  # in QGIS's list of tasks
    work: Work  # on the worker thread


class LatestJob(QObject):
    """Signals come on the main thread; one of the last three follows `ended`, before the next job begins."""

    begun = pyqtSignal(object)  # the request
    ended = pyqtSignal(object)  # the request, whether it was done, failed or was stopped
    done = pyqtSignal(object, object)  # the request, and what the work returned
    failed = pyqtSignal(object, object)  # the request, and the exception
    stopped = pyqtSignal(object)  # the request

    def __init__(
        self, jobs: JobQueue, job_of: Callable[[Any], Optional[Job]], parent: Optional[QObject] = None
    ) -> None:
        """`job_of` is called when a request is begun; it returns None where there is nothing left to do."""
        super().__init__(parent)
        self._jobs, self._job_of = jobs, job_of
        self._latest: Any = None  # request
        self._working: Any = None  # request

    @property
    def busy(self) -> bool:
        return self._working is not None

    def request(self, request: Any) -> None:
        """Begins at once, or after the running job; replaces a request that still waits."""
        self._latest = request
        if not self.busy:
            self._begin()

    def forget(self) -> None:
        """Drops the waiting request; the running job goes on, but its request is not wanted any more."""
        self._latest = None

    @property
    def is_forgotten(self) -> bool:
        """Whether nothing is wanted any more, also not what is running."""
        return self._latest is None

    def is_wanted(self, request: Any) -> bool:
        """Whether it is still the latest one, and was not forgotten."""
        return self._latest is not None and self._latest == request

    def _begin(self) -> None:
        request, job = self._latest, self._job_of(self._latest)
        if job is None:
            self.forget()
            return
        self._working = request
        self.begun.emit(request)
        endings = (partial(self._end, signal) for signal in (self.done, self.failed, self.stopped))
        self._jobs.start(job.description, job.work, *endings)

    def _end(self, signal: pyqtBoundSignal, *outcome: object) -> None:
        request, self._working = self._working, None
        self.ended.emit(request)
        signal.emit(request, *outcome)
        if not self.busy and self._latest is not None and self._latest != request:
            self._begin()


class Generation:
    """The time during which one view, or one project, is open."""

    def __init__(self) -> None:
        self._number = 0

    def end(self) -> None:
        """Begins the next one: the outcome of earlier work is dropped."""
        self._number += 1

    def only_now(self, callback: Callable[..., object]) -> Callable[..., None]:
        """`callback`, as a function that does nothing once this generation has ended."""
        number = self._number

        def call(*outcome: object) -> None:
            if number == self._number:
                callback(*outcome)

        return call
