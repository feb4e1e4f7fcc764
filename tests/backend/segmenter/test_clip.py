import numpy as np
import pytest
from askmap.backend.segmenter.clip import within_boxes
from askmap.backend.stages import Box, MaskSet, Point, Target


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
