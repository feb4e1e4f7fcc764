"""backend/raster/reading.py: what files may also say about their pixels."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from askmap.backend.raster import pixels
from askmap.backend.raster.reading import read_scene
from osgeo import gdal
from rasters import make_raster

pytestmark = pytest.mark.usefixtures("either_switch")

RAMP = np.add.outer(np.arange(100), np.arange(100))


@pytest.mark.parametrize("side_px", [100, 20])
@pytest.mark.skipif(hasattr(gdal, "GDT_Int8"), reason="GDAL has a type for it since 3.7")
def test_bytes_with_a_sign_are_stretched(tmp_path: Path, side_px: int) -> None:
    signed = (RAMP - 100).clip(-128, 127).astype(np.int8)
    path = make_raster(tmp_path / "a.tif", signed.view(np.uint8)[None], options=["PIXELTYPE=SIGNEDBYTE"])
    rows = read_scene(path, max_side_px=side_px).image[:, 0, 0].astype(int)
    assert (rows[0], rows[-1]) == (0, pytest.approx(127, abs=8))
    assert (np.diff(rows) >= 0).all()


@pytest.mark.skipif(not hasattr(gdal, "GDT_Int8"), reason="GDAL has no type for it before 3.7")
def test_a_type_of_bytes_with_a_sign_is_stretched(tmp_path: Path) -> None:
    raster = gdal.GetDriverByName("GTiff").Create(str(tmp_path / "a.tif"), 100, 100, 1, gdal.GDT_Int8)
    raster.GetRasterBand(1).WriteArray((RAMP - 100).clip(-128, 127).astype(np.int8))
    del raster
    rows = read_scene(tmp_path / "a.tif").image[:, 0, 0].astype(int)
    assert (np.diff(rows) >= 0).all()
    assert rows[0] == 0


@pytest.mark.parametrize("side_px", [100, 20])
@pytest.mark.parametrize("mask_side", [7, 40, 200])
@pytest.mark.parametrize("piece_px", [600, 10**6])
def test_a_mask_of_another_size_lies_where_it_belongs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, side_px: int, mask_side: int, piece_px: int
) -> None:
    monkeypatch.setattr(pixels, "PIECE_PX", piece_px)
    path = make_raster(tmp_path / "a.tif", np.full((1, 100, 100), 9, np.uint8))
    there = np.full((1, mask_side, mask_side), 255, np.uint8)
    there[:, :, : mask_side // 2] = 0
    mask = make_raster(tmp_path / "mask.tif", there)
    raster = gdal.Open(str(mask), gdal.GA_Update)
    raster.SetMetadataItem("INTERNAL_MASK_FLAGS_1", str(gdal.GMF_PER_DATASET))
    del raster
    mask.rename(f"{path}.msk")
    valid = read_scene(path, max_side_px=side_px).valid
    edge = mask_side // 2 / mask_side * side_px
    assert abs(np.argmax(valid, axis=1) - edge).max() <= 1
    assert valid[:, int(edge) + 1 :].all()


@pytest.mark.parametrize("side_px", [100, 20])
def test_where_a_larger_number_means_less_it_is_darker(tmp_path: Path, side_px: int) -> None:
    """As QGIS draws it."""
    path = make_raster(tmp_path / "a.tif", RAMP.astype(np.int16)[None])
    raster = gdal.Open(str(path), gdal.GA_Update)
    raster.GetRasterBand(1).SetScale(-0.01)
    raster.GetRasterBand(1).SetOffset(100)
    del raster
    image = read_scene(path, max_side_px=side_px).image
    assert (image[0, 0, 0], image[-1, -1, 0]) == (255, 0)
