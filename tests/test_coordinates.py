"""Shares of the image, and several boxes under one key, are read as what they are."""

from __future__ import annotations

import pytest
from askmap.backend.errors import UnreadableAnswer
from askmap.backend.parse import parse_grounding
from askmap.backend.stages import Box, Point, Target

WHOLE = Box(0, 0, 1000, 500)


def read(answer):
    return parse_grounding(f"<think>I look.</think><answer>{answer}</answer>", "plain", (1000, 500)).targets


@pytest.mark.parametrize(
    "box",
    [
        "[0.25, 0.5, 0.75, 1.0]",
        "[0.25, 0.5, 0.75, 1]",
        "[.25, .5, .75, 1.02]",
        "[.25, .5, .75, 1.4]",
        '["25%", "50%", "75%", "100%"]',
        "[25%, 50 %, 75%, 100%]",
        '"25, 50, 75, 100 %"',
        '{"x1": "25%", "y1": "50%", "x2": "75%", "y2": "100%"}',
    ],
)
def test_a_box_in_shares_lies_where_they_say(box):
    assert read(f'[{{"bbox_2d": {box}}}]') == (Target(Box(250, 250, 750, 500)),)


def test_points_in_shares_lie_where_they_say():
    (target,) = read('[{"point_2d": [0.5, 0.5]}]')
    assert target == Target(None, (Point(500, 250),))


def test_points_may_be_shares_where_boxes_are_pixels():
    (target,) = read('[{"bbox_2d": [200, 100, 600, 400], "point_2d": [0.5, 0.5]}]')
    assert target == Target(Box(200, 100, 600, 400), (Point(500, 250),))


def test_nothing_but_zeros_and_ones_is_the_whole_image():
    assert read('[{"bbox_2d": [0, 0, 1, 1], "point_2d": [1, 0]}]')[0].box == WHOLE


@pytest.mark.parametrize("place", ['"point_2d": [0, 1]', '"point_2d": [0, 0]', '"bbox_2d": [0, 0, 0, 0]'])
def test_what_could_be_shares_or_pixels_is_no_place(place):
    with pytest.raises(UnreadableAnswer):
        read("[{" + place + "}]")


def test_one_large_number_makes_all_of_them_pixels_and_a_fraction_of_one_pixel_is_no_place():
    answer = '[{"bbox_2d": [0, 0, 1, 1]}, {"bbox_2d": [0.1, 0.2, 0.3, 0.4]}, {"bbox_2d": [0, 0, 40, 30]}]'
    assert [target.box for target in read(answer)] == [Box(0, 0, 1, 1), Box(0, 0, 40, 30)]


@pytest.mark.parametrize(
    "written",
    [
        '"bbox_2d": [[10, 20, 30, 40], [50, 60, 70, 80]]',
        '"boxes": [{"x1": 10, "y1": 20, "x2": 30, "y2": 40}, {"x1": 50, "y1": 60, "x2": 70, "y2": 80}]',
        '"bbox_2d": [[[10, 20], [30, 40]], [[50, 60], [70, 80]]]',
        '"bbox_2d": ["10, 20, 30, 40", "50, 60, 70, 80"]',
        '"bbox_2d": [10, 20, 30, 40], "bbox_2d": [50, 60, 70, 80]',
        '"boxes": [{"bbox": [10, 20, 30, 40]}, {"bbox": [50, 60, 70, 80]}]',
    ],
)
def test_several_boxes_under_one_key_are_several_targets(written):
    found = read("{" + written + "}")
    assert [target.box for target in found] == [Box(10, 20, 30, 40), Box(50, 60, 70, 80)]


@pytest.mark.parametrize(
    "points",
    [
        '"point_2d": [[20, 30], [60, 70]]',
        '"points": [[[20, 30]], [[60, 70]]]',
        '"points_1": [60, 70], "points_2": [20, 30]',
        '"points": [60, 70, 20, 30, 500, 400, 1, 1]',
    ],
)
def test_several_boxes_share_out_their_points_and_labels(points):
    found = read('{"bbox_2d": [[10, 20, 30, 40], [50, 60, 70, 80]], "label": ["a", "b"], ' + points + "}")
    assert [(target.points, target.label) for target in found] == [
        ((Point(20, 30),), "a"),
        ((Point(60, 70),), "b"),
    ]


@pytest.mark.parametrize(
    "nothing",
    [
        '[{"bbox_2d": [0, 0, 0, 0], "label": "none"}]',
        '[{"bbox_2d": [0, 0, 0, 0], "point_2d": [0, 0], "label": "no ships"}]',
        '[{"bbox_2d": [], "label": "none"}]',
        '{"answer": "There are no ships."}',
        "No ships are visible [see the harbour].",
    ],
)
def test_a_place_of_zeros_with_the_word_for_none_is_none(nothing):
    assert read(nothing) == ()


@pytest.mark.parametrize(
    "answer",
    [
        'There are no ships, but two boats: [{"bbox_2d": [10, 20, 30, 40]}]',
        'None of them floats. [{"bbox_2d": [10, 20, 30, 40]}]',
        '[{"bbox_2d": [10, 20, 30, 40], "label": "none"}]',
        "No ships; a boat(10,20),(30,40)",
    ],
)
def test_none_is_not_read_out_of_an_answer_that_has_places(answer):
    assert [target.box for target in read(answer)] == [Box(10, 20, 30, 40)]


@pytest.mark.parametrize("answer", ["No ships, but [[10, 20, 30]]", 'None: {"bbox_2d": [1, 2]}'])
def test_none_is_not_read_out_of_an_answer_whose_places_are_broken(answer):
    with pytest.raises(UnreadableAnswer):
        read(answer)
