"""What holds for all rewards; the values of each are in a file of its own."""

from __future__ import annotations

import json
import math

import pytest
from askmap.backend.errors import ModelUnsupported
from askmap.backend.formats import FORMATS
from askmap.backend.segmenter.overlap import Overlap
from askmap.backend.stages import Point, Target
from askmap.training.rewards.bop import BOP_TERMS, BopReward, bop_reward
from askmap.training.rewards.format_checks import read_completion
from askmap.training.rewards.mask import MASK_TERMS, MaskReward, mask_reward
from askmap.training.rewards.reward import BadReward
from askmap.training.rewards.vision import VISION_TERMS, VisionReward, vision_reward
from completions import EXACT, OTHER, SEEN, TRUE, listed, whole
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize("answer", ["", "a pool", "{7}", "[" * 5000, '[{"bbox_2d": [1, 2]}]'])
@pytest.mark.parametrize("truth", [[TRUE], []])
def test_an_unreadable_answer_is_worth_its_structure_and_what_it_thought_alone(answer, truth):
    completion = read_completion(whole(answer), "think2seg", SEEN)
    bop, vision = bop_reward(completion, truth, BopReward()), vision_reward(completion, truth, VisionReward())
    mask = mask_reward(completion, Overlap(0, 4, 4) if truth else Overlap(0, 0, 0), MaskReward())
    assert bop.terms == {**dict.fromkeys(BOP_TERMS, 0.0), "structure": 1.0}
    assert mask.terms == {**dict.fromkeys(MASK_TERMS, 0.0), "structure": 1.0}
    assert {term for term, worth in vision.terms.items() if worth} == {"structure", "no_repeats"}


@pytest.mark.parametrize("text", ["", "<think>", "a pool", "<think>a</think>", "\ufffd", "<|im_end|>", " "])
def test_a_text_without_structure_or_answer_is_worth_nothing(text):
    completion = read_completion(text, "think2seg", SEEN)
    assert (
        bop_reward(completion, [], BopReward()).total
        == bop_reward(completion, [TRUE], BopReward()).total
        == 0
    )
    assert mask_reward(completion, Overlap(0, 0, 0), MaskReward()).total == 0
    assert vision_reward(completion, [TRUE], VisionReward()).total == 1  # no sentence stands there twice


def test_a_bug_is_no_reward():
    with pytest.raises(ModelUnsupported):
        read_completion("", "poetry", SEEN)
    boxless = Target(None, (Point(1, 1),))
    with pytest.raises(ValueError, match="needs a box"):
        bop_reward(read_completion(whole("[]"), "think2seg", SEEN), [boxless], BopReward())


@pytest.mark.parametrize("kind", [BopReward, MaskReward, VisionReward])
def test_settings_that_mean_nothing_are_refused(kind):
    for number in (-1.0, math.nan, math.inf):
        with pytest.raises(BadReward, match=f"{kind.__name__} is below 0, or not finite"):
            kind(structure=number)
    terms = {BopReward: BOP_TERMS, MaskReward: MASK_TERMS, VisionReward: VISION_TERMS}[kind]
    with pytest.raises(BadReward, match="nothing would be learned"):
        kind(**dict.fromkeys(terms, 0.0))


numbers = st.integers(-50, 900) | st.floats(-1e6, 1e6) | st.just(10**400) | st.text(max_size=3)
values = st.lists(numbers, max_size=5) | st.lists(st.lists(numbers, max_size=3), max_size=3)
keys = st.sampled_from(["bbox_2d", "bbox", "positive_points", "points_1", "points_2", "point_2d", "label"])
answers = st.lists(st.dictionaries(keys, values, max_size=4), max_size=4).map(json.dumps)
pieces = st.sampled_from(
    ["<think>", "</think>", "<answer>", "</answer>", "```json", "```", "[]", "None", " "]
)
scraps = st.lists(pieces | answers, max_size=8).map("".join)
good = st.just(json.dumps(listed(TRUE, OTHER))) | st.just(json.dumps(EXACT))
texts = (answers | good).map(whole) | scraps | st.text(max_size=30)
truths = st.lists(st.sampled_from([TRUE, OTHER]), max_size=3)


@given(texts, st.sampled_from(sorted(FORMATS)), truths, st.booleans(), st.booleans())
def test_every_term_lies_between_0_and_its_weight(text, format, truth, strict, smooth):
    completion = read_completion(text, format, SEEN)
    rewards = [
        bop_reward(completion, truth, BopReward(strict=strict, smooth=smooth)).terms,
        vision_reward(completion, truth, VisionReward()).terms,
        mask_reward(completion, Overlap(0, 0, 0) if not truth else Overlap(2, 5, 3), MaskReward()).terms,
    ]
    assert [tuple(terms) for terms in rewards] == [BOP_TERMS, VISION_TERMS, MASK_TERMS]
    for terms in rewards:
        assert all(0 <= worth <= (2 if term == "iou" else 1) for term, worth in terms.items())
