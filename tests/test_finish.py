"""Masks without pinholes and specks."""

import numpy as np
import pytest
from askmap.backend.finish import Finish, finished
from askmap.backend.stages import Box, MaskSet, Target

SCORES = np.array([0.5], np.float32)


def drawn(*rows):
    return MaskSet(np.array([[[letter == "#" for letter in row] for row in rows]]), SCORES)


def shown(found):
    return ["".join("#" if pixel else "." for pixel in row) for row in found.masks[0]]


def finish(mask, **said):
    return shown(finished(mask, [Target(Box(0, 0, 6, 4))], Finish(**said)))


RING = drawn("#####..#", "#...#...", "#####...", "........")


def test_as_nothing_is_said_a_mask_stays_as_it_is():
    assert finish(RING) == shown(RING)


def test_a_hole_of_up_to_the_share_is_filled():
    assert finish(RING, holes=3 / 13)[1] == "#####..."
    assert finish(RING, holes=2.9 / 13) == shown(RING)


def test_a_bay_is_no_hole_also_at_the_border_of_the_picture():
    bay = drawn("##.##", "##.##", "#####")
    assert finish(bay, holes=1.0) == shown(bay)


def test_a_gap_at_a_corner_does_not_open_a_hole():
    ring = drawn(".##.", "#..#", "#..#", ".##.")
    assert finish(ring, holes=1.0) == [".##.", "####", "####", ".##."]


def test_a_part_below_the_share_is_left_out_and_the_largest_stays():
    assert finish(RING, specks=0.2)[0] == "#####..."
    assert finish(RING, specks=1 / 13) == shown(RING)
    assert finish(drawn("#..#"), specks=0.5) == ["#..#"]


def test_parts_that_touch_at_a_corner_are_one():
    diagonal = drawn("#...", ".#..", "..##")
    assert finish(diagonal, specks=0.9) == shown(diagonal)


def test_holes_are_filled_after_the_box_has_cut():
    found = finished(RING, [Target(Box(0, 0, 5, 2))], Finish(reach=0.0, holes=1.0))
    assert shown(found) == ["#####...", "#...#...", "........", "........"]


def test_an_empty_mask_and_no_mask_at_all_stay():
    assert finish(drawn("....", "...."), holes=0.5, specks=0.5) == ["....", "...."]
    nothing = MaskSet(np.zeros((0, 4, 4), np.bool_), np.zeros(0, np.float32))
    assert finished(nothing, [], Finish(holes=0.5)).masks.shape == (0, 4, 4)


def test_scores_stay_and_the_old_masks_are_not_touched():
    before = RING.masks.copy()
    assert finished(RING, [Target(Box(0, 0, 1, 1))], Finish(holes=1.0, specks=0.5)).scores is SCORES
    assert np.array_equal(RING.masks, before)


@pytest.mark.parametrize(
    "said",
    [
        {"holes": 1.5},
        {"specks": -0.1},
        {"reach": float("nan")},
        {"holes": True},
        {"threshold": float("inf")},
        {"threshold": 10**400},
        {"specks": "few"},
        {"hole": 0.5},
    ],
)
def test_what_is_no_share_is_refused(said):
    with pytest.raises(ValueError, match=next(iter(said))):
        Finish.of(said)
