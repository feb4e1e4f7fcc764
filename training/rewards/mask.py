"""The mask alone, as Think2Seg-RS rewards it."""

from __future__ import annotations

from dataclasses import dataclass

from ...backend.formats import THINK2SEG
from ...backend.segmenter.overlap import Overlap
from ...backend.stages import Target
from .format_checks import Completion, fenced, strict, structured
from .reward import (
    Reward,
    check_settings,
    weighted,
)
from .sam_prompts import sam_prompts

MASK_TERMS = ("iou", "valid", "structure")


@dataclass(frozen=True)
class MaskReward:
    """Think2Seg-RS (arXiv:2512.19302), as its released code has it: R = 2 * IoU + valid + structure."""

    iou: float = 2.0  # weight: the IoU of SAM2's mask with the true one, 0 where the answer is not valid
    valid: float = 1.0  # weight: the answer is one that training accepts
    structure: float = 1.0  # weight: a thought and an answer are the whole text
    fence: bool = True  # JSON must stand between ```json and ```; `pocket` writes no fence
    negative_points: bool = False  # True = they spoil no answer; a Target holds none, so SAM2 gets none

    def __post_init__(self) -> None:
        check_settings(self, MASK_TERMS)


def mask_targets(completion: Completion, settings: MaskReward) -> tuple[Target, ...] | None:
    """What the mask is drawn of; None where the answer is not valid.

    Ours: other formats than Think2Seg-RS's own are valid in their strict form.
    """
    if completion.format == THINK2SEG.name:
        return sam_prompts(completion, fence=settings.fence, negative_points=settings.negative_points)
    if completion.grounding is None or not strict(completion):
        return None
    return completion.grounding.targets if fenced(completion.answer) or not settings.fence else None


def mask_reward(
    completion: Completion, overlap: Overlap, settings: MaskReward, *, is_outside: bool = False
) -> Reward:
    """Three terms; `overlap` is that of the mask of `mask_targets` with the true one.

    Where nothing is true, a valid «none» has the IoU 1 and everything else 0, an empty mask too; as in
    bop_reward, «I do not know» takes its place where the question `is_outside`.
    """
    targets = mask_targets(completion, settings)
    says_none = targets == () and completion.says_rightly(is_outside)
    iou = overlap.both / overlap.either if overlap.true else float(says_none)
    return weighted(
        settings,
        {
            "iou": iou if targets is not None else 0.0,
            "valid": float(targets is not None),
            "structure": structured(completion),
        },
    )
