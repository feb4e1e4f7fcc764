"""How one answer is scored: the rules of three published evaluation scripts, which differ, and our plain one.

| policy    | size             | truth and answer empty     | found where nothing is       | P@t  |
|-----------|------------------|----------------------------|------------------------------|------|
| segearth  | longer side 1024 | IoU 1                      | IoU 0, its pixels are summed | > t  |
| think2seg | squeezed, 840²   | IoU 1 if the list is [],   | IoU 0, its pixels are not    | >= t |
|           |                  | 0 if a target has no pixel |                              |      |
| segzero   | the picture's    | left out                   | left out                     | > t  |
| native    | the picture's    | IoU 1                      | as segearth                  | > t  |

An unreadable answer is worth IoU 0 and the whole truth is in the union, and so is «I do not know what that
looks like» about a kind that the set has labels for: it never counts as «none». Where the truth is empty,
segzero leaves the picture out. That this holds for segearth is our choice: SegEarth-R1 writes no text to be
read.
P@t is a share of all pictures, but under think2seg of those for which its script makes a mask: none for an
unreadable answer, none for [] where something is to be found, an empty one for any list where nothing is.
Seg-Zero publishes no P@t; «> t» is ours. Masks are resized to their nearest pixel. The margin that segearth
puts around a picture adds no pixel to either mask, so it is not drawn.

Sources: arXiv:2504.09644 (SegEarth-R1), 2512.19302 (Think2Seg-RS), 2503.06520 (Seg-Zero), and their scripts.
Shapes: H rows, W columns of the picture; N targets.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...backend.formats import SQUARE_PX
from ...backend.segmenter.overlap import overlap_of
from ..data.samples import Mask

Masks = NDArray[np.bool_]  # (N, H, W), one a target

LONGER_SIDE_PX = 1024  # segearth's
THRESHOLDS = (0.5, 0.6, 0.7, 0.8, 0.9)  # of P@t


@dataclass(frozen=True)
class Score:
    """One answer under one policy; the sums are in pixels of the policy's own size."""

    intersection: int
    union: int
    iou: float | None  # None where the policy leaves the picture out
    summed: bool = True  # intersection and union enter cIoU
    drawn: bool = True  # enters what P@t is a share of


Policy = Callable[[Mask, "Masks | None"], Score]  # of the truth and the answer; None = unreadable


def native(truth: Mask, masks: Masks | None) -> Score:
    if masks is None:
        return Score(0, int(truth.sum()), 0.0)
    found: Mask = np.logical_or.reduce(masks)
    overlap = overlap_of(found, truth)
    return Score(overlap.both, overlap.either, overlap.iou(of_nothing=1.0))


def segearth(truth: Mask, masks: Masks | None) -> Score:
    return native(enlarged(truth), None if masks is None else enlarged(_in_one(masks)))


def think2seg(truth: Mask, masks: Masks | None) -> Score:
    truth = squeezed(truth)
    if masks is None or (truth.any() and not len(masks)):
        return Score(0, int(truth.sum()), 0.0, drawn=False)
    if not truth.any():
        return Score(0, 0, float(len(masks) == 0), summed=False)
    return native(truth, squeezed(_in_one(masks)))


def segzero(truth: Mask, masks: Masks | None) -> Score:
    if not truth.any():
        return Score(0, 0, None, summed=False, drawn=False)
    return native(truth, masks)


POLICIES: dict[str, Policy] = {
    "segearth": segearth,
    "think2seg": think2seg,
    "segzero": segzero,
    "native": native,
}


def reaches(policy: str, iou: float, threshold: float) -> bool:
    """Whether it counts for P@threshold."""
    return iou >= threshold if policy == "think2seg" else iou > threshold


def _in_one(masks: Masks) -> Masks:
    """(N, H, W) to (1, H, W): every pixel that belongs to some target."""
    return np.asarray(masks.any(axis=0, keepdims=True))


def enlarged(masks: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """(..., H, W) until the longer side has LONGER_SIDE_PX."""
    height, width = masks.shape[-2:]
    scale = LONGER_SIDE_PX / max(height, width)
    return resized(masks, max(1, round(height * scale)), max(1, round(width * scale)))


def squeezed(masks: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """(..., H, W) to SQUARE_PX each way, whatever the shape was."""
    return resized(masks, SQUARE_PX, SQUARE_PX)


def resized(masks: NDArray[np.bool_], height: int, width: int) -> NDArray[np.bool_]:
    """(..., H, W) to (..., height, width): each pixel is the one its centre falls into."""
    rows = ((np.arange(height) + 0.5) * masks.shape[-2] / height).astype(int)
    columns = ((np.arange(width) + 0.5) * masks.shape[-1] / width).astype(int)
    return np.asarray(masks[..., rows[:, None], columns])
