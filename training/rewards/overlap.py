"""How much two masks share, counted in pixels."""

from __future__ import annotations

from dataclasses import dataclass

from ..data.samples import Mask


@dataclass(frozen=True)
class Overlap:
    """Of SAM2's mask with the true one, in pixels of whatever size both have."""

    both: int
    either: int
    true: int

    def __post_init__(self) -> None:
        if not 0 <= self.both <= self.true <= self.either:
            raise ValueError(f"{self.both} shared, {self.true} true, {self.either} in all: no overlap")


def overlap_of(found: Mask, true: Mask) -> Overlap:
    """Of two masks (H, W)."""
    if found.shape != true.shape:
        raise ValueError(f"masks of {found.shape} and {true.shape} cannot be compared")
    return Overlap(int((found & true).sum()), int((found | true).sum()), int(true.sum()))
