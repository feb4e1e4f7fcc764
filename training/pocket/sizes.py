"""How large a reasoner of ours is, and what it sees."""

from __future__ import annotations

from dataclasses import dataclass

HEAD_WIDTH = 32


@dataclass(frozen=True)
class Stack:
    """A stack of transformer layers."""

    width: int
    depth: int

    @property
    def deviation(self) -> float:
        """Of new weights; the usual 0.02 is meant for widths of thousands."""
        return float(self.width**-0.5)

    @property
    def heads(self) -> int:
        return self.width // HEAD_WIDTH


@dataclass(frozen=True)
class ReasonerSize:
    """What a reasoner sees, and how large its two parts are."""

    side_px: int
    patch_px: int
    merge: int  # merge x merge patches become one token
    tower: Stack
    language: Stack
    longest: int  # tokens of question and answer; a runaway ends there

    @property
    def grid(self) -> int:
        """Tokens along a side of the picture."""
        return self.side_px // (self.patch_px * self.merge)


SIZES = {
    # 2 M parameters; true answers have some 135 tokens at most
    "first": ReasonerSize(160, 8, 2, Stack(128, 4), Stack(128, 4), 768),
    # 3 M parameters: "first" with a tower twice as deep, and up to 24 targets of 22 tokens each
    "deep": ReasonerSize(160, 8, 2, Stack(128, 8), Stack(128, 4), 1280),
    # "deep" with a language part twice as deep, too: 6 M parameters with 23,000 words, 4 M without them
    "spoken": ReasonerSize(160, 8, 2, Stack(128, 8), Stack(128, 8), 1280),
    # "spoken" with half as many blocks more in its tower
    "seeing": ReasonerSize(160, 8, 2, Stack(128, 12), Stack(128, 8), 1280),
}
