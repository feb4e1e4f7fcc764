"""What a reasoner writes, piece by piece, to Targets as soon as each is complete; imports no torch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ..parsing.grounding import complete_targets, parse_grounding
from ..stages import Grounding, Report, Target, TargetFound, Thought

GROWTH = 64  # a text of 2,000 letters is parsed again every 31, which are less than a target's


class AnswerStream:
    """`frame` is the (width, height) in which the model counts; `to_scene` goes from there to the scene."""

    def __init__(
        self, format: str, frame: tuple[int, int], to_scene: Callable[[Target], Target], report: Report
    ) -> None:
        self.text = ""
        self._format, self._frame, self._to_scene, self._report = format, frame, to_scene, report
        self._read_to = 0  # letters that were there when targets were last looked for
        self._reported: list[Target] = []

    def push(self, piece: str) -> None:
        """Reports every piece, also one without a letter, so that it can be stopped at each."""
        self.text += piece
        self._report(Thought(piece))
        if ("]" in piece or "}" in piece) and self._has_grown():
            self._report_targets(complete_targets(self.text, self._format, self._frame))

    def read(self, raw: str) -> Grounding:
        """The whole text, its targets in the scene's pixels; UnreadableAnswer."""
        read = parse_grounding(raw, self._format, self._frame)
        return replace(read, targets=tuple(map(self._to_scene, read.targets)))

    def settled(self, grounding: Grounding) -> Grounding:
        """The same; a target that is not as it was reported is reported once more."""
        for index, target in enumerate(grounding.targets):
            if self._reported[index : index + 1] != [target]:
                self._report(TargetFound(index, target))
        return grounding

    def _has_grown(self) -> bool:
        """By enough to be parsed again: all parses together cost as much as GROWTH of the whole text."""
        if len(self.text) < self._read_to + self._read_to // GROWTH:
            return False
        self._read_to = len(self.text)
        return True

    def _report_targets(self, complete: tuple[Target, ...]) -> None:
        for target in complete[len(self._reported) :]:
            self._reported.append(self._to_scene(target))
            self._report(TargetFound(len(self._reported) - 1, self._reported[-1]))
