"""Reads what the map shows as a Scene, once for each view, while the user still looks at it."""

from __future__ import annotations

from typing import Callable, Optional, Union

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...backend.errors import AskMapError
from ...backend.stages import Scene
from ..runtime.file_worker import FileWorker
from ..runtime.latest import Generation
from .view import Rendering

View = Callable[[], Union[Callable[..., Scene], Rendering]]
# called on the main thread; what it gives is called on a worker, or a Rendering that was not started; it may
# raise an AskMapError


class ViewReader(QObject):
    came = pyqtSignal(object)  # Scene
    failed = pyqtSignal(object)  # any exception

    def __init__(self, view: View, file_worker: FileWorker, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._view, self._file_worker = view, file_worker
        self._scene: Optional[Scene] = None
        self._is_drawn = False
        self._shown = Generation()
        self._reading = False
        self._rendering: Optional[Rendering] = None

    @property
    def scene(self) -> Optional[Scene]:
        """None until the view is read."""
        return self._scene

    @property
    def is_drawn(self) -> bool:
        """Whether it is drawn with the layers' styles, so that it changes with them."""
        return self._is_drawn

    def forget(self) -> None:
        """Drops the scene: the map shows something else now."""
        self._shown.end()
        self._scene, self._reading = None, False
        if self._rendering is not None:
            self._rendering.stop()
            self._rendering = None

    def want(self) -> None:
        """Reads the view, unless it is read already or being read."""
        if self._scene is not None or self._reading:
            return
        self._reading = True
        take, fail = self._shown.only_now(self._take), self._shown.only_now(self._fail)
        try:
            source = self._view()
        except AskMapError as error:
            fail(error)
            return
        self._is_drawn = isinstance(source, Rendering)
        if isinstance(source, Rendering):
            self._draw(source, take, fail)
        else:
            self._file_worker.run(source, take, fail)

    def _draw(
        self, rendering: Rendering, take: Callable[[Scene], None], fail: Callable[[Exception], None]
    ) -> None:
        self._rendering = rendering
        rendering.rendered.connect(take)
        rendering.failed.connect(fail)
        rendering.start()

    def _take(self, scene: Scene) -> None:
        self._scene, self._reading, self._rendering = scene, False, None
        self.came.emit(scene)

    def _fail(self, error: Exception) -> None:
        self._reading, self._rendering = False, None
        self.failed.emit(error)
