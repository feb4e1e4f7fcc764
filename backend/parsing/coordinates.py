"""Targets out of items: their numbers become pixels of the frame that the model counts in.

Swapped corners are put in order, and coordinates out of the image are clipped to it. Some models write shares
of the image instead of pixels: «28%», or nothing above 1 in a whole answer (2 where there are fractions: they
overshoot). They are read as shares, because as pixels they would all lie in the upper left corner. Points
alone that are whole numbers of 0 and 1 are ambiguous, and are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from ..stages import Box, Point, Target
from .items import Item, Numbers, items_in
from .lenient_json import MAX_ITEMS
from .placed import Span

MAX_TARGETS = 128  # 2,048 new tokens hold no more boxes: Qwen's tokenizer spends one on every digit

_MIN_SIDE_PX = 0.01  # a thinner box has no area to speak of

Size = tuple[int, int]


def targets_of(values: Sequence[Any], seen: Size) -> tuple[Target, ...]:
    """In their order, in pixels of the frame `seen`; what cannot be read is left out."""
    return place_items(list(islice(items_in(values), MAX_ITEMS)), seen)


@dataclass(frozen=True)
class _CountingFrame:
    """What the numbers of an answer count in: pixels or shares of the frame `seen`."""

    seen: Size
    boxes_are_shares: bool
    points_are_shares: bool | None  # None where it is ambiguous

    @classmethod
    def of(cls, items: Sequence[Item], seen: Size) -> _CountingFrame:
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

    def point(self, place: Numbers) -> Point | None:
        """One on the far edge moves into the last pixel."""
        numbers = self._pixels(place, self.points_are_shares)
        if not numbers:
            return None
        right, bottom = self.seen[0] - 0.5, self.seen[1] - 0.5
        return Point(min(max(numbers[0], 0.0), right), min(max(numbers[1], 0.0), bottom))

    def _pixels(self, place: Numbers, are_shares: bool | None) -> list[float]:
        """[] where it is ambiguous, also for one in shares, or partly, among others in pixels."""
        if place.percent:
            return [n * self.seen[i % 2] / 100 for i, n in enumerate(place.numbers)]
        if are_shares:
            return [n * self.seen[i % 2] for i, n in enumerate(place.numbers)]
        return [] if are_shares is None or _is_share(place) else list(place.numbers)


def place_items(items: Sequence[Item], seen: Size) -> tuple[Target, ...]:
    """In pixels of `seen`; items without a place are left out.

    What was written of each begins where the item before it ends: with the choice that there is one more.
    """
    frame = _CountingFrame.of(items, seen)
    found = (_target(item, frame, span) for item, span in zip(items, _from_the_last(items)))
    return tuple(islice((target for target in found if target), MAX_TARGETS))


def _from_the_last(items: Sequence[Item]) -> Iterator[Span | None]:
    """Spans that follow each other without a gap; one that lies within the last begins where it does."""
    end = 0
    for item in items:
        if item.span is None:
            yield None
            continue
        start, own_end = item.span
        yield (end if end <= start else start, own_end)
        end = max(end, own_end)


def _target(item: Item, frame: _CountingFrame, span: Span | None) -> Target | None:
    if not any(number for place in (item.box, *item.points) if place for number in place.numbers):
        return None  # zeros alone are how some models write «nothing»
    box = frame.box(item)
    points = tuple(point for place in item.points if (point := frame.point(place)))
    return Target(box, points, item.label, written=span) if box or points else None


def _are_small(places: Sequence[Numbers]) -> bool:
    """Too small for pixels: nothing above 1, or fractions a little beyond the edges of the image."""
    numbers = [number for place in places for number in place.numbers]
    low, high = (-1, 2) if any(map(_is_fraction, places)) else (0, 1)
    return any(numbers) and all(low <= number <= high for number in numbers)


def _is_fraction(place: Numbers) -> bool:
    return any(number != int(number) for number in place.numbers)


def _is_share(place: Numbers) -> bool:
    """Some numbers are shares among pixels, which is ambiguous: [0.34, 300], [0.34, 0.3, 2.5, 0.76]."""
    parts = sum(0 < number < 1 for number in place.numbers)
    rest = [number for number in place.numbers if not 0 < number < 1]
    is_whole = all(number == int(number) for number in rest)
    return (
        (_are_small([place]) and _is_fraction(place))
        or parts > len(rest)
        or (parts == len(rest) and is_whole)
    )
