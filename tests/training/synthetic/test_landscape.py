import numpy as np
import pytest
from askmap.training.synthetic.landscape import KINDS, Crowd, landscape


@pytest.mark.parametrize("domain", ["in", "out", "wild"])
def test_the_same_seed_gives_the_same_landscape_and_another_seed_another(domain):
    first, again, other = landscape(3, domain), landscape(3, domain), landscape(4, domain)
    assert np.array_equal(first.image, again.image)
    assert np.array_equal(first.ids, again.ids)
    assert not np.array_equal(first.image, other.image)


def test_the_domains_differ_for_the_same_seed():
    assert not np.array_equal(landscape(3, "in").image, landscape(3, "out").image)


def test_every_thing_can_be_seen_and_its_mask_holds_no_other():
    for seed in range(30):
        world = landscape(seed)
        total = sum(world.mask(thing).astype(int) for thing in world.things)
        assert np.max(total, initial=0) <= 1
        assert all(world.mask(thing).any() for thing in world.things)


def test_masks_are_exact_where_the_picture_is_not_blurred():
    """A thing's edge in the picture lies where its mask says: its colours differ across the edge."""
    world = next(w for seed in range(50) for w in [landscape(seed, crowd=Crowd(1, 1))] if w.of_kind("pool"))
    mask = world.mask(world.of_kind("pool")[0])
    grown = np.pad(mask, 3)
    ring = np.zeros_like(mask)
    for dy in range(7):
        for dx in range(7):
            ring |= grown[dy : dy + len(mask), dx : dx + len(mask)]
    blue_over_red = world.image[..., 2].astype(int) - world.image[..., 0]
    assert blue_over_red[mask].mean() > 60 > blue_over_red[ring & ~mask].mean() + 40


def test_every_kind_occurs():
    seen = {thing.kind for seed in range(80) for thing in landscape(seed).things}
    assert seen == set(KINDS)


def test_a_crowd_of_one_is_one_thing_and_the_water_a_ship_needs():
    for seed in range(40):
        kinds = [thing.kind for thing in landscape(seed, crowd=Crowd(1, 1)).things]
        assert len(kinds) <= 1 or kinds == ["water", "ship"]


def test_a_ship_lies_on_water():
    for seed in range(40):
        world = landscape(seed)
        assert not world.of_kind("ship") or "water" in world.kinds
