"""Items: what may be a target in values that were written as JSON, under any of the published keys.

It takes an object for a list and the reverse, and strings for numbers. Several boxes under one key are
several items. What the numbers count in is decided in coordinates.py.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..formats import BOX, TEXT, AnswerFormat, Shape
from ..text import printable
from .named_numbers import in_order
from .none_phrases import says_none
from .placed import Span, span_of

MAX_POINTS = 16  # of one target; the formats have two
MAX_LABEL_CHARS = 200

_MAX_NESTING = 4  # {"answer": [{"bbox_2d": ...}]} needs two
_NUMBER = re.compile(r"(?<![\w.])[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d{1,3})?")
_LABELS = ("label", "category", "name", "class", "object", "description")
_SIZED_KEYS = ("xywh", "cxcy")  # lists that hold a width: from which corner they count is not known
_PERCENT = re.compile(r"[%％]|\bper ?cent\b", re.IGNORECASE)


@dataclass(frozen=True)
class Numbers:
    """The numbers of one place; `percent` where a sign says so."""

    numbers: tuple[float, ...]
    percent: bool = False
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Item:
    """What may be a target, with its numbers as they were written.

    `span` is where it stands in what was read: of several boxes under one key, the box alone.
    """

    box: Numbers | None
    points: tuple[Numbers, ...]  # of two numbers each
    label: str
    span: Span | None = field(default=None, compare=False)


def with_usual_keys(values: Sequence[Any], form: AnswerFormat) -> Sequence[Any]:
    """The same, with a format's unusual keys made clear: «quad» becomes «box quad»."""
    names = {key.lower(): usual for key, shape in form.keys.items() if (usual := _usual(key, shape)) != key}
    return [_renamed(value, names) for value in values] if names else values


def _usual(key: str, shape: Shape) -> str:
    if _is_place(key.lower()) or key in _LABELS:
        return key
    return _LABELS[0] if shape == TEXT else f"{'box' if shape == BOX else 'point'} {key}"


def _renamed(value: Any, names: Mapping[str, str]) -> Any:
    if isinstance(value, dict):
        return {names.get(str(key).lower(), key): _renamed(held, names) for key, held in value.items()}
    return [_renamed(held, names) for held in value] if isinstance(value, list) else value


def items_in(values: Sequence[Any]) -> Iterator[Item]:
    """In their order; what cannot be read is left out."""
    for row, span in _rows(list(values)):
        yield from _items(row, span)


def is_empty(value: Any, nesting: int = 0) -> bool:
    """An empty list, an object whose places are empty, the word for none, or a place of zeros with it."""
    if isinstance(value, dict):
        places = [held for key, held in _lowered(value).items() if _is_place(key)]
        if says_none(_label(_lowered(value)) or "-"):
            return all(number <= 0 for held in places for number in _numbers_of(held, nesting).numbers)
        value = places or list(value.values())  # of a ship that has no places, the name says nothing
    if isinstance(value, list) and nesting <= _MAX_NESTING:
        return all(is_empty(part, nesting + 1) for part in value)
    return value is None or (isinstance(value, str) and (not value or says_none(value)))


def has_places(values: Sequence[Any], nesting: int = 0) -> bool:
    """Something that is meant for a box or a point, whether it can be read or not."""
    return any(
        _is_row(_lowered(value)) or bool(in_order(value)) or has_places(list(value.values()), nesting + 1)
        if isinstance(value, dict)
        else isinstance(value, list) and (_holds_numbers(value) or has_places(value, nesting + 1))
        for value in (values if nesting <= _MAX_NESTING else ())
    )


def _holds_numbers(value: list[Any]) -> bool:
    return sum(isinstance(held, (int, float)) for held in value) > 1


def _rows(value: Any, nesting: int = 0) -> Iterator[tuple[dict[str, Any], Span | None]]:
    """Each thing that may be a target, and where it stands; a bare list of four numbers is a box."""
    if nesting > _MAX_NESTING:
        return
    if isinstance(value, dict):
        row = _lowered(value)
        named = [] if _is_row(row) or any(map(_holds_rows, row.values())) else in_order(row)
        if named:
            label = {key: row[key] for key in _LABELS if key in row}
            yield {"box" if len(_numbers_of(named).numbers) == 4 else "point": named, **label}, span_of(row)
            return
        inner = [held for key, held in row.items() if _is_place(key) and _holds_rows(held)]
        if _is_row(row) and not inner:
            yield row, span_of(row)
            return
        for held in inner or row.values():
            yield from _rows(held, nesting + 1)
    if isinstance(value, list):
        if len(value) == 4 and not any(isinstance(v, (list, dict)) for v in value):
            if len(_numbers_of(value).numbers) == 4:
                yield {"box": value}, span_of(value)
            return
        for held in value:
            yield from _rows(held, nesting + 1)


def _lowered(row: dict[Any, Any]) -> dict[str, Any]:
    return {str(key).lower(): held for key, held in row.items() if "negative" not in str(key).lower()}


def _is_row(row: dict[str, Any]) -> bool:
    return any(map(_is_place, row))


def _is_place(key: str) -> bool:
    return "box" in key or "point" in key


def _holds_rows(value: Any) -> bool:
    """{"boxes": [{"bbox": [...], "label": ...}]}"""
    return isinstance(value, list) and any(isinstance(v, dict) and _is_row(_lowered(v)) for v in value)


def _items(row: dict[str, Any], span: Span | None) -> list[Item]:
    """One; as many as there are boxes where one key holds several."""
    boxes = _boxes_in(row)
    given = [row[key] for key in row if "point" in key]
    if len(boxes) < 2:
        points = tuple(point for value in given for point in _points(value))
        return [Item(boxes[0] if boxes else None, points[:MAX_POINTS], _label(row), span)]
    shared: list[list[Numbers]] = [[] for _ in boxes]
    for value in given:
        _share_out(value, boxes, shared)
    named = zip(boxes, shared, _labels(row, len(boxes)))
    return [Item(box, tuple(points[:MAX_POINTS]), label, box.span) for box, points, label in named]


def _boxes_in(row: dict[str, Any]) -> list[Numbers]:
    """Of the first key that holds any, and of those that differ from it by a number: box_1, box_2."""
    found = {key: boxes for key in row if _is_box(key) and (boxes := _boxes(row[key]))}
    first = next(map(_unnumbered, found), "")
    return [box for key, boxes in found.items() if _unnumbered(key) == first for box in boxes]


def _unnumbered(key: str) -> str:
    return key.rstrip("0123456789").rstrip("_- ")


def _is_box(key: str) -> bool:
    return "box" in key and not any(sized in key for sized in _SIZED_KEYS)


def _share_out(value: Any, boxes: list[Numbers], shared: list[list[Numbers]]) -> None:
    """Points to their boxes: one after the other where there are as many, else to the one around them."""
    if (
        isinstance(value, list)
        and len(value) == len(boxes)
        and all(isinstance(v, (list, dict)) for v in value)
    ):
        for points, held in zip(shared, value):
            points += _points(held)
        return
    for point in _points(value):
        around = next((points for points, box in zip(shared, boxes) if _surrounds(box, point)), None)
        if around is not None:
            around.append(point)


def _surrounds(box: Numbers, point: Numbers) -> bool:
    (x, y), numbers = point.numbers, box.numbers
    return min(numbers[0::2]) <= x <= max(numbers[0::2]) and min(numbers[1::2]) <= y <= max(numbers[1::2])


def _boxes(value: Any, nesting: int = 0) -> list[Numbers]:
    """Of four numbers each, however they are grouped; none where that many cannot be told apart."""
    if isinstance(value, dict) and not in_order(value):
        held = value.values() if nesting < _MAX_NESTING else ()
        return [box for part in held if isinstance(part, (list, dict)) for box in _boxes(part, nesting + 1)]
    if isinstance(value, list) and nesting < _MAX_NESTING:
        parts = (part for part in value if isinstance(part, (list, dict, str)))
        inner = [box for part in parts for box in _boxes(part, nesting + 1)]
        if inner:
            return inner
    whole = _numbers_of(value, nesting)
    return [whole] if len(whole.numbers) == 4 and all(map(math.isfinite, whole.numbers)) else []


def _points(value: Any, nesting: int = 0) -> list[Numbers]:
    """[x, y], [x, y, x, y, ...], [[x, y], ...] or [{"x": x, "y": y}, ...]; three numbers are no point."""
    if isinstance(value, list) and any(isinstance(part, (list, dict)) for part in value):
        parts = value if nesting < _MAX_NESTING else []
        return [point for part in parts for point in _points(part, nesting + 1)]
    whole = _numbers_of(value)
    if len(whole.numbers) % 2 or (isinstance(value, dict) and len(whole.numbers) != 2):
        return []
    pairs = zip(whole.numbers[0::2], whole.numbers[1::2])
    return [Numbers(pair, whole.percent) for pair in pairs if all(map(math.isfinite, pair))]


def _numbers_of(value: Any, nesting: int = 0) -> Numbers:
    """All numbers in it, in reading order; what is no number is left out."""
    leaves = list(_leaves(value, nesting))
    numbers = [number for leaf in leaves for number in _numbers_in(leaf)]
    percent = any(isinstance(leaf, str) and _PERCENT.search(leaf) for leaf in leaves)
    return Numbers(tuple(numbers), percent, span_of(value))


def _leaves(value: Any, nesting: int) -> Iterator[Any]:
    if isinstance(value, dict):
        value = in_order(value)
    if not isinstance(value, list):
        yield value
    elif nesting <= _MAX_NESTING:
        for held in value:
            yield from _leaves(held, nesting + 1)


def _numbers_in(leaf: Any) -> list[float]:
    if isinstance(leaf, str):
        return [float(number) for number in _NUMBER.findall(leaf)]
    return [float(leaf)] if isinstance(leaf, (int, float)) and not isinstance(leaf, bool) else []


def _label(row: dict[str, Any]) -> str:
    return short_label(next((row[key] for key in _LABELS if isinstance(row.get(key), str)), ""))


def _labels(row: dict[str, Any], count: int) -> list[str]:
    """One for each box where a list of them is given."""
    listed: list[Any] = next((row[key] for key in _LABELS if isinstance(row.get(key), list)), [])
    if len(listed) != count:
        return [_label(row)] * count
    return [short_label(word) if isinstance(word, str) else "" for word in listed]


def short_label(label: str) -> str:
    return printable(label[: 4 * MAX_LABEL_CHARS]).strip()[:MAX_LABEL_CHARS]
