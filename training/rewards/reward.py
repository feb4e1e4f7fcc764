"""Rewards of a completion: BoP-Rewards (GRASP), mask-only (Think2Seg-RS), VisionReasoner's.

    format_checks.read_completion -> bop_reward | mask_reward | vision_reward -> Reward, a number a term

A completion is read by the backend's own reader, so what is rewarded is what would be served; mask-only alone
reads more narrowly, as its paper does. One that cannot be read points at nothing, but its structure counts,
as in all three papers. Any other error is a bug and stops the run. Completion and truth come in pixels of the
frame `seen` that the reasoner counts in (Preparation.to_frame); distances are taken as if that frame were
squeezed to SQUARE_PX x SQUARE_PX, for which the published thresholds are meant.

Where M targets were found and N are true, they are paired, and an accuracy term is its sum over the pairs
divided by max(M, N). Weights and thresholds are set by the recipe's tables.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from ...backend.errors import AskMapError
from ...backend.formats import SQUARE_PX
from ...backend.stages import Target
from .format_checks import Completion

Accuracy = tuple[float, float, float]  # of box IoU, box distance and points; each 0...1


class BadReward(AskMapError):
    hint = "See training/recipes/ for recipes that work."


@dataclass(frozen=True)
class Reward:
    """What one completion earned, term by term, weights included; a run's terms are always the same."""

    terms: Mapping[str, float]

    @property
    def total(self) -> float:
        return sum(self.terms.values())


def check_settings(settings: Any, terms: Sequence[str]) -> None:
    numbers = asdict(settings)
    if not all(0 <= number < math.inf for number in numbers.values()):
        raise BadReward("A number of {name} is below 0, or not finite.", name=type(settings).__name__)
    if not any(numbers[term] for term in terms):
        raise BadReward(
            "All weights of {name} are 0: nothing would be learned.", name=type(settings).__name__
        )


def found_targets(completion: Completion) -> list[Target]:
    return _squeezed(completion.grounding.targets if completion.grounding else (), completion.seen)


def true_targets(truth: Sequence[Target], completion: Completion) -> list[Target]:
    if any(target.box is None for target in truth):
        raise ValueError("a true target needs a box")
    return _squeezed(truth, completion.seen)


def _squeezed(targets: Sequence[Target], seen: tuple[int, int]) -> list[Target]:
    """From the reasoner's frame to SQUARE_PX x SQUARE_PX."""
    return [target.scaled(SQUARE_PX / seen[0], SQUARE_PX / seen[1]) for target in targets]


def mean_accuracy(pairs: Sequence[Accuracy], count: int) -> Accuracy:
    """Over `count` targets, of which those without a pair add nothing."""
    first, second, third = (sum(pair[term] for pair in pairs) / max(1, count) for term in range(3))
    return first, second, third


def weighted(settings: Any, shares: Mapping[str, float]) -> Reward:
    """A term's weight is the setting of the same name."""
    weights = asdict(settings)
    return Reward({term: weights[term] * share for term, share in shares.items()})
