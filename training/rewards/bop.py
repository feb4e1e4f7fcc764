"""BoP-Rewards: box and points, as GRASP has them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...backend.formats import format_named
from ...backend.stages import Target
from .format_checks import Completion, soft, strict, structured
from .matching import box_distance, box_iou, overlap_gain, paired, points_error, share_inside
from .reward import (
    Accuracy,
    BadReward,
    Reward,
    check_settings,
    found_targets,
    mean_accuracy,
    true_targets,
    weighted,
)

BOP_TERMS = ("structure", "format", "box_iou", "box_distance", "points")


@dataclass(frozen=True)
class BopReward:
    """GRASP (arXiv:2508.17102) publishes no weight or threshold: these are Seg-Zero's (arXiv:2503.06520)."""

    structure: float = 1.0  # weight: a thought and an answer are the whole text
    format: float = 1.0  # weight: the answer has what was asked for
    box_iou: float = 1.0  # weight
    box_distance: float = 1.0  # weight
    points: float = 1.0  # weight
    strict: bool = True  # exact keys and lengths; False = whatever the backend reads as box and points
    iou_above: float = 0.5
    box_below_px: float = 10.0  # mean absolute difference of the four coordinates, at SQUARE_PX
    points_below_px: float = 100.0  # mean distance, at SQUARE_PX
    smooth: bool = False  # ours: slopes in place of thresholds, so that a weak reasoner's rollouts differ
    box_fade_px: float = 100.0  # ours: where a slope reaches 0, at SQUARE_PX
    points_fade_px: float = 200.0  # ours: the same for points

    def __post_init__(self) -> None:
        check_settings(self, BOP_TERMS)
        if min(self.box_fade_px, self.points_fade_px) <= 0:
            raise BadReward("box_fade_px and points_fade_px of BopReward must be above 0.")


def bop_reward(
    completion: Completion, truth: Sequence[Target], settings: BopReward, *, is_outside: bool = False
) -> Reward:
    """Five terms; `truth` has boxes and points in pixels of `completion.seen`.

    Published is one box with two points. Ours: pairing by IoU, nearer boxes first where nothing overlaps;
    where nothing is true, «none» has full accuracy and everything else 0; so has «I do not know», in the
    formats that can say so, where the question `is_outside` of all that is labelled. Of a true target that is
    a box alone, points are right that lie in it.
    """
    iou, distance, points = _bop_accuracy(completion, truth, settings, is_outside)
    return weighted(
        settings,
        {
            "structure": structured(completion),
            "format": strict(completion) if settings.strict else soft(completion),
            "box_iou": iou,
            "box_distance": distance,
            "points": points,
        },
    )


def _bop_accuracy(
    completion: Completion, truth: Sequence[Target], settings: BopReward, is_outside: bool
) -> Accuracy:
    found, true = found_targets(completion), true_targets(truth, completion)
    if completion.grounding is not None and not found and not true:
        share = float(completion.says_rightly(is_outside))
        return share, share, share
    judged = _by_slopes if settings.smooth else _by_thresholds
    asked = format_named(completion.format).points
    pairs = paired(found, true, overlap_gain)
    return mean_accuracy([judged(f, t, asked, settings) for f, t in pairs], max(len(found), len(true)))


def _by_thresholds(found: Target, true: Target, asked: int, settings: BopReward) -> Accuracy:
    """Seg-Zero's three terms of 0 or 1; points count only where there are as many as the format asks for."""
    inside = len(found.points) == asked and share_inside(found.points, found.box) == 1
    return (
        float(box_iou(found.box, true.box) > settings.iou_above),
        float(box_distance(found.box, true.box) < settings.box_below_px),
        float(inside and points_error(found.points, true) < settings.points_below_px),
    )


def _by_slopes(found: Target, true: Target, asked: int, settings: BopReward) -> Accuracy:
    """Ours: the IoU itself, and distances that fade; for points, times the share inside the box."""
    inside = share_inside(found.points, found.box) if len(found.points) == asked else 0.0
    return (
        box_iou(found.box, true.box),
        _faded(box_distance(found.box, true.box), settings.box_fade_px),
        inside * _faded(points_error(found.points, true), settings.points_fade_px),
    )


def _faded(distance_px: float, fade_px: float) -> float:
    return max(0.0, 1.0 - distance_px / fade_px)
