"""What is done around SAM2, with a network that draws the boxes it is asked for."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch
from askmap.backend.formats import MaskChoice
from askmap.backend.segmenter.colours import IMAGENET
from askmap.backend.segmenter.postprocess import Postprocessing
from askmap.backend.segmenter.sam2 import Sam2Segmenter, pixels, prompts
from askmap.backend.stages import Box, CheckCancelled, Grid, Point, Scene, Target
from numpy.typing import NDArray
from torch import Tensor

SIDE_PX = 64


def scene_of(width: int, height: int) -> Scene:
    image = np.zeros((height, width, 3), dtype=np.uint8)
    return Scene(
        image, np.ones((height, width), dtype=bool), Grid(width, height, (1, 0, 0, 0, -1, 0)), "dark"
    )


class Echo:
    """A network that draws the boxes it is asked for, in cells of 4 pixels as SAM2 does."""

    side_px = SIDE_PX
    colours = IMAGENET

    def __init__(self) -> None:
        self.calls = 0

    def encode(self, pixels: Tensor, check_cancelled: CheckCancelled) -> tuple[Tensor, ...]:
        return (pixels,)

    def decode(
        self, features: tuple[Tensor, ...], points: Tensor, labels: Tensor, choice: MaskChoice
    ) -> tuple[Tensor, Tensor]:
        self.calls += 1
        centres = torch.arange(2, SIDE_PX, 4)  # SAM adds 0.5 to a prompt, so a cell's centre is at 2
        first, second = points[0, :, 0, :, None] + 0.5, points[0, :, 1, :, None] + 0.5
        within = (first <= centres) & (centres < second)  # (N, 2, cells)
        logits = (within[:, 1, :, None] & within[:, 0, None, :]).float() * 2 - 1
        return logits[:, None], torch.full((len(logits), 1), 0.5)


def echo() -> Sam2Segmenter:
    return Sam2Segmenter("echo", "", Echo(), torch.device("cpu"))


def test_an_image_is_squeezed_to_a_square_and_normalised():
    bright = np.full((30, 50, 3), 255, dtype=np.uint8)
    seen = pixels(bright, 16, "cpu")
    assert seen.shape == (1, 3, 16, 16)
    assert seen[0, :, 8, 8].tolist() == pytest.approx(
        [(1 - 0.485) / 0.229, (1 - 0.456) / 0.224, (1 - 0.406) / 0.225]
    )


def test_shrinking_averages_instead_of_picking_pixels():
    stripes = np.zeros((64, 64, 3), dtype=np.uint8)
    stripes[:, ::2] = 255
    seen = pixels(stripes, 8, "cpu")[0, 0] * 0.229 + 0.485
    assert torch.allclose(seen, torch.tensor(0.5), atol=0.02)


def test_a_box_is_two_points_and_what_is_missing_is_nothing():
    box, point = Box(20, 10, 120, 90), Point(50, 50)
    targets = [Target(box=box, points=(point, point)), Target(box=box), Target(points=(point,))]
    points, labels = prompts(targets, (300, 170), SIDE_PX)
    assert points.shape == (1, 3, 4, 2)
    assert labels.tolist() == [[[2, 3, 1, 1], [2, 3, -1, -1], [1, -1, -1, -1]]]


def test_what_does_not_belong_to_a_target_is_a_point_of_its_own_kind():
    target = Target(Box(20, 10, 120, 90), (Point(50, 50),), negatives=(Point(30, 17), Point(60, 34)))
    points, labels = prompts([target, Target(points=target.points)], (300, 170), SIDE_PX)
    assert labels.tolist() == [[[2, 3, 1, 0, 0], [1, -1, -1, -1, -1]]]
    assert points[0, 0, 4].tolist() == pytest.approx([60 * SIDE_PX / 300 - 0.5, 34 * SIDE_PX / 170 - 0.5])


def test_prompts_count_from_pixel_centres_of_the_square():
    points, _ = prompts([Target(points=(Point(150, 170),))], (300, 170), 1024)
    assert points[0, 0, 0].tolist() == [511.5, 1023.5]


def test_no_targets_give_prompts_of_length_zero():
    points, labels = prompts([], (10, 10), SIDE_PX)
    assert points.shape == (1, 0, 0, 2)
    assert labels.shape == (1, 0, 0)


def extent(mask: NDArray[np.bool_]) -> tuple[int, int, int, int]:
    """First and last column, first and last row."""
    columns, rows = np.flatnonzero(mask.any(axis=0)), np.flatnonzero(mask.any(axis=1))
    return columns[0], columns[-1], rows[0], rows[-1]


def test_a_mask_reaches_to_the_edges_of_its_box_and_no_farther():
    boxes = (Box(75, 80, 225, 120), Box(0, 0, 75, 160))  # along the cells of the square
    found = echo().segment(echo().encode(scene_of(300, 160)), [Target(box=box) for box in boxes])
    assert [extent(mask) for mask in found.masks] == [(75, 224, 80, 119), (0, 74, 0, 159)]


def test_masks_have_the_scenes_own_size():
    found = echo().segment(echo().encode(scene_of(300, 170)), [Target(box=Box(0, 0, 20, 20))])
    assert found.masks.shape == (1, 170, 300)
    assert found.scores.tolist() == [0.5]


def test_a_scene_of_one_pixel_can_be_segmented():
    found = echo().segment(echo().encode(scene_of(1, 1)), [Target(box=Box(0, 0, 1, 1))])
    assert found.masks.tolist() == [[[True]]]


def test_no_targets_give_no_masks():
    found = echo().segment(echo().encode(scene_of(30, 20)), [])
    assert found.masks.shape == (0, 20, 30)
    assert found.scores.shape == (0,)


def test_each_of_fifty_targets_gets_its_own_mask_in_order():
    drawing, left = echo(), [16 * (n % 15) for n in range(50)]  # cells are 16 pixels wide
    targets = [Target(box=Box(x, 0, x + 32, 256)) for x in left]
    found = drawing.segment(drawing.encode(scene_of(256, 256)), targets)
    assert [extent(mask)[:2] for mask in found.masks] == [(x, x + 31) for x in left]
    assert drawing.network.calls == 4


def test_an_answers_targets_share_one_call_of_the_decoder():
    drawing = echo()
    drawing.segment(drawing.encode(scene_of(40, 40)), [Target(box=Box(0, 0, 20, 20))] * 16)
    assert drawing.network.calls == 1


@pytest.mark.parametrize(("threshold", "width"), [(-1.5, 64), (-0.5, 34), (0.0, 32), (0.5, 30)])
def test_a_lower_threshold_draws_more(threshold: float, width: int):
    """Echo's logits are 1 inside, -1 outside, and a slope over 4 pixels lies between."""
    drawing = replace(echo(), postprocessing=Postprocessing(threshold=threshold))
    found = drawing.segment(drawing.encode(scene_of(64, 64)), [Target(box=Box(16, 0, 48, 64))])
    assert found.masks[0, 32].sum() == width
