"""What each target is among the others."""

from __future__ import annotations

import pytest
from askmap.backend.comparison import EXTREMES, HALVES, compared
from askmap.backend.stages import Box, Point, Target
from hypothesis import given
from hypothesis import strategies as st

WIDE, TALL, SMALL = (Target(Box(*c)) for c in ((0, 600, 500, 700), (600, 0, 700, 400), (800, 800, 840, 840)))
boxes = st.tuples(*[st.integers(0, 900)] * 2, *[st.integers(1, 100)] * 2).map(
    lambda b: Target(Box(b[0], b[1], b[0] + b[2], b[1] + b[3]))
)


def test_each_is_told_what_it_is_among_the_others_and_where():
    assert compared([WIDE, TALL, SMALL]) == [
        ["largest", "leftmost", "left", "lower"],
        ["topmost", "right", "upper"],
        ["smallest", "rightmost", "lowest", "right", "lower"],
    ]


def test_masks_say_how_large_a_target_is_where_they_are_known():
    words = compared([WIDE, TALL, SMALL], [90.0, 400.0, 100.0])
    assert ["largest" in each for each in words] == [False, True, False]
    assert ["smallest" in each for each in words] == [True, False, False]


def test_one_alone_is_everything():
    assert compared([WIDE]) == [[*EXTREMES, "left", "lower"]]
    assert compared([]) == []


def test_a_target_without_a_box_lies_at_its_point_and_is_the_smallest():
    words = compared([Target(points=(Point(990, 10),)), WIDE])
    assert words[0] == ["smallest", "rightmost", "topmost", "right", "upper"]


@given(st.lists(boxes, min_size=1, max_size=9), st.data())
def test_every_extreme_is_one_target_and_every_target_lies_in_two_halves(targets, data):
    areas = data.draw(st.just([]) | st.lists(st.floats(0, 1e9), min_size=len(targets), max_size=len(targets)))
    words = compared(targets, areas)
    assert sorted(word for each in words for word in each if word in EXTREMES) == sorted(EXTREMES)
    assert all(sum(half in each for half in HALVES[:2]) == 1 for each in words)
    assert all(sum(half in each for half in HALVES[2:]) == 1 for each in words)


@pytest.mark.parametrize("word", EXTREMES)
def test_of_equal_ones_the_first_counts(word):
    assert [word in each for each in compared([SMALL, SMALL, SMALL])] == [True, False, False]
