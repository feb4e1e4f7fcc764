"""A sample while it is drawn, and what the page remembers, without a map."""

from __future__ import annotations

import numpy as np
import pytest

pytestmark = pytest.mark.qgis  # their sentences are Qt's to translate

from askmap.backend.stages import Box, Point, Target  # noqa: E402
from askmap.plugin.teach.memory import TeachPace, latest_first, pace_of  # noqa: E402
from askmap.plugin.teach.sketch import Sketch, Step, agreement  # noqa: E402
from askmap.plugin.tools.boxes import BadSketch  # noqa: E402

PLACES = (Point(8, 7), Point(2.004, 3.006), Point(3, 4), Point(6, 5))
WHOLE = Target(Box(2, 3.01, 8, 7), (Point(3, 4), Point(6, 5)))


def drawn(*places):
    sketch = Sketch()
    for place in places:
        sketch = sketch.placed(place)
    return sketch


def test_four_places_make_a_target():
    steps = [drawn(*PLACES[:count]).step for count in range(5)]
    assert steps == list(Step)
    assert drawn(*PLACES).targets == (WHOLE,)
    assert [drawn(*PLACES[:count]).is_whole for count in range(5)] == [False, False, False, False, True]


def test_a_fifth_place_changes_nothing():
    assert drawn(*PLACES, Point(5, 5)) == drawn(*PLACES)


def test_another_target_begins_behind_a_whole_one_only():
    two = drawn(*PLACES).another()
    assert two == Sketch((WHOLE,))
    assert two.is_whole
    assert not two.placed(Point(1, 1)).is_whole
    assert drawn(*PLACES[:3]).another() == drawn(*PLACES[:3])
    assert drawn(*PLACES).boxed(Point(1, 1), Point(4, 4)) == Sketch((WHOLE,), box=Box(1, 1, 4, 4))


def test_back_is_the_way_there_and_at_its_end_stays():
    sketch = drawn(*PLACES).another().placed(Point(1, 1))
    for expected in (Sketch((WHOLE,)), drawn(*PLACES[:3]), drawn(*PLACES[:2]), Sketch(), Sketch()):
        sketch = sketch.back()
        assert sketch == expected


@pytest.mark.parametrize("place", [Point(1.9, 4), Point(8, 4), Point(3, 7), Point(3, 2)])
def test_a_point_lies_in_its_box(place):
    with pytest.raises(BadSketch, match="outside of its box"):
        drawn(*PLACES[:2]).placed(place)


def test_two_points_are_two():
    with pytest.raises(BadSketch, match="place of its own"):
        drawn(*PLACES[:3]).placed(Point(3.001, 4))


@pytest.mark.parametrize("place", [Point(8, 3), Point(7.5, 1), Point(8, 7)])
def test_a_box_has_sides(place):
    with pytest.raises(BadSketch, match="too small"):
        drawn(PLACES[0]).placed(place)


def test_a_mask_agrees_as_far_as_its_box_does():
    mask = np.zeros((10, 10), bool)
    assert agreement(mask, Box(2, 2, 6, 6)) == 0
    mask[2:6, 2:6] = np.eye(4)
    assert agreement(mask, Box(2, 2, 6, 6)) == 1
    assert agreement(mask, Box(4, 2, 8, 6)) == pytest.approx(8 / 24)
    assert agreement(mask, Box(7, 7, 9, 9)) == 0


def test_the_pace_is_the_median_of_a_day_without_its_pauses():
    pace = TeachPace()
    for seconds in (3, 900, 5, 3.5):
        pace = pace.after(seconds, "2026-01-02")
    assert pace.on("2026-01-02") == 3.5
    assert pace.on("2026-01-03") is None
    assert pace.after(7, "2026-01-03") == TeachPace("2026-01-03", (7,))
    assert pace_of(pace.text) == pace


@pytest.mark.parametrize("text", ["", "nonsense", "2026-01-02 x"])
def test_a_pace_that_cannot_be_read_is_none(text):
    assert pace_of(text).on("2026-01-02") is None


def test_the_latest_question_comes_first_and_once():
    assert latest_first("b", ("a", "b", "c")) == ("b", "a", "c")
