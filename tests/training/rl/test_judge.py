"""What a group of completions is worth: as if each were judged alone, but the picture is looked at once."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
import pytest
from askmap.backend.engine.protocols import POCKET
from askmap.backend.formats import MaskChoice
from askmap.backend.reasoner.preprocessing import Preparation
from askmap.backend.segmenter.sam2 import Encoded, load_segmenter
from askmap.backend.stages import Box, MaskSet, Point, Scene, Target
from askmap.training.data.samples import BadData, Sample
from askmap.training.data.truth import true_targets
from askmap.training.rewards.ideal_answer import ideal_answer
from askmap.training.rewards.mask import MaskReward
from askmap.training.rl.judge import Judge
from askmap.training.rl.recipe import PrimeRecipe, SampleSource

ONE = MaskChoice.ONE

HEIGHT, WIDTH = 40, 60
PREPARATION = Preparation.from_folder(POCKET / "reasoner")
MASK = np.zeros((HEIGHT, WIDTH), dtype=np.bool_)
MASK[10:20, 30:50] = True
TRUTH = Target(Box(30, 10, 50, 20), (Point(35, 15), Point(45, 15)))
HALF = Target(Box(30, 10, 40, 20), (Point(32, 15), Point(38, 15)))
OTHER_HALF = Target(Box(40, 10, 50, 20), (Point(42, 15), Point(48, 15)))


class BoxPainter:
    """Paints each target's box, and counts what it is asked."""

    name, digest = "boxes", "0"

    def __init__(self) -> None:
        self.encoded = self.asked = 0

    def encode(self, scene: Scene) -> Encoded:
        self.encoded += 1
        return Encoded((), (scene.grid.width, scene.grid.height))

    def segment(
        self, encoded: Encoded, targets: Sequence[Target], choice: MaskChoice = MaskChoice.ONE
    ) -> MaskSet:
        self.asked += 1
        masks = np.zeros((len(targets), HEIGHT, WIDTH), dtype=np.bool_)
        for mask, target in zip(masks, targets):
            b = target.box
            mask[round(b.y0) : round(b.y1), round(b.x0) : round(b.x1)] = True
        return MaskSet(masks, np.ones(len(targets), dtype=np.float32))


class Stumbler(BoxPainter):
    def segment(
        self, encoded: Encoded, targets: Sequence[Target], choice: MaskChoice = MaskChoice.ONE
    ) -> MaskSet:
        raise TypeError("a bug")


def array(held: np.ndarray) -> np.ndarray:
    return held


PICTURE = np.zeros((HEIGHT, WIDTH, 3), dtype=np.uint8)


def masked(mask: np.ndarray = MASK) -> Sample:
    return Sample("one", ("where?",), partial(array, PICTURE), partial(array, mask))


def judge_of(method: str, segmenter: Any = None) -> Judge:
    recipe = PrimeRecipe(
        method, "-", SampleSource("-"), steps=1, segmenter="-", mask=MaskReward(fence=False, structure=0.5)
    )
    return Judge(recipe, PREPARATION, segmenter)


def answer(*targets: Target) -> str:
    framed = [PREPARATION.to_frame(target, WIDTH, HEIGHT) for target in targets]
    return ideal_answer("so", framed, "think2seg", fence=False)


TEXTS = [answer(TRUTH), answer(HALF, OTHER_HALF), answer(HALF), answer(), "no idea", answer(OTHER_HALF)]


def test_masks_are_worth_their_iou_of_all_targets_together():
    rewards = judge_of("mask", BoxPainter()).rewards(masked(), PICTURE, TEXTS)
    assert [reward.terms["iou"] for reward in rewards] == pytest.approx([2, 2, 1, 0, 0, 1])
    assert [reward.total for reward in rewards] == pytest.approx([3.5, 3.5, 2.5, 1.5, 0, 2.5])


def test_a_picture_is_encoded_and_asked_about_once_and_the_worth_is_that_of_judging_one_by_one():
    together, alone = BoxPainter(), BoxPainter()
    rewards = judge_of("mask", together).rewards(masked(), PICTURE, TEXTS)
    judge = judge_of("mask", alone)
    assert rewards == [judge.rewards(masked(), PICTURE, [text])[0] for text in TEXTS]
    assert (together.encoded, together.asked) == (1, 1)
    assert alone.encoded == 4  # two of the six texts point at nothing


def test_the_bundled_segmenter_gives_the_same_worth_in_one_call_as_one_by_one():
    judge = judge_of("mask", load_segmenter(POCKET / "segmenter", "cpu"))
    picture = np.full((HEIGHT, WIDTH, 3), 60, dtype=np.uint8)
    picture[MASK] = 200
    together = judge.rewards(masked(), picture, TEXTS)
    alone = [judge.rewards(masked(), picture, [text])[0] for text in TEXTS]
    assert [reward.total for reward in together] == pytest.approx(
        [reward.total for reward in alone], abs=0.02
    )
    assert max(reward.terms["iou"] for reward in together) > 0.5


def test_many_targets_go_through_the_decoder_part_by_part():
    rows = [{"positive_points": [[x, x], [x, x]], "bbox_2d": [10 * x, 0, 10 * x + 9, 9]} for x in range(90)]
    text = f"<think>so</think><answer>{json.dumps(rows)}</answer>"
    painter = BoxPainter()
    rewards = judge_of("mask", painter).rewards(masked(), PICTURE, [text, answer(TRUTH), text])
    assert (painter.encoded, painter.asked) == (1, 3)  # 181 targets, 64 at a time
    assert [reward.terms["iou"] for reward in rewards] == [0, 2, 0]


def test_where_nothing_is_pointed_at_no_picture_is_encoded():
    painter = BoxPainter()
    rewards = judge_of("mask", painter).rewards(masked(), PICTURE, [answer(), "?"])
    assert painter.encoded == 0
    assert [reward.terms["iou"] for reward in rewards] == [0, 0]


def test_none_is_right_where_nothing_answers_whether_a_mask_says_so_or_the_labels():
    empty = masked(np.zeros_like(MASK))
    labelled = Sample("none", ("where?",), partial(array, PICTURE), targets=())
    for sample in (empty, labelled):
        rewards = judge_of("mask", BoxPainter()).rewards(sample, PICTURE, [answer(), answer(HALF), "?"])
        assert [reward.terms["iou"] for reward in rewards] == [2, 0, 0]


@pytest.mark.parametrize("method", ["bop", "mask", "vision"])
def test_an_unreadable_completion_is_worth_less_than_a_half_and_a_right_one_more(method):
    sample = Sample("one", ("?",), partial(array, PICTURE), partial(array, MASK), (TRUTH,))
    unreadable, right, half = judge_of(method, BoxPainter()).rewards(
        sample, PICTURE, ["<think>a. a.", answer(TRUTH), answer(HALF)]
    )
    assert set(unreadable.terms.values()) == {0.0}
    assert unreadable.terms.keys() == right.terms.keys()
    assert unreadable.total < half.total < right.total


def test_a_bug_of_the_segmenter_is_no_reward():
    with pytest.raises(TypeError, match="a bug"):
        judge_of("mask", Stumbler()).rewards(masked(), PICTURE, TEXTS)


def test_a_mask_of_another_size_is_told():
    with pytest.raises(BadData, match="60 x 40 pixels, its mask 9 x 9"):
        judge_of("mask", BoxPainter()).rewards(masked(np.ones((9, 9), np.bool_)), PICTURE, TEXTS)


def test_boxes_alone_cannot_be_judged_by_masks():
    sample = Sample("one", ("?",), partial(array, PICTURE), targets=(TRUTH,))
    with pytest.raises(BadData, match="boxes and points only"):
        judge_of("mask", BoxPainter()).rewards(sample, PICTURE, TEXTS)
    sample = replace(sample, targets=(Target(TRUTH.box),))
    with pytest.raises(BadData, match="boxes only"):
        judge_of("mask", BoxPainter()).rewards(sample, PICTURE, TEXTS)


def test_the_truth_is_the_labels_or_what_the_mask_gives():
    assert true_targets(Sample("one", ("?",), partial(array, PICTURE), partial(array, MASK), (HALF,))) == (
        HALF,
    )
    assert [target.box for target in true_targets(masked())] == [TRUTH.box]
    assert true_targets(masked(np.zeros_like(MASK))) == ()
