"""The click that a person would make next, and what a batch becomes with it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch
from askmap.backend.segmenter.sam2 import NEGATIVE, NOTHING, POSITIVE
from askmap.backend.stages import Box, Point, Target
from askmap.training.pocket.networks import new_segmenter
from askmap.training.pocket.recipe import Recipe
from askmap.training.pocket.segmenter import PromptedMasks, loss_with_clicks
from askmap.training.synthetic.clicks import FEATURES, LEAST_PX, next_click, with_click, with_clicks

RECIPE = Recipe(
    "segmenter", steps=2, scenes=2, learning_rate=1e-3, side_px=64, prompts=3, domain="wild", clicks=True
)


def square(x0, y0, x1, y1):
    mask = np.zeros((20, 30), bool)
    mask[y0:y1, x0:x1] = True
    return mask


def test_what_was_missed_gets_a_click_in_its_middle():
    assert next_click(square(0, 0, 5, 5), square(0, 0, 10, 5)) == (Point(7.5, 2.5), True)


def test_what_was_drawn_too_much_is_taken_away():
    assert next_click(square(0, 0, 10, 5), square(0, 0, 5, 5)) == (Point(7.5, 2.5), False)


def test_the_largest_wrong_part_comes_first():
    found, truth = square(20, 10, 29, 19), square(0, 0, 5, 5)
    assert next_click(found, truth) == (Point(24.5, 14.5), False)
    assert next_click(found & truth, truth)[1]


def test_what_is_right_or_nearly_so_needs_no_click():
    truth = square(0, 0, 10, 10)
    assert next_click(truth, truth) is None
    assert next_click(truth ^ square(0, 0, 1, LEAST_PX - 1), truth) is None
    assert next_click(truth ^ square(0, 0, 1, LEAST_PX), truth) is not None


@pytest.mark.parametrize("belongs", [True, False])
def test_a_click_is_added_to_its_kind(belongs):
    target = Target(Box(0, 0, 9, 9), (Point(1, 1),), negatives=(Point(2, 2),))
    after = with_click(target, (Point(3, 3), belongs))
    assert len(after.points) == 1 + belongs
    assert len(after.negatives) == 2 - belongs


@pytest.fixture(scope="module")
def batch():
    return PromptedMasks(RECIPE)[0]


def test_a_batch_holds_every_prompt_as_it_is_and_with_a_click(batch):
    network = new_segmenter(64, 0)
    more = with_clicks(network, batch, threshold=0.0)
    n, k = batch["labels"].shape[1:]
    assert more["labels"].shape == (2, 2 * n, k + 1)
    for part in (more["labels"][:, :n], more["labels"][:, n:]):
        assert torch.equal(part[..., :k], batch["labels"])
    assert (more["labels"][:, :n, k] == NOTHING).all()
    assert set(more["labels"][:, n:, k].flatten().tolist()) <= {NOTHING, NEGATIVE, POSITIVE}
    assert torch.equal(more["truth"][:, n:], batch["truth"])


def test_a_click_lies_where_the_mask_is_wrong(batch):
    network = new_segmenter(64, 0)
    n = batch["labels"].shape[1]
    missing = with_clicks(network, batch, threshold=float("inf"))  # nothing is drawn at all
    for scene, row in np.ndindex(2, n):
        if missing["labels"][scene, n + row, -1] != NOTHING:
            assert missing["labels"][scene, n + row, -1] == POSITIVE
            x, y = ((missing["points"][scene, n + row, -1] + 0.5) / 2).int().tolist()
            assert batch["truth"][scene, row, y, x] > 0.5
            assert batch["within"][scene, row, y, x] > 0.5


def test_learning_from_clicks_leaves_the_encoder_as_it_is(batch):
    network = new_segmenter(64, 0)
    total, terms = loss_with_clicks(network, batch)
    total.backward()
    learned = {name.split(".")[0] for name, weight in network.named_parameters() if weight.grad is not None}
    assert learned == {"prompt_encoder", "mask_decoder"}
    assert np.isfinite(terms["iou"])
    assert any(name.startswith(FEATURES) for name in with_clicks(network, batch, 0.0))


def test_where_clicks_are_learned_some_boxes_are_wider_and_all_else_is_the_same():
    lone, more = (PromptedMasks(replace(RECIPE, clicks=asked, prompts=20))[0] for asked in (False, True))
    assert torch.equal(lone["truth"], more["truth"])
    assert torch.equal(lone["labels"], more["labels"])
    assert lone["within"].sum() < more["within"].sum()
    same = (lone["points"] == more["points"]).all(-1).all(-1)
    assert same.float().mean() > 0.4
