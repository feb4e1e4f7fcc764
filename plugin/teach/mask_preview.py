"""SAM2's mask of a sample as soon as a target is complete; the latest drawing wins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Callable, Optional

import numpy as np
from numpy.typing import NDArray
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...backend.errors import AskMapError
from ...backend.geo.outlines import mask_geometry
from ...backend.stages import Box, Report, Scene, Target
from ..language import tr
from ..runtime.engine_service import EngineInJob
from ..runtime.job_queue import JobQueue
from ..runtime.latest import Job, LatestJob
from ..runtime.task import Task
from .sketch import agreement

_Request = tuple[Scene, tuple[Target, ...]]
EngineNow = Callable[[], EngineInJob]  # on the main thread


class Stopped(AskMapError):
    """It was stopped in QGIS's own list of tasks."""


@dataclass(frozen=True, eq=False)
class DrawnMask:
    scene: Scene
    targets: tuple[Target, ...]
    mask: NDArray[np.bool_]  # (H, W), of all targets together
    outline: bytes  # WKB in the scene's map units
    agreement: float  # IoU of the mask's box and the drawn one, for the target where it is least


class MaskPreview(QObject):
    drawn = pyqtSignal(object)  # DrawnMask
    failed = pyqtSignal(object)  # any exception

    def __init__(self, jobs: JobQueue, engine: EngineNow, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._jobs, self._engine = jobs, engine
        self._loaded = False
        self._latest = LatestJob(jobs, self._job_of, self)
        self._latest.done.connect(self._show)
        self._latest.failed.connect(self._fail)
        self._latest.stopped.connect(self._fail_stopped)
        self._warming: Optional[Task] = None
        self._warmed = 0  # scenes

    @property
    def loaded(self) -> bool:
        """Whether the models have answered once; loading them takes a while."""
        return self._loaded

    def draw(self, scene: Scene, targets: tuple[Target, ...]) -> None:
        self._latest.request((scene, targets))

    def forget(self) -> None:
        """Drops the request; the mask is not wanted any more."""
        self._latest.forget()

    def draw_for(
        self, scene: Scene, targets: tuple[Target, ...], done: Callable[[Optional[DrawnMask]], Any]
    ) -> None:
        """For a sample that is kept before its mask is done; `done` gets None where there is no mask."""
        engine = self._engine()
        self._jobs.start(
            tr("AskMap: a mask to keep"),
            lambda report: _preview(engine, scene, targets, report),
            done,
            lambda error: done(None),
            lambda: done(None),
        )

    def warm(self, scene: Scene) -> None:
        """Lets SAM2 encode the scene before the first box, which then needs the decoder only."""
        self.cool()
        engine, everything = self._engine(), Target(Box(0.0, 0.0, scene.grid.width, scene.grid.height))
        turn = self._warmed
        task = self._jobs.start(
            tr("AskMap: looking at the picture"),
            lambda report: engine(report).segment(scene, (everything,), report),
            self._note_loaded,
            self._fail_warming,
            self._end_warming,
        )
        if turn == self._warmed:
            self._warming = task
        else:  # cool() was called meanwhile: QGIS's status bar made room for the task, which moved the map
            task.drop()

    def cool(self) -> None:
        """Drops the encoding of the scene."""
        self._warmed += 1
        if self._warming is not None:
            self._warming.drop()
            self._end_warming()

    def _job_of(self, request: _Request) -> Job:
        (scene, targets), engine = request, self._engine()
        return Job(tr("AskMap: drawing the mask"), lambda report: _preview(engine, scene, targets, report))

    def _show(self, request: _Request, preview: DrawnMask) -> None:
        self._loaded = True
        if self._latest.is_wanted(request):
            self.drawn.emit(preview)

    def _fail(self, request: _Request, error: Exception) -> None:
        if self._latest.is_wanted(request):
            self.failed.emit(error)

    def _fail_stopped(self, request: _Request) -> None:
        self._fail(request, Stopped(tr("The drawing of the mask was stopped.")))

    def _note_loaded(self, _: object) -> None:
        self._loaded = True
        self._end_warming()

    def _fail_warming(self, error: Exception) -> None:
        self._end_warming()
        self.failed.emit(error)

    def _end_warming(self) -> None:
        self._warming = None


def _preview(engine: EngineInJob, scene: Scene, targets: tuple[Target, ...], report: Report) -> DrawnMask:
    """On a worker thread."""
    masks = engine(report).segment(scene, targets, report)
    worst = min(agreement(mask, target.box) for mask, target in zip(masks.masks, targets))
    return DrawnMask(scene, targets, masks.union, mask_geometry(masks.union, scene.grid), worst)
