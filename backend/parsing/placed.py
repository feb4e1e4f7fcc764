"""Numbers and texts that know where they were read, so that a target's tokens can be told from another's.

A span is [start, end) in letters of the text that was read.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Span = tuple[int, int]

_ESCAPED_START = re.compile(r"[\[{]\s{0,9}\\\"")
_MAX_NESTING = 8  # of what a target holds; a list of points has 2


class PlacedNumber(float):
    """A number, and its span."""

    span: Span

    def __new__(cls, number: str | float, span: Span = (0, 0)) -> PlacedNumber:
        placed = super().__new__(cls, number)
        placed.span = span
        return placed


class PlacedText(str):
    """What a text says, and its span, which is longer where quotes or escapes belong to it."""

    span: Span

    def __new__(cls, text: str, span: Span) -> PlacedText:
        placed = super().__new__(cls, text)
        placed.span = span
        return placed


def span_of(value: Any) -> Span | None:
    """From the first to the last number or text in what was read; None where nothing in it has a place."""
    spans = list(_spans(value))
    return (min(start for start, _ in spans), max(end for _, end in spans)) if spans else None


def _spans(value: Any, nesting: int = 0) -> Iterator[Span]:
    if isinstance(value, (PlacedNumber, PlacedText)):
        yield value.span
    elif isinstance(value, (dict, list)) and nesting <= _MAX_NESTING:
        for held in value.values() if isinstance(value, dict) else value:
            yield from _spans(held, nesting + 1)


# --- a text in which a backslash stands before each quote ---


@dataclass(frozen=True)
class Escapes:
    """Where a text has lost a backslash, so that its places are found again in the text as it was written."""

    lost_before: tuple[int, ...] = ()

    def original(self, span: Span) -> Span:
        start, end = span
        return start + bisect_right(self.lost_before, start), end + bisect_left(self.lost_before, end)


def once_escaped(text: str) -> tuple[str, Escapes]:
    r"""[{\"bbox_2d\": [1, 2, 3, 4]}] is the text of a text."""
    if not _ESCAPED_START.search(text):
        return text, Escapes()
    found = (escape.start() for escape in re.finditer(r'\\"', text))
    return text.replace('\\"', '"'), Escapes(tuple(place - lost for lost, place in enumerate(found)))
