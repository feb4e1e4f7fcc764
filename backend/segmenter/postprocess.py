"""What is done to a mask after SAM2 has drawn it: it ends at its box, without pinholes and without specks.

SAM2's own predictor offers the same, as max_hole_area and max_sprinkle_area in pixels; shares of the mask
hold for small and large things alike. None of this overrules a point: a part that holds a positive one stays,
some way beyond the box and however small, and a hole that holds a negative one stays open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from math import ceil, floor
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import label  # type: ignore[import-untyped]  # scipy has no types

from ..stages import Box, MaskSet, Point, Target

Mask = NDArray[np.bool_]
CORNERS_TOUCH = np.ones((3, 3))  # a thing may hang together by a corner, and a hole does not leak through one

FARTHER = 4.0  # than a point beyond the box a part may reach, on its side
MOST = 1e9  # of any number in askmap.json


@dataclass(frozen=True)
class Postprocessing:
    """As nothing is said, masks stay as they are; ValueError for what is no share."""

    threshold: float = 0.0  # a pixel is inside whose logit lies above it; SAM2's mask_threshold
    reach: float | None = None  # how far beyond its box a mask may go, as a share of the box; None = anywhere
    holes: float = 0.0  # holes of up to this share of the mask are filled
    specks: float = 0.0  # parts below this share of the mask are left out

    def __post_init__(self) -> None:
        if not _is_number(self.threshold):
            raise ValueError("«threshold» should be a number")
        if self.reach is not None and not (_is_number(self.reach) and self.reach >= 0):
            raise ValueError("«reach» should be a number from 0 up")
        for name in ("holes", "specks"):
            if not (_is_number(getattr(self, name)) and 0 <= getattr(self, name) <= 1):
                raise ValueError(f"«{name}» should be a number from 0 to 1")

    @classmethod
    def of(cls, settings: dict[str, Any]) -> Postprocessing:
        """From a folder's askmap.json; ValueError for other keys."""
        if other := settings.keys() - {field.name for field in fields(cls)}:
            raise ValueError(f"«{min(other)}» is no key of it")
        return cls(**settings)


def postprocess(drawn: MaskSet, targets: Sequence[Target], postprocessing: Postprocessing) -> MaskSet:
    """New masks; the scores are those of the old ones."""
    masks = drawn if postprocessing.reach is None else _within_reach(drawn, targets, postprocessing.reach)
    if not postprocessing.holes and not postprocessing.specks:
        return masks
    tidy = np.zeros_like(masks.masks)
    for number, target in enumerate(targets):
        tidy[number] = _tidied(masks.masks[number], target, postprocessing)
    return MaskSet(tidy, masks.scores)


def _within_reach(drawn: MaskSet, targets: Sequence[Target], reach: float) -> MaskSet:
    """Cut to the boxes; a part beyond a box stays where the user points at it, as far as _grown says.

    Measured on held-out landscapes in other colours, boxes too small by a part of one side, one point
    anywhere in what they miss. Where a whole part stayed, however long, a point took more than 0.1 of the
    IoU away in 14 % of the cases for boxes too small by 4 to 12 %, and in 13 % for 12 to 30 %; with this
    end in 7 % of both, and the mean IoU is higher by 0.02 and 0.01. In known colours it costs 0.01 to 0.02
    where more is missed, until the next click.
    """
    cut = within_boxes(drawn, targets, reach)
    for number, target in enumerate(targets):
        beyond = drawn.masks[number] & ~cut.masks[number]
        if target.box and _under(target.points, beyond).any():
            parts = _parts_under(target.points, beyond)
            near = Target(_grown(target.box, target.points))
            cut.masks[number] |= within_boxes(MaskSet(parts[None], drawn.scores[:1]), [near]).masks[0]
    return cut


def _grown(box: Box, points: Sequence[Point]) -> Box:
    """On each side FARTHER times as far as a point lies beyond it: what a part beyond the box may hold."""
    xs, ys = [point.x for point in points], [point.y for point in points]
    left, top = max(0.0, box.x0 - min(xs)), max(0.0, box.y0 - min(ys))
    right, bottom = max(0.0, max(xs) - box.x1), max(0.0, max(ys) - box.y1)
    return Box(
        box.x0 - FARTHER * left, box.y0 - FARTHER * top, box.x1 + FARTHER * right, box.y1 + FARTHER * bottom
    )


def _tidied(mask: Mask, target: Target, postprocessing: Postprocessing) -> Mask:
    """(H, W); only the part that holds the mask is looked at."""
    rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
    if not len(rows):
        return mask
    window = slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)
    points, negatives = (_moved(p, columns[0], rows[0]) for p in (target.points, target.negatives))
    tidy = mask.copy()
    filled = _without_holes(mask[window], postprocessing.holes, negatives)
    tidy[window] = _without_specks(filled, postprocessing.specks, points)
    return tidy


def _without_holes(mask: Mask, share: float, negatives: Sequence[Point]) -> Mask:
    outside = np.pad(~mask, 1, constant_values=True)
    parts, _ = label(outside)
    sizes = np.bincount(parts.ravel())
    small = sizes <= share * mask.sum()
    small[[0, parts[0, 0]]] = False  # the mask itself, and what lies around it
    small[_under(negatives, parts[1:-1, 1:-1])] = False
    return np.asarray(mask | small[parts[1:-1, 1:-1]])


def within_boxes(masks: MaskSet, targets: Sequence[Target], reach: float = 0.0) -> MaskSet:
    """Masks that end where their boxes end.

    Some answer formats have it so (formats.AnswerFormat.ends_at_box). The bundled segmenter, small as it is,
    is cut too: what it draws beyond a box is nearly always a neighbour. `reach` is how far beyond its box a
    mask may go, as a share of the box's sides; no box, no end.
    """
    cut = np.zeros_like(masks.masks)
    for number, target in enumerate(targets):
        rows, columns = _part(target.box, reach)
        cut[number, rows, columns] = masks.masks[number, rows, columns]
    return MaskSet(cut, masks.scores)


def _part(box: Box | None, reach: float) -> tuple[slice, slice]:
    """The rows and columns that it touches."""
    if box is None:
        return slice(None), slice(None)
    dx, dy = reach * (box.x1 - box.x0), reach * (box.y1 - box.y0)
    rows = slice(max(0, floor(box.y0 - dy)), max(0, ceil(box.y1 + dy)))
    return rows, slice(max(0, floor(box.x0 - dx)), max(0, ceil(box.x1 + dx)))


def _without_specks(mask: Mask, share: float, points: Sequence[Point]) -> Mask:
    parts, _ = label(mask, CORNERS_TOUCH)
    sizes = np.bincount(parts.ravel())
    kept = sizes >= share * mask.sum()
    kept[_under(points, parts)] = True
    kept[0] = False
    return np.asarray(kept[parts])


def _parts_under(points: Sequence[Point], mask: Mask) -> Mask:
    """The connected parts of it that hold a point."""
    parts, count = label(mask, CORNERS_TOUCH)
    held = np.zeros(count + 1, np.bool_)
    held[_under(points, parts)] = True
    held[0] = False
    return np.asarray(held[parts])


def _under(points: Sequence[Point], picture: NDArray[Any]) -> NDArray[Any]:
    """What the picture (H, W) holds at those of the points that lie in it."""
    height, width = picture.shape
    inside = [p for p in points if 0 <= p.x < width and 0 <= p.y < height]
    return picture[[int(p.y) for p in inside], [int(p.x) for p in inside]]


def _moved(points: Sequence[Point], dx: int, dy: int) -> tuple[Point, ...]:
    """As seen from a window that begins at (dx, dy)."""
    return tuple(Point(point.x - dx, point.y - dy) for point in points)


def _is_number(value: Any) -> bool:
    """A finite one of a size that torch can hold."""
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= MOST
