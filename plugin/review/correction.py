"""Corrects a target on the map: connects the map tool, the prompts that are drawn, and SAM2."""

from __future__ import annotations

from dataclasses import replace
from typing import Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...backend.entries.entry import ACCEPTED, ASKED, EDITED, Entry, Finding
from ...backend.geo.outlines import area_in_px, geometry_mask, without
from ...backend.stages import Point, Target
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
        self._error_bar = context.error_bar
        self._review, self._mask_refiner = review, mask_refiner
        self._tool = CorrectionTool(context.tool_switch.canvas)
        self._number = self._accepted = 0  # the second: a target that was accepted before SAM2 has drawn it
        self._listen_to_tool()
        review.changed.connect(self._aim_anew)
        review.removed.connect(self._begin_anew)
        review.chosen.connect(self._follow)
        mask_refiner.begun.connect(self._show_work)
        mask_refiner.ended.connect(self._show_end)
        mask_refiner.refused.connect(self._show_refused)
        mask_refiner.changed_nothing.connect(self._show_unchanged)
        review.opened.connect(self._forget)
        review.closed.connect(self._forget)

    def _listen_to_tool(self) -> None:
        tool, undo = self._tool, self._review.undo
        tool.prompted.connect(self._prompt)
        tool.dragged.connect(self._draw)
        tool.cut.connect(self._cut_off)
        tool.cutting.connect(self._advise_cut)
        tool.accepted.connect(self._accept)
        tool.left.connect(self._end)
        tool.back_wanted.connect(self._take_back)
        tool.undo_wanted.connect(undo.undo)
        tool.redo_wanted.connect(undo.redo)
        tool.deactivated.connect(self._tidy_up)

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

    def cut(self, number: int) -> None:
        """Starts to cut a part of the target off by hand."""
        self.edit(number)
        if self.active:
            self._tool.cut_next()
            self._tool.canvas().setFocus()

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

    def _take_back(self) -> None:
        """What is not drawn yet, else the last step; where that is not known, the last point."""
        if self._mask_refiner.take_back():
            self._aim_at(self._finding())
        elif not self._review.take_back(self._number):
            self._tool.take_back()

    def _cut_off(self, corners: tuple[Point, ...]) -> None:
        entry, finding = self._review.entry, self._finding()
        if entry is None or finding is None:
            return
        outline = without(finding.outline, corners, entry.grid)
        if outline == finding.outline:
            self.advised.emit(tr("Nothing of the target lies in that line. Press X to cut again."))
        elif not area_in_px(outline, entry.grid):
            self.advised.emit(tr("Nothing would be left of the target: remove it with Delete instead."))
        else:
            text = tr("Cut target {number}").format(number=self._number)
            self._review.put(replace(finding, outline=outline, made=EDITED), text)

    def _draw(self, target: Optional[Target]) -> None:
        self._highlights.clear_prompts()
        if target is not None and self._review.entry is not None:
            self._highlights.prompts(target, self._review.entry.grid)

    def _aim_anew(self, findings: list[Finding]) -> None:
        """After a change of the target by SAM2, undo or hand: the next click adds to its new state."""
        for finding in findings:
            if self.active and finding.number == self._number:
                self._aim_at(finding)

    def _begin_anew(self, number: int) -> None:
        """After an undo of the first prompt: the next click begins another target."""
        if self.active and number == self._number:
            self._aim_at(None)

    def _aim_at(self, finding: Optional[Finding]) -> None:
        target = finding.target if finding else None
        if self._review.entry is not None:
            self._tool.aim(self._review.entry.grid, target)
            self._draw(target)

    def _finding(self) -> Optional[Finding]:
        """The target that is corrected; None for one that is not drawn yet."""
        return self._review.entry.finding(self._number) if self._review.entry else None

    def _follow(self, number: int) -> None:
        if number and number == self._accepted:
            self._accepted = 0
            self._review.set_state(number, ACCEPTED)
        elif self.active and number == self._number:  # it was drawn just now
            self._advise()
        elif self.active and number:
            self.edit(number)

    def _advise(self) -> None:
        clicks = tr(
            "Click what belongs to it, right-click what does not, or drag a box; X cuts a part off by hand, "
            "Enter accepts it."
        )
        self.advised.emit(f"{clicks} {_keys()}")

    def _advise_cut(self, cuts: bool) -> None:
        if cuts:
            drag = tr("Drag a line around what is to be cut off the target; Esc ends without a cut.")
            box = tr("By keyboard: arrows move a cross, B begins and ends a box.")
            self.advised.emit(f"{drag} {box}")
        else:
            self._advise()

    def _show_refused(self, number: int, clicks: tuple[Point, ...]) -> None:
        """The mask is as it was, at least there; so are the prompts."""
        if not self.active or number != self._number:
            return
        beside = not self._is_in(clicks[-1])
        self._aim_at(self._finding())
        if beside:
            sentence = tr("The segmenter would not take that place into target {number}.")
            self.advised.emit(
                f"{sentence.format(number=number)} {tr('Drag a box around the whole target instead.')}"
            )
            return
        sentence = tr("The segmenter would not take that place out of target {number}.").format(number=number)
        self.advised.emit(f"{sentence} {tr('Press X to cut it off by hand.')}")
        self._error_bar.offer(sentence, tr("Cut it off by hand"), lambda: self.cut(number))

    def _show_unchanged(self, number: int) -> None:
        if self.active and number == self._number:
            self.advised.emit(
                tr("That is so already: the outline of target {number} stays.").format(number=number)
            )

    def _is_in(self, click: Point) -> bool:
        """Whether the outline holds it."""
        entry, finding = self._review.entry, self._finding()
        mask = geometry_mask([finding.outline], entry.grid)
        return bool(mask[int(click.y), int(click.x)])

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
