"""What a sensor counted, made visible in three ways."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from askmap.backend.raster.reading import read_scene
from askmap.backend.raster.stretch import Stretch, stretched
from rasters import make_raster

ALL = np.ones((1, 101), np.bool_)
RAMP = np.linspace(0, 1000, 101)[None]


def test_extremes_keep_every_difference():
    shades = stretched(RAMP, ALL, Stretch.EXTREMES)[0]
    assert (shades[0], shades[50], shades[100]) == (0, 128, 255)
    assert (np.diff(shades.astype(int)) > 0).all()


def test_deviations_lie_around_the_mean():
    bright = RAMP.copy()
    bright[0, 100] = 100_000
    mean, spread = bright.mean(), 2 * bright.std()
    shades = stretched(bright, ALL, Stretch.DEVIATIONS)[0]
    assert shades[100] == 255
    assert shades[0] == round((0 - mean + spread) / (2 * spread) * 255)


@pytest.mark.parametrize("stretch", Stretch)
def test_a_constant_band_is_grey_however_it_is_stretched(stretch):
    flat = np.full((2, 3), 700)
    assert set(stretched(flat, np.ones((2, 3), np.bool_), stretch).ravel()) == {128}


@pytest.mark.parametrize("stretch", Stretch)
def test_pixels_without_data_have_no_say(stretch):
    values, valid = RAMP.copy(), ALL.copy()
    values[0, 0], valid[0, 0] = -1e9, False
    shades = stretched(values, valid, stretch)[0]
    assert shades[0] == 0
    assert (shades[1:] == stretched(RAMP[:, 1:], ALL[:, 1:], stretch)[0]).all()


def test_a_raster_is_stretched_as_it_was_asked_for(tmp_path: Path):
    ramp = np.linspace(1000, 3000, 10_000).reshape(1, 100, 100).astype(np.uint16)
    path = make_raster(tmp_path / "a.tif", ramp)
    pictures = [read_scene(path, stretch=stretch).image[..., 0] for stretch in Stretch]
    black = [int(np.count_nonzero(picture == 0)) for picture in pictures]
    assert black == pytest.approx([200, 20, 0], abs=20)


def test_bytes_keep_their_values_however_others_are_stretched(tmp_path: Path):
    bands = np.arange(12, dtype=np.uint8).reshape(3, 2, 2)
    path = make_raster(tmp_path / "a.tif", bands)
    for stretch in Stretch:
        np.testing.assert_array_equal(read_scene(path, stretch=stretch).image, bands.transpose(1, 2, 0))


def test_an_unknown_stretch_is_our_own_mistake():
    with pytest.raises(ValueError, match="percentiles"):
        stretched(RAMP, ALL, "histogram")
