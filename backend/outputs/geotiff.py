"""Masks, pictures and targets on a grid, to GeoTIFFs."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import uuid4

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal

from ..atomic import atomic_write
from ..errors import NotWritten
from ..geo.crs import crs_of
from ..geo.crs_in_files import kept_as, no_room
from ..geo.gdal_errors import failures_as, quiet, some
from ..geo.png import content_of
from ..message import Message
from ..stages import Grid
from .palette import PALETTE

NO_TARGET = 0  # is the file's nodata too: it opens as a layer that hides no imagery

_OUR_METADATA = {"question", "reasoner_digest"}
_COMPRESSED = "COMPRESS=DEFLATE"
_CLOUD = (_COMPRESSED, "OVERVIEW_RESAMPLING=NEAREST", "OVERVIEWS=IGNORE_EXISTING")
_LARGEST_BYTE = 255
_GEOTIFF = "GTiff"


def write_mask(
    mask: NDArray[np.bool_], grid: Grid, path: Path | str, *, metadata: Mapping[str, str] | None = None
) -> None:
    """A GeoTIFF of 0 and 1, both data; raises NotWritten and leaves an older file as it was."""
    _refuse_other_size(mask, grid)
    check_place(grid)
    with _written(path) as name:
        _write_geotiff(mask.astype(np.uint8)[None], grid, name, metadata or {})


def write_image(image: NDArray[np.uint8], grid: Grid, path: Path | str) -> None:
    """A GeoTIFF of an RGB image (H, W, 3), in no CRS rather than in one that it cannot hold.

    Raises NotWritten and leaves an older file as it was.
    """
    placed = grid if keeps_place(grid) else replace(grid, crs="")
    with _written(path) as name:
        _write_geotiff(np.moveaxis(image, 2, 0), placed, name, {})


def write_targets(
    numbers: NDArray[np.uint16], grid: Grid, path: Path | str, metadata: Mapping[str, str] | None = None
) -> None:
    """A Cloud Optimized GeoTIFF of the targets' numbers (H, W), each in its colour, and NO_TARGET elsewhere.

    Its pixels have 8 bits as long as they hold every number: the colours of 16 bits take 0.4 MB in each of
    its overviews. Raises NotWritten and leaves an older file as it was.
    """
    _refuse_other_size(numbers, grid)
    largest = int(numbers.max())
    kind = np.uint8 if largest <= _LARGEST_BYTE else np.uint16
    check_place(grid)
    with _written(path) as name:
        _write_cloud_optimized(numbers.astype(kind), _colours(largest), grid, name, metadata or {})


def check_place(grid: Grid) -> None:
    """Raises NotWritten where a GeoTIFF could not say where the grid lies."""
    if not keeps_place(grid):
        raise no_room("GeoTIFF", grid.crs, hint=Message("Write a GeoPackage (.gpkg) instead."))


def keeps_place(grid: Grid) -> bool:
    """Also where there is none to keep."""
    return not grid.crs or kept_as(_GEOTIFF, grid) is not None


def holds_targets(path: Path) -> bool:
    """Whether it was made of an answer: attributes.metadata says so in it."""
    with suppress(RuntimeError), quiet():
        raster = gdal.OpenEx(str(path), gdal.OF_RASTER) if os.path.isfile(path) else None
        return raster is not None and set(raster.GetMetadata()) >= _OUR_METADATA
    return False


def _refuse_other_size(pixels: NDArray[Any], grid: Grid) -> None:
    if pixels.shape != (grid.height, grid.width):
        raise ValueError(f"the pixels are {pixels.shape}, their grid {(grid.height, grid.width)}")


@contextmanager
def _written(path: Path | str) -> Iterator[str]:
    """The name to write to in the block; the file is there only when all of that went well.

    The name lies in memory: some full disks GDAL meets only while it closes a file, where nothing can be
    raised any more. Writing the bytes fails aloud.
    """
    memory = f"/vsimem/askmap-{uuid4().hex}.tif"
    with (
        atomic_write(Path(path)) as place,
        failures_as(NotWritten, Message("{path} cannot be written.", path=path)),
    ):
        try:
            yield memory
            place.write_bytes(content_of(memory))
        finally:
            gdal.Unlink(memory)


def _write_geotiff(bands: NDArray[np.uint8], grid: Grid, name: str, metadata: Mapping[str, str]) -> None:
    """`bands` is (bands, H, W)."""
    driver, options = gdal.GetDriverByName(_GEOTIFF), [_COMPRESSED, "TILED=YES"]
    raster = some(driver.Create(name, grid.width, grid.height, len(bands), gdal.GDT_Byte, options))
    _fill(raster, bands, grid, metadata)
    raster.FlushCache()


def _write_cloud_optimized(
    numbers: NDArray[Any], colours: Any, grid: Grid, name: str, metadata: Mapping[str, str]
) -> None:
    """GDAL's COG driver copies what is complete, and makes the overviews itself."""
    kind = gdal.GDT_Byte if numbers.dtype == np.uint8 else gdal.GDT_UInt16
    raster = some(gdal.GetDriverByName("MEM").Create("", grid.width, grid.height, 1, kind))
    _fill(raster, numbers[None], grid, metadata)
    band = raster.GetRasterBand(1)
    band.SetColorTable(colours)
    band.SetNoDataValue(NO_TARGET)
    some(gdal.GetDriverByName("COG").CreateCopy(name, raster, options=list(_CLOUD))).FlushCache()


def _fill(raster: Any, bands: NDArray[Any], grid: Grid, metadata: Mapping[str, str]) -> None:
    raster.SetGeoTransform(grid.to_gdal())
    if grid.crs:
        raster.SetSpatialRef(crs_of(kept_as(_GEOTIFF, grid) or ""))
    raster.SetMetadata(dict(metadata))
    for number, band in enumerate(bands, start=1):
        raster.GetRasterBand(number).WriteArray(band)


def _colours(largest: int) -> Any:
    """The palette over and over, as on the map; none for what is no target."""
    table = gdal.ColorTable()
    table.SetColorEntry(NO_TARGET, (0, 0, 0, 0))
    for number in range(1, largest + 1):
        table.SetColorEntry(number, (*PALETTE[(number - 1) % len(PALETTE)], 255))
    return table
