"""Coordinate systems: from text, and what leads from one to another. Nothing here fetches or reads a file."""

from __future__ import annotations

import math
import re
from contextlib import suppress
from functools import lru_cache
from typing import Any

from osgeo import ogr, osr

from ..errors import OutsideRaster
from .gdal_errors import silent

MOST_LETTERS = 10_000  # the longest of EPSG's own has 4,200 as WKT
WGS84 = "EPSG:4326"
MOST_TURNS = 4  # of longitude that an outline may span
MOST_M = 1e9  # 25 times around the earth
LEAST_UNIT = 1e-12  # radians; none that anybody counts in is smaller

_SHOWN_LETTERS = 80
# How a text begins that GDAL reads without looking for a file or an address of that name
_WKT = re.compile(r"[A-Za-z_]\w*\s*\[")
_PROJ = re.compile(r"\+(?:proj=|init=epsg:\d+(?![^\s]))", re.IGNORECASE)
_JSON = re.compile(r'\{(?=.*"type"\s*:\s*"\w*CRS")', re.DOTALL)
_CODE = re.compile(r"([A-Za-z]\w*):([\w.+-]+)\Z")
_ADDRESS = re.compile(r"(?:urn:(?:x-)?ogc:def:crs[:,]|https?://(?:www\.)?opengis\.net/def/crs[/-])\S+\Z")
_NAMES = ("WGS84", "WGS72", "NAD27", "NAD83")
_CRS_84 = re.compile(r"\ACRS:?(?=84\Z|83\Z|27\Z)", re.IGNORECASE)
# Grids of PROJ's own have plain names; others would be read from the disk, or fetched where PROJ may
_GRIDS = re.compile(r'grids["=]|PARAMETERFILE|"value"\s*:\s*"|\+init=(?!epsg:)', re.IGNORECASE)
_ELSEWHERE = re.compile(r"@?(?:\.{0,2}[/\\]\S|(?!epsg:)[a-z]\w*:)", re.IGNORECASE)


@silent()
def crs_of(text: str) -> Any:
    """WKT, PROJJSON, a PROJ string, EPSG:… or another authority's code, with x before y whatever that says.

    Raises OutsideRaster for anything else: GDAL's reader of any text at all opens files and addresses.
    """
    crs = osr.SpatialReference()
    known = False
    with suppress(RuntimeError, UnicodeDecodeError):  # half a letter in what GDAL raises
        known = is_harmless(text) and _read(crs, text.strip()) == ogr.OGRERR_NONE
    if not known:
        raise OutsideRaster(
            "«{text}» is no coordinate system that GDAL knows.",
            hint="Write it like EPSG:4326, or as WKT.",
            text=_short(text),
        )
    crs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return crs


def is_harmless(text: str) -> bool:
    """Whether it is short, plain text that names no grid of another place than PROJ's own."""
    if len(text) > MOST_LETTERS or any(not (sign.isprintable() or sign.isspace()) for sign in text):
        return False
    return not _GRIDS.search(text) or not any(map(_ELSEWHERE.match, re.split(r'["\s=,]', text)))


def _read(crs: Any, text: str) -> int:
    """GDAL's code; by the one reader that the text is for."""
    if _WKT.match(text):
        return int(crs.ImportFromWkt(text))
    if _PROJ.match(text):
        return int(crs.ImportFromProj4(text))
    if text.upper().startswith(("EPSG:", "EPSGA:")) or _ADDRESS.match(text) or text in _NAMES:
        return int(crs.SetFromUserInput(text))
    code = _CODE.match(_CRS_84.sub("OGC:CRS", text))
    if code:
        return int(crs.SetFromUserInput(f"urn:ogc:def:crs:{code[1]}::{code[2]}"))
    return int(crs.SetFromUserInput(text) if _JSON.match(text) else ogr.OGRERR_CORRUPT_DATA)


def _short(text: str) -> str:
    """On one line."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text[:_SHOWN_LETTERS]).split())


@silent()
def transformation(here: Any, there: Any) -> Any | None:
    """What moves places from one to the other; None where nothing leads there.

    Nothing leads to the earth from another planet, or from a site's own grid. GDAL's constructor, with its
    exceptions off, makes an object around nothing then. No map lies in a system that counts from the middle
    of the earth, or only up, although PROJ makes something of both.
    """
    if not (_is_map(here) and _is_map(there) or here.IsSame(there)):
        return None
    for crs in (here, there):
        crs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    with suppress(RuntimeError, UnicodeDecodeError):
        return osr.CreateCoordinateTransformation(here, there)
    return None


def _is_map(crs: Any) -> bool:
    return not crs.IsGeocentric() and (not crs.IsVertical() or bool(crs.IsCompound()))


@lru_cache(maxsize=100)
@silent()
def is_map(text: str) -> bool:
    """Whether a map may lie in it; one that GDAL does not know may, because nothing says otherwise."""
    with suppress(OutsideRaster):
        return _is_map(crs_of(text))
    return True


@silent()
def reprojected(outline: Any, here: Any, there: Any) -> bool:
    """Changes the outline in place; False where a part of it has no place in the other CRS."""
    if not is_bounded(outline, most_of(here)):
        return False
    moves = transformation(here, there)
    return moves is not None and moved(outline, moves)


def is_bounded(outline: Any, most: float = math.inf) -> bool:
    """Whether it has an extent at all, and lies within so far of 0; an empty one does."""
    return outline.IsEmpty() or all(abs(edge) < most for edge in outline.GetEnvelope())


def most_of(crs: Any) -> float:
    """Beyond it no place of any world lies in the CRS; PROJ would go round and round there, for minutes."""
    turn, unit = turn_of(crs), crs.GetLinearUnits()
    if turn is not None:
        return MOST_TURNS * turn
    return MOST_M / unit if unit > MOST_M * LEAST_UNIT else 0.0


def moved(outline: Any, moves: Any) -> bool:
    """As reprojected, by a transformation that is there already."""
    with suppress(RuntimeError, UnicodeDecodeError):
        is_moved = outline.Transform(moves) == ogr.OGRERR_NONE
        return bool(is_moved and (outline.IsEmpty() or all(map(math.isfinite, outline.GetEnvelope()))))
    return False


@silent()
def leads_to_earth(text: str) -> bool:
    """Whether places in it have a longitude and latitude in WGS 84; False for "" too."""
    with suppress(OutsideRaster):  # a CRS that GDAL does not know leads nowhere either
        return bool(text) and transformation(crs_of(text), crs_of(WGS84)) is not None
    return False


@silent()
def name_of(text: str) -> str:
    """As its makers call it."""
    with suppress(OutsideRaster):
        return _short(crs_of(text).GetName() or "") or _short(text)
    return _short(text)


def longitudes_of(crs: Any) -> Any | None:
    """The longitudes and latitudes that it counts from, on its own datum; None for a site's own grid.

    Those around a turned pole are not meant: areas between them are right on a sphere alone.
    """
    if not crs.IsGeographic() or not crs.IsDerivedGeographic():
        return crs.CloneGeogCS()
    own = osr.SpatialReference()
    own.SetGeogCS("", "", "", crs.GetSemiMajor(), crs.GetInvFlattening())
    own.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return own


def turn_of(crs: Any) -> float | None:
    """A full circle of longitude in its units, of degrees 360; None where it counts in lengths."""
    unit = crs.GetAngularUnits() if crs.IsGeographic() else 0.0
    return 2 * math.pi / unit if LEAST_UNIT < unit < math.inf else None


@silent()
def is_degrees(text: str) -> bool:
    """Whether it counts longitudes in degrees from Greenwich, so that they turn back at 180."""
    with suppress(OutsideRaster):
        crs = crs_of(text)
        is_plain = crs.IsGeographic() and not crs.IsDerivedGeographic()
        return bool(is_plain and math.isclose(turn_of(crs) or 0, 360) and _meridian(crs) == 0)
    return False


def _meridian(crs: Any) -> float:
    return float(crs.GetAttrValue("PRIMEM", 1) or 0)


@silent()
def unit_m(text: str) -> float:
    """Metres of a unit of its map; of an angle, those along the equator."""
    crs = crs_of(text)
    return float(crs.GetAngularUnits() * crs.GetSemiMajor() if crs.IsGeographic() else crs.GetLinearUnits())
