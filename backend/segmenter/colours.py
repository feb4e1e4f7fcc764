"""How a segmenter wants its colours: shares of the whole range, less a mean, over a deviation; RGB."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Colours:
    mean: tuple[float, float, float]
    deviation: tuple[float, float, float]


IMAGENET = Colours((0.485, 0.456, 0.406), (0.229, 0.224, 0.225))  # what every SAM2 and EdgeTAM learned with
HALVES = Colours((0.5, 0.5, 0.5), (0.5, 0.5, 0.5))  # SAM3
