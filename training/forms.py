"""Whether a completion is written as it was asked for: 1 when it is as the function says, else 0.

Forms are narrower than what the backend reads, and Think2Seg-RS's is narrow in its own way (sam_prompts).
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from ..backend.errors import UnreadableAnswer
from ..backend.parse import MAX_ANSWER_CHARS, MAX_TARGETS, parse_grounding, repaired, without_duplicates
from ..backend.stages import Box, Grounding, Point, Target
from ..backend.thought import split

THINK, ANSWER, ANSWER_END = "<think>", "<answer>", "</answer>"
TURN = re.compile(r"</think>\s*<answer>")  # from the thought to the answer
FENCE, FENCE_END = "```json", "```"
LEAST_SIDE_PX = 0.01  # a thinner box has no area to speak of
SENTENCE_END = re.compile(r"[.!?。！？\n]+")

WORDS: tuple[int, ...] = ()  # in SHAPES: a text
SHAPES: Mapping[str, Mapping[str, tuple[int, ...]]] = MappingProxyType(
    {  # the keys of one target, as prompt.FORMATS asks for them, and the shape of what they hold
        "think2seg": {"bbox_2d": (4,), "positive_points": (2, 2)},
        "grasp": {"bbox": (4,), "points_1": (2,), "points_2": (2,)},
        "visionreasoner": {"bbox_2d": (4,), "point_2d": (2,)},
        "remotereasoner": {"": (4,)},  # a bare list of four numbers
        "geo-r1": {"bbox_2d": (4,), "keypoint1": (2,), "keypoint2": (2,)},
        "plain": {"bbox_2d": (4,), "label": WORDS},
    }
)
POINTS: Mapping[str, int] = MappingProxyType(  # that a format asks for, a target
    {"think2seg": 2, "grasp": 2, "visionreasoner": 1, "remotereasoner": 0, "geo-r1": 2, "plain": 0}
)
NONE: Mapping[str, str] = MappingProxyType(
    {"think2seg": "[]", "plain": "[]", "geo-r1": "None"}
)  # «no target»


@dataclass(frozen=True)
class Completion:
    """What a reasoner wrote, read once; `grounding` is None where the backend cannot read it."""

    text: str
    format: str  # a name in prompt.FORMATS
    seen: tuple[int, int]  # (width, height) of the frame that the reasoner counts in
    grounding: Grounding | None

    @property
    def answer(self) -> str:
        """What stands between the answer's tags."""
        return (split(self.text)[1] or "").strip()

    @property
    def thought(self) -> str:
        """Also where the answer cannot be read."""
        return split(self.text)[0]


def read_completion(text: str, format: str, seen: tuple[int, int]) -> Completion:
    """ModelUnsupported when no such format is known."""
    try:
        return Completion(text, format, seen, parse_grounding(text, format, seen))
    except UnreadableAnswer:
        return Completion(text, format, seen, None)


def structured(completion: Completion) -> float:
    """<think>…</think>, white space, <answer>…</answer> are the whole text, whatever stands in them.

    So Seg-Zero has it (arXiv:2503.06520), and Think2Seg-RS and VisionReasoner after it.
    """
    text = completion.text
    if not (text.startswith(THINK) and text.endswith(ANSWER_END)):
        return 0.0
    return float(TURN.search(text, len(THINK), len(text) - len(ANSWER_END)) is not None)


def strict(completion: Completion) -> float:
    """Exact keys and lengths of the format, in a fence or not; «none» only as the format says it."""
    format, answer = completion.format, unfenced(completion.answer)
    if answer == NONE.get(format):
        return 1.0
    written = _json(answer)
    targets = [written] if format == "grasp" else written  # GRASP points at one thing
    return float(isinstance(targets, list) and bool(targets) and all(_is_exact(t, format) for t in targets))


def soft(completion: Completion) -> float:
    """Seg-Zero's: some key with «bbox» holds four values, and two with «point» hold two each.

    Ours: JSON that is broken as models break it, and for lists every target with as many points as the format
    asks for, or «none» as it says it.
    """
    format, answer = completion.format, unfenced(completion.answer)
    if answer == NONE.get(format):
        return 1.0
    written = _mended(answer[:MAX_ANSWER_CHARS])
    targets = written if isinstance(written, list) else [written]
    return float(bool(targets) and all(_is_soft(target, format) for target in targets))


def fenced(answer: str) -> bool:
    return len(answer) >= len(FENCE + FENCE_END) and answer.startswith(FENCE) and answer.endswith(FENCE_END)


def unfenced(answer: str) -> str:
    return answer[len(FENCE) : -len(FENCE_END)].strip() if fenced(answer) else answer


def box_and_point_shares(completion: Completion) -> tuple[float, float]:
    """VisionReasoner's: how many objects have a box of four numbers, and a point of two; 0...1, of none 0."""
    targets = _json(unfenced(completion.answer))
    if not isinstance(targets, list) or not targets:
        return 0.0, 0.0
    objects = [t if isinstance(t, dict) else {} for t in targets]
    boxes = sum(_has_shape(o.get("bbox_2d"), (4,)) for o in objects)
    points = sum(_has_shape(o.get("point_2d"), (2,)) for o in objects)
    return boxes / len(objects), points / len(objects)


def unrepeated(thought: str) -> float:
    """No sentence stands there twice."""
    sentences = Counter(s.strip().casefold() for s in SENTENCE_END.split(thought) if s.strip())
    return float(all(count == 1 for count in sentences.values()))


def _json(text: str) -> Any:
    """None where it is not JSON to the letter."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):  # also numbers of thousands of digits, thousands of brackets
        return None


def _mended(text: str) -> Any:
    """None where not even a forgiving reader sees JSON."""
    try:
        return repaired(text)
    except UnreadableAnswer:
        return None


def _is_exact(target: Any, format: str) -> bool:
    shapes = SHAPES[format]
    if "" in shapes:
        return _has_shape(target, shapes[""])
    return (
        isinstance(target, dict)
        and target.keys() == shapes.keys()
        and all(_has_shape(target[key], shape) for key, shape in shapes.items())
    )


def _is_soft(target: Any, format: str) -> bool:
    if "" in SHAPES[format]:
        return _is_exact(target, format)
    held = {str(key).lower(): value for key, value in target.items()} if isinstance(target, dict) else {}
    boxes = [value for key, value in held.items() if "bbox" in key and isinstance(value, list)]
    points = sum(_pairs(value) for key, value in held.items() if "point" in key)
    return any(len(box) == 4 for box in boxes) and points >= POINTS[format]


def _pairs(value: Any) -> int:
    """One, or as many as there are in a list of them."""
    if not isinstance(value, list):
        return 0
    if any(isinstance(held, list) for held in value):
        return sum(isinstance(held, list) and len(held) == 2 for held in value)
    return int(len(value) == 2)


def _has_shape(value: Any, shape: tuple[int, ...]) -> bool:
    if shape == WORDS:
        return isinstance(value, str)
    if not isinstance(value, list) or len(value) != shape[0]:
        return False
    return all(_has_shape(held, shape[1:]) if shape[1:] else _is_number(held) for held in value)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < math.inf


# --- Think2Seg-RS's ---


def sam_prompts(completion: Completion, *, fence: bool, negative_points: bool) -> tuple[Target, ...] | None:
    """What SAM2 is prompted with, in pixels of `completion.seen`; () = none, None = no valid answer.

    As Think2Seg-RS's released code reads an answer while it trains (arXiv:2512.19302): the first fence of the
    answer holds a list, mended where it is broken, of objects with exactly two positive points,
    a box of four numbers or none, and no negative points, an empty list included. Of boxes that overlap by
    more than half the larger one stays. `fence` = False: a list without a fence is valid too.
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
    """From the first bracket to the last one; None where not even a forgiving reader sees a list there."""
    if "[" in written and "]" in written:
        written = written[written.find("[") : written.rfind("]") + 1]
    value = _json(written)
    if value is None and len(written) <= MAX_ANSWER_CHARS:
        value = _mended(written)
    return value if isinstance(value, list) else None


def _is_prompt(item: Any, negative_points: bool) -> bool:
    if not isinstance(item, dict) or not _has_shape(item.get("positive_points"), (2, 2)):
        return False
    if "bbox_2d" in item and not _has_shape(item["bbox_2d"], (4,)):
        return False
    return negative_points or item.get("negative_points") is None


def _prompt(item: Mapping[str, Any], seen: tuple[int, int]) -> Target:
    """Places outside of the picture are moved to its edge; a box without an area is left out."""
    xs, ys = zip(*item["positive_points"])
    points = zip(_clipped(xs, seen[0] - 0.5), _clipped(ys, seen[1] - 0.5))
    return Target(_box(item.get("bbox_2d", ()), seen), tuple(Point(x, y) for x, y in points))


def _box(corners: Sequence[float], seen: tuple[int, int]) -> Box | None:
    if not corners:
        return None
    x0, x1 = sorted(_clipped(corners[0::2], seen[0]))
    y0, y1 = sorted(_clipped(corners[1::2], seen[1]))
    return Box(x0, y0, x1, y1) if min(x1 - x0, y1 - y0) >= LEAST_SIDE_PX else None


def _clipped(values: Sequence[float], last: float) -> list[float]:
    return [float(min(max(value, 0), last)) for value in values]
