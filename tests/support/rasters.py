"""Rasters and answers made by hand, for the tests of what reads and writes them."""

from __future__ import annotations

import resource
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from askmap.backend.stages import (
    Answer,
    Box,
    Grid,
    Grounding,
    MaskSet,
    Point,
    Provenance,
    Question,
    Scene,
    Target,
)
from numpy.typing import NDArray
from osgeo import gdal, osr

IMAGERY = Path(__file__).parents[3] / "shared" / "imagery"
UTM33 = (500_000.0, 2.0, 0.0, 4_000_000.0, 0.0, -2.0)
TYPES = {
    "uint8": gdal.GDT_Byte,
    "uint16": gdal.GDT_UInt16,
    "int16": gdal.GDT_Int16,
    "int32": gdal.GDT_Int32,
    "float32": gdal.GDT_Float32,
    "float64": gdal.GDT_Float64,
    "complex64": gdal.GDT_CFloat32,
}


def make_raster(
    path: Path,
    bands: NDArray[Any],
    *,
    geotransform: tuple[float, ...] | None = UTM33,
    crs: str = "EPSG:32633",
    nodata: float | None = None,
    colours: Sequence[int] = (),
    options: Sequence[str] = (),
) -> Path:
    """A GeoTIFF of bands (B, H, W) in their own type; `colours` are GDAL's interpretations, band by band."""
    count, height, width = bands.shape
    kind = TYPES[bands.dtype.name]
    raster = gdal.GetDriverByName("GTiff").Create(str(path), width, height, count, kind, list(options))
    if geotransform:
        raster.SetGeoTransform(geotransform)
    if crs:
        reference = osr.SpatialReference()
        reference.SetFromUserInput(crs)
        raster.SetSpatialRef(reference)
    for number, values in enumerate(bands):
        band = raster.GetRasterBand(number + 1)
        if nodata is not None:
            band.SetNoDataValue(nodata)
        if colours:
            band.SetColorInterpretation(colours[number])
        band.WriteArray(values)
    raster.FlushCache()
    return path


def make_answer(
    grid: Grid,
    *masks: NDArray[np.bool_],
    targets: Sequence[Target] | None = None,
    thought: str = "Ships lie in harbours.",
    source: str = "harbour.tif",
    warnings: tuple[str, ...] = (),
) -> Answer:
    """Each mask with a box and two points of the same place in every answer, where no targets are given."""
    if targets is None:
        points = (Point(1.5, 2.5), Point(2, 3))
        targets = [Target(Box(1, 2, 4, 6.5), points, f"ship {number}") for number, _ in enumerate(masks)]
    stack = np.array(masks, np.bool_).reshape(-1, grid.height, grid.width)
    scores = np.linspace(0.9, 0.5, len(masks), dtype=np.float32)
    return Answer(
        Question("Where could a ship moor?"),
        Grounding(thought, tuple(targets), "<raw>", "think2seg"),
        MaskSet(stack, scores),
        grid,
        Provenance(
            source,
            "a reasoner",
            "ab" * 32,
            "a segmenter",
            "cd" * 32,
            "cpu",
            7,
            "2026-01-02T03:04:05Z",
            "0.1.0",
            settings={"temperature": "0.0"},
            times_s={"reasoning": 1.5},
            warnings=warnings,
        ),
    )


def sparse_raster(path: Path, side: int, kind: int = gdal.GDT_Byte, bands: int = 1) -> Path:
    """Blocks that are not there read as 0, and take no room."""
    options = ["TILED=YES", "SPARSE_OK=TRUE", "BIGTIFF=YES"]
    data = gdal.GetDriverByName("GTiff").Create(str(path), side, side, bands, kind, options)
    data.SetGeoTransform(UTM33)
    reference = osr.SpatialReference()
    reference.SetFromUserInput("EPSG:32633")
    data.SetSpatialRef(reference)
    return path


def answer_of(scene: Scene, *masks: NDArray[np.bool_]) -> Answer:
    return make_answer(scene.grid, *masks, source=scene.source, warnings=scene.warnings)


@contextmanager
def full_disk(room_bytes: int = 300) -> Iterator[None]:
    """No file of this process may grow beyond that, so writing fails as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room_bytes, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
