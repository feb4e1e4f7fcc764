"""The terms and settings of the mask-only reward; what odd completions are worth is in a table of its own."""

from __future__ import annotations

import json

import pytest
from askmap.backend.parsing.grounding import MAX_TARGETS
from askmap.backend.segmenter.overlap import Overlap
from askmap.backend.stages import Box, Point, Target
from askmap.training.rewards.format_checks import read_completion
from askmap.training.rewards.mask import MaskReward, mask_reward, mask_targets
from completions import EXACT, SEEN, TRUE, listed, whole

FENCED = "```json\n{}\n```"
GOOD = FENCED.format(json.dumps(listed(TRUE)))


def masked(answer, overlap, format="think2seg", **settings):
    return mask_reward(read_completion(whole(answer), format, SEEN), overlap, MaskReward(**settings)).terms


def test_twice_the_iou_and_one_each_for_valid_and_structure():
    assert masked(GOOD, Overlap(3, 4, 3)) == {"iou": 1.5, "valid": 1.0, "structure": 1.0}
    assert sum(masked(GOOD, Overlap(4, 4, 4)).values()) == 4


def test_where_nothing_is_true_only_none_has_the_iou():
    none = FENCED.format("[]")
    assert masked(none, Overlap(0, 0, 0)) == {"iou": 2.0, "valid": 1.0, "structure": 1.0}
    assert masked(GOOD, Overlap(0, 9, 0))["iou"] == 0
    assert masked(GOOD, Overlap(0, 0, 0))["iou"] == 0  # SAM2 drew nothing, but something was claimed
    assert masked(none, Overlap(0, 9, 9)) == {"iou": 0.0, "valid": 1.0, "structure": 1.0}


def test_the_fence_and_negative_points_are_settings():
    assert masked(json.dumps(listed(TRUE)), Overlap(1, 2, 1), fence=False)["valid"] == 1
    negative = FENCED.format(json.dumps([{**listed(TRUE)[0], "negative_points": [[5, 6]]}]))
    assert masked(negative, Overlap(1, 2, 1))["valid"] == 0
    assert masked(negative, Overlap(1, 2, 1), negative_points=True)["valid"] == 1


@pytest.mark.parametrize("fence", [True, False])
def test_without_a_fence_all_else_is_as_strict(fence):
    """The bundled reasoner writes no fence, and two points a target."""
    for points in ([[5, 6]], [[5, 6], [7, 8], [9, 9]], []):
        answer = json.dumps([{**listed(TRUE)[0], "positive_points": points}])
        terms = masked(FENCED.format(answer) if fence else answer, Overlap(1, 2, 1), fence=fence)
        assert terms == {"iou": 0.0, "valid": 0.0, "structure": 1.0}


def test_a_mask_that_is_not_valid_counts_for_nothing_whatever_it_covers():
    assert masked(json.dumps(listed(TRUE)), Overlap(4, 4, 4)) == {"iou": 0.0, "valid": 0.0, "structure": 1.0}


def test_places_beyond_the_picture_are_moved_to_its_edge_and_a_box_without_area_is_left_out():
    def prompts(box):
        answer = FENCED.format(json.dumps([{"bbox_2d": box, "positive_points": [[-5, 9e9], [10**400, 7]]}]))
        return mask_targets(read_completion(whole(answer), "think2seg", SEEN), MaskReward())

    points = (Point(0, 839.5), Point(839.5, 7))
    assert prompts([-9, 30, 1e300, 20]) == (Target(Box(0, 20, 840, 30), points),)
    assert prompts([50, 20, 50.000001, 30]) == prompts([900, 0, 950, 9]) == (Target(None, points),)


def test_no_more_targets_prompt_sam_than_are_served():
    rows = [{"positive_points": [[x, x], [x, x + 1]]} for x in range(MAX_TARGETS + 10)]
    answer = FENCED.format(json.dumps(rows))
    targets = mask_targets(read_completion(whole(answer), "think2seg", SEEN), MaskReward())
    assert len(targets) == MAX_TARGETS


def test_other_formats_are_valid_in_their_strict_form():
    assert masked(json.dumps(EXACT), Overlap(1, 2, 1), "grasp", fence=False)["valid"] == 1
    assert masked(json.dumps([EXACT]), Overlap(1, 2, 1), "grasp", fence=False)["valid"] == 0


@pytest.mark.parametrize(
    ("answer", "is_outside", "iou"),
    [
        ('[{"unknown":1}]', True, 2.0),
        ('[{"unknown":1}]', False, 0.0),
        ("[]", True, 0.0),
        ("[]", False, 2.0),
    ],
)
def test_i_do_not_know_is_none_outside_of_the_kinds_alone(answer, is_outside, iou):
    read, settings = read_completion(whole(answer), "pocket", SEEN), MaskReward(fence=False)
    terms = mask_reward(read, Overlap(0, 0, 0), settings, is_outside=is_outside).terms
    assert terms == {"iou": iou, "valid": 1.0, "structure": 1.0}
    assert mask_reward(read, Overlap(0, 9, 9), settings, is_outside=False).terms["iou"] == 0
