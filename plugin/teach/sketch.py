"""A sample while it is drawn: two corners and two points a target."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import Optional

import numpy as np
from numpy.typing import NDArray

from ...backend.stages import Box, Point, Target
from ..language import tr
from ..tools.boxes import DIGITS, BadSketch, box_between


class Step(Enum):
    """What is drawn next of a target."""

    CORNER = "corner"
    OPPOSITE = "opposite corner"
    FIRST = "first point"
    SECOND = "second point"
    DRAWN = "drawn"


@dataclass(frozen=True)
class Sketch:
    """All in pixels of the scene, and inside of it."""

    finished: tuple[Target, ...] = ()
    corner: Optional[Point] = None
    box: Optional[Box] = None
    points: tuple[Point, ...] = ()

    @property
    def step(self) -> Step:
        """What the next click sets."""
        if self.box is None:
            return Step.CORNER if self.corner is None else Step.OPPOSITE
        return (Step.FIRST, Step.SECOND, Step.DRAWN)[len(self.points)]

    @property
    def targets(self) -> tuple[Target, ...]:
        """The targets that are complete."""
        whole = (Target(self.box, self.points),) if self.step == Step.DRAWN else ()
        return (*self.finished, *whole)

    @property
    def is_whole(self) -> bool:
        """Whether it can be kept: at least one target, and none that is half drawn."""
        return bool(self.targets) and self.step in (Step.CORNER, Step.DRAWN)

    def placed(self, place: Point) -> Sketch:
        """With the next corner or point there; raises BadSketch where it is not allowed."""
        if self.step == Step.CORNER:
            return replace(self, corner=place)
        if self.step == Step.OPPOSITE:
            return self.boxed(self.corner, place)
        if self.step == Step.DRAWN:
            return self
        return replace(self, points=(*self.points, self._checked(place)))

    def boxed(self, one: Point, other: Point) -> Sketch:
        """With another box; after a complete target it begins another one. Raises BadSketch."""
        return replace(self.another(), corner=None, box=box_between(one, other), points=())

    def another(self) -> Sketch:
        """Ready for one more target; unchanged while the current one is incomplete."""
        return Sketch(self.targets) if self.step == Step.DRAWN else self

    def back(self) -> Sketch:
        """One step back; at the first step of a target, into the one before."""
        if self.points:
            return replace(self, points=self.points[:-1])
        if self.box or self.corner:
            return Sketch(self.finished)
        if self.finished:
            *before, last = self.finished
            return Sketch(tuple(before), None, last.box, last.points[:-1])
        return self

    def _checked(self, place: Point) -> Point:
        box, point = self.box, Point(round(place.x, DIGITS), round(place.y, DIGITS))
        if not (box.x0 <= point.x < box.x1 and box.y0 <= point.y < box.y1):
            raise BadSketch(tr("The point lies outside of its box: put both points on the target."))
        if point in self.points:
            raise BadSketch(tr("The second point needs a place of its own on the target."))
        return point


def agreement(mask: NDArray[np.bool_], box: Box) -> float:
    """The IoU of the box around a mask (H, W) with the one that was drawn; 0 for an empty mask."""
    around = Box.around(mask)
    return around.iou(box) if around else 0.0
