"""What is done to a mask after SAM2 has drawn it: it ends at its box, without pinholes and without specks.

SAM2's own predictor offers the same, as max_hole_area and max_sprinkle_area in pixels; shares of the mask
hold for small and large things alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import label  # type: ignore[import-untyped]  # scipy has no types

from .clip import within_boxes
from .stages import MaskSet, Target

Mask = NDArray[np.bool_]
CORNERS_TOUCH = np.ones((3, 3))  # a thing may hang together by a corner, and a hole does not leak through one

MOST = 1e9  # of any number in askmap.json


@dataclass(frozen=True)
class Finish:
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
    def of(cls, said: dict[str, Any]) -> Finish:
        """From a folder's askmap.json; ValueError for other keys."""
        if other := said.keys() - {field.name for field in fields(cls)}:
            raise ValueError(f"«{min(other)}» is no key of it")
        return cls(**said)


def finished(drawn: MaskSet, targets: Sequence[Target], finish: Finish) -> MaskSet:
    """New masks; the scores are those of the old ones."""
    masks = drawn if finish.reach is None else within_boxes(drawn, targets, finish.reach)
    if not finish.holes and not finish.specks:
        return masks
    tidy = np.stack([_tidied(mask, finish) for mask in masks.masks]) if len(masks.masks) else masks.masks
    return MaskSet(tidy, masks.scores)


def _tidied(mask: Mask, finish: Finish) -> Mask:
    """(H, W); only the part that holds the mask is looked at."""
    rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
    if not len(rows):
        return mask
    window = slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)
    tidy = mask.copy()
    tidy[window] = _without_specks(_without_holes(mask[window], finish.holes), finish.specks)
    return tidy


def _without_holes(mask: Mask, share: float) -> Mask:
    outside = np.pad(~mask, 1, constant_values=True)
    parts, _ = label(outside)
    sizes = np.bincount(parts.ravel())
    small = sizes <= share * mask.sum()
    small[[0, parts[0, 0]]] = False  # the mask itself, and what lies around it
    return np.asarray(mask | small[parts[1:-1, 1:-1]])


def _without_specks(mask: Mask, share: float) -> Mask:
    parts, _ = label(mask, CORNERS_TOUCH)
    sizes = np.bincount(parts.ravel())
    kept = sizes >= share * mask.sum()
    kept[0] = False
    return np.asarray(kept[parts])


def _is_number(value: Any) -> bool:
    """A finite one of a size that torch can hold."""
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= MOST
