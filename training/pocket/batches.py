"""The batches of a reasoner's warm-up: views of real ground and of generated landscapes, with questions.

Shapes: B views, P patches, L tokens of a row; see sights.py and packing.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from numpy.random import Generator
from numpy.typing import NDArray
from torch import Tensor

from ...backend.reasoner.preprocessing import Preparation
from ...backend.stages import Question
from ..packing import NOT_LEARNED, PackedTurn, pack, stack
from ..real import questions as real
from ..real.follow_ups import follow as follow_real
from ..real.views import RealView, landscape_view, real_view
from ..synthetic.crops import part_of
from ..synthetic.follow_ups import follow, follow_drawn
from ..synthetic.landscape import Crowd, Landscape, landscape
from ..synthetic.questions import LandscapeQuestion, ask
from .lessons import lessons
from .recipe import Recipe
from .sharing import ALONE, Share
from .sights import COORDINATES, NOTHING, sights
from .sizes import ReasonerSize
from .taught import TaughtViews
from .tokenizer import answer_text
from .words import HeardWords

# Beside a view's seed: what part of it is shown, whether a teacher has seen it, what is heard beside it, what
# else might be said
VIEWED, TAUGHT, HEARD, RIVALLED = 1, 3, 4, 5
PLAINLY = 0.5  # of the questions about landscapes are worded as those about real ground
FULL = Crowd(kinds=5, each=4)


class Seen(NamedTuple):
    """A view with its truth, and what may be asked about it."""

    image: NDArray[np.uint8]
    truth: dict[str, Tensor]  # see sights.py
    view: RealView | None = None
    world: Landscape | None = None  # what it shows where it is a generated one
    features: Tensor | None = None  # (G, G, T), where a teacher has seen it


@dataclass(frozen=True)
class AskedViews:
    """The batches of one recipe; a step always gives the same one."""

    recipe: Recipe
    preparation: Preparation
    size: ReasonerSize
    share: Share = ALONE
    words: HeardWords = HeardWords()

    def __len__(self) -> int:
        return self.recipe.steps

    def __getitem__(self, step: int) -> dict[str, Tensor]:
        first = self.recipe.first_scene + step * self.recipe.scenes
        seeds = self.share.of(range(first, first + self.recipe.scenes))
        seen = [self._seen(step, seed) for seed in seeds]
        patches, grid = self.preparation.pixels_batch(np.stack([one.image for one in seen]))
        batch = {"patches": patches, "grid": grid}
        batch |= {name: torch.stack([one.truth[name] for one in seen]) for name in seen[0].truth}
        if step < self.recipe.dense_steps:
            return batch | (self._features(seen) if self.recipe.taught else {})
        asked = list(zip(seeds, seen, strict=True))[: self.share.each(self.recipe.most_asked, "asked")]
        rows = [self._row(one.view, one.world, seed) for seed, one in asked if one.view]
        batch |= stack(rows)
        batch |= self._lessons(seeds[0]) if self.recipe.lessons else {}
        return batch | (self._candidates(batch, seeds[0]) if self.words.tokens else {})

    def _candidates(self, batch: dict[str, Tensor], seed: int) -> dict[str, Tensor]:
        """`candidates` (C,): the tokens among which the next one is looked for."""
        labels = torch.cat([batch[name].flatten() for name in ("labels", "heard_labels") if name in batch])
        rng, size = np.random.default_rng((seed, RIVALLED)), self.preparation.tokenizer.get_vocab_size()
        return {"candidates": self.words.candidates(size, labels[labels != NOT_LEARNED], rng)}

    def _lessons(self, seed: int) -> dict[str, Tensor]:
        share = self.recipe.lessons // self.share.processes
        return lessons(
            self.preparation, self.size, np.random.default_rng((seed, HEARD)), share, self.words.far_words
        )

    def _seen(self, step: int, seed: int) -> Seen:
        r, dense = self.recipe, step < self.recipe.dense_steps
        if dense and r.taught and np.random.default_rng((seed, TAUGHT)).random() < r.taught:
            return self._taught(np.random.default_rng(seed))
        if r.is_real(seed):
            view = real_view(seed, Path(r.sets), "train", r.side_px)
            return Seen(view.image, sights(view, self.size.grid), view)
        crowd = FULL if dense else crowd_at((step - r.dense_steps) / r.crowd_steps)
        world = landscape(seed, r.domain, side_px=r.side_px, crowd=crowd)
        rng = np.random.default_rng((seed, VIEWED))
        world = part_of(world, rng) if rng.random() < r.views else world
        view = landscape_view(world)
        return Seen(view.image, sights(view, self.size.grid), view, world)

    def _taught(self, rng: Generator) -> Seen:
        """Where its things lie is not known any more."""
        view, grid = self._taught_views.any(rng), self.size.grid
        nowhere = torch.full((grid, grid, COORDINATES), NOTHING)
        return Seen(
            view.image,
            {"kinds": view.kinds, "known": view.known, "places": nowhere},
            features=view.features,
        )

    @cached_property
    def _taught_views(self) -> TaughtViews:
        return TaughtViews(Path(self.recipe.teacher))

    def _features(self, seen: list[Seen]) -> dict[str, Tensor]:
        """`taught` (B,): whether a teacher has seen the view; `features` (taught, G, G, T)."""
        told = [one.features for one in seen if one.features is not None]
        none = torch.zeros(0, self.size.grid, self.size.grid, self._taught_views.width)
        return {
            "taught": torch.tensor([one.features is not None for one in seen]),
            "features": torch.stack(told) if told else none,
        }

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
        if world is None:
            return self._follow_up(view, None, rng) if self._follows(rng) else real.ask(view, rng)
        if self.recipe.real > 0 and rng.random() < PLAINLY:
            return real.ask(view, rng)
        domain = self.recipe.domain
        return self._follow_up(view, world, rng) if self._follows(rng) else ask(world, rng, domain)

    def _follows(self, rng: Generator) -> bool:
        """Recipes without follow-ups draw what they drew before there were some."""
        share = self.recipe.following
        return share > 0 and bool(rng.random() < share)

    def _follow_up(self, view: RealView, world: Landscape | None, rng: Generator) -> LandscapeQuestion:
        if rng.random() < self.recipe.drawn:
            return follow_drawn(len(view.image), rng, self.recipe.domain)
        return follow(world, rng, self.recipe.domain) if world else follow_real(view, rng)


def crowd_at(progress: float) -> Crowd:
    """From one thing alone to a full landscape, as progress goes from 0 to 1."""
    p = min(1.0, progress)
    return Crowd(1 + round(p * (FULL.kinds - 1)), 1 + round(p * (FULL.each - 1)))
