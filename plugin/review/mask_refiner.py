"""A corrected prompt → SAM2 → another outline: as fast as a person clicks, and the last click wins."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Callable, Optional

import numpy as np
from numpy.typing import NDArray
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...backend.engine.protocols import EngineSettings
from ...backend.entries.entry import DRAWN, REFINED, Entry, Finding
from ...backend.geo.outlines import geometry_mask, mask_geometry
from ...backend.stages import Box, MaskSet, Point, Report, Scene, Target
from ..language import tr
from ..runtime.engine_service import EngineService
from .review import Review


@dataclass(frozen=True, eq=False)
class _Wish:
    entry: Entry
    number: int
    target: Target


class Refining(QObject):
    begun = pyqtSignal(int)  # the number of the target that SAM2 works on
    ended = pyqtSignal(int)
    failed = pyqtSignal(object)  # any exception

    def __init__(
        self,
        engine: EngineService,
        review: Review,
        scene_of: Callable[[str], Scene],
        settings: Callable[[], EngineSettings],
        parent: Optional[QObject] = None,
    ) -> None:
        """`scene_of` may read the history, or raise; it is called on the worker thread."""
        super().__init__(parent)
        self._engine, self._review, self._settings = engine, review, settings
        self._scene_of = scene_of
        self._working: Optional[_Wish] = None
        self._next: Optional[_Wish] = None

    def refine(self, number: int, target: Target) -> None:
        """The target as it is meant now; one that waits for its turn gives way to this."""
        if self._review.entry is None:
            return
        wish = _Wish(self._review.entry, number, target)
        if self._working is None:
            self._begin(wish)
        else:
            self._next = wish

    def prepare(self) -> None:
        """SAM2 looks at the picture before the first click, which then waits for the decoder alone."""
        entry = self._review.entry
        if entry is not None and self._working is None:
            settings = self._settings()
            self._engine.jobs.start(
                tr("AskMap: looking at the picture"),
                lambda report: self._segmented(entry.id, _all_of(entry), settings, report),
            )

    def _begin(self, wish: _Wish) -> None:
        self._working, settings = wish, self._settings()
        self.begun.emit(wish.number)
        self._engine.jobs.start(
            tr("AskMap: target {number}").format(number=wish.number),
            lambda report: self._outline(wish, settings, report),
            self._show,
            self._fail,
            self._give_up,
        )

    def _outline(self, wish: _Wish, settings: EngineSettings, report: Report) -> Finding:  # worker thread
        masks = self._segmented(wish.entry.id, wish.target, settings, report)
        before = wish.entry.finding(wish.number)
        outline = mask_geometry(_mended(before, wish, masks.masks[0]), wish.entry.grid)
        score = float(masks.scores[0])
        if before is None:
            return Finding(wish.number, wish.target, outline, score, made=DRAWN)
        made = DRAWN if before.made == DRAWN else REFINED
        return replace(before, target=wish.target, outline=outline, score=score, made=made)

    def _segmented(self, id: str, target: Target, settings: EngineSettings, report: Report) -> MaskSet:
        return self._engine.engine(settings, report).segment(self._scene_of(id), (target,), report)

    def _show(self, finding: Finding) -> None:
        wish = self._settle()
        if wish is not None and self._review.entry is not None and self._review.entry.id == wish.entry.id:
            self._put(finding, wish.entry.finding(finding.number), self._review.entry.finding(finding.number))
        self._go_on()

    def _put(self, finding: Finding, before: Optional[Finding], now: Optional[Finding]) -> None:
        if now is not None:  # a verdict or note may have come meanwhile
            finding = replace(finding, state=now.state, note=now.note)
            self._review.put(finding, tr("Refine target {number}").format(number=finding.number))
        elif before is None:  # else it was removed meanwhile, and stays so
            self._review.put(finding, tr("Draw target {number}").format(number=finding.number))
            self._review.choose(finding.number)

    def _fail(self, error: Exception) -> None:
        self._give_up()
        self.failed.emit(error)

    def _give_up(self) -> None:
        """Also what waits: it would come after a later wish."""
        self._next = None
        self._settle()

    def _settle(self) -> Optional[_Wish]:
        wish, self._working = self._working, None
        if wish is not None:
            self.ended.emit(wish.number)
        return wish

    def _go_on(self) -> None:
        wish, self._next = self._next, None
        if wish is not None and self._review.entry is not None and self._review.entry.id == wish.entry.id:
            self._begin(replace(wish, entry=self._review.entry))


def _mended(before: Optional[Finding], wish: _Wish, mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The mask, or that of before with what was clicked on changed; (H, W)."""
    from ...backend.segmenter.postprocess import mended  # it needs scipy, which is there when the engine is

    clicks = _added(before.target, wish.target) if before is not None and before.outline else ()
    return mended(geometry_mask([before.outline], wish.entry.grid), mask, clicks) if clicks else mask


def _added(before: Target, after: Target) -> tuple[Point, ...]:
    """The points that are new; none where the box is another or a point was taken back."""
    old, new = (*before.points, *before.negatives), (*after.points, *after.negatives)
    is_more = before.box == after.box and set(old) <= set(new)
    return tuple(point for point in new if point not in old) if is_more else ()


def _all_of(entry: Entry) -> Target:
    return Target(Box(0, 0, entry.grid.width, entry.grid.height))
