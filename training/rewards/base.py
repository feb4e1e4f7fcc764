"""What a completion is worth: BoP-Rewards (GRASP), mask-only (Think2Seg-RS), VisionReasoner's.

    format_checks.read_completion -> bop_worth | mask_worth | vision_worth -> Worth, a number for each term

A completion is read by the backend's own reader, so what is rewarded is what would be served; mask-only alone
reads more narrowly, as its paper does. One that cannot be read points at nothing, but its structure counts,
as in all three papers. Any other error is a bug and stops the run. Completion and truth come in pixels of the
frame `seen` that the reasoner counts in (Preparation.to_frame); distances are taken as if that frame were
squeezed to SIDE_PX x SIDE_PX, for which the published thresholds are meant.

Where M targets were found and N are true, they are paired, and an accuracy term is its sum over the pairs
divided by max(M, N). Weights and thresholds are set by the recipe's tables.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from ...backend.errors import AskMapError
from ...backend.formats import THINK2SEG, format_named
from ...backend.stages import Target
from .format_checks import Completion, box_and_point_shares, fenced, soft, strict, structured, unrepeated
from .matching import box_distance, box_iou, overlap_gain, paired, points_distance, share_inside
from .overlap import Overlap
from .sam_prompts import sam_prompts

SIDE_PX = 840  # the square that Seg-Zero, VisionReasoner and Think2Seg-RS train with

BOP_TERMS = ("structure", "format", "box_iou", "box_distance", "points")
MASK_TERMS = ("iou", "valid", "structure")
VISION_TERMS = ("structure", "box_form", "point_form", "box_iou", "box_distance", "point", "no_repeats")

Accuracy = tuple[float, float, float]  # of box IoU, box distance and points; each 0...1


class BadReward(AskMapError):
    hint = "See training/recipes/ for recipes that work."


@dataclass(frozen=True)
class Worth:
    """What one completion earned, term by term, weights included; a run's terms are always the same."""

    terms: Mapping[str, float]

    @property
    def total(self) -> float:
        return sum(self.terms.values())


# --- BoP: box and points ---


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
    box_below_px: float = 10.0  # mean absolute difference of the four coordinates, at SIDE_PX
    points_below_px: float = 100.0  # mean distance, at SIDE_PX
    smooth: bool = False  # ours: slopes in place of thresholds, so that a weak reasoner's rollouts differ
    box_fade_px: float = 100.0  # ours: where a slope reaches 0, at SIDE_PX
    points_fade_px: float = 200.0  # ours: the same for points

    def __post_init__(self) -> None:
        _check(self, BOP_TERMS)
        if min(self.box_fade_px, self.points_fade_px) <= 0:
            raise BadReward("box_fade_px and points_fade_px of BopReward must be above 0.")


def bop_worth(completion: Completion, truth: Sequence[Target], settings: BopReward) -> Worth:
    """Five terms; `truth` has boxes and points in pixels of `completion.seen`.

    Published is one box with two points. Ours: pairing by IoU, nearer boxes first where nothing overlaps;
    where nothing is true, «none» has full accuracy and everything else 0.
    """
    iou, distance, points = _bop_accuracy(completion, truth, settings)
    return _weighted(
        settings,
        {
            "structure": structured(completion),
            "format": strict(completion) if settings.strict else soft(completion),
            "box_iou": iou,
            "box_distance": distance,
            "points": points,
        },
    )


def _bop_accuracy(completion: Completion, truth: Sequence[Target], settings: BopReward) -> Accuracy:
    found, true = _found(completion), _true(truth, completion)
    if completion.grounding is not None and not found and not true:
        return 1.0, 1.0, 1.0
    judged = _by_slopes if settings.smooth else _by_thresholds
    asked = format_named(completion.format).points
    pairs = paired(found, true, overlap_gain)
    return _mean([judged(f, t, asked, settings) for f, t in pairs], max(len(found), len(true)))


def _by_thresholds(found: Target, true: Target, asked: int, settings: BopReward) -> Accuracy:
    """Seg-Zero's three terms of 0 or 1; points count only where there are as many as the format asks for."""
    inside = len(found.points) == asked and share_inside(found.points, found.box) == 1
    return (
        float(box_iou(found.box, true.box) > settings.iou_above),
        float(box_distance(found.box, true.box) < settings.box_below_px),
        float(inside and points_distance(found.points, true.points) < settings.points_below_px),
    )


def _by_slopes(found: Target, true: Target, asked: int, settings: BopReward) -> Accuracy:
    """Ours: the IoU itself, and distances that fade; for points, times the share inside the box."""
    inside = share_inside(found.points, found.box) if len(found.points) == asked else 0.0
    return (
        box_iou(found.box, true.box),
        _faded(box_distance(found.box, true.box), settings.box_fade_px),
        inside * _faded(points_distance(found.points, true.points), settings.points_fade_px),
    )


def _faded(distance_px: float, fade_px: float) -> float:
    return max(0.0, 1.0 - distance_px / fade_px)


# --- mask only ---


@dataclass(frozen=True)
class MaskReward:
    """Think2Seg-RS (arXiv:2512.19302), as its released code has it: R = 2 * IoU + valid + structure."""

    iou: float = 2.0  # weight: the IoU of SAM2's mask with the true one, 0 where the answer is not valid
    valid: float = 1.0  # weight: the answer is one that training accepts
    structure: float = 1.0  # weight: a thought and an answer are the whole text
    fence: bool = True  # JSON must stand between ```json and ```; `pocket` writes no fence
    negative_points: bool = False  # True = they spoil no answer; a Target holds none, so SAM2 gets none

    def __post_init__(self) -> None:
        _check(self, MASK_TERMS)


def mask_targets(completion: Completion, settings: MaskReward) -> tuple[Target, ...] | None:
    """What the mask is drawn of; None where the answer is not valid.

    Ours: other formats than Think2Seg-RS's own are valid in their strict form.
    """
    if completion.format == THINK2SEG.name:
        return sam_prompts(completion, fence=settings.fence, negative_points=settings.negative_points)
    if completion.grounding is None or not strict(completion):
        return None
    return completion.grounding.targets if fenced(completion.answer) or not settings.fence else None


def mask_worth(completion: Completion, overlap: Overlap, settings: MaskReward) -> Worth:
    """Three terms; `overlap` is that of the mask of `mask_targets` with the true one.

    Where nothing is true, a valid «none» has the IoU 1 and everything else 0, an empty mask too.
    """
    targets = mask_targets(completion, settings)
    iou = overlap.both / overlap.either if overlap.true else float(targets == ())
    return _weighted(
        settings,
        {
            "iou": iou if targets is not None else 0.0,
            "valid": float(targets is not None),
            "structure": structured(completion),
        },
    )


# --- VisionReasoner's ---


@dataclass(frozen=True)
class VisionReward:
    """VisionReasoner (arXiv:2505.12081): up to 7, and no more than 2 for an answer without targets."""

    structure: float = 1.0  # weight: a thought and an answer are the whole text
    box_form: float = 1.0  # weight: objects with a box of four numbers
    point_form: float = 1.0  # weight: objects with a point of two numbers
    box_iou: float = 1.0  # weight
    box_distance: float = 1.0  # weight
    point: float = 1.0  # weight
    no_repeats: float = 1.0  # weight: no sentence of the thought stands there twice
    iou_above: float = 0.5
    box_below_px: float = 10.0  # mean absolute difference of the four coordinates, at SIDE_PX
    point_below_px: float = 30.0  # and inside the box that was written, at SIDE_PX

    def __post_init__(self) -> None:
        _check(self, VISION_TERMS)


def vision_worth(completion: Completion, truth: Sequence[Target], settings: VisionReward) -> Worth:
    """Seven terms; `truth` in pixels of `completion.seen`. Paired by the sum of the three accuracies.

    Its truth has one point a target; ours has two, and the nearer one counts.
    """
    box_form, point_form = box_and_point_shares(completion)
    iou, distance, point = _vision_accuracy(completion, truth, settings)
    return _weighted(
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
    found, true = _found(completion), _true(truth, completion)
    pairs = paired(found, true, lambda f, t: sum(_near(f, t, settings)))
    return _mean([_near(f, t, settings) for f, t in pairs], max(len(found), len(true)))


def _near(found: Target, true: Target, settings: VisionReward) -> Accuracy:
    point = found.points[:1]
    distance = points_distance(point, true.points)
    return (
        float(box_iou(found.box, true.box) > settings.iou_above),
        float(box_distance(found.box, true.box) < settings.box_below_px),
        float(share_inside(point, found.box) == 1 and distance < settings.point_below_px),
    )


# --- what all three do ---

Settings = BopReward | MaskReward | VisionReward


def _check(settings: Settings, terms: Sequence[str]) -> None:
    numbers = asdict(settings)
    if not all(0 <= number < math.inf for number in numbers.values()):
        raise BadReward("A number of {name} is below 0, or not finite.", name=type(settings).__name__)
    if not any(numbers[term] for term in terms):
        raise BadReward(
            "All weights of {name} are 0: nothing would be learned.", name=type(settings).__name__
        )


def _found(completion: Completion) -> list[Target]:
    return _squeezed(completion.grounding.targets if completion.grounding else (), completion.seen)


def _true(truth: Sequence[Target], completion: Completion) -> list[Target]:
    if any(target.box is None for target in truth):
        raise ValueError("a true target needs a box")
    return _squeezed(truth, completion.seen)


def _squeezed(targets: Sequence[Target], seen: tuple[int, int]) -> list[Target]:
    """From the reasoner's frame to SIDE_PX x SIDE_PX."""
    return [target.scaled(SIDE_PX / seen[0], SIDE_PX / seen[1]) for target in targets]


def _mean(pairs: Sequence[Accuracy], count: int) -> Accuracy:
    """Over `count` targets, of which those without a pair add nothing."""
    first, second, third = (sum(pair[term] for pair in pairs) / max(1, count) for term in range(3))
    return first, second, third


def _weighted(settings: Settings, shares: Mapping[str, float]) -> Worth:
    """A term's weight is the setting of the same name."""
    weights = asdict(settings)
    return Worth({term: weights[term] * share for term, share in shares.items()})
