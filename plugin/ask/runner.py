"""Runs one question: reads the view, asks the engine on a worker thread, writes the answer."""

from __future__ import annotations

from typing import Callable, Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...backend.parsing.thought import readable_so_far
from ...backend.stages import Event, Progress, Report, Scene, Thought
from ..map.view import Rendering
from ..runtime.engine_service import EngineService
from ..runtime.task import Task
from .request import Found, Request, answer_request


class QuestionRunner(QObject):
    """Asks one question at a time; all signals come on the main thread."""

    progressed = pyqtSignal(float, object)  # 0...1, and what is being done: a text, which may be a Message
    thought_grew = pyqtSignal(str)  # all of it so far, as plain text
    answered = pyqtSignal(object)  # Found
    failed = pyqtSignal(object)  # any exception
    stopped = pyqtSignal()

    def __init__(self, engine: EngineService, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._rendering: Optional[Rendering] = None
        self._task: Optional[Task] = None  # whose answer is awaited
        self._text = ""

    @property
    def busy(self) -> bool:
        return self._task is not None or self._rendering is not None

    def ask_scene(self, read: Callable[[Report], Scene], request: Request) -> None:
        """`read` is called on the worker thread."""
        self._ask(read, request)

    def ask_drawing(self, rendering: Rendering, request: Request) -> None:
        self._rendering = rendering
        self._rendering.rendered.connect(lambda scene: self._ask(lambda _: scene, request))
        self._rendering.failed.connect(self._fail)
        self._rendering.start()

    def stop(self) -> None:
        """Returns at once; the outcome of work that cannot be interrupted is ignored."""
        if not self.busy:
            return
        if self._rendering is not None:
            self._rendering.stop()
        if self._task is not None:
            self._task.drop()
        self._clear()
        self.stopped.emit()

    def close(self) -> None:
        """No signal comes any more, and no thread draws the map when this returns."""
        self.blockSignals(True)
        rendering = self._rendering
        self.stop()
        if rendering is not None:
            rendering.wait()

    def _ask(self, read: Callable[[Report], Scene], request: Request) -> None:
        self._clear()
        self._text, engine = "", self._engine
        self._task = engine.jobs.start(
            f"AskMap: {request.question.text[:60]}",
            lambda report: answer_request(
                read, request, lambda: engine.engine(request.engine, report), report
            ),
            self._deliver,
            self._fail,
            self._notice_stop,
            self._pass_on,
        )

    def _deliver(self, found: Found) -> None:
        self._clear()
        self.answered.emit(found)

    def _fail(self, error: Exception) -> None:
        self._clear()
        self.failed.emit(error)

    def _notice_stop(self) -> None:
        """QGIS's own task bar can stop a task too."""
        self._clear()
        self.stopped.emit()

    def _clear(self) -> None:
        self._task = self._rendering = None

    def _pass_on(self, events: list[Event]) -> None:
        """Passes on what the worker reported since the last call, as one update of each kind."""
        steps = [event for event in events if isinstance(event, Progress)]
        pieces = [event.piece for event in events if isinstance(event, Thought)]
        if steps:
            self.progressed.emit(steps[-1].fraction, steps[-1].step)
        if pieces:
            self._text += "".join(pieces)
            self.thought_grew.emit(readable_so_far(self._text))
