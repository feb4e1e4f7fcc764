"""The turns before a question, as text that a reasoner reads: what was asked, and the numbered regions found.

The regions stand in the keys of the model's own answer format and in its own frame, so that it may copy them.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import count

from ..formats import BARE, AnswerFormat, format_named
from ..stages import Box, Point, Target, Turn
from ..text import printable, without_tokens
from .relations import compared

MAX_TURNS = 3  # the last ones; questions do not refer further back
MAX_TARGETS = 32  # of a turn; some 60 tokens each
MAX_CHARS = 500  # of an earlier question
MAX_LABEL_CHARS = 60
STEP = 10  # of a model's frame: in few words, places are told in tens

_OPENING = (
    "The user has asked about it before. What was found then has numbers, and its coordinates count as those "
    "of your answer do."
)
_CLOSING = (
    "The question that comes now may speak of these regions, above all of those found last. Give again the "
    "ones that fit it, and others where it asks for others."
)
_ANY_POINT = "point_2d"  # where a format has no key for points, they are written for a target without a box


def conversation(turns: Sequence[Turn], format: str) -> str:
    """The last turns, the oldest first; their targets count in the model's frame. «» where there are none."""
    if not turns:
        return ""
    shown = [_turn(turn, format) for turn in turns[-MAX_TURNS:]]
    return "\n\n".join([_OPENING, *shown, _CLOSING])


def _turn(turn: Turn, format: str) -> str:
    asked = f"Question: {_line(turn.question, MAX_CHARS)}"
    if not turn.targets:
        return f"{asked}\nFound: nothing"
    numbered = zip(turn.numbers or count(1), turn.targets[:MAX_TARGETS])
    found = (f"{number}. {written(target, format)}" for number, target in numbered)
    return "\n".join([asked, "Found:", *found])


def in_brief(turn: Turn) -> str:
    """One turn for a small model that counts in thousandths: relations, and a line a target.

    «The largest: 2; … westerly: 1, 2; …» and «2 [150,230,480,610]»: number and box, or first point where
    there is no box. Comparisons are exact here, and hard for a small model.
    """
    targets = turn.targets[:MAX_TARGETS]
    numbers = turn.numbers or range(1, len(targets) + 1)
    among = compared(targets, turn.areas_px[:MAX_TARGETS], turn.compass[:MAX_TARGETS])
    relations = "; ".join(
        f"{name}: {enumerated([numbers[index] for index in found])}" for name, found in among.items()
    )
    lines = [f"{number} {_brief(target)}" for number, target in zip(numbers, targets)]
    return "\n".join([_line(turn.question, MAX_CHARS), f"The {relations}" if targets else "nothing", *lines])


def enumerated(numbers: Sequence[int]) -> str:
    """«1, 2», or «none»."""
    return ", ".join(map(str, numbers)) or "none"


def _brief(target: Target) -> str:
    if target.box is None:
        return _json([on_step(target.points[0].x), on_step(target.points[0].y)])
    return _json(stepped(target.box))


def stepped(box: Box) -> list[int]:
    """x0, y0, x1, y1 in whole STEPs; never without an area."""
    x0, y0, x1, y1 = (on_step(value) for value in box.corners)
    return [x0, y0, max(x1, x0 + STEP), max(y1, y0 + STEP)]


def on_step(value: float) -> int:
    return STEP * round(value / STEP)


def written(target: Target, format: str) -> str:
    """One target as JSON in whole numbers, as the models write it; what is not this target is left out."""
    form = format_named(format)
    row = _points(target, form)
    if target.box and form.box_key == BARE:
        return json.dumps(_corners(target.box))
    if target.box:
        row = {form.box_key: _corners(target.box), **row}
    if label := _line(target.label, MAX_LABEL_CHARS):
        row["label"] = label
    return json.dumps(row, ensure_ascii=False)


def _json(numbers: list[int]) -> str:
    return json.dumps(numbers, separators=(",", ":"))


def _points(target: Target, form: AnswerFormat) -> dict[str, object]:
    if form.points_key is not None:
        return {form.points_key: [_place(point) for point in target.points]} if target.points else {}
    keys = form.point_keys or (() if target.box else (_ANY_POINT,))
    return {key: _place(point) for key, point in zip(keys, target.points)}


def _corners(box: Box) -> list[int]:
    """Rounded; never without an area."""
    x0, y0 = round(box.x0), round(box.y0)
    return [x0, y0, max(x0 + 1, round(box.x1)), max(y0 + 1, round(box.y1))]


def _place(point: Point) -> list[int]:
    return [round(point.x), round(point.y)]


def _line(text: str, most: int) -> str:
    """On one line and shortened: it cannot begin a list or end its turn."""
    line = " ".join(without_tokens(printable(text)).split())
    return line if len(line) <= most else f"{line[: most - 1]}…"
