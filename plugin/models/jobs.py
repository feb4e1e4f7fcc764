"""Models are fetched, checked, tried and deleted on worker threads, with or without a window."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Any, Callable, Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...backend.errors import AskMapError
from ...backend.hub.checking import Checked, check_model
from ...backend.hub.fetching import Fetching, fetch_model, remove_model
from ...backend.hub.overview import ListedModel, served_model
from ...backend.hub.pages import Hub
from ...backend.hub.places import ModelHere, ModelPlace, models_folder
from ...backend.models.trials import ModelTrial
from ...backend.remote.address import ServerAddress
from ...backend.remote.chat import Server
from ...backend.remote.presets import presets
from ...backend.stages import Progress, Report
from ..install.progress import Pace
from ..language import tr
from ..network.qgis_transport import QgisTransport
from ..runtime.engine_service import EngineService
from ..runtime.job_queue import JobQueue
from ..runtime.task import Task
from ..settings import Settings
from .trial import try_apart

GOODBYE_S = 5.0


class JobKind(Enum):
    GET = "get"
    CHECK = "check"
    DELETE = "delete"
    TRY = "try"


@dataclass(eq=False)
class ModelJob:
    """One under way; its worker writes the counts, the window reads them."""

    kind: JobKind
    name: str  # of the model, for the user
    key: str  # of the ListedModel
    done: int = 0  # bytes; of a trial: questions
    total: int = 0  # 0 = not known yet
    has_begun: bool = False
    pace: Pace = field(default_factory=Pace)
    task: Optional[Task] = None
    _before: int = 0  # bytes that were here when it began

    @property
    def percent(self) -> int:
        return int(100 * self.done / self.total) if self.total else 0

    def note(self, done: int, total: int) -> None:
        """On the worker; of what had come before, the pace says nothing."""
        if not self.done:
            self.pace = Pace()
            self._before = done
        self.done, self.total = done, total
        self.pace.note(done - self._before)

    @property
    def seconds_left(self) -> Optional[float]:
        return self.pace.seconds_left(self.total - self._before) if self.done else None


@dataclass(frozen=True)
class EndedJob:
    job: ModelJob
    outcome: Any = None  # of a check: Checked; of a deletion: files that are not AskMap's, and stay
    error: Optional[Exception] = None
    was_stopped: bool = False


class ModelJobs(QObject):
    changed = pyqtSignal()  # what is under way, or how far it is
    ended = pyqtSignal(object)  # EndedJob

    def __init__(self, engine: EngineService, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._queue, self.transport, self._engine = JobQueue(self), QgisTransport(self), engine
        self._under_way: list[ModelJob] = []

    def close(self) -> None:
        """Stops all; what has come is kept for the next time."""
        self._queue.close(GOODBYE_S)
        self.transport.close()

    @property
    def under_way(self) -> tuple[ModelJob, ...]:
        return tuple(self._under_way)

    def of(self, key: str) -> Optional[ModelJob]:
        return next((job for job in self._under_way if job.key == key), None)

    def get(self, model_name: str, repository: str, hub: Hub) -> None:
        def fetch(job: ModelJob, report: Report) -> Path:
            def watch(now: Fetching) -> None:
                report(Progress(job.percent / 100, now.file))  # which raises once it is stopped
                job.note(now.done_bytes, now.total_bytes)

            return fetch_model(hub, repository, models_folder(), watch)

        self._start(JobKind.GET, model_name, repository, tr("AskMap: fetching {name}"), fetch)

    def check(self, model: ListedModel) -> None:
        """One that lies in a folder."""
        folder = model.folder
        if folder is None:
            return

        def check(job: ModelJob, report: Report) -> Checked:
            def tick(done: int, total: int) -> None:
                report(Progress(job.percent / 100, model.name))
                job.note(done, total)

            here = ModelHere(model.repository, folder, model.place or ModelPlace.OWN, "")
            return check_model(here, tick)

        self._start(JobKind.CHECK, model.name, model.key, tr("AskMap: checking {name}"), check)

    def delete(self, model: ListedModel) -> None:
        def delete(job: ModelJob, report: Report) -> tuple[Path, ...]:
            return remove_model(models_folder(), model.repository)

        self._start(JobKind.DELETE, model.name, model.key, tr("AskMap: deleting {name}"), delete)

    def try_out(self, model: ListedModel, chosen: Settings) -> None:
        """It takes turns with the questions. Main thread only: QGIS may ask for a password; ServerFailed."""
        settings = self._engine.settings_of(chosen)

        def attempt(job: ModelJob, report: Report) -> ModelTrial:
            return try_apart(settings, job.note, report)

        text = tr("AskMap: trying {name}")
        self._start(JobKind.TRY, model.name, model.key, text, attempt, self._engine.jobs)

    def stop(self, key: str) -> None:
        job = self.of(key)
        if job is not None and job.task is not None:
            job.task.cancel()

    def stop_all(self) -> None:
        for job in reversed(self._under_way):
            self.stop(job.key)

    def _start(
        self,
        kind: JobKind,
        name: str,
        key: str,
        description: str,
        do: Callable[[ModelJob, Report], Any],
        queue: Optional[JobQueue] = None,
    ) -> None:
        if self.of(key) is not None:
            return
        job = ModelJob(kind, name, key)

        def work(report: Report) -> Any:
            job.has_begun = True
            return do(job, report)

        self._under_way.append(job)
        job.task = (queue or self._queue).start(
            description.format(name=name),
            work,
            partial(self._end, job),
            lambda error: self._end(job, error=error),
            lambda: self._end(job, was_stopped=True),
            lambda events: self.changed.emit(),
        )
        self.changed.emit()

    def _end(
        self, job: ModelJob, outcome: Any = None, error: Optional[Exception] = None, was_stopped: bool = False
    ) -> None:
        self._under_way.remove(job)
        job.task = None
        self.ended.emit(EndedJob(job, outcome, error, was_stopped))
        self.changed.emit()


def look_for_served(transport: QgisTransport, report: Report) -> tuple[ListedModel, ...]:
    """Of the programs on this computer that serve models, as far as they run; no key is sent to them."""
    found: list[ListedModel] = []
    for program in presets():
        address = ServerAddress(program.url, "")
        try:
            names = Server(address, transport).models(report)
        except AskMapError:  # it does not run, or is another one
            continue
        found += (
            served_model(str(ServerAddress(program.url, name)), f"{name} ({program.name})") for name in names
        )
    return tuple(found)
