import numpy as np
import pytest
from askmap.backend.raster.reading import read_scene
from askmap.training.pocket.recipe import Recipe
from askmap.training.recipe_file import read_as
from askmap.training.rl.recipe import read_prime_recipe
from askmap.training.synthetic import sample_raster
from askmap.training.synthetic.dataset import HELD_OUT
from askmap.training.synthetic.landscape import landscape
from places import ROOT

RECIPES = ROOT / "training" / "recipes"


def test_the_sample_is_the_landscape_at_its_place(tmp_path):
    sample_raster.write_sample(7, tmp_path / "sample.tif")
    scene = read_scene(tmp_path / "sample.tif")
    assert np.array_equal(scene.image, landscape(7, "in", side_px=sample_raster.SIDE_PX).image)
    assert scene.grid.to_map(0, 0) == sample_raster.CORNER_M
    assert scene.grid.to_map(10, 10) == (500_003.0, 5_299_997.0)
    assert "UTM zone 32N" in scene.grid.crs


WARM_UPS = sorted(path for path in RECIPES.glob("*.toml") if "\npart = " in path.read_text(encoding="utf-8"))
OTHERS = sorted(set(RECIPES.glob("*.toml")) - set(WARM_UPS))


@pytest.mark.parametrize("path", WARM_UPS, ids=lambda path: path.stem)
def test_no_warm_up_learns_from_the_seeds_that_are_held_out(path):
    assert read_as(Recipe, path).first_scene >= HELD_OUT


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.stem)
def test_no_other_recipe_does(path):
    for source in read_prime_recipe(path).samples.all:
        assert source.path != "landscapes" or source.reading.first >= HELD_OUT
