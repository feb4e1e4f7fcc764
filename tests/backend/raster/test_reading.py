"""backend/raster/reading.py: a window of whatever GDAL reads becomes a Scene, and a mask a GeoTIFF."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import numpy as np
import pytest
from askmap.backend.errors import OutsideRaster, UnreadableRaster
from askmap.backend.raster.reading import Window, read_scene
from osgeo import gdal
from rasters import UTM33, make_raster

pytestmark = pytest.mark.usefixtures("either_switch")

RGB = np.arange(3 * 4 * 5, dtype=np.uint8).reshape(3, 4, 5)
RED, GREEN, BLUE = gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand
GREY, ALPHA = gdal.GCI_GrayIndex, gdal.GCI_AlphaBand


def test_eight_bit_rgb_keeps_its_values(tmp_path: Path) -> None:
    path = make_raster(tmp_path / "a.tif", RGB, colours=(RED, GREEN, BLUE))
    scene = read_scene(path)
    np.testing.assert_array_equal(scene.image, RGB.transpose(1, 2, 0))
    assert scene.valid.all()
    assert scene.warnings == ()
    assert scene.source == str(path)


def test_bands_are_found_by_their_colour(tmp_path: Path) -> None:
    path = make_raster(tmp_path / "a.tif", RGB, colours=(BLUE, GREEN, RED))
    np.testing.assert_array_equal(read_scene(path).image, RGB[::-1].transpose(1, 2, 0))


def test_of_bands_without_colours_the_first_three_are_shown(tmp_path: Path) -> None:
    bands = np.concatenate([RGB, RGB + 100])
    path = make_raster(tmp_path / "a.tif", bands, colours=(GREY, *[gdal.GCI_Undefined] * 5))
    np.testing.assert_array_equal(read_scene(path).image, RGB.transpose(1, 2, 0))


@pytest.mark.parametrize("count", [1, 2])
def test_one_or_two_bands_are_shown_in_grey(tmp_path: Path, count: int) -> None:
    path = make_raster(tmp_path / "a.tif", RGB[:count], colours=(GREY, gdal.GCI_Undefined)[:count])
    np.testing.assert_array_equal(read_scene(path).image, np.stack([RGB[0]] * 3, axis=-1))


def test_alpha_is_no_colour_and_says_where_data_is(tmp_path: Path) -> None:
    alpha = np.full((1, 4, 5), 255, np.uint8)
    alpha[0, 0, 0] = 0
    bands = np.concatenate([RGB[:1], alpha])
    scene = read_scene(make_raster(tmp_path / "a.tif", bands, colours=(GREY, ALPHA)))
    assert np.argwhere(~scene.valid).tolist() == [[0, 0]]
    np.testing.assert_array_equal(scene.image[..., 1][scene.valid], RGB[0][scene.valid])


def test_nodata_in_every_band_is_no_data_but_in_one_it_is_a_colour(tmp_path: Path) -> None:
    bands = RGB + 1
    bands[:, 0, 0] = 0
    bands[0, 3, 3] = 0
    scene = read_scene(make_raster(tmp_path / "a.tif", bands, nodata=0))
    assert np.argwhere(~scene.valid).tolist() == [[0, 0]]


def test_an_internal_mask_says_where_data_is(tmp_path: Path) -> None:
    path = make_raster(tmp_path / "a.tif", RGB)
    raster = gdal.Open(str(path), gdal.GA_Update)
    with_mask = np.full((4, 5), 255, np.uint8)
    with_mask[2, 1] = 0
    before = gdal.GetConfigOption("GDAL_TIFF_INTERNAL_MASK")
    gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", "YES")
    raster.CreateMaskBand(gdal.GMF_PER_DATASET)
    gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", before)
    raster.GetRasterBand(1).GetMaskBand().WriteArray(with_mask)
    del raster
    assert np.argwhere(~read_scene(path).valid).tolist() == [[2, 1]]


def test_a_palette_becomes_its_colours(tmp_path: Path) -> None:
    path = make_raster(tmp_path / "a.tif", np.array([[[0, 1, 2]]], np.uint8))
    raster = gdal.Open(str(path), gdal.GA_Update)
    table = gdal.ColorTable()
    for index, colour in enumerate([(1, 2, 3, 255), (200, 100, 50, 255), (9, 9, 9, 255)]):
        table.SetColorEntry(index, colour)
    raster.GetRasterBand(1).SetColorTable(table)
    raster.GetRasterBand(1).SetNoDataValue(2)
    del table, raster
    scene = read_scene(path)
    assert scene.image[0, :2].tolist() == [[1, 2, 3], [200, 100, 50]]
    assert scene.valid.tolist() == [[True, True, False]]


@pytest.mark.parametrize("kind", [np.uint16, np.int16, np.float32, np.float64])
def test_other_numbers_are_stretched_between_their_percentiles(tmp_path: Path, kind: type) -> None:
    ramp = np.linspace(1000, 3000, 10_000).reshape(1, 100, 100).astype(kind)
    ramp[0, 0, 0] = 30_000  # one glint must not darken the rest
    grey = read_scene(make_raster(tmp_path / "a.tif", ramp)).image[..., 0]
    assert grey[0, 0] == 255
    assert grey[0, 1] == 0
    assert abs(int(grey[50, 0]) - 128) <= 2


def test_nodata_and_what_is_no_number_do_not_change_the_stretch(tmp_path: Path) -> None:
    ramp = np.linspace(0, 1, 100, dtype=np.float32).reshape(1, 10, 10)
    clean = read_scene(make_raster(tmp_path / "clean.tif", ramp)).image
    spoilt = np.concatenate([ramp, np.full((1, 1, 10), -9999, np.float32)], axis=1)
    spoilt[0, 10, :4] = np.nan, np.inf, -np.inf, -3.4e38
    scene = read_scene(make_raster(tmp_path / "spoilt.tif", spoilt, nodata=-9999))
    np.testing.assert_array_equal(scene.image[:10], clean)
    assert scene.valid[:10].all()
    assert not scene.valid[10].any()
    assert not scene.image[10].any()


def test_a_constant_band_is_grey_and_an_almost_constant_one_keeps_its_contrast(tmp_path: Path) -> None:
    flat = np.full((1, 20, 20), 700, np.uint16)
    assert set(read_scene(make_raster(tmp_path / "flat.tif", flat)).image.ravel()) == {128}
    flat[0, 3, 4] = 800
    grey = read_scene(make_raster(tmp_path / "dot.tif", flat)).image[..., 0]
    assert grey[3, 4] == 255
    assert grey.sum() == 255


def test_bits_that_do_not_fill_their_byte_are_stretched(tmp_path: Path) -> None:
    bits = np.eye(4, dtype=np.uint8)[None]
    path = make_raster(tmp_path / "a.tif", bits, options=["NBITS=1"])
    np.testing.assert_array_equal(read_scene(path).image[..., 0], 255 * bits[0])


def test_a_window_is_cut_out_and_placed(tmp_path: Path) -> None:
    path = make_raster(tmp_path / "a.tif", RGB)
    scene = read_scene(path, Window(2, 1, 2, 3))
    np.testing.assert_array_equal(scene.image, RGB[:, 1:4, 2:4].transpose(1, 2, 0))
    assert scene.grid.to_map(0, 0) == (500_004, 3_999_998)
    assert scene.grid.to_map(2, 3) == (500_008, 3_999_992)


def test_a_window_that_hangs_over_the_edge_is_clipped(tmp_path: Path) -> None:
    scene = read_scene(make_raster(tmp_path / "a.tif", RGB), Window(-3, 2, 100, 100))
    assert (scene.grid.width, scene.grid.height) == (5, 2)
    assert scene.grid.to_map(0, 0) == (500_000, 3_999_996)


def test_a_window_outside_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutsideRaster, match="outside of the raster's 5 x 4 pixels"):
        read_scene(make_raster(tmp_path / "a.tif", RGB), Window(5, 0, 3, 3))


def test_a_window_without_data_is_refused(tmp_path: Path) -> None:
    path = make_raster(tmp_path / "a.tif", np.zeros((3, 4, 5), np.uint8), nodata=0)
    with pytest.raises(OutsideRaster, match="no data in this view"):
        read_scene(path)


def test_a_view_that_is_too_large_is_read_reduced_and_says_so(tmp_path: Path) -> None:
    squares = np.kron(np.array([[0, 200], [100, 50]], np.uint8), np.ones((50, 100), np.uint8))[None]
    scene = read_scene(make_raster(tmp_path / "a.tif", squares), max_side_px=20)
    assert scene.image[..., 0].tolist() == [[0] * 10 + [200] * 10] * 5 + [[100] * 10 + [50] * 10] * 5
    assert scene.grid.footprint() == (
        (500_000, 4_000_000),
        (500_400, 4_000_000),
        (500_400, 3_999_800),
        (500_000, 3_999_800),
    )
    assert "100.0 of the raster's" in scene.warnings[0]


def test_overviews_are_used_when_zoomed_out(tmp_path: Path) -> None:
    path = make_raster(tmp_path / "a.tif", np.zeros((1, 512, 512), np.uint8), options=["TILED=YES"])
    raster = gdal.Open(str(path), gdal.GA_Update)
    raster.BuildOverviews("NEAREST", [4])
    raster.GetRasterBand(1).GetOverview(0).Fill(77)  # so that we can tell them from the pixels
    del raster
    assert set(read_scene(path, max_side_px=128).image.ravel()) == {77}


def test_a_raster_of_40000_pixels_a_side_needs_little_memory(tmp_path: Path) -> None:
    path, side = tmp_path / "a.tif", 40_000
    options = ["TILED=YES", "SPARSE_OK=TRUE"]
    raster = gdal.GetDriverByName("GTiff").Create(str(path), side, side, 1, gdal.GDT_Byte, options)
    raster.SetGeoTransform(UTM33)
    del raster
    tracemalloc.start()
    scene = read_scene(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert scene.image.shape == (2048, 2048, 3)
    assert peak < 100e6  # bytes; the raster has 1,600e6
    assert scene.grid.to_map(2048, 2048) == pytest.approx((580_000, 3_920_000))


def test_a_raster_of_one_pixel_is_read(tmp_path: Path) -> None:
    scene = read_scene(make_raster(tmp_path / "a.tif", RGB[:, :1, :1]))
    assert scene.image.tolist() == [[[0, 20, 40]]]


def test_no_coordinate_system_is_a_warning(tmp_path: Path) -> None:
    scene = read_scene(make_raster(tmp_path / "a.tif", RGB, crs=""))
    assert scene.grid.crs == ""
    assert scene.warnings == ("The raster has no coordinate system, so its place on earth is unknown.",)


def test_a_raster_without_any_place_lies_where_qgis_draws_it(tmp_path: Path) -> None:
    scene = read_scene(make_raster(tmp_path / "a.tif", RGB, geotransform=None, crs=""))
    assert scene.grid.footprint() == ((0, 0), (5, 0), (5, -4), (0, -4))


def test_ground_control_points_are_refused_with_the_way_out(tmp_path: Path) -> None:
    path = make_raster(tmp_path / "a.tif", RGB, geotransform=None, crs="")
    raster = gdal.Open(str(path), gdal.GA_Update)
    corners = ((0, 0), (5, 0), (5, 4), (0, 4))
    raster.SetGCPs([gdal.GCP(10 + x, 50 - y, 0, x, y) for x, y in corners], "")
    del raster
    with pytest.raises(UnreadableRaster, match="ground control points") as caught:
        read_scene(path)
    assert "gdalwarp" in caught.value.hint


def test_complex_numbers_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableRaster, match="complex numbers"):
        read_scene(make_raster(tmp_path / "a.tif", np.ones((1, 2, 2), np.complex64)))


def test_what_is_no_raster_is_refused_quietly(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "text.tif").write_text("once upon a time")
    (tmp_path / "empty.tif").touch()
    sentences = {
        "text.tif": "not a raster",
        "empty.tif": "empty file",
        "missing.tif": "no raster",
        "": "a folder",
    }
    for name, sentence in sentences.items():
        with pytest.raises(UnreadableRaster, match=sentence):
            read_scene(tmp_path / name)
    assert capfd.readouterr() == ("", "")


def test_a_truncated_raster_is_refused_quietly(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    noise = np.random.default_rng(0).integers(0, 255, (3, 200, 200)).astype(np.uint8)
    path = make_raster(tmp_path / "a.tif", noise, options=["COMPRESS=DEFLATE", "TILED=YES"])
    path.write_bytes(path.read_bytes()[:50_000])
    with pytest.raises(UnreadableRaster, match=r"damaged|not a raster"):
        read_scene(path)
    assert capfd.readouterr() == ("", "")
