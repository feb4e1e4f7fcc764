"""Sends a corrected prompt to SAM2 and puts the new outline into the Review; the last click wins."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Callable, Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...backend.entries.entry import DRAWN, REFINED, Entry, Finding
from ...backend.errors import MissingPackage
from ...backend.geo.outlines import geometry_mask, mask_geometry
from ...backend.packages.environment_use import hold_environment
from ...backend.stages import Box, MaskSet, Point, Report, Scene, Target
from ..language import tr
from ..runtime.engine_service import EngineInJob, EngineService
from ..runtime.latest import Job, LatestJob
from .review import Review

if TYPE_CHECKING:
    from ...backend.segmenter.correction import Corrected, Mask


@dataclass(frozen=True, eq=False)
class _Correction:
    id: str  # of the entry
    number: int
    target: Target  # with the corrected prompts


@dataclass(frozen=True, eq=False)
class _Redrawn:
    before: Optional[Finding]  # as it was when the work began
    finding: Finding
    refused: tuple[Point, ...] = ()


class MaskRefiner(QObject):
    begun = pyqtSignal(int)  # the number of the target that SAM2 works on
    ended = pyqtSignal(int)
    refused = pyqtSignal(int, tuple)  # the number, and the Points that the segmenter did not follow
    changed_nothing = pyqtSignal(int)  # the clicks ask for what is so already
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

    def take_back(self) -> bool:
        """Drops what is not drawn yet; False where nothing is awaited."""
        was_awaited = self._latest.busy
        self._latest.forget()
        return was_awaited

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
        before, drawn, score = entry.finding(number), masks.masks[0], float(masks.scores[0])
        if before is None:
            return _Redrawn(
                None, Finding(number, target, mask_geometry(drawn, entry.grid), score, made=DRAWN)
            )
        mask_before = geometry_mask([before.outline], entry.grid)
        corrected = _correct(mask_before, drawn, before.target, target)
        target = _without(target, corrected.refused)
        if (corrected.mask == mask_before).all():
            return _Redrawn(before, replace(before, target=target), corrected.refused)
        made = DRAWN if before.made == DRAWN else REFINED
        outline = mask_geometry(corrected.mask, entry.grid)
        after = replace(before, target=target, outline=outline, score=score, made=made)
        return _Redrawn(before, after, corrected.refused)

    def _segment(self, id: str, target: Target, engine: EngineInJob, report: Report) -> MaskSet:
        return engine(report).segment(self._scene_of(id), (target,), report)

    def _show(self, correction: _Correction, redrawn: _Redrawn) -> None:
        entry = self._review.entry
        if self._latest.is_forgotten or entry is None or entry.id != correction.id:
            return
        now = entry.finding(correction.number)
        if now is not None and redrawn.before is not None and now.outline != redrawn.before.outline:
            self.refine(correction.number, correction.target)  # the user has changed it meanwhile
            return
        self._put(redrawn.finding, redrawn.before, now)
        if redrawn.refused:
            self.refused.emit(correction.number, redrawn.refused)
        elif redrawn.before is not None and redrawn.before.outline == redrawn.finding.outline:
            self.changed_nothing.emit(correction.number)

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


def _correct(before: Mask, drawn: Mask, was: Target, now: Target) -> Corrected:
    try:  # it needs scipy, which is there when an engine on this computer is
        hold_environment("scipy")
        from ...backend.segmenter.correction import correct
    except ImportError as error:
        raise MissingPackage(error=error) from error
    return correct(before, drawn, was, now)


def _without(target: Target, clicks: tuple[Point, ...]) -> Target:
    points, negatives = (
        tuple(point for point in points if point not in clicks)
        for points in (target.points, target.negatives)
    )
    return replace(target, points=points, negatives=negatives)


def _all_of(entry: Entry) -> Target:
    return Target(Box(0, 0, entry.grid.width, entry.grid.height))
