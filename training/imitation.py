"""What imitation learns: labels, written down as the reasoner should have written them.

A label that costs three seconds has boxes and points but no reasoning. What stands before the answer is said
by the recipe (prime_recipe.Writing.thoughts): the label's reasoning where it has one, nothing, or what the
reasoner thinks by itself.
"""

from __future__ import annotations

from dataclasses import replace

from ..backend.preparation import Preparation
from .answers import written
from .judging import truth_of
from .prime_recipe import Writing
from .rollouts import Asked, Prompt

THOUGHT_END = "</think>"


def label_of(asked: Asked, preparation: Preparation, writing: Writing) -> list[int]:
    """A completion with the token that ends it; the answer alone where the prompt holds the thought."""
    height, width = asked.picture.shape[:2]
    truth = [preparation.to_frame(target, width, height) for target in truth_of(asked.sample)]
    thought = asked.sample.thought if writing.thoughts == "label" else ""
    text = written(thought, truth, preparation.format, step=writing.step, fence=writing.fence)
    if writing.thoughts == "own":
        text = text.partition(THOUGHT_END)[2]
    return [*preparation.encode(text), preparation.token("<|im_end|>")]


def after_thought(prompt: Prompt, completion: list[int], preparation: Preparation) -> Prompt:
    """Followed by the thought that the completion begins with; by an empty one where it ends none."""
    thought, end, _ = preparation.decode(completion).partition(THOUGHT_END)
    words = preparation.encode(thought + end if end else "<think></think>")
    return replace(prompt, tokens=[*prompt.tokens, *words])
