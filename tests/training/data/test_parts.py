"""backend/samples/box_and_points.py and training/data/parts.py: a mask to boxes and points."""

import cv2
import numpy as np
import pytest
from askmap.backend.samples.box_and_points import two_points
from askmap.backend.stages import Box, Point, Target
from askmap.training.data.parts import (
    MOST_PARTS,
    agreement,
    instance_of,
    instances_from,
    parts_from,
    target_from,
    whole_of,
)


def filled(height, width, *boxes):
    mask = np.zeros((height, width), bool)
    for x0, y0, x1, y1 in boxes:
        mask[y0:y1, x0:x1] = True
    return mask


def test_the_box_is_half_open_around_all_pixels():
    assert target_from(filled(10, 12, (2, 3, 7, 5))).box == Box(2, 3, 7, 5)


def test_the_first_point_is_the_middle_of_the_largest_inscribed_circle():
    mask = filled(20, 30, (0, 8, 30, 11), (20, 4, 29, 13))  # a bar and, at its right end, a 9 x 9 square
    assert target_from(mask).points[0] == Point(24.5, 8.5)


def test_the_second_point_lies_beyond_the_median_distance_from_the_first():
    mask = filled(20, 30, (0, 8, 30, 11), (20, 4, 29, 13))
    first, second = target_from(mask).points
    ys, xs = np.nonzero(mask)
    distances = np.hypot(xs + 0.5 - first.x, ys + 0.5 - first.y)
    assert np.hypot(second.x - first.x, second.y - first.y) > np.median(distances)
    assert mask[int(second.y), int(second.x)]


def test_of_several_parts_the_box_holds_all_and_the_points_lie_in_the_largest():
    target = target_from(filled(20, 40, (1, 1, 4, 4), (20, 5, 35, 15)))
    assert target.box == Box(1, 1, 35, 15)
    assert all(20 <= point.x < 35 for point in target.points)


def test_one_pixel_has_a_box_and_twice_the_same_point():
    target = target_from(filled(5, 5, (2, 3, 3, 4)))
    assert target.box == Box(2, 3, 3, 4)
    assert target.points == (Point(2.5, 3.5), Point(2.5, 3.5))


def test_an_empty_mask_has_no_target():
    with pytest.raises(ValueError, match="empty mask"):
        target_from(np.zeros((4, 4), bool))


TWO = filled(20, 40, (1, 1, 5, 5), (20, 5, 35, 15), (38, 18, 39, 19))  # 16, 150 and 1 pixels


def test_each_part_is_a_target_the_largest_first_without_the_small_ones():
    parts = parts_from(TWO, "ship", least_px=16)
    assert [part.target.box for part in parts] == [Box(20, 5, 35, 15), Box(1, 1, 5, 5)]
    assert [int(part.cut.sum()) for part in parts] == [150, 16]
    assert {part.target.label for part in parts} == {"ship"}
    assert parts[1].target.points[0] in [Point(x + 0.5, y + 0.5) for x in (2, 3) for y in (2, 3)]
    assert [part.target.box for part in parts_from(TWO, least_px=17)] == [Box(20, 5, 35, 15)]


def test_pixels_that_touch_at_a_corner_are_one_part():
    assert len(parts_from(filled(10, 10, (1, 1, 3, 3), (3, 3, 5, 5)))) == 1
    assert len(parts_from(filled(10, 10, (1, 1, 3, 3), (4, 4, 6, 6)))) == 2


def test_a_part_is_cut_without_its_neighbour_in_the_same_box():
    corner = filled(12, 12, (0, 0, 12, 2), (0, 0, 2, 12), (6, 6, 9, 9))
    bent, inner = parts_from(corner)
    assert (bent.cut == filled(12, 12, (0, 0, 12, 2), (0, 0, 2, 12))).all()
    assert inner.cut.shape == (3, 3)


def test_no_sample_has_more_targets_than_can_be_learned():
    crowd = filled(20, 400, *((8 * n, 2, 8 * n + 4, 6) for n in range(49)), (392, 0, 400, 8))
    parts = parts_from(crowd)
    assert len(parts) == MOST_PARTS
    assert parts[0].target.box == Box(392, 0, 400, 8)


def test_instances_side_by_side_stay_the_sets_own():
    touching = filled(20, 40, (2, 2, 10, 8), (10, 2, 16, 8))
    left = Target(Box(2, 2, 10, 8), (Point(4, 4), Point(6, 6)), "left")
    right = Target(Box(10, 2, 16, 8), (Point(12, 4), Point(14, 6)), "right")
    parts = instances_from(touching, [right, left])
    assert [part.target for part in parts] == [left, right]
    assert [int(part.cut.sum()) for part in parts] == [48, 36]
    assert [part.target for part in instances_from(touching, [left, right], least_px=37)] == [left]


def test_an_instance_owns_what_is_under_its_points_and_no_neighbour_in_its_box():
    mask = filled(20, 40, (2, 2, 10, 8), (12, 2, 16, 8))
    wide = Target(Box(1.5, 2, 14.2, 8), (Point(4, 4), Point(9.9, 7.9)))
    assert int(instance_of(mask, wide).cut.sum()) == 48
    beside = Target(wide.box, (Point(11, 4), Point(-5, 90)))
    assert int(instance_of(mask, beside).cut.sum()) == 48 + 18  # nothing under its points: all in its box
    assert instance_of(mask, Target(None, (Point(13, 3),))).cut.sum() == 24
    assert instance_of(mask, Target(Box(50, 2, 60, 8))).cut.size == 0


def test_agreement_is_the_iou_with_the_part():
    part = whole_of(filled(10, 10, (2, 2, 6, 6)))
    assert agreement(filled(10, 10, (2, 2, 6, 6)), part) == 1
    assert agreement(filled(10, 10, (4, 2, 8, 6)), part) == pytest.approx(8 / 24)
    assert agreement(np.zeros((10, 10), bool), part) == 0


def as_opencv_finds_them(mask):
    """The points of the largest piece by another library, which made the labels of before."""
    _, pieces, sizes, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8), connectivity=8)
    piece = pieces == 1 + int(np.argmax(sizes[1:, cv2.CC_STAT_AREA]))
    padded = np.pad(piece, 1).astype(np.uint8)
    depth = np.rint(cv2.distanceTransform(padded, cv2.DIST_L2, cv2.DIST_MASK_PRECISE)[1:-1, 1:-1] ** 2)
    ys, xs = np.nonzero(piece)
    first = int(np.argmax(depth[ys, xs]))
    distance = np.hypot(xs - xs[first], ys - ys[first])
    far = np.flatnonzero(distance > np.median(distance))
    second = int(far[np.argmax(depth[ys[far], xs[far]])]) if len(far) else first
    return tuple(Point(xs[n] + 0.5, ys[n] + 0.5) for n in (first, second))


def test_the_points_are_the_same_as_opencvs_ties_included():
    rng = np.random.default_rng(0)
    for density in (0.05, 0.1, 0.3, 0.6) * 50:
        mask = rng.random(rng.integers(1, 30, 2)) < density
        if mask.any():
            assert two_points(mask) == as_opencv_finds_them(mask)
