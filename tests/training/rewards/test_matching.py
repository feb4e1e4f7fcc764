"""Which found Target is which true one, and how near they are."""

from __future__ import annotations

import math

import pytest
from askmap.backend.stages import Box, Point, Target
from askmap.training.rewards.matching import (
    box_distance,
    box_iou,
    overlap_gain,
    paired,
    points_distance,
    points_error,
    share_inside,
)


def at(x, y, side=10):
    return Target(Box(x, y, x + side, y + side))


def test_boxes_that_share_a_third_have_the_iou_one_third():
    # 10 x 10 each, shared 5 x 10 = 50, together 100 + 100 - 50 = 150
    assert box_iou(Box(0, 0, 10, 10), Box(5, 0, 15, 10)) == pytest.approx(50 / 150)


def test_boxes_that_touch_or_miss_each_other_in_both_directions_share_nothing():
    assert box_iou(Box(0, 0, 10, 10), Box(10, 0, 20, 10)) == 0
    assert box_iou(Box(0, 0, 10, 10), Box(20, 20, 30, 30)) == 0


def test_the_distance_of_boxes_is_the_mean_over_four_coordinates():
    # |1-0| + |2-0| + |13-10| + |10-10| = 6, over 4
    assert box_distance(Box(1, 2, 13, 10), Box(0, 0, 10, 10)) == 1.5


def test_a_missing_box_is_infinitely_far_and_shares_nothing():
    assert box_distance(None, Box(0, 0, 1, 1)) == math.inf
    assert box_iou(Box(0, 0, 1, 1), None) == 0


def test_points_are_paired_so_that_they_are_nearest():
    found, true = [Point(0, 0), Point(100, 0)], [Point(100, 3), Point(4, 0)]
    assert points_distance(found, true) == (4 + 3) / 2  # crossed; straight it would be about 98


def test_one_point_is_held_against_the_nearer_of_two():
    assert points_distance([Point(0, 0)], [Point(30, 40), Point(3, 4)]) == 5


def test_no_points_are_infinitely_far():
    assert points_distance([], [Point(1, 1)]) == points_distance([Point(1, 1)], []) == math.inf


def test_of_a_box_alone_points_are_right_that_all_lie_in_it():
    box = Target(Box(10, 10, 20, 20))
    assert points_error([Point(12, 12), Point(19, 11)], box) == 0
    assert points_error([Point(12, 12), Point(9, 11)], box) == points_error([], box) == math.inf
    assert points_error([Point(12, 12)], Target(box.box, (Point(12, 15),))) == 3


def test_the_border_of_a_box_belongs_to_it():
    box = Box(10, 10, 20, 20)
    assert share_inside([Point(10, 20), Point(20, 10)], box) == 1
    assert share_inside([Point(10, 20), Point(20.1, 15), Point(15, 9.9), Point(9.9, 15)], box) == 0.25


def test_without_a_box_or_without_points_nothing_is_inside():
    assert share_inside([Point(1, 1)], None) == share_inside([], Box(0, 0, 1, 1)) == 0


def test_pairs_have_the_largest_sum_not_the_best_single_pair():
    # greedy would take (a, x) = 0.6 and be left with (b, y) = 0; the best sum is 0.5 + 0.5
    gains = {("a", "x"): 0.6, ("a", "y"): 0.5, ("b", "x"): 0.5, ("b", "y"): 0.0}
    names = {label: Target(Box(0, 0, 1, 1), label=label) for label in "abxy"}
    pairs = paired([names["a"], names["b"]], [names["x"], names["y"]], lambda f, t: gains[f.label, t.label])
    assert [(f.label, t.label) for f, t in pairs] == [("a", "y"), ("b", "x")]


def test_the_shorter_list_says_how_many_pairs_there_are():
    found, true = [at(0, 0), at(50, 0), at(90, 0)], [at(51, 0)]
    assert paired(found, true, overlap_gain) == [(found[1], true[0])]
    assert paired([], true, overlap_gain) == paired(found, [], overlap_gain) == []


def test_where_nothing_overlaps_the_nearer_box_is_paired():
    found, true = [at(0, 0), at(200, 0)], [at(300, 0)]
    assert paired(found, true, overlap_gain) == [(found[1], true[0])]


def test_a_target_without_a_box_is_paired_last():
    found, true = [Target(None, (Point(305, 5),)), at(0, 0)], [at(300, 0)]
    assert paired(found, true, overlap_gain) == [(found[1], true[0])]
