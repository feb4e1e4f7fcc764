"""Rollouts: completions that a reasoner samples, several for each prompt.

Each picture passes the vision tower once and each prompt the language part once; its keys and values are
then repeated for the whole group. Rows that have ended leave the batch. Every prompt has a random generator
of its own, so its completions do not depend on how prompts are spread over batches and processes.

Shapes: B prompts, G rollouts each, N = B * G rows that still write, P tokens of a padded prompt, V tokens of
the vocabulary.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor
from torch.distributed.fsdp import FSDPModule
from torch.nn import functional
from transformers import DynamicCache

from ...backend.reasoner.preprocessing import Preparation
from ...backend.reasoner.qwen import ENDS
from ...backend.stages import Question
from ..data.samples import Picture, Sample


@dataclass(frozen=True, eq=False)
class Prompt:
    """One picture and question as the reasoner reads them, with the seed of its rollouts."""

    tokens: list[int]
    patches: Tensor  # (patches, C * T * p * p)
    grid: Tensor  # (1, 3)
    seed: int


@dataclass(frozen=True, eq=False)
class StepQuestion:
    """One question of a step."""

    sample: Sample
    picture: Picture
    question: str
    prompt: Prompt


@dataclass(frozen=True)
class Sampling:
    rollouts: int  # a prompt
    new_tokens: int  # at most
    temperature: float
    ends: frozenset[int]  # tokens that end an answer; the one that did belongs to it


def prompt_of(
    preparation: Preparation, picture: Picture, question: Question, seed: int, device: torch.device | str
) -> Prompt:
    """With the same tokens and pixels as the backend's reasoner."""
    height, width = picture.shape[:2]
    patches, grid = preparation.pixels(picture, device)
    asked = preparation.question_in_frame(question, width, height)
    tokens = preparation.prompt_tokens(asked, preparation.image_tokens(width, height))
    return Prompt(tokens, patches, grid, seed)


def ends_of(preparation: Preparation, configured: Sequence[int]) -> frozenset[int]:
    """The end tokens that the reasoner's own settings name, and its family's where the tokenizer has them."""
    named = [preparation.tokenizer.token_to_id(name) for name in ENDS]
    return frozenset({*configured, *(number for number in named if number is not None)})


@torch.no_grad()
def sample(network: Any, prompts: Sequence[Prompt], sampling: Sampling) -> list[list[int]]:
    """B * G completions, the G of one prompt after each other."""
    rollouts = _Rollouts(network, prompts, sampling)
    logits = rollouts.read()
    for _ in range(sampling.new_tokens):
        tokens = rollouts.choose(logits)
        if not rollouts.keep_unfinished(tokens):
            break
        logits = rollouts.forward(tokens)
    return rollouts.completions


class _Rollouts:
    """The rows that have not ended, and all completions so far."""

    def __init__(self, network: Any, prompts: Sequence[Prompt], sampling: Sampling) -> None:
        self._network, self._prompts, self._sampling = network, prompts, sampling
        self._plain = bare(network)
        self._device = prompts[0].patches.device
        self._rngs = [torch.Generator(self._device).manual_seed(prompt.seed) for prompt in prompts]
        self._cache = DynamicCache(config=self._plain.config.get_text_config())
        self._rows = torch.arange(len(prompts) * sampling.rollouts, device=self._device)
        self.completions: list[list[int]] = [[] for _ in self._rows]

    def read(self) -> Tensor:
        """Run each prompt once; the logits (N, V) of every row's first token."""
        tokens, mask = _padded([prompt.tokens for prompt in self._prompts], self._device)
        positions = prompt_positions(self._plain, self._prompts, tokens.shape[1])
        logits = self._network(
            input_ids=tokens,
            attention_mask=mask,
            position_ids=positions,
            pixel_values=torch.cat([prompt.patches for prompt in self._prompts]).to(self._plain.dtype),
            image_grid_thw=torch.cat([prompt.grid for prompt in self._prompts]),
            past_key_values=self._cache,
            use_cache=True,
            logits_to_keep=1,
        ).logits[:, -1]
        group = self._sampling.rollouts
        self._cache.batch_repeat_interleave(group)
        self._mask = mask.repeat_interleave(group, 0)
        self._next = positions[:, :, -1:].max(0).values.repeat_interleave(group, 0) + 1  # (N, 1)
        first: Tensor = logits.float().repeat_interleave(group, 0)
        return first

    def choose(self, logits: Tensor) -> Tensor:
        """(N, V) to (N,); noise is drawn for all rows of a prompt, also for those that have ended."""
        logits[:, self._plain.config.image_token_id] = -torch.inf  # or learning would look for its picture
        if self._sampling.temperature <= 0:
            return logits.argmax(-1)
        noise = torch.cat([self._noise(rng, logits.shape[1]) for rng in self._rngs])[self._rows]
        return ((logits / self._sampling.temperature).softmax(-1) / noise).argmax(-1)

    def _noise(self, rng: torch.Generator, vocabulary: int) -> Tensor:
        """(G, V), exponential: the largest of probabilities / noise is a sample (the Gumbel trick)."""
        noise = torch.empty(self._sampling.rollouts, vocabulary, device=self._device)
        return noise.exponential_(generator=rng)

    def keep_unfinished(self, tokens: Tensor) -> bool:
        """Append the tokens and drop the rows that they end; False when none is left."""
        chosen = tokens.tolist()
        for row, token in zip(self._rows.tolist(), chosen):
            self.completions[row].append(token)
        going = [number for number, token in enumerate(chosen) if token not in self._sampling.ends]
        self._going = torch.tensor(going, dtype=torch.long, device=self._device)
        if len(going) < len(chosen) and going:
            self._cache.batch_select_indices(self._going)
            self._rows, self._mask = self._rows[self._going], self._mask[self._going]
            self._next = self._next[self._going]
        return bool(going)

    def forward(self, tokens: Tensor) -> Tensor:
        """The logits (N, V) of the next token of the rows that go on."""
        self._mask = functional.pad(self._mask, (0, 1), value=1)
        logits: Tensor = self._network(
            input_ids=tokens[self._going][:, None],
            attention_mask=self._mask,
            position_ids=self._next.expand(3, -1, -1),
            past_key_values=self._cache,
            use_cache=True,
            logits_to_keep=1,
        ).logits[:, -1]
        self._next = self._next + 1
        return logits.float()


@contextmanager
def whole(network: Any) -> Iterator[Any]:
    """With all of FSDP2's shards on each process, because rollouts end at different times on each."""
    parts = [part for part in network.modules() if isinstance(part, FSDPModule)]
    for part in parts:
        part.set_reshard_after_forward(False, recurse=False)
        part.unshard()
    try:
        yield network
    finally:
        for part in parts:
            part.set_reshard_after_forward(True, recurse=False)
            part.reshard()


def bare(network: Any) -> Any:
    """The family's own class, below what accelerate and peft put around it; adapters stay in its layers."""
    while hasattr(network, "module"):
        network = network.module
    return network.get_base_model() if hasattr(network, "get_base_model") else network


def _padded(rows: Sequence[list[int]], device: torch.device) -> tuple[Tensor, Tensor]:
    """Tokens and mask, (B, P) each, padded on the left."""
    longest = max(map(len, rows))
    tokens = [functional.pad(torch.tensor(row), (longest - len(row), 0)) for row in rows]
    mask = [functional.pad(torch.ones(len(row), dtype=torch.long), (longest - len(row), 0)) for row in rows]
    return torch.stack(tokens).to(device), torch.stack(mask).to(device)


def prompt_positions(network: Any, prompts: Sequence[Prompt], length: int) -> Tensor:
    """Qwen-VL's three numbers a token, (3, B, length), padded on the left."""
    rows = [functional.pad(places, (length - places.shape[1], 0)) for places in _positions(network, prompts)]
    return torch.stack(rows, dim=1)


def _positions(network: Any, prompts: Sequence[Prompt]) -> Iterator[Tensor]:
    """(3, tokens) of each prompt, as the family itself counts."""
    for prompt in prompts:
        tokens = torch.tensor([prompt.tokens], device=prompt.patches.device)
        kinds = (tokens == network.config.image_token_id).int()  # 0 = text, 1 = image
        places, _ = network.model.get_rope_index(tokens, mm_token_type_ids=kinds, image_grid_thw=prompt.grid)
        yield places[:, 0]
