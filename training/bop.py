"""A mask to what BoP-Rewards learn from: one box and two positive points.

The procedure is Seg-Zero's (arXiv:2503.06520); GRASP's own is not published. Of a mask of several parts no
paper speaks, so these rules are ours:

one     one target: the box holds all parts, and both points lie in the largest one (`target_from`)
parts   one target a part, the largest first, at most MOST_PARTS; a part of fewer pixels than asked is left
        out. A part is a connected piece of the mask (`parts_from`). Where a set gives instances of its own,
        each with a box and two points, they are the parts (`instances_from`): a set tells ships side by side
        apart, their mask does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

import cv2
import numpy as np
from numpy.typing import NDArray

from ..backend.stages import Box, Point, Target
from .samples import Mask

CONNECTIVITY = 8  # pixels that touch at a corner belong to one part
MOST_PARTS = 32  # of one sample; the longest answers that are trained have 1,024 tokens, some 30 a target

Corner = tuple[float, float]


@dataclass(frozen=True, eq=False)
class Part:
    """A target, and its pixels of the mask."""

    target: Target
    cut: Mask  # (h, w), what lies in `window(target, ...)`


def target_from(mask: Mask, label: str = "") -> Target:
    """The box of all True pixels of (H, W) and two points in its largest part; ValueError where none is."""
    return whole_of(mask, label).target


def whole_of(mask: Mask, label: str = "") -> Part:
    """All of the mask as one part; ValueError where it is empty."""
    if not mask.any():
        raise ValueError("an empty mask has no box")
    rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
    cut = mask[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return _part(cut, _largest_piece(cut), (float(columns[0]), float(rows[0])), label)


def parts_from(mask: Mask, label: str = "", least_px: int = 1) -> list[Part]:
    """The connected pieces of (H, W) with so many pixels, the largest first."""
    _, pieces, sizes, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8), connectivity=CONNECTIVITY)
    by_size = sorted(enumerate(sizes[1:].tolist(), 1), key=lambda row: -row[1][cv2.CC_STAT_AREA])
    parts = []
    for number, (left, top, width, height, pixels) in by_size[:MOST_PARTS]:
        if pixels >= least_px:
            cut = np.asarray(pieces[top : top + height, left : left + width] == number)
            parts.append(_part(cut, cut, (left, top), label))
    return parts


def instances_from(mask: Mask, targets: Sequence[Target], least_px: int = 1) -> list[Part]:
    """The targets as they are, with what of (H, W) is theirs, so many pixels each, the largest first."""
    parts = [instance_of(mask, target) for target in targets]
    parts.sort(key=lambda part: -int(part.cut.sum()))
    return [part for part in parts[:MOST_PARTS] if part.cut.sum() >= least_px]


def instance_of(mask: Mask, target: Target) -> Part:
    """What of (H, W) is the target's, where only the mask of all together is known.

    Of the pieces in its box those under its points are its own; all of them where its points lie elsewhere.
    """
    rows, columns = window(target, mask.shape)
    cut = mask[rows, columns]
    if not cut.any():
        return Part(target, cut)
    _, pieces = cv2.connectedComponents(cut.astype(np.uint8), connectivity=CONNECTIVITY)
    places = [(floor(point.y) - rows.start, floor(point.x) - columns.start) for point in target.points]
    inside = [(y, x) for y, x in places if 0 <= y < cut.shape[0] and 0 <= x < cut.shape[1]]
    under = {int(pieces[place]) for place in inside} - {0}
    return Part(target, np.isin(pieces, list(under)) if under else cut)


def window(target: Target, shape: tuple[int, ...]) -> tuple[slice, slice]:
    """The rows and columns that the target's box touches in (H, W); all of them without a box."""
    box = target.box
    if box is None:
        return slice(0, shape[0]), slice(0, shape[1])
    rows = slice(max(0, floor(box.y0)), min(shape[0], ceil(box.y1)))
    return rows, slice(max(0, floor(box.x0)), min(shape[1], ceil(box.x1)))


def agreement(found: Mask, part: Part) -> float:
    """The IoU of what was found, (H, W), with the part."""
    both = int((found[window(part.target, found.shape)] & part.cut).sum())
    return both / max(1, int(found.sum()) + int(part.cut.sum()) - both)


def _part(cut: Mask, pointed_at: Mask, corner: Corner, label: str) -> Part:
    """Both masks (h, w) have their top-left pixel's corner at `corner`."""
    (x, y), (height, width) = corner, cut.shape
    points = tuple(Point(x + px, y + py) for px, py in _two_points(pointed_at))
    return Part(Target(Box(x, y, x + width, y + height), points, label), cut)


def _largest_piece(mask: Mask) -> Mask:
    _, pieces, sizes, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8), connectivity=CONNECTIVITY)
    return np.asarray(pieces == 1 + int(np.argmax(sizes[1:, cv2.CC_STAT_AREA])))


def _two_points(part: NDArray[np.bool_]) -> tuple[Corner, Corner]:
    """(x, y) of two pixel centres: the deepest pixel, and the deepest of those beyond the median distance."""
    depth = cv2.distanceTransform(np.pad(part, 1).astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)[
        1:-1, 1:-1
    ]
    depth = np.rint(depth**2)  # whole numbers: OpenCV's last digits differ from call to call, ties with them
    ys, xs = np.nonzero(part)
    first = int(np.argmax(depth[ys, xs]))
    distance = np.hypot(xs - xs[first], ys - ys[first])
    far = np.flatnonzero(distance > np.median(distance))
    second = int(far[np.argmax(depth[ys[far], xs[far]])]) if len(far) else first
    return (xs[first] + 0.5, ys[first] + 0.5), (xs[second] + 0.5, ys[second] + 0.5)
