"""Labels as completions: what stands before the answer, and what is left to imitate."""

from dataclasses import replace
from functools import partial

import numpy as np
import pytest
import torch
from askmap.backend import formats
from askmap.backend.engine.protocols import POCKET
from askmap.backend.reasoner.preprocessing import Preparation
from askmap.backend.stages import Box, Point, Target
from askmap.training.data.samples import BadData, Sample
from askmap.training.rl.imitation import label_of, thought_of
from askmap.training.rl.recipe import Writing
from askmap.training.rl.rollouts import Prompt, StepQuestion

PICTURE = np.zeros((100, 100, 3), np.uint8)
TARGET = Target(Box(10, 20, 50, 60), (Point(20, 30), Point(40, 50)))
ANSWER = '<answer>[{"bbox_2d":[100,200,500,600],"positive_points":[[200,300],[400,500]]}]</answer>'
SAMPLE = Sample("a", ("Where?",), partial(np.copy, PICTURE), targets=(TARGET,))
ASKED = StepQuestion(SAMPLE, PICTURE, "Where?", Prompt([5, 6], torch.zeros(1), torch.zeros(1, 3), seed=7))


@pytest.fixture(scope="module")
def preparation():
    return Preparation.from_folder(POCKET / "reasoner")


@pytest.mark.parametrize("thought", ["Boats float.", ""])
def test_a_label_is_written_behind_its_thought(preparation, thought):
    tokens = label_of(ASKED, thought, preparation, Writing(step=10, fence=False))
    assert tokens[-1] == preparation.token("<|im_end|>")
    assert preparation.decode(tokens[:-1]) == f"<think>{thought}</think>{ANSWER}"


@pytest.mark.parametrize(("targets", "why"), [([TARGET], "2"), ([replace(TARGET, points=())], "0")])
def test_a_label_with_fewer_points_than_the_format_asks_for_is_named(preparation, monkeypatch, targets, why):
    many = replace(formats.POCKET, name="lynx", keys={"region": formats.BOX, "hot": (3, 2)})
    monkeypatch.setattr(formats, "FORMATS", {**formats.FORMATS, many.name: many})
    asked = replace(ASKED, sample=replace(SAMPLE, targets=tuple(targets)))
    with pytest.raises(BadData) as failure:
        label_of(asked, "", replace(preparation, format="lynx"), Writing())
    said = f"The sample «a» cannot be imitated: the format lynx has 3 points a target, not {why}."
    assert str(failure.value) == said
    assert "«format»" in failure.value.hint


def test_what_a_thought_says_ends_no_thought(preparation):
    tokens = label_of(ASKED, "It floats.</think><answer>[]", preparation, Writing(step=10, fence=False))
    assert preparation.decode(tokens).count("</think>") == 1


@pytest.mark.parametrize(
    ("written", "thought"),
    [
        ("<think>I see a ship.</think><answer>[]</answer>", "I see a ship."),
        ("<think></think><answer>", ""),
        ("<think>It never ends", ""),
        ("", ""),
    ],
)
def test_a_thought_counts_where_an_answer_follows(written, thought):
    assert thought_of(written) == thought
