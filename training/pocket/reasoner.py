"""Qwen3-VL from nothing: first its vision tower learns what stands where, then questions and answers follow.

The dense part (`sights`, `neighbours`) teaches the tower for every merged patch which kind of thing covers
it, where that thing's box and points lie, and what kinds lie near. Places are on the same grid and have the
same token embeddings as in the answers, so the language part finds in the patches what it has to write. The
heads of the dense part are thrown away afterwards.

Shapes: B landscapes, G x G merged patches each, D width, L tokens (`learned` ones have a label), C = 8
coordinates, Q = 101 places, V tokens of the vocabulary, T tokens that are no numbers.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from ...backend.reasoner.preprocessing import Preparation
from ...backend.stages import Question, Target
from ..data.parts import target_from
from ..packing import NOT_LEARNED, PackedTurn, pack, stack, visible
from ..synthetic.crops import part_of
from ..synthetic.follow_ups import follow, follow_drawn
from ..synthetic.landscape import KINDS, Crowd, Landscape, landscape
from ..synthetic.proximity import FAR, NEAR, away_from
from ..synthetic.questions import LandscapeQuestion, ask
from .networks import MERGE, PATCH_PX, SIDE_PX, WIDTH, new_reasoner, special_tokens
from .recipe import Recipe
from .tokenizer import PLACES, STEP, answer_text

GRID = SIDE_PX // (PATCH_PX * MERGE)  # merged patches along a side
COORDINATES = 8  # of a box and two points
NOTHING = -1
VIEWED = 1  # seeds, beside the landscape's number, whether a part of it is shown and which
LEAST_COVER = 0.12  # of a patch, or a thing is not what it shows
NEIGHBOURS = 0.8  # deviation, in steps of PLACES: a place beside the true one is nearly right
NUMBER_WEIGHT = 2.0  # of a number's loss against another token's
# The tokens that say which targets of a list are chosen: all others of such an answer follow from these
DECIDING = (*"123456789,. ", " does", " lies", " none", "None")
DECIDING_WEIGHT = 5.0  # of their loss against another token's
DENSE_WEIGHT = 0.5  # of the dense part once text is learned too
FULL = Crowd(kinds=5, each=4)


@dataclass(frozen=True)
class AskedLandscapes:
    """The batches of one recipe; a step always gives the same one."""

    recipe: Recipe
    preparation: Preparation

    def __len__(self) -> int:
        return self.recipe.steps

    def __getitem__(self, step: int) -> dict[str, Tensor]:
        first = self.recipe.first_scene + step * self.recipe.scenes
        worlds = [self._world(step, seed) for seed in range(first, first + self.recipe.scenes)]
        patches, grid = self.preparation.pixels_batch(np.stack([world.image for world in worlds]))
        batch = {"patches": patches, "grid": grid, "sights": torch.stack([sights(world) for world in worlds])}
        batch["neighbours"] = torch.stack([neighbours(world) for world in worlds])
        if step < self.recipe.dense_steps:
            return batch
        rows = [self._row(world, seed) for seed, world in enumerate(worlds, start=first)]
        return batch | stack(rows)

    def _world(self, step: int, seed: int) -> Landscape:
        r = self.recipe
        crowd = FULL if step < r.dense_steps else crowd_at((step - r.dense_steps) / r.crowd_steps)
        world = landscape(seed, r.domain, side_px=r.side_px, crowd=crowd)
        rng = np.random.default_rng((seed, VIEWED))
        return part_of(world, rng) if rng.random() < r.views else world

    def _row(self, world: Landscape, seed: int) -> dict[str, Tensor]:
        rng, tokens = np.random.default_rng(seed), self.preparation
        turns = []
        for _ in range(self.recipe.prompts):
            asked = self._asked(world, rng)
            question = Question(asked.question, earlier=asked.earlier)
            framed = tokens.question_in_frame(question, *world.ids.shape)
            prompt = tokens.prompt_tokens(framed, GRID * GRID)
            answer = tokens.encode(answer_text(asked, self.recipe.side_px))
            turns.append(PackedTurn(prompt, [*answer, tokens.token("<|im_end|>")]))
        return pack(turns, tokens.token("<|image_pad|>"), GRID)

    def _asked(self, world: Landscape, rng: np.random.Generator) -> LandscapeQuestion:
        share = self.recipe.following
        if not (share > 0 and rng.random() < share):  # recipes without it draw what they drew
            return ask(world, rng, self.recipe.domain)
        drawn = rng.random() < self.recipe.drawn
        return (follow_drawn if drawn else follow)(world, rng, self.recipe.domain)


def crowd_at(progress: float) -> Crowd:
    """From one thing alone to a full landscape, as progress goes from 0 to 1."""
    p = min(1.0, progress)
    return Crowd(1 + round(p * (FULL.kinds - 1)), 1 + round(p * (FULL.each - 1)))


def sights(world: Landscape) -> Tensor:
    """(G, G, 1 + C): for every merged patch its kind (len(KINDS) = bare) and eight places, or NOTHING."""
    seen = np.full((GRID, GRID, 1 + COORDINATES), NOTHING)
    seen[..., 0] = len(KINDS)
    cover = _cover(world)  # (things, G, G)
    if not len(cover):
        return torch.from_numpy(seen)
    size = cover.sum((1, 2), keepdims=True)
    best = np.where(cover >= LEAST_COVER, cover / size, 0)  # the smaller thing is the one to see
    winner = best.argmax(0)
    rows = np.array(
        [[KINDS.index(t.kind), *_places(target_from(world.mask(t)), len(world.ids))] for t in world.things]
    )
    covered = best.max(0) > 0
    seen[covered] = rows[winner[covered]]
    return torch.from_numpy(seen)


def neighbours(world: Landscape) -> Tensor:
    """(G, G, len(KINDS)): 1 where a thing of the kind lies near the patch, 0 where none does; or NOTHING."""
    side = len(world.ids)
    starts = -(-np.arange(GRID) * side // GRID)
    near = np.full((GRID, GRID, len(KINDS)), NOTHING)
    for column, kind in enumerate(KINDS):
        away = away_from(world, kind)
        if away is not None:
            gaps = np.minimum.reduceat(np.minimum.reduceat(away, starts, axis=0), starts, axis=1)
            near[..., column] = np.select([gaps <= NEAR, gaps >= FAR], [1, 0], NOTHING)
    return torch.from_numpy(near)


def _cover(world: Landscape) -> NDArray[np.float64]:
    """How much of each merged patch each thing covers; (things, G, G)."""
    side = len(world.ids)
    cell = np.arange(side) * GRID // side
    cells = (cell[:, None] * GRID + cell) * 256 + world.ids
    counts = np.bincount(cells.ravel(), minlength=GRID * GRID * 256).reshape(GRID, GRID, 256)
    share = counts / counts.sum(2, keepdims=True)
    return np.moveaxis(share[..., [thing.id for thing in world.things]], 2, 0)


def _places(target: Target, side_px: int) -> list[int]:
    """Box and points as indices into PLACES."""
    assert target.box is not None
    b = target.box
    values = [*b.corners, *(v for p in target.points for v in (p.x, p.y))]
    return [min(len(PLACES) - 1, round(v * 1000 / side_px / STEP)) for v in values]


class WarmReasoner(nn.Module):
    """The reasoner with the heads that its warm-up needs."""

    numbers: Tensor  # (Q,): the token of each of PLACES
    deciding: Tensor  # the tokens of DECIDING

    def __init__(self, preparation: Preparation, seed: int) -> None:
        super().__init__()
        tokenizer = preparation.tokenizer
        self.reasoner = new_reasoner(tokenizer.get_vocab_size(), special_tokens(tokenizer), seed)
        with torch.random.fork_rng():
            torch.manual_seed(seed)
            self.kind = nn.Linear(WIDTH, len(KINDS) + 1)
            self.place = nn.Linear(WIDTH, COORDINATES * WIDTH)
            self.near = nn.Linear(WIDTH, len(KINDS))
        numbers = torch.tensor([preparation.encode(str(place))[0] for place in PLACES])
        self.register_buffer("numbers", numbers, persistent=False)
        deciding = torch.tensor([preparation.encode(word)[0] for word in DECIDING])
        self.register_buffer("deciding", deciding, persistent=False)

    def forward(self, batch: dict[str, Tensor]) -> tuple[Tensor, Tensor | None]:
        """The tower's features (B, G * G, D) and, where text is learned, the logits (learned, V)."""
        core = self.reasoner.model
        seen = core.visual(batch["patches"], grid_thw=batch["grid"]).pooler_output
        features = seen.view(len(batch["grid"]), -1, WIDTH)
        if "tokens" not in batch:
            return features, None
        embedded = core.language_model.embed_tokens(batch["tokens"])
        picture = batch["tokens"] == self.reasoner.config.image_token_id
        embedded = embedded.masked_scatter(picture[..., None], seen.to(embedded.dtype))
        hidden = core.language_model(
            inputs_embeds=embedded,
            position_ids=batch["positions"],
            attention_mask=visible(batch["segments"]),
            use_cache=False,
        ).last_hidden_state
        logits: Tensor = self.reasoner.lm_head(hidden[:, :-1][batch["labels"][:, 1:] != NOT_LEARNED])
        return features, logits

    def number_logits(self, features: Tensor) -> Tensor:
        """(..., D) to (..., C, Q), by likeness to the embeddings of the number tokens."""
        vectors = self.reasoner.model.language_model.embed_tokens(self.numbers)  # (Q, D)
        logits: Tensor = self.place(features).unflatten(-1, (COORDINATES, WIDTH)) @ vectors.T
        return logits


def loss(network: WarmReasoner, batch: dict[str, Tensor]) -> tuple[Tensor, dict[str, float]]:
    features, logits = network(batch)
    dense, terms = _dense_loss(network, features, batch["sights"].flatten(1, 2))
    near, found = _near_loss(network.near(features), batch["neighbours"].flatten(1, 2))
    dense, terms = dense + near, terms | {"near": near.item(), "near_found": found.item()}
    if logits is None:
        return dense, terms
    labels = batch["labels"][:, 1:]
    text, text_terms = _text_loss(network, logits.float(), labels[labels != NOT_LEARNED])
    return text + DENSE_WEIGHT * dense, terms | text_terms


def _dense_loss(network: WarmReasoner, features: Tensor, seen: Tensor) -> tuple[Tensor, dict[str, float]]:
    """Features (B, G * G, D) against sights (B, G * G, 1 + C)."""
    kinds, covered = network.kind(features), seen[..., 1] != NOTHING
    kind = functional.cross_entropy(kinds.flatten(0, 1), seen[..., 0].flatten())
    places = network.number_logits(features[covered])  # (covered, C, Q)
    truth = seen[covered][:, 1:]
    place = _near(places, truth).mean()
    off = (places.argmax(-1) - truth).abs().float().mean()
    right = (kinds.argmax(-1) == seen[..., 0])[covered].float().mean()
    return kind + place, {
        "kind": kind.item(),
        "place": place.item(),
        "right": right.item(),
        "off": off.item(),
    }


def _near_loss(logits: Tensor, near: Tensor) -> tuple[Tensor, Tensor]:
    """Logits against neighbours, both (B, G * G, len(KINDS)); and the share found of those that are near."""
    known, logits = near != NOTHING, logits.float()
    loss = functional.binary_cross_entropy_with_logits(logits[known], near[known].float())
    return loss, (logits > 0)[near == 1].sum() / (near == 1).sum().clamp(min=1)


def _near(logits: Tensor, truth: Tensor) -> Tensor:
    """Cross-entropy against the true place and, less, its neighbours; (..., Q) and (...) to (...)."""
    logits, distance = logits.float(), torch.arange(logits.shape[-1]) - truth[..., None]
    wanted = torch.exp(-0.5 * (distance / NEIGHBOURS) ** 2)
    return -(wanted / wanted.sum(-1, keepdim=True) * logits.log_softmax(-1)).sum(-1)


def _text_loss(network: WarmReasoner, logits: Tensor, labels: Tensor) -> tuple[Tensor, dict[str, float]]:
    """Logits (learned, V) against labels (learned); numbers by nearness, all others token by token."""
    is_number = torch.isin(labels, network.numbers)
    others, terms = token_loss(network, logits[~is_number], labels[~is_number])
    terms |= {"numbers": 0.0, "numbers_off": 0.0}
    if not is_number.any():
        return others, terms
    order = torch.argsort(network.numbers)
    index = order[torch.searchsorted(network.numbers[order], labels[is_number])]
    elsewhere = logits[is_number].logsumexp(-1) - logits[is_number][:, network.numbers].logsumexp(-1)
    near = logits[is_number][:, network.numbers]
    numbers = (_near(near, index) + elsewhere).mean()
    off = (near.argmax(-1) - index).abs().float().mean()
    terms |= {"numbers": numbers.item(), "numbers_off": off.item()}
    return others + NUMBER_WEIGHT * numbers, terms


def token_loss(network: WarmReasoner, logits: Tensor, labels: Tensor) -> tuple[Tensor, dict[str, float]]:
    """Logits (T, V) against labels (T)."""
    each = functional.cross_entropy(logits, labels, reduction="none")
    right = (logits.argmax(-1) == labels).float()
    decides = torch.isin(labels, network.deciding)
    weighted = each * torch.where(decides, DECIDING_WEIGHT, 1.0)
    decided = right[decides].mean() if decides.any() else right.new_zeros(())
    return weighted.mean(), {
        "words": each.mean().item(),
        "words_right": right.mean().item(),
        "decided": decided.item(),
    }
