"""Masks, boxes and points to WKB in map units and back; a mask's polygons follow the pixels' edges."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal, ogr

from ..errors import OutsideRaster
from ..stages import Box, Grid, Point
from .crs import WGS84, crs_of, reprojected, turn_of, unit_m
from .densify import with_bends
from .gdal_errors import quiet
from .ground_size import SIDE_PIECES, Ground
from .longitudes import cut, densify, on_earth, ready_to_cut, shifted, shifts_onto, together
from .seams import across, has_tears

STRAIGHT = 1 / 6400  # of the longest side that is asked for: how far one may lie beside its place
AREAS_KEPT = 1000  # each takes milliseconds, and cards, layers and exports want the same ones


@quiet()
def mask_geometry(mask: NDArray[np.bool_], grid: Grid) -> bytes:
    """WKB of a valid MultiPolygon in map units, empty for an empty mask.

    Pixels that touch at a corner only are two polygons.
    """
    outline = ogr.Geometry(ogr.wkbMultiPolygon)
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if rows.size:
        top, left = int(rows[0]), int(columns[0])
        for polygon in _polygons(mask[top : rows[-1] + 1, left : columns[-1] + 1]):
            outline.AddGeometry(polygon)
        outline = mapped(outline, lambda x, y: grid.to_map(x + left, y + top))
    return bytes(outline.ExportToWkb())


def without(outline: bytes, ring: Sequence[Point], grid: Grid) -> bytes:
    """The MultiPolygon without the grid's pixels whose middle lies in the ring, which may cross itself."""
    cut = geometry_mask([_polygon_geometry(ring, grid)], grid)
    mask = geometry_mask([outline], grid)
    return mask_geometry(mask & ~cut, grid) if (mask & cut).any() else outline


@quiet()
def _polygon_geometry(ring: Sequence[Point], grid: Grid) -> bytes:
    polygons, polygon = ogr.Geometry(ogr.wkbMultiPolygon), ogr.Geometry(ogr.wkbPolygon)
    polygon.AddGeometry(_ring(grid.to_map(point.x, point.y) for point in (*ring, ring[0])))
    polygons.AddGeometry(polygon)
    return bytes(polygons.ExportToWkb())


@quiet()
def box_geometry(box: Box, grid: Grid) -> bytes:
    """WKB of a Polygon in map units."""
    corners = ((box.x0, box.y0), (box.x1, box.y0), (box.x1, box.y1), (box.x0, box.y1), (box.x0, box.y0))
    polygon = ogr.Geometry(ogr.wkbPolygon)
    polygon.AddGeometry(_ring(grid.to_map(x, y) for x, y in corners))
    return bytes(polygon.ExportToWkb())


@quiet()
def point_geometry(point: Point, grid: Grid) -> bytes:
    """WKB of a Point in map units."""
    place = ogr.Geometry(ogr.wkbPoint)
    place.SetPoint_2D(0, *grid.to_map(point.x, point.y))
    return bytes(place.ExportToWkb())


@quiet()
def footprint_wgs84(grid: Grid) -> bytes | None:
    """WKB of the grid's edge in longitudes and latitudes: a Polygon, or a MultiPolygon where it is cut at 180
    degrees; None where it is nowhere on earth.
    """
    outline = ogr.CreateGeometryFromWkb(box_geometry(Box(0, 0, grid.width, grid.height), grid))
    with suppress(OutsideRaster):  # a CRS that GDAL does not know is no place either
        x0, x1, y0, y1 = outline.GetEnvelope()
        placed = on_earth(densify(outline, max(x1 - x0, y1 - y0) / SIDE_PIECES), crs_of(grid.crs))
        if placed is not None:
            return bytes(
                (placed.GetGeometryRef(0) if placed.GetGeometryCount() == 1 else placed).ExportToWkb()
            )
    return None


@quiet()
def outline_wgs84(outline: bytes, crs: str, longest: float) -> bytes | None:
    """WKB of a MultiPolygon in longitudes within 180 degrees and latitudes within 90, cut at both.

    Sides get corners each `longest` map units, and more where they bend; None where a part of it has no place
    on earth.
    """
    placed = on_earth(_with_corners(outline, crs, longest), crs_of(crs))
    return None if placed is None else bytes(placed.ExportToWkb())


@quiet()
def ready_for_wgs84(outline: bytes, crs: str, longest: float) -> bytes | None:
    """As outline_wgs84, before another than GDAL brings it to longitudes and latitudes; then cut_wgs84 it."""
    ready = ready_to_cut(_with_corners(outline, crs, longest), crs_of(crs))
    return None if ready is None else bytes(ready.ExportToWkb())


def _with_corners(outline: bytes, crs: str, longest: float) -> Any:
    dense = densify(ogr.CreateGeometryFromWkb(outline), longest)
    return with_bends(dense, crs_of(crs), crs_of(WGS84), longest * unit_m(crs) * STRAIGHT)


@quiet()
def cut_wgs84(outline: bytes) -> bytes | None:
    placed = cut(ogr.CreateGeometryFromWkb(outline))
    return None if placed is None else bytes(placed.ExportToWkb())


@quiet()
def geometry_box(outline: bytes, grid: Grid) -> Box | None:
    """The box in the grid's pixels around a MultiPolygon's WKB, also outside; None where it has no area."""
    x0, x1, y0, y1 = mapped(ogr.CreateGeometryFromWkb(outline), grid.to_pixel).GetEnvelope()
    return Box(x0, y0, x1, y1) if x0 < x1 and y0 < y1 else None


@quiet()
def outline_box(outline: bytes, crs: str, grid: Grid) -> Box | None:
    """As geometry_box, of an outline in another CRS (WKT); None where it has no place in the grid's.

    Where the map ends within the outline, the box is around those parts that the grid shows.
    """
    shape = ogr.CreateGeometryFromWkb(outline)
    if crs != grid.crs:
        shape = _moved(shape, crs, grid) if crs and grid.crs else None
    return geometry_box(bytes(shape.ExportToWkb()), grid) if shape and not shape.IsEmpty() else None


@quiet()
def moved_outline(outline: bytes, crs: str, grid: Grid) -> bytes | None:
    """A MultiPolygon's WKB from its CRS (WKT) into the grid's; None where it has no place there.

    Where the map ends within the outline, it is those parts that the grid shows.
    """
    if crs == grid.crs:
        return outline
    shape = _moved(ogr.CreateGeometryFromWkb(outline), crs, grid) if crs and grid.crs else None
    return bytes(ogr.ForceToMultiPolygon(shape).ExportToWkb()) if shape and not shape.IsEmpty() else None


def _moved(outline: Any, crs: str, grid: Grid) -> Any | None:
    here, there = crs_of(crs), crs_of(grid.crs)
    if not has_tears(outline, here, there):
        return outline if reprojected(outline, here, there) else None
    parts = across(outline, here, there)
    edge = ogr.CreateGeometryFromWkb(box_geometry(Box(0, 0, grid.width, grid.height), grid))
    return together(part for part in parts if part.Intersects(edge)) if parts else None


def geometry_mask(outlines: Iterable[bytes], grid: Grid) -> NDArray[np.bool_]:
    """(H, W), True where a pixel's middle lies in one of the MultiPolygons: mask_geometry the other way."""
    return geometry_numbers(((1, outline) for outline in outlines), grid) > 0


@quiet()
def geometry_numbers(outlines: Iterable[tuple[int, bytes]], grid: Grid) -> NDArray[np.uint16]:
    """(H, W): the number of the last MultiPolygon that a pixel's middle lies in, 0 where in none."""
    pixels = gdal.GetDriverByName("MEM").Create("", grid.width, grid.height, 1, gdal.GDT_UInt16)
    pixels.SetGeoTransform((0.0, 1.0, 0.0, grid.height, 0.0, -1.0))  # GDAL takes the plain one for none
    store, layer = _memory_layer()
    layer.CreateField(ogr.FieldDefn("number", ogr.OFTInteger))

    def upwards(x_map: float, y_map: float) -> tuple[float, float]:
        x, y = grid.to_pixel(x_map, y_map)
        return x, grid.height - y

    for number, outline in outlines:
        for polygon in mapped(ogr.CreateGeometryFromWkb(outline), upwards):
            feature = ogr.Feature(layer.GetLayerDefn())
            feature.SetField(0, number)
            feature.SetGeometry(polygon)
            layer.CreateFeature(feature)
    gdal.RasterizeLayer(pixels, [1], layer, options=["ATTRIBUTE=number"])
    return np.asarray(pixels.ReadAsArray(), np.uint16)


@lru_cache(maxsize=AREAS_KEPT)
@quiet()
def area_m2(wkb: bytes, crs: str) -> float | None:
    """On the ellipsoid of the CRS, with sides that are straight in that CRS; None where it is no place."""
    if not crs:
        return None
    ground = Ground(crs)
    return ground.area_m2(wkb) if ground.is_globe else None


@quiet()
def turns_on(outline: bytes, grid: Grid) -> list[bytes]:
    """The MultiPolygon wherever the grid shows it: of longitudes, a full turn further on is the same place.

    As it is where the grid shows none of it, or counts in lengths.
    """
    turn = _turn(grid.crs) if grid.crs else None
    if turn is None:
        return [outline]
    shape = ogr.CreateGeometryFromWkb(outline)
    x0, x1, _, _ = shape.GetEnvelope()
    across = [x for x, _ in grid.footprint()]
    shifts = list(shifts_onto(x0, x1, turn, min(across), max(across)))
    return [outline if not dx else bytes(shifted(shape, dx).ExportToWkb()) for dx in shifts] or [outline]


@lru_cache
def _turn(crs: str) -> float | None:
    return turn_of(crs_of(crs))


@lru_cache(maxsize=AREAS_KEPT)
@quiet()
def area_in_px(outline: bytes, grid: Grid) -> int:
    """How many of the grid's pixels it would fill."""
    a, b, _, d, e, _ = grid.affine
    area_map: float = ogr.CreateGeometryFromWkb(outline).Area()
    return round(area_map / abs(a * e - b * d))


def mapped(outline: Any, to_map: Callable[[float, float], tuple[float, float]]) -> Any:
    """An OGR Polygon or MultiPolygon as a MultiPolygon, each of its places moved."""
    moved = ogr.Geometry(ogr.wkbMultiPolygon)
    for polygon in outline:
        copy = ogr.Geometry(ogr.wkbPolygon)
        for ring in polygon:
            copy.AddGeometryDirectly(_ring(to_map(x, y) for x, y, *_ in ring.GetPoints()))
        moved.AddGeometryDirectly(copy)
    return moved


def _polygons(mask: NDArray[np.bool_]) -> Iterator[Any]:
    """OGR polygons in the mask's pixels, one for each group of pixels that share edges."""
    height, width = mask.shape
    pixels = gdal.GetDriverByName("MEM").Create("", width, height, 1, gdal.GDT_Byte)
    band = pixels.GetRasterBand(1)
    band.WriteArray(mask.astype(np.uint8))
    store, layer = _memory_layer()
    gdal.Polygonize(band, band, layer, -1)
    for feature in layer:
        yield feature.GetGeometryRef()


def _memory_layer() -> tuple[Any, Any]:
    """A store and its one layer of polygons, which lives as long as the store."""
    memory = "MEM" if int(gdal.VersionInfo()) >= 3110000 else "Memory"
    store = ogr.GetDriverByName(memory).CreateDataSource("")
    return store, store.CreateLayer("", None, ogr.wkbPolygon)


def _ring(places: Iterable[tuple[float, float]]) -> Any:
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for x, y in places:
        ring.AddPoint_2D(x, y)
    return ring
