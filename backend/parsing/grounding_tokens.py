"""Places as Qwen and its relatives were taught to write them: not in JSON, but between marks of their own.

<|object_ref_start|>van<|object_ref_end|><|box_start|>(342,308),(670,766)<|box_end|>
<ref>van</ref><box>(342,308),(670,766)</box>        <|point_start|>(342,308)<|point_end|>
van(342,308),(670,766)                              where the tokenizer left its marks out
"""

from __future__ import annotations

import re
from itertools import islice

from .items import Item, Numbers, short_label
from .lenient_json import MAX_ITEMS
from .placed import Span

_NUMBER = r"\s{0,3}[-+]?\d{1,9}(?:\.\d{0,9})?\s{0,3}%?\s{0,3}"
_PAIR = rf"\({_NUMBER},{_NUMBER}\)"
_PAIRS = re.compile(rf"{_PAIR}(?:\s{{0,3}},?\s{{0,3}}{_PAIR}){{0,3}}")
MARK = re.compile(
    r"<\|(?:(?:object_ref|box|quad|point)_start|ref|det)\|>|<(?:ref|box|quad|point)>|"
    rf"(?<![\w)])[\w'’-]{{0,60}}{_PAIR}\s{{0,3}},\s{{0,3}}{_PAIR}",
    re.IGNORECASE,
)
_POINT_MARK = re.compile(r"<(?:\|point_start\||point)>\s{0,3}\Z", re.IGNORECASE)
_BOX_MARK = re.compile(r"<(?:\|box_start\||box)>\s{0,3}\Z", re.IGNORECASE)
_NAMED = re.compile(r"<(?:\|object_ref_start\||\|?ref\|?)>([^<]{1,400})<", re.IGNORECASE)
_GLUED = re.compile(r"[\w'’][\w'’ -]{0,60}\Z")
_LONE = re.compile(rf"[\w'’ -]{{0,60}}{_PAIR}[\s.。]{{0,9}}")
_VALUE = re.compile(r"[-+]?\d+(?:\.\d*)?")


def marked_items(text: str) -> list[Item]:
    """In their order; [] where the text holds no such places."""
    items: list[Item] = []
    lone, end = _LONE.fullmatch(text.strip()) is not None, 0
    for pairs in islice(_PAIRS.finditer(text), MAX_ITEMS):
        before = text[end : pairs.start()][-500:]
        if lone or _POINT_MARK.search(before):
            items.append(_points(pairs.group(), before, pairs.span()))
        else:
            items += _boxes(pairs.group(), before, pairs.span())
        end = pairs.end()
    return items


def marked_names(text: str) -> list[str]:
    """What stands between the marks of a name."""
    return [short_label(named[1]) for named in islice(_NAMED.finditer(text), MAX_ITEMS)]


def _points(pairs: str, before: str, span: Span) -> Item:
    numbers = [float(number) for number in _VALUE.findall(pairs)]
    corners = zip(numbers[0::2], numbers[1::2])
    return Item(None, tuple(Numbers(corner, "%" in pairs) for corner in corners), _label(before), span)


def _boxes(pairs: str, before: str, span: Span) -> list[Item]:
    """Two pairs are corners of a box; four of a quadrilateral, or of two boxes where the mark says box."""
    numbers = [float(number) for number in _VALUE.findall(pairs)]
    if len(numbers) not in (4, 8):
        return []
    each = 4 if _BOX_MARK.search(before) else len(numbers)
    parts = (numbers[start : start + each] for start in range(0, len(numbers), each))
    return [Item(Numbers(_around(part), "%" in pairs), (), _label(before), span) for part in parts]


def _around(numbers: list[float]) -> tuple[float, ...]:
    xs, ys = numbers[0::2], numbers[1::2]
    return min(xs), min(ys), max(xs), max(ys)


def _label(before: str) -> str:
    """What stands between the marks for it, else the words right before the place."""
    if names := marked_names(before):
        return names[-1]
    glued = _GLUED.search(before)
    return short_label(glued.group()) if glued and not before.endswith(" ") else ""
