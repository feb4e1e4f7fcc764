import numpy as np
import torch
from askmap.training.pocket.sights import COORDINATES, NOTHING, sights
from askmap.training.real.kinds import base_kinds
from askmap.training.real.views import RealThing, RealView, landscape_view
from askmap.training.synthetic.landscape import Crowd, landscape

SIDE, GRID = 64, 8


def view_of(*things, known=("car", "parking")):
    return RealView(
        np.zeros((SIDE, SIDE, 3), np.uint8), things, frozenset(known), frozenset(), 0.3, ("made",)
    )


def thing(kind, left, top, right, bottom):
    mask = np.zeros((SIDE, SIDE), np.bool_)
    mask[top:bottom, left:right] = True
    return RealThing(kind, mask)


def share(seen, kind, row, column):
    return seen["kinds"][row, column, base_kinds().index(kind)].item()


def test_a_patch_shows_the_kind_and_the_box_of_what_lies_there():
    world = next(w for s in range(50) for w in [landscape(s, crowd=Crowd(1, 1))] if w.of_kind("field"))
    seen, mask = sights(landscape_view(world), 16), world.mask(world.of_kind("field")[0])
    ys, xs = mask.nonzero()
    row, column = int(ys.mean() / 16), int(xs.mean() / 16)
    assert share(seen, "field", row, column) > 0.5
    assert abs(seen["places"][row, column, 0].item() - xs.min() / 2.56) <= 1
    assert abs(seen["places"][row, column, 3].item() - (ys.max() + 1) / 2.56) <= 1


def test_what_stands_on_another_thing_is_seen_and_the_other_too():
    seen = sights(view_of(thing("parking", 0, 0, 64, 32), thing("car", 8, 8, 16, 16)), GRID)
    assert share(seen, "parking", 1, 1) == share(seen, "car", 1, 1) == 1
    assert seen["places"][1, 1, :4].tolist() == [12, 12, 25, 25]  # the car's, in hundredths of 64 pixels
    assert seen["places"][3, 7, :4].tolist() == [0, 0, 100, 50]


def test_a_kind_that_covers_half_of_a_patch_has_half_of_it():
    seen = sights(view_of(thing("car", 8, 8, 12, 16)), GRID)
    assert share(seen, "car", 1, 1) == 0.5


def test_bare_ground_shows_nothing():
    seen = sights(view_of(), GRID)
    assert seen["kinds"].shape == (GRID, GRID, len(base_kinds()))
    assert (seen["kinds"] == 0).all()
    assert seen["places"].shape == (GRID, GRID, COORDINATES)
    assert (seen["places"] == NOTHING).all()


def test_only_kinds_that_are_labelled_throughout_are_surely_absent():
    known = sights(view_of(known=("car",)), GRID)["known"]
    assert known.sum() == 1
    assert known[base_kinds().index("car")]


def test_all_tensors_of_two_views_can_be_stacked():
    several = [sights(view, GRID) for view in (view_of(), view_of(thing("car", 0, 0, 9, 9)))]
    assert all(torch.stack([seen[name] for seen in several]).shape[0] == 2 for name in several[0])
