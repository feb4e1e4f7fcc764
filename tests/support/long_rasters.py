"""Grids around the world's seams, and the outlines of their parts."""

from __future__ import annotations

from typing import Any

import numpy as np
from askmap.backend.geo.crs import crs_of
from askmap.backend.stages import Grid
from numpy.typing import NDArray
from osgeo import ogr

ERA5 = (-2.5, 5.0, 0.0, 92.5, 0.0, -5.0)  # the middles of its first pixels lie on the pole


def grid(crs: str, transform: tuple[float, ...], width: int = 72, height: int = 36) -> Grid:
    return Grid.from_gdal(width, height, transform, crs_of(crs).ExportToWkt(["FORMAT=WKT2_2019"]))


def part(of: Grid, x0: int, y0: int, x1: int, y1: int) -> NDArray[np.bool_]:
    mask = np.zeros((of.height, of.width), np.bool_)
    mask[y0:y1, x0:x1] = True
    return mask


def shape(wkb: bytes | None) -> Any:
    assert wkb is not None
    return ogr.CreateGeometryFromWkb(wkb)


def edges(outline: Any) -> list[tuple[float, ...]]:
    """Of each polygon, x0, x1, y0, y1, from west to east."""
    parts = outline if outline.GetGeometryName() == "MULTIPOLYGON" else (outline,)
    return sorted(tuple(round(edge, 3) for edge in each.GetEnvelope()) for each in parts)
