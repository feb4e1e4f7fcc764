import json

import numpy as np
import pytest
from askmap.training.data.samples import BadData
from askmap.training.real.tiles import open_tiles
from open_sets import write_open_sets


@pytest.fixture
def tiles(tmp_path):
    return open_tiles(write_open_sets(tmp_path), "train")


def of_scene(tiles, scene):
    return next(tile for tile in tiles if tile.scene == scene)


def test_a_scene_proves_its_own_kind_and_the_absence_of_what_never_lies_there(tiles):
    field = of_scene(tiles, "field")
    assert {"field", "airplane", "tank", "car"} <= field.known
    assert "road" not in field.known  # a track may be there


def test_what_is_complete_is_known_and_what_may_lie_unlabelled_is_not(tiles):
    site = of_scene(tiles, "tank_site")
    assert "tank" in site.known
    assert "building" not in site.known
    assert [shape.kind for shape in site.shapes] == ["tank"]


def test_pools_of_the_chips_are_shown_but_never_denied(tiles):
    chip = next(tile for tile in tiles if tile.set == "naip_california")
    assert "pool" in chip.shown
    assert "pool" not in chip.known
    assert "trees" in chip.known


def test_a_box_alone_becomes_an_ellipse_in_it(tiles):
    car = next(tile for tile in tiles if tile.set == "cars_kit_ais").shapes[0]
    assert car.is_box
    assert np.allclose(car.corners.min(0), (60, 20), atol=0.3)
    assert np.allclose(car.corners.max(0), (84, 32), atol=0.3)


def test_each_piece_of_a_mask_of_runs_is_a_thing_with_its_holes(tmp_path):
    write_open_sets(tmp_path)
    runs = np.zeros((128, 128), bool)
    runs[10:40, 10:40], runs[20:30, 20:30], runs[80:90, 80:90] = True, False, True
    edges = np.flatnonzero(np.diff(runs.T.ravel().astype(int), prepend=0, append=0))
    counts = np.diff(edges, prepend=0, append=runs.size).tolist()
    (tmp_path / "cars_kit_ais").rename(tmp_path / "massachusetts_roads")
    path = tmp_path / "massachusetts_roads" / "instances_train.json"
    content = json.loads(path.read_text())
    content["categories"][0]["name"] = "road"
    content["annotations"][0]["segmentation"] = {"size": [128, 128], "counts": counts}
    path.write_text(json.dumps(content))
    roads = [tile for tile in open_tiles(tmp_path, "train") if tile.set == "massachusetts_roads"][0].shapes
    assert sorted(len(part) for shape in roads for part in shape.parts) == [1, 2]


def test_a_folder_without_any_set_says_which_it_may_hold(tmp_path):
    with pytest.raises(BadData, match="ucm_landuse"):
        open_tiles(tmp_path, "val")
