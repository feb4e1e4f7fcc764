"""VisionReasoner's reward."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...backend.stages import Target
from .format_checks import Completion, box_and_point_shares, structured, unrepeated
from .matching import box_distance, box_iou, paired, points_error, share_inside
from .reward import (
    Accuracy,
    Reward,
    check_settings,
    found_targets,
    mean_accuracy,
    true_targets,
    weighted,
)

VISION_TERMS = ("structure", "box_form", "point_form", "box_iou", "box_distance", "point", "no_repeats")


@dataclass(frozen=True)
class VisionReward:
    """VisionReasoner (arXiv:2505.12081): up to 7, and no more than 2 for an answer without targets."""

    structure: float = 1.0  # weight: a thought and an answer are the whole text
    box_form: float = 1.0  # weight: objects with a box of four numbers
    point_form: float = 1.0  # weight: objects with a point of two numbers
    box_iou: float = 1.0  # weight
    box_distance: float = 1.0  # weight
    point: float = 1.0  # weight
    no_repeats: float = 1.0  # weight: the thought repeats no sentence
    iou_above: float = 0.5
    box_below_px: float = 10.0  # mean absolute difference of the four coordinates, at SQUARE_PX
    point_below_px: float = 30.0  # and inside the box that was written, at SQUARE_PX

    def __post_init__(self) -> None:
        check_settings(self, VISION_TERMS)


def vision_reward(completion: Completion, truth: Sequence[Target], settings: VisionReward) -> Reward:
    """Seven terms; `truth` in pixels of `completion.seen`. Paired by the sum of the three accuracies.

    Its truth has one point a target; ours has two, and the nearer one counts. Of a true target that is a box
    alone, a point is right that lies in it.
    """
    box_form, point_form = box_and_point_shares(completion)
    iou, distance, point = _vision_accuracy(completion, truth, settings)
    return weighted(
        settings,
        {
            "structure": structured(completion),
            "box_form": box_form,
            "point_form": point_form,
            "box_iou": iou,
            "box_distance": distance,
            "point": point,
            "no_repeats": unrepeated(completion.thought),
        },
    )


def _vision_accuracy(completion: Completion, truth: Sequence[Target], settings: VisionReward) -> Accuracy:
    found, true = found_targets(completion), true_targets(truth, completion)
    pairs = paired(found, true, lambda f, t: sum(_near(f, t, settings)))
    return mean_accuracy([_near(f, t, settings) for f, t in pairs], max(len(found), len(true)))


def _near(found: Target, true: Target, settings: VisionReward) -> Accuracy:
    point = found.points[:1]
    distance = points_error(point, true)
    return (
        float(box_iou(found.box, true.box) > settings.iou_above),
        float(box_distance(found.box, true.box) < settings.box_below_px),
        float(share_inside(point, found.box) == 1 and distance < settings.point_below_px),
    )
