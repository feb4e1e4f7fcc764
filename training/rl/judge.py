"""Rewards of completions: text to Reward, by the method that the recipe names.

SAM2 encodes each picture once, and the targets of all completions about it go through its decoder together,
MASKS_AT_ONCE at a time: a completion may point at a hundred things.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from ...backend.engine.local import masks_of
from ...backend.engine.protocols import Segmenter
from ...backend.formats import format_named
from ...backend.reasoner.preprocessing import Preparation
from ...backend.segmenter.overlap import overlap_of
from ...backend.stages import Target
from ..data.samples import OUTSIDE, Mask, Picture, Sample
from ..data.truth import true_mask, true_targets
from ..evaluation.asking import scene_of
from ..rewards.bop import bop_reward
from ..rewards.format_checks import Completion, read_completion
from ..rewards.mask import mask_reward, mask_targets
from ..rewards.reward import Reward
from ..rewards.vision import vision_reward
from .recipe import PrimeRecipe

MASKS_AT_ONCE = 64  # of the picture's size; 1 GB for 4,000 x 4,000 pixels


class Judging(Protocol):
    """What a run needs of Judge, or of one that takes its place."""

    @property
    def preparation(self) -> Preparation: ...

    def rewards(self, sample: Sample, picture: Picture, texts: Sequence[str]) -> list[Reward]: ...


@dataclass(frozen=True, eq=False)
class Judge:
    recipe: PrimeRecipe
    preparation: Preparation
    segmenter: Segmenter | None  # for the reward «mask» alone

    def rewards(self, sample: Sample, picture: Picture, texts: Sequence[str]) -> list[Reward]:
        """One for each text, also where it cannot be read; any other error is raised."""
        height, width = picture.shape[:2]
        frame = self.preparation.frame(width, height)
        completions = [read_completion(text, self.preparation.format, frame) for text in texts]
        if self.recipe.method == "mask":
            return self._by_masks(sample, picture, completions)
        truth = [self.preparation.to_frame(target, width, height) for target in true_targets(sample)]
        if self.recipe.method == "vision":
            return [vision_reward(completion, truth, self.recipe.vision) for completion in completions]
        is_outside = sample.kind == OUTSIDE
        return [
            bop_reward(completion, truth, self.recipe.bop, is_outside=is_outside)
            for completion in completions
        ]

    def _by_masks(self, sample: Sample, picture: Picture, completions: list[Completion]) -> list[Reward]:
        true = true_mask(sample, picture)
        height, width = picture.shape[:2]
        found = [
            [self.preparation.to_scene(target, width, height) for target in _targets(completion, self.recipe)]
            for completion in completions
        ]
        drawn = self._draw_masks(picture, found)
        return [
            mask_reward(
                completion, overlap_of(mask, true), self.recipe.mask, is_outside=sample.kind == OUTSIDE
            )
            for completion, mask in zip(completions, drawn)
        ]

    def _draw_masks(self, picture: Picture, found: list[list[Target]]) -> list[Mask]:
        """The mask (H, W) of each completion's targets together."""
        assert self.segmenter is not None  # the recipe was checked for it
        drawn = [np.zeros(picture.shape[:2], np.bool_) for _ in found]
        owned = [(mask, target) for mask, targets in zip(drawn, found) for target in targets]
        if not owned:
            return drawn
        encoded = self.segmenter.encode(scene_of(picture, ""))
        for start in range(0, len(owned), MASKS_AT_ONCE):
            unions, targets = zip(*owned[start : start + MASKS_AT_ONCE])
            masks = masks_of(self.segmenter, encoded, targets, format_named(self.preparation.format)).masks
            for union, mask in zip(unions, masks):
                union |= mask
        return drawn


def _targets(completion: Completion, recipe: PrimeRecipe) -> tuple[Target, ...]:
    return mask_targets(completion, recipe.mask) or ()
