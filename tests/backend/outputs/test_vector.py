"""backend/outputs/vector.py: Answers become files."""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from askmap.backend.entries.attributes import FIELDS
from askmap.backend.entries.entry import entry_from, new_id
from askmap.backend.errors import NotWritten
from askmap.backend.outputs.formats import FORMATS, ExportFormat, answer_formats
from askmap.backend.outputs.vector import records, write_answer
from askmap.backend.stages import Box, Point, Target
from grids import drawn, grid, noise
from osgeo import gdal, ogr
from rasters import full_disk, make_answer

pytestmark = pytest.mark.usefixtures("either_switch")

ENDINGS = tuple(answer_formats())


def features(path: Path, layer: int | str = 0) -> list[dict[str, Any]]:
    """The attributes of a written layer, with its geometries."""
    store = gdal.OpenEx(str(path), gdal.OF_VECTOR)
    sheet = store.GetLayer(layer)
    return [{**feature.items(), "geometry": feature.GetGeometryRef().Clone()} for feature in sheet]


def columns_of_its_own(folder: Path, ending: str) -> list[str]:
    """Those that a driver makes up, such as GML's number of a feature: of a file that was given none."""
    store = gdal.GetDriverByName(answer_formats()[ending].driver).Create(f"{folder}/none{ending}", 0, 0, 0)
    sheet = store.CreateLayer("none")
    feature = ogr.Feature(sheet.GetLayerDefn())
    feature.SetGeometry(ogr.CreateGeometryFromWkt("POINT (1 2)"))
    sheet.CreateFeature(feature)
    feature = sheet = store = None
    (found,) = features(folder / f"none{ending}")
    return [name for name in found if name not in FIELDS]


def test_records_hold_every_field_in_order() -> None:
    answer = make_answer(
        grid(), drawn("##......", *["........"] * 7), warnings=("It is old.", "It is small.")
    )
    (record,) = records(entry_from(answer, new_id()))
    assert list(record.values) == list(FIELDS)
    assert record.values["target"] == 1
    assert record.values["question"] == "Where could a ship moor?"
    assert record.values["label"] == "ship 0"
    assert record.values["score"] == pytest.approx(0.9)
    assert record.values["confidence"] is None
    assert record.values["area_px"] == 2
    assert record.values["area_m2"] == pytest.approx(8 / 0.9996**2, rel=1e-5)  # UTM's scale
    assert record.values["box"] == "[1.0, 2.0, 4.0, 6.5]"
    assert record.values["points"] == "[[1.5, 2.5], [2.0, 3.0]]"
    assert record.values["reasoner_digest"] == "ab" * 32
    assert record.values["seed"] == 7
    assert record.values["source"] == "harbour.tif"
    assert record.values["created"] == "2026-01-02T03:04:05Z"
    assert record.values["warnings"] == "It is old.\nIt is small."


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_confidence_is_written_where_the_reasoner_states_one(tmp_path: Path, ending: str) -> None:
    targets = [Target(Box(0, 0, 8, 8), confidence=confidence) for confidence in (0.25, None)]
    path = tmp_path / f"answer{ending}"
    write_answer(make_answer(grid(), *[np.ones((8, 8), bool)] * 2, targets=targets), path)
    found = sorted(features(path), key=lambda feature: feature["target"])
    assert [feature["confidence"] for feature in found] == [0.25, None]


def test_an_empty_mask_has_no_record_and_the_others_keep_their_numbers() -> None:
    answer = make_answer(grid(), np.zeros((8, 8), bool), np.ones((8, 8), bool))
    assert [record.values["target"] for record in records(entry_from(answer, new_id()))] == [2]


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_format_holds_every_target_and_its_attributes(tmp_path: Path, ending: str) -> None:
    mask = drawn(*["##....##"] * 4, *["........"] * 4)
    path = tmp_path / f"answer{ending}"
    write_answer(make_answer(grid(), mask, ~mask), path)
    found = sorted(features(path), key=lambda feature: feature["target"])
    assert [feature["target"] for feature in found] == [1, 2]
    assert [feature["area_px"] for feature in found] == [16, 48]
    assert [feature["label"] for feature in found] == ["ship 0", "ship 1"]
    assert {feature["thought"] for feature in found} == {"Ships lie in harbours."}
    assert all(feature["geometry"].IsValid() for feature in found)
    columns = [name for name in found[0] if name not in ("geometry", *columns_of_its_own(tmp_path, ending))]
    assert [name[:10] for name in FIELDS] == [name[:10] for name in columns]


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_older_file_is_replaced(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"answer{ending}"
    write_answer(make_answer(grid(), np.ones((8, 8), bool), np.eye(8, dtype=bool)), path)
    write_answer(make_answer(grid(), np.ones((8, 8), bool)), path)
    assert len(features(path)) == 1


@pytest.mark.parametrize("ending", ENDINGS)
def test_finding_nothing_gives_a_file_without_features(tmp_path: Path, ending: str) -> None:
    write_answer(make_answer(grid()), tmp_path / f"answer{ending}")
    assert features(tmp_path / f"answer{ending}") == []


def test_a_geopackage_has_boxes_and_points_and_says_where_it_came_from(tmp_path: Path) -> None:
    targets = [Target(points=(Point(1, 1),), label="buoy"), Target(points=(Point(0, 8), Point(8, 8)))]
    boxed = make_answer(grid(), *[np.ones((8, 8), bool)] * 2)
    unboxed = make_answer(grid(), *[np.zeros((8, 8), bool)] * 2, targets=targets)
    write_answer(boxed, tmp_path / "boxed.gpkg")
    write_answer(unboxed, tmp_path / "unboxed.gpkg")
    (first, _) = features(tmp_path / "boxed.gpkg", "boxes")
    assert first["geometry"].GetEnvelope() == (500_002, 500_008, 3_999_987, 3_999_996)
    assert features(tmp_path / "unboxed.gpkg", "boxes") == []
    assert features(tmp_path / "unboxed.gpkg", "targets") == []
    points = features(tmp_path / "unboxed.gpkg", "points")
    assert [point["target"] for point in points] == [1, 2, 2]
    assert points[1]["geometry"].GetPoint_2D() == (500_000, 3_999_984)
    store = gdal.OpenEx(str(tmp_path / "unboxed.gpkg"))
    said = store.GetLayer("targets").GetMetadata()
    assert said["answer"] == "<raw>"
    assert json.loads(said["settings"]) == {"temperature": "0.0"}
    assert json.loads(said["times_s"]) == {"reasoning": 1.5}


def test_no_coordinate_system_is_written_as_none(tmp_path: Path) -> None:
    nowhere = make_answer(grid(epsg=0), np.ones((8, 8), bool))
    for ending in (".gpkg", ".fgb", ".shp"):
        write_answer(nowhere, tmp_path / f"answer{ending}")
        (feature,) = features(tmp_path / f"answer{ending}")
        assert feature["area_m2"] is None
        store = gdal.OpenEx(str(tmp_path / f"answer{ending}"))
        crs = store.GetLayer(0).GetSpatialRef()
        assert crs is None or crs.IsLocal()
    with closing(sqlite3.connect(tmp_path / "answer.gpkg")) as store:
        tables = store.execute("select distinct srs_id from gpkg_contents").fetchall()
    assert tables == [(-1,)]  # «undefined Cartesian», as GeoPackage's standard has it


def test_geojson_is_refused_where_the_raster_has_no_coordinate_system(tmp_path: Path) -> None:
    with pytest.raises(NotWritten, match="always in WGS 84"):
        write_answer(make_answer(grid(epsg=0), np.ones((8, 8), bool)), tmp_path / "answer.geojson")


def test_geojson_of_the_whole_world_is_written_though_its_grid_is_rounded(tmp_path: Path) -> None:
    world = grid(300, 150, (-180.0, 512 / 300 * 0.703125, 0.0, 90.0, 0.0, -256 / 150 * 0.703125), 4326)
    write_answer(make_answer(world, np.ones((150, 300), bool)), tmp_path / "world.geojson")
    (feature,) = features(tmp_path / "world.geojson")
    assert feature["geometry"].GetEnvelope() == (-180, 180, -90, 90)
    assert feature["area_m2"] == pytest.approx(510_065_621_724_088, rel=1e-9)


def test_a_long_thought_is_cut_between_letters_in_a_shapefile_and_whole_elsewhere(tmp_path: Path) -> None:
    answer = make_answer(grid(), np.ones((8, 8), bool), thought="x" + "ж" * 500)
    for ending, letters in ((".shp", 126), (".gpkg", 500)):
        write_answer(answer, tmp_path / f"answer{ending}")
        assert features(tmp_path / f"answer{ending}")[0]["thought"] == "x" + "ж" * letters


def test_words_that_no_file_can_hold_are_made_printable(tmp_path: Path) -> None:
    answer = make_answer(grid(), np.ones((8, 8), bool), thought="a\x00b\ud83d\x1b[31m")
    for ending in ENDINGS:
        write_answer(answer, tmp_path / f"answer{ending}")
        assert features(tmp_path / f"answer{ending}")[0]["thought"] == "a b\ufffd [31m"


def test_an_ending_in_capitals_comes_out_in_small_letters(tmp_path: Path) -> None:
    for ending in ENDINGS:
        path = write_answer(make_answer(grid(), np.ones((8, 8), bool)), tmp_path / f"answer{ending.upper()}")
        assert path == tmp_path / f"answer{ending}"
        assert len(features(path)) == 1


def test_an_unknown_ending_is_refused_with_those_that_are_known(tmp_path: Path) -> None:
    with pytest.raises(NotWritten, match=".kml") as caught:
        write_answer(make_answer(grid()), tmp_path / "answer.kml")
    assert ", ".join(ENDINGS) in caught.value.hint
    assert {".gpkg", ".geojson", ".fgb", ".shp"} <= set(ENDINGS)


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_full_disk_leaves_the_older_file_and_says_so(
    tmp_path: Path, ending: str, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / f"answer{ending}"
    path.write_text("older")
    with pytest.raises(NotWritten, match="cannot be written"), full_disk():
        write_answer(make_answer(grid(100, 100), noise(100)), path)
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
    assert path.read_text() == "older"
    assert capfd.readouterr() == ("", "")


def test_a_place_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "folder.gpkg").mkdir()
    for path in (tmp_path / "missing" / "a.gpkg", tmp_path / "folder.gpkg", Path("/proc/a.gpkg")):
        with pytest.raises(NotWritten, match="cannot be written"):
            write_answer(make_answer(grid()), path)
    assert os.listdir(tmp_path) == ["folder.gpkg"]


def test_a_new_format_of_gdals_is_one_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = ExportFormat("GeoJSON lines", ".geojsonl", "GeoJSONSeq", takes_answers=True, is_wgs84=True)
    monkeypatch.setitem(FORMATS, "lines", lines)
    path = write_answer(make_answer(grid(), np.ones((8, 8), bool)), tmp_path / "a.geojsonl")
    assert [feature["label"] for feature in features(path)] == ["ship 0"]
