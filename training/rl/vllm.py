"""Rollouts through vLLM: its input, so that it reads what the backend would."""

from __future__ import annotations

from typing import Any

from PIL import Image

from ...backend.reasoner.preprocessing import Preparation
from ..data.samples import Picture
from .rollouts import Prompt

VLLM_NEVER = -100.0  # added to a token's logit; the least that vLLM accepts


def never_written(preparation: Preparation) -> dict[int, float]:
    """For the logits: a picture's token is never written, because learning would look for its picture."""
    return {_picture_token(preparation): VLLM_NEVER}


def vllm_input(
    prompt: Prompt, picture: Picture, preparation: Preparation, mode: str
) -> tuple[list[int], list[Any]]:
    """Tokens and PIL pictures; in the size that the reasoner sees, so that vLLM leaves them as they are.

    A server gets all of a picture's tokens; in our own process (`mode` = "colocate") vLLM repeats the one
    token that it finds, and would repeat the first of several too.
    """
    tokens = list(prompt.tokens)
    if mode != "server":
        tokens = _one_for_all(tokens, _picture_token(preparation))
    return tokens, [Image.fromarray(preparation.seen(picture))]


def _picture_token(preparation: Preparation) -> int:
    return preparation.token("<|image_pad|>")


def _one_for_all(tokens: list[int], token: int) -> list[int]:
    """The run of `token` as a single one."""
    first, count = tokens.index(token), tokens.count(token)
    return tokens[:first] + tokens[first + count - 1 :]
