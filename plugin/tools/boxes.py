"""A box from two corners, in a scene's pixels."""

from __future__ import annotations

from ...backend.errors import AskMapError
from ...backend.stages import Box, Point
from ..language import tr

LEAST_BOX_PX = 1.0  # a side, in the scene's pixels
DIGITS = 2  # after the decimal point, of a pixel: no hand is more exact, and lines of the data set stay short


class BadSketch(AskMapError):
    """The last corner or point is not valid."""


def box_between(one: Point, other: Point) -> Box:
    """Raises BadSketch where it has no area, for example outside the scene."""
    x0, x1 = sorted((round(one.x, DIGITS), round(other.x, DIGITS)))
    y0, y1 = sorted((round(one.y, DIGITS), round(other.y, DIGITS)))
    if x1 - x0 < LEAST_BOX_PX or y1 - y0 < LEAST_BOX_PX:
        raise BadSketch(tr("The box is too small, or lies outside of the view: draw it around a target."))
    return Box(x0, y0, x1, y1)
