"""Pictures and outlines laid into a square view by one affine map each.

Affine maps are (2, 3) and act on coordinates with a corner origin; cv2 counts from pixel centres.
Shapes: S is the side of the view in pixels.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from .tiles import Ring

Affine = NDArray[np.float64]  # (2, 3)
Mask = NDArray[np.bool_]  # (S, S)

FINE = 4  # times as fine small things are filled: cv2 fills half a pixel more on each side
FINE_PX = 72  # sides up to which things are small
LEAST_SCALE = 0.7  # below it a picture is made smaller by averages first


def chained(second: Affine, first: Affine) -> Affine:
    """The map that does `first`, then `second`."""
    matrix = second[:, :2] @ first
    matrix[:, 2] += second[:, 2]
    return np.asarray(matrix)


def moved(ring: Ring, place: Affine) -> Ring:
    """(N, 2) to (N, 2)."""
    return np.asarray(ring @ place[:, :2].T + place[:, 2], np.float32)


def scale_of(place: Affine) -> float:
    """Pixels of the view for one of the picture, along a side in the mean."""
    return float(np.sqrt(abs(np.linalg.det(place[:, :2]))))


def warped(image: NDArray[np.uint8], place: Affine, side_px: int, margin: Sequence[int]) -> NDArray[np.uint8]:
    """(H, W, 3) to (S, S, 3)."""
    scale = scale_of(place)
    if scale < LEAST_SCALE:
        shape = (max(1, round(image.shape[1] * scale)), max(1, round(image.shape[0] * scale)))
        shrink = np.array([[image.shape[1] / shape[0], 0, 0], [0, image.shape[0] / shape[1], 0]])
        image = np.asarray(cv2.resize(image, shape, interpolation=cv2.INTER_AREA), np.uint8)
        place = chained(place, shrink)
    centred = place.copy()
    centred[:, 2] += place[:, :2].sum(1) / 2 - 0.5
    how = cv2.INTER_CUBIC if scale > 1.5 else cv2.INTER_LINEAR
    size = (side_px, side_px)
    seen = cv2.warpAffine(image, centred, size, flags=how, borderValue=tuple(map(int, margin)))
    return np.asarray(seen, np.uint8)


def filled(parts: Sequence[Sequence[Ring]], place: Affine, side_px: int) -> Mask | None:
    """(S, S): all of a shape's pixels in the view, or None where there is none."""
    rings = [[moved(ring, place) for ring in part] for part in parts]
    corners = np.concatenate([ring for part in rings for ring in part])
    low = np.clip(np.floor(corners.min(0)).astype(int) - 1, 0, side_px)
    high = np.clip(np.ceil(corners.max(0)).astype(int) + 1, 0, side_px)
    width, height = high - low
    if width < 1 or height < 1:
        return None
    fine = FINE if max(width, height) <= FINE_PX else 1
    cut = np.zeros((height * fine, width * fine), np.uint8)
    for part in rings:
        cv2.fillPoly(cut, [_sixteenths((ring - low) * fine) for ring in part], 255, shift=4)
    if fine > 1:
        cut = np.asarray(cv2.resize(cut, (int(width), int(height)), interpolation=cv2.INTER_AREA), np.uint8)
    inside = cut >= 128
    if not inside.any():
        return None
    mask = np.zeros((side_px, side_px), np.bool_)
    mask[low[1] : high[1], low[0] : high[0]] = inside
    return mask


def area_px(parts: Sequence[Sequence[Ring]], place: Affine) -> float:
    """Of a whole shape as large as it is in the view, also beyond the edges of it."""
    rings = (abs(cv2.contourArea(ring)) for part in parts for ring in part[:1])
    return float(sum(rings) * abs(np.linalg.det(place[:, :2])))


def _sixteenths(ring: Ring) -> NDArray[np.int32]:
    return np.asarray(np.round(np.clip((ring - 0.5) * 16, -(2**24), 2**24)), np.int32)
