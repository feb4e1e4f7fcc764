"""Each term against values worked by hand; frames are 840 px wide and high unless a test says otherwise."""

from __future__ import annotations

import json
import math

import numpy as np
import pytest
from askmap.backend.errors import ModelUnsupported
from askmap.backend.prompt import FORMATS
from askmap.backend.stages import Box, Point, Target
from askmap.training.forms import POINTS, SHAPES, read_completion, strict, unrepeated
from askmap.training.rewards import (
    BOP_TERMS,
    MASK_TERMS,
    VISION_TERMS,
    BadReward,
    BopReward,
    MaskReward,
    Overlap,
    VisionReward,
    bop_worth,
    mask_worth,
    overlap_of,
    vision_worth,
)
from hypothesis import given
from hypothesis import strategies as st

SEEN = (840, 840)
TRUE = Target(Box(100, 100, 300, 300), (Point(150, 150), Point(250, 250)))
OTHER = Target(Box(500, 500, 700, 700), (Point(550, 550), Point(650, 650)))
EXACT = {"bbox": [100, 100, 300, 300], "points_1": [150, 150], "points_2": [250, 250]}


def whole(answer, thought="I look."):
    return f"<think>{thought}</think><answer>{answer}</answer>"


def bop(answer, truth=(TRUE,), format="grasp", seen=SEEN, **settings):
    """The terms of an answer inside a whole text."""
    text = whole(answer if isinstance(answer, str) else json.dumps(answer))
    return bop_worth(read_completion(text, format, seen), truth, BopReward(**settings)).terms


def listed(*targets):
    """As think2seg writes them."""
    return [
        {
            "bbox_2d": [t.box.x0, t.box.y0, t.box.x1, t.box.y1],
            "positive_points": [[p.x, p.y] for p in t.points],
        }
        for t in targets
    ]


# --- BoP ---


def test_an_exact_answer_earns_all_five():
    assert bop(EXACT) == dict.fromkeys(BOP_TERMS, 1.0)


def test_the_total_is_the_sum_of_the_weighted_terms():
    weights = {"structure": 0.5, "format": 0.25, "box_iou": 2.0, "box_distance": 0.0, "points": 3.0}
    worth = bop_worth(read_completion(whole(json.dumps(EXACT)), "grasp", SEEN), [TRUE], BopReward(**weights))
    assert worth.terms == weights
    assert worth.total == 5.75


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


def test_one_point_is_no_two_points():
    terms = bop({"bbox": [100, 100, 300, 300], "points_1": [150, 150]})
    assert (terms["points"], terms["box_iou"]) == (0, 1)


def test_points_without_a_box_earn_no_accuracy():
    terms = bop({"points_1": [150, 150], "points_2": [250, 250]})
    assert [terms[term] for term in BOP_TERMS] == [1, 0, 0, 0, 0]


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
    assert bop(answer, format="visionreasoner") == dict.fromkeys(BOP_TERMS, 1.0)


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
    terms = bop_worth(read_completion(text, "grasp", SEEN), [TRUE], BopReward()).terms
    assert terms == {**dict.fromkeys(BOP_TERMS, 1.0), "structure": 0.0}


def test_white_space_between_thought_and_answer_keeps_the_structure():
    text = f"<think>I\nlook.</think> \n<answer>{json.dumps(EXACT)}</answer>"
    assert bop_worth(read_completion(text, "grasp", SEEN), [TRUE], BopReward()).total == 5


@pytest.mark.parametrize(
    ("answer", "strictly", "softly"),
    [
        (EXACT, 1, 1),
        (f"```json\n{json.dumps(EXACT)}\n```", 1, 1),
        ({"box": EXACT["bbox"], "point_a": [150, 150], "point_b": [250, 250]}, 0, 1),  # other keys
        ({**EXACT, "label": "a"}, 0, 1),  # one key too many
        ([EXACT], 0, 1),  # a list where an object was asked for
        (json.dumps(EXACT).replace('"', "'"), 0, 1),  # single quotes
        ({**EXACT, "points_1": ["150", "150"]}, 0, 1),  # texts for numbers
        ({**EXACT, "points_1": [150, 150, 1]}, 0, 0),  # three numbers
        ({**EXACT, "bbox": [100, 100, 300]}, 0, 0),
        ({"bbox": EXACT["bbox"], "points_1": [150, 150]}, 0, 0),  # one point
        ("[]", 0, 1),  # the format has no word for none
    ],
)
def test_strict_wants_the_exact_keys_and_soft_what_can_be_read(answer, strictly, softly):
    assert bop(answer, strict=True)["format"] == strictly
    assert bop(answer, strict=False)["format"] == softly


@pytest.mark.parametrize(
    ("format", "answer"),
    [
        ("think2seg", '[{"bbox_2d": [1, 2, 30, 40], "positive_points": [[5, 6], [7, 8]]}]'),
        ("think2seg", "[]"),
        ("think2seg", "```json\n[]\n```"),
        ("visionreasoner", '[{"bbox_2d": [1, 2, 30, 40], "point_2d": [5, 6]}]'),
        ("remotereasoner", "[[1, 2, 30, 40], [50, 60, 70.5, 80]]"),
        ("geo-r1", '[{"bbox_2d": [1, 2, 30, 40], "keypoint1": [5, 6], "keypoint2": [7, 8]}]'),
        ("geo-r1", "None"),
        ("plain", '[{"bbox_2d": [1, 2, 30, 40], "label": "pool"}]'),
        ("plain", "[]"),
    ],
)
def test_what_a_prompt_asks_for_is_its_strict_form(format, answer):
    assert strict(read_completion(whole(answer), format, SEEN)) == 1


@pytest.mark.parametrize(
    ("format", "answer"),
    [
        ("think2seg", '[{"bbox_2d": [1, 2, 30, 40], "positive_points": [[5, 6]]}]'),
        ("think2seg", '[{"bbox_2d": [1, 2, 30, 40]}]'),
        ("think2seg", '{"bbox_2d": [1, 2, 30, 40], "positive_points": [[5, 6], [7, 8]]}'),
        ("think2seg", '[{"bbox_2d": [1, 2, 30, true], "positive_points": [[5, 6], [7, 8]]}]'),
        ("think2seg", '[{"bbox_2d": [1, 2, 30, Infinity], "positive_points": [[5, 6], [7, 8]]}]'),
        ("think2seg", "None"),
        ("visionreasoner", "[]"),
        ("remotereasoner", "[1, 2, 30, 40]"),
        ("geo-r1", "[]"),
        ("plain", '[{"bbox_2d": [1, 2, 30, 40], "label": 7}]'),
    ],
)
def test_what_a_prompt_does_not_ask_for_is_not_strict(format, answer):
    assert strict(read_completion(whole(answer), format, SEEN)) == 0


def test_every_format_has_its_strict_form():
    assert set(SHAPES) == set(POINTS) == set(FORMATS)


@pytest.mark.parametrize("answer", ["", "a pool", "{7}", "[" * 5000, '[{"bbox_2d": [1, 2]}]'])
def test_an_unreadable_completion_is_worth_nothing_in_any_term(answer):
    completion = read_completion(whole(answer), "think2seg", SEEN)
    assert bop_worth(completion, [TRUE], BopReward()).terms == dict.fromkeys(BOP_TERMS, 0.0)
    assert bop_worth(completion, [], BopReward()).total == 0
    assert mask_worth(completion, Overlap(0, 4, 4), MaskReward()).terms == dict.fromkeys(MASK_TERMS, 0.0)
    assert vision_worth(completion, [TRUE], VisionReward()).terms == dict.fromkeys(VISION_TERMS, 0.0)


def test_a_bug_is_no_reward():
    with pytest.raises(ModelUnsupported):
        read_completion("", "poetry", SEEN)
    boxless = Target(None, (Point(1, 1),))
    with pytest.raises(ValueError, match="needs a box"):
        bop_worth(read_completion(whole("[]"), "think2seg", SEEN), [boxless], BopReward())


def test_none_has_full_accuracy_where_nothing_is_true_and_none_elsewhere():
    assert bop("[]", [], "think2seg") == dict.fromkeys(BOP_TERMS, 1.0)
    assert [bop("[]", [TRUE], "think2seg")[term] for term in BOP_TERMS] == [1, 1, 0, 0, 0]
    assert [bop(listed(TRUE), [], "think2seg")[term] for term in BOP_TERMS] == [1, 1, 0, 0, 0]


def test_targets_in_another_order_are_paired():
    assert bop(listed(OTHER, TRUE), [TRUE, OTHER], "think2seg") == dict.fromkeys(BOP_TERMS, 1.0)


def test_a_missing_and_a_superfluous_target_each_cost_their_share():
    # one of two found: 1 / max(1, 2); two found, one true: 1 / max(2, 1)
    for found, truth in (([TRUE], [TRUE, OTHER]), ([TRUE, OTHER], [TRUE])):
        terms = bop(listed(*found), truth, "think2seg")
        assert [terms[term] for term in BOP_TERMS] == [1, 1, 0.5, 0.5, 0.5]


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
    assert [bop(far, smooth=True)[term] for term in BOP_TERMS] == [1, 1, 0, 0, 0]


# --- mask only ---


FENCED = "```json\n{}\n```"
GOOD = FENCED.format(json.dumps(listed(TRUE)))


def masked(answer, overlap, format="think2seg", **settings):
    return mask_worth(read_completion(whole(answer), format, SEEN), overlap, MaskReward(**settings)).terms


def test_twice_the_iou_and_one_each_for_valid_and_structure():
    assert masked(GOOD, Overlap(3, 4, 3)) == {"iou": 1.5, "valid": 1.0, "structure": 1.0}
    assert sum(masked(GOOD, Overlap(4, 4, 4)).values()) == 4


def test_pixels_are_counted_in_both_masks():
    found, true = np.zeros((4, 5), np.bool_), np.zeros((4, 5), np.bool_)
    found[:, :3], true[:, 2:] = True, True  # 12 and 12, the middle column of 4 shared
    assert overlap_of(found, true) == Overlap(both=4, either=20, true=12)
    with pytest.raises(ValueError, match="cannot be compared"):
        overlap_of(found, true.T)
    with pytest.raises(ValueError, match="no overlap"):
        Overlap(both=5, either=20, true=4)


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


# --- VisionReasoner's ---


def vision(objects, truth, thought="I look."):
    text = whole(json.dumps(objects), thought)
    return vision_worth(read_completion(text, "visionreasoner", SEEN), truth, VisionReward()).terms


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
    assert unrepeated("") == 1


def test_none_earns_two_at_most_whatever_is_true():
    for truth in ([], [TRUE]):
        terms = vision([], truth)
        assert sum(terms.values()) == terms["structure"] + terms["no_repeats"] == 2


# --- settings, and anything at all ---


@pytest.mark.parametrize("kind", [BopReward, MaskReward, VisionReward])
def test_settings_that_mean_nothing_are_refused(kind):
    for number in (-1.0, math.nan, math.inf):
        with pytest.raises(BadReward, match=f"{kind.__name__} is below 0, or not finite"):
            kind(structure=number)
    terms = {BopReward: BOP_TERMS, MaskReward: MASK_TERMS, VisionReward: VISION_TERMS}[kind]
    with pytest.raises(BadReward, match="nothing would be learned"):
        kind(**dict.fromkeys(terms, 0.0))


def test_a_slope_of_no_length_is_refused():
    with pytest.raises(BadReward, match="above 0"):
        BopReward(box_fade_px=0.0)


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
    worths = [
        bop_worth(completion, truth, BopReward(strict=strict, smooth=smooth)).terms,
        vision_worth(completion, truth, VisionReward()).terms,
        mask_worth(completion, Overlap(0, 0, 0) if not truth else Overlap(2, 5, 3), MaskReward()).terms,
    ]
    assert [tuple(terms) for terms in worths] == [BOP_TERMS, VISION_TERMS, MASK_TERMS]
    for terms in worths:
        assert all(0 <= worth <= (2 if term == "iou" else 1) for term, worth in terms.items())
