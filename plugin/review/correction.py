"""Corrects a target on the map: connects the map tool, the prompts that are drawn, and SAM2."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...backend.entries.entry import ACCEPTED, ASKED, Entry, Finding
from ...backend.stages import Target
from ..context import Context
from ..language import tr
from ..tools.correction_tool import CorrectionTool
from .mask_refiner import MaskRefiner
from .review import Review


class Correction(QObject):
    advised = pyqtSignal(str)  # advice for the status line; "" clears it
    ended = pyqtSignal()  # by Enter or Esc: the cards get the focus again

    def __init__(
        self, context: Context, review: Review, mask_refiner: MaskRefiner, parent: Optional[QObject] = None
    ) -> None:
        super().__init__(parent)
        self._tool_switch, self._highlights = context.tool_switch, context.highlights
        self._review, self._mask_refiner = review, mask_refiner
        self._tool = CorrectionTool(context.tool_switch.canvas)
        self._number = self._accepted = 0  # the second: a target that was accepted before SAM2 has drawn it
        self._tool.prompted.connect(self._prompt)
        self._tool.dragged.connect(self._draw)
        self._tool.accepted.connect(self._accept)
        self._tool.left.connect(self._end)
        self._tool.undo_wanted.connect(review.undo.undo)
        self._tool.redo_wanted.connect(review.undo.redo)
        self._tool.deactivated.connect(self._tidy_up)
        review.changed.connect(self._aim_anew)
        review.removed.connect(self._begin_anew)
        review.chosen.connect(self._follow)
        mask_refiner.begun.connect(self._show_work)
        mask_refiner.ended.connect(self._show_end)
        review.opened.connect(self._forget)
        review.closed.connect(self._forget)

    @property
    def active(self) -> bool:
        return self._tool_switch.has(self._tool)

    def edit(self, number: int) -> None:
        """Starts to correct the prompts of the target on the map."""
        entry = self._review.entry
        finding = entry.finding(number) if entry else None
        if finding is not None:
            self._review.choose(number)
            self._begin(entry, number, finding.target)
            self._advise()

    def draw(self) -> None:
        """Starts to draw a target that the model did not find."""
        entry = self._review.entry
        # An answer that may still arrive would replace everything
        if entry is not None and entry.outcome != ASKED:
            self._begin(entry, self._review.next_number(), None)
            clicks = tr("Click on the new target, or drag a box around it; Esc ends.")
            self.advised.emit(f"{clicks} {_keys()}")

    def leave(self) -> None:
        self._tool_switch.end(self._tool)

    def close(self) -> None:
        self.leave()
        self._tool.deleteLater()

    def _begin(self, entry: Entry, number: int, target: Optional[Target]) -> None:
        self._number, self._accepted = number, 0
        self._tool.aim(entry.grid, target)
        self._tool_switch.begin(self._tool)
        self._draw(target)
        self._mask_refiner.prepare()

    def _prompt(self, target: Target) -> None:
        self._draw(target)
        self._mask_refiner.refine(self._number, target)

    def _draw(self, target: Optional[Target]) -> None:
        self._highlights.clear_prompts()
        if target is not None and self._review.entry is not None:
            self._highlights.prompts(target, self._review.entry.grid)

    def _aim_anew(self, findings: list[Finding]) -> None:
        """After a change of the target by SAM2, undo or hand: the next click adds to its new state."""
        for finding in findings:
            if self.active and finding.number == self._number and self._review.entry is not None:
                self._tool.aim(self._review.entry.grid, finding.target)
                self._draw(finding.target)

    def _begin_anew(self, number: int) -> None:
        """After an undo of the first prompt: the next click begins another target."""
        if self.active and number == self._number and self._review.entry is not None:
            self._tool.aim(self._review.entry.grid, None)
            self._draw(None)

    def _follow(self, number: int) -> None:
        if number and number == self._accepted:
            self._accepted = 0
            self._review.set_state(number, ACCEPTED)
        elif self.active and number == self._number:  # it was drawn just now
            self._advise()
        elif self.active and number:
            self.edit(number)

    def _advise(self) -> None:
        clicks = tr("Click what belongs to it, right-click what does not, or drag a box; Enter accepts it.")
        self.advised.emit(f"{clicks} {_keys()}")

    def _show_work(self, _: int) -> None:
        """For the first mask the models are loaded, which may take a while."""
        self.advised.emit(tr("The segmenter is drawing the outline…"))

    def _show_end(self, _: int) -> None:
        if self.active:
            self._advise()
        else:
            self.advised.emit("")

    def _accept(self) -> None:
        entry = self._review.entry
        if entry is not None and entry.finding(self._number) is None:
            self._accepted = self._number
        self._review.set_state(self._number, ACCEPTED)
        self._end()

    def _end(self) -> None:
        self.leave()
        self.ended.emit()

    def _forget(self, *_: object) -> None:
        """Another answer is open now, or none; the arguments of the signals are not used."""
        self._accepted = 0
        self.leave()

    def _tidy_up(self) -> None:
        self._highlights.clear_prompts()
        self.advised.emit("")


def _keys() -> str:
    return tr("By keyboard: arrows move a cross, + and - click there, B begins and ends a box.")
