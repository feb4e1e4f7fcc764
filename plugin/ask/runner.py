"""One question on its way: a view of the map, the engine on a worker thread, an answer in a file."""

from __future__ import annotations

import sys
from typing import Callable, Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...backend.engine.loading import load_engine
from ...backend.engine.protocols import Engine, EngineSettings
from ...backend.errors import MissingPackage
from ...backend.parsing.thought import readable_so_far
from ...backend.stages import Event, Progress, Report, Scene, Thought
from ..language import tr
from ..map.view import Rendering
from ..runtime.environment import advice, missing_modules, try_out
from ..runtime.job_queue import Jobs
from ..runtime.refused_packages import no_triton
from ..runtime.task import Task
from .request import Found, Request, answered

GOODBYE_S = 10  # how long closing waits for work that does not hear the stop, such as loading weights
Load = Callable[[EngineSettings, Report], Engine]


def load_with_care(settings: EngineSettings, report: Report) -> Engine:
    """Before torch comes into QGIS for the first time, a process that may crash tries it out."""
    if missing_modules():
        raise MissingPackage(advice())
    no_triton.begin()
    if "torch" not in sys.modules:
        try_out(report)
    report(Progress(0.0, tr("Loading the models")))
    return load_engine(settings)


class Asking(QObject):
    """Asks one question at a time; all signals come on the main thread."""

    progressed = pyqtSignal(float, str)  # 0...1, and what is being done
    thought_grew = pyqtSignal(str)  # all of it so far, as plain text
    answered = pyqtSignal(object)  # Found
    failed = pyqtSignal(object)  # any exception
    stopped = pyqtSignal()

    def __init__(self, load: Load = load_with_care, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self.jobs = Jobs(self)  # also for other work that needs the engine
        self._load = load
        self._rendering: Optional[Rendering] = None
        self._task: Optional[Task] = None  # the one whose answer is awaited
        self._text = ""

    @property
    def busy(self) -> bool:
        return self._task is not None or self._rendering is not None

    def prepare(self, engine: EngineSettings) -> None:
        """Load the engine while the person still types; what goes wrong comes up again with the question."""
        self.jobs.start(tr("AskMap: loading the models"), lambda report: self._load(engine, report))

    def engine(self, settings: EngineSettings, report: Report) -> Engine:
        """For work on a worker thread, inside of a job."""
        return self._load(settings, report)

    def ask_scene(self, read: Callable[[Report], Scene], request: Request) -> None:
        """`read` is called on the worker thread."""
        self._ask(read, request)

    def ask_drawing(self, rendering: Rendering, request: Request) -> None:
        self._rendering = rendering
        self._rendering.rendered.connect(lambda scene: self._ask(lambda _: scene, request))
        self._rendering.failed.connect(self._fail)
        self._rendering.start()

    def stop(self) -> None:
        """At once for the person; work that cannot be interrupted ends unheard, before the next begins."""
        if not self.busy:
            return
        if self._rendering is not None:
            self._rendering.stop()
        if self._task is not None:
            self._task.drop()
        self._settle()
        self.stopped.emit()

    def close(self) -> None:
        """No thread of ours works any more when this returns, and nothing is heard of it."""
        self.blockSignals(True)
        rendering = self._rendering
        self.stop()
        if rendering is not None:
            rendering.wait()
        self.jobs.close(GOODBYE_S)

    def _ask(self, read: Callable[[Report], Scene], request: Request) -> None:
        self._settle()
        self._text, load = "", self._load
        self._task = self.jobs.start(
            f"AskMap: {request.question.text[:60]}",
            lambda report: answered(read, request, lambda: load(request.engine, report), report),
            self._deliver,
            self._fail,
            self._notice_stop,
            self._pass_on,
        )

    def _deliver(self, found: Found) -> None:
        self._settle()
        self.answered.emit(found)

    def _fail(self, error: Exception) -> None:
        self._settle()
        self.failed.emit(error)

    def _notice_stop(self) -> None:
        """QGIS's own task bar can stop a task too."""
        self._settle()
        self.stopped.emit()

    def _settle(self) -> None:
        self._task = self._rendering = None

    def _pass_on(self, events: list[Event]) -> None:
        """What the worker reported since the last time, as one update of each kind."""
        steps = [event for event in events if isinstance(event, Progress)]
        pieces = [event.piece for event in events if isinstance(event, Thought)]
        if steps:
            self.progressed.emit(steps[-1].fraction, steps[-1].step)
        if pieces:
            self._text += "".join(pieces)
            self.thought_grew.emit(readable_so_far(self._text))
