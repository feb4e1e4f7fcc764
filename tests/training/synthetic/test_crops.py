"""training/synthetic/crops.py: a part of a landscape, or all of it with a margin."""

from __future__ import annotations

import numpy as np
from askmap.training.synthetic.crops import LEAST, LEAST_LEFT, LEAST_PX, MARGINS, part_of
from askmap.training.synthetic.dataset import landscape_samples
from askmap.training.synthetic.landscape import Landscape, landscape

VIEWS = [(landscape(seed), part_of(landscape(seed), np.random.default_rng(seed))) for seed in range(40)]


def test_a_view_is_as_large_as_its_landscape_and_shows_no_other_things():
    for world, view in VIEWS:
        assert (view.image.shape, view.ids.shape) == (world.image.shape, world.ids.shape)
        assert set(view.things) <= set(world.things)
        assert set(np.unique(view.ids)) <= set(np.unique(world.ids))
        assert view.kinds == world.kinds


def test_what_can_be_asked_for_is_there():
    for _, view in VIEWS:
        assert all(view.mask(thing).sum() >= LEAST_PX for thing in view.things)


def test_what_lies_outside_or_nearly_is_not_asked_for():
    left_out = [(world, view, set(world.things) - set(view.things)) for world, view in VIEWS]
    assert any(things for *_, things in left_out)
    for world, view, things in left_out:
        for thing in things:
            left, whole = view.mask(thing).sum(), world.mask(thing).sum()
            assert left < max(LEAST_PX, LEAST_LEFT * whole / LEAST**2)


def test_a_margin_is_empty():
    rows = [view for _, view in VIEWS if (view.image[0] == view.image[0, 0]).all() and not view.ids[0].any()]
    assert {tuple(view.image[0, 0]) for view in rows} >= set(MARGINS)


def test_picture_and_ids_move_together():
    """A grey field on a darker ground; both margins are other than these."""
    ids = np.zeros((64, 64), np.uint8)
    ids[20:40, 10:50] = 1
    world = Landscape(np.repeat(60 + ids[..., None] * 68, 3, axis=2), ids, (), frozenset())
    shown = 0
    for seed in range(20):
        view = part_of(world, np.random.default_rng(seed))
        grey = np.abs(view.image[..., 0].astype(int) - 128) < 20
        shown += int(view.ids.sum())
        assert (grey != (view.ids == 1)).mean() < 0.05  # where edges blend
    assert shown > 20 * 64


def test_views_are_a_set_of_their_own():
    whole, seen = landscape_samples("in", 3)[1], landscape_samples("in", 3, name="views")[1]
    assert whole.name == seen.name
    assert not np.array_equal(whole.read_picture(), seen.read_picture())
