"""What imitation learns: labels, written down as the reasoner should have written them.

A label that costs three seconds has boxes and points but no reasoning. The recipe sets what stands before the
answer (recipe.Writing.thoughts): the label's reasoning where it has one, nothing, or the reasoner's own
thought.
"""

from __future__ import annotations

from ...backend.parsing.thought import split
from ...backend.reasoner.preprocessing import Preparation
from ..data.samples import OUTSIDE
from ..data.truth import true_targets
from ..rewards.ideal_answer import ideal_answer
from .recipe import Writing
from .rollouts import StepQuestion


def label_of(asked: StepQuestion, thought: str, preparation: Preparation, writing: Writing) -> list[int]:
    """A completion with the token that ends it."""
    height, width = asked.picture.shape[:2]
    truth = [preparation.to_frame(target, width, height) for target in true_targets(asked.sample)]
    is_outside = asked.sample.kind == OUTSIDE
    text = ideal_answer(
        thought,
        truth,
        preparation.format,
        step=writing.step,
        fence=writing.fence,
        is_outside=is_outside,
    )
    return [*preparation.encode(text), preparation.token("<|im_end|>")]


def thought_of(completion: str) -> str:
    """What it thought before it answered; nothing where it never came to an answer."""
    thought, answer = split(completion)
    return "" if answer is None else thought
