"""Several questions about one landscape in one row: they share the picture and do not see each other.

    [picture][question 1, answer 1][question 2, answer 2]...

Every question continues in position right after the picture, so each token sees exactly what it sees
when it is asked alone. Shapes: L tokens of the row, padded to a multiple of PAD so that few lengths occur.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

PAD = 32  # tokens
NOT_LEARNED = -100  # torch's label that counts for nothing


@dataclass(frozen=True)
class PackedTurn:
    prompt: list[int]  # up to where the model begins to write
    answer: list[int]


def pack(turns: Sequence[PackedTurn], image_token: int, side_tokens: int) -> dict[str, Tensor]:
    """tokens (L), positions (3, L), segments (L), labels (L); all prompts begin with the same picture."""
    shared = _shared(turns[0].prompt, image_token)
    places = _picture_positions(turns[0].prompt[:shared], image_token, side_tokens)
    tokens, labels, segments, positions = (
        turns[0].prompt[:shared],
        [NOT_LEARNED] * shared,
        [0] * shared,
        [places],
    )
    for number, turn in enumerate(turns, start=1):
        rest = turn.prompt[shared:] + turn.answer
        labels = labels + [NOT_LEARNED] * (len(rest) - len(turn.answer)) + turn.answer
        tokens, segments = tokens + rest, segments + [number] * len(rest)
        positions.append((torch.arange(len(rest)) + int(places.max()) + 1).expand(3, -1))
    row = {"tokens": torch.tensor(tokens), "labels": torch.tensor(labels), "segments": torch.tensor(segments)}
    return row | {"positions": torch.cat(positions, dim=1)}


def _shared(prompt: list[int], image_token: int) -> int:
    """How many tokens lie before the question: up to and with the last of the picture."""
    return len(prompt) - prompt[::-1].index(image_token)


def _picture_positions(tokens: list[int], image_token: int, side_tokens: int) -> Tensor:
    """Qwen-VL's three numbers a token (time, row, column) of text and then one square picture; (3, L)."""
    before = tokens.index(image_token)
    text = torch.arange(before).expand(3, -1)
    rows, columns = torch.meshgrid(torch.arange(side_tokens), torch.arange(side_tokens), indexing="ij")
    picture = torch.stack([torch.zeros_like(rows), rows, columns]).reshape(3, -1) + before
    return torch.cat([text, picture], dim=1)


def stack(rows: Sequence[dict[str, Tensor]]) -> dict[str, Tensor]:
    """Rows of several landscapes, padded to one length; padding is a segment of its own, -1."""
    longest = -(-max(len(row["tokens"]) for row in rows) // PAD) * PAD
    fill = {"tokens": 0, "labels": NOT_LEARNED, "segments": -1, "positions": 0}

    def padded(row: dict[str, Tensor], name: str) -> Tensor:
        return functional.pad(row[name], (0, longest - row[name].shape[-1]), value=fill[name])

    batch = {name: torch.stack([padded(row, name) for row in rows]) for name in fill}
    return batch | {"positions": batch["positions"].transpose(0, 1)}  # (3, B, L)


def visible(segments: Tensor) -> Tensor:
    """(B, L) to (B, 1, L, L): True where a token may look: back, at the picture or its question."""
    length = segments.shape[1]
    earlier = torch.ones(length, length, dtype=torch.bool, device=segments.device).tril()
    same = segments[:, :, None] == segments[:, None, :]
    picture = (segments == 0)[:, None, :]
    return ((same | picture) & earlier)[:, None]
