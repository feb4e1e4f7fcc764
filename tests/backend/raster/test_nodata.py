"""backend/raster/nodata.py: what no file declares as nodata, and is."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from askmap.backend.raster.nodata import FAR, suspects
from askmap.backend.raster.reading import read_scene
from osgeo import gdal
from rasters import make_raster

pytestmark = pytest.mark.usefixtures("either_switch")

LAND = (100 + np.add.outer(np.arange(128), np.arange(128)) / 10).astype(np.float32)
FILLS = [
    (-9999, np.float32),
    (-9999, np.float64),
    (-9999, np.int16),
    (-32768, np.int16),
    (-99999, np.float32),
    (65535, np.uint16),
    (65535, np.float32),
    (0, np.uint16),
    (0, np.float32),
    (100000000, np.float32),
    (10000000000, np.float64),
    (-10000000000, np.float32),
    (1000000000000, np.float64),
    (-999999995904, np.float32),  # -1e12
    (-1e15, np.float64),
    (1e18, np.float64),
    (999999999, np.int32),
]


def filled(fill: float, kind: type, *, columns: int = 16) -> np.ndarray:
    values = (LAND + 1000).astype(kind)
    values[:, :columns] = fill
    return values[None]


@pytest.mark.parametrize(("fill", "kind"), FILLS)
@pytest.mark.parametrize("side_px", [128, 50])
def test_an_undeclared_fill_value_is_named_and_takes_no_contrast(
    tmp_path: Path, fill: float, kind: type, side_px: int
) -> None:
    scene = read_scene(make_raster(tmp_path / "a.tif", filled(fill, kind)), max_side_px=side_px)
    declared = make_raster(tmp_path / "b.tif", filled(fill, kind), nodata=fill)
    clean = read_scene(declared, max_side_px=side_px)
    (said,) = [sentence for sentence in scene.warnings if "fill value" in sentence]
    assert said.startswith(f"{fill:.12g} in 12 % of the pixels")
    assert f"gdal_edit.py -a_nodata {fill:.12g}" in said
    np.testing.assert_allclose(scene.image[clean.valid].astype(int), clean.image[clean.valid], atol=1)
    assert scene.valid.all()


@pytest.mark.parametrize(("fill", "kind"), [(-9999, np.float32), (-32768, np.int16), (65535, np.uint16)])
def test_a_view_of_nothing_but_a_fill_value_is_named(tmp_path: Path, fill: float, kind: type) -> None:
    scene = read_scene(make_raster(tmp_path / "a.tif", np.full((3, 40, 40), fill, kind)))
    (said,) = scene.warnings
    assert said.startswith(f"{fill} in 100 % of the pixels")


def test_a_view_of_nothing_but_zeros_may_be_measured(tmp_path: Path) -> None:
    assert read_scene(make_raster(tmp_path / "a.tif", np.zeros((1, 40, 40), np.uint16))).warnings == ()


@pytest.mark.parametrize("side_px", [128, 50])
@pytest.mark.parametrize(
    "share_of",
    ["saturated", "measured", "rare", "two classes", "population", "numbers", "far away", "rare and far"],
)
def test_what_was_measured_is_no_fill_value(tmp_path: Path, share_of: str, side_px: int) -> None:
    rng = np.random.default_rng(0)
    values = {
        "saturated": filled(32766, np.uint16),
        "measured": rng.integers(0, 90, (1, 128, 128)).astype(np.uint16),
        "rare": np.where(rng.random((1, 128, 128)) < 0.005, -9999, LAND).astype(np.float32),
        "two classes": filled(0, np.uint16) // 1000,
        "population": filled(1_000_000, np.float32),  # a thousand times what the rest is, but no more
        "numbers": rng.integers(0, 9, (1, 128, 128)).astype(np.float64) * 1e12,
        "far away": np.full((1, 128, 128), 5e6, np.float64),
        "rare and far": np.where(rng.random((1, 128, 128)) < 0.005, 1e10, LAND),
    }[share_of]
    scene = read_scene(make_raster(tmp_path / "a.tif", values), max_side_px=side_px)
    assert not any("fill value" in sentence for sentence in scene.warnings)


@pytest.mark.parametrize("fill", [np.nan, np.inf, 1e30, -1e30, 3.4e38, -3.4e38, 9.96921e36, 1e20])
@pytest.mark.parametrize("overview", [False, True])
def test_what_nobody_measures_does_not_spread(tmp_path: Path, fill: float, overview: bool) -> None:
    holes = np.random.default_rng(0).random(LAND.shape) < 0.1
    path = make_raster(tmp_path / "a.tif", np.where(holes, np.float32(fill), LAND)[None])
    if overview:
        raster = gdal.Open(str(path), gdal.GA_Update)
        raster.BuildOverviews("AVERAGE", [2])
        del raster
    scene, clean = (
        read_scene(each, max_side_px=32) for each in (path, make_raster(tmp_path / "b.tif", LAND[None]))
    )
    assert scene.valid.all()
    np.testing.assert_allclose(scene.image.astype(int), clean.image, atol=9)


def test_eight_bits_are_shown_as_they_are(tmp_path: Path) -> None:
    values = np.full((1, 40, 40), 200, np.uint8)
    values[:, :10] = 0
    scene = read_scene(make_raster(tmp_path / "a.tif", values))
    assert scene.warnings == ()
    np.testing.assert_array_equal(scene.image[..., 0], values[0])


@pytest.mark.parametrize("side_px", [128, 50])
def test_numbers_far_from_0_that_were_measured_keep_their_shades(tmp_path: Path, side_px: int) -> None:
    """The least and the most, which stand many times, are kept apart at first and counted after all."""
    values = np.repeat(np.repeat([[1e6, 4e6], [2e6, 3e6]], 64, axis=0), 64, axis=1)
    scene = read_scene(make_raster(tmp_path / "a.tif", values[None]), max_side_px=side_px)
    assert not any("fill value" in sentence for sentence in scene.warnings)
    assert [int(scene.image[y, x, 0]) for y, x in ((0, 0), (-1, 0), (-1, -1), (0, -1))] == [0, 85, 170, 255]


@pytest.mark.parametrize(
    ("ends", "found"),
    [
        ([2 * FAR, 2 * FAR], (2 * FAR,)),
        ([2 * FAR], ()),  # a peak, not a number that stands for nothing
        ([-2 * FAR, -2 * FAR, 2 * FAR, 2 * FAR], (-2 * FAR, 2 * FAR)),
        ([7, 7], ()),
    ],
)
def test_what_stands_far_out_and_more_than_once_is_suspected(ends: list[float], found: tuple[float]) -> None:
    values = np.array([1, 2, 3, *ends], np.float64)
    assert suspects(values, values.min(), values.max()) == found
