"""Whether a completion is written as it was asked for: 1 when it is as the function says, else 0."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from ..backend.errors import UnreadableAnswer
from ..backend.parse import parse_grounding
from ..backend.stages import Grounding
from ..backend.thought import split

# Seg-Zero, arXiv:2503.06520; Think2Seg-RS and VisionReasoner ask for the same
STRUCTURE = re.compile(r"<think>.*</think>\s*<answer>.*</answer>", re.DOTALL)
FENCE, FENCE_END = "```json", "```"
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


def read_completion(text: str, format: str, seen: tuple[int, int]) -> Completion:
    """ModelUnsupported when no such format is known."""
    try:
        return Completion(text, format, seen, parse_grounding(text, format, seen))
    except UnreadableAnswer:
        return Completion(text, format, seen, None)


def structured(completion: Completion) -> float:
    """A thought and an answer, each between its tags, are the whole text."""
    return float(STRUCTURE.fullmatch(completion.text) is not None)


def strict(completion: Completion) -> float:
    """Exact keys and lengths of the format, in a fence or not; «none» only as the format says it."""
    format, answer = completion.format, unfenced(completion.answer)
    if answer == NONE.get(format):
        return 1.0
    written = _json(answer)
    targets = [written] if format == "grasp" else written  # GRASP points at one thing
    return float(isinstance(targets, list) and bool(targets) and all(_is_exact(t, format) for t in targets))


def soft(completion: Completion) -> float:
    """Under whatever keys, the backend reads a box and as many points as were asked for in every target."""
    grounding = completion.grounding
    asked = POINTS[completion.format]
    return float(grounding is not None and all(t.box and len(t.points) >= asked for t in grounding.targets))


def fenced(answer: str) -> bool:
    return len(answer) >= len(FENCE + FENCE_END) and answer.startswith(FENCE) and answer.endswith(FENCE_END)


def unfenced(answer: str) -> str:
    return answer[len(FENCE) : -len(FENCE_END)].strip() if fenced(answer) else answer


def prompts_sam(completion: Completion, *, negative_points: bool) -> float:
    """What Think2Seg-RS calls valid while it trains: a list of objects that SAM2 can be prompted with.

    Each has a box, and exactly two points where it has points; a negative point spoils the answer unless
    `negative_points` lets it pass.
    """
    targets = _json(unfenced(completion.answer))
    return float(isinstance(targets, list) and all(_is_prompt(t, negative_points) for t in targets))


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


def _is_exact(target: Any, format: str) -> bool:
    shapes = SHAPES[format]
    if "" in shapes:
        return _has_shape(target, shapes[""])
    return (
        isinstance(target, dict)
        and target.keys() == shapes.keys()
        and all(_has_shape(target[key], shape) for key, shape in shapes.items())
    )


def _is_prompt(target: Any, negative_points: bool) -> bool:
    if not isinstance(target, dict) or not _has_shape(target.get("bbox_2d"), (4,)):
        return False
    points = target.get("positive_points", [])
    negative = any(held for key, held in target.items() if "negative" in key.lower())
    return (points == [] or _has_shape(points, (2, 2))) and (negative_points or not negative)


def _has_shape(value: Any, shape: tuple[int, ...]) -> bool:
    if shape == WORDS:
        return isinstance(value, str)
    if not isinstance(value, list) or len(value) != shape[0]:
        return False
    return all(_has_shape(held, shape[1:]) if shape[1:] else _is_number(held) for held in value)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < math.inf
