"""What a perfect reasoner writes: Targets and a thought as text, in any of the answer formats."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import chain

from ..backend.stages import Point, Target
from .forms import FENCE, FENCE_END, NONE, SHAPES, WORDS


def written(
    thought: str, targets: Sequence[Target], format: str, *, step: int = 1, fence: bool = True
) -> str:
    """`targets` count in the reasoner's own frame; their places are rounded to multiples of `step`.

    ValueError where the format cannot hold them: GRASP's has exactly one target.
    """
    return f"<think>{thought}</think><answer>{_answer(targets, format, step, fence)}</answer>"


def _answer(targets: Sequence[Target], format: str, step: int, fence: bool) -> str:
    if not targets and format in NONE and not NONE[format].startswith("["):
        return NONE[format]
    if format == "grasp" and len(targets) != 1:
        raise ValueError(f"the format grasp has one target, not {len(targets)}")
    rows = [_row(target, format, step) for target in targets]
    text = json.dumps(rows[0] if format == "grasp" else rows, separators=(",", ":"))
    return f"{FENCE}\n{text}\n{FENCE_END}" if fence else text


def _row(target: Target, format: str, step: int) -> object:
    """One target with the keys that SHAPES names; a bare list where it names none."""
    pieces = chain([_box(target, step)], _points(target, format, step))
    row = {key: target.label if shape == WORDS else next(pieces) for key, shape in SHAPES[format].items()}
    return row[""] if "" in row else row


def _box(target: Target, step: int) -> list[int]:
    if target.box is None:
        raise ValueError("a target without a box cannot be written")
    b = target.box
    x0, y0, x1, y1 = (_rounded(v, step) for v in (b.x0, b.y0, b.x1, b.y1))
    return [x0, y0, max(x1, x0 + step), max(y1, y0 + step)]  # never without an area


def _points(target: Target, format: str, step: int) -> list[object]:
    """The list of both in one piece, or one after the other: as the format's keys want them."""
    points = [_point(point, step) for point in target.points]
    return [points] if (2, 2) in SHAPES[format].values() else list(points)


def _point(point: Point, step: int) -> list[int]:
    return [_rounded(point.x, step), _rounded(point.y, step)]


def _rounded(value: float, step: int) -> int:
    return step * round(value / step)
