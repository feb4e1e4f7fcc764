"""A reasoner that writes the text that a test wants, a byte a token."""

from __future__ import annotations

import math
from pathlib import Path
from types import SimpleNamespace

import torch
from askmap.backend.models.askmap_json import Calibration
from askmap.backend.reasoner.preprocessing import Preparation
from askmap.backend.reasoner.qwen import Decoding, QwenReasoner
from tiny_reasoners import IMAGE, TEXT
from transformers import Qwen3VLConfig

WORDS = 320


class Scripted(torch.nn.Module):
    """A network that writes one text; each token is a little likelier than the one before it."""

    device, dtype = torch.device("cpu"), torch.float32

    def __init__(self, tokens: list[int], end: int) -> None:
        super().__init__()
        self._tokens = [*tokens, end]
        self._count = 0
        self.generation_config = SimpleNamespace(eos_token_id=[end])
        self.config = Qwen3VLConfig(text_config=TEXT, image_token_id=IMAGE)

    def forward(self, **_: object) -> SimpleNamespace:
        logits = torch.zeros(1, 1, WORDS)
        logits[0, 0, self._tokens[self._count]] = logit(self._count)
        self._count += 1
        return SimpleNamespace(logits=logits)


def logit(number: int) -> float:
    """Of the token that is written as the number-th, from 0; all others have 0."""
    return 1 + number / 100


def log_prob(number: int) -> float:
    return logit(number) - math.log(WORDS - 1 + math.exp(logit(number)))


def scripted(
    folder: Path, text: str, format: str = "plain", calibration: Calibration | None = None
) -> QwenReasoner:
    ours = Preparation.from_folder(folder, format)
    network = Scripted(ours.encode(text), ours.token("<|im_end|>"))
    return QwenReasoner("scripted", "", network, ours, Decoding(), calibration)
