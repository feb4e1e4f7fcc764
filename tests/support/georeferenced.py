"""Rasters made here, one of each kind, and the real ones."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from askmap.backend.raster.reading import Window
from osgeo import gdal
from rasters import IMAGERY, make_raster

MADE = {
    "4326": ((8.5, 1e-4, 0.0, 47.5, 0.0, -1e-4), "EPSG:4326", np.uint8),
    "3857": ((945_000.0, 1.2, 0.0, 6_020_000.0, 0.0, -1.2), "EPSG:3857", np.uint8),
    "utm": ((465_000.25, 0.5, 0.0, 5_260_000.75, 0.0, -0.5), "EPSG:32632", np.uint8),
    "rotated": ((465_000.0, 0.43, -0.25, 5_260_000.0, -0.25, -0.43), "EPSG:32632", np.uint8),
    "sheared": ((465_000.0, 2.0, 0.3, 5_260_000.0, 0.1, -1.0), "EPSG:32632", np.uint8),
    "south-up": ((465_000.0, 2.0, 0.0, 5_260_000.0, 0.0, 2.0), "EPSG:32632", np.uint8),
    "16-bit": ((465_000.0, 10.0, 0.0, 5_260_000.0, 0.0, -10.0), "EPSG:32632", np.uint16),
    "no-crs": ((100.0, 0.5, 0.0, 200.0, 0.0, -0.5), "", np.uint8),
}


UNPLACED = {
    "rpc_uint16_no_geotransform.tif": "rational polynomial",
    "s1_uint16_gcp210_nocrs.tif": "ground control",
}


REAL = sorted(IMAGERY.glob("*.tif"))


PLACED = [pytest.param(path, id=path.stem) for path in REAL if path.name not in UNPLACED]


@pytest.fixture(params=[*MADE, *PLACED])
def source(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Rasters made here, one of each kind, and the real ones."""
    if isinstance(request.param, Path):
        return request.param
    transform, crs, kind = MADE[request.param]
    shades = np.random.default_rng(0).integers(0, 255, (3, 90, 120)).astype(kind)
    return make_raster(tmp_path / "source.tif", shades, geotransform=transform, crs=crs)


def part_of(source: Path) -> Window:
    """A third of the raster, around the middle of its data."""
    raster = gdal.Open(str(source))
    width, height = raster.RasterXSize // 3 + 1, raster.RasterYSize // 3 + 1
    y, x = np.median(np.nonzero(raster.GetRasterBand(1).GetMaskBand().ReadAsArray()), axis=1).astype(int)
    x0, y0 = max(x - width // 2, 0), max(y - height // 2, 0)
    return Window(
        int(min(x0, raster.RasterXSize - width)), int(min(y0, raster.RasterYSize - height)), width, height
    )
