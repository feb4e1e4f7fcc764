"""The batches of a reasoner's warm-up: views of real ground and of generated landscapes, with questions.

Shapes: B views, P patches, L tokens of a row; see sights.py and packing.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.random import Generator
from torch import Tensor

from ...backend.reasoner.preprocessing import Preparation
from ...backend.stages import Question
from ..packing import PackedTurn, pack, stack
from ..real import questions as real
from ..real.views import RealView, landscape_view, real_view
from ..synthetic.crops import part_of
from ..synthetic.follow_ups import follow, follow_drawn
from ..synthetic.landscape import Crowd, Landscape, landscape
from ..synthetic.questions import LandscapeQuestion, ask
from .recipe import Recipe
from .sights import sights
from .sizes import ReasonerSize
from .tokenizer import answer_text

VIEWED = 1  # beside a view's seed: what part of it is shown
PLAINLY = 0.5  # of the questions about landscapes are worded as those about real ground
FULL = Crowd(kinds=5, each=4)


@dataclass(frozen=True)
class AskedViews:
    """The batches of one recipe; a step always gives the same one."""

    recipe: Recipe
    preparation: Preparation
    size: ReasonerSize

    def __len__(self) -> int:
        return self.recipe.steps

    def __getitem__(self, step: int) -> dict[str, Tensor]:
        first = self.recipe.first_scene + step * self.recipe.scenes
        seen = [self._seen(step, seed) for seed in range(first, first + self.recipe.scenes)]
        views = [view for view, _ in seen]
        patches, grid = self.preparation.pixels_batch(np.stack([view.image for view in views]))
        each = [sights(view, self.size.grid) for view in views]
        batch = {"patches": patches, "grid": grid}
        batch |= {name: torch.stack([row[name] for row in each]) for name in each[0]}
        if step < self.recipe.dense_steps:
            return batch
        rows = [self._row(*pair, seed) for seed, pair in enumerate(seen, start=first)]
        return batch | stack(rows)

    def _seen(self, step: int, seed: int) -> tuple[RealView, Landscape | None]:
        """A view, and the landscape that it shows where it is a generated one."""
        r = self.recipe
        if r.is_real(seed):
            return real_view(seed, Path(r.sets), "train", r.side_px), None
        crowd = FULL if step < r.dense_steps else crowd_at((step - r.dense_steps) / r.crowd_steps)
        world = landscape(seed, r.domain, side_px=r.side_px, crowd=crowd)
        rng = np.random.default_rng((seed, VIEWED))
        world = part_of(world, rng) if rng.random() < r.views else world
        return landscape_view(world), world

    def _row(self, view: RealView, world: Landscape | None, seed: int) -> dict[str, Tensor]:
        rng = np.random.default_rng(seed)
        turns = [self._turn(self._asked(view, world, rng)) for _ in range(self.recipe.prompts)]
        return pack(turns, self.preparation.token("<|image_pad|>"), self.size.grid)

    def _turn(self, asked: LandscapeQuestion) -> PackedTurn:
        tokens, side = self.preparation, self.recipe.side_px
        framed = tokens.question_in_frame(Question(asked.question, earlier=asked.earlier), side, side)
        prompt = tokens.prompt_tokens(framed, self.size.grid**2)
        return PackedTurn(prompt, [*tokens.encode(answer_text(asked, side)), tokens.token("<|im_end|>")])

    def _asked(self, view: RealView, world: Landscape | None, rng: Generator) -> LandscapeQuestion:
        if world is None or (self.recipe.real > 0 and rng.random() < PLAINLY):
            return real.ask(view, rng)
        share = self.recipe.following
        if not (share > 0 and rng.random() < share):  # recipes without it draw what they drew
            return ask(world, rng, self.recipe.domain)
        drawn = rng.random() < self.recipe.drawn
        return (follow_drawn if drawn else follow)(world, rng, self.recipe.domain)


def crowd_at(progress: float) -> Crowd:
    """From one thing alone to a full landscape, as progress goes from 0 to 1."""
    p = min(1.0, progress)
    return Crowd(1 + round(p * (FULL.kinds - 1)), 1 + round(p * (FULL.each - 1)))
