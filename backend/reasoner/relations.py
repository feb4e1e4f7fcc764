"""What targets are among each other, in words that a question may use: «largest», «northerly»."""

from __future__ import annotations

from collections.abc import Sequence

from ..stages import Target

THOUSAND = 1000  # the sides of the frame that targets are counted in here
EXTREMES = ("largest", "smallest", "westernmost", "easternmost", "northernmost", "southernmost")
HALVES = ("westerly", "easterly", "northerly", "southerly")  # of the view


def compared(
    targets: Sequence[Target], areas: Sequence[float] = (), compass: Sequence[tuple[float, float]] = ()
) -> dict[str, list[int]]:
    """The targets, counted from 0, that each of EXTREMES and HALVES is true of, by their centres.

    An extreme is true of one: of equal ones the first; a target in the middle lies east and south. `areas`
    are those of the masks, in any unit; () = those of the boxes. `compass` is how far east and north of the
    view's middle each lies, in any unit; () = as in the frame, whose north is up.
    """
    if not targets:
        return {word: [] for word in (*EXTREMES, *HALVES)}
    xs, ys = zip(*([(east, -north) for east, north in compass] or map(_from_middle, targets)))
    sizes = areas or [target.box.area if target.box else 0.0 for target in targets]
    extremes = [_most(sizes), _least(sizes), _least(xs), _most(xs), _least(ys), _most(ys)]
    halves = [_below(xs, True), _below(xs, False), _below(ys, True), _below(ys, False)]
    return {word: [index] for word, index in zip(EXTREMES, extremes)} | dict(zip(HALVES, halves))


def _from_middle(target: Target) -> tuple[float, float]:
    x, y = target.middle()
    return x - THOUSAND / 2, y - THOUSAND / 2


def _below(values: Sequence[float], is_below: bool) -> list[int]:
    return [index for index, value in enumerate(values) if (value < 0) == is_below]


def _least(values: Sequence[float]) -> int:
    return min(range(len(values)), key=values.__getitem__)


def _most(values: Sequence[float]) -> int:
    return max(range(len(values)), key=values.__getitem__)
