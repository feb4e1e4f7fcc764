"""A map of the whole earth ends somewhere: what lies across is cut there, else it would stretch all over it.

Most end at the meridian opposite to their middle. Some are torn elsewhere too, as Goode's: what lies across
such a tear has no place on them.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Any

import numpy as np
from numpy.typing import NDArray
from osgeo import ogr

from .crs import crs_of, is_bounded, longitudes_of, most_of, reprojected, transformation, turn_of
from .densify import moved_places, with_bends
from .gdal_errors import quiet
from .longitudes import cut, each_of, merged, polygon_of, ready_to_cut, rings_of, shifted, together

MOST_M = 1e8  # 2.5 times around the earth: farther out, Mercator's map shows a pole that it has no room for
TORN = 0.25  # of a side, that its middle lies off: a bend so strong is none
LEAST_TEAR_M = 0.01
INSIDE = 1e-9  # degrees, 0.1 mm: what lies on the end itself might come out at the other one
OFF_M = 0.05  # that a side may lie beside its place

_MIDDLE = re.compile(r"\+lon_0=(\S+)")


@quiet()
def is_torn(outline: bytes, here: str, there: str) -> bool:
    """Whether some side of a (Multi)Polygon's WKB goes over an end of the map, and would lie all over it."""
    shape = ogr.CreateGeometryFromWkb(outline)
    return has_tears(shape, crs_of(here), crs_of(there))


@quiet()
def has_room(outline: bytes, crs: str) -> bool:
    """Whether it lies on the map, and not as far out as no map of the earth is drawn."""
    return _has_room(ogr.CreateGeometryFromWkb(outline), crs_of(crs))


def longitudes_wkt(crs: str) -> str | None:
    """The longitudes and latitudes that a map counts from; None for a site's own grid."""
    own = longitudes_of(crs_of(crs))
    return str(own.ExportToWkt(["FORMAT=WKT2_2019"])) if own is not None else None


@quiet()
def cut_on_map(outline: bytes, crs: str) -> bytes | None:
    """From longitudes_wkt's to the map, in parts that end where the map does; WKB of a valid MultiPolygon.

    The outline is ready to be cut. None where a part of it has no place on the map.
    """
    placed = _on_map(ogr.CreateGeometryFromWkb(outline), crs_of(crs))
    return bytes(placed.ExportToWkb()) if placed is not None else None


@quiet()
def moved_across(outline: bytes, here: str, there: str) -> bytes | None:
    """WKB of what is_torn, on the map; None where a part of it has no place there."""
    placed = across(ogr.CreateGeometryFromWkb(outline), crs_of(here), crs_of(there))
    return bytes(placed.ExportToWkb()) if placed is not None else None


def across(outline: Any, here: Any, there: Any) -> Any | None:
    """An outline that has tears, on the map: a MultiPolygon; None where a part of it has no place there."""
    own = longitudes_of(there)
    if own is None:
        return None
    ready = ready_to_cut(with_bends(outline, here, own, OFF_M), here)
    return _on_map(ready, there) if ready is not None and reprojected(ready, here, own) else None


def _on_map(outline: Any, there: Any) -> Any | None:
    own = longitudes_of(there)
    turn, middle = turn_of(own) if own is not None else None, _middle_of(there)
    if turn is None or middle is None:
        return None
    around = shifted(_scaled(outline, 360 / turn), -middle)
    parts = cut(around)
    if parts is None:
        return None
    within = _scaled(shifted(_inside(parts), middle), turn / 360)
    return within if there.IsGeographic() else _projected(within, own, there)


def _projected(parts: Any, own: Any, there: Any) -> Any | None:
    bent = with_bends(parts, own, there, OFF_M)
    if has_tears(bent, own, there) or not reprojected(bent, own, there) or not _has_room(bent, there):
        return None
    with suppress(RuntimeError):  # GEOS gives up
        return merged(bent)
    return None


def has_tears(shape: Any, here: Any, there: Any) -> bool:
    """As is_torn."""
    moves = None if here.IsSame(there) else transformation(here, there)
    if moves is None or not is_bounded(shape, most_of(here)):
        return False
    least = LEAST_TEAR_M / _unit_m(there)
    rings = (ring for polygon in each_of(shape) for ring in rings_of(polygon))
    return any(_is_ring_torn(ring, moves, least) for ring in rings)


def _is_ring_torn(ring: NDArray[np.float64], moves: Any, least: float) -> bool:
    places = moved_places(ring, moves)
    middles = moved_places((ring[:-1] + ring[1:]) / 2, moves)
    with np.errstate(all="ignore"):  # what has no place is another's fault
        sides = np.hypot(*np.diff(places, axis=0).T)
        off = np.hypot(*(middles - (places[:-1] + places[1:]) / 2).T)
        return bool((off > np.maximum(TORN * sides, least))[np.isfinite(sides)].any())


def _has_room(shape: Any, crs: Any) -> bool:
    return bool(is_bounded(shape, MOST_M / _unit_m(crs)))


def _unit_m(crs: Any) -> float:
    angle = crs.GetAngularUnits() * crs.GetSemiMajor()
    return float(angle if crs.IsGeographic() else crs.GetLinearUnits()) or 1.0


def _middle_of(crs: Any) -> float | None:
    """The longitude of a map's middle, in degrees from its own meridian; None where it says none."""
    if crs.IsGeographic():
        return None if crs.IsDerivedGeographic() else 0.0
    found = _MIDDLE.search(crs.ExportToProj4() or "")
    return float(found[1]) if found else None


def _scaled(outline: Any, factor: float) -> Any:
    return together(polygon_of(ring * factor for ring in rings_of(polygon)) for polygon in each_of(outline))


def _inside(parts: Any) -> Any:
    """A hair away from both ends."""
    edge = np.array([180 - INSIDE, 90.0])
    return together(
        polygon_of(np.clip(ring, -edge, edge) for ring in rings_of(polygon)) for polygon in each_of(parts)
    )
