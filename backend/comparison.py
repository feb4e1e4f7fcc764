"""What targets are among each other, in words that a question may use: «largest», «northerly»."""

from __future__ import annotations

from collections.abc import Sequence

from .stages import Target

THOUSAND = 1000  # the sides of the frame that targets are counted in here
EXTREMES = ("largest", "smallest", "westernmost", "easternmost", "northernmost", "southernmost")
HALVES = ("westerly", "easterly", "northerly", "southerly")  # of the view, whose north is up


def compared(targets: Sequence[Target], areas: Sequence[float] = ()) -> dict[str, list[int]]:
    """The targets, counted from 0, that each of EXTREMES and HALVES is true of, by their centres.

    An extreme is true of one: of equal ones the first; a target in the middle lies east and south. `areas`
    are those of the masks, in any unit; () = those of the boxes.
    """
    if not targets:
        return {word: [] for word in (*EXTREMES, *HALVES)}
    xs, ys = zip(*map(_centre, targets))
    sizes = areas or [target.box.area if target.box else 0.0 for target in targets]
    extremes = [_most(sizes), _least(sizes), _least(xs), _most(xs), _least(ys), _most(ys)]
    halves = [_below(xs, True), _below(xs, False), _below(ys, True), _below(ys, False)]
    return {word: [index] for word, index in zip(EXTREMES, extremes)} | dict(zip(HALVES, halves))


def _centre(target: Target) -> tuple[float, float]:
    """Of its box, else its first point."""
    if target.box is None:
        return target.points[0].x, target.points[0].y
    return (target.box.x0 + target.box.x1) / 2, (target.box.y0 + target.box.y1) / 2


def _below(values: Sequence[float], is_below: bool) -> list[int]:
    return [index for index, value in enumerate(values) if (value < THOUSAND / 2) == is_below]


def _least(values: Sequence[float]) -> int:
    return min(range(len(values)), key=values.__getitem__)


def _most(values: Sequence[float]) -> int:
    return max(range(len(values)), key=values.__getitem__)
