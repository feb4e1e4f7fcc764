"""Which models suit this computer: by what was measured here, or else by what they need and it has."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum

from ..models.catalogue import Model
from ..models.trials import ModelTrial, recommended
from .computer import Fit


class Grounds(Enum):
    MEASURED = "most often right in time, of those that were tried here"
    SIZE = "the largest that fit; none was tried here"
    SIZE_OF_UNTRIED = "the largest that fit; those that were tried here were too slow, or never right"


@dataclass(frozen=True)
class Candidate:
    """A model of the catalogue, here or not."""

    model: Model
    key: str  # of a ListedModel
    fit: Fit

    @property
    def suits(self) -> bool:
        """Whether AskMap loads it itself, everybody gets it, and it fits with room to spare."""
        return not self.model.served_only and not self.model.gated and self.fit is Fit.FITS


@dataclass(frozen=True)
class Recommendation:
    """A pair."""

    keys: tuple[str, ...]  # of ListedModels: a reasoner and a segmenter
    grounds: Grounds
    tried: int  # pairs that were compared


def recommend(
    candidates: Sequence[Candidate], trials: Sequence[ModelTrial], kinds: Sequence[str]
) -> Recommendation:
    """`trials` are those of models that are here, as they were."""
    best = recommended(trials)
    if best is not None:
        return Recommendation((best.reasoner, best.segmenter), Grounds.MEASURED, len(trials))
    failed = {trial.reasoner for trial in trials}
    keys = tuple(_largest([one for one in candidates if one.model.kind == kind], failed) for kind in kinds)
    return Recommendation(keys, Grounds.SIZE_OF_UNTRIED if trials else Grounds.SIZE, len(trials))


def _largest(candidates: Sequence[Candidate], failed: Collection[str]) -> str:
    """The first of the largest ones that suit; the bundled one where none does."""
    suiting = [one for one in candidates if one.suits and one.key not in failed]
    if suiting:
        return max(suiting, key=lambda one: one.model.parameters).key
    return next((one.key for one in candidates if one.model.folder), "")
