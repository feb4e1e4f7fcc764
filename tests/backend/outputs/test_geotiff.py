"""backend/outputs/geotiff.py: the numbers of targets become a raster that opens coloured everywhere."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from askmap.backend.errors import NotWritten
from askmap.backend.outputs.geotiff import write_targets
from askmap.backend.outputs.palette import PALETTE
from askmap.backend.stages import Grid
from grids import grid
from osgeo import gdal
from rasters import UTM33, full_disk

pytestmark = pytest.mark.usefixtures("either_switch")


def stripes(width: int = 20, height: int = 15, count: int = 3) -> Any:
    """Numbers from 0 to `count` from left to right."""
    numbers = (np.arange(width) * (count + 1) // width).astype(np.uint16)
    return np.broadcast_to(numbers, (height, width)).copy()


def told(path: Path) -> dict[str, Any]:
    """What GDAL's own tool says of a raster."""
    said = subprocess.run(["gdalinfo", "-json", str(path)], capture_output=True, check=True, text=True)
    content: dict[str, Any] = json.loads(said.stdout)
    return content


def test_targets_are_a_cloud_optimized_raster_where_they_lie(tmp_path: Path) -> None:
    path = tmp_path / "targets.tif"
    write_targets(stripes(), grid(20, 15), path, {"question": "Where to land? «да»"})
    said = told(path)
    assert said["metadata"]["IMAGE_STRUCTURE"]["LAYOUT"] == "COG"
    assert said["metadata"][""]["question"] == "Where to land? «да»"
    assert said["geoTransform"] == list(UTM33)
    assert said["stac"]["proj:epsg"] == 32633
    assert said["bands"][0]["noDataValue"] == 0
    assert [file.name for file in tmp_path.iterdir()] == ["targets.tif"]
    np.testing.assert_array_equal(gdal.Open(str(path)).ReadAsArray(), stripes())


def test_each_target_has_its_colour_and_what_is_none_hides_nothing(tmp_path: Path) -> None:
    write_targets(stripes(40, 5, 9), grid(40, 5), tmp_path / "targets.tif")
    raster = gdal.Open(str(tmp_path / "targets.tif"))  # its bands live as long as it does
    table = raster.GetRasterBand(1).GetColorTable()
    assert table.GetColorEntry(0)[3] == 0
    assert [table.GetColorEntry(number)[:3] for number in range(1, 8)] == list(PALETTE)
    assert table.GetColorEntry(8)[:3] == PALETTE[0]


def test_overviews_hold_no_number_that_is_not_there(tmp_path: Path) -> None:
    numbers = np.zeros((1100, 1100), np.uint16)
    numbers[::2, ::3], numbers[1::2, 1::3] = 2, 200  # their mean is neither
    write_targets(numbers, grid(1100, 1100), tmp_path / "targets.tif")
    raster = gdal.Open(str(tmp_path / "targets.tif"))
    band = raster.GetRasterBand(1)
    assert band.GetOverviewCount() >= 1
    for level in range(band.GetOverviewCount()):
        assert set(np.unique(band.GetOverview(level).ReadAsArray())) <= {0, 2, 200}


@pytest.mark.parametrize(("largest", "kind"), [(255, "Byte"), (256, "UInt16"), (65535, "UInt16")])
def test_pixels_are_as_large_as_the_numbers_need(tmp_path: Path, largest: int, kind: str) -> None:
    numbers = stripes()
    numbers[3, 4] = largest
    write_targets(numbers, grid(20, 15), tmp_path / "targets.tif")
    assert told(tmp_path / "targets.tif")["bands"][0]["type"] == kind
    np.testing.assert_array_equal(gdal.Open(str(tmp_path / "targets.tif")).ReadAsArray(), numbers)


def test_no_target_at_all_is_a_raster_too(tmp_path: Path) -> None:
    write_targets(np.zeros((15, 20), np.uint16), grid(20, 15), tmp_path / "targets.tif")
    assert not gdal.Open(str(tmp_path / "targets.tif")).ReadAsArray().any()


@pytest.mark.parametrize("turned", [(500_000, 1.5, 0.5, 4_000_000, 0.5, -1.5), UTM33])
@pytest.mark.parametrize("epsg", [0, 32633])
def test_a_turned_grid_and_one_that_lies_nowhere_are_kept(
    tmp_path: Path, turned: tuple[float, ...], epsg: int
) -> None:
    write_targets(stripes(), grid(20, 15, turned, epsg), tmp_path / "targets.tif")
    back = gdal.Open(str(tmp_path / "targets.tif"))
    assert back.GetGeoTransform() == turned
    assert (back.GetSpatialRef() is not None) == bool(epsg)


def test_numbers_of_another_size_than_their_grid_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="their grid"):
        write_targets(stripes(), Grid.from_gdal(15, 20, UTM33), tmp_path / "targets.tif")


def test_a_full_disk_leaves_the_older_raster_and_says_so(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "targets.tif"
    path.write_text("older")
    noise = np.random.default_rng(0).integers(0, 99, (600, 600)).astype(np.uint16)
    with pytest.raises(NotWritten, match="cannot be written"), full_disk():
        write_targets(noise, grid(600, 600), path)
    assert [file.name for file in tmp_path.iterdir()] == ["targets.tif"]
    assert path.read_text() == "older"
    assert capfd.readouterr() == ("", "")
