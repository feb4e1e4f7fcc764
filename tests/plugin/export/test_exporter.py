"""What comes out of an export, read back as a QGIS without AskMap reads it."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest

pytestmark = [pytest.mark.qgis, pytest.mark.usefixtures("qgis_app")]  # every test needs its providers

from askmap.backend.entries.attributes import FIELDS  # noqa: E402
from askmap.backend.entries.entry import ACCEPTED, OPEN, REJECTED  # noqa: E402
from askmap.backend.errors import NotWritten  # noqa: E402
from askmap.backend.geo.outlines import area_m2, mask_geometry  # noqa: E402
from askmap.backend.outputs.formats import FORMATS, ExportFormat  # noqa: E402
from askmap.backend.stages import Scene  # noqa: E402
from askmap.plugin.export.columns import short_names  # noqa: E402
from askmap.plugin.export.exporter import layer_with  # noqa: E402
from askmap.plugin.export.shaping import Shaping  # noqa: E402
from exporting import FILES, HERE, HOLED, THERE, entry, files, opened, path_of, rows, written  # noqa: E402
from grids import grid, noise  # noqa: E402
from osgeo import gdal  # noqa: E402
from qgis.core import QgsCategorizedSymbolRenderer, QgsCoordinateReferenceSystem  # noqa: E402


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


@pytest.mark.parametrize("form", [form for form in FILES if not FORMATS[form].is_wgs84])
@pytest.mark.parametrize("authid", ["EPSG:3857", "EPSG:3035", "EPSG:4326"])
def test_any_coordinate_system_shows_the_same_place(tmp_path, form, authid):
    asked = entry(HERE)
    written(tmp_path, form, asked, crs=QgsCoordinateReferenceSystem(authid))
    layer = opened(tmp_path, form)
    assert layer.crs().authid() == authid
    (row,) = rows(layer)
    there = area_m2(bytes(row["geometry"].asWkb()), layer.crs().toWkt())
    assert there == pytest.approx(area_m2(asked.findings[0].outline, asked.grid.crs), rel=1e-6)


@pytest.mark.parametrize("form", [form for form in FILES if FORMATS[form].is_wgs84])
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


def test_coco_leaves_a_picture_of_the_user_beside_it_and_names_its_own(tmp_path):
    asked, mine = entry(HERE), tmp_path / f"answer_{'ab' * 4}.tif"
    mine.write_text("mine")
    scene = Scene(np.zeros((8, 8, 3), np.uint8), np.ones((8, 8), bool), asked.grid, "harbour.tif")
    done = written(tmp_path, "coco", asked, scene_of={asked.id: scene}.get)
    assert mine.read_text() == "mine"
    assert f"answer_{'ab' * 4}_2.tif" in done.warnings[0]


def test_coco_needs_the_pixels_of_the_scene(tmp_path):
    with pytest.raises(NotWritten, match="were not kept"):
        written(tmp_path, "coco", entry(HERE))
    assert list(tmp_path.iterdir()) == []


def test_exporting_imports_no_engine():
    script = "import sys, askmap.plugin.export.exporter; print('torch' in sys.modules)"
    assert subprocess.check_output([sys.executable, "-c", script], text=True).strip() == "False"


def test_every_format_that_is_a_vector_file_is_tried():
    tried = {FORMATS[form].ending for form in FILES}
    assert tried >= {".gpkg", ".geojson", ".shp", ".fgb", ".kml"}
    assert tried.isdisjoint({".json", ".tif", ""})


def test_a_new_format_of_gdals_is_one_record(tmp_path, monkeypatch):
    monkeypatch.setitem(FORMATS, "imaginary", ExportFormat("JML", ".jml", "JML"))
    done = written(tmp_path, "imaginary", entry(HERE, THERE))
    assert done.count == 2
    assert [row["label"] for row in rows(layer_with(done))] == ["ship 1", "ship 2"]
