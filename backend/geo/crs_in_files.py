"""Whether a file still says where things lie: GDAL's drivers take some coordinate systems for others.

They look for a code while they write, and overlook the prime meridian; they leave out a datum's shift, or
have no word for a projection. So a small file is written to memory and read back, and places are compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from typing import Any
from uuid import uuid4

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal, ogr

from ..errors import NotWritten, OutsideRaster
from ..message import Message
from ..stages import Grid
from .crs import WGS84, crs_of, leads_to_earth, most_of, name_of, transformation
from .gdal_errors import quiet, silent

MOST_OFF_PX = 0.5
LEAST_OFF = 1e-8  # degrees: 1 mm

_WKT_2 = ["FORMAT=WKT2_2019"]
_KEPT = 200  # the same few systems are asked for again and again
_SIDE = 3  # sample places along either side of a grid

Places = NDArray[np.float64]  # (N, 2)


@lru_cache(maxsize=_KEPT)
def kept_as(driver: str, grid: Grid, crs: str = "") -> str | None:
    """The CRS ("" = the grid's) in words by which the driver's files keep the grid's places; None = in none.

    Its own text where that will do. What leads nowhere on earth is kept where it is read back as such.
    """
    own = crs or grid.crs
    return next((text for text in _texts(own) if _is_kept(driver, text, own, grid)), None)


def no_room(form: str, crs: str, hint: Message) -> NotWritten:
    return NotWritten(
        "{form} has no room for the coordinate system «{crs}».", hint=hint, form=form, crs=name_of(crs)
    )


def _texts(crs: str) -> Iterator[str]:
    """Its own, and one whose datum is a «W.G.S. 84»: no driver has a code for that."""
    yield crs
    with suppress(OutsideRaster):
        yield _wkt(crs).replace("WGS", "W.G.S.")


@silent()
def _wkt(crs: str) -> str:
    return str(crs_of(crs).ExportToWkt(_WKT_2))


def _is_kept(driver: str, text: str, own: str, grid: Grid) -> bool:
    there = _read_back(driver, text)
    if there is None:
        return False
    if not leads_to_earth(own):
        return not leads_to_earth(there)
    return leads_to_earth(there) and _means_the_same(there, own, grid)


def _means_the_same(there: str, own: str, grid: Grid) -> bool:
    """Where the grid itself has a place on earth; elsewhere nothing can be compared."""
    places = _samples(grid)
    true = _moved(places, grid.crs, own) if own != grid.crs else places
    on_earth = _moved(true, own, WGS84)
    off = _degrees_between(on_earth, _moved(true, there, WGS84))
    a, b, _, d, e, _ = grid.affine
    steps = [_moved(places + step, grid.crs, WGS84) for step in ((a, d), (b, e))]
    pixel = np.minimum(*(_degrees_between(_moved(places, grid.crs, WGS84), step) for step in steps))
    is_known = np.isfinite(on_earth).all(axis=1) & np.isfinite(pixel)
    most = np.maximum(MOST_OFF_PX * pixel, LEAST_OFF)
    return bool((np.nan_to_num(off, nan=np.inf) <= most)[is_known].all())


def _samples(grid: Grid) -> Places:
    along = [(number + 0.5) / _SIDE for number in range(_SIDE)]
    return np.array([grid.to_map(x * grid.width, y * grid.height) for y in along for x in along])


@silent()
def _moved(places: Places, here: str, there: str) -> Places:
    """NaN for what has no place there."""
    moved = np.full_like(places, np.nan)
    start = crs_of(here)
    moves, most = transformation(start, crs_of(there)), most_of(start)
    for number, place in enumerate(places.tolist()):
        with suppress(RuntimeError, UnicodeDecodeError):
            if moves is not None and all(abs(each) < most for each in place):
                moved[number] = moves.TransformPoint(*place)[:2]
    moved[~np.isfinite(moved).all(axis=1)] = np.nan
    return moved


def _degrees_between(here: Places, there: Places) -> NDArray[np.float64]:
    across, up = (there - here).T
    across = (across + 180) % 360 - 180
    distance: NDArray[np.float64] = np.hypot(across * np.cos(np.radians(here[:, 1])), up)
    return distance


@lru_cache(maxsize=_KEPT)
def _read_back(driver: str, text: str) -> str | None:
    """As WKT; None where the file has none, or cannot be made."""
    folder = f"/vsimem/askmap-{uuid4().hex}"
    endings = gdal.GetDriverByName(driver).GetMetadataItem(gdal.DMD_EXTENSIONS)
    path = f"{folder}/a.{endings.split()[0]}"
    with quiet():
        try:
            make = _make_raster if driver == "GTiff" else _make_layer
            with suppress(RuntimeError):  # some drivers try WKT 1 first, fail aloud, and then write WKT 2
                make(driver, path, crs_of(text))
            with suppress(RuntimeError):
                return _crs_in(path)
        finally:
            with suppress(RuntimeError):
                gdal.RmdirRecursive(folder)
    return None


def _make_layer(driver: str, path: str, crs: Any) -> None:
    store = ogr.GetDriverByName(driver).CreateDataSource(path)
    with suppress(RuntimeError):
        store.CreateLayer("a", crs, ogr.wkbMultiPolygon)
    del store  # which writes it


def _make_raster(driver: str, path: str, crs: Any) -> None:
    raster = gdal.GetDriverByName(driver).Create(path, 2, 2)
    raster.SetGeoTransform((0.0, 1.0, 0.0, 2.0, 0.0, -1.0))
    raster.SetSpatialRef(crs)
    raster.FlushCache()
    del raster
    gdal.Unlink(f"{path}.aux.xml")  # AskMap's GeoTIFFs have none


def _crs_in(path: str) -> str | None:
    store = gdal.OpenEx(path)
    if store is None:
        return None
    found = store.GetLayer(0).GetSpatialRef() if store.GetLayerCount() else store.GetSpatialRef()
    return str(found.ExportToWkt(_WKT_2)) if found is not None else None
