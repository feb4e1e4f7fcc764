"""Every use of a coordinate system in the plugin, for those that lead to the earth and those that do not."""

from __future__ import annotations

import re
import socket
from pathlib import Path

import numpy as np
import pytest

pytestmark = [pytest.mark.qgis, pytest.mark.usefixtures("qgis_app")]

from askmap.backend.errors import NotWritten  # noqa: E402
from askmap.backend.geo.crs import crs_of  # noqa: E402
from askmap.backend.geo.outlines import area_m2, mask_geometry  # noqa: E402
from askmap.backend.outputs.formats import FORMATS  # noqa: E402
from askmap.backend.outputs.vector import check_leads_to_earth  # noqa: E402
from askmap.backend.stages import Grid, Scene  # noqa: E402
from askmap.plugin.export.exporter import export  # noqa: E402
from askmap.plugin.export.shaping import Shaping, shape_outline  # noqa: E402
from askmap.plugin.export.writers import ExportRequest  # noqa: E402
from askmap.plugin.layers.group import ENTRY_MARK  # noqa: E402
from askmap.plugin.map.geometries import shape_of  # noqa: E402
from askmap.plugin.map.ground_resolution import pixel_m  # noqa: E402
from askmap.plugin.map.highlights import Highlights  # noqa: E402
from askmap.plugin.map.scene_transform import SceneTransform  # noqa: E402
from askmap.plugin.map.transforms import crs_from, drawn_transform, transform_between, transform_shape, wkt_of  # noqa: E402
from askmap.plugin.map.view import file_view  # noqa: E402
from askmap.plugin.reports.comparison import NotComparable, compare_entries  # noqa: E402
from desktop import FakeEngine, ask, ended, no_tasks, wait_until  # noqa: E402
from exporting import CONTEXT, FILES, entry, opened, path_of, rows, written  # noqa: E402
from long_rasters import ERA5, edges, grid, part, shape  # noqa: E402
from osgeo import osr  # noqa: E402
from places import ROOT  # noqa: E402
from qgis.core import (  # noqa: E402
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)
from rasters import make_raster  # noqa: E402
from worlds import EARTHLESS, MARS, MOON, ROTATED, SITE, SITE_IN_FEET, WORLDS  # noqa: E402

PLUGIN = ROOT / "plugin"
EARTH = QgsCoordinateReferenceSystem("EPSG:4326")
STEP = (10.0, 0.001, 0.0, 45.0, 0.0, -0.001)  # a place that all worlds have, in their own units


def place(world: str, transform: tuple[float, ...] = STEP, width: int = 8, height: int = 8) -> Grid:
    """As a layer's CRS comes to a Grid: through QGIS."""
    wkt = wkt_of(crs_from(crs_of(WORLDS.get(world, world)).ExportToWkt(["FORMAT=WKT2_2019"])))
    return Grid.from_gdal(width, height, transform, wkt)


def found_on(of: Grid, x0: int = 0, y0: int = 0, x1: int = 4, y1: int = 4, **more):
    return entry(part(of, x0, y0, x1, y1), on=of, **more)


def test_one_place_makes_coordinate_systems_and_transformations():
    """QGIS's invalid transformation is recognised there, and no text from outside is fetched."""
    of_text = re.compile(
        r"QgsCoordinateReferenceSystem(?:\.from\w+)?\([^)\s]|QgsCoordinateTransform\([^)\s]|QgsDistanceArea\("
    )
    users = {path.name for path in PLUGIN.rglob("*.py") if of_text.search(path.read_text(encoding="utf-8"))}
    assert users == {"transforms.py"}


@pytest.mark.parametrize("world", sorted(WORLDS))
def test_the_dock_answers_in_every_world(desk, plugged_in, tmp_path, world):
    raster = make_raster(
        tmp_path / "a.tif", np.full((3, 30, 40), 90, np.uint8), geotransform=STEP, crs=WORLDS[world]
    )
    layer = QgsRasterLayer(str(raster), world)
    desk.show_layer(layer)
    plugin = plugged_in(FakeEngine())
    ask(plugin)
    wait_until(lambda: ended(plugin), "the answer")
    wait_until(no_tasks, "all tasks ended")
    assert plugin.dock.heading.outcome.text() == "1 target found."
    layers = [each for each in QgsProject.instance().mapLayers().values() if each.customProperty(ENTRY_MARK)]
    assert len(layers) >= 2
    for each in layers:
        assert each.crs() == layer.crs()
        assert layer.extent().buffered(1e-6).contains(each.extent())


@pytest.mark.parametrize("world", EARTHLESS)
@pytest.mark.parametrize("form", ["geojson", "kml"])
def test_longitudes_of_another_world_are_not_written(tmp_path, form, world):
    with pytest.raises(NotWritten, match="would be written in WGS 84, and there is no trans") as failure:
        written(tmp_path, form, found_on(place(world)))
    assert "GeoPackage" in failure.value.hint
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("world", sorted(WORLDS))
@pytest.mark.parametrize("form", ["geopackage", "flatgeobuf", "shapefile"])
def test_every_world_is_written_in_its_own_system(tmp_path, form, world):
    asked = found_on(place(world))
    written(tmp_path, form, asked)
    layer = opened(tmp_path, form)
    here = shape_of(asked.findings[0].outline)
    if form == "shapefile" and world == "rotated pole":  # which it has no room for
        here.transform(transform_between(crs_from(asked.grid.crs), EARTH, CONTEXT))
        assert layer.crs() == EARTH
    (row,) = rows(layer)
    assert row["geometry"].symDifference(here).area() < 1e-4 * here.area()


@pytest.mark.parametrize("form", ["geojson", "kml", "shapefile"])
def test_from_the_middle_of_the_earth_no_longitudes_are_written(tmp_path, form):
    """As in the shell, and in the same words."""
    asked = found_on(place("EPSG:4978"))
    with pytest.raises(NotWritten, match="would be written in WGS 84, and there is no trans") as failure:
        written(tmp_path, form, asked)
    with pytest.raises(NotWritten) as said:
        check_leads_to_earth(FORMATS[form].driver, asked.grid.crs)
    assert (str(failure.value), failure.value.hint) == (str(said.value), said.value.hint)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(NotWritten, match="no transformation from"):
        written(tmp_path, "geopackage", asked, crs=QgsCoordinateReferenceSystem("EPSG:3857"))


@pytest.mark.parametrize("form", ["geopackage", "flatgeobuf", "shapefile"])
@pytest.mark.parametrize("meridian", ["180", "paris", "-90"])
@pytest.mark.parametrize("zone", ["utm +zone=33", "stere +lat_0=90 +lat_ts=71"])
def test_another_meridian_is_not_taken_for_greenwich(tmp_path, form, meridian, zone):
    crs = f"+proj={zone} +datum=WGS84 +pm={meridian}"
    asked = found_on(place(crs, (500_000, 10, 0, 4_000_000, 0, -10)))
    written(tmp_path, form, asked)
    layer = opened(tmp_path, form)
    (row,) = rows(layer)
    moves = transform_between(layer.crs(), EARTH, CONTEXT)
    found, true = transform_shape(row["geometry"], moves), shape_of(asked.findings[0].outline)
    true = transform_shape(true, transform_between(crs_from(asked.grid.crs), EARTH, CONTEXT))
    assert found.centroid().distance(true.centroid()) < 1e-6


def test_what_a_shapefile_would_leave_out_of_a_datum_is_written_in_longitudes(tmp_path):
    crs = "+proj=tmerc +lon_0=39 +x_0=500000 +ellps=krass +towgs84=23.57,-140.95,-79.8,0,0.35,0.79,-0.22"
    asked = found_on(place(crs, (500_000, 10, 0, 6_000_000, 0, -10)))
    written(tmp_path, "shapefile", asked)
    layer = opened(tmp_path, "shapefile")
    assert layer.crs() == EARTH
    (row,) = rows(layer)
    true = shape_of(asked.findings[0].outline)
    true = transform_shape(true, transform_between(crs_from(asked.grid.crs), EARTH, CONTEXT))
    assert row["geometry"].centroid().distance(true.centroid()) < 1e-6


@pytest.mark.parametrize("world", EARTHLESS)
def test_another_world_is_not_written_in_a_system_of_the_earth(tmp_path, world):
    for crs in ("EPSG:3857", "EPSG:4326"):
        with pytest.raises(NotWritten, match="no transformation from"):
            written(tmp_path, "geopackage", found_on(place(world)), crs=QgsCoordinateReferenceSystem(crs))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("world", sorted(WORLDS))
@pytest.mark.parametrize("form", ["raster", "coco"])
def test_pixels_are_written_in_every_world(tmp_path, form, world):
    asked = found_on(place(world))
    if (form, world) == ("raster", "rotated pole"):
        with pytest.raises(NotWritten, match="GeoTIFF has no room"):
            written(tmp_path, form, asked)
        return
    scene = Scene(np.zeros((8, 8, 3), np.uint8), np.ones((8, 8), np.bool_), asked.grid, "a")
    path = tmp_path / f"a{FORMATS[form].ending}"
    export([asked], ExportRequest(form, path), lambda id: scene, CONTEXT)
    if form == "raster":
        layer = QgsRasterLayer(str(path), "a")
        assert layer.isValid()
        assert layer.extent().xMinimum() == pytest.approx(10)


@pytest.mark.parametrize("form", ["geojson", "kml"])
@pytest.mark.parametrize(
    ("crs", "transform", "size", "expected"),
    [
        ("EPSG:4326", ERA5, (72, 37), [(-180, -162.5, 77.5, 90), (172.5, 180, 77.5, 90)]),
        ("EPSG:4326", (0, 5, 0, 90, 0, -5), (72, 36), [(-180, -160, 75, 90), (175, 180, 75, 90)]),
        ("EPSG:4258", (190, 1, 0, 10, 0, -1), (72, 36), [(-135, -130, 7, 10)]),
        (
            "EPSG:32660",
            (565_000, 1000, 0, 8_000_000, 0, -1000),
            (72, 36),
            [(-180, -179.888, 72.038, 72.065), (179.852, 180, 72.039, 72.068)],
        ),
    ],
)
def test_outlines_are_cut_at_the_poles_and_at_180_degrees(tmp_path, form, crs, transform, size, expected):
    asked = found_on(place(crs, transform, *size), 35, 0, 40, 3)
    written(tmp_path, form, asked)
    (row,) = rows(opened(tmp_path, form))
    found = edges(shape(bytes(row["geometry"].asWkb())))
    assert np.allclose(found, expected, atol=0.2)
    assert row["geometry"].isGeosValid()


def test_a_geopackage_in_longitudes_is_cut_too(tmp_path):
    asked = found_on(place("EPSG:32660", (565_000, 1000, 0, 8_000_000, 0, -1000), 72, 36), 35, 0, 40, 3)
    written(tmp_path, "geopackage", asked, crs=EARTH)
    (row,) = rows(opened(tmp_path, "geopackage"))
    assert len(row["geometry"].asGeometryCollection()) == 2


@pytest.mark.parametrize("there", ["EPSG:3857", "EPSG:6933", "ESRI:54009", "ESRI:54030", "EPSG:3832"])
@pytest.mark.parametrize(
    ("here", "transform"),
    [
        ("EPSG:4326", (179.9, 0.05, 0, 10, 0, -0.05)),
        ("EPSG:4326", (-30.1, 0.05, 0, 10, 0, -0.05)),
        ("EPSG:32660", (827_000, 1000, 0, 500_000, 0, -1000)),
        ("EPSG:3857", (-20_040_508, 1000, 0, 100_000, 0, -1000)),
    ],
)
def test_an_outline_across_the_end_of_a_map_is_cut_there(tmp_path, here, transform, there):
    asked = found_on(place(here, transform))
    crs = QgsCoordinateReferenceSystem(there)
    written(tmp_path, "geopackage", asked, crs=crs)
    (row,) = rows(opened(tmp_path, "geopackage"))
    parts = row["geometry"].asGeometryCollection()
    assert row["geometry"].isGeosValid()
    assert all(part.boundingBox().width() < 40_000 for part in parts)
    own = asked.findings[0].outline
    found = area_m2(bytes(row["geometry"].asWkb()), wkt_of(crs))
    true = pytest.approx(area_m2(own, asked.grid.crs), rel=1e-3)
    # PROJ brings nothing back from Robinson's edge itself, so there areas cannot be measured
    assert found == true or (there == "ESRI:54030" and found is None)


@pytest.mark.parametrize("there", ["EPSG:3857", "EPSG:6933", "EPSG:4326"])
def test_answers_across_180_degrees_are_compared_where_they_lie(there):
    ours = found_on(place("EPSG:32660", (829_000, 1000, 0, 500_000, 0, -1000), 16, 16), 0, 0, 16, 16)
    side = {"EPSG:4326": 0.01}.get(there, 1000)
    west = {"EPSG:4326": -180, "EPSG:3857": -20_037_508, "EPSG:6933": -17_367_530}[there]
    north = {"EPSG:4326": 4.6, "EPSG:3857": 500_000, "EPSG:6933": 570_000}[there]
    theirs = found_on(place(there, (west, side, 0, north, 0, -side), 16, 16), 0, 0, 16, 16)
    one, other = compare_entries(ours, theirs).overlap, compare_entries(theirs, ours).overlap
    assert one > 0.1
    assert other == pytest.approx(one, rel=0.05)


def test_a_pole_has_no_place_on_mercators_map(tmp_path):
    asked = found_on(place("EPSG:3413", (-4000, 1000, 0, 4000, 0, -1000)), 0, 0, 8, 8)
    with pytest.raises(NotWritten, match="no place in the coordinate system"):
        written(tmp_path, "geopackage", asked, crs=QgsCoordinateReferenceSystem("EPSG:3857"))


@pytest.mark.parametrize("world", sorted(WORLDS))
def test_the_map_shows_marks_where_it_draws_the_layer(desk, world):
    """Where nothing leads to the map's system, QGIS draws in the layer's own numbers."""
    canvas, here = desk.mapCanvas(), place(world)
    canvas.setDestinationCrs(EARTH)
    canvas.setExtent(QgsRectangle(0, 40, 20, 50))
    transform = transform_between(crs_from(here.crs), EARTH, CONTEXT)
    middle = QgsPointXY(*here.to_map(4, 4))
    drawn = transform.transform(middle) if transform else middle
    pixel = SceneTransform(here, canvas).pixel(drawn)
    assert (pixel.x, pixel.y) == pytest.approx((4, 4), abs=1)  # of 1 mm, on metres
    marks = Highlights(canvas)
    try:
        marks.zoom_to([mask_geometry(part(here, 0, 0, 8, 8), here)], here.crs)
        marks.footprint(here)
        assert canvas.extent().contains(drawn)
    finally:
        marks.remove()


@pytest.mark.parametrize("world", EARTHLESS)
def test_the_view_of_another_world_is_what_the_map_shows_of_it(desk, tmp_path, world):
    raster = make_raster(
        tmp_path / "a.tif", np.full((3, 40, 40), 9, np.uint8), geotransform=STEP, crs=WORLDS[world]
    )
    layer = QgsRasterLayer(str(raster), "a")
    canvas = desk.mapCanvas()
    canvas.setDestinationCrs(EARTH)
    canvas.setExtent(QgsRectangle(10.01, 44.97, 10.02, 44.98))
    scene = file_view(layer, canvas.mapSettings()).read()
    assert scene.grid.width < 40
    assert scene.grid.to_map(0, 0)[0] == pytest.approx(
        canvas.mapSettings().visibleExtent().xMinimum(), abs=0.002
    )


@pytest.mark.parametrize(
    ("world", "unit_m"),
    [
        (SITE, 1.0),
        (SITE_IN_FEET, 0.3048),
        (MARS, 1.0),
        ("EPSG:2263", 1200 / 3937),
        ("EPSG:27572", 1.0),
        ("+proj=laea +lat_0=46 +lon_0=2 +ellps=intl +units=km", 1000.0),
        (MOON, 1_737_400 * np.pi / 180),
        (ROTATED, 6_378_137 * np.pi / 180),
        ("EPSG:4807", 6_378_249.2 * np.pi / 200),
    ],
)
def test_a_pixel_is_as_large_as_on_the_ground(world, unit_m):
    corner = {"EPSG:2263": (984_000, 200_000), "EPSG:27572": (600_000, 2_200_000)}.get(world, (0.0, 0.0))
    side = 10 / unit_m
    here = grid(world, (corner[0], side, 0, corner[1], 0, -side), 10, 10)
    assert pixel_m(here, (10, 10)) == pytest.approx((10, 10), rel=0.008)  # meridians are shorter by 0.7 %
    whole = shape_of(mask_geometry(part(here, 0, 0, 10, 10), here))
    assert shape_outline(whole, crs_from(here.crs), Shaping(least_m2=9_850)) is not None
    assert shape_outline(whole, crs_from(here.crs), Shaping(least_m2=10_100)) is None


@pytest.mark.parametrize("world", sorted(set(WORLDS) - {"site", "site in feet", "works"}))
def test_columns_say_the_area_on_the_ground(tmp_path, world):
    asked = found_on(place(world))
    written(tmp_path, "geopackage", asked)
    (row,) = rows(opened(tmp_path, "geopackage"))
    assert row["area_m2"] == pytest.approx(area_m2(asked.findings[0].outline, asked.grid.crs), rel=1e-6)


@pytest.mark.parametrize("other", ["EPSG:4326", MARS, SITE])
def test_what_nothing_leads_to_is_not_compared(other):
    with pytest.raises(NotComparable, match="no transformation between"):
        compare_entries(found_on(place(MOON)), found_on(place(other)))
    assert compare_entries(found_on(place(MOON)), found_on(place(MOON))).overlap == 1


def test_what_is_drawn_goes_the_way_that_the_user_chose(desk):
    here, there = map(QgsCoordinateReferenceSystem, ("EPSG:4314", "EPSG:4326"))
    chosen = "+proj=noop"
    context = QgsCoordinateTransformContext()
    context.addCoordinateOperation(here, there, chosen)
    assert drawn_transform(here, there).coordinateOperation() == ""
    assert drawn_transform(here, there, context).coordinateOperation() == chosen
    QgsProject.instance().setTransformContext(context)
    assert drawn_transform(here, there).coordinateOperation() == chosen


def test_a_place_that_a_system_does_not_reach_is_no_mark(desk):
    canvas = desk.mapCanvas()
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    pole = place("EPSG:4326", (10, 0.1, 0, 90.4, 0, -0.1))
    outline = SceneTransform(pole, canvas).all()
    assert outline.isNull() or outline.boundingBox().isFinite()


@pytest.mark.parametrize(
    "text",
    ["{}", "WKT:{}", "+proj=longlat +ellps=intl +nadgrids={}", "urn:ogc:def:crs:{}", "/etc/passwd", "\0", ""],
)
def test_no_text_makes_qgis_fetch(text):
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        listener.settimeout(0.05)
        before = osr.GetPROJEnableNetwork()
        osr.SetPROJEnableNetwork(True)
        try:
            crs = crs_from(text.format(f"http://127.0.0.1:{listener.getsockname()[1]}/a"))
            assert not crs.isValid()
            transform_between(crs, EARTH, CONTEXT)
        finally:
            osr.SetPROJEnableNetwork(before)
        with pytest.raises(TimeoutError):
            listener.accept()


def test_a_null_geometry_goes_nowhere_without_a_word():
    assert transform_shape(QgsGeometry(), drawn_transform(EARTH, crs_from("EPSG:3857"))).isNull()


def test_every_format_of_files_is_tried():
    assert set(FILES) == {"geopackage", "geojson", "shapefile", "flatgeobuf", "kml"}
    assert path_of(Path(), "kml").suffix == ".kml"
