"""What each target is among the others, in words that a question may use: «largest», «leftmost», «upper»."""

from __future__ import annotations

from collections.abc import Sequence

from .stages import Target

THOUSAND = 1000  # the sides of the frame that targets are compared in
EXTREMES = ("largest", "smallest", "leftmost", "rightmost", "topmost", "lowest")
HALVES = ("left", "right", "upper", "lower")


def compared(targets: Sequence[Target], areas: Sequence[float] = ()) -> list[list[str]]:
    """For each its EXTREMES, then its two HALVES of the frame, by its centre in thousandths.

    `areas` are those of the masks, in any unit; () = those of the boxes. Of equal ones the first counts.
    """
    centres = [_centre(target) for target in targets]
    sizes = list(areas) or [target.box.area if target.box else 0.0 for target in targets]
    xs, ys = [x for x, _ in centres], [y for _, y in centres]
    first = {
        "largest": _least([-size for size in sizes]),
        "smallest": _least(sizes),
        "leftmost": _least(xs),
        "rightmost": _least([-x for x in xs]),
        "topmost": _least(ys),
        "lowest": _least([-y for y in ys]),
    }
    extremes = [[word for word in EXTREMES if first[word] == index] for index in range(len(targets))]
    return [[*words, *_halves(x, y)] for words, (x, y) in zip(extremes, centres)]


def _centre(target: Target) -> tuple[float, float]:
    """Of its box, else its first point."""
    if target.box is None:
        return target.points[0].x, target.points[0].y
    return (target.box.x0 + target.box.x1) / 2, (target.box.y0 + target.box.y1) / 2


def _halves(x: float, y: float) -> tuple[str, str]:
    return HALVES[0 if x < THOUSAND / 2 else 1], HALVES[2 if y < THOUSAND / 2 else 3]


def _least(values: Sequence[float]) -> int:
    """Where the least one is; -1 where there is none."""
    return min(range(len(values)), key=values.__getitem__, default=-1)
