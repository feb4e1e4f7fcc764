"""One question on its way: a view of the map, the engine on a worker thread, an answer in a file."""

from __future__ import annotations

import sys
import threading
from functools import partial
from typing import Any, Callable, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..backend.engine import Engine, EngineSettings, load_engine
from ..backend.errors import MissingPackage
from ..backend.stages import Progress, Report, Scene, Thought
from ..backend.thought import readable_so_far
from .canvas import Rendering
from .environment import advice, missing_modules, try_out
from .language import tr
from .request import Found, Request, answered
from .task import Task, Work

UPDATE_MS = 50  # 20 Hz: faster than anyone reads, slow enough for the window
GOODBYE_S = 10  # how long closing waits for work that does not hear the stop, such as loading weights
Load = Callable[[EngineSettings, Report], Engine]


def load_with_care(settings: EngineSettings, report: Report) -> Engine:
    """Before torch comes into QGIS for the first time, a process that may crash tries it out."""
    if missing_modules():
        raise MissingPackage(advice())
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
        self._load = load
        self._turn = threading.Lock()
        self._rendering: Optional[Rendering] = None
        self._task: Optional[Task] = None  # the one whose answer is awaited
        self._alive: list[Task] = []  # that one, and those which were stopped and have not ended yet
        self._text, self._closed = "", False
        self._timer = QTimer(self)
        self._timer.setInterval(UPDATE_MS)
        self._timer.timeout.connect(self._pass_on)

    @property
    def busy(self) -> bool:
        return self._task is not None or self._rendering is not None

    def prepare(self, engine: EngineSettings) -> None:
        """Load the engine while the person still types; what goes wrong comes up again with the question."""
        self.work(tr("AskMap: loading the models"), lambda report: self._load(engine, report))

    def engine(self, settings: EngineSettings, report: Report) -> Engine:
        """For work on a worker thread, inside of `work`."""
        return self._load(settings, report)

    def work(
        self,
        description: str,
        work: Work,
        done: Optional[Callable[[Any], None]] = None,
        failed: Optional[Callable[[Exception], None]] = None,
        stopped: Optional[Callable[[], Any]] = None,
    ) -> Task:
        """Something else on a worker thread, in its turn; what came of it on the main thread."""
        task = self._start(description, work)
        for signal, slot in ((task.succeeded, done), (task.failed, failed), (task.stopped, stopped)):
            if slot is not None:
                signal.connect(partial(self._pass, slot))
        return task

    def _pass(self, slot: Callable[..., Any], *outcome: Any) -> None:
        """Who asked for it may be gone when it comes."""
        if not self._closed:
            slot(*outcome)

    def ask_scene(self, read: Callable[[], Scene], request: Request) -> None:
        """`read` is called on the worker thread."""
        self._ask(read, request)

    def ask_drawing(self, rendering: Rendering, request: Request) -> None:
        self._rendering = rendering
        self._rendering.rendered.connect(lambda scene: self._ask(lambda: scene, request))
        self._rendering.failed.connect(self._fail)
        self._rendering.start()

    def stop(self) -> None:
        """At once for the person; work that cannot be interrupted ends unheard, before the next begins."""
        if not self.busy:
            return
        if self._rendering is not None:
            self._rendering.stop()
        if self._task is not None:
            self._task.cancel()
        self._settle()
        self.stopped.emit()

    def close(self) -> None:
        """No thread of ours works any more when this returns, and nothing is heard of it."""
        self._closed = True
        self.blockSignals(True)
        rendering = self._rendering
        self.stop()
        if rendering is not None:
            rendering.wait()
        for task in list(self._alive):
            task.cancel()
        for task in list(self._alive):
            task.wait(GOODBYE_S)

    def _ask(self, read: Callable[[], Scene], request: Request) -> None:
        self._settle()
        load = self._load
        task = self._start(
            f"AskMap: {request.question.text[:60]}",
            lambda report: answered(read, request, lambda: load(request.engine, report), report),
        )
        self._task, self._text = task, ""
        task.succeeded.connect(lambda found: self._deliver(task, found))
        task.failed.connect(lambda error: self._fail(error) if task is self._task else None)
        task.stopped.connect(lambda: self._notice_stop(task))
        self._timer.start()

    def _start(self, description: str, work: Work) -> Task:
        task = Task(description, work, self._turn)
        self._alive.append(task)
        for ending in (task.succeeded, task.failed, task.stopped):
            ending.connect(lambda *_: self._forget(task))
        QgsApplication.taskManager().addTask(task)
        return task

    def _forget(self, task: Task) -> None:
        self._alive.remove(task)

    def _deliver(self, task: Task, found: Found) -> None:
        if task is self._task:
            self._pass_on()
            self._settle()
            self.answered.emit(found)

    def _fail(self, error: Exception) -> None:
        if self._task is not None:
            self._pass_on()
        self._settle()
        self.failed.emit(error)

    def _notice_stop(self, task: Task) -> None:
        """QGIS's own task bar can stop a task too."""
        if task is self._task:
            self._settle()
            self.stopped.emit()

    def _settle(self) -> None:
        self._task = self._rendering = None
        self._timer.stop()

    def _pass_on(self) -> None:
        """What the worker reported since the last time, as one update of each kind."""
        events = self._task.news() if self._task is not None else []
        steps = [event for event in events if isinstance(event, Progress)]
        pieces = [event.piece for event in events if isinstance(event, Thought)]
        if steps:
            self.progressed.emit(steps[-1].fraction, steps[-1].step)
        if pieces:
            self._text += "".join(pieces)
            self.thought_grew.emit(readable_so_far(self._text))
