"""backend/geo/crs_in_files.py: every file says where things lie, or is not written."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from askmap.backend.errors import NotWritten
from askmap.backend.geo.crs import crs_of, transformation
from askmap.backend.geo.crs_in_files import kept_as
from askmap.backend.geo.gdal_errors import silent
from askmap.backend.outputs.geotiff import write_image, write_mask
from askmap.backend.outputs.vector import write_answer
from askmap.backend.stages import Grid
from numpy.typing import NDArray
from osgeo import gdal
from places import SUPPORT
from rasters import make_answer
from worlds import ROTATED, WORLDS

pytestmark = pytest.mark.usefixtures("either_switch")

DEGREES = (10.0, 0.01, 0.0, 15.0, 0.0, -0.01)
ZONE = (500_000.0, 10.0, 0.0, 4_000_000.0, 0.0, -10.0)
MIDDLE = (10.0, 10.0, 0.0, 10.0, 0.0, -10.0)
SHIFT = "+towgs84=23.57,-140.95,-79.8,0,0.35,0.79,-0.22"

MERIDIANS = {
    f"{kind} {meridian}": (f"{text} +pm={meridian}", place)
    for meridian in ("180", "179", "90", "-90", "paris", "ferro")
    for kind, text, place in (
        ("longitudes", "+proj=longlat +ellps=WGS84", DEGREES),
        ("mercator", "+proj=merc +datum=WGS84", ZONE),
        ("utm", "+proj=utm +zone=33 +ellps=WGS84", ZONE),
        ("utm 72", "+proj=utm +zone=33 +ellps=WGS72", ZONE),
        ("polar", "+proj=stere +lat_0=90 +lat_ts=71 +lon_0=0 +datum=WGS84", ZONE),
    )
}
OTHERS = {
    "grads of Paris": ("EPSG:4807", DEGREES),
    "metres on them": ("EPSG:27572", (600_000, 10, 0, 2_200_000, 0, -10)),
    "Ferro": ("EPSG:31281", (0, 10, 0, 5_000_000, 0, -10)),
    "Krassowsky": (f"+proj=longlat +ellps=krass {SHIFT}", (10, 1e-4, 0, 15, 0, -1e-4)),
    "Krassowsky, metres": (f"+proj=tmerc +lon_0=39 +x_0=500000 +ellps=krass {SHIFT}", ZONE),
    "Gauss-Krueger": ("EPSG:28403", (3_500_000, 10, 0, 6_000_000, 0, -10)),
    "bound, in km": (
        "+proj=laea +lat_0=46 +lon_0=2 +ellps=intl +towgs84=-87,-98,-121 +units=km",
        (10, 0.01, 0, 10, 0, -0.01),
    ),
    "bound, Swiss": (
        "+proj=somerc +lat_0=46.95 +lon_0=7.44 +x_0=600000 +y_0=200000 +ellps=bessel +towgs84=674,15,405",
        (600_000, 10, 0, 200_000, 0, -10),
    ),
    "no shift": ("+proj=merc +a=6378137 +b=6378137 +nadgrids=@null", ZONE),
    "with heights": ("EPSG:3857+5773", ZONE),
    "us feet": ("EPSG:2263", (984_000, 10, 0, 200_000, 0, -10)),
    "feet": ("+proj=lcc +lat_1=48 +lat_2=50 +lon_0=3 +units=us-ft +ellps=GRS80", ZONE),
    "x to the north": ("EPSG:2180", (500_000, 10, 0, 500_000, 0, -10)),
    "south and west": ("EPSG:2049", (50_000, 10, 0, 3_700_000, 0, -10)),
    "Krovak": ("EPSG:5514", (-700_000, 10, 0, -1_000_000, 0, -10)),
    "Krovak, south": ("EPSG:2065", (700_000, 10, 0, 1_000_000, 0, -10)),
    "of a satellite": ("+proj=geos +h=35785831 +sweep=x +lon_0=-75", (-5e5, 1000, 0, 1e6, 0, -1000)),
    "of a sphere": ("+proj=aeqd +lat_0=40 +lon_0=10 +R=6371000", MIDDLE),
    "equal areas": ("+proj=eqearth +lon_0=180 +datum=WGS84", ZONE),
    "a turned pole": (ROTATED, MIDDLE[:1] + (0.01, 0.0, 10.0, 0.0, -0.01)),
}
SYSTEMS = {**MERIDIANS, **OTHERS}


def grid(crs: str, transform: tuple[float, ...]) -> Grid:
    return Grid.from_gdal(10, 10, transform, crs_of(crs).ExportToWkt(["FORMAT=WKT2_2019"]))


def part() -> NDArray[np.bool_]:
    mask = np.zeros((10, 10), np.bool_)
    mask[3:5, 4:7] = True
    return mask


def on_earth(crs: Any, x: float, y: float) -> tuple[float, float]:
    longitude, latitude, _ = transformation(crs, crs_of("EPSG:4326")).TransformPoint(x, y)
    return longitude, latitude


def assert_same(crs: Any, place: Grid, x: float, y: float, true: tuple[float, float]) -> None:
    """To half a pixel."""
    found = on_earth(crs, x, y)
    moves = transformation(crs_of("EPSG:4326"), crs_of(place.crs))
    columns, rows = zip(*(place.to_pixel(*moves.TransformPoint(*each)[:2]) for each in (found, true)))
    assert abs(found[0] - true[0]) < 1
    assert max(abs(columns[0] - columns[1]), abs(rows[0] - rows[1])) <= 0.5


@pytest.mark.parametrize("name", SYSTEMS)
@pytest.mark.parametrize("ending", [".gpkg", ".fgb", ".shp"])
def test_polygons_lie_where_the_raster_says(name: str, ending: str, tmp_path: Path) -> None:
    place = grid(*SYSTEMS[name])
    path = write_answer(make_answer(place, part()), tmp_path / f"a{ending}")
    with silent():  # that PROJ knows no code for it, GDAL 3.10 says to the first reader
        store = gdal.OpenEx(str(path), gdal.OF_VECTOR)
        (feature,) = list(store.GetLayer(0))
    middle = feature.GetGeometryRef().Centroid()
    true = on_earth(crs_of(place.crs), *place.to_map(5.5, 4))
    assert_same(store.GetLayer(0).GetSpatialRef(), place, middle.GetX(), middle.GetY(), true)


def test_a_system_without_a_code_is_written_by_the_first_that_asks(tmp_path: Path) -> None:
    """PROJ complains of it once in a process, so that later writers would see no failure."""
    asked = """
import sys
from pathlib import Path
sys.path.append(sys.argv[4])
import numpy as np
from askmap.backend.geo.crs import crs_of
from askmap.backend.outputs.vector import write_answer
from askmap.backend.stages import Grid
from rasters import make_answer
wkt = crs_of(sys.argv[1]).ExportToWkt(["FORMAT=WKT2_2019"])
place = Grid.from_gdal(10, 10, tuple(map(float, sys.argv[2].split())), wkt)
print(write_answer(make_answer(place, np.eye(10, dtype=bool)), Path(sys.argv[3])).name)
"""
    crs, transform = SYSTEMS["no shift"]
    told = subprocess.run(
        [sys.executable, "-c", asked, crs, " ".join(map(str, transform)), tmp_path / "a.shp", SUPPORT],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (told.stdout, told.stderr) == ("a.shp\n", "")


@pytest.mark.parametrize("name", SYSTEMS)
def test_a_mask_lies_where_the_raster_says_or_is_refused(name: str, tmp_path: Path) -> None:
    place = grid(*SYSTEMS[name])
    path = tmp_path / "a.tif"
    if kept_as("GTiff", place) is None:
        with pytest.raises(NotWritten, match="GeoTIFF has no room for the coordinate system"):
            write_mask(part(), place, path)
        assert not list(tmp_path.iterdir())
        write_image(np.zeros((10, 10, 3), np.uint8), place, path)
        assert gdal.Open(str(path)).GetSpatialRef() is None
        return
    write_mask(part(), place, path)
    x, y = place.to_map(5.5, 4)
    assert_same(gdal.Open(str(path)).GetSpatialRef(), place, x, y, on_earth(crs_of(place.crs), x, y))


@pytest.mark.parametrize("world", sorted(set(WORLDS) - {"rotated pole"}))
def test_usual_systems_are_written_in_their_own_words(world: str) -> None:
    place = grid(WORLDS[world], MIDDLE)
    for driver in ("GPKG", "FlatGeobuf", "ESRI Shapefile", "GTiff"):
        assert kept_as(driver, place) == place.crs


def test_a_geotiff_holds_all_but_a_few() -> None:
    lost = {name for name, system in SYSTEMS.items() if kept_as("GTiff", grid(*system)) is None}
    assert "a turned pole" in lost
    assert lost <= {"a turned pole", "equal areas", *(name for name in MERIDIANS if "paris" in name)}
