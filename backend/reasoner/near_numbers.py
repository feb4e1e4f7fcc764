"""A coordinate is read off all that the model holds likely, where each number is a token of its own.

The likeliest number is the best guess only for a model that is sure. One that wavers between 40 and 45, and
holds 90 likely as well, does best with a number near most of what it holds likely: the one with the least
expected distance (minimum Bayes risk, Kumar and Byrne 2004). A distance counts up to the tolerance of the
model's folder: what lies farther is another thing. Shapes: Q numbers, V tokens.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch import Tensor

from .turns import STEP

FULL = 1000  # the frame of such models counts in thousandths


@dataclass(frozen=True, eq=False)
class NearNumbers:
    """The tokens of 0, 10 … 1000 and what it costs to say one for another."""

    tokens: Tensor  # (Q,)
    costs: Tensor  # (Q, Q), 0...1

    def settle(self, token: int, logits: Tensor) -> int:
        """The token to write where `token` is the likeliest of the logits (V,)."""
        if not (self.tokens == token).any():
            return token
        tokens = self.tokens.to(logits.device)
        likely = logits[tokens].softmax(-1)
        return int(tokens[(likely @ self.costs.to(logits.device)).argmin()])


def near_numbers(tokenizer: Tokenizer, tolerance: int) -> NearNumbers | None:
    """`tolerance` in thousandths; None where some number is not one token."""
    spelled = [tokenizer.encode(str(number)).ids for number in range(0, FULL + 1, STEP)]
    if any(len(tokens) != 1 for tokens in spelled):
        return None
    places = torch.arange(len(spelled), dtype=torch.float32) * STEP
    costs = ((places[:, None] - places).abs() / tolerance).clamp(max=1.0)
    return NearNumbers(torch.tensor([tokens[0] for tokens in spelled]), costs)
