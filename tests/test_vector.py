"""backend/vector.py: masks become polygons along the pixels' edges, and Answers files."""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from askmap.backend.attributes import FIELDS
from askmap.backend.errors import NotWritten
from askmap.backend.stages import Grid, Point, Target
from askmap.backend.vector import FORMATS, area_m2, mask_geometry, records, write_answer
from numpy.typing import NDArray
from osgeo import gdal, ogr, osr
from rasters import UTM33, full_disk, make_answer

pytestmark = pytest.mark.usefixtures("either_switch")

ENDINGS = tuple(FORMATS)
PIXELS = (0.0, 1.0, 0.0, 0.0, 0.0, 1.0)


def wkt(epsg: int) -> str:
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(epsg)
    return str(crs.ExportToWkt())


def grid(width: int = 8, height: int = 8, transform: tuple[float, ...] = UTM33, epsg: int = 32633) -> Grid:
    return Grid.from_gdal(width, height, transform, wkt(epsg) if epsg else "")


def on_pixels(mask: NDArray[np.bool_]) -> Grid:
    return grid(mask.shape[1], mask.shape[0], PIXELS, epsg=0)


def drawn(*rows: str) -> NDArray[np.bool_]:
    return np.array([[letter == "#" for letter in row] for row in rows])


def outline(mask: NDArray[np.bool_], **limits: float) -> Any:
    return ogr.CreateGeometryFromWkb(mask_geometry(mask, on_pixels(mask), **limits))


def noise(side: int, seed: int = 0, density: float = 0.6) -> NDArray[np.bool_]:
    return np.random.default_rng(seed).random((side, side)) < density


def features(path: Path, layer: int | str = 0) -> list[dict[str, Any]]:
    """The attributes of a written layer, with its geometries."""
    store = gdal.OpenEx(str(path), gdal.OF_VECTOR)
    sheet = store.GetLayer(layer)
    return [{**feature.items(), "geometry": feature.GetGeometryRef().Clone()} for feature in sheet]


@pytest.mark.parametrize("seed", range(20))
def test_polygons_of_any_mask_are_valid_and_as_large_as_its_pixels(seed: int) -> None:
    mask = noise(24, seed, density=0.2 + 0.035 * seed)
    assert outline(mask).IsValid()
    assert outline(mask).Area() == mask.sum()


def test_polygons_follow_the_edges_of_the_pixels() -> None:
    bar = outline(drawn("....", ".##.", "...."))  # GDAL's parts do not keep their whole alive
    assert set(bar.GetGeometryRef(0).GetGeometryRef(0).GetPoints()) == {(1, 1), (3, 1), (3, 2), (1, 2)}


def test_holes_are_kept() -> None:
    ring = outline(drawn("###", "#.#", "###"))
    assert ring.GetGeometryRef(0).GetGeometryCount() == 2
    assert ring.Area() == 8


def test_pixels_that_touch_at_a_corner_are_two_polygons_of_one_feature() -> None:
    pair = outline(drawn("#.", ".#"))
    assert pair.GetGeometryCount() == 2
    assert pair.IsValid()


def test_an_empty_mask_has_an_empty_outline() -> None:
    assert outline(drawn("..", "..")).IsEmpty()


def test_small_pieces_can_be_dropped() -> None:
    mask = drawn("##.#", "##..", "...#", "..##")
    assert outline(mask, min_area_px=3).Area() == 7
    assert outline(mask, min_area_px=4).Area() == 4
    assert outline(mask, min_area_px=5).IsEmpty()


@pytest.mark.parametrize("seed", range(10))
def test_a_simplified_outline_is_valid_and_stays_near(seed: int) -> None:
    rows, columns = np.mgrid[:60, :60]
    disc = (rows - 30) ** 2 + (columns - 30) ** 2 < (10 + 2 * seed) ** 2
    mask = disc ^ (noise(60, seed, 0.02) & disc)  # with holes
    exact, simple = outline(mask), outline(mask, simplify_px=1.5)
    assert simple.IsValid()
    assert simple.Area() == pytest.approx(exact.Area(), rel=0.1)
    assert simple.Boundary().Length() < exact.Boundary().Length()
    assert exact.Buffer(1.51).Contains(simple)


def test_simplifying_noise_gives_valid_multipolygons() -> None:
    for seed in range(20):
        assert outline(noise(30, seed, 0.5), simplify_px=2).IsValid()


def test_records_hold_every_field_in_order() -> None:
    answer = make_answer(
        grid(), drawn("##......", *["........"] * 7), warnings=("It is old.", "It is small.")
    )
    (record,) = records(answer)
    assert list(record.values) == list(FIELDS)
    assert record.values["target"] == 1
    assert record.values["question"] == "Where could a ship moor?"
    assert record.values["label"] == "ship 0"
    assert record.values["score"] == pytest.approx(0.9)
    assert record.values["area_px"] == 2
    assert record.values["area_m2"] == pytest.approx(8 / 0.9996**2, rel=1e-5)  # UTM's scale
    assert record.values["box"] == "[1, 2, 4, 6.5]"
    assert record.values["points"] == "[[1.5, 2.5], [2, 3]]"
    assert record.values["reasoner_digest"] == "ab" * 32
    assert record.values["seed"] == 7
    assert record.values["source"] == "harbour.tif"
    assert record.values["created"] == "2026-01-02T03:04:05Z"
    assert record.values["warnings"] == "It is old.\nIt is small."


def test_areas_are_those_of_the_pixels_also_when_the_outline_is_simplified() -> None:
    answer = make_answer(grid(60, 60), noise(60))
    exact, simple = records(answer)[0], records(answer, simplify_px=2)[0]
    assert exact.geometry != simple.geometry
    assert exact.values == simple.values


def test_an_empty_mask_has_no_record_and_the_others_keep_their_numbers() -> None:
    answer = make_answer(grid(), np.zeros((8, 8), bool), np.ones((8, 8), bool))
    assert [record.values["target"] for record in records(answer)] == [2]


def test_area_in_degrees_is_exact_along_parallels() -> None:
    degrees = grid(360, 180, (-180.0, 1.0, 0.0, 90.0, 0.0, -1.0), 4326)
    land = noise(360, density=0.3)[:180]
    total = sum(area_m2(mask_geometry(part, degrees), degrees.crs) or 0 for part in (land, ~land))
    assert total == pytest.approx(510_065_621_724_088, rel=1e-12)  # the whole WGS 84 ellipsoid (Karney, 2013)


def test_web_mercator_does_not_inflate_areas() -> None:
    north = grid(10, 10, (0.0, 10.0, 0.0, 8_399_737.9, 0.0, -10.0), 3857)  # 60 degrees north: scale 2
    mask = np.ones((10, 10), bool)
    assert area_m2(mask_geometry(mask, north), north.crs) == pytest.approx(100 * 100 / 4, rel=0.01)


def test_area_of_a_large_shape_is_that_of_an_equal_area_projection() -> None:
    laea = grid(10, 10, (3_000_000.0, 100_000.0, 0.0, 4_000_000.0, 0.0, -100_000.0), 3035)
    disc = drawn(*["..######..", ".########."] * 5)
    assert area_m2(mask_geometry(disc, laea), laea.crs) == pytest.approx(disc.sum() * 1e10, rel=1e-4)


def test_holes_are_no_area() -> None:
    place = grid(3, 3)
    ring = area_m2(mask_geometry(drawn("###", "#.#", "###"), place), place.crs)
    whole = area_m2(mask_geometry(np.ones((3, 3), bool), place), place.crs)
    assert ring == pytest.approx(whole * 8 / 9, rel=1e-6)


def test_without_a_place_on_earth_there_is_no_area() -> None:
    pixel = mask_geometry(np.ones((1, 1), bool), grid(1, 1))
    assert area_m2(pixel, "") is None
    assert area_m2(pixel, 'LOCAL_CS["a wall",UNIT["metre",1]]') is None


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
    assert [name[:10] for name in FIELDS] == [name[:10] for name in found[0] if name != "geometry"]


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
    assert ".gpkg, .geojson, .fgb, .shp" in caught.value.hint


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
