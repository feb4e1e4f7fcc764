"""The engine and the queue of all work that needs it: questions, corrections, teaching and the self-test."""

from __future__ import annotations

import sys
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Callable, Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...backend.child.channel import EngineAddress
from ...backend.child.conversation import ChildCommand
from ...backend.child.engine import load_in_child, unload_child
from ...backend.engine.kinds import describe
from ...backend.engine.loading import load_engine
from ...backend.engine.protocols import QGIS, Engine, EngineSettings
from ...backend.errors import AskMapError, EngineEnded, MissingPackage, ServiceGone
from ...backend.models.loading_watch import watched
from ...backend.service.client import Service, running_service
from ...backend.stages import Event, Progress, Report
from ..language import tr
from ..package_test.trial import try_out
from ..settings import Settings, SettingsStore
from .engine_choice import engine_choice
from .environment import advice, interpreter, missing_modules, order_now
from .job_queue import JobQueue
from .own_packages import own_packages
from .refused_packages import no_triton

GOODBYE_S = 10  # how long closing waits for work that does not check for the stop, such as loading weights
Load = Callable[[EngineSettings, Report], Engine]
SettingsOf = Callable[[Settings], EngineSettings]  # main thread only: it may have to ask for a key
EngineInJob = Callable[[Report], Engine]  # for the worker thread
IN_QGIS_TOO = ("scipy",)  # corrections and samples need it, wherever the engine runs


def load_with_care(settings: EngineSettings, report: Report) -> Engine:
    """Before torch is first imported into QGIS, its import is tested in another process, which may crash.

    Where it does, the engine runs in a process of its own.
    """
    needs_packages = describe(settings).needs_packages
    service = running_service() if needs_packages and settings.process != QGIS else None
    if service is not None:
        engine_choice.take_service()
        with suppress(ServiceGone):
            return _load(settings, service, report)
    return _load(settings, _command(settings, report) if needs_packages else None, report)


def _load(settings: EngineSettings, command: Optional[EngineAddress], report: Report) -> Engine:
    """In QGIS where no `command` says how the engine's process is reached."""
    report(Progress(0.0, tr("Loading the models")))
    models = replace(settings, process="auto")  # the same ones, wherever they run
    if command is not None:
        return _load_apart(models, command, lambda event: report(_told(event)))
    unload_child()
    with watched((models.reasoner, models.segmenter), lambda fraction: report(_loading(fraction))):
        return load_engine(models)


def _loading(fraction: float) -> Progress:
    step = tr("Loading the models, only once: {percent} %")
    return Progress(fraction, step.format(percent=round(100 * fraction)))


def _told(event: Event) -> Event:
    """How far another process has loaded, in the user's language."""
    return _loading(event.fraction) if isinstance(event, Progress) and event.fraction else event


def _command(settings: EngineSettings, report: Report) -> Optional[EngineAddress]:
    """How the engine's process is reached; None where it runs in this one."""
    return child_command() if _runs_apart(settings, report) else None


def _runs_apart(settings: EngineSettings, report: Report) -> bool:
    if missing_modules():
        raise MissingPackage(advice())

    def check() -> None:
        no_triton.begin()
        own_packages.begin()
        if "torch" not in sys.modules:
            try_out(report, order_now(settings.device))

    place = engine_choice.place(settings.process, own_packages.folder, check)
    if place.is_own:
        own_packages.begin(only=IN_QGIS_TOO)
    return place.is_own


def _load_apart(models: EngineSettings, command: EngineAddress, report: Report) -> Engine:
    """A child that dies as it loads may have broken packages: the page that installs is the way out."""
    try:
        return load_in_child(models, command, report)
    except EngineEnded as error:
        if isinstance(command, Service):
            raise
        raise MissingPackage(
            error.message, tr("Ask again. If it happens again, install the packages of the engine again.")
        ) from error


def child_command() -> ChildCommand:
    folder = own_packages.folder  # without one, the interpreter has the packages itself
    return ChildCommand(interpreter(), (folder,) if folder else ())


def _tell(error: AskMapError, _: Report) -> Engine:
    raise error


class EngineService(QObject):
    """One for the whole plugin, because the device holds one engine and does one job at a time."""

    preparing = pyqtSignal(float, object)  # how far the loading before a question is, 0...1, and the step
    prepared = pyqtSignal()  # that has ended, well or not
    placed = pyqtSignal(object)  # the EnginePlace of an engine that was loaded; None where it needs none

    def __init__(
        self,
        load: Load = load_with_care,
        settings: Optional[SettingsStore] = None,
        parent: Optional[QObject] = None,
        settings_of: SettingsOf = Settings.engine,
    ) -> None:
        super().__init__(parent)
        self.load, self.settings_of = load, settings_of
        self._settings = settings or SettingsStore(self)
        self._before = self._settings.now
        self._settings.changed.connect(self._let_go)
        self.jobs = JobQueue(self)

    def prepare(self) -> None:
        """Loads the engine while the user still types; an error is shown when the question is asked."""
        self.jobs.start(
            tr("AskMap: loading the models"),
            self.engine_now(),
            done=lambda _: self.prepared.emit(),
            failed=lambda _: self.prepared.emit(),
            stopped=self.prepared.emit,
            on_events=self._pass_on,
        )

    def _pass_on(self, events: list[Event]) -> None:
        steps = [event for event in events if isinstance(event, Progress)]
        if steps:
            self.preparing.emit(steps[-1].fraction, steps[-1].step)

    def engine_now(self) -> EngineInJob:
        """The engine of the current settings. Main thread only; the function is called in a job."""
        return self.engine_of(self._settings.now)

    def engine_of(self, chosen: Settings) -> EngineInJob:
        """The same for other settings; a key that cannot be read is told in the job, as all errors are."""
        try:
            settings = self.settings_of(chosen)
        except AskMapError as error:
            return partial(_tell, error)
        return lambda report: self.engine(settings, report)

    def engine(self, settings: EngineSettings, report: Report) -> Engine:
        """For a worker thread, inside a job."""
        engine = self.load(settings, report)
        self.placed.emit(engine_choice.latest)
        return engine

    def try_again(self) -> None:
        """The packages are or will be new, or the user says so: where they run best is not known any more.

        A process of the engine's that runs has those before, and on Windows it would hold their files.
        """
        unload_child()
        engine_choice.forget()

    def close(self) -> None:
        """Stops all jobs, and waits for their threads, at most GOODBYE_S."""
        self._settings.changed.disconnect(self._let_go)
        self.jobs.close(GOODBYE_S)
        unload_child()
        engine_choice.forget()

    def _let_go(self, now: Settings) -> None:
        """An engine of other settings is in the way of the next one."""
        before, self._before = self._before, now
        if (before.engine(), before.environment) != (now.engine(), now.environment):
            unload_child()
