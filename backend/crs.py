"""Coordinate systems: from text, and outlines from one to another."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from osgeo import ogr, osr

from .errors import OutsideRaster
from .gdal_failures import quiet


@quiet()
def crs_of(text: str) -> Any:
    """WKT, EPSG:… or whatever GDAL reads, with x before y whatever the authority says."""
    crs = osr.SpatialReference()
    known = False
    with suppress(RuntimeError):
        known = crs.SetFromUserInput(text) == ogr.OGRERR_NONE
    if not known:
        raise OutsideRaster(
            f"«{text[:80]}» is no coordinate system that GDAL knows.",
            hint="Write it like EPSG:4326, or as WKT.",
        )
    crs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return crs


def reprojected(outline: Any, crs: Any, other: Any) -> bool:
    """Changes the outline in place; False where a part of it has no place in the other CRS."""
    other.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    with suppress(RuntimeError):
        return bool(outline.Transform(osr.CoordinateTransformation(crs, other)) == ogr.OGRERR_NONE)
    return False
