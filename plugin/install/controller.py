"""Runs the installation in a task of QGIS's, and says what the page is to show of it."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Callable, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...backend.errors import AskMapError
from ...backend.stages import Progress, Report
from ..backend_messages import error_text
from ..language import tr
from ..network.network_settings import network_of_qgis
from ..network.qgis_transport import QgisTransport
from ..runtime.engine_service import IN_QGIS_TOO
from ..runtime.environment import missing_modules
from ..runtime.installed_packages import packages_root
from ..runtime.new_packages import Trial, TrialBesideQgis
from ..runtime.task import Task, Work
from ..settings import read_settings
from .bundle import computer_of
from .failures import LargerThanPlanned, megabytes
from .fetch import fetch_with_qgis
from .host import this_host
from .installer import install, install_from_bundle, uninstall
from .plan import InstallState, Plan, make_plan
from .progress import duration_text, read_speed, seconds_of

SHOWN_EVERY_MS = 100
GOODBYE_S = 10


@dataclass(frozen=True)
class InstallView:
    """All that the page shows."""

    text: str  # what is there, what is missing, and how large it is; or how the last try ended
    button: str  # "" where nothing can be installed
    can_remove: bool
    bundle: str = ""  # what an offline bundle for this QGIS is called; "" where none can be installed now
    percent: Optional[int] = None  # while it works
    step: str = ""


class InstallController(QObject):
    changed = pyqtSignal(object)  # InstallView
    begun = pyqtSignal()  # to install or remove: what is in use may be made anew
    installed = pyqtSignal()  # or removed: another environment is there than before
    completed = pyqtSignal(bool)  # an installation; False where QGIS must start again to use it

    def __init__(
        self,
        make: Callable[[], Plan] = lambda: make_plan(packages_root(), this_host()),
        parent: Optional[QObject] = None,
    ) -> None:
        super().__init__(parent)
        self._make = make
        self._task: Optional[Task] = None
        self._transport = QgisTransport(self)
        self._plan: Optional[Plan] = None
        self._surprise: Optional[LargerThanPlanned] = None  # until the user looks again
        self._timer = QTimer(self)
        self._timer.setInterval(SHOWN_EVERY_MS)
        self._timer.timeout.connect(self._show_progress)
        self.now = InstallView("", "", False)
        self.look()

    def look(self) -> None:
        """Looks at the disk again, unless work is under way."""
        if self._task is None:
            self._surprise = None
            self._show_plan("")

    def press(self) -> None:
        """The button: begins, or stops."""
        if self._task is not None:
            self._task.cancel()
        elif self._plan is not None:
            plan, network = self._plan, network_of_qgis()
            fetch = partial(fetch_with_qgis, transport=self._transport)
            self._install(
                lambda report, trial: install(plan, network, fetch, report, loaded_environment, trial)
            )

    def install_bundle(self, bundle: Path) -> None:
        """From a file that «askmap bundle» has made, without a network."""
        if self._task is None and self._plan is not None:
            plan = self._plan
            self._install(
                lambda report, trial: install_from_bundle(plan, bundle, report, loaded_environment, trial)
            )

    def remove(self) -> None:
        if self._task is None and self._plan is not None:
            folder = self._plan.folder
            self._start(
                lambda report: uninstall(folder, loaded_environment), lambda: tr("The packages are removed.")
            )

    def close(self) -> None:
        """Stops the work; what was fetched is kept."""
        self._timer.stop()
        if self._task is not None:
            self._task.drop()
            self._task.wait(GOODBYE_S)
            self._task = None
        self._transport.close()

    def _install(self, work: Callable[[Report, Trial], Path]) -> None:
        trial = TrialBesideQgis(read_settings())
        task = self._start(lambda report: work(report, trial), _end_of_installation)
        task.succeeded.connect(trial.keep)
        task.succeeded.connect(lambda _: self.completed.emit(not _has_torch()))

    def _start(self, work: Work, end: Callable[[], str]) -> Task:
        self._task = task = Task(tr("AskMap: installing the packages"), work)
        task.succeeded.connect(lambda _: self._end(task, end()))
        task.stopped.connect(lambda: self._end(task, tr("Stopped; what was fetched is kept.")))
        task.failed.connect(lambda error: self._fail(task, error))
        self._timer.start()
        self.begun.emit()
        step = tr("Waiting to begin")
        self._set(replace(self.now, button=tr("Stop"), can_remove=False, bundle="", percent=0, step=step))
        QgsApplication.taskManager().addTask(task)
        return task

    def _show_progress(self) -> None:
        events = self._task.take_events() if self._task is not None else []
        steps = [event for event in events if isinstance(event, Progress)]
        if steps:
            self._set(replace(self.now, percent=int(100 * steps[-1].fraction), step=steps[-1].step))

    def _fail(self, task: Task, error: Exception) -> None:
        if not isinstance(error, AskMapError):
            self._end(task, str(error))
            raise error  # a bug: QGIS shows its traceback
        if isinstance(error, LargerThanPlanned):
            self._surprise = error
        self._end(task, error_text(error))

    def _end(self, task: Task, outcome: str) -> None:
        if not task.dropped:
            self._timer.stop()
            self._task = None
            self._show_plan(outcome)
            self.installed.emit()

    def _show_plan(self, outcome: str) -> None:
        """`outcome` is how the last try ended, and stands above what can be done now."""
        try:
            plan = self._make()
        except AskMapError as error:
            self._plan = None
            self._set(InstallView(error_text(error), "", False))
            return
        self._plan = plan.grown_to(self._surprise.download_bytes) if self._surprise else plan
        text = "\n\n".join(filter(None, (outcome, _text_of(self._plan))))
        can_remove = self._plan.state not in (InstallState.ABSENT, InstallState.UNFINISHED)
        self._set(InstallView(text, _button_of(self._plan), can_remove, str(computer_of(self._plan))))

    def _set(self, view: InstallView) -> None:
        if view != self.now:
            self.now = view
            self.changed.emit(view)


def _text_of(plan: Plan) -> str:
    sizes = tr("{download} MB to fetch, {room} MB on the disk, where {free} MB are free.").format(
        download=megabytes(plan.download_bytes),
        room=megabytes(plan.room_bytes),
        free=megabytes(plan.free_bytes),
    )
    sizes += f" {_time_of(plan)}"
    all_there = tr("All packages are installed in QGIS's profile.")
    return {
        InstallState.ABSENT: f"{_of_absent()} {sizes}",
        InstallState.UNFINISHED: tr("An installation has not ended; what was fetched is kept.") + f" {sizes}",
        InstallState.OUTDATED: tr("Other versions are needed now; only what changed is fetched.")
        + f" {tr('At most:')} {sizes}",
        InstallState.WITHOUT_GPU: f"{all_there} {tr('They run on the processor.')} "
        + tr("Those for the graphics card can be installed in their place:")
        + f" {sizes}",
        InstallState.COMPLETE: all_there,
    }[plan.state]


def _of_absent() -> str:
    """Those that QGIS has may come from elsewhere."""
    if missing_modules():
        return tr("AskMap can install them into QGIS's profile:")
    return tr("The packages that QGIS has are in use. AskMap can install its own into QGIS's profile:")


def _time_of(plan: Plan) -> str:
    speed = read_speed(plan.folder)
    time = duration_text(seconds_of(plan, speed))
    if speed is None:
        return tr("That takes {time} where 50 Mbit arrive a second.").format(time=time)
    return tr("That takes {time}, as fast as the last download here.").format(time=time)


def _button_of(plan: Plan) -> str:
    return {
        InstallState.ABSENT: tr("Install the packages"),
        InstallState.UNFINISHED: tr("Go on installing"),
        InstallState.OUTDATED: tr("Update the packages"),
        InstallState.WITHOUT_GPU: tr("Install those for the graphics card"),
        InstallState.COMPLETE: tr("Install them again"),
    }[plan.state]


def _end_of_installation() -> str:
    return tr("The packages are installed; QGIS uses them when it starts again.") if _has_torch() else ""


def _has_torch() -> bool:
    """An older one, wherever it lies: two cannot be loaded."""
    return "torch" in sys.modules


def loaded_environment() -> Optional[Path]:
    """The one that this QGIS has in use, which need not be the one that was installed last."""
    files = [getattr(sys.modules.get(name), "__file__", None) for name in ("torch", *IN_QGIS_TOO)]
    places = [place for file in files if file for place in Path(file).parents]
    return next((each for each in places if (each / "pyvenv.cfg").is_file()), None)
