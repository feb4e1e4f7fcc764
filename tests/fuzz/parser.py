"""What a reasoner writes: any text at all is a Grounding or an UnreadableAnswer."""

from __future__ import annotations

import random
from pathlib import Path

from askmap.backend.errors import UnreadableAnswer
from askmap.backend.parse import parse_grounding
from askmap.backend.prompt import FORMATS

COUNT = 1_000_000
LIMIT_S = 0.05

_PIECES = ["{", "}", "[", "]", '"', ",", ":", "\\", "1", "0.5", "-7e3", '"bbox_2d"', '"point_2d"', "<think>"]
_PIECES += ["</think>", "<answer>", "</answer>", "```json", "(", ")", "a", "框", "\n"]


def one(rng: random.Random, folder: Path) -> str:
    text = "".join(rng.choices(_PIECES, k=rng.randrange(40)))
    try:
        parse_grounding(text, rng.choice(sorted(FORMATS)), (1000, 1000))
    except UnreadableAnswer:
        return "UnreadableAnswer"
    return "read"
