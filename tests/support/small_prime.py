"""A small run of PRIME: samples, a recipe, and a judge who likes long words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from askmap.backend.reasoner.preprocessing import Preparation
from askmap.backend.stages import Box, Point, Target
from askmap.training.data.samples import Picture, Sample
from askmap.training.rewards.reward import Reward
from askmap.training.rl.recipe import PrimeRecipe, SampleSource

TARGET = Target(Box(8, 8, 40, 30), (Point(12, 12), Point(30, 20)))


SIZES = ((48, 96), (64, 64), (96, 40), (56, 56))  # (H, W)


G = 4


def picture(number: int) -> Picture:
    height, width = SIZES[number]
    return np.random.default_rng(number).integers(0, 256, (height, width, 3), dtype=np.uint8)


SAMPLES = [
    Sample(f"{n}", ("Where?", "Which one?"), partial(picture, n), targets=(TARGET,))
    for n in range(len(SIZES))
]


def recipe_of(folder: Path, **settings: Any) -> PrimeRecipe:
    plain = PrimeRecipe(
        "bop", str(folder), SampleSource("-", question="random"), steps=1, questions=2, rollouts=G,
        micro_batch=G, new_tokens=6, kl=0.5, learning_rate=1e-3, gradient_norm=1e9, bf16=False,
        checkpointing=False,
    )  # fmt: skip
    return replace(plain, **settings)


@dataclass(frozen=True, eq=False)
class Lengths:
    """A judge for whom long and varied words are best; it writes down what it was asked."""

    preparation: Preparation
    asked: list[tuple[Sample, list[str]]] = field(default_factory=list)

    def rewards(self, sample: Sample, picture: Picture, texts: Sequence[str]) -> list[Reward]:
        assert picture.shape == sample.read_picture().shape
        self.asked.append((sample, list(texts)))
        return [reward_of(text) for text in texts]


def reward_of(text: str) -> Reward:
    return Reward({"length": len(text) / 3, "letters": float(len(set(text)))})
