"""Small grids, and masks drawn by hand or by chance."""

from __future__ import annotations

import numpy as np
from askmap.backend.stages import Grid
from numpy.typing import NDArray
from osgeo import osr
from rasters import UTM33


def wkt(epsg: int) -> str:
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(epsg)
    return str(crs.ExportToWkt())


def grid(width: int = 8, height: int = 8, transform: tuple[float, ...] = UTM33, epsg: int = 32633) -> Grid:
    return Grid.from_gdal(width, height, transform, wkt(epsg) if epsg else "")


def drawn(*rows: str) -> NDArray[np.bool_]:
    return np.array([[letter == "#" for letter in row] for row in rows])


def noise(side: int, seed: int = 0, density: float = 0.6) -> NDArray[np.bool_]:
    return np.random.default_rng(seed).random((side, side)) < density
