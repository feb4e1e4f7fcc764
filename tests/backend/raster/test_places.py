"""backend/raster/reading.py: which pixels a bbox means, and a mask that is written where it lies."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from askmap.backend.errors import NotWritten, OutsideRaster, UnreadableRaster
from askmap.backend.outputs.geotiff import write_mask
from askmap.backend.raster.reading import Window, read_scene, window_of_bbox
from askmap.backend.stages import Grid
from osgeo import gdal
from rasters import UTM33, full_disk, make_raster

pytestmark = pytest.mark.usefixtures("either_switch")

RGB = np.arange(3 * 4 * 5, dtype=np.uint8).reshape(3, 4, 5)


def test_a_bbox_in_the_rasters_own_units_gives_the_pixels_that_it_touches(tmp_path: Path) -> None:
    path = make_raster(tmp_path / "a.tif", RGB)
    assert window_of_bbox(path, (500_002, 3_999_994, 500_006, 3_999_998), "") == Window(1, 1, 2, 2)
    assert window_of_bbox(path, (500_001, 3_999_995, 500_007, 3_999_997), "") == Window(0, 1, 4, 2)


def test_a_bbox_in_another_coordinate_system_finds_its_place(tmp_path: Path) -> None:
    path = make_raster(tmp_path / "a.tif", np.zeros((1, 2000, 2000), np.uint8))
    # 15 degrees east is the zone's central meridian, easting 500,000; one second of latitude is 30.8 m
    window = window_of_bbox(path, (15.0, 36.13, 15.01, 36.14), "EPSG:4326")
    assert window.x == 0
    assert window.width == pytest.approx(0.01 * 111_320 * np.cos(np.radians(36.135)) * 0.9996 / 2, rel=0.005)
    assert window.height == pytest.approx(0.01 * 110_950 * 0.9996 / 2, rel=0.005)


def test_a_bbox_on_a_rotated_raster_covers_all_that_it_touches(tmp_path: Path) -> None:
    turned = (500_000.0, 1.0, 1.0, 4_000_000.0, 1.0, -1.0)
    path = make_raster(tmp_path / "a.tif", np.zeros((1, 100, 100), np.uint8), geotransform=turned)
    window = window_of_bbox(path, (500_040, 3_999_980, 500_060, 4_000_020), "EPSG:32633")
    assert window == Window(10, 10, 30, 30)


def test_a_bbox_that_misses_the_raster_or_the_earth_is_refused(tmp_path: Path) -> None:
    path = make_raster(tmp_path / "a.tif", RGB)
    for bbox, crs in (
        ((0, 0, 1, 1), ""),
        ((100, 95, 110, 99), "EPSG:4326"),
        ((6, 1, 5, 2), "EPSG:4326"),
        ((0, 0, np.inf, 1), "EPSG:4326"),
        ((0, 0, 1, 1), "no such system"),
    ):
        with pytest.raises(OutsideRaster):
            window_of_bbox(path, bbox, crs)


def test_a_bbox_on_earth_needs_a_raster_on_earth(tmp_path: Path) -> None:
    path = make_raster(tmp_path / "a.tif", RGB, crs="")
    with pytest.raises(UnreadableRaster, match="no coordinate system"):
        window_of_bbox(path, (14, 36, 16, 37), "EPSG:4326")


def test_a_mask_is_written_where_it_lies_with_what_it_came_from(tmp_path: Path) -> None:
    mask = np.eye(4, 5, dtype=bool)
    grid = read_scene(make_raster(tmp_path / "a.tif", RGB)).grid
    write_mask(mask, grid, tmp_path / "mask.tif", metadata={"question": "Where to land? «да»"})
    back = gdal.Open(str(tmp_path / "mask.tif"))
    np.testing.assert_array_equal(back.ReadAsArray(), mask)
    assert back.GetGeoTransform() == UTM33
    assert back.GetSpatialRef().GetAuthorityCode(None) == "32633"
    assert back.GetRasterBand(1).GetNoDataValue() is None
    assert back.GetMetadataItem("question") == "Where to land? «да»"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.tif", "mask.tif"]


def test_a_mask_on_a_full_disk_leaves_the_older_file_as_it_was(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mask.tif"
    path.write_text("older")
    noise = np.random.default_rng(0).random((300, 300)) < 0.5
    with pytest.raises(NotWritten, match="cannot be written"), full_disk():
        write_mask(noise, Grid.from_gdal(300, 300, UTM33), path)
    assert [file.name for file in tmp_path.iterdir()] == ["mask.tif"]
    assert path.read_text() == "older"
    assert capfd.readouterr() == ("", "")


def test_a_mask_in_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotWritten, match="No such file or directory"):
        write_mask(np.ones((4, 5), bool), Grid.from_gdal(5, 4, UTM33), tmp_path / "nowhere" / "mask.tif")
