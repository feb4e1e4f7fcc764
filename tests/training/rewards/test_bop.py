"""BoP-Rewards against values worked by hand; frames are 840 px wide and high unless a test says otherwise."""

from __future__ import annotations

import json

import pytest
from askmap.backend.stages import Box, Point, Target
from askmap.training.rewards.bop import BopReward, bop_reward
from askmap.training.rewards.format_checks import read_completion, soft
from askmap.training.rewards.reward import BadReward
from completions import EXACT, OTHER, SEEN, TRUE, listed, whole

FIVE = ("structure", "format", "box_iou", "box_distance", "points")  # that these tests are about


def bop(answer, truth=(TRUE,), format="grasp", seen=SEEN, **settings):
    """The five terms of an answer inside a whole text."""
    text = whole(answer if isinstance(answer, str) else json.dumps(answer))
    terms = bop_reward(read_completion(text, format, seen), truth, BopReward(**settings)).terms
    return {name: terms[name] for name in FIVE}


def test_an_exact_answer_earns_all_five():
    assert bop(EXACT) == dict.fromkeys(FIVE, 1.0)


def test_the_total_is_the_sum_of_the_weighted_terms():
    weights = {"structure": 0.5, "format": 0.25, "box_iou": 2.0, "box_distance": 0.0, "points": 3.0}
    reward = bop_reward(
        read_completion(whole(json.dumps(EXACT)), "grasp", SEEN), [TRUE], BopReward(**weights)
    )
    assert reward.terms == weights
    assert reward.total == 5.75


def test_an_iou_of_one_half_is_not_above_it():
    # 200 x 200 true; found 200 x 100 inside it: 20,000 / 40,000; one pixel row more: 20,200 / 40,000
    assert bop({**EXACT, "bbox": [100, 100, 300, 200]})["box_iou"] == 0
    assert bop({**EXACT, "bbox": [100, 100, 300, 201]})["box_iou"] == 1


def test_a_mean_difference_of_ten_pixels_is_not_below_it():
    # (10 + 10 + 10 + 10) / 4 = 10; (10 + 10 + 10 + 9) / 4 = 9.75
    assert bop({**EXACT, "bbox": [110, 110, 310, 310]})["box_distance"] == 0
    assert bop({**EXACT, "bbox": [110, 110, 310, 309]})["box_distance"] == 1


def test_a_mean_distance_of_a_hundred_pixels_is_not_below_it():
    # moved by (60, 80): 100 each; in a box that holds both
    big = {"bbox": [0, 0, 400, 400]}
    assert bop({**big, "points_1": [210, 230], "points_2": [310, 330]})["points"] == 0
    assert bop({**big, "points_1": [210, 230], "points_2": [310, 329]})["points"] == 1


def test_swapped_points_earn_the_same():
    assert bop({**EXACT, "points_1": [250, 250], "points_2": [150, 150]})["points"] == 1


def test_the_better_of_the_two_pairings_counts():
    # true points 400 apart; found (500, 110) and (120, 100): straight 400 and 380, crossed 10 and 20
    true = Target(Box(50, 50, 600, 200), (Point(100, 100), Point(500, 100)))
    found = {"bbox": [50, 50, 600, 200], "points_1": [500, 110], "points_2": [120, 100]}
    assert bop(found, [true], points_below_px=15.1)["points"] == 1  # (10 + 20) / 2 = 15
    assert bop(found, [true], points_below_px=15.0)["points"] == 0


def test_a_point_outside_the_box_that_was_written_costs_the_points():
    # (250, 250) is the true point, but the box that was written ends at 240
    assert bop({**EXACT, "bbox": [100, 100, 240, 240]})["points"] == 0


def test_a_point_outside_the_true_box_is_fine_inside_the_written_one():
    assert bop({**EXACT, "bbox": [90, 100, 300, 300], "points_1": [95, 150]})["points"] == 1


@pytest.mark.parametrize("smooth", [False, True])
def test_of_a_true_target_that_is_a_box_alone_points_are_right_that_lie_in_it(smooth):
    alone = Target(TRUE.box)
    assert bop(EXACT, [alone], smooth=smooth) == dict.fromkeys(FIVE, 1.0)
    beside = {**EXACT, "bbox": [90, 100, 300, 300], "points_1": [95, 150]}
    assert bop(beside, [alone], smooth=smooth)["points"] == 0


def test_one_point_is_no_two_points():
    terms = bop({"bbox": [100, 100, 300, 300], "points_1": [150, 150]})
    assert (terms["points"], terms["box_iou"]) == (0, 1)


def test_points_without_a_box_earn_no_accuracy():
    terms = bop({"points_1": [150, 150], "points_2": [250, 250]})
    assert [terms[term] for term in FIVE] == [1, 0, 0, 0, 0]


def test_thresholds_are_meant_at_840_px():
    # the same place in a frame of 1000 x 500: x * 1000 / 840, y * 500 / 840
    true = TRUE.scaled(1000 / 840, 500 / 840)
    off = true.scaled(1, 1)
    for shift, worth in ((9.9, 1), (10.1, 0)):  # pixels at 840, in x and y
        box = [
            off.box.x0 + shift * 1000 / 840,
            off.box.y0 + shift * 500 / 840,
            off.box.x1 + shift * 1000 / 840,
            off.box.y1 + shift * 500 / 840,
        ]
        assert bop({**EXACT, "bbox": box}, [true], seen=(1000, 500))["box_distance"] == worth


def test_a_point_format_with_one_point_is_held_against_the_nearer_one():
    answer = [{"bbox_2d": [100, 100, 300, 300], "point_2d": [250, 240]}]
    assert bop(answer, format="visionreasoner") == dict.fromkeys(FIVE, 1.0)


def test_a_format_without_points_earns_none_for_them():
    assert bop([[100, 100, 300, 300]], format="remotereasoner")["points"] == 0
    assert bop([{"bbox_2d": [100, 100, 300, 300], "label": "a"}], format="plain")["points"] == 0


@pytest.mark.parametrize(
    "text",
    [
        f"Well. {whole(json.dumps(EXACT))}",
        f"{whole(json.dumps(EXACT))}\n",
        f"<answer>{json.dumps(EXACT)}</answer>",
        f"<think>I look.</think> so <answer>{json.dumps(EXACT)}</answer>",
    ],
)
def test_text_around_costs_the_structure_and_nothing_else(text):
    terms = bop_reward(read_completion(text, "grasp", SEEN), [TRUE], BopReward()).terms
    assert terms == {**dict.fromkeys(FIVE, 1.0), "structure": 0.0}


def test_white_space_between_thought_and_answer_keeps_the_structure():
    text = f"<think>I\nlook.</think> \n<answer>{json.dumps(EXACT)}</answer>"
    assert bop_reward(read_completion(text, "grasp", SEEN), [TRUE], BopReward()).total == 5


@pytest.mark.parametrize(
    ("answer", "strictly", "softly"),
    [
        (EXACT, 1, 1),
        (f"```json\n{json.dumps(EXACT)}\n```", 1, 1),
        ({"my_BBox": EXACT["bbox"], "point_a": [150, 150], "a point": [250, 250]}, 0, 1),  # other keys
        ({"box": EXACT["bbox"], "point_a": [150, 150], "point_b": [250, 250]}, 0, 0),  # no key with «bbox»
        ({"bbox": EXACT["bbox"], "points": [[150, 150], [250, 250]]}, 0, 1),  # both under one key
        ({**EXACT, "label": "a"}, 0, 1),  # one key too many
        ([EXACT], 0, 1),  # a list where an object was asked for
        (json.dumps(EXACT).replace('"', "'"), 0, 1),  # single quotes
        ({**EXACT, "points_1": ["150", "150"]}, 0, 1),  # texts for numbers
        ({**EXACT, "points_1": [150, 150, 1]}, 0, 0),  # three numbers
        ({**EXACT, "bbox": [100, 100, 300]}, 0, 0),
        ({"bbox": EXACT["bbox"], "points_1": [150, 150]}, 0, 0),  # one point
        ("[]", 0, 0),  # the format has no word for none
        ("so", 0, 0),
    ],
)
def test_strict_wants_the_exact_keys_and_soft_what_can_be_read(answer, strictly, softly):
    assert bop(answer, strict=True)["format"] == strictly
    assert bop(answer, strict=False)["format"] == softly


@pytest.mark.parametrize(
    ("format", "answer", "softly"),
    [
        ("think2seg", '[{"bbox": [1, 2, 30, 40], "points": [[5, 6], [7, 8]]}]', 1),
        ("think2seg", "[{'bbox_2d': [1, 2, 30, 40], 'point_1': [5, 6], 'point_2': [7, 8]},]", 1),
        ("think2seg", '[{"bbox_2d": [1, 2, 30, 40], "positive_points": [[5, 6]]}]', 0),
        ("think2seg", "[]", 1),
        ("visionreasoner", '[{"bbox": [1, 2, 30, 40], "point": [5, 6]}]', 1),
        ("remotereasoner", "[[1, 2, 30, 40]]", 1),
        ("remotereasoner", '[{"bbox": [1, 2, 30, 40]}]', 0),
        ("geo-r1", "None", 1),
        ("plain", '[{"bbox_2d": [1, 2, 30, 40]}]', 1),
    ],
)
def test_soft_wants_as_many_points_of_each_target_as_its_format(format, answer, softly):
    assert soft(read_completion(whole(answer), format, SEEN)) == softly


def test_none_has_full_accuracy_where_nothing_is_true_and_none_elsewhere():
    assert bop("[]", [], "think2seg") == dict.fromkeys(FIVE, 1.0)
    assert [bop("[]", [TRUE], "think2seg")[term] for term in FIVE] == [1, 1, 0, 0, 0]
    assert [bop(listed(TRUE), [], "think2seg")[term] for term in FIVE] == [1, 1, 0, 0, 0]


def test_targets_in_another_order_are_paired():
    assert bop(listed(OTHER, TRUE), [TRUE, OTHER], "think2seg") == dict.fromkeys(FIVE, 1.0)


def test_a_missing_and_a_superfluous_target_each_cost_their_share():
    # one of two found: 1 / max(1, 2); two found, one true: 1 / max(2, 1)
    for found, truth in (([TRUE], [TRUE, OTHER]), ([TRUE, OTHER], [TRUE])):
        terms = bop(listed(*found), truth, "think2seg")
        assert [terms[term] for term in FIVE] == [1, 1, 0.5, 0.5, 0.5]


def test_repeating_a_target_earns_nothing_more():
    twice = [
        {"bbox_2d": [100, 100, 300, 300], "keypoint1": [150, 150], "keypoint2": [250, 250]},
    ] * 2
    assert bop(twice, format="geo-r1")["box_iou"] == 0.5  # one pair, over max(2, 1)
    # think2seg's reader leaves duplicates out, as it does when it is served
    assert bop(listed(TRUE, TRUE), format="think2seg")["box_iou"] == 1


def test_smooth_terms_are_the_iou_and_distances_that_fade():
    # moved by (20, 0): shared 180 x 200 = 36,000, together 80,000 - 36,000 = 44,000
    # box: mean (20 + 0 + 20 + 0) / 4 = 10 of 100; points: 20 of 200
    moved = {"bbox": [120, 100, 320, 300], "points_1": [170, 150], "points_2": [270, 250]}
    terms = bop(moved, smooth=True)
    assert terms["box_iou"] == pytest.approx(36 / 44)
    assert terms["box_distance"] == pytest.approx(0.9)
    assert terms["points"] == pytest.approx(0.9)


def test_a_smooth_point_outside_its_box_costs_half():
    # distances 0; one of two points in the box
    terms = bop({**EXACT, "bbox": [100, 100, 240, 240]}, smooth=True)
    assert terms["points"] == pytest.approx(0.5)


def test_smooth_is_0_where_all_is_far():
    far = {"bbox": [700, 700, 800, 800], "points_1": [710, 710], "points_2": [790, 790]}
    assert [bop(far, smooth=True)[term] for term in FIVE] == [1, 1, 0, 0, 0]


def test_a_slope_of_no_length_is_refused():
    with pytest.raises(BadReward, match="above 0"):
        BopReward(box_fade_px=0.0)


@pytest.mark.parametrize(
    ("answer", "is_outside", "share"),
    [
        ('[{"unknown":1}]', True, 1.0),
        ('[{"unknown":1}]', False, 0.0),
        ("[]", True, 0.0),
        ("[]", False, 1.0),
    ],
)
def test_where_nothing_is_true_i_do_not_know_is_right_outside_of_the_kinds_alone(answer, is_outside, share):
    read = read_completion(whole(answer), "pocket", SEEN)
    terms = bop_reward(read, [], BopReward(), is_outside=is_outside).terms
    assert terms == dict.fromkeys(("box_iou", "box_distance", "points"), share) | {
        "structure": 1,
        "format": 1,
    }


def test_a_format_that_cannot_say_so_says_none():
    read = read_completion(whole("[]"), "think2seg", SEEN)
    assert bop_reward(read, [], BopReward(), is_outside=True).terms["box_iou"] == 1
