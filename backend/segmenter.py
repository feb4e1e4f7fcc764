"""SAM2: a Scene once, then Targets to Masks as often as one likes.

Shapes: H rows, W columns of the scene; N targets; K prompt points a target; S side of the square SAM2 sees.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from .stages import Point, Target

# ImageNet's, RGB; what every SAM2 checkpoint was trained with
MEAN = (0.485, 0.456, 0.406)
DEVIATION = (0.229, 0.224, 0.225)

# SAM's labels of a prompt point. NOTHING is its own filler; transformers also offers -10, a token of
# zeros, which no checkpoint has seen in training and Meta's package does not know.
NOTHING, POSITIVE, FIRST_CORNER, SECOND_CORNER = -1, 1, 2, 3


def pixels(image: NDArray[np.uint8], side_px: int, device: torch.device | str) -> Tensor:
    """(H, W, 3) squeezed to a square whatever its shape, as SAM2 was trained; (1, 3, S, S)."""
    rows = torch.from_numpy(np.ascontiguousarray(image)).to(device)
    squeezed = functional.interpolate(
        rows.permute(2, 0, 1)[None].float() / 255, (side_px, side_px), mode="bilinear", antialias=True
    )
    mean = torch.tensor(MEAN, device=device).view(1, 3, 1, 1)
    deviation = torch.tensor(DEVIATION, device=device).view(1, 3, 1, 1)
    return (squeezed - mean) / deviation


def prompts(targets: Sequence[Target], scene_size: tuple[int, int], side_px: int) -> tuple[Tensor, Tensor]:
    """Points (1, N, K, 2) and their labels (1, N, K), in the square; `scene_size` is (width, height).

    A box is two points with labels of their own, so targets with and without a box share one call of
    the decoder. SAM counts from pixel centres (it adds 0.5 itself), we count from corners.
    """
    sx, sy = side_px / scene_size[0], side_px / scene_size[1]
    rows = [_prompt(target.scaled(sx, sy)) for target in targets]
    longest = max(map(len, rows), default=0)
    points = torch.zeros(1, len(rows), longest, 2)
    labels = torch.full((1, len(rows), longest), NOTHING)
    for n, row in enumerate(rows):
        points[0, n, : len(row)] = torch.tensor([(point.x - 0.5, point.y - 0.5) for point, _ in row])
        labels[0, n, : len(row)] = torch.tensor([label for _, label in row])
    return points, labels


def _prompt(target: Target) -> list[tuple[Point, int]]:
    """The corners of the box, where there is one, and then the points."""
    box, points = target.box, [(point, POSITIVE) for point in target.points]
    if box is None:
        return points
    return [(Point(box.x0, box.y0), FIRST_CORNER), (Point(box.x1, box.y1), SECOND_CORNER), *points]
