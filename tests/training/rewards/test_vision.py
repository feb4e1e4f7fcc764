"""VisionReasoner's reward against values worked by hand; frames are 840 px wide and high."""

from __future__ import annotations

import json

import pytest
from askmap.backend.stages import Box, Point, Target
from askmap.training.rewards.format_checks import read_completion
from askmap.training.rewards.vision import VISION_TERMS, VisionReward, vision_reward
from completions import OTHER, SEEN, TRUE, whole


def vision(objects, truth, thought="I look."):
    text = whole(json.dumps(objects), thought)
    return vision_reward(read_completion(text, "visionreasoner", SEEN), truth, VisionReward()).terms


def one_point(target, at=0):
    box = target.box
    return {
        "bbox_2d": [box.x0, box.y0, box.x1, box.y1],
        "point_2d": [target.points[at].x, target.points[at].y],
    }


def test_all_found_is_worth_seven():
    terms = vision([one_point(OTHER), one_point(TRUE, 1)], [TRUE, OTHER])
    assert terms == dict.fromkeys(VISION_TERMS, 1.0)
    assert sum(terms.values()) == 7


def test_accuracy_is_divided_by_the_larger_count_and_forms_by_the_objects():
    # two objects, the second without a point; three are true
    objects = [one_point(TRUE), {"bbox_2d": [500, 500, 700, 700]}]
    third = Target(Box(10, 10, 20, 20), (Point(15, 15),))
    terms = vision(objects, [TRUE, OTHER, third])
    assert [terms[term] for term in VISION_TERMS] == pytest.approx([1, 1, 1 / 2, 2 / 3, 2 / 3, 1 / 3, 1])


def test_a_point_thirty_pixels_off_is_not_below_thirty():
    # (150, 150) is true: moved by (18, 24) it is 30 off; by (18, 23) it is sqrt(853) = 29.2
    assert vision([{**one_point(TRUE), "point_2d": [168, 174]}], [TRUE])["point"] == 0
    assert vision([{**one_point(TRUE), "point_2d": [168, 173]}], [TRUE])["point"] == 1


def test_of_a_true_target_that_is_a_box_alone_a_point_is_right_that_lies_in_it():
    alone = Target(TRUE.box)
    right = {"bbox_2d": [100, 100, 300, 300], "point_2d": [299, 101]}
    assert vision([right], [alone])["point"] == 1
    assert vision([{**right, "bbox_2d": [90, 100, 300, 300], "point_2d": [95, 150]}], [alone])["point"] == 0


def test_a_superfluous_object_costs_its_share_of_accuracy_and_nothing_of_the_forms():
    # two found, one true: 1 / max(2, 1)
    terms = vision([one_point(TRUE), one_point(OTHER)], [TRUE])
    assert [terms[term] for term in VISION_TERMS] == [1, 1, 1, 0.5, 0.5, 0.5, 1]


def test_of_several_points_of_an_object_the_first_counts():
    terms = vision([{**one_point(TRUE), "point_2d": [[150, 150], [290, 110]]}], [TRUE])
    assert (terms["point"], terms["point_form"]) == (1, 0)


def test_thresholds_of_boxes_are_not_reached_at_their_number():
    # 200 x 200 true; found 200 x 100 inside it: 20,000 / 40,000. Moved by 10 everywhere: a mean of 10
    half = {**one_point(TRUE), "bbox_2d": [100, 100, 300, 200]}
    moved = {**one_point(TRUE), "bbox_2d": [110, 110, 310, 310]}
    assert vision([half], [TRUE])["box_iou"] == 0
    assert vision([moved], [TRUE])["box_distance"] == 0


def test_a_point_outside_the_box_it_came_with_is_none():
    # 20 px from the true point, 10 outside of the box
    found = {"bbox_2d": [140, 100, 300, 300], "point_2d": [130, 150]}
    assert vision([found], [TRUE])["point"] == 0


def test_a_repeated_sentence_costs_its_term():
    assert vision([one_point(TRUE)], [TRUE], "I see it. It is big. i see it.")["no_repeats"] == 0
    assert vision([one_point(TRUE)], [TRUE], "I see 1.5 m. It is 1.7 m.")["no_repeats"] == 1


def test_none_earns_two_at_most_whatever_is_true():
    for truth in ([], [TRUE]):
        terms = vision([], truth)
        assert sum(terms.values()) == terms["structure"] + terms["no_repeats"] == 2
