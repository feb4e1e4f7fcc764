"""The mask-only reward against values worked by hand."""

from __future__ import annotations

import json

import pytest
from askmap.training.forms import read_completion
from askmap.training.overlap import Overlap
from askmap.training.rewards import MaskReward, mask_worth
from completions import EXACT, SEEN, TRUE, listed, whole

FENCED = "```json\n{}\n```"
GOOD = FENCED.format(json.dumps(listed(TRUE)))


def masked(answer, overlap, format="think2seg", **settings):
    return mask_worth(read_completion(whole(answer), format, SEEN), overlap, MaskReward(**settings)).terms


def test_twice_the_iou_and_one_each_for_valid_and_structure():
    assert masked(GOOD, Overlap(3, 4, 3)) == {"iou": 1.5, "valid": 1.0, "structure": 1.0}
    assert sum(masked(GOOD, Overlap(4, 4, 4)).values()) == 4


def test_where_nothing_is_true_only_none_has_the_iou():
    none = FENCED.format("[]")
    assert masked(none, Overlap(0, 0, 0)) == {"iou": 2.0, "valid": 1.0, "structure": 1.0}
    assert masked(GOOD, Overlap(0, 9, 0))["iou"] == 0
    assert masked(GOOD, Overlap(0, 0, 0))["iou"] == 0  # SAM2 drew nothing, but something was claimed
    assert masked(none, Overlap(0, 9, 9)) == {"iou": 0.0, "valid": 1.0, "structure": 1.0}


@pytest.mark.parametrize(
    ("answer", "valid"),
    [
        (GOOD, 1),
        (json.dumps(listed(TRUE)), 0),  # no fence
        (FENCED.format(json.dumps(listed(TRUE)[0])), 0),  # no list
        (FENCED.format('[{"bbox_2d": [1, 2, 30, 40]}]'), 1),  # no points
        (FENCED.format('[{"bbox_2d": [1, 2, 30, 40], "positive_points": []}]'), 1),
        (FENCED.format('[{"bbox_2d": [1, 2, 30, 40], "positive_points": [[5, 6]]}]'), 0),  # one point
        (FENCED.format('[{"bbox_2d": [1, 2, 30, 40], "positive_points": [[5, 6], [7, 8], [9, 9]]}]'), 0),
        (FENCED.format('[{"bbox_2d": [1, 2, 30, 40], "negative_points": []}]'), 1),
        (FENCED.format('[{"bbox_2d": [1, 2, 30, 40], "negative_points": [[5, 6]]}]'), 0),
        (FENCED.format('[{"positive_points": [[5, 6], [7, 8]]}]'), 0),  # no box
        (FENCED.format("[[1, 2, 30, 40]]"), 0),  # no objects
        (FENCED.format("[{'bbox_2d': [1, 2, 30, 40]}]"), 0),  # no JSON
        ("```json```", 0),
    ],
)
def test_valid_in_training_is_narrower_than_readable(answer, valid):
    assert masked(answer, Overlap(1, 2, 1))["valid"] == valid


def test_the_fence_and_negative_points_are_settings():
    assert masked(json.dumps(listed(TRUE)), Overlap(1, 2, 1), fence=False)["valid"] == 1
    negative = FENCED.format('[{"bbox_2d": [1, 2, 30, 40], "negative_points": [[5, 6]]}]')
    assert masked(negative, Overlap(1, 2, 1), negative_points=True)["valid"] == 1


def test_other_formats_are_valid_in_their_strict_form():
    assert masked(json.dumps(EXACT), Overlap(1, 2, 1), "grasp", fence=False)["valid"] == 1
    assert masked(json.dumps([EXACT]), Overlap(1, 2, 1), "grasp", fence=False)["valid"] == 0
