"""A mask to what BoP-Rewards learn from: one box and two positive points.

The procedure is Seg-Zero's (arXiv:2503.06520); GRASP's own is not published. For a mask of several parts,
which no paper speaks of, the box holds all parts and both points lie in the largest one.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from ..backend.stages import Box, Point, Target

CONNECTIVITY = 8  # pixels that touch at a corner belong to one part


def target_from(mask: NDArray[np.bool_], label: str = "") -> Target:
    """The box of all True pixels of (H, W) and two points in its largest part; ValueError where none is."""
    if not mask.any():
        raise ValueError("an empty mask has no box")
    rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
    box = Box(float(columns[0]), float(rows[0]), float(columns[-1] + 1), float(rows[-1] + 1))
    cut = mask[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    points = tuple(Point(x + box.x0, y + box.y0) for x, y in _two_points(_largest_part(cut)))
    return Target(box, points, label)


def _largest_part(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    _, parts, sizes, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8), connectivity=CONNECTIVITY)
    return np.asarray(parts == 1 + int(np.argmax(sizes[1:, cv2.CC_STAT_AREA])))


def _two_points(part: NDArray[np.bool_]) -> tuple[tuple[float, float], tuple[float, float]]:
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
