"""Masks that end at their boxes, without pinholes and specks."""

import numpy as np
import pytest
from askmap.backend.segmenter.postprocess import Postprocessing, postprocess, within_boxes
from askmap.backend.stages import Box, MaskSet, Point, Target

SCORES = np.array([0.5], np.float32)


def drawn(*rows):
    return MaskSet(np.array([[[letter == "#" for letter in row] for row in rows]]), SCORES)


def shown(found):
    return ["".join("#" if pixel else "." for pixel in row) for row in found.masks[0]]


def finish(mask, **said):
    return shown(postprocess(mask, [Target(Box(0, 0, 6, 4))], Postprocessing(**said)))


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
    found = postprocess(RING, [Target(Box(0, 0, 5, 2))], Postprocessing(reach=0.0, holes=1.0))
    assert shown(found) == ["#####...", "#...#...", "........", "........"]


LEFT = Box(0, 0, 5, 3)  # of RING, without its speck


def pointed(mask, *, yes=(), no=(), box=LEFT, **said):
    """The mask after it was pointed at, here (yes) and not here (no)."""
    points, negatives = (tuple(Point(x + 0.5, y + 0.5) for x, y in places) for places in (yes, no))
    return shown(postprocess(mask, [Target(box, points, negatives=negatives)], Postprocessing(**said)))


def test_a_point_beyond_the_box_keeps_the_whole_part_that_it_lies_in():
    two = drawn("##.##...", "#######.", "........", "#######.")
    assert pointed(two, box=Box(0, 0, 4, 4), reach=0.0) == ["##.#....", "####....", "........", "####...."]
    assert pointed(two, box=Box(0, 0, 4, 4), yes=[(6, 1)], reach=0.0)[:2] == ["##.##...", "#######."]
    assert pointed(two, box=Box(0, 0, 4, 4), yes=[(6, 1)], reach=0.0)[3] == "####...."


def test_a_part_beyond_the_box_ends_where_four_times_as_far_as_its_point_would_be():
    long, box = drawn("##########", "#........#"), Box(0, 0, 2, 1)
    assert pointed(long, box=box, yes=[(2, 0)], reach=0.0) == ["####......", ".........."]
    assert pointed(long, box=box, yes=[(3, 0)], reach=0.0) == ["########..", ".........."]
    assert pointed(long, box=box, yes=[(0, 1)], reach=0.0) == ["##........", "#........."]


def test_a_point_beyond_the_box_where_nothing_was_drawn_adds_nothing():
    assert pointed(RING, yes=[(6, 3), (-2, 1), (8, 0)], reach=0.0)[0] == "#####..."


def test_a_speck_with_a_point_in_it_stays():
    assert pointed(RING, yes=[(7, 0)], specks=0.5)[0] == "#####..#"
    assert pointed(RING, no=[(7, 0)], specks=0.5)[0] == "#####..."


def test_a_hole_that_somebody_made_stays_open():
    assert pointed(RING, no=[(2, 1)], holes=1.0)[1] == "#...#..."
    assert pointed(RING, yes=[(2, 1)], holes=1.0)[1] == "#####..."


def test_points_are_looked_up_where_the_mask_lies():
    far = drawn("........", "..###...", "..#.#..#", "..###...")
    assert pointed(far, yes=[(7, 2)], no=[(3, 2)], holes=1.0, specks=0.5, box=None) == shown(far)


def test_an_empty_mask_and_no_mask_at_all_stay():
    assert finish(drawn("....", "...."), holes=0.5, specks=0.5) == ["....", "...."]
    nothing = MaskSet(np.zeros((0, 4, 4), np.bool_), np.zeros(0, np.float32))
    assert postprocess(nothing, [], Postprocessing(holes=0.5)).masks.shape == (0, 4, 4)


def test_scores_stay_and_the_old_masks_are_not_touched():
    before = RING.masks.copy()
    assert (
        postprocess(RING, [Target(Box(0, 0, 1, 1))], Postprocessing(holes=1.0, specks=0.5)).scores is SCORES
    )
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
        Postprocessing.of(said)


def everything(count):
    return MaskSet(np.ones((count, 10, 20), bool), np.ones(count, np.float32))


def test_a_mask_ends_where_its_box_ends():
    cut = within_boxes(everything(1), [Target(Box(3, 2, 8, 6))]).masks[0]
    assert cut.sum() == 5 * 4
    assert cut[2:6, 3:8].all()


def test_pixels_that_the_box_only_touches_stay():
    cut = within_boxes(everything(1), [Target(Box(3.9, 2.9, 7.1, 5.1))]).masks[0]
    assert cut.sum() == 5 * 4


@pytest.mark.parametrize(("reach", "pixels"), [(0.0, 16), (0.25, 36), (10.0, 200)])
def test_the_reach_is_a_share_of_the_boxs_sides(reach, pixels):
    assert within_boxes(everything(1), [Target(Box(4, 4, 8, 8))], reach).masks.sum() == pixels


def test_a_target_without_a_box_keeps_its_mask_and_each_has_its_own():
    targets = [Target(points=(Point(1, 1),)), Target(Box(0, 0, 2, 2))]
    assert within_boxes(everything(2), targets).masks.sum(axis=(1, 2)).tolist() == [200, 4]


def test_a_box_outside_of_the_picture_leaves_nothing():
    assert not within_boxes(everything(1), [Target(Box(-9, -9, -2, -2))]).masks.any()
