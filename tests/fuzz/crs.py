"""Where a stranger says that something lies: coordinate systems as text, boxes, windows and geotransforms."""

from __future__ import annotations

import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))

import numpy as np
from askmap.backend.errors import AskMapError, UnreadableRaster
from askmap.backend.geo.crs import MOST_LETTERS, crs_of, leads_to_earth, name_of, unit_m
from askmap.backend.geo.ground_size import Ground
from askmap.backend.geo.outlines import area_m2, footprint_wgs84, mask_geometry, outline_wgs84, turns_on
from askmap.backend.raster.bbox import window_around
from askmap.backend.raster.window import View, Window
from askmap.backend.stages import Affine, Grid
from osgeo import gdal
from worlds import WORLDS

COUNT = 200_000
LIMIT_S = 1.0

_NUMBERS = [
    0.0,
    -0.0,
    1.0,
    -1.0,
    0.5,
    90.0,
    180.0,
    360.0,
    1e-9,
    1e-308,
    5e-324,
    1e6,
    1e15,
    1e30,
    3.4e38,
    1e308,
]
_NUMBERS += [-number for number in _NUMBERS] + [float("inf"), float("-inf"), float("nan"), 2.0**53]
_WORDS = [
    "EPSG:",
    "ESRI:",
    "IAU_2015:",
    "urn:ogc:def:crs:",
    "http://127.0.0.1:9/",
    "/vsicurl/",
    "+proj=",
    "+init=",
]
_WORDS += [
    "GEOGCS[",
    "PROJCS[",
    "LOCAL_CS[",
    "GEOGCRS[",
    "BOUNDCRS[",
    "COMPD_CS[",
    "DATUM[",
    "SPHEROID[",
    "UNIT[",
]
_WORDS += [
    '"',
    "]",
    ",",
    "{",
    "}",
    ":",
    '"type":"GeographicCRS"',
    "+nadgrids=",
    "+a=",
    "+b=",
    "+rf=",
    "+lat_0=",
]
_WORDS += [
    "+to_meter=",
    "+units=",
    "longlat",
    "ob_tran",
    "utm",
    "lcc",
    "tmerc",
    "+zone=",
    "4326",
    "é",
    "\0",
    "\n",
]
_WORDS += [
    "+proj=longlat",
    "+proj=stere",
    "+proj=ob_tran +o_proj=",
    "+ellps=",
    "+towgs84=",
    "1e400",
    "nan",
    "-1",
]
_TEXTS: list[str] = []


def one(rng: random.Random, folder: Path) -> str:
    text = _text(rng)
    try:
        crs = crs_of(text)
        leads_to_earth(text)
        name_of(text)
        unit_m(text)
        wkt = crs.ExportToWkt(["FORMAT=WKT2_2019"]) or text
        grid = _grid(rng, wkt)
        _use(rng, grid)
    except AskMapError as error:
        return type(error).__name__ if str(error) and error.hint else "no hint"
    return "read"


def _use(rng: random.Random, grid: Grid) -> None:
    """All that is made of a place; each may be none."""
    mask = np.ones((min(grid.height, 9), min(grid.width, 9)), np.bool_)
    outline = mask_geometry(mask, grid)
    footprint_wgs84(grid)
    outline_wgs84(outline, grid.crs, _length(rng))
    area_m2(outline, grid.crs)
    turns_on(outline, grid)
    Ground(grid.crs).length_m((_number(rng), _number(rng)), (_number(rng), _number(rng)))
    bbox = tuple(_number(rng) for _ in range(4))
    other = "" if rng.random() < 0.5 else rng.choice(["EPSG:4326", "EPSG:3857", _text(rng)])
    View.within(window_around(bbox, other, grid), rng.choice([1, 1024, 2048])).grid(grid)


def _grid(rng: random.Random, wkt: str) -> Grid:
    width, height = (rng.choice([1, 2, 9, 72, 100_000, 2**31 - 1]) for _ in range(2))
    affine: Affine = tuple(_number(rng) for _ in range(6))
    if rng.random() < 0.6:  # one that a file may have
        affine = (
            rng.choice([1.0, 5.0, -2.0]),
            0.0,
            _number(rng),
            0.0,
            rng.choice([-1.0, -5.0, 3.0]),
            _number(rng),
        )
    try:
        grid = Grid.from_gdal(width, height, affine, wkt)
        Window(0, 0, 5, 5).clipped(grid)
    except ValueError as error:  # as reading.py says it of a file
        raise UnreadableRaster("has a geotransform that cannot be inverted.") from error
    return grid


def _length(rng: random.Random) -> float:
    return rng.choice([1e-3, 1.0, 100.0, 1e5])


def _number(rng: random.Random) -> float:
    if rng.random() < 0.5:
        return rng.choice(_NUMBERS)
    return rng.uniform(-1, 1) * 10 ** rng.randrange(-3, 9)


def _text(rng: random.Random) -> str:
    """A right one, a right one with something changed, words of all kinds, or far too much of one."""
    kind = rng.random()
    if kind < 0.35:
        return rng.choice(_texts())
    if kind < 0.75:
        return _changed(rng, rng.choice(_texts()))
    if kind < 0.95:
        return "".join(rng.choices(_WORDS, k=rng.randrange(1, 30)))
    return rng.choice(_WORDS) * rng.randrange(2 * MOST_LETTERS)


def _changed(rng: random.Random, text: str) -> str:
    """Pieces left out, doubled, or put elsewhere; numbers that are none of this world."""
    for _ in range(rng.randrange(1, 6)):
        start = rng.randrange(len(text) + 1)
        end = min(len(text), start + rng.randrange(40))
        piece = rng.choice(
            ["", text[start:end] * 2, text[start:end] * 200, rng.choice(_WORDS), repr(_number(rng))]
        )
        text = text[:start] + piece + text[end:]
    return text


def _texts() -> list[str]:
    if not _TEXTS:
        gdal.PushErrorHandler("CPLQuietErrorHandler")  # for the process: what GDAL says is no outcome
        codes = [4326, 4807, 27572, 32660, 3857, 3413, 3031, 2193, 7405, 2263, 27700, 4979, 5514, 6931]
        texts = [*WORLDS.values(), *(f"EPSG:{code}" for code in codes)]
        systems = [crs_of(text) for text in texts]
        _TEXTS.extend(texts)
        _TEXTS.extend(crs.ExportToWkt(["FORMAT=WKT2_2019"]) for crs in systems)
        _TEXTS.extend(wkt for crs in systems if (wkt := crs.ExportToWkt()))
        _TEXTS.extend(crs.ExportToPROJJSON() for crs in systems)
    return _TEXTS
