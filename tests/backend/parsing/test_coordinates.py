"""Shares of the image, and several boxes under one key, are read as what they are."""

from __future__ import annotations

import pytest
from askmap.backend.errors import UnreadableAnswer
from askmap.backend.parsing.grounding import parse_grounding
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


@pytest.mark.parametrize(
    "place",
    [
        '"point_2d": [0.34, 300]',
        '"bbox_2d": [0.34, 0.3, 670, 460]',
        '"bbox_2d": [0.34, 0.3, 2.5, 0.76]',
        '"bbox_2d": [0.34, 0.3, 0.67, 76]',
    ],
)
def test_parts_of_a_pixel_beside_whole_ones_are_no_place(place):
    with pytest.raises(UnreadableAnswer):
        read("[{" + place + "}]")


def test_pixels_with_fractions_stay_pixels_at_the_edge_of_the_image():
    assert read('[{"bbox_2d": [0.3, 0.8, 120.5, 98.25]}]') == (Target(Box(0.3, 0.8, 120.5, 98.25)),)
    assert read('[{"bbox_2d": [0.5, 12, 100, 200]}]') == (Target(Box(0.5, 12, 100, 200)),)


NAMED = [
    '{"x": 200, "y": 100, "width": 40, "height": 30}',
    '{"h": 30, "w": 40, "y": 100, "x": 200}',
    '{"left": 200, "top": 100, "width": 40, "height": 30}',
    '{"top": 100, "left": 200, "bottom": 130, "right": 240}',
    '{"ymin": 100, "xmin": 200, "ymax": 130, "xmax": 240}',
    '{"y_min": 100, "x_min": 200, "y_max": 130, "x_max": 240}',
    '{"y1": 100, "x1": 200, "y2": 130, "x2": 240}',
    '{"bottom_right": [240, 130], "top_left": [200, 100]}',
]


@pytest.mark.parametrize("named", NAMED)
def test_numbers_with_names_are_read_by_them_whatever_their_order(named):
    here = Box(200, 100, 240, 130)
    assert read(f"[{named}]") == (Target(here),)
    assert read(f'[{{"bbox_2d": {named}, "label": "hut"}}]') == (Target(here, (), "hut"),)
    assert read(f'[{named[:-1]}, "label": "hut"}}]') == (Target(here, (), "hut"),)


def test_a_point_with_names_is_a_target():
    assert read('[{"y": 100, "x": 200, "label": "hut"}]') == (Target(None, (Point(200, 100),), "hut"),)


@pytest.mark.parametrize(
    "written",
    [
        '{"cx": 200, "cy": 100, "w": 40, "h": 30}',
        '{"bbox": {"center": [200, 100], "size": [40, 30]}}',
        '{"bbox_xywh": [200, 100, 40, 30]}',
        '{"x": 200, "y": 100, "size": 40}',
        '{"ships": 3, "boats": 5, "cars": 8, "vans": 12}',
        '{"id": 1, "score": 0.9, "area": 300, "count": 3}',
    ],
)
def test_numbers_whose_names_say_no_corner_are_no_box(written):
    with pytest.raises(UnreadableAnswer):
        read(f"[{written}]")


@pytest.mark.parametrize(
    "written",
    [
        "[[342, 308, 1], [10, 20, 1]]",
        '{"x": 342, "y": 308, "w": 3, "h": 4}',
        "[342, 308, 12]",
    ],
)
def test_what_is_more_than_two_numbers_is_no_point(written):
    with pytest.raises(UnreadableAnswer):
        read(f'[{{"point_2d": {written}}}]')


def test_the_frame_of_an_answer_is_not_a_target():
    answer = '{"x": 0, "y": 0, "width": 1000, "height": 500, "objects": [{"bbox_2d": [10, 20, 30, 40]}]}'
    assert read(answer) == (Target(Box(10, 20, 30, 40)),)


def test_the_figures_of_a_word_are_no_coordinates():
    answer = '[{"box_format": "x1 y1 x2 y2", "bbox_2d": [10, 20, 30, 40]}]'
    assert read(answer) == (Target(Box(10, 20, 30, 40)),)


@pytest.mark.parametrize("percent", ["％", " percent", " per cent"])
def test_percent_is_heard_however_it_is_written(percent):
    box = ", ".join(f'"{number}{percent}"' for number in (25, 50, 75, 100))
    assert read(f'[{{"bbox_2d": [{box}]}}]') == (Target(Box(250, 250, 750, 500)),)


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
        '"bbox_1": [10, 20, 30, 40], "bbox_2": [50, 60, 70, 80]',
        '"bbox_2d_1": [10, 20, 30, 40], "bbox_2d_2": [50, 60, 70, 80]',
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


@pytest.mark.parametrize("place", ["[]", "null", '"none"', '""'])
def test_a_thing_by_name_without_a_place_is_not_there(place):
    assert read(f'[{{"bbox_2d": {place}, "label": "ship"}}]') == ()
