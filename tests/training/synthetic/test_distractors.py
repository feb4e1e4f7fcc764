"""What makes generated things hard to tell from their surroundings."""

from __future__ import annotations

import numpy as np
import pytest
from askmap.training.synthetic.distractors import with_distractors
from askmap.training.synthetic.looks import Distractors
from askmap.training.synthetic.things import Board, Shape, rectangle

PLAIN = {"faint": 0, "clusters": 0, "hollow": 0, "stains": 1, "clean": 1, "relief": 0, "litter": 0}
SHAPE = Shape((rectangle(20, 10, 30, 30),), (200, 10, 10))


def board(seed: int) -> Board:
    image = np.full((64, 64, 3), 90, np.uint8)
    return Board(image, np.zeros((64, 64), np.uint8), np.random.default_rng(seed), zoom=1, sun=0)


def made(seed: int, **other: float) -> tuple[Shape, ...]:
    return with_distractors(board(seed), SHAPE, Distractors(**{**PLAIN, **other}))


def test_without_any_a_thing_stays_as_it_is():
    assert made(0) == (SHAPE,)


@pytest.mark.parametrize("seed", range(10))
def test_of_a_hollow_thing_the_rim_is_left(seed):
    (hollow,) = made(seed, hollow=1)
    (hole,) = hollow.marks
    part = SHAPE.parts[0]
    np.testing.assert_allclose(hole.polygon.mean(0), part.mean(0))
    assert 0.5 < (np.ptp(hole.polygon, axis=0) / np.ptp(part, axis=0)).min() < 0.95
    assert hole.colour != hollow.colour


@pytest.mark.parametrize("seed", range(10))
def test_a_faint_thing_is_nearly_in_the_colour_of_the_ground(seed):
    (faint,) = made(seed, faint=1)
    assert np.abs(np.array(faint.colour) - 90).max() < 60
    assert faint.colour != SHAPE.colour


def test_a_row_holds_more_of_the_same_kind():
    assert max(len(made(seed, clusters=1)) for seed in range(10)) > 1
