"""backend/geo/seams.py: outlines across the end of a map of the earth lie on both of its sides."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from askmap.backend.geo.crs import crs_of, transformation
from askmap.backend.geo.outlines import area_m2
from askmap.backend.geo.seams import cut_on_map, has_room, is_torn, longitudes_wkt
from osgeo import ogr

pytestmark = pytest.mark.usefixtures("either_switch")

EARTH = "EPSG:4326"
MAPS = {  # each with the longitude that it ends at
    "EPSG:3857": 180,
    "EPSG:3395": 180,
    "EPSG:6933": 180,
    "EPSG:3832": -30,
    "ESRI:54009": 180,
    "ESRI:54030": 180,
    "+proj=eqearth +lon_0=150 +datum=WGS84": -30,
    "+proj=sinu +lon_0=-100 +R=6371007.181": 80,
    "+proj=eqc +lon_0=90 +units=us-ft +datum=WGS84": -90,
    "+proj=merc +lon_0=10 +pm=paris +ellps=clrk80ign": -167.66277,
    "+proj=longlat +datum=WGS84 +pm=90": -90,
    "+proj=igh": 180,
    "EPSG:3034": -170,
}


def wkb(wkt: str) -> bytes:
    return bytes(ogr.CreateGeometryFromWkt(wkt).ExportToWkb())


def box(x0: float, y0: float, x1: float, y1: float) -> bytes:
    return wkb(f"MULTIPOLYGON((({x0} {y0},{x1} {y0},{x1} {y1},{x0} {y1},{x0} {y0})))")


def to_map(crs: str, longitude: float, latitude: float) -> Any:
    x, y, _ = transformation(crs_of(EARTH), crs_of(crs)).TransformPoint(longitude, latitude)
    return ogr.CreateGeometryFromWkt(f"POINT({x} {y})")


@pytest.mark.parametrize("crs", MAPS)
def test_what_lies_across_the_end_of_a_map_is_cut_there(crs: str) -> None:
    end = MAPS[crs]
    across = box(end - 2, 40, end + 2, 44)
    assert is_torn(across, EARTH, crs)
    own = longitudes_wkt(crs)
    assert own
    shift, _, _ = transformation(crs_of(EARTH), crs_of(own)).TransformPoint(0, 42)
    turned = box(end - 2 + shift, 40, end + 2 + shift, 44)
    placed = cut_on_map(turned, crs)
    assert placed
    shape = ogr.CreateGeometryFromWkb(placed)
    assert shape.IsValid()
    assert shape.GetGeometryCount() == 2
    for longitude in (end - 1.5, end + 1.5):
        assert shape.Contains(to_map(crs, longitude, 42))
        assert not shape.Contains(to_map(crs, longitude + 3 * np.sign(longitude - end), 42))
    assert area_m2(placed, crs) == pytest.approx(area_m2(across, EARTH), rel=5e-3)


@pytest.mark.parametrize("crs", sorted({*MAPS, "EPSG:32660", "EPSG:3413", "EPSG:27572"} - {"+proj=igh"}))
def test_what_lies_elsewhere_is_left_alone(crs: str) -> None:
    middle = MAPS.get(crs, 0) + 180
    assert not is_torn(box(middle - 2, 40, middle + 2, 44), EARTH, crs)


def test_what_goodes_map_is_torn_at_has_no_place_on_it() -> None:
    across = box(-22, -44, -18, -40)
    assert is_torn(across, EARTH, "+proj=igh")
    assert cut_on_map(across, "+proj=igh") is None


def test_mercator_has_no_room_for_a_pole() -> None:
    cap = box(-10, 80, 10, 90)
    assert cut_on_map(cap, "EPSG:3857") is None
    assert not has_room(box(0, 0, 1, 2e8), "EPSG:3857")
    assert has_room(box(0, 0, 1, 2e8), "+proj=merc +units=us-ft") is True


def test_a_site_of_its_own_ends_nowhere() -> None:
    assert longitudes_wkt('LOCAL_CS["site",UNIT["metre",1]]') is None


def test_what_has_no_place_at_all_is_no_tear() -> None:
    assert not is_torn(box(0, 970, 40, 1000), EARTH, "EPSG:32633")
