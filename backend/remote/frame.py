"""In which pixels a served model counts: asked with a picture whose answer is known, never guessed.

A server does not say which model it runs, nor what it makes of a picture before the model sees it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from ..errors import ModelUnsupported, UnreadableAnswer
from ..formats import AnswerFormat, Frame
from ..parsing.grounding import parse_grounding
from ..stages import Box, Point, Target
from .sent import Size

QUESTION = "Where is the red rectangle?"
WIDE, HIGH = 1008, 756  # as large as what is sent of a real view, in whole blocks of 28
SHOWN = Box(151.0, 416.0, 403.0, 643.0)  # the one red thing; a place that differs in all frames
GROUND, RED = (206, 214, 205), (214, 32, 38)
LEAST_IOU = 0.5  # between what is there and what was said: a small model points loosely
THOUSAND = 1000


class Counting(Enum):
    """How a model counts along both sides."""

    PIXELS = "pixels"  # of the picture as it was sent
    THOUSAND = "thousand"  # thousandths of each side, x before y
    ROWS_FIRST = "rows first"  # the same, y before x


@dataclass(frozen=True)
class ServedFrame:
    """From the numbers that a model writes about a sent picture to the scene's pixels."""

    counting: Counting

    def size(self, sent: Size) -> Size:
        return sent if self.counting is Counting.PIXELS else (THOUSAND, THOUSAND)

    def to_scene(self, target: Target, sent: Size, scene: Size) -> Target:
        width, height = self.size(sent)
        upright = _swapped(target) if self.counting is Counting.ROWS_FIRST else target
        return upright.scaled(scene[0] / width, scene[1] / height)

    def from_scene(self, target: Target, sent: Size, scene: Size) -> Target:
        """What earlier answers found, as the model counts itself."""
        width, height = self.size(sent)
        scaled = target.scaled(width / scene[0], height / scene[1])
        return _swapped(scaled) if self.counting is Counting.ROWS_FIRST else scaled


def marked_picture() -> NDArray[np.uint8]:
    """(HIGH, WIDE, 3): plain ground with one red rectangle."""
    picture = np.empty((HIGH, WIDE, 3), np.uint8)
    picture[:] = GROUND
    picture[int(SHOWN.y0) : int(SHOWN.y1), int(SHOWN.x0) : int(SHOWN.x1)] = RED
    return picture


def frame_told_by(form: AnswerFormat) -> ServedFrame | None:
    """Where the format itself says how its models count; None where their family does."""
    if form.frame is Frame.THOUSAND:
        return ServedFrame(Counting.THOUSAND)
    return ServedFrame(Counting.PIXELS) if form.frame is Frame.SOURCE else None


def frame_seen_in(written: str, format: str, model: str) -> ServedFrame:
    """Which frame fits to what a model wrote about the test picture; ModelUnsupported where none does."""
    fitting = {frame: _iou(written, format, frame) for frame in map(ServedFrame, Counting)}
    best = max(fitting, key=lambda frame: fitting[frame])
    if fitting[best] < LEAST_IOU:
        raise ModelUnsupported(
            "The model «{model}» did not find the red rectangle of a test picture: it does not see or point.",
            "Choose a model that sees pictures and points at things, such as Qwen3-VL.",
            model=model,
        )
    return best


def _iou(written: str, format: str, frame: ServedFrame) -> float:
    size = WIDE, HIGH
    try:
        targets = parse_grounding(written, format, frame.size(size)).targets
    except UnreadableAnswer:
        return 0.0
    boxes = _boxes(frame.to_scene(target, size, size) for target in targets)
    return max((SHOWN.iou(box) for box in boxes), default=0.0)


def _boxes(targets: Iterable[Target]) -> list[Box]:
    return [target.box for target in targets if target.box is not None]


def _swapped(target: Target) -> Target:
    box = target.box
    return replace(
        target,
        box=Box(box.y0, box.x0, box.y1, box.x1) if box else None,
        points=tuple(Point(point.y, point.x) for point in target.points),
        negatives=tuple(Point(point.y, point.x) for point in target.negatives),
    )
