"""backend/geo/longitudes.py and what leans on it: outlines at the poles, across 180 degrees, in any units."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from askmap.backend.errors import NotWritten, OutsideRaster, UnreadableVector
from askmap.backend.geo.crs import crs_of, reprojected
from askmap.backend.geo.longitudes import cut, polygon_of, together
from askmap.backend.geo.outlines import (
    area_m2,
    footprint_wgs84,
    mask_geometry,
    outline_box,
    outline_wgs84,
    turns_on,
)
from askmap.backend.outputs.polygons import read_polygons
from askmap.backend.outputs.vector import write_answer
from askmap.backend.raster.reading import Window, window_of_bbox
from askmap.training.sample_sets import open_samples
from long_rasters import ERA5, edges, grid, part, shape
from osgeo import gdal, ogr
from rasters import make_answer, make_raster
from worlds import EARTHLESS, MARS, MOON, ROTATED, SITE, SITE_IN_FEET, WORLDS

pytestmark = pytest.mark.usefixtures("either_switch")

EARTH_M2 = 510_065_621_724_088  # the whole WGS 84 ellipsoid: Karney, Algorithms for geodesics, 2013


def area(crs: str, transform: tuple[float, ...], side: int = 10) -> float:
    place = grid(crs, transform)
    found = area_m2(mask_geometry(part(place, 0, 0, side, side), place), place.crs)
    assert found is not None
    return found


# Areas


@pytest.mark.parametrize(
    ("unit", "name", "crs"),
    [
        (np.pi / 180, "degree", None),
        (np.pi / 200, "grad", None),
        (np.pi / 648000, "arc-second", None),
        (1e-6, "microradian", None),
        (1.0, "radian", None),
        (np.pi / 200, "grad", "EPSG:4807"),
    ],
)
def test_angles_in_any_unit_have_the_same_areas(unit: float, name: str, crs: str | None) -> None:
    degree = np.pi / 180
    ellipsoid = "6378249.2,293.466021293627"  # Clarke's of 1880, as in 4807
    text = crs or f'GEOGCS["x",DATUM["x",SPHEROID["x",{ellipsoid}]],PRIMEM["x",0],UNIT["{name}",{unit!r}]]'
    steps = (2.0, 0.0009, 0.0, 46.8, 0.0, -0.0009)
    assert area(text, tuple(step * degree / unit for step in steps)) == pytest.approx(687_484.7, rel=1e-6)


@pytest.mark.parametrize(
    ("crs", "corner", "unit_m"),
    [
        ("EPSG:27572", (600_000, 2_200_000), 1.0),
        ("EPSG:27561", (600_000, 200_000), 1.0),
        ("EPSG:2263", (984_000, 200_000), 1200 / 3937),
        ("EPSG:2229", (6_500_000, 1_850_000), 1200 / 3937),
        ("EPSG:3035", (4_000_000, 3_000_000), 1.0),
        ("+proj=laea +lat_0=46 +lon_0=2 +ellps=intl +units=km", (0, 0), 1000.0),
        ("+proj=laea +lat_0=46 +lon_0=2 +ellps=intl +units=ft", (0, 0), 0.3048),
    ],
)
def test_lengths_in_any_unit_have_their_areas(crs: str, corner: tuple[float, float], unit_m: float) -> None:
    side = 10 / unit_m
    found = area(crs, (corner[0], side, 0, corner[1], 0, -side))
    assert found == pytest.approx(10_000, rel=1e-3)


def test_areas_around_a_turned_pole_are_those_of_the_ellipsoid() -> None:
    place = grid(ROTATED, (-5, 0.1, 0, 5, 0, -0.1))
    outline = mask_geometry(part(place, 0, 0, 10, 10), place)
    on_earth = shape(outline_wgs84(outline, place.crs, 0.01))
    plane = crs_of("EPSG:6933")  # equal areas
    assert reprojected(on_earth, crs_of("EPSG:4326"), plane)
    assert area_m2(outline, place.crs) == pytest.approx(on_earth.Area(), rel=1e-4)


def test_areas_of_other_worlds_are_those_of_their_own_ellipsoid() -> None:
    moon = 1_737_400**2 * np.radians(10) * (np.sin(np.radians(15)) - np.sin(np.radians(5)))
    assert area(MOON, (0, 1, 0, 15, 0, -1)) == pytest.approx(moon, rel=1e-9)
    assert area(MARS, (0, 100, 0, 0, 0, -100)) == pytest.approx(1e6, rel=1e-6)


def test_what_lies_beyond_a_pole_is_no_area() -> None:
    whole = grid("EPSG:4326", ERA5, 72, 37)
    outline = mask_geometry(np.ones((37, 72), np.bool_), whole)
    assert area_m2(outline, whole.crs) == pytest.approx(EARTH_M2, rel=1e-9)
    cap = mask_geometry(part(whole, 0, 0, 72, 1), whole)
    bend_m = 6_378_137.0**2 / 6_356_752.3  # the ellipsoid's radius of curvature at a pole
    above = 2 * np.pi * bend_m**2 * (1 - np.sin(np.radians(87.5)))
    assert area_m2(cap, whole.crs) == pytest.approx(above, rel=1e-3)


# On earth


@pytest.mark.parametrize(
    ("crs", "transform", "size", "expected"),
    [
        ("EPSG:4326", ERA5, (72, 37), [(-180, 180, -90, 90)]),
        ("EPSG:4326", (0, 5, 0, 90, 0, -5), (72, 36), [(-180, 180, -90, 90)]),
        ("EPSG:4326", (170, 1, 0, 10, 0, -1), (20, 20), [(-180, -170, -10, 10), (170, 180, -10, 10)]),
        ("EPSG:4326", (190, 1, 0, 10, 0, -1), (20, 20), [(-170, -150, -10, 10)]),
        ("EPSG:4326", (-200, 1, 0, 10, 0, -1), (10, 20), [(160, 170, -10, 10)]),
        ("EPSG:4326", (7, 1, 0, 10, 0, -1), (10, 20), [(7, 17, -10, 10)]),
        (
            "EPSG:32660",
            (600_000, 1000, 0, 8_000_000, 0, -1000),
            (200, 100),
            [(-180, -174.319, 71.018, 72.076), (179.779, 180, 71.179, 72.078)],
        ),
        ("EPSG:3413", (-1e6, 10_000, 0, 1e6, 0, -10_000), (200, 200), [(-180, 180, 76.999, 90)]),
        ("EPSG:3031", (-1e6, 10_000, 0, 1e6, 0, -10_000), (200, 200), [(-180, 180, -90, -77.037)]),
        ("EPSG:6931", (-9e6, 25_000, 0, 9e6, 0, -25_000), (720, 720), [(-180, 180, -84.634, 90)]),
    ],
)
def test_a_place_on_earth_lies_within_its_bounds(
    crs: str, transform: tuple[float, ...], size: tuple[int, int], expected: list[tuple[float, ...]]
) -> None:
    place = shape(footprint_wgs84(grid(crs, transform, *size)))
    assert place.IsValid()
    assert edges(place) == expected


def test_a_hole_around_a_pole_stays_one() -> None:
    polar = grid("EPSG:3413", (-1e6, 1e5, 0, 1e6, 0, -1e5), 20, 20)
    ring = part(polar, 0, 0, 20, 20) & ~part(polar, 5, 5, 15, 15)
    place = shape(outline_wgs84(mask_geometry(ring, polar), polar.crs, 1e4))
    assert place.IsValid()
    assert not place.Contains(ogr.CreateGeometryFromWkt("POINT(10 89)"))
    assert place.Contains(ogr.CreateGeometryFromWkt("POINT(10 82)"))


@pytest.mark.parametrize("world", EARTHLESS)
def test_other_worlds_have_no_place_on_earth(world: str) -> None:
    assert footprint_wgs84(grid(WORLDS[world], (0, 1, 0, 15, 0, -1), 10, 10)) is None


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:4258", "+proj=longlat +R=6371229"])
@pytest.mark.parametrize("ending", [".gpkg", ".geojson", ".fgb", ".shp"])
def test_a_target_at_the_pole_is_written_in_every_format(crs: str, ending: str, tmp_path: Path) -> None:
    whole = grid(crs, ERA5, 72, 37)
    path = write_answer(make_answer(whole, part(whole, 35, 0, 40, 3)), tmp_path / f"a{ending}")
    store = gdal.OpenEx(str(path), gdal.OF_VECTOR)
    (feature,) = list(store.GetLayer(0))
    longitudes = [(-180, -162.5, 77.5, 90), (172.5, 180, 77.5, 90)]
    as_in_the_raster = [(172.5, 197.5, 77.5, 92.5)]  # whose first row of pixels reaches over the pole
    assert edges(feature.GetGeometryRef()) == (longitudes if ending == ".geojson" else as_in_the_raster)


@pytest.mark.parametrize("world", EARTHLESS)
def test_geojson_of_another_world_is_refused_for_its_reason(world: str, tmp_path: Path) -> None:
    place = grid(WORLDS[world], (0, 1, 0, 15, 0, -1), 10, 10)
    with pytest.raises(NotWritten, match="no transformation to it") as failure:
        write_answer(make_answer(place, part(place, 0, 0, 5, 5)), tmp_path / "a.geojson")
    assert ".gpkg" in failure.value.hint
    assert list(tmp_path.iterdir()) == []


def test_a_target_without_a_place_on_earth_is_named(tmp_path: Path) -> None:
    beyond = grid("EPSG:3035", (3e7, 1e4, 0, 3e7, 0, -1e4), 10, 10)
    with pytest.raises(NotWritten, match="Target 1 cannot be written in longitudes"):
        write_answer(make_answer(beyond, part(beyond, 0, 0, 5, 5)), tmp_path / "a.geojson")


@pytest.mark.parametrize("world", sorted(WORLDS))
@pytest.mark.parametrize("ending", [".gpkg", ".fgb", ".shp"])
def test_what_is_written_is_read_back_with_its_own_raster(world: str, ending: str, tmp_path: Path) -> None:
    place = grid(WORLDS[world], (10, 1, 0, 15, 0, -1), 10, 10)
    path = write_answer(make_answer(place, part(place, 0, 0, 5, 5)), tmp_path / f"a{ending}")
    (record,) = read_polygons(path, "", place.crs)
    x0, x1, y0, y1 = shape(record.geometry).GetEnvelope()
    assert (x0, x1, y0, y1) == pytest.approx((10, 15, 10, 15), abs=0.01)


@pytest.mark.parametrize(
    ("there", "message"), [(MARS, "no transformation"), (SITE, "Only one"), ("", "Only one")]
)
def test_labels_of_another_world_are_refused(there: str, message: str, tmp_path: Path) -> None:
    place = grid("EPSG:4326", (10, 1, 0, 15, 0, -1), 10, 10)
    path = write_answer(make_answer(place, part(place, 0, 0, 5, 5)), tmp_path / "a.gpkg")
    with pytest.raises(UnreadableVector, match=message):
        read_polygons(path, "", there and crs_of(there).ExportToWkt())


def test_labels_in_other_units_than_their_site_are_refused(tmp_path: Path) -> None:
    place = grid(SITE, (10, 1, 0, 15, 0, -1), 10, 10)
    path = write_answer(make_answer(place, part(place, 0, 0, 5, 5)), tmp_path / "a.gpkg")
    with pytest.raises(UnreadableVector, match="different units"):
        read_polygons(path, "", crs_of(SITE_IN_FEET).ExportToWkt())


# Longitudes of either count


@pytest.mark.parametrize(
    ("bbox", "expected"),
    [
        ((-120, 20, -90, 50), Window(48, 8, 6, 6)),
        ((240, 20, 270, 50), Window(48, 8, 6, 6)),
        ((600, 20, 630, 50), Window(48, 8, 6, 6)),
        ((-180, -90, 180, 90), Window(0, 0, 72, 36)),
        ((0, -90, 360, 90), Window(0, 0, 72, 36)),
        ((170, 20, 190, 50), Window(34, 8, 4, 6)),
        ((-190, 20, -170, 50), Window(34, 8, 4, 6)),
    ],
)
@pytest.mark.parametrize("crs", ["", "EPSG:4326", "EPSG:4258"])
def test_a_bbox_is_found_in_longitudes_of_either_count(
    bbox: tuple[float, float, float, float], expected: Window, crs: str, tmp_path: Path
) -> None:
    world = make_raster(
        tmp_path / "a.tif",
        np.zeros((1, 36, 72), np.uint8),
        geotransform=(0, 5, 0, 90, 0, -5),
        crs="EPSG:4326",
    )
    assert window_of_bbox(world, bbox, crs) == expected


@pytest.mark.parametrize("left", [0.0, -2.5])
def test_a_bbox_across_the_first_longitude_is_not_halved(left: float, tmp_path: Path) -> None:
    world = make_raster(
        tmp_path / "a.tif",
        np.zeros((1, 36, 72), np.uint8),
        geotransform=(left, 5, 0, 90, 0, -5),
        crs="EPSG:4326",
    )
    with pytest.raises(OutsideRaster, match="both sides"):
        window_of_bbox(world, (-10, -10, 10, 10), "EPSG:4326")


@pytest.mark.parametrize("bbox", [(-1e308, 0, 1e308, 1), (0, -1e308, 1, 1e308), (1e300, 0, 1e301, 1)])
@pytest.mark.parametrize("own", ["EPSG:4326", "EPSG:32633", MOON, SITE, ROTATED])
@pytest.mark.parametrize("crs", ["", "EPSG:4326"])
def test_an_endless_bbox_is_a_window_or_a_sentence(
    bbox: tuple[float, float, float, float], own: str, crs: str, tmp_path: Path
) -> None:
    raster = make_raster(
        tmp_path / "a.tif", np.zeros((1, 9, 9), np.uint8), geotransform=(0, 5, 0, 45, 0, -5), crs=own
    )
    with suppress(OutsideRaster):
        assert window_of_bbox(raster, bbox, crs).width <= 9


@pytest.mark.parametrize("world", EARTHLESS)
def test_a_bbox_of_the_earth_has_no_place_on_another_world(world: str, tmp_path: Path) -> None:
    raster = make_raster(
        tmp_path / "a.tif",
        np.zeros((1, 9, 9), np.uint8),
        geotransform=(0, 1, 0, 9, 0, -1),
        crs=WORLDS[world],
    )
    with pytest.raises(OutsideRaster, match="no transformation"):
        window_of_bbox(raster, (1, 1, 5, 5), "EPSG:4326")
    assert window_of_bbox(raster, (1, 1, 5, 5), "") == Window(1, 4, 4, 4)


def test_an_outline_lies_wherever_the_raster_shows_it() -> None:
    world, west = grid("EPSG:4326", (0, 5, 0, 90, 0, -5)), grid("EPSG:4326", (-120, 5, 0, 50, 0, -5), 6, 6)
    (found,) = turns_on(mask_geometry(part(west, 0, 0, 6, 6), west), world)
    assert edges(shape(found)) == [(240, 270, 20, 50)]
    across = grid("EPSG:4326", (-10, 5, 0, 50, 0, -5), 4, 6)
    both = turns_on(mask_geometry(part(across, 0, 0, 4, 6), across), world)
    assert sorted(edges(shape(each))[0] for each in both) == [(-10, 10, 20, 50), (350, 370, 20, 50)]
    metres = grid("EPSG:32633", (0, 5, 0, 90, 0, -5))
    outline = mask_geometry(part(metres, 0, 0, 6, 6), metres)
    assert turns_on(outline, metres) == [outline]


@pytest.mark.parametrize("there", ["EPSG:3857", "EPSG:6933", "EPSG:4326", "EPSG:4258", "EPSG:3832"])
@pytest.mark.parametrize(
    ("here", "transform"),
    [
        ("EPSG:32660", (823_000, 5000, 0, 500_000, 0, -5000)),
        ("EPSG:3832", (3_330_000, 5000, 0, 500_000, 0, -5000)),
        ("EPSG:3413", (-2_000_000, 5000, 0, 2_005_000, 0, -5000)),
    ],
)
def test_labels_across_180_degrees_do_not_go_round_the_earth(
    here: str, transform: tuple[float, ...], there: str, tmp_path: Path
) -> None:
    place = grid(here, transform, 4, 4)
    mask = np.ones((4, 4), np.bool_)
    path = write_answer(make_answer(place, mask), tmp_path / "a.gpkg")
    wkt = crs_of(there).ExportToWkt(["FORMAT=WKT2_2019"])
    (record,) = read_polygons(path, "", wkt)
    true = area_m2(mask_geometry(mask, place), place.crs)
    assert area_m2(record.geometry, wkt) == pytest.approx(true, rel=1e-2)


@pytest.mark.parametrize(("there", "west"), [("EPSG:3857", -20_037_508), ("EPSG:6933", -17_367_530)])
def test_a_target_across_180_degrees_is_told_where_the_new_view_shows_it(there: str, west: float) -> None:
    before = grid("EPSG:32660", (829_000, 1000, 0, 500_000, 0, -1000), 8, 8)
    view = grid(there, (west, 1000, 0, 1_000_000, 0, -1000), 500, 1000)
    box = outline_box(mask_geometry(np.ones((8, 8), np.bool_), before), before.crs, view)
    assert box is not None
    assert -1 < box.x0 < box.x1 < 10


def test_labels_of_either_count_are_all_in_the_masks(tmp_path: Path) -> None:
    make_raster(
        tmp_path / "ortho.tif",
        np.full((3, 36, 72), 100, np.uint8),
        geotransform=(0, 5, 0, 90, 0, -5),
        crs="EPSG:4326",
    )
    spans = ((-120, -90), (20, 50), (-10, 10))
    features = [
        {
            "type": "Feature",
            "properties": {"question": f"where {number}?"},
            "geometry": {
                "type": "Polygon",
                "coordinates": [[[x0, 20], [x1, 20], [x1, 50], [x0, 50], [x0, 20]]],
            },
        }
        for number, (x0, x1) in enumerate(spans)
    ]
    labels = tmp_path / "labels.geojson"
    labels.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    samples = open_samples(labels, "train")
    pixels = {name: 0 for name in range(3)}
    for sample in samples:
        pixels[int(sample.questions[0][6])] += int(sample.read_mask().sum())
    assert pixels == {0: 36, 1: 36, 2: 24}


def test_corners_that_are_scattered_over_the_earth_are_not_untangled():
    """As a hostile coordinate system moves them: GEOS would need minutes."""
    rng = np.random.default_rng(0)
    ring = np.column_stack([rng.uniform(170, 200, 400), rng.uniform(-80, 80, 400)])
    scattered = together([polygon_of([np.vstack([ring, ring[:1]])])])
    assert cut(scattered) is None


def test_a_ring_that_crosses_itself_by_a_hair_is_cut_as_ever():
    ring = [(170, 0), (190, 0), (190, 10), (180, 10.001), (180.1, 9.999), (170, 10), (170, 0)]
    parts = cut(together([polygon_of([np.array(ring, np.float64)])]))
    assert parts is not None
    assert parts.GetArea() == pytest.approx(200, rel=1e-3)
