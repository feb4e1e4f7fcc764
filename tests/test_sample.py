import numpy as np
from askmap.backend.raster import read_scene
from askmap.training import sample
from askmap.training.recipe import Recipe
from askmap.training.world import landscape


def test_the_sample_is_the_landscape_at_its_place(tmp_path):
    sample.write_sample(7, tmp_path / "sample.tif")
    scene = read_scene(tmp_path / "sample.tif")
    assert np.array_equal(scene.image, landscape(7, "in", side_px=sample.SIDE_PX).image)
    assert scene.grid.to_map(0, 0) == sample.CORNER_M
    assert scene.grid.to_map(10, 10) == (500_003.0, 5_299_997.0)
    assert "UTM zone 32N" in scene.grid.crs


def test_seeds_below_a_million_are_never_trained_on():
    assert Recipe("segmenter", steps=1, scenes=1, learning_rate=1e-3).first_scene == 1_000_000
