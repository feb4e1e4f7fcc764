"""The mask of a sample to its targets, each a box and two points (backend/samples/box_and_points.py).

No paper says what to do with a mask of several parts, so these rules are ours:

one     one target: the box holds all parts, and both points lie in the largest one (`target_from`)
parts   one target a part, the largest first, at most MOST_PARTS; a part of fewer pixels than asked is left
        out. A part is a connected piece of the mask (`parts_from`). Where a set gives instances of its own,
        each with a box and two points, they are the parts (`instances_from`): a set tells ships side by side
        apart, their mask does not.
auto    the set's own instances as with «parts»; without any, «one». What SAM2 cannot draw as that one is
        tried in its connected pieces (labelling/pipeline.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

import numpy as np
from scipy.ndimage import find_objects  # type: ignore[import-untyped]  # scipy has no types

from ...backend.samples.box_and_points import pieces_of
from ...backend.samples.box_and_points import target_from as target_from  # a part of this module's face
from ...backend.segmenter.overlap import Overlap
from ...backend.stages import Target
from .samples import Mask

MOST_PARTS = 32  # of one sample; the longest answers that are trained have 1,024 tokens, some 30 a target


@dataclass(frozen=True, eq=False)
class MaskPart:
    """A target, and its pixels of the mask."""

    target: Target
    cut: Mask  # (h, w), what lies in `window(target, ...)`


def whole_of(mask: Mask, label: str = "") -> MaskPart:
    """All of the mask as one part; ValueError where it is empty."""
    target = target_from(mask, label)
    return MaskPart(target, mask[window(target, mask.shape)])


def parts_from(mask: Mask, label: str = "", least_px: int = 1) -> list[MaskPart]:
    """The connected pieces of (H, W) with so many pixels, the largest first."""
    pieces, parts = pieces_of(mask), []
    for number, (rows, columns) in enumerate(find_objects(pieces)[:MOST_PARTS], start=1):
        cut = pieces[rows, columns] == number
        if cut.sum() >= least_px:
            target = target_from(cut, label, corner=(columns.start, rows.start))
            parts.append(MaskPart(target, np.asarray(cut)))
    return parts


def instances_from(mask: Mask, targets: Sequence[Target], least_px: int = 1) -> list[MaskPart]:
    """The targets as they are, with what of (H, W) is theirs, so many pixels each, the largest first."""
    parts = [instance_of(mask, target) for target in targets]
    parts.sort(key=lambda part: -int(part.cut.sum()))
    return [part for part in parts[:MOST_PARTS] if part.cut.sum() >= least_px]


def instance_of(mask: Mask, target: Target) -> MaskPart:
    """What of (H, W) is the target's, where only the mask of all together is known.

    Of the pieces in its box those under its points are its own; all of them where its points lie elsewhere.
    """
    rows, columns = window(target, mask.shape)
    cut = mask[rows, columns]
    if not cut.any():
        return MaskPart(target, cut)
    pieces = pieces_of(cut)
    places = [(floor(point.y) - rows.start, floor(point.x) - columns.start) for point in target.points]
    inside = [(y, x) for y, x in places if 0 <= y < cut.shape[0] and 0 <= x < cut.shape[1]]
    under = {int(pieces[place]) for place in inside} - {0}
    return MaskPart(target, np.isin(pieces, list(under)) if under else cut)


def window(target: Target, shape: tuple[int, ...]) -> tuple[slice, slice]:
    """The rows and columns that the target's box touches in (H, W); all of them without a box."""
    box = target.box
    if box is None:
        return slice(0, shape[0]), slice(0, shape[1])
    rows = slice(max(0, floor(box.y0)), min(shape[0], ceil(box.y1)))
    return rows, slice(max(0, floor(box.x0)), min(shape[1], ceil(box.x1)))


def agreement(found: Mask, part: MaskPart) -> float:
    """The IoU of what was found, (H, W), with the part."""
    both, true = int((found[window(part.target, found.shape)] & part.cut).sum()), int(part.cut.sum())
    return Overlap(both, int(found.sum()) + true - both, true).iou(of_nothing=0.0)
