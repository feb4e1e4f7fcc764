"""The engine and the queue of all work that needs it: questions, corrections, teaching and the self-test."""

from __future__ import annotations

import sys
from typing import Callable, Optional

from qgis.PyQt.QtCore import QObject

from ...backend.engine.kinds import describe
from ...backend.engine.loading import load_engine
from ...backend.engine.protocols import Engine, EngineSettings
from ...backend.errors import MissingPackage
from ...backend.stages import Progress, Report
from ..language import tr
from ..settings import SettingsStore
from .environment import advice, missing_modules, try_out
from .job_queue import JobQueue
from .own_packages import own_packages
from .refused_packages import no_triton

GOODBYE_S = 10  # how long closing waits for work that does not check for the stop, such as loading weights
Load = Callable[[EngineSettings, Report], Engine]
EngineInJob = Callable[[Report], Engine]  # for the worker thread


def load_with_care(settings: EngineSettings, report: Report) -> Engine:
    """Before torch is first imported into QGIS, its import is tested in another process, which may crash."""
    if describe(settings).needs_packages:
        _check_packages(report)
    report(Progress(0.0, tr("Loading the models")))
    return load_engine(settings)


def _check_packages(report: Report) -> None:
    if missing_modules():
        raise MissingPackage(advice())
    no_triton.begin()
    own_packages.begin()
    if "torch" not in sys.modules:
        try_out(report)


class EngineService(QObject):
    """One for the whole plugin, because the device holds one engine and does one job at a time."""

    def __init__(
        self,
        load: Load = load_with_care,
        settings: Optional[SettingsStore] = None,
        parent: Optional[QObject] = None,
    ) -> None:
        super().__init__(parent)
        self.load = load
        self._settings = settings or SettingsStore(self)
        self.jobs = JobQueue(self)

    def prepare(self) -> None:
        """Loads the engine while the user still types; an error is shown when the question is asked."""
        self.jobs.start(tr("AskMap: loading the models"), self.engine_now())

    def engine_now(self) -> EngineInJob:
        """The engine of the current settings. Main thread only; the function is called in a job."""
        settings = self._settings.now.engine()
        return lambda report: self.engine(settings, report)

    def engine(self, settings: EngineSettings, report: Report) -> Engine:
        """For a worker thread, inside a job."""
        return self.load(settings, report)

    def close(self) -> None:
        """Stops all jobs, and waits for their threads, at most GOODBYE_S."""
        self.jobs.close(GOODBYE_S)
