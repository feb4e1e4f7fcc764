import numpy as np
import pytest
from askmap.training.real.layouts import LayoutWindow, single
from askmap.training.real.pasting import with_pasted
from askmap.training.real.rendering import render
from askmap.training.real.stock import stock
from open_sets import write_open_sets


@pytest.fixture(scope="module")
def tiles(tmp_path_factory):
    return stock(write_open_sets(tmp_path_factory.mktemp("open")), "train")


def view_of_scene(tiles, scene):
    tile = tiles.by_scene[scene][0]
    return render(single(tile), LayoutWindow(64, 64, 128, 128), np.random.default_rng(0), 256)


def test_what_is_pasted_lies_where_its_mask_says_and_ground_stays_ground(tiles):
    field = view_of_scene(tiles, "field")
    view = with_pasted(field, tiles, np.random.default_rng(1))
    tanks = view.of_kind("tank")
    assert tanks
    assert view.of_kind("field")[0].mask.all()
    changed = (view.image != field.image).any(-1)
    for tank in tanks:
        assert changed[tank.mask].mean() > 0.95
    assert changed[~np.any([tank.mask for tank in tanks], axis=0)].mean() < 0.2


def test_pasted_things_do_not_cover_each_other(tiles):
    for seed in range(8):
        view = with_pasted(view_of_scene(tiles, "field"), tiles, np.random.default_rng(seed))
        masks = [tank.mask for tank in view.of_kind("tank")]
        assert not masks or np.sum(masks, axis=0).max() == 1


def test_nothing_is_pasted_where_all_of_its_kind_is_not_known(tiles):
    """Boats may lie in a marina unlabelled, and no other kind of these fits its ground."""
    marina = view_of_scene(tiles, "marina")
    assert with_pasted(marina, tiles, np.random.default_rng(0)) is marina
