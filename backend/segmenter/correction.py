"""What a click may change of a mask, whatever the segmenter draws: the one rule for all corrections.

A click that belongs adds the part of the new drawing that holds it; one that does not takes away the part
that the new drawing gives up around it. Nothing else changes, and no click undoes another: a part that holds
an opposite one ends halfway to it. Where the drawing does not follow a click, the mask stays as it is and the
click is refused.

SAM2 draws a whole mask anew after each click, and may give up elsewhere what was right, or what the user has
drawn. FocalClick (arXiv:2204.02574) merges so. Measured on 80 held-out landscapes with the bundled segmenter,
one right click into the largest part that was wrong: boxes as they should be 0.918 to 0.926 in IoU and, in
other colours, 0.781 to 0.799; boxes too large by 0.3 of a side 0.799 to 0.846 and 0.669 to 0.712. Half to
three quarters of those clicks are followed; taking all of the new drawing where they are not would give 0.01
more, from where nobody clicked. What it draws around the click alone is no way out: taken away instead, it
leaves 0.632 of 0.918.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import label  # type: ignore[import-untyped]  # scipy has no types

from ..stages import Point, Target

Mask = NDArray[np.bool_]
Pixel = tuple[int, int]  # row and column
CORNERS_TOUCH = np.ones((3, 3))


@dataclass(frozen=True, eq=False)
class Corrected:
    mask: Mask  # (H, W)
    refused: tuple[Point, ...] = ()  # clicks that the segmenter did not follow


def correct(before: Mask, drawn: Mask, was: Target, now: Target) -> Corrected:
    """The mask of `was` after the clicks that `now` has more; all of what is drawn where that has none.

    No click takes the last pixel away.
    """
    if not now.adds_clicks_to(was):
        return Corrected(drawn)
    mask, refused = before.copy(), []
    for click in _new(was.points, now.points):
        if not mask[_pixel(click, mask)]:
            part = _part(drawn & ~mask, click, now.negatives)
            mask |= part
            refused += [] if part.any() else [click]
    for click in _new(was.negatives, now.negatives):
        if mask[_pixel(click, mask)]:
            part = _part(mask & ~drawn, click, now.points)
            is_followed = part.any() and (mask & ~part).any()
            mask = mask & ~part if is_followed else mask
            refused += [] if is_followed else [click]
    return Corrected(mask, tuple(refused))


def _new(old: Sequence[Point], points: Sequence[Point]) -> list[Point]:
    return [point for point in points if point not in old]


def _part(region: Mask, click: Point, opposite: Sequence[Point]) -> Mask:
    """What hangs together around the click, (H, W); empty where the click lies beside the region."""
    at = _pixel(click, region)
    part = _connected(region, at)
    against = {pixel for pixel in (_pixel(point, region) for point in opposite) if part[pixel]} - {at}
    return _connected(part & _nearer(part.shape, at, against), at) if against else part


def _connected(region: Mask, at: Pixel) -> Mask:
    parts, _ = label(region, CORNERS_TOUCH)
    return np.asarray(region & (parts == parts[at]))


def _nearer(shape: tuple[int, ...], at: Pixel, others: set[Pixel]) -> Mask:
    """The pixels that lie nearer to this one than to any of the others."""
    rows, columns = np.ogrid[: shape[0], : shape[1]]
    here = (rows - at[0]) ** 2 + (columns - at[1]) ** 2
    nearer = np.ones(shape, np.bool_)
    for row, column in others:
        nearer &= here < (rows - row) ** 2 + (columns - column) ** 2
    return nearer


def _pixel(point: Point, mask: Mask) -> Pixel:
    """That holds it; the one at the edge for a point beyond."""
    height, width = mask.shape
    return min(max(int(point.y), 0), height - 1), min(max(int(point.x), 0), width - 1)
