"""The bundled reasoner behind a server: it reads the question out of its own prompt, and streams."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import torch
from askmap.backend.engine.protocols import POCKET
from askmap.backend.formats import POCKET as FORMAT
from askmap.backend.reasoner.qwen import Decoding, QwenReasoner
from askmap.backend.reasoner.qwen_loading import load_reasoner
from askmap.backend.stages import Question
from model_server import Asked, picture_of, text_of


@lru_cache(maxsize=1)
def bundled() -> QwenReasoner:
    return load_reasoner(POCKET / "reasoner", torch.device("cpu"), "auto", Decoding())


def write(asked: Asked) -> Iterator[str]:
    reasoner = bundled()
    stream = reasoner.preparation.stream()
    for token in reasoner.tokens(picture_of(asked), Question(question_in(text_of(asked)))):
        yield stream.push(token)


def question_in(prompt: str) -> str:
    """What stands between the sentences that the format says before and after it."""
    before, after = FORMAT.prompt.split("{question}")
    return prompt.split(before.split("{earlier}")[-1])[1].split(after.split("{language}")[0])[0]
