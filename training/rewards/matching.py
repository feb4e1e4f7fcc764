"""Which found Target is which true one, and how near the two are; all in pixels of one frame.

Shapes: M found, N true.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment  # type: ignore[import-untyped]  # scipy has no types

from ...backend.stages import Box, Point, Target

NEARER = 1e-6  # IoU a pixel: too little to outweigh an overlap, enough to choose where nothing overlaps


def box_iou(found: Box | None, true: Box | None) -> float:
    """0 where one is missing."""
    return found.iou(true) if found and true else 0.0


def box_distance(found: Box | None, true: Box | None) -> float:
    """Mean absolute difference of the four coordinates, in pixels; infinite where a box is missing."""
    if found is None or true is None:
        return math.inf
    return float(np.mean(np.abs(np.subtract(found.corners, true.corners))))


def points_distance(found: Sequence[Point], true: Sequence[Point]) -> float:
    """Mean distance in pixels, in the best of all pairings; infinite where there is nothing to pair.

    The longer list's points that are left over count for nothing.
    """
    if not found or not true:
        return math.inf
    distances = np.array([[math.dist((p.x, p.y), (q.x, q.y)) for q in true] for p in found])
    rows, columns = linear_sum_assignment(distances)
    return float(distances[rows, columns].mean())


def points_error(found: Sequence[Point], true: Target) -> float:
    """`points_distance`; where a label is a box alone, 0 for points that all lie in it, else infinite.

    That much is true of the right points, and no more is known of them.
    """
    if true.points:
        return points_distance(found, true.points)
    return 0.0 if share_inside(found, true.box) == 1 else math.inf


def share_inside(points: Sequence[Point], box: Box | None) -> float:
    """How many of the points lie in the box, 0...1; the border belongs to it.

    A model writes whole pixels, and the last one of an object is the border of its box.
    """
    if box is None or not points:
        return 0.0
    return sum(box.x0 <= p.x <= box.x1 and box.y0 <= p.y <= box.y1 for p in points) / len(points)


def overlap_gain(found: Target, true: Target) -> float:
    """For `paired`: the IoU of the boxes; where it ties, the nearer box, and last what has no box."""
    distance = box_distance(found.box, true.box)
    return box_iou(found.box, true.box) - (NEARER * distance if math.isfinite(distance) else 1.0)


def paired(
    found: Sequence[Target], true: Sequence[Target], gain: Callable[[Target, Target], float]
) -> list[tuple[Target, Target]]:
    """The min(M, N) pairs whose gains have the largest sum, by the Hungarian method."""
    if not found or not true:
        return []
    gains = np.array([[gain(f, t) for t in true] for f in found])  # (M, N)
    rows, columns = linear_sum_assignment(gains, maximize=True)
    return [(found[row], true[column]) for row, column in zip(rows, columns, strict=True)]
