"""The files behind an answer's layers come and go with them, in real QGIS."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis

from askmap.plugin.layers import files as files_module  # noqa: E402
from askmap.plugin.layers.files import LayerFiles  # noqa: E402
from askmap.plugin.layers.group import MASKS, layers_of  # noqa: E402
from askmap.plugin.layers.paths import file_of, files_before  # noqa: E402
from askmap.plugin.runtime.file_worker import FileWorker  # noqa: E402
from askmap.plugin.settings import Settings, SettingsStore  # noqa: E402
from desktop import no_tasks, wait_until  # noqa: E402
from entries import make_entry, rectangle  # noqa: E402
from qgis.core import QgsDataProvider, QgsProject, QgsVectorLayer  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402

ENTRY = make_entry("a" * 32, rectangle(1, 2, 9, 9), question="Where?")
CORRECTED = make_entry("a" * 32, rectangle(1, 2, 5, 9), question="Where?")
QUICK_MS = 50  # the rest after a correction
NAME = "askmap_20260102030405_aaaaaaaa_where"


@pytest.fixture
def files(desk, tmp_path, monkeypatch):
    monkeypatch.setattr(files_module, "REST_MS", QUICK_MS)
    file_worker, settings = FileWorker(), SettingsStore()
    files = LayerFiles(file_worker, lambda id: files.entry, lambda: files.folder, settings)
    files.entry, files.folder = ENTRY, tmp_path  # as the history and the settings have them
    files.faults, files.settings = [], settings
    files.failed.connect(files.faults.append)
    yield files
    files.forget()
    file_worker.close()
    assert files.faults == []


def opened(files):
    """The layers of the answer, as after «Open»."""
    files.ensure(ENTRY)
    wait_until(lambda: layers_of(ENTRY.id, QgsProject.instance()), "its layers are there")


def correct(files, entry):
    files.entry = entry
    files.notice(entry.id)


def removed():
    """As a person removes them from the map."""
    QgsProject.instance().removeMapLayers(
        [layer.id() for layer in layers_of(ENTRY.id, QgsProject.instance()).values()]
    )


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_files_that_were_written_anew_take_the_place_of_the_older_ones(files, tmp_path):
    opened(files)
    assert names(tmp_path) == [f"{NAME}.gpkg", f"{NAME}_masks.tif"]
    removed()
    opened(files)
    assert names(tmp_path) == [f"{NAME}_2.gpkg", f"{NAME}_2_masks.tif"]


def test_no_name_is_given_twice(files, tmp_path):
    for _ in range(3):
        opened(files)
        removed()
    assert names(tmp_path) == [f"{NAME}_3.gpkg", f"{NAME}_3_masks.tif"]
    assert file_of(ENTRY, tmp_path).name == f"{NAME}_4.gpkg"


def test_an_older_file_that_another_layer_shows_stays(files, tmp_path):
    opened(files)
    source = layers_of(ENTRY.id, QgsProject.instance())["boxes"].source()
    removed()
    QgsProject.instance().addMapLayer(QgsVectorLayer(source, "mine", "ogr"))
    opened(files)
    assert names(tmp_path) == [f"{NAME}.gpkg", f"{NAME}_2.gpkg", f"{NAME}_2_masks.tif"]


def test_an_older_file_that_another_qgis_writes_into_stays(files, tmp_path):
    opened(files)
    removed()
    (tmp_path / f"{NAME}.gpkg-shm").touch()
    opened(files)
    assert (tmp_path / f"{NAME}.gpkg").exists()


@pytest.mark.parametrize(
    "name",
    [
        f"{NAME}_copy.gpkg",
        f"copy_of_{NAME}.gpkg",
        f"{NAME}.gpkg.bak",
        "askmap_20260102030405_bbbbbbbb_where.gpkg",
        "askmap_20260102030406_aaaaaaaa_where.gpkg",
        f"{NAME}_2.shp",
    ],
)
def test_what_is_not_ours_or_of_another_answer_stays(tmp_path, name):
    (tmp_path / name).touch()
    assert files_before(ENTRY, tmp_path / f"{NAME}_2.gpkg") == []


def test_in_a_folder_that_a_person_chose_nothing_is_removed(files, tmp_path):
    files.settings.write(Settings(output_folder=str(tmp_path)))
    opened(files)
    removed()
    opened(files)
    assert {f"{NAME}.gpkg", f"{NAME}_2.gpkg"} <= set(names(tmp_path))


def test_leaving_the_project_while_files_are_written_is_no_fault(files, tmp_path):
    """Their folder may have gone with it."""
    folder = tmp_path / "gone"
    files.folder = folder
    folder.write_text("not a folder")
    files.ensure(ENTRY)
    files.forget()
    files.folder = tmp_path
    opened(files)
    assert files.faults == []


def test_a_raster_that_the_layer_of_masks_was_pointed_to_is_neither_removed_nor_replaced(
    files, tmp_path, flat_raster
):
    opened(files)
    layer = layers_of(ENTRY.id, QgsProject.instance())[MASKS]
    layer.setDataSource(str(flat_raster), "mine", "gdal", QgsDataProvider.ProviderOptions())
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    correct(files, CORRECTED)
    QTest.qWait(2 * QUICK_MS)
    wait_until(no_tasks, "nothing is written any more")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_masks_that_another_project_may_show_stay_when_they_are_drawn_anew(files, tmp_path):
    opened(files)
    layer = layers_of(ENTRY.id, QgsProject.instance())[MASKS]
    for entry, name in ((CORRECTED, f"{NAME}_masks_.tif"), (ENTRY, f"{NAME}_masks.tif")):  # in turn
        correct(files, entry)
        wait_until(lambda name=name: layer.source().endswith(f"/{name}"), "the layer shows them")
    assert names(tmp_path) == [f"{NAME}.gpkg", f"{NAME}_masks.tif", f"{NAME}_masks_.tif"]
