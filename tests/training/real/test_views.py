import cv2
import numpy as np
import pytest
from askmap.training.real.drawing import filled, warped
from askmap.training.real.layouts import LayoutWindow, single, view_of
from askmap.training.real.rendering import render
from askmap.training.real.stock import stock
from askmap.training.real.tiles import open_tiles
from askmap.training.real.views import SORTS, landscape_view, real_view
from askmap.training.synthetic.landscape import landscape
from open_sets import SIDE, write_open_sets


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return write_open_sets(tmp_path_factory.mktemp("open"))


def views(folder, count, **options):
    return [real_view(seed, folder, "train", 128, **options) for seed in range(count)]


def test_a_seed_gives_the_same_view_for_ever(folder):
    first, again = (views(folder, 12) for _ in range(2))
    for a, b in zip(first, again):
        assert (a.image == b.image).all()
        assert [t.kind for t in a.things] == [t.kind for t in b.things]
        assert all((s.mask == t.mask).all() for s, t in zip(a.things, b.things))


def test_what_is_asked_does_not_hang_on_how_the_view_was_chosen(folder):
    """As it did while both were drawn from the same numbers."""
    dice = [(view.sort, np.random.default_rng(seed).random()) for seed, view in enumerate(views(folder, 60))]
    mosaics = [value for sort, value in dice if sort == "mosaic"]
    assert min(mosaics) < 0.3
    assert max(mosaics) > 0.7


def test_every_sort_of_view_comes(folder):
    assert {view.sort for view in views(folder, 60)} == set(SORTS)


def test_scenes_of_a_mosaic_lie_where_their_masks_are(folder):
    """Each tile of these has one colour, so a mask's inside has one too, but for the blended seams."""
    mosaics = [view for view in views(folder, 60, varied=False) if view.sort == "mosaic"]
    assert len(mosaics) > 8
    for view in mosaics:
        for thing in view.things:
            inside = cv2.erode(thing.mask.astype(np.uint8), np.ones((17, 17)), borderValue=0).astype(bool)
            if thing.kind != "tank" and inside.any():
                assert np.abs(view.image[inside].astype(int) - np.median(view.image[inside], 0)).mean() < 4


def test_a_small_thing_keeps_its_area_whatever_its_size(folder):
    square = ((np.array([(10.25, 10), (20.25, 10), (20.25, 20), (10.25, 20)], np.float32),),)
    for scale in (0.5, 1.0, 2.0):
        mask = filled(square, np.array([[scale, 0, 0], [0, scale, 0]]), 64)
        assert mask.sum() == pytest.approx(100 * scale**2, rel=0.12)


def test_pictures_and_outlines_are_moved_alike(folder):
    image = np.zeros((64, 64, 3), np.uint8)
    image[16:40, 8:32] = 255
    ring = ((np.array([(8, 16), (32, 16), (32, 40), (8, 40)], np.float32),),)
    place = view_of(LayoutWindow(30, 30, 50, 40, 0.5), np.array([[0.0, -1], [1, 0]]), 128)
    seen, mask = warped(image, place, 128, (0, 0, 0))[..., 0] > 127, filled(ring, place, 128)
    assert (seen & mask).sum() / (seen | mask).sum() > 0.97


def test_what_lies_beyond_the_edge_is_neither_there_nor_asked_for(folder):
    site = next(tile for tile in open_tiles(folder, "train") if tile.scene == "tank_site")
    beyond = render(single(site), LayoutWindow(100, 100, 50, 50), np.random.default_rng(0), 128)
    assert "tank" not in beyond.present
    edge = render(single(site), LayoutWindow(94, 60, 50, 50), np.random.default_rng(0), 128)  # 1 px of 40
    assert not edge.of_kind("tank")[0].is_asked


def test_trees_that_nearly_touch_are_one_group(folder):
    chip = next(tile for tile in open_tiles(folder, "train") if tile.set == "naip_california")
    view = render(single(chip), LayoutWindow(64, 64, SIDE, SIDE), np.random.default_rng(0), 256)
    assert len(view.of_kind("trees")) == 2


def test_things_known_only_by_a_box_are_never_turned_askew(folder):
    cars = [view for view in views(folder, 80, varied=False) if view.sets == ("cars_kit_ais",)]
    assert cars
    assert all(thing.is_box for view in cars for thing in view.of_kind("car"))


def test_stock_finds_tiles_by_what_is_in_them(folder):
    kept = stock(folder, "train")
    assert set(kept.by_kind) == {"tank", "trees", "pool", "car"}
    assert len(kept.by_scene) == 6


def test_a_generated_landscape_is_a_view_of_which_all_is_known():
    world = landscape(3)
    view = landscape_view(world)
    assert {thing.kind for thing in view.things} == {thing.kind for thing in world.things}
    assert view.known >= view.present
