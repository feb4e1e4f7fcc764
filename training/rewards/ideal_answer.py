"""What a perfect reasoner writes: Targets and a thought as text, in any of the answer formats."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import chain
from math import ceil, floor

from ...backend.formats import BARE, TEXT, AnswerFormat, format_named
from ...backend.stages import Point, Target
from ...backend.text import printable, without_tokens
from .format_checks import FENCE, FENCE_END


class Unwritable(ValueError):
    """Of a label that a format cannot hold; `str()` says why and ends a sentence that names the sample."""


def ideal_answer(
    thought: str,
    targets: Sequence[Target],
    format: str,
    *,
    step: int = 1,
    fence: bool = True,
    is_outside: bool = False,
) -> str:
    """`targets` count in the reasoner's own frame; their places are rounded to multiples of `step`.

    Unwritable where the format cannot hold them: GRASP's has exactly one target, and each needs a box and as
    many points as the format asks for, because no point is made up. Tags in the text are broken up, because
    they would end thought or answer. Where the question `is_outside` of what the labels know, «I do not know»
    in the formats that can say so.
    """
    form = format_named(format)
    answer = form.unknown if is_outside and form.unknown else _answer(targets, form, step, fence)
    return f"<think>{_plain(thought)}</think><answer>{answer}</answer>"


def _plain(text: str) -> str:
    return without_tokens(printable(text)).strip()


def _answer(targets: Sequence[Target], form: AnswerFormat, step: int, fence: bool) -> str:
    if not targets and form.none and not form.none.startswith("["):
        return form.none
    if not form.is_list and len(targets) != 1:
        raise Unwritable(f"the format {form.name} has one target, not {len(targets)}")
    rows = [_row(target, form, step) for target in targets]
    text = json.dumps(rows if form.is_list else rows[0], separators=(",", ":"), ensure_ascii=False)
    return f"{FENCE}\n{text}\n{FENCE_END}" if fence else text


def _row(target: Target, form: AnswerFormat, step: int) -> object:
    """One target with the format's keys; a bare list where it has none."""
    pieces = chain([_box(target, step)], _points(target, form, step))
    row = {key: _plain(target.label) if shape == TEXT else next(pieces) for key, shape in form.keys.items()}
    return row.get(BARE, row)


def _box(target: Target, step: int) -> list[int]:
    if target.box is None:
        raise Unwritable("a target without a box cannot be written")
    b = target.box
    left, right = _side(b.x0, b.x1, step)
    top, bottom = _side(b.y0, b.y1, step)
    if max(right, bottom) <= 1:  # [0, 0, 1, 1] is read as all of the image, in shares of it
        return [0, 0, 2, 2]
    return [left, top, right, bottom]


def _side(start: float, end: float, step: int) -> tuple[int, int]:
    """Rounded; outwards where nothing would be left, so that a thin box stays inside of the frame."""
    rounded = _rounded(start, step), _rounded(end, step)
    return rounded if rounded[0] < rounded[1] else (step * floor(start / step), step * ceil(end / step))


def _points(target: Target, form: AnswerFormat, step: int) -> list[object]:
    """The list of both in one piece, or one after the other: as the format's keys want them."""
    asked = form.points
    if len(target.points) < asked:
        raise Unwritable(f"the format {form.name} has {asked} points a target, not {len(target.points)}")
    points = [_point(point, step) for point in target.points[:asked]]
    return [points] if form.points_key is not None else list(points)


def _point(point: Point, step: int) -> list[int]:
    return [_rounded(point.x, step), _rounded(point.y, step)]


def _rounded(value: float, step: int) -> int:
    return step * round(value / step)
