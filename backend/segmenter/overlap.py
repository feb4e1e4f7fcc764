"""How much two masks share, counted in pixels."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]  # (H, W)


@dataclass(frozen=True)
class Overlap:
    """Of a found mask with the true one, in pixels of whatever size both have."""

    both: int
    either: int
    true: int

    def __post_init__(self) -> None:
        if not 0 <= self.both <= self.true <= self.either:
            raise ValueError(f"{self.both} shared, {self.true} true, {self.either} in all: no overlap")

    def iou(self, *, of_nothing: float) -> float:
        """Intersection over union; `of_nothing` where both masks are empty, where measures differ."""
        return self.both / self.either if self.either else of_nothing


def overlap_of(found: Mask, true: Mask) -> Overlap:
    """Of two masks (H, W)."""
    if found.shape != true.shape:
        raise ValueError(f"masks of {found.shape} and {true.shape} cannot be compared")
    return Overlap(int((found & true).sum()), int((found | true).sum()), int(true.sum()))
