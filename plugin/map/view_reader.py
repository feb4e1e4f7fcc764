"""What the map shows, as a Scene: read once for each view, while the person still looks at it."""

from __future__ import annotations

from functools import partial
from typing import Callable, Optional, Union

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...backend.errors import AskMapError
from ...backend.stages import Scene
from ..runtime.file_worker import Errands
from .view import Rendering

View = Callable[[], Union[Callable[..., Scene], Rendering]]
# called on the main thread; what it gives is called on a worker, or a Rendering that was not started; it may
# raise an AskMapError


class ViewScene(QObject):
    came = pyqtSignal(object)  # Scene
    failed = pyqtSignal(object)  # any exception

    def __init__(self, view: View, errands: Errands, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._view, self._errands = view, errands
        self.scene: Optional[Scene] = None
        self.is_drawn = False  # with the layers' styles, so that it changes with them
        self._turn = 0  # counts the views: what comes of an earlier one is too late
        self._reading = False
        self._rendering: Optional[Rendering] = None

    def forget(self) -> None:
        """The map shows something else now."""
        self._turn += 1
        self.scene, self._reading = None, False
        if self._rendering is not None:
            self._rendering.stop()
            self._rendering = None

    def want(self) -> None:
        """Reads the view, unless that is done or under way."""
        if self.scene is not None or self._reading:
            return
        self._reading, turn = True, self._turn
        try:
            source = self._view()
        except AskMapError as error:
            self._fail(turn, error)
            return
        self.is_drawn = isinstance(source, Rendering)
        if self.is_drawn:
            self._draw(source, turn)  # type: ignore[arg-type]
        else:
            self._errands.run(source, partial(self._take, turn), partial(self._fail, turn))  # type: ignore[arg-type]

    def _draw(self, rendering: Rendering, turn: int) -> None:
        self._rendering = rendering
        rendering.rendered.connect(partial(self._take, turn))
        rendering.failed.connect(partial(self._fail, turn))
        rendering.start()

    def _take(self, turn: int, scene: Scene) -> None:
        if turn == self._turn:
            self.scene, self._reading, self._rendering = scene, False, None
            self.came.emit(scene)

    def _fail(self, turn: int, error: Exception) -> None:
        if turn == self._turn:
            self._reading, self._rendering = False, None
            self.failed.emit(error)
