"""What SAM2 is prompted with while Think2Seg-RS trains: narrower than what the backend reads of an answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ...backend.parsing.grounding import MAX_TARGETS, without_duplicates
from ...backend.stages import Box, Point, Target
from .broken_json import repaired_json
from .format_checks import ANSWER_END, FENCE, FENCE_END, Completion, has_shape

ANSWER = "<answer>"
LEAST_SIDE_PX = 0.01  # a thinner box has no area to speak of


def sam_prompts(completion: Completion, *, fence: bool, negative_points: bool) -> tuple[Target, ...] | None:
    """What SAM2 is prompted with, in pixels of `completion.seen`; () = none, None = no valid answer.

    As Think2Seg-RS's released code reads an answer while it trains (arXiv:2512.19302): the first fence of the
    answer holds a list, repaired by json_repair where it is broken, of objects with exactly two positive
    points, a box of four numbers or none, and no negative points, an empty list included. Of boxes that
    overlap by more than half the larger one stays. `fence` = False: a list without a fence is valid too.
    `negative_points` = True: they spoil no answer.
    """
    items = _repaired_list(_from_fence(_first_answer(completion.text), needed=fence))
    if items is None or not all(_is_prompt(item, negative_points) for item in items):
        return None
    return without_duplicates([_prompt(item, completion.seen) for item in items[:MAX_TARGETS]])


def _first_answer(text: str) -> str:
    """Up to its end, or to that of a text that was cut off; "" where no tag begins one."""
    return text.partition(ANSWER)[2].partition(ANSWER_END)[0]


def _from_fence(answer: str, *, needed: bool) -> str:
    """What stands in the first fence; "" where there is none and one is needed."""
    _, opening, inside = answer.partition(FENCE)
    inside, closing, _ = inside.partition(FENCE_END)
    if opening and closing:
        return inside
    return "" if needed else answer


def _repaired_list(written: str) -> list[Any] | None:
    """From the first bracket to the last one; None where not even json_repair sees a list there."""
    if "[" in written and "]" in written:
        written = written[written.find("[") : written.rfind("]") + 1]
    value = repaired_json(written)
    return value if isinstance(value, list) else None


def _is_prompt(item: Any, negative_points: bool) -> bool:
    if not isinstance(item, dict) or not has_shape(item.get("positive_points"), (2, 2)):
        return False
    if "bbox_2d" in item and not has_shape(item["bbox_2d"], (4,)):
        return False
    return negative_points or item.get("negative_points") is None


def _prompt(item: Mapping[str, Any], seen: tuple[int, int]) -> Target:
    """Places outside of the picture are moved to its edge; a box without an area is left out."""
    xs, ys = zip(*item["positive_points"])
    points = zip(_clamped(xs, seen[0] - 0.5), _clamped(ys, seen[1] - 0.5))
    return Target(_box(item.get("bbox_2d", ()), seen), tuple(Point(x, y) for x, y in points))


def _box(corners: Sequence[float], seen: tuple[int, int]) -> Box | None:
    if not corners:
        return None
    x0, x1 = sorted(_clamped(corners[0::2], seen[0]))
    y0, y1 = sorted(_clamped(corners[1::2], seen[1]))
    return Box(x0, y0, x1, y1) if min(x1 - x0, y1 - y0) >= LEAST_SIDE_PX else None


def _clamped(values: Sequence[float], last: float) -> list[float]:
    return [float(min(max(value, 0), last)) for value in values]
