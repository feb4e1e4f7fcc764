"""Of several requests the latest wins.

LatestJob does one job at a time, and only the newest request waits behind it. Generation ignores what comes
of work that cannot be held back, but was begun for what is gone.
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
    ended = pyqtSignal(object)  # the request, whatever came of it
    done = pyqtSignal(object, object)  # the request, and what the work gave
    failed = pyqtSignal(object, object)  # the request, and the exception
    stopped = pyqtSignal(object)  # the request

    def __init__(
        self, jobs: JobQueue, job_of: Callable[[Any], Optional[Job]], parent: Optional[QObject] = None
    ) -> None:
        """`job_of` is asked when a request has its turn; None where there is nothing left to do for it."""
        super().__init__(parent)
        self._jobs, self._job_of = jobs, job_of
        self._latest: Any = None  # request
        self._working: Any = None  # request

    @property
    def busy(self) -> bool:
        return self._working is not None

    def request(self, request: Any) -> None:
        """At once, or after the job at work; a request that waits until then gives way to this."""
        self._latest = request
        if not self.busy:
            self._begin()

    def forget(self) -> None:
        """No request is wanted any more; the job at work ends all the same."""
        self._latest = None

    def is_wanted(self, request: Any) -> bool:
        """Whether no later one came, and it was not forgotten."""
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
    """The time in which one view, or one project, is there."""

    def __init__(self) -> None:
        self._number = 0

    def end(self) -> None:
        """Another one begins: what was begun in this one comes too late."""
        self._number += 1

    def only_now(self, callback: Callable[..., object]) -> Callable[..., None]:
        """`callback`, which is not called any more when this generation has ended."""
        number = self._number

        def call(*outcome: object) -> None:
            if number == self._number:
                callback(*outcome)

        return call
