"""Labels as completions: what stands before the answer, and what is left to imitate."""

from functools import partial

import numpy as np
import pytest
import torch
from askmap.backend.engine import POCKET
from askmap.backend.preparation import Preparation
from askmap.backend.stages import Box, Point, Target
from askmap.training.imitation import after_thought, label_of
from askmap.training.prime_recipe import Writing
from askmap.training.rollouts import Asked, Prompt
from askmap.training.samples import Sample

PICTURE = np.zeros((100, 100, 3), np.uint8)
TARGET = Target(Box(10, 20, 50, 60), (Point(20, 30), Point(40, 50)))
ANSWER = '<answer>[{"bbox_2d":[100,200,500,600],"positive_points":[[200,300],[400,500]]}]</answer>'
PROMPT = Prompt([5, 6], torch.zeros(1), torch.zeros(1, 3), seed=7)


@pytest.fixture(scope="module")
def preparation():
    return Preparation.from_folder(POCKET / "reasoner")


def asked(thought="Boats float."):
    sample = Sample("a", ("Where?",), partial(np.copy, PICTURE), targets=(TARGET,), thought=thought)
    return Asked(sample, PICTURE, "Where?", PROMPT)


@pytest.mark.parametrize(
    ("thoughts", "before"),
    [("label", "<think>Boats float.</think>"), ("none", "<think></think>"), ("own", "")],
)
def test_what_stands_before_the_answer(preparation, thoughts, before):
    tokens = label_of(asked(), preparation, Writing(step=10, fence=False, thoughts=thoughts))
    assert tokens[-1] == preparation.token("<|im_end|>")
    assert preparation.decode(tokens[:-1]) == before + ANSWER


def test_a_label_without_a_thought_is_written_with_an_empty_one(preparation):
    tokens = label_of(asked(thought=""), preparation, Writing(step=10, fence=False))
    assert preparation.decode(tokens[:-1]) == "<think></think>" + ANSWER


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("<think>I see a ship.</think><answer>[]</answer>", "<think>I see a ship.</think>"),
        ("<think></think><answer>", "<think></think>"),
        ("I see a ship.<answer>[]</answer>", "<think></think>"),
        ("<think>It never ends", "<think></think>"),
    ],
)
def test_a_prompt_goes_on_with_the_thought_that_was_ended(preparation, written, kept):
    prompt = after_thought(PROMPT, preparation.encode(written), preparation)
    assert prompt.tokens[:2] == PROMPT.tokens
    assert preparation.decode(prompt.tokens[2:]) == kept
    assert (prompt.patches, prompt.grid, prompt.seed) == (PROMPT.patches, PROMPT.grid, PROMPT.seed)


def test_thought_and_answer_are_the_words_that_would_be_written_at_once(preparation):
    whole = label_of(asked(), preparation, Writing(step=10, fence=False))
    prompt = after_thought(PROMPT, whole, preparation)
    answer = label_of(asked(), preparation, Writing(step=10, fence=False, thoughts="own"))
    assert [*prompt.tokens[2:], *answer] == whole
