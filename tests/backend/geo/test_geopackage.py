"""backend/geo/geopackage.py: what else a GeoPackage holds stays in it."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from askmap.backend.errors import NotWritten
from askmap.backend.geo.geopackage import check_layers, is_database, others_kept
from askmap.backend.outputs.vector import LAYERS, write_answer
from commands import SmallEngine, ask, make_image
from grids import grid, noise
from killing import killed_at_each_step
from osgeo import gdal, ogr
from rasters import full_disk, make_answer

pytestmark = pytest.mark.usefixtures("either_switch")


def add_layer(path: Path, name: str, *labels: str) -> Path:
    driver = ogr.GetDriverByName("GPKG")
    store = driver.Open(str(path), 1) if path.exists() else driver.CreateDataSource(str(path))
    layer = store.CreateLayer(name, None, ogr.wkbPoint)
    layer.CreateField(ogr.FieldDefn("label", ogr.OFTString))
    for label in labels:
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField("label", label)
        layer.CreateFeature(feature)
    del layer
    store.FlushCache()
    return path


def add_raster(path: Path, name: str, image: Path) -> Path:
    options = [f"RASTER_TABLE={name}", "APPEND_SUBDATASET=YES"] if path.exists() else [f"RASTER_TABLE={name}"]
    assert gdal.GetDriverByName("GPKG").CreateCopy(str(path), gdal.Open(str(image)), options=options)
    return path


def query(path: Path, statement: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as connection, connection:
        return connection.execute(statement).fetchall()


def layers(path: Path) -> dict[str, int]:
    return {layer.GetName(): layer.GetFeatureCount() for layer in ogr.Open(str(path))}


def answer(*sizes: int) -> Any:
    masks = np.zeros((len(sizes), 8, 8), bool)
    for mask, size in zip(masks, sizes):
        mask[:size, :size] = True
    return make_answer(grid(), *masks)


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    return add_layer(tmp_path / "mine.gpkg", "parcels", "a", "b")


@pytest.mark.parametrize("name", ["gpkg_notes", "layer_styles_of_2019", "rtree_parcels"])
def test_a_table_of_the_user_stays_that_is_called_like_one_of_every_geopackage(
    tmp_path: Path, name: str
) -> None:
    path = write_answer(answer(3), tmp_path / "ours.gpkg")
    query(path, f"CREATE TABLE {name} AS SELECT 7 AS number")
    write_answer(answer(4), path)
    assert query(path, f"SELECT number FROM {name}") == [(7,)]


def test_layers_of_the_user_stay_and_ours_are_added_and_later_replaced(mine: Path) -> None:
    write_answer(answer(3, 5), mine)
    assert layers(mine) == {"parcels": 2, "targets": 2, "boxes": 2, "points": 4}
    write_answer(answer(4), mine)
    assert layers(mine) == {"parcels": 2, "targets": 1, "boxes": 1, "points": 2}
    assert [row[0] for row in query(mine, "SELECT label FROM parcels")] == ["a", "b"]
    assert query(mine, "PRAGMA integrity_check") == [("ok",)]
    assert query(mine, "PRAGMA foreign_key_check") == []


def test_rasters_tables_views_styles_and_projects_stay(mine: Path, tmp_path: Path) -> None:
    add_raster(mine, "ortho", make_image(tmp_path / "image.tif"))
    query(mine, "CREATE TABLE notes (word TEXT)")
    query(mine, "INSERT INTO notes VALUES ('kept')")
    query(mine, "CREATE VIEW both AS SELECT * FROM parcels")
    query(
        mine,
        "CREATE TABLE layer_styles (id INTEGER PRIMARY KEY, f_table_name, styleName, styleQML, description)",
    )
    styles = [("parcels", "AskMap", "<q/>"), ("parcels", "mine", "<q/>"), ("targets", "mine", "<q/>")]
    for style in styles:
        query(mine, f"INSERT INTO layer_styles (f_table_name, styleName, styleQML) VALUES {style}")
    for count in (1, 2):
        write_answer(answer(*range(1, count + 1)), mine)
        assert layers(mine)["targets"] == count
        assert gdal.Open(f"GPKG:{mine}:ortho").ReadAsArray().max() == 199
        assert query(mine, "SELECT word FROM notes") == [("kept",)]
        assert query(mine, "SELECT count(*) FROM both") == [(2,)]
        assert query(mine, "SELECT f_table_name, styleName, styleQML FROM layer_styles") == styles


def test_a_geopackage_with_a_raster_alone_keeps_it(tmp_path: Path) -> None:
    path = add_raster(tmp_path / "photos.gpkg", "ortho", make_image(tmp_path / "image.tif"))
    write_answer(answer(3), path)
    assert gdal.Open(f"GPKG:{path}:ortho").ReadAsArray().max() == 199
    assert layers(path)["targets"] == 1


@pytest.mark.parametrize("name", ["targets", "points", "Boxes"])
def test_a_layer_of_the_user_with_a_name_of_ours_is_never_replaced(tmp_path: Path, name: str) -> None:
    path = add_layer(tmp_path / "mine.gpkg", name, "a")
    before = path.read_bytes()
    for write in (lambda: check_layers(path, LAYERS), lambda: write_answer(answer(3), path)):
        with pytest.raises(NotWritten, match=f"«{name}» that is not AskMap's"):
            write()
    assert path.read_bytes() == before


def test_an_answer_alone_is_replaced_as_a_whole(tmp_path: Path) -> None:
    path = write_answer(make_answer(grid(100, 100), noise(100)), tmp_path / "a.gpkg")
    before = path.stat().st_size
    write_answer(answer(3), path)
    assert path.stat().st_size < before


@pytest.mark.parametrize("content", [b"older", b"SQLite format 3\x00" + bytes(200)])
def test_what_is_no_geopackage_is_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.gpkg"
    path.write_bytes(content)
    with pytest.raises(NotWritten, match="no GeoPackage that can be read"):
        write_answer(answer(3), path)
    assert path.read_bytes() == content


def test_an_empty_file_is_as_good_as_none(tmp_path: Path) -> None:
    (tmp_path / "a.gpkg").touch()
    assert layers(write_answer(answer(3), tmp_path / "a.gpkg"))["targets"] == 1


def test_a_full_disk_leaves_all_that_was_there(mine: Path, tmp_path: Path) -> None:
    write_answer(answer(3), mine)
    before = mine.read_bytes()
    for room in (300, *range(len(before), len(before) + 40_000, 8192)):
        with pytest.raises(NotWritten), full_disk(room):
            write_answer(make_answer(grid(100, 100), noise(100)), mine)
        assert mine.read_bytes() == before
        assert [file.name for file in tmp_path.iterdir()] == [mine.name]


def test_a_change_that_another_program_makes_meanwhile_is_not_lost(mine: Path, tmp_path: Path) -> None:
    def write_slowly(names: Sequence[str]) -> None:
        with others_kept(mine, tmp_path / "place.gpkg", names):
            query(mine, "CREATE TABLE notes (word TEXT)")

    with pytest.raises(NotWritten, match="changed by another program"):
        write_slowly(LAYERS)


def test_whenever_it_is_killed_all_that_was_there_is_there(mine: Path, tmp_path: Path) -> None:
    write_answer(answer(3), mine)
    before = mine.read_bytes()
    for _ in killed_at_each_step(lambda: write_answer(answer(3, 4), mine)):
        assert layers(mine)["parcels"] == 2
        assert layers(mine)["targets"] in (1, 2)
        write_answer(answer(3), tmp_path / "other.gpkg")
        mine.write_bytes(before)


def test_a_database_is_known_by_its_first_bytes(mine: Path, tmp_path: Path) -> None:
    assert is_database(mine)
    for path in (make_image(tmp_path / "image.tif"), tmp_path / "none.gpkg", tmp_path):
        assert not is_database(path)


def test_a_mask_never_takes_the_place_of_a_geopackage(mine: Path, tmp_path: Path) -> None:
    before, engine = mine.read_bytes(), SmallEngine()
    image = make_image(tmp_path / "image.tif")
    assert ask(image, "--mask", mine, engine=engine) == 6
    add_layer(tmp_path / "points.gpkg", "points", "a")
    assert ask(image, "-o", tmp_path / "points.gpkg", engine=engine) == 6
    assert engine.settings == []
    assert mine.read_bytes() == before
