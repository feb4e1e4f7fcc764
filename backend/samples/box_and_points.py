"""A mask to what BoP-Rewards learn from: one box and two positive points.

The procedure is Seg-Zero's (arXiv:2503.06520); GRASP's own is not published. Of a mask of several pieces no
paper speaks, so this rule is ours: the box holds all of them, and both points lie in the largest one.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_edt, label  # type: ignore[import-untyped]  # has no types

from ..stages import Box, Point, Target

Mask = NDArray[np.bool_]
CORNERS_TOUCH = np.ones((3, 3))  # pixels that touch at a corner belong to one piece


def target_from(mask: Mask, name: str = "", *, corner: tuple[float, float] = (0.0, 0.0)) -> Target:
    """The box of all True pixels of (H, W) and two points in its largest piece; ValueError where none is.

    `corner` is where the mask's top-left pixel has its corner.
    """
    box = Box.around(mask)
    if box is None:
        raise ValueError("an empty mask has no box")
    cut = mask[int(box.y0) : int(box.y1), int(box.x0) : int(box.x1)]
    x, y = corner[0] + box.x0, corner[1] + box.y0
    points = tuple(Point(x + point.x, y + point.y) for point in two_points(cut))
    return Target(Box(x, y, x + cut.shape[1], y + cut.shape[0]), points, name)


def two_points(mask: Mask) -> tuple[Point, Point]:
    """Two pixel centres in the largest piece: the deepest, and the deepest beyond the median distance."""
    piece = pieces_of(mask) == 1
    # whole numbers, so that equal depths are equal; the first of them is taken
    depth = np.rint(distance_transform_edt(np.pad(piece, 1))[1:-1, 1:-1] ** 2)
    ys, xs = np.nonzero(piece)
    first = int(np.argmax(depth[ys, xs]))
    distance = np.hypot(xs - xs[first], ys - ys[first])
    far = np.flatnonzero(distance > np.median(distance))
    second = int(far[np.argmax(depth[ys[far], xs[far]])]) if len(far) else first
    return Point(xs[first] + 0.5, ys[first] + 0.5), Point(xs[second] + 0.5, ys[second] + 0.5)


def pieces_of(mask: Mask) -> NDArray[np.intp]:
    """The connected pieces of (H, W), numbered from 1 by their size; 0 lies outside.

    Of pieces of one size the one comes first whose first block of 2 x 2 pixels does, row by row: as OpenCV
    counts, which made the labels of before.
    """
    pieces, count = label(mask, CORNERS_TOUCH)
    sizes, rank = np.bincount(pieces.ravel()), np.zeros(count + 1, np.intp)
    order = np.lexsort((_first_blocks(pieces), -sizes[1:])) if count > 1 else np.arange(count)
    rank[order + 1] = np.arange(1, count + 1)
    return np.asarray(rank[pieces])


def _first_blocks(pieces: NDArray[np.intp]) -> NDArray[np.intp]:
    """Of each piece; no block holds two, because pixels that touch at a corner belong together."""
    even = np.pad(pieces, [(0, side % 2) for side in pieces.shape])
    blocks = even.reshape(even.shape[0] // 2, 2, even.shape[1] // 2, 2).max(axis=(1, 3))
    numbers, first = np.unique(blocks, return_index=True)
    return np.asarray(first[numbers > 0])
