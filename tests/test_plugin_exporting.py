"""What comes out of an export, read back as a QGIS without AskMap reads it."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.attributes import FIELDS  # noqa: E402
from askmap.backend.errors import Cancelled, NotWritten  # noqa: E402
from askmap.backend.findings import ACCEPTED, OPEN, REJECTED, entry_from  # noqa: E402
from askmap.backend.outlines import area_m2, mask_geometry  # noqa: E402
from askmap.backend.stages import Box, Point, Scene, Target  # noqa: E402
from askmap.plugin.database import Table, comments, layer_of  # noqa: E402
from askmap.plugin.export_files import layer_from  # noqa: E402
from askmap.plugin.export_formats import FORMATS, short_names  # noqa: E402
from askmap.plugin.export_words import Words, metadata  # noqa: E402
from askmap.plugin.exporting import Export, export  # noqa: E402
from askmap.plugin.shaping import AS_FOUND, Shaping  # noqa: E402
from osgeo import gdal, ogr  # noqa: E402
from qgis.core import (  # noqa: E402
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsProviderRegistry,
)
from rasters import full_disk, make_answer  # noqa: E402
from test_outlines import drawn, grid, noise  # noqa: E402

CONTEXT = QgsCoordinateTransformContext()
FILES = tuple(key for key, form in FORMATS.items() if form.driver)
files = pytest.mark.parametrize("form", FILES)
HERE = drawn(*["##......"] * 4, *["........"] * 4)
THERE = drawn(*["........"] * 6, *[".....###"] * 2)
HOLED = drawn("........", "..####..", "..#..#..", "..#..#..", "..####..", *["........"] * 3)


@pytest.fixture(autouse=True)
def _qgis(qgis_app):
    """Every test needs its providers."""


def entry(*masks, states=(), on=None, id="ab" * 16, thought="Ships lie in harbours.", label=""):
    place = on or grid()
    targets = [
        Target(Box(1, 2, 4, 6.5), (Point(1.5, 2.5),), label or f"ship {n}") for n, _ in enumerate(masks, 1)
    ]
    made = entry_from(make_answer(place, *masks, targets=targets, thought=thought), id)
    findings = [replace(f, state=state) for f, state in zip(made.findings, states or [ACCEPTED] * len(masks))]
    return replace(made, findings=tuple(findings))


def path_of(folder, form):
    return folder / f"answer{FORMATS[form].ending}"


def written(folder, form, *entries, scene_of=lambda id: None, **wishes):
    return export(entries, Export(form, path_of(folder, form), **wishes), scene_of, CONTEXT)


def rows(layer):
    """In the order of their numbers: a FlatGeobuf sorts by place."""
    features = list(layer.getFeatures())
    found = [{**dict(zip(f.fields().names(), f.attributes())), "geometry": f.geometry()} for f in features]
    return sorted(found, key=lambda row: row["target"])


def opened(folder, form):
    layer = layer_from(path_of(folder, form))
    layer.loadDefaultMetadata()  # as the desktop does with every layer that comes in
    assert layer.isValid()
    return layer


@files
def test_every_format_holds_the_accepted_targets_with_all_that_is_known_of_them(tmp_path, form):
    done = written(tmp_path, form, entry(HERE, THERE, HOLED, states=(ACCEPTED, OPEN, ACCEPTED)))
    assert (done.count, done.place) == (2, path_of(tmp_path, form))
    found = rows(opened(tmp_path, form))
    names = short_names(tuple(FIELDS), FORMATS[form].name_letters)
    assert [row["target"] for row in found] == [1, 3]
    assert {row["state"] for row in found} == {ACCEPTED}
    assert {row["question"] for row in found} == {"Where could a ship moor?"}
    assert {row[names["reasoner_digest"]] for row in found} == {"ab" * 32}
    assert {row["seed"] for row in found} == {7}
    assert set(names.values()) <= set(found[0])
    assert all(row["geometry"].isGeosValid() for row in found)


@files
def test_states_are_chosen(tmp_path, form):
    three = entry(HERE, THERE, HOLED, states=(ACCEPTED, OPEN, REJECTED))
    assert written(tmp_path, form, three, states=(ACCEPTED, OPEN)).count == 2
    assert written(tmp_path, form, three, states=(ACCEPTED, OPEN, REJECTED)).count == 3
    assert len(rows(opened(tmp_path, form))) == 3


@files
def test_a_qgis_without_askmap_opens_it_styled_and_documented(tmp_path, form):
    written(tmp_path, form, entry(HERE, THERE))
    layer = opened(tmp_path, form)
    assert isinstance(layer.renderer(), QgsCategorizedSymbolRenderer)
    assert layer.labelsEnabled()
    said = layer.metadata()
    assert said.title() == "Targets: Where could a ship moor?"
    assert "Ships lie in harbours." in said.abstract()
    assert "area_m2: Area on the ellipsoid" in said.abstract()
    history = "\n".join(said.history())
    assert "AskMap 0.1.0" in history
    assert f"SHA-256 {'cd' * 32}" in history
    assert "{&quot;temperature&quot;: &quot;0.0&quot;}" in history


@files
def test_what_a_model_wrote_is_data_in_the_metadata(tmp_path, form):
    written(tmp_path, form, entry(HERE, thought="<img src=x onerror=alert(1)>"))
    assert "<img" not in opened(tmp_path, form).metadata().abstract()
    assert "&lt;img" in opened(tmp_path, form).metadata().abstract()


@pytest.mark.parametrize("form", ["geopackage", "shapefile", "flatgeobuf"])
@pytest.mark.parametrize("authid", ["EPSG:3857", "EPSG:3035", "EPSG:4326"])
def test_any_coordinate_system_shows_the_same_place(tmp_path, form, authid):
    asked = entry(HERE)
    written(tmp_path, form, asked, crs=QgsCoordinateReferenceSystem(authid))
    layer = opened(tmp_path, form)
    assert layer.crs().authid() == authid
    (row,) = rows(layer)
    there = area_m2(bytes(row["geometry"].asWkb()), layer.crs().toWkt())
    assert there == pytest.approx(area_m2(asked.findings[0].outline, asked.grid.crs), rel=1e-6)


@pytest.mark.parametrize("form", ["geojson", "kml"])
def test_some_formats_are_always_in_degrees(tmp_path, form):
    written(tmp_path, form, entry(HERE), crs=QgsCoordinateReferenceSystem("EPSG:3857"))
    extent = opened(tmp_path, form).extent()
    assert (extent.xMinimum(), extent.yMaximum()) == pytest.approx((15.0, 36.1446), abs=1e-3)


def test_the_scenes_own_coordinate_system_and_bytes_are_kept_where_nothing_is_wanted(tmp_path):
    asked = entry(noise(30), on=grid(30, 30, (500_000, 1.5, 0.5, 4_000_000, 0.5, -1.5)))
    written(tmp_path, "geopackage", asked)
    layer = opened(tmp_path, "geopackage")
    assert layer.crs().authid() == "EPSG:32633"
    assert bytes(rows(layer)[0]["geometry"].asWkb()) == asked.findings[0].outline


def test_outlines_are_shaped_and_areas_measured_again(tmp_path):
    written(tmp_path, "geopackage", entry(HOLED, THERE), shaping=Shaping(holes_m2=20, least_m2=30))
    (row,) = rows(opened(tmp_path, "geopackage"))
    assert row["area_px"] == 16
    assert row["area_m2"] == pytest.approx(64 / 0.9996**2, rel=1e-4)
    assert row["geometry"].area() == pytest.approx(64)
    history = "\n".join(opened(tmp_path, "geopackage").metadata().history())
    assert "Holes below 20 m² were filled." in history


@files
def test_columns_are_chosen_but_for_those_that_the_style_needs(tmp_path, form):
    written(tmp_path, form, entry(HERE), columns=("label", "area_m2"))
    (row,) = rows(opened(tmp_path, form))
    assert {"target", "state", "label", "area_m2"} <= set(row)
    assert not {"thought", "reasoner", "score"} & set(row)


@files
def test_several_questions_go_into_one_file_in_one_coordinate_system(tmp_path, form):
    far = grid(8, 8, (400_000.0, 2.0, 0.0, 4_000_000.0, 0.0, -2.0), 32634)
    done = written(tmp_path, form, entry(HERE, THERE), entry(HERE, id="cd" * 16, on=far))
    assert done.count == 3
    layer = opened(tmp_path, form)
    assert [row["target"] for row in rows(layer)] == [1, 1, 2]
    assert layer.metadata().title() == "Targets of 2 question(s)"


def test_a_shapefiles_names_have_a_key_that_says_what_was_cut(tmp_path):
    done = written(tmp_path, "shapefile", entry(HERE, THERE, thought="x" + "ж" * 300))
    with (tmp_path / "answer_fields.csv").open(encoding="utf-8-sig", newline="") as file:
        key = {row["column"]: row for row in csv.DictReader(file)}
    assert key["segmenter_"]["name"] == "segmenter_digest"
    assert key["segmenter_"]["meaning"] == "SHA-256 of the segmenter's weights"
    assert key["thought"]["shortened texts"] == "2"
    assert {row["shortened texts"] for name, row in key.items() if name != "thought"} == {"0"}
    assert set(key) == set(opened(tmp_path, "shapefile").fields().names())
    assert {row["thought"] for row in rows(opened(tmp_path, "shapefile"))} == {"x" + "ж" * 126}
    assert any("answer_fields.csv" in sentence for sentence in done.warnings)
    layer = opened(tmp_path, "shapefile")
    assert layer.attributeAlias(layer.fields().indexOf("segmenter_")) == "segmenter_digest"


def test_short_names_stay_different_ones():
    names = tuple(f"a_long_name_{number}" for number in range(12))
    short = short_names(names, 10)
    assert len(set(short.values())) == 12
    assert max(map(len, short.values())) == 10


def test_a_placemark_has_a_name_and_a_description_that_hides_no_tag(tmp_path):
    asked = entry(HERE, THERE, label="<b>ship</b>")
    noted = replace(asked.findings[0], note="<script>alert(1)</script>")
    written(tmp_path, "kml", asked.with_finding(noted))
    first, _ = rows(opened(tmp_path, "kml"))
    assert first["Name"] == "<b>ship</b> (Target 1)"
    assert "<" not in first["description"]
    assert "&lt;script&gt;" in first["description"]


@files
def test_a_scene_that_lies_nowhere_is_exported_as_such_or_refused(tmp_path, form):
    nowhere = entry(HERE, on=grid(epsg=0))
    if FORMATS[form].is_wgs84:
        with pytest.raises(NotWritten, match="no place on earth"):
            written(tmp_path, form, nowhere)
        return
    written(tmp_path, form, nowhere)
    (row,) = rows(opened(tmp_path, form))
    assert row["geometry"].area() == pytest.approx(32)
    assert row["geometry"].boundingBox().xMinimum() == 500_000
    with pytest.raises(NotWritten, match="no place on earth"):
        written(tmp_path, form, nowhere, entry(HERE, id="cd" * 16))


def test_a_whole_world_becomes_a_geojson(tmp_path):
    world = grid(300, 150, (-180.0, 512 / 300 * 0.703125, 0.0, 90.0, 0.0, -256 / 150 * 0.703125), 4326)
    written(tmp_path, "geojson", entry(np.ones((150, 300), bool), on=world))
    assert opened(tmp_path, "geojson").featureCount() == 1


def test_long_sides_stay_where_they_are_in_another_coordinate_system(tmp_path):
    wide = grid(8, 8, (10.0, 1.0, 0.0, 66.0, 0.0, -1.0), 4326)
    written(
        tmp_path,
        "geopackage",
        entry(np.ones((8, 8), bool), on=wide),
        crs=QgsCoordinateReferenceSystem("EPSG:3035"),
    )
    (row,) = rows(opened(tmp_path, "geopackage"))
    there = area_m2(bytes(row["geometry"].asWkb()), QgsCoordinateReferenceSystem("EPSG:3035").toWkt())
    outline = mask_geometry(np.ones((8, 8), bool), wide)
    assert there == pytest.approx(area_m2(outline, wide.crs), rel=1e-3)  # 1 % without corners between


@files
def test_nothing_to_export_is_said_and_nothing_written(tmp_path, form):
    for wishes in ({}, {"states": (OPEN,), "shaping": Shaping(least_m2=1e6)}):
        with pytest.raises(NotWritten, match="None of the chosen targets"):
            written(tmp_path, form, entry(HERE, states=(OPEN,)), **wishes)
    assert list(tmp_path.iterdir()) == []


@files
def test_a_target_without_an_outline_is_left_out(tmp_path, form):
    assert written(tmp_path, form, entry(np.zeros((8, 8), bool), HERE)).count == 1


@files
def test_an_older_file_is_replaced(tmp_path, form):
    written(tmp_path, form, entry(HERE, THERE))
    written(tmp_path, form, entry(HERE))
    assert opened(tmp_path, form).featureCount() == 1


@files
def test_a_full_disk_leaves_the_older_files_and_says_so(tmp_path, form):
    path = path_of(tmp_path, form)
    path.write_text("older")
    with pytest.raises(NotWritten, match="cannot be written"), full_disk(20_000):  # room for QGIS's own log
        written(tmp_path, form, entry(noise(100), on=grid(100, 100)))
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
    assert path.read_text() == "older"


@files
def test_stopping_leaves_nothing(tmp_path, form):
    def stop(event):
        raise Cancelled

    with pytest.raises(Cancelled):
        export([entry(HERE)], Export(form, path_of(tmp_path, form)), lambda id: None, CONTEXT, stop)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", ["geojson", "shapefile", "flatgeobuf", "kml"])
def test_the_style_of_another_file_with_the_same_name_is_left_alone(tmp_path, form):
    (tmp_path / "answer.tif").write_text("a raster")
    (tmp_path / "answer.qml").write_text("its style")
    for _ in range(2):  # the second time the file is there already
        done = written(tmp_path, form, entry(HERE))
        assert (tmp_path / "answer.qml").read_text() == "its style"
        assert any("answer.qml was there already" in sentence for sentence in done.warnings)
    (tmp_path / "answer.qml").unlink()
    for _ in range(2):
        assert not any("answer.qml" in sentence for sentence in written(tmp_path, form, entry(HERE)).warnings)


def test_a_raster_of_the_targets_is_cloud_optimized_and_small_ones_lie_on_large_ones(tmp_path):
    asked = entry(HERE, np.ones((8, 8), bool), label="ship")
    done = written(tmp_path, "raster", asked)
    said = json.loads(subprocess.check_output(["gdalinfo", "-json", str(done.place)]))
    assert said["metadata"]["IMAGE_STRUCTURE"]["LAYOUT"] == "COG"
    assert json.loads(said["metadata"][""]["targets"]) == {"1": "ship", "2": "ship"}
    assert np.array_equal(gdal.Open(str(done.place)).ReadAsArray(), np.where(HERE, 1, 2))
    with pytest.raises(NotWritten, match="one question"):
        written(tmp_path, "raster", asked, entry(HERE, id="cd" * 16))


def test_coco_holds_the_shaped_outlines_and_the_scene(tmp_path):
    asked = entry(HOLED, THERE, states=(ACCEPTED, OPEN))
    scene = Scene(np.zeros((8, 8, 3), np.uint8), np.ones((8, 8), bool), asked.grid, "harbour.tif")
    done = written(tmp_path, "coco", asked, scene_of={asked.id: scene}.get, shaping=Shaping(holes_m2=20))
    (row,) = json.loads(done.place.read_text())["annotations"]
    assert row["area"] == 16
    assert isinstance(row["segmentation"], list)
    assert (tmp_path / f"answer_{'ab' * 4}.tif").is_file()


def test_coco_needs_the_pixels_of_the_scene(tmp_path):
    with pytest.raises(NotWritten, match="were not kept"):
        written(tmp_path, "coco", entry(HERE))
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def database(tmp_path, qgis_app):
    """A connection named «survey» to a database of tables; its provider is spoken to as PostGIS's is."""
    file = tmp_path / "survey.sqlite"
    made = ogr.GetDriverByName("SQLite").CreateDataSource(str(file), ["SPATIALITE=YES"])
    assert made is not None
    del made
    provider = QgsProviderRegistry.instance().providerMetadata("spatialite")
    connection = provider.createConnection(f"dbname='{file}'", {})
    provider.saveConnection(connection, "survey")
    yield connection
    provider.deleteConnection("survey")


def into_table(*entries, name="found", appends=False, connection="survey", **wishes):
    table = Table(connection, "", name, appends, "spatialite")
    return export(entries, Export("postgis", table, **wishes), lambda id: None, CONTEXT)


def table_names(database):
    own = {"data_licenses", "KNN", "KNN2", "layer_styles"}  # SpatiaLite's and QGIS's
    return {table.tableName() for table in database.tables("")} - own


def test_a_table_holds_the_targets_with_style_and_index(database):
    done = into_table(entry(HERE, THERE), crs=QgsCoordinateReferenceSystem("EPSG:3035"))
    layer = layer_of(done.place)
    assert layer.crs().authid() == "EPSG:3035"
    found = rows(layer)
    assert [row["target"] for row in found] == [1, 2]
    assert {row["reasoner_digest"] for row in found} == {"ab" * 32}
    assert isinstance(layer.renderer(), QgsCategorizedSymbolRenderer)
    assert table_names(database) == {"found"}


def test_a_table_is_replaced_or_grows(database):
    into_table(entry(HERE, THERE))
    into_table(entry(HERE), appends=True)
    assert [row["target"] for row in rows(layer_of(Table("survey", "", "found", provider="spatialite")))] == [
        1,
        1,
        2,
    ]
    into_table(entry(THERE))
    assert len(rows(layer_of(Table("survey", "", "found", provider="spatialite")))) == 1
    assert table_names(database) == {"found"}


def test_a_table_that_does_not_fit_is_left_alone(database):
    into_table(entry(HERE), columns=("label",))
    with pytest.raises(NotWritten, match="lacks the columns .*thought"):
        into_table(entry(HERE), appends=True)
    assert len(rows(layer_of(Table("survey", "", "found", provider="spatialite")))) == 1


def test_a_database_that_cannot_be_written_keeps_its_older_table(database, tmp_path):
    into_table(entry(HERE))
    (tmp_path / "survey.sqlite").chmod(0o444)
    with full_disk(20_000), pytest.raises(NotWritten):
        into_table(entry(THERE, HERE, HOLED))
    (tmp_path / "survey.sqlite").chmod(0o644)
    assert len(rows(layer_of(Table("survey", "", "found", provider="spatialite")))) == 1


def test_what_a_model_wrote_is_data_in_the_comments_of_a_table(qgis_app):
    asked = entry(HERE, thought="O'Neill's <b>; DROP TABLE ships; --")
    words = Words(metadata([asked], AS_FOUND), {"label": 'a "label"'}, "target")
    of_table, of_column = comments(words, Table("survey", "my schema", 'it"s'))
    assert of_table.startswith('COMMENT ON TABLE "my schema"."it""s" IS \'Targets: Where could')
    assert "O''Neill''s <b>; DROP TABLE ships; --" in of_table
    assert of_table.replace("''", "").count("'") == 2
    assert of_column.startswith('COMMENT ON COLUMN "my schema"."it""s"."a ""label""" IS \'What the reasoner')


def test_a_connection_that_qgis_does_not_know_is_refused(qgis_app):
    with pytest.raises(NotWritten, match="no connection «nowhere»"):
        into_table(entry(HERE), connection="nowhere")


def test_exporting_imports_no_engine():
    script = "import sys, askmap.plugin.exporting; print('torch' in sys.modules)"
    assert subprocess.check_output([sys.executable, "-c", script], text=True).strip() == "False"


def test_this_file_counts_every_format_that_is_a_vector_file():
    assert {Path(f"x{FORMATS[form].ending}").suffix for form in FILES} == {
        ".gpkg",
        ".geojson",
        ".shp",
        ".fgb",
        ".kml",
    }
