"""Targets out of what was written as JSON, under any of the published keys.

It takes an object for a list and the reverse, strings for numbers and swapped corners. Several boxes under
one key are several targets. Coordinates out of the image are clipped to it.

Numbers are pixels of the frame that the model counts in. Some models write shares of the image instead:
«28%», or nothing above 1 in a whole answer (2 where there are fractions: they overshoot). They are read as
shares, because as pixels they would all lie in the upper left corner. Where points alone are whole numbers of
0 and 1 nobody can tell: they are no places.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from ..formats import BOX, TEXT, AnswerFormat, Shape
from ..stages import Box, Point, Target
from ..text import printable
from .lenient_json import MAX_ITEMS
from .named_numbers import in_order
from .none_phrases import says_none

MAX_TARGETS = 128  # 2,048 new tokens hold no more boxes: Qwen's tokenizer spends one on every digit
MAX_POINTS = 16  # of one target; the formats have two
MAX_LABEL_CHARS = 200

_MIN_SIDE_PX = 0.01  # a thinner box has no area to speak of
_MAX_NESTING = 4  # {"answer": [{"bbox_2d": ...}]} needs two
_NUMBER = re.compile(r"(?<![\w.])[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d{1,3})?")
_LABELS = ("label", "category", "name", "class", "object", "description")
_SIZED_KEYS = ("xywh", "cxcy")  # lists that hold a width: which corner they count from is anybody's guess
_PERCENT = re.compile(r"[%％]|\bper ?cent\b", re.IGNORECASE)

Size = tuple[int, int]


@dataclass(frozen=True)
class Written:
    """The numbers of one place; `percent` where a sign says so."""

    numbers: tuple[float, ...]
    percent: bool = False


@dataclass(frozen=True)
class Item:
    """What may be a target, in the numbers that were written."""

    box: Written | None
    points: tuple[Written, ...]  # of two numbers each
    label: str


def with_usual_keys(values: Sequence[Any], form: AnswerFormat) -> Sequence[Any]:
    """The same, where a format's own keys tell nobody what they hold: «quad» becomes «box quad»."""
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


def targets_of(values: Sequence[Any], seen: Size) -> tuple[Target, ...]:
    """In their order, in pixels of the frame `seen`; what cannot be read is left out."""
    items = (item for row in _rows(list(values)) for item in _items(row))
    return placed(list(islice(items, MAX_ITEMS)), seen)


def is_empty(value: Any, nesting: int = 0) -> bool:
    """An empty list, an object whose places are empty, the word for none, or a place of zeros with it."""
    if isinstance(value, dict):
        places = [held for key, held in _lowered(value).items() if _is_place(key)]
        if says_none(_label(_lowered(value)) or "-"):
            return all(number <= 0 for held in places for number in _written(held, nesting).numbers)
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


# --- what is written ---


def _rows(value: Any, nesting: int = 0) -> Iterator[dict[str, Any]]:
    """Each thing that may be a target; a bare list of four numbers is a box."""
    if nesting > _MAX_NESTING:
        return
    if isinstance(value, dict):
        row = _lowered(value)
        named = [] if _is_row(row) or any(map(_holds_rows, row.values())) else in_order(row)
        if named:
            label = {key: row[key] for key in _LABELS if key in row}
            yield {"box" if len(_written(named).numbers) == 4 else "point": named, **label}
            return
        inner = [held for key, held in row.items() if _is_place(key) and _holds_rows(held)]
        if _is_row(row) and not inner:
            yield row
            return
        for held in inner or row.values():
            yield from _rows(held, nesting + 1)
    if isinstance(value, list):
        if len(value) == 4 and not any(isinstance(v, (list, dict)) for v in value):
            if len(_written(value).numbers) == 4:
                yield {"box": value}
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


def _items(row: dict[str, Any]) -> list[Item]:
    """One; as many as there are boxes where one key holds several."""
    boxes = _boxes_in(row)
    given = [row[key] for key in row if "point" in key]
    if len(boxes) < 2:
        points = tuple(point for value in given for point in _points(value))
        return [Item(boxes[0] if boxes else None, points[:MAX_POINTS], _label(row))]
    shared: list[list[Written]] = [[] for _ in boxes]
    for value in given:
        _share_out(value, boxes, shared)
    named = zip(boxes, shared, _labels(row, len(boxes)))
    return [Item(box, tuple(points[:MAX_POINTS]), label) for box, points, label in named]


def _boxes_in(row: dict[str, Any]) -> list[Written]:
    """Of the first key that holds any, and of those that differ from it by a number: box_1, box_2."""
    found = {key: boxes for key in row if _is_box(key) and (boxes := _boxes(row[key]))}
    first = next(map(_unnumbered, found), "")
    return [box for key, boxes in found.items() if _unnumbered(key) == first for box in boxes]


def _unnumbered(key: str) -> str:
    return key.rstrip("0123456789").rstrip("_- ")


def _is_box(key: str) -> bool:
    return "box" in key and not any(sized in key for sized in _SIZED_KEYS)


def _share_out(value: Any, boxes: list[Written], shared: list[list[Written]]) -> None:
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


def _surrounds(box: Written, point: Written) -> bool:
    (x, y), numbers = point.numbers, box.numbers
    return min(numbers[0::2]) <= x <= max(numbers[0::2]) and min(numbers[1::2]) <= y <= max(numbers[1::2])


def _boxes(value: Any, nesting: int = 0) -> list[Written]:
    """Of four numbers each, however they are grouped; none where that many cannot be told apart."""
    if isinstance(value, dict) and not in_order(value):
        held = value.values() if nesting < _MAX_NESTING else ()
        return [box for part in held if isinstance(part, (list, dict)) for box in _boxes(part, nesting + 1)]
    if isinstance(value, list) and nesting < _MAX_NESTING:
        parts = (part for part in value if isinstance(part, (list, dict, str)))
        inner = [box for part in parts for box in _boxes(part, nesting + 1)]
        if inner:
            return inner
    whole = _written(value, nesting)
    return [whole] if len(whole.numbers) == 4 and all(map(math.isfinite, whole.numbers)) else []


def _points(value: Any, nesting: int = 0) -> list[Written]:
    """[x, y], [x, y, x, y, ...], [[x, y], ...] or [{"x": x, "y": y}, ...]; three numbers are no point."""
    if isinstance(value, list) and any(isinstance(part, (list, dict)) for part in value):
        parts = value if nesting < _MAX_NESTING else []
        return [point for part in parts for point in _points(part, nesting + 1)]
    whole = _written(value)
    if len(whole.numbers) % 2 or (isinstance(value, dict) and len(whole.numbers) != 2):
        return []
    pairs = zip(whole.numbers[0::2], whole.numbers[1::2])
    return [Written(pair, whole.percent) for pair in pairs if all(map(math.isfinite, pair))]


def _written(value: Any, nesting: int = 0) -> Written:
    """All numbers in it, in reading order; what is no number is left out."""
    leaves = list(_leaves(value, nesting))
    numbers = [number for leaf in leaves for number in _numbers_in(leaf)]
    return Written(tuple(numbers), any(isinstance(leaf, str) and _PERCENT.search(leaf) for leaf in leaves))


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


# --- where it lies ---


@dataclass(frozen=True)
class _Frame:
    """What the numbers of an answer count in."""

    seen: Size
    boxes_are_shares: bool
    points_are_shares: bool | None  # None where nobody can tell

    @classmethod
    def of(cls, items: Sequence[Item], seen: Size) -> _Frame:
        boxes = [item.box for item in items if item.box and not item.box.percent and any(item.box.numbers)]
        points = [point for item in items for point in item.points if not point.percent]
        boxes_are = _are_small(boxes)
        if not _are_small(points):
            return cls(seen, boxes_are, False)
        if boxes_are or any(map(_is_fraction, points)):
            return cls(seen, boxes_are, True)
        return cls(seen, boxes_are, False if boxes else None)

    def box(self, item: Item) -> Box | None:
        """None where it is none, or has no area inside the image."""
        numbers = self._pixels(item.box, self.boxes_are_shares) if item.box else []
        if not numbers:
            return None
        x0, x1 = sorted(min(max(x, 0.0), float(self.seen[0])) for x in numbers[0::2])
        y0, y1 = sorted(min(max(y, 0.0), float(self.seen[1])) for y in numbers[1::2])
        return Box(x0, y0, x1, y1) if min(x1 - x0, y1 - y0) >= _MIN_SIDE_PX else None

    def point(self, place: Written) -> Point | None:
        """One on the far edge moves into the last pixel."""
        numbers = self._pixels(place, self.points_are_shares)
        if not numbers:
            return None
        right, bottom = self.seen[0] - 0.5, self.seen[1] - 0.5
        return Point(min(max(numbers[0], 0.0), right), min(max(numbers[1], 0.0), bottom))

    def _pixels(self, place: Written, are_shares: bool | None) -> list[float]:
        """[] where it cannot be told, also of one in shares, or partly, among others in pixels."""
        if place.percent:
            return [n * self.seen[i % 2] / 100 for i, n in enumerate(place.numbers)]
        if are_shares:
            return [n * self.seen[i % 2] for i, n in enumerate(place.numbers)]
        return [] if are_shares is None or _is_share(place) else list(place.numbers)


def placed(items: Sequence[Item], seen: Size) -> tuple[Target, ...]:
    """In pixels of `seen`; items without a place are left out."""
    frame = _Frame.of(items, seen)
    found = (_target(item, frame) for item in items)
    return tuple(islice((target for target in found if target), MAX_TARGETS))


def _target(item: Item, frame: _Frame) -> Target | None:
    if not any(number for place in (item.box, *item.points) if place for number in place.numbers):
        return None  # zeros alone are how some models write «nothing»
    box = frame.box(item)
    points = tuple(point for place in item.points if (point := frame.point(place)))
    return Target(box, points, item.label) if box or points else None


def _are_small(places: Sequence[Written]) -> bool:
    """Pixels that nobody means: nothing above 1, or fractions a little beyond the edges of the image."""
    numbers = [number for place in places for number in place.numbers]
    low, high = (-1, 2) if any(map(_is_fraction, places)) else (0, 1)
    return any(numbers) and all(low <= number <= high for number in numbers)


def _is_fraction(place: Written) -> bool:
    return any(number != int(number) for number in place.numbers)


def _is_share(place: Written) -> bool:
    """Nobody counts whole pixels here and parts of one there: [0.34, 300], [0.34, 0.3, 2.5, 0.76]."""
    parts = sum(0 < number < 1 for number in place.numbers)
    rest = [number for number in place.numbers if not 0 < number < 1]
    is_whole = all(number == int(number) for number in rest)
    return (
        (_are_small([place]) and _is_fraction(place))
        or parts > len(rest)
        or (parts == len(rest) and is_whole)
    )
