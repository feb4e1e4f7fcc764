"""What targets are among each other."""

from __future__ import annotations

import pytest
from askmap.backend.reasoner.relations import EXTREMES, HALVES, compared
from askmap.backend.stages import Box, Point, Target
from hypothesis import given
from hypothesis import strategies as st

WIDE, TALL, SMALL = (Target(Box(*c)) for c in ((0, 600, 500, 700), (600, 0, 700, 400), (800, 800, 840, 840)))
boxes = st.tuples(*[st.integers(0, 900)] * 2, *[st.integers(1, 100)] * 2).map(
    lambda b: Target(Box(b[0], b[1], b[0] + b[2], b[1] + b[3]))
)


def test_which_is_what():
    assert compared([WIDE, TALL, SMALL]) == {
        "largest": [0],
        "smallest": [2],
        "westernmost": [0],
        "easternmost": [2],
        "northernmost": [1],
        "southernmost": [2],
        "westerly": [0],
        "easterly": [1, 2],
        "northerly": [1],
        "southerly": [0, 2],
    }


def test_masks_say_how_large_a_target_is_where_they_are_known():
    among = compared([WIDE, TALL, SMALL], [90.0, 400.0, 100.0])
    assert (among["largest"], among["smallest"]) == ([1], [0])


def test_one_alone_is_everything_and_none_is_nothing():
    assert {word: found for word, found in compared([WIDE]).items() if not found} == dict.fromkeys(
        ("easterly", "northerly"), []
    )
    assert not any(compared([]).values())
    assert tuple(compared([])) == (*EXTREMES, *HALVES)


def test_a_target_without_a_box_lies_at_its_point_and_is_the_smallest():
    among = compared([Target(points=(Point(990, 10),)), WIDE])
    assert [word for word in among if among[word] == [0]] == [
        "smallest", "easternmost", "northernmost", "easterly", "northerly",
    ]  # fmt: skip


@pytest.mark.parametrize("word", EXTREMES)
def test_of_equal_ones_the_first_counts(word):
    assert compared([SMALL, SMALL, SMALL])[word] == [0]


@given(st.lists(boxes, min_size=1, max_size=9), st.data())
def test_no_other_is_more_extreme(targets, data):
    sized = st.lists(st.floats(0, 1e9), min_size=len(targets), max_size=len(targets))
    areas = data.draw(st.just([]) | sized)
    among = compared(targets, areas)
    which = {word: among[word][0] for word in EXTREMES}
    sizes = areas or [target.box.area for target in targets]
    assert (sizes[which["largest"]], sizes[which["smallest"]]) == (max(sizes), min(sizes))
    places = [(target.box.x0 + target.box.x1, target.box.y0 + target.box.y1) for target in targets]
    for axis, (first, last) in enumerate((EXTREMES[2:4], EXTREMES[4:])):
        along = [place[axis] for place in places]
        assert (along[which[first]], along[which[last]]) == (min(along), max(along))


@given(st.lists(boxes, max_size=9))
def test_every_target_lies_in_one_half_across_and_one_down(targets):
    among = compared(targets)
    for one, other in (HALVES[:2], HALVES[2:]):
        assert sorted(among[one] + among[other]) == list(range(len(targets)))
