"""What a reasoner wrote, read: any text at all becomes a Grounding or UnreadableAnswer.

One forgiving reader serves all formats, because models drift between their keys. It takes an object for a
list and the reverse, boxes and points under any of the published keys, strings for numbers, swapped
corners, and JSON that is broken in the ways models break it (json_repair). Coordinates out of the image
are clipped to it. An answer that was cut off keeps what was finished: half a number is no number.

«Found none» must be said: an empty list or the word. Items without a place that can be read are left out;
when none remains the answer is unreadable, which is not the same as having found none.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import json_repair

from .errors import ModelUnsupported, UnreadableAnswer
from .prompt import FORMATS
from .stages import Box, Grounding, Point, Target
from .text import printable
from .thought import spans_of, split, tidied

MAX_ANSWER_CHARS = 20_000  # 128 targets in any format; json_repair slows down with the square of some texts
MAX_TARGETS = 128  # 2,048 new tokens hold no more boxes: Qwen's tokenizer spends one on every digit
MAX_POINTS = 16  # of one target; the formats have two
MAX_LABEL_CHARS = 200
SAME_IOU = 0.5  # Think2Seg-RS, arXiv 2512.19302: above this two boxes are one object

_MIN_SIDE_PX = 0.01  # a thinner box has no area to speak of
_MAX_NESTING = 4  # {"answer": [{"bbox_2d": ...}]} needs two
_JSON_START = re.compile(r"```|\[\s*[\[{\]]|\{\s*[\"']")  # where no tag announces the answer
_NONE = re.compile(
    r"\W*(?:none|null|no|nothing|not found|there (?:is|are) no(?:ne|thing)?|无|没有|不存在)(?![a-z])[^\[{]*",
    re.IGNORECASE,
)
_HALF_NUMBER = re.compile(r"[-+.\deE]+\Z")
_STRING = re.compile(r'"(?:[^"\\]|\\.)*(?:"|\Z)', re.DOTALL)  # the last one may still be in the making
_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d{1,3})?")
_LABELS = ("label", "category", "name", "class", "object", "description")
_CORNERS = (("x1", "y1", "x2", "y2"), ("xmin", "ymin", "xmax", "ymax"), ("x", "y"))


def parse_grounding(text: str, format: str, seen: tuple[int, int]) -> Grounding:
    """The thought and the targets, in pixels of the frame `seen` = (width, height) that the model counts in.

    For think2seg duplicates are left out; for remotereasoner each box gets its centre as a point: so
    the published systems use them. ModelUnsupported when no such format is known; UnreadableAnswer otherwise.
    """
    if format not in FORMATS:
        raise ModelUnsupported(
            f"AskMap knows no answer format «{format}».", f"Choose one of {', '.join(FORMATS)}."
        )
    thought, answer = _parts(text)
    cut_off = "</answer>" not in text.lower()
    targets = _read(answer[:MAX_ANSWER_CHARS], seen, text, cut_off=cut_off)
    if format == "think2seg":
        targets = without_duplicates(targets)
    return Grounding(thought, _traced(_completed(targets, format), thought, seen), text, format)


def complete_targets(text_so_far: str, format: str, seen: tuple[int, int]) -> tuple[Target, ...]:
    """The targets that are finished in a text that is still being written; they only grow in number.

    Without spans, and before duplicates are left out: parse_grounding has the last word. It reads all again
    each time, so call it when a piece with a closing bracket has come.
    """
    _, answer = split(text_so_far)
    finished = _finished(_from_bracket((answer or "")[:MAX_ANSWER_CHARS]))
    if not finished:
        return ()
    try:
        return _completed(_read(finished, seen, text_so_far, cut_off=False), format)
    except UnreadableAnswer:
        return ()


def without_duplicates(targets: Sequence[Target]) -> tuple[Target, ...]:
    """Largest box first, a smaller one is dropped when its IoU with a kept one is above SAME_IOU.

    The rest keeps the order in which it was written; IoU does not depend on the frame.
    """
    kept: list[int] = []
    by_area = sorted(range(len(targets)), key=lambda i: -_area(targets[i].box))
    for i in by_area:
        if all(_iou(targets[i].box, targets[j].box) <= SAME_IOU for j in kept):
            kept.append(i)
    return tuple(targets[i] for i in sorted(kept))


def _parts(text: str) -> tuple[str, str]:
    """(thought, answer), also where no tag parts them: then the first JSON is the answer."""
    thought, answer = split(text)
    if answer is not None:
        return thought, answer
    start = _JSON_START.search(text)
    if start:
        return tidied(text[: start.start()]), text[start.start() :]
    return "", text


def _read(answer: str, seen: tuple[int, int], raw: str, *, cut_off: bool) -> tuple[Target, ...]:
    if _NONE.fullmatch(answer.strip()):
        return ()
    written = _from_bracket(answer)
    if not written:
        raise UnreadableAnswer("The model's answer holds no boxes and no points.", raw=raw)
    value = repaired(_HALF_NUMBER.sub("", written.rstrip()) if cut_off else written, raw)
    targets = tuple(target for item in _items(value) if (target := _target(item, seen)))
    if not targets and not (_is_empty(value) and _is_closed(written)):
        raise UnreadableAnswer("No box and no point of the model's answer can be read.", raw=raw)
    return targets[:MAX_TARGETS]


def _from_bracket(answer: str) -> str:
    """From the first bracket on, or ""."""
    start = re.search(r"[\[{]", answer)
    return answer[start.start() :] if start else ""


def repaired(written: str, raw: str = "") -> Any:
    """Whatever JSON json_repair sees in it; UnreadableAnswer, with `raw`, where it sees none."""
    if written.startswith("{"):
        written = "[" + written  # several objects without a list around them
    try:
        return json_repair.loads(written)
    except (RecursionError, ValueError) as error:  # thousands of brackets, a number of thousands of digits
        raise UnreadableAnswer("The model's answer is too deeply nested to be read.", raw=raw) from error


def _brackets(written: str) -> Iterator[tuple[int, int, bool]]:
    """(position after it, depth after it, whether it closes) of each bracket outside of strings."""
    depth = 0
    bare = _STRING.sub(lambda string: " " * len(string.group()), written)
    for bracket in re.finditer(r"[\[{\]}]", bare):
        closes = bracket.group() in "]}"
        depth += -1 if closes else 1
        yield bracket.end(), depth, closes


def _is_closed(written: str) -> bool:
    return any(closes and depth == 0 for _, depth, closes in _brackets(written))


def _finished(written: str) -> str:
    """Up to the end of the last finished item: one bracket deep in a list, none for a lone object."""
    deepest = 0 if written.startswith("{") else 1
    ends = [end for end, depth, closes in _brackets(written) if closes and depth <= deepest]
    return written[: ends[-1]] if ends else ""


def _items(value: Any, nesting: int = 0) -> Iterator[dict[str, Any]]:
    """Each thing that may be a target; a bare list of four numbers is a box."""
    if nesting > _MAX_NESTING:
        return
    if isinstance(value, dict):
        item = {str(key).lower(): held for key, held in value.items() if "negative" not in str(key).lower()}
        if any("box" in key or "point" in key for key in item):
            yield item
            return
        value = list(item.values())
    if isinstance(value, list):
        if len(value) == 4 and len(_numbers(value)) == 4 and not any(isinstance(v, list) for v in value):
            yield {"box": value}
            return
        for held in value:
            yield from _items(held, nesting + 1)


def _target(item: dict[str, Any], seen: tuple[int, int]) -> Target | None:
    box = next((box for key in item if "box" in key and (box := _box(item[key], seen))), None)
    points = [point for key in item if "point" in key for point in _points(item[key], seen)]
    if box is None and not points:
        return None
    return Target(box, tuple(points[:MAX_POINTS]), _label(item))


def _box(value: Any, seen: tuple[int, int]) -> Box | None:
    """None where it is no box, or has no area inside the image."""
    numbers = _numbers(value)
    if len(numbers) != 4 or not all(map(math.isfinite, numbers)):
        return None
    x0, x1 = sorted(min(max(x, 0.0), float(seen[0])) for x in numbers[0::2])
    y0, y1 = sorted(min(max(y, 0.0), float(seen[1])) for y in numbers[1::2])
    return Box(x0, y0, x1, y1) if min(x1 - x0, y1 - y0) >= _MIN_SIDE_PX else None


def _points(value: Any, seen: tuple[int, int]) -> list[Point]:
    """[x, y], [[x, y], ...] or [{"x": x, "y": y}, ...]; a point on the far edge moves into the last pixel."""
    numbers = _numbers(value)
    if len(numbers) % 2:
        return []
    pairs = [pair for pair in zip(numbers[0::2], numbers[1::2]) if all(map(math.isfinite, pair))]
    right, bottom = seen[0] - 0.5, seen[1] - 0.5
    return [Point(min(max(x, 0.0), right), min(max(y, 0.0), bottom)) for x, y in pairs]


def _numbers(value: Any, nesting: int = 0) -> list[float]:
    """All numbers in it, in reading order; too large a one is infinite, what is no number is left out."""
    if isinstance(value, dict):
        names = next((names for names in _CORNERS if all(name in value for name in names)), ())
        value = [value[name] for name in names]
    if isinstance(value, list) and nesting <= _MAX_NESTING:
        return [number for held in value for number in _numbers(held, nesting + 1)]
    if isinstance(value, str):
        return [float(number) for number in _NUMBER.findall(value)]
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return [_as_float(value)]
    return []


def _as_float(number: float) -> float:
    try:
        return float(number)
    except OverflowError:  # an int of more than 308 digits
        return math.inf


def _label(item: dict[str, Any]) -> str:
    words = next((item[key] for key in _LABELS if isinstance(item.get(key), str)), "")
    return printable(words).strip()[:MAX_LABEL_CHARS]


def _is_empty(value: Any, nesting: int = 0) -> bool:
    """An empty list, an object whose places are empty, or the word for none."""
    if isinstance(value, (dict, list)) and nesting <= _MAX_NESTING:
        held = value.values() if isinstance(value, dict) else value
        return all(_is_empty(part, nesting + 1) for part in held)
    return value is None or (isinstance(value, str) and (not value or bool(_NONE.fullmatch(value))))


def _completed(targets: tuple[Target, ...], format: str) -> tuple[Target, ...]:
    """RemoteReasoner writes boxes only and points at their centres."""
    if format != "remotereasoner":
        return targets
    return tuple(replace(t, points=(_centre(t.box),)) if t.box and not t.points else t for t in targets)


def _traced(targets: tuple[Target, ...], thought: str, seen: tuple[int, int]) -> tuple[Target, ...]:
    spans = spans_of(thought, targets, seen)
    return tuple(replace(target, span=span) for target, span in zip(targets, spans))


def _centre(box: Box) -> Point:
    return Point((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2)


def _area(box: Box | None) -> float:
    return box.area if box else 0.0


def _iou(a: Box | None, b: Box | None) -> float:
    """0 where one is missing: points alone are nobody's duplicate."""
    return a.iou(b) if a and b else 0.0
