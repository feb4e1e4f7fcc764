"""Format checks: 1 where a completion is written as the function's docstring says, else 0.

They are stricter than what the backend reads; Think2Seg-RS's own check is in sam_prompts.py.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from ...backend.errors import UnreadableAnswer
from ...backend.formats import BARE, TEXT, AnswerFormat, format_named
from ...backend.parsing.grounding import parse_grounding
from ...backend.parsing.thought import split
from ...backend.stages import Grounding
from .broken_json import repaired_json

THINK, ANSWER_END = "<think>", "</answer>"
TURN = re.compile(r"</think>\s*<answer>")  # from the thought to the answer
FENCE, FENCE_END = "```json", "```"
SENTENCE_END = re.compile(r"[.!?。！？\n]+")


@dataclass(frozen=True)
class Completion:
    """What a reasoner wrote, read once; `grounding` is None where the backend cannot read it."""

    text: str
    format: str  # a name in formats.FORMATS
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

    def says_rightly(self, is_outside: bool) -> bool:
        """Of one without targets where none are true: «none», but «I do not know» to what is outside of the
        kinds of the set, where the format can say so."""
        can_say = format_named(self.format).unknown is not None
        says_unknown = self.grounding is not None and self.grounding.is_unknown
        return says_unknown == (is_outside and can_say)


def read_completion(text: str, format: str, seen: tuple[int, int]) -> Completion:
    """ModelUnsupported when no such format is known."""
    try:
        return Completion(text, format, seen, parse_grounding(text, format, seen))
    except UnreadableAnswer:
        return Completion(text, format, seen, None)


def structured(completion: Completion) -> float:
    """<think>…</think>, white space, <answer>…</answer> are the whole text, whatever they hold.

    As in Seg-Zero (arXiv:2503.06520), and in Think2Seg-RS and VisionReasoner after it.
    """
    text = completion.text
    if not (text.startswith(THINK) and text.endswith(ANSWER_END)):
        return 0.0
    return float(TURN.search(text, len(THINK), len(text) - len(ANSWER_END)) is not None)


def strict(completion: Completion) -> float:
    """Exact keys and lengths of the format, in a fence or not; «none» only as the format says it."""
    form, answer = format_named(completion.format), unfenced(completion.answer)
    if answer in (form.none, form.unknown):
        return 1.0
    written = _json(answer)
    targets = written if form.is_list else [written]
    return float(isinstance(targets, list) and bool(targets) and all(_is_exact(t, form) for t in targets))


def soft(completion: Completion) -> float:
    """Seg-Zero's: some key with «bbox» holds four values, and two with «point» hold two each.

    Ours: JSON that is broken as models break it, and for lists every target with as many points as the format
    asks for, or «none» as it says it.
    """
    form, answer = format_named(completion.format), unfenced(completion.answer)
    if answer in (form.none, form.unknown):
        return 1.0
    written = repaired_json(answer)
    targets = written if isinstance(written, list) else [written]
    return float(bool(targets) and all(_is_soft(target, form) for target in targets))


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
    boxes = sum(has_shape(o.get("bbox_2d"), (4,)) for o in objects)
    points = sum(has_shape(o.get("point_2d"), (2,)) for o in objects)
    return boxes / len(objects), points / len(objects)


def unrepeated(thought: str) -> float:
    """The thought repeats no sentence."""
    sentences = Counter(s.strip().casefold() for s in SENTENCE_END.split(thought) if s.strip())
    return float(all(count == 1 for count in sentences.values()))


def _json(text: str) -> Any:
    """None where it is not JSON to the letter."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):  # also numbers of thousands of digits, thousands of brackets
        return None


def _is_exact(target: Any, form: AnswerFormat) -> bool:
    shapes = form.keys
    if BARE in shapes:
        return has_shape(target, shapes[BARE])
    return (
        isinstance(target, dict)
        and target.keys() == shapes.keys()
        and all(has_shape(target[key], shape) for key, shape in shapes.items())
    )


def _is_soft(target: Any, form: AnswerFormat) -> bool:
    if BARE in form.keys:
        return _is_exact(target, form)
    held = {str(key).lower(): value for key, value in target.items()} if isinstance(target, dict) else {}
    own = (form.points_key, *form.point_keys)
    boxes = [held[key] for key in held if "bbox" in key or key == form.box_key]
    points = sum(_pairs(held[key]) for key in held if "point" in key or key in own)
    return any(isinstance(box, list) and len(box) == 4 for box in boxes) and points >= form.points


def _pairs(value: Any) -> int:
    """One, or as many as there are in a list of them."""
    if not isinstance(value, list):
        return 0
    if any(isinstance(held, list) for held in value):
        return sum(isinstance(held, list) and len(held) == 2 for held in value)
    return int(len(value) == 2)


def has_shape(value: Any, shape: tuple[int, ...]) -> bool:
    if shape == TEXT:
        return isinstance(value, str)
    if not isinstance(value, list) or len(value) != shape[0]:
        return False
    return all(has_shape(held, shape[1:]) if shape[1:] else _is_number(held) for held in value)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < math.inf
