"""«I do not know what that looks like», said as soon as a reasoner holds that likely enough.

A small model has heard of few words. Asked for another one it hesitates, and the likeliest beginning of its
answer is then often a thing that it knows. Its folder says how likely the words have to be (a threshold that
is fitted to what each mistake costs, Chow 1970); without that the likeliest answer is written, as always.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tokenizers import Tokenizer
from torch import Tensor

from ..models.askmap_json import UnknownWords

BEGINS = "<think>"


@dataclass(frozen=True)
class Modesty:
    tokens: tuple[int, ...]  # of the beginning of an answer that says so
    share: float  # 0...1, from which probability on each of them is written

    def settle(self, written: Sequence[int], token: int, logits: Tensor) -> int:
        """The token to write after those `written`, where `token` is the likeliest of the logits (V,)."""
        count = len(written)
        if count >= len(self.tokens) or tuple(written) != self.tokens[:count]:
            return token
        words = self.tokens[count]
        return words if float(logits.softmax(-1)[words]) >= self.share else token


def modesty(tokenizer: Tokenizer, unknown: UnknownWords) -> Modesty:
    return Modesty(tuple(tokenizer.encode(BEGINS + unknown.words).ids), unknown.share)
