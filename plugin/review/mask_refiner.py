"""Sends a corrected prompt to SAM2 and puts the new outline into the Review; the last click wins."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Callable, Optional

import numpy as np
from numpy.typing import NDArray
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...backend.entries.entry import DRAWN, REFINED, Entry, Finding
from ...backend.errors import MissingPackage
from ...backend.geo.outlines import geometry_mask, mask_geometry
from ...backend.packages.environment_use import hold_environment
from ...backend.stages import Box, Grid, MaskSet, Point, Report, Scene, Target
from ..language import tr
from ..runtime.engine_service import EngineInJob, EngineService
from ..runtime.latest import Job, LatestJob
from .review import Review


@dataclass(frozen=True, eq=False)
class _Correction:
    id: str  # of the entry
    number: int
    target: Target  # with the corrected prompts


@dataclass(frozen=True, eq=False)
class _Redrawn:
    before: Optional[Finding]  # as it was when the work began
    finding: Finding


class MaskRefiner(QObject):
    begun = pyqtSignal(int)  # the number of the target that SAM2 works on
    ended = pyqtSignal(int)
    failed = pyqtSignal(object)  # any exception

    def __init__(
        self,
        engine: EngineService,
        review: Review,
        scene_of: Callable[[str], Scene],
        parent: Optional[QObject] = None,
    ) -> None:
        """`scene_of` may read the history, or raise; it is called on the worker thread."""
        super().__init__(parent)
        self._engine, self._review, self._scene_of = engine, review, scene_of
        self._latest = LatestJob(engine.jobs, self._job_of, self)
        self._latest.begun.connect(lambda correction: self.begun.emit(correction.number))
        self._latest.ended.connect(lambda correction: self.ended.emit(correction.number))
        self._latest.done.connect(self._show)
        self._latest.failed.connect(self._fail)
        self._latest.stopped.connect(lambda _: self._latest.forget())

    def refine(self, number: int, target: Target) -> None:
        """Asks for the mask of a corrected target; replaces a request that still waits."""
        if self._review.entry is not None:
            self._latest.request(_Correction(self._review.entry.id, number, target))

    def prepare(self) -> None:
        """Lets SAM2 encode the picture before the first click, which then needs the decoder only."""
        entry = self._review.entry
        if entry is not None and not self._latest.busy:
            engine = self._engine.engine_now()
            self._engine.jobs.start(
                tr("AskMap: looking at the picture"),
                lambda report: self._segment(entry.id, _all_of(entry), engine, report),
            )

    def _job_of(self, correction: _Correction) -> Optional[Job]:
        """A job on the current state of the entry; None where another one is open."""
        entry, engine = self._review.entry, self._engine.engine_now()
        if entry is None or entry.id != correction.id:
            return None
        return Job(
            tr("AskMap: target {number}").format(number=correction.number),
            lambda report: self._redraw(entry, correction, engine, report),
        )

    def _redraw(  # worker thread
        self, entry: Entry, correction: _Correction, engine: EngineInJob, report: Report
    ) -> _Redrawn:
        number, target = correction.number, correction.target
        masks = self._segment(entry.id, target, engine, report)
        before = entry.finding(number)
        outline = mask_geometry(_merge(before, target, entry.grid, masks.masks[0]), entry.grid)
        score = float(masks.scores[0])
        if before is None:
            return _Redrawn(None, Finding(number, target, outline, score, made=DRAWN))
        made = DRAWN if before.made == DRAWN else REFINED
        return _Redrawn(before, replace(before, target=target, outline=outline, score=score, made=made))

    def _segment(self, id: str, target: Target, engine: EngineInJob, report: Report) -> MaskSet:
        return engine(report).segment(self._scene_of(id), (target,), report)

    def _show(self, correction: _Correction, redrawn: _Redrawn) -> None:
        entry = self._review.entry
        if entry is not None and entry.id == correction.id:
            self._put(redrawn.finding, redrawn.before, entry.finding(correction.number))

    def _put(self, finding: Finding, before: Optional[Finding], now: Optional[Finding]) -> None:
        if now is not None:  # a verdict or note may have been given meanwhile
            finding = replace(finding, state=now.state, note=now.note)
            self._review.put(finding, tr("Refine target {number}").format(number=finding.number))
        elif before is None:  # else it was removed meanwhile, and stays removed
            self._review.put(finding, tr("Draw target {number}").format(number=finding.number))
            self._review.choose(finding.number)

    def _fail(self, _: _Correction, error: Exception) -> None:
        """Drops a waiting request too: it would run after a later one."""
        self._latest.forget()
        self.failed.emit(error)


def _merge(
    before: Optional[Finding], target: Target, grid: Grid, mask: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """The new mask, or the old one changed around the new clicks; (H, W)."""
    try:  # it needs scipy, which is there when an engine on this computer is
        hold_environment("scipy")
        from ...backend.segmenter.postprocess import merge_correction
    except ImportError as error:
        raise MissingPackage(error=error) from error
    clicks = _new_clicks(before.target, target) if before is not None and before.outline else ()
    return merge_correction(geometry_mask([before.outline], grid), mask, clicks) if clicks else mask


def _new_clicks(before: Target, after: Target) -> tuple[Point, ...]:
    """The points that are new; none where the box changed or a point was removed."""
    old, new = (*before.points, *before.negatives), (*after.points, *after.negatives)
    is_more = before.box == after.box and set(old) <= set(new)
    return tuple(point for point in new if point not in old) if is_more else ()


def _all_of(entry: Entry) -> Target:
    return Target(Box(0, 0, entry.grid.width, entry.grid.height))
