"""Targets as an answer format holds them, read off its record, so that a new format needs nothing here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from askmap.backend.formats import BARE, BOX, POINT, TEXT, AnswerFormat, Shape
from askmap.backend.stages import Point, Target


def with_points(target: Target, form: AnswerFormat) -> Target:
    """With as many points as the format asks for: the target's own, then others in its box."""
    box = target.box
    shares = [number / (form.points + 1) for number in range(len(target.points) + 1, form.points + 1)]
    more = (
        Point(round(box.x0 + share * (box.x1 - box.x0)), round(box.y0 + share * (box.y1 - box.y0)))
        for share in shares
    )
    return replace(target, points=(*target.points, *more))


def written_by_keys(target: Target, form: AnswerFormat) -> object:
    """What a model of this format writes of a target, as JSON has it."""
    points = iter([[int(point.x), int(point.y)] for point in target.points])
    row = {key: _value(target, shape, points) for key, shape in form.keys.items()}
    return row.get(BARE, row)


def _value(target: Target, shape: Shape, points: Iterator[list[int]]) -> object:
    if shape == TEXT:
        return target.label
    if shape == BOX:
        return [int(value) for value in target.box.corners]
    return next(points) if shape == POINT else [next(points) for _ in range(shape[0])]


def kept_by_keys(target: Target, form: AnswerFormat) -> Target:
    """What of a target its format can say."""
    box = target.box
    centre = Point((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2)
    points = (centre,) if form.points_at_centre else target.points[: form.points]
    return Target(box, points, target.label if TEXT in form.keys.values() else "")
