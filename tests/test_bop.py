import numpy as np
import pytest
from askmap.backend.stages import Box, Point
from askmap.training.bop import target_from


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
