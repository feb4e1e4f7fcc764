"""Where the language part should look while it writes: at the patches of the target whose numbers come next.

Every patch tells the place of the thing that it shows, in the vectors of the numbers (sights.py). So who
looks at the right patch has only to copy; but to find out where to look, from right and wrong numbers alone,
takes tens of thousands of questions. One head of some layers is told. Shapes: R rows, L tokens of a row,
P patches, C = 8 coordinates, W numbers that are written, D the head's width.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor, nn

from ..packing import NOT_LEARNED
from .sights import COORDINATES

LAYERS, HEAD = (1, 2), 0  # of the four


def looks(
    row: dict[str, Tensor], asked: Sequence[Sequence[list[int]]], places: Tensor, answers: Tensor
) -> Tensor:
    """(L, P) for a packed row: where to look for the number that comes next, with a sum of 1, or nowhere.

    `asked` are the coordinates of each turn's targets and `places` (P, C) those of what each patch shows,
    as sights.places_of gives them; `answers` the token that begins an answer, then those of all numbers.
    """
    found = torch.zeros(len(row["tokens"]), len(places))
    for number, targets in enumerate(asked, start=1):
        shown = [(places == torch.tensor(target)).all(-1).float() for target in targets]
        each = (patches for patches in shown for _ in range(COORDINATES))
        for place, patches in zip(_number_places(row, number, answers), each):
            found[place - 1] = patches / patches.sum().clamp(min=1)
    return found


def _number_places(row: dict[str, Tensor], number: int, answers: Tensor) -> list[int]:
    """Where a turn's answer has its numbers: those of its thought are no places."""
    learned = (row["segments"] == number) & (row["labels"] != NOT_LEARNED)
    begun = (learned & (row["labels"] == answers[0])).cumsum(0) > 0
    return (learned & begun & torch.isin(row["labels"], answers[1:])).nonzero()[:, 0].tolist()


class Watched:
    """What goes into the attention of LAYERS, from the last pass of the language part on."""

    def __init__(self, layers: nn.ModuleList) -> None:
        self._attentions: list[Any] = [layers[index].self_attn for index in LAYERS]
        self._inputs: dict[int, tuple[Tensor, tuple[Tensor, Tensor]]] = {}
        for index, attention in enumerate(self._attentions):
            attention.register_forward_pre_hook(self._keeper(index), with_kwargs=True)

    def _keeper(self, index: int) -> Any:
        def keep(_: nn.Module, __: tuple[Any, ...], named: dict[str, Any]) -> None:
            self._inputs[index] = named["hidden_states"], named["position_embeddings"]

        return keep

    def loss(self, picture: Tensor, wanted: Tensor) -> Tensor:
        """Cross-entropy of HEAD's attention among the patches, mean over layers and numbers.

        `picture` (R, L) marks the patches of each row; `wanted` (R, L, P) is from looks().
        """
        told = wanted.sum(-1) > 0
        if not told.any():
            return wanted.sum()
        each = [
            _cross_entropy(attention, *self._inputs[index], picture, wanted, told)
            for index, attention in enumerate(self._attentions)
        ]
        return torch.stack(each).mean()


def _cross_entropy(
    attention: Any,
    hidden: Tensor,
    rotation: tuple[Tensor, Tensor],
    picture: Tensor,
    wanted: Tensor,
    told: Tensor,
) -> Tensor:
    rows = torch.arange(len(told), device=told.device)[:, None].expand_as(told)[told]  # (W,)
    queries = _of_head(attention.q_proj, attention.q_norm, attention.head_dim, hidden, rotation, told)
    keys = _of_head(attention.k_proj, attention.k_norm, attention.head_dim, hidden, rotation, picture)
    keys = keys.view(len(told), -1, attention.head_dim)[rows]  # (W, G * G, D)
    logits = torch.einsum("wd,wpd->wp", queries, keys).float() * attention.scaling
    missed: Tensor = -(wanted[told] * logits.log_softmax(-1)).sum(-1)
    return missed.mean()


def _of_head(
    project: nn.Linear,
    norm: nn.Module,
    width: int,
    hidden: Tensor,
    rotation: tuple[Tensor, Tensor],
    where: Tensor,
) -> Tensor:
    """Queries or keys of HEAD at some tokens, rotated to their positions as Qwen3-VL does; (…, D)."""
    weights = project.weight[HEAD * width : (HEAD + 1) * width]
    vectors = norm(nn.functional.linear(hidden[where], weights))
    cosines, sines = (part.expand(*where.shape, -1)[where] for part in rotation)
    first, second = vectors.chunk(2, dim=-1)
    rotated: Tensor = vectors * cosines + torch.cat([-second, first], dim=-1) * sines
    return rotated
