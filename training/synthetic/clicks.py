"""The click of a careful user: into the middle of the largest part that is wrong.

So SAM was trained (arXiv:2304.02643), and so interactive segmentation is measured.
Shapes: B landscapes, N prompted things each, K prompt points, S side of the picture, H = S / 2 of a mask.
"""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from ...backend.segmenter.sam2 import NEGATIVE, NOTHING, POSITIVE
from ...backend.stages import Point, Target
from ..data.samples import Mask

LEAST_PX = 8  # of a part that is worth a click
FEATURES = "features-"  # in a batch: the scenes as SAM2 encoded them, level by level, from fine to coarse


def next_click(found: Mask, truth: Mask) -> tuple[Point, bool] | None:
    """Where to click, and whether that place belongs to the thing; None where no wrong part is large."""
    missed, spilled = _largest(truth & ~found), _largest(found & ~truth)
    belongs = bool(missed.sum() >= spilled.sum())
    wrong = missed if belongs else spilled
    if wrong.sum() < LEAST_PX:
        return None
    depth = cv2.distanceTransform(np.pad(wrong.astype(np.uint8), 1), cv2.DIST_L2, 3)[1:-1, 1:-1]
    y, x = np.unravel_index(int(depth.argmax()), depth.shape)
    return Point(float(x) + 0.5, float(y) + 0.5), belongs


def with_click(target: Target, click: tuple[Point, bool]) -> Target:
    point, belongs = click
    if belongs:
        return replace(target, points=(*target.points, point))
    return replace(target, negatives=(*target.negatives, point))


def _largest(mask: Mask) -> Mask:
    """Its largest connected part; itself where it is empty."""
    count, parts, stats, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8))
    if count < 2:
        return mask
    return np.asarray(parts == 1 + int(stats[1:, cv2.CC_STAT_AREA].argmax()))


def with_clicks(network: nn.Module, batch: dict[str, Tensor], threshold: float) -> dict[str, Tensor]:
    """Every prompt twice, (B, 2N, K + 1): as it is, and with a click where its mask went wrong.

    The scenes come back encoded: Hiera is left as it is, which halves the time of a step.
    """
    with torch.no_grad():
        features = list(network.get_image_embeddings(batch["pixels"]))  # type: ignore[operator]
        points, labels = _clicks_for(network, features, batch, threshold)
    more = {"points": points[:, :, None], "labels": labels[:, :, None]}
    none = {"points": torch.zeros_like(more["points"]), "labels": torch.full_like(more["labels"], NOTHING)}
    first, then = ({name: torch.cat([batch[name], new[name]], 2) for name in more} for new in (none, more))
    twice = {name: torch.cat([batch[name], batch[name]], 1) for name in ("within", "truth")}
    clicks = {name: torch.cat([first[name], then[name]], 1) for name in more}
    return {**batch, **twice, **clicks, **{f"{FEATURES}{n}": level for n, level in enumerate(features)}}


def _clicks_for(
    network: nn.Module, features: list[Tensor], batch: dict[str, Tensor], threshold: float
) -> tuple[Tensor, Tensor]:
    """The clicks (B, N, 2) in the square, and their labels (B, N): NOTHING where the mask is right."""
    drawn = network(
        image_embeddings=features,
        input_points=batch["points"],
        input_labels=batch["labels"],
        multimask_output=False,
    ).pred_masks[:, :, 0]
    inside = functional.interpolate(drawn.float(), scale_factor=2, mode="bilinear") > threshold
    within = batch["within"] > 0.5
    found, truth = (inside & within).numpy(), ((batch["truth"] > 0.5) & within).numpy()
    points, labels = torch.zeros(*found.shape[:2], 2), torch.full(found.shape[:2], NOTHING)
    for place in np.ndindex(*found.shape[:2]):
        if click := next_click(found[place], truth[place]):
            points[place] = torch.tensor([2 * click[0].x - 0.5, 2 * click[0].y - 0.5])  # SAM adds 0.5 itself
            labels[place] = POSITIVE if click[1] else NEGATIVE
    return points, labels
