"""Where an export goes: files that are there already, full disks, databases."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

pytestmark = [pytest.mark.qgis, pytest.mark.usefixtures("qgis_app")]  # every test needs its providers

from askmap.backend.entries.entry import OPEN  # noqa: E402
from askmap.backend.errors import Cancelled, NotWritten  # noqa: E402
from askmap.backend.outputs.vector import write_answer  # noqa: E402
from askmap.plugin.export.database_writer import Table, comments, layer_of  # noqa: E402
from askmap.plugin.export.exporter import export  # noqa: E402
from askmap.plugin.export.metadata import LayerDescription, metadata  # noqa: E402
from askmap.plugin.export.shaping import AS_FOUND, Shaping  # noqa: E402
from askmap.plugin.export.writers import ExportRequest  # noqa: E402
from exporting import CONTEXT, HERE, HOLED, THERE, entry, files, opened, path_of, rows, written  # noqa: E402
from grids import grid, noise  # noqa: E402
from osgeo import gdal, ogr  # noqa: E402
from qgis.core import (  # noqa: E402
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsProviderRegistry,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from rasters import full_disk, make_answer  # noqa: E402


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
        export([entry(HERE)], ExportRequest(form, path_of(tmp_path, form)), lambda id: None, CONTEXT, stop)
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
    return export(entries, ExportRequest("postgis", table, **wishes), lambda id: None, CONTEXT)


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
    words = LayerDescription(metadata([asked], AS_FOUND), {"label": 'a "label"'}, "target")
    of_table, of_column = comments(words, Table("survey", "my schema", 'it"s'))
    assert of_table.startswith('COMMENT ON TABLE "my schema"."it""s" IS \'Targets: Where could')
    assert "O''Neill''s <b>; DROP TABLE ships; --" in of_table
    assert of_table.replace("''", "").count("'") == 2
    assert of_column.startswith('COMMENT ON COLUMN "my schema"."it""s"."a ""label""" IS \'What the reasoner')


def test_a_connection_that_qgis_does_not_know_is_refused(qgis_app):
    with pytest.raises(NotWritten, match="no connection «nowhere»"):
        into_table(entry(HERE), connection="nowhere")


def test_what_a_geopackage_holds_besides_stays_in_it_with_its_styles(tmp_path):
    path = path_of(tmp_path, "geopackage")
    parcels = QgsVectorLayer("Point?crs=EPSG:4326&field=label:string", "parcels", "memory")
    parcels.dataProvider().addFeatures([QgsFeature(parcels.fields())])
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", "parcels"
    QgsVectorFileWriter.writeAsVectorFormatV3(parcels, str(path), CONTEXT, options)
    theirs = QgsVectorLayer(f"{path}|layername=parcels", "parcels", "ogr")
    theirs.saveStyleToDatabase("mine", "", True, "")
    del theirs
    for entries in ((entry(HERE, THERE),), (entry(HERE),)):
        done = written(tmp_path, "geopackage", *entries)
        assert opened(tmp_path, "geopackage").featureCount() == done.count
        assert isinstance(opened(tmp_path, "geopackage").renderer(), QgsCategorizedSymbolRenderer)
        store = ogr.Open(str(path))
        assert {layer.GetName() for layer in store} == {"parcels", "targets", "layer_styles"}
        assert store.GetLayerByName("parcels").GetFeatureCount() == 1
        styles = store.GetLayerByName("layer_styles")
        assert sorted((row["f_table_name"], row["styleName"]) for row in styles) == [
            ("parcels", "mine"),
            ("targets", "targets"),
        ]
        del styles, store


def test_a_layer_of_the_user_that_has_our_name_is_not_replaced(tmp_path):
    path = path_of(tmp_path, "geopackage")
    store = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    store.CreateLayer("targets", None, ogr.wkbPoint)
    del store
    before = path.read_bytes()
    with pytest.raises(NotWritten, match="not AskMap's"):
        written(tmp_path, "geopackage", entry(HERE))
    assert path.read_bytes() == before


def test_an_answer_that_the_shell_wrote_is_replaced_by_an_export(tmp_path):
    write_answer(make_answer(grid(), HERE, THERE), path_of(tmp_path, "geopackage"))
    written(tmp_path, "geopackage", entry(HERE))
    assert opened(tmp_path, "geopackage").featureCount() == 1


@pytest.mark.parametrize("of", ["the entry", "the map"])
def test_no_raster_that_was_asked_about_or_is_on_the_map_is_replaced(tmp_path, flat_raster, of):
    path = flat_raster.rename(path_of(tmp_path, "raster"))
    before, asked = path.read_bytes(), entry(HERE)
    source = str(path) if of == "the entry" else "the map"
    asked = replace(asked, provenance=replace(asked.provenance, source=source))
    with pytest.raises(NotWritten, match="a part of the raster"):
        written(tmp_path, "raster", asked, rasters=() if of == "the entry" else (str(path),))
    assert path.read_bytes() == before


def test_a_raster_of_targets_that_is_on_the_map_is_replaced(tmp_path):
    path = written(tmp_path, "raster", entry(HERE)).place
    written(tmp_path, "raster", entry(THERE), rasters=(str(path),))
    assert gdal.Open(str(path)).ReadAsArray().sum() == THERE.sum()
