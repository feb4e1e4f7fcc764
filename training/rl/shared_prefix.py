"""How likely completions are, when those of one prompt pass the network together with it, in one row:

    [prompt without its last token] [last token, completion 1] [last token, completion 2] ...

The picture passes the vision tower once and the prompt the language part once, not once a completion
(arXiv:2506.05433). Every completion stands at the positions right after the prompt and sees only the prompt
and itself, so each token's probability is what it would be alone.

Shapes: R rows, L tokens of the longest one, N completions, T tokens of the longest one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from ..packing import NOT_LEARNED, stack, visible
from .rollouts import Prompt, bare, prompt_positions


@dataclass(frozen=True, eq=False)
class Group:
    """One prompt and some of its completions."""

    prompt: Prompt
    completions: Sequence[list[int]]


def token_log_probs(network: Any, groups: Sequence[Group]) -> tuple[Tensor, Tensor]:
    """Log-probability of each token, and the entropy it was drawn from; (N, T) both, 0 beyond an end.

    `network` has TRL's fused head (add_fused_lm_head), wrapped as it may be. Only learned tokens have logits.
    """
    rows = [_row(network, group) for group in groups]
    batch = stack(rows)
    device = groups[0].prompt.patches.device
    tokens = batch["tokens"].to(device)
    plain = bare(network)
    written = network(
        input_ids=tokens,
        attention_mask=visible(batch["segments"]).to(device),
        position_ids=batch["positions"].to(device),
        pixel_values=torch.cat([group.prompt.patches for group in groups]).to(plain.dtype),
        image_grid_thw=torch.cat([group.prompt.grid for group in groups]),
        mm_token_type_ids=(tokens == plain.config.image_token_id).int(),
        labels=batch["labels"].to(device),
        fused_lm_head=True,
    )
    learned = batch["labels"][:, 1:].to(device) != NOT_LEARNED
    lengths = [len(completion) for group in groups for completion in group.completions]
    entropy = written.entropy if written.entropy is not None else torch.zeros_like(written.log_probs)
    return _unpacked(written.log_probs[learned], lengths), _unpacked(entropy[learned], lengths)


def _row(network: Any, group: Group) -> dict[str, Tensor]:
    """tokens, labels, segments (L) and positions (3, L); a segment's number is its completion's, from 1."""
    prompt = group.prompt.tokens
    places = prompt_positions(bare(network), [group.prompt], len(prompt))[:, 0].cpu()
    last = places[:, -1:]
    tokens, labels, segments = prompt[:-1], [NOT_LEARNED] * (len(prompt) - 1), [0] * (len(prompt) - 1)
    positions = [places[:, :-1]]
    for number, completion in enumerate(group.completions, start=1):
        tokens = [*tokens, prompt[-1], *completion]
        labels = [*labels, NOT_LEARNED, *completion]
        segments = segments + [number] * (len(completion) + 1)
        positions.append(last + torch.arange(len(completion) + 1))
    row = {"tokens": torch.tensor(tokens), "labels": torch.tensor(labels), "segments": torch.tensor(segments)}
    return row | {"positions": torch.cat(positions, dim=1)}


def _unpacked(values: Tensor, lengths: Sequence[int]) -> Tensor:
    """Values one after another to a row a completion; (N, T)."""
    return torch.nn.utils.rnn.pad_sequence(list(torch.split(values, list(lengths))), batch_first=True)
