"""What imitation learns: labels, written down as the reasoner should have written them.

A label that costs three seconds has boxes and points but no reasoning. The recipe sets what stands before the
answer (recipe.Writing.thoughts): the label's reasoning where it has one, nothing, or the reasoner's own
thought. A label that holds less than the answer format asks for can be rewarded, but not imitated.
"""

from __future__ import annotations

from ...backend.parsing.thought import split
from ...backend.reasoner.preprocessing import Preparation
from ...backend.validation import shown
from ..data.samples import OUTSIDE, BadData
from ..data.truth import true_targets
from ..rewards.ideal_answer import Unwritable, ideal_answer
from .recipe import Writing
from .rollouts import StepQuestion


def label_of(asked: StepQuestion, thought: str, preparation: Preparation, writing: Writing) -> list[int]:
    """A completion with the token that ends it; BadData where the answer format cannot hold the label."""
    try:
        text = _text_of(asked, thought, preparation, writing)
    except Unwritable as why:
        raise BadData(
            "The sample «{name}» cannot be imitated: {why}.",
            "Mend its label, or choose another «format» or «method» in the recipe.",
            name=shown(asked.sample.name),
            why=why,
        ) from why
    return [*preparation.encode(text), preparation.token("<|im_end|>")]


def _text_of(asked: StepQuestion, thought: str, preparation: Preparation, writing: Writing) -> str:
    height, width = asked.picture.shape[:2]
    return ideal_answer(
        thought,
        [preparation.to_frame(target, width, height) for target in true_targets(asked.sample)],
        preparation.format,
        step=writing.step,
        fence=writing.fence,
        is_outside=asked.sample.kind == OUTSIDE,
    )


def thought_of(completion: str) -> str:
    """What it thought before it answered; nothing where it never came to an answer."""
    thought, answer = split(completion)
    return "" if answer is None else thought
