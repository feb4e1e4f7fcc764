"""The history follows its project, wherever that is saved or opened; in real QGIS."""

from __future__ import annotations

import os
import shutil
import threading
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.entries.entry import ACCEPTED  # noqa: E402
from askmap.backend.history.store import History  # noqa: E402
from askmap.backend.outputs.vector import write_answer  # noqa: E402
from askmap.backend.stages import Grid  # noqa: E402
from askmap.plugin.history import locked_history  # noqa: E402
from askmap.plugin.history.moved_files import move_rest  # noqa: E402
from desktop import PATIENCE_S, wait_until  # noqa: E402
from entries import entries_of, ids, make_entry, make_scene, rectangle, utm_grid  # noqa: E402
from qgis.core import (  # noqa: E402
    QgsCoordinateReferenceSystem,
    QgsFillSymbol,
    QgsProject,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from rasters import make_answer  # noqa: E402

A, B = "a" * 32, "b" * 32


def answer_layer(kept, name="answer.gpkg", grid=None):
    """A layer of an answer where the plugin would put it, in the project."""
    path = kept.folder_for_layers() / name
    write_answer(make_answer(grid or utm_grid(), rectangle(2, 3, 9, 8), rectangle(20, 10, 30, 25)), path)
    options = QgsVectorLayer.LayerOptions()
    options.skipCrsValidation = True
    layer = QgsVectorLayer(f"{path}|layername=targets", "Targets", "ogr", options)
    if grid is not None:
        layer.setCrs(QgsCoordinateReferenceSystem())
    layer.setCustomProperty("askmap/entry", A)
    QgsProject.instance().addMapLayer(layer)
    return layer


def written(path):
    """The text of a project file."""
    with zipfile.ZipFile(path) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".qgs"))
        return archive.read(name).decode()


def file_of(layer):
    return Path(layer.source().split("|")[0])


def test_nothing_is_written_before_something_is_asked(kept, tmp_path):
    assert kept.headings() == []
    assert not (tmp_path / "profile").exists()


def test_an_unsaved_project_keeps_its_history_in_the_profile_and_asks_to_be_saved(kept, project, tmp_path):
    assert not project.isDirty()
    kept.history.put(make_entry(), make_scene())
    assert kept.history.path.parent == tmp_path / "profile" / "askmap" / "unsaved"
    assert project.isDirty()
    assert ids(kept) == {A}


@pytest.mark.parametrize("ending", [".qgz", ".qgs"])
def test_saving_takes_the_history_beside_the_project(kept, project, tmp_path, ending):
    kept.history.put(make_entry(), make_scene())
    old = kept.history.path
    assert project.write(str(tmp_path / "work" / f"my town{ending}"))
    assert kept.history.path == tmp_path / "work" / "my town_askmap.gpkg"
    assert ids(kept) == {A}
    assert np.array_equal(kept.history.scene(A).image, make_scene().image)
    assert not old.exists()
    assert list(old.parent.glob("*.lock")) == []
    assert kept.heard == []


def test_a_question_that_was_asked_before_the_saving_is_answered_in_the_new_place(kept, project, tmp_path):
    asked_of = kept.history
    asked_of.put(make_entry())
    project.write(str(tmp_path / "work" / "p.qgz"))
    asked_of.put(make_entry(B))
    assert ids(kept) == {A, B}
    assert os.listdir(tmp_path / "profile" / "askmap" / "unsaved") == []


def test_a_question_whose_project_was_left_does_not_come_into_the_next_one(kept, project, tmp_path):
    asked_of = kept.history
    asked_of.put(make_entry())
    project.clear()
    asked_of.put(make_entry(B))
    assert kept.headings() == []
    assert list((tmp_path / "profile" / "askmap" / "unsaved").iterdir()) == []


def test_answers_move_with_the_saved_project_and_its_file_says_so(kept, project, tmp_path):
    kept.history.put(make_entry())
    layer = answer_layer(kept)
    layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple({"color": "#ff0000"})))
    layer.setSubsetString('"target" > 1')
    old = file_of(layer)
    assert project.write(str(tmp_path / "work" / "p.qgz"))
    assert file_of(layer) == tmp_path / "work" / "p_askmap" / "answer.gpkg"
    assert layer.isValid()
    assert layer.featureCount() == 1
    assert layer.renderer().symbol().color().name() == "#ff0000"
    assert layer.customProperty("askmap/entry") == A
    assert not old.exists()
    assert [file.name for file in (tmp_path / "work" / "p_askmap").glob("*.gpkg")] == ["answer.gpkg"]
    assert "unsaved" not in written(tmp_path / "work" / "p.qgz")
    assert written(tmp_path / "work" / "p.qgz").count("./p_askmap/answer.gpkg") >= 2
    assert not project.isDirty()
    project.clear()
    shutil.rmtree(tmp_path / "profile")
    assert project.read(str(tmp_path / "work" / "p.qgz"))
    (layer,) = project.mapLayers().values()
    assert layer.isValid()
    assert layer.featureCount() == 1
    assert ids(kept) == {A}


def test_a_layer_without_a_coordinate_system_has_none_after_the_move(kept, project, tmp_path):
    kept.history.put(make_entry())
    layer = answer_layer(kept, grid=Grid(40, 30, (1, 0, 0, 0, -1, 0)))
    project.write(str(tmp_path / "work" / "p.qgz"))
    assert "p_askmap" in layer.source()
    assert not layer.crs().isValid()


def test_an_answer_that_is_being_edited_stays_until_the_next_saving(kept, project, tmp_path):
    kept.history.put(make_entry())
    layer = answer_layer(kept)
    assert layer.startEditing()
    label = layer.fields().indexOf("label")
    (first, _) = layer.getFeatures()
    layer.changeAttributeValue(first.id(), label, "a quay")
    project.write(str(tmp_path / "work" / "p.qgz"))
    assert "unsaved" in layer.source()
    assert layer.isEditable()
    assert layer.commitChanges()
    project.write()
    assert file_of(layer) == tmp_path / "work" / "p_askmap" / "answer.gpkg"
    assert "a quay" in {feature["label"] for feature in layer.getFeatures()}


def test_answers_that_no_layer_shows_move_too(kept, project, tmp_path):
    kept.history.put(make_entry())
    layer = answer_layer(kept)
    project.removeMapLayer(layer.id())
    project.write(str(tmp_path / "work" / "p.qgz"))
    assert (tmp_path / "work" / "p_askmap" / "answer.gpkg").is_file()


def test_answers_to_a_saved_project_lie_beside_it(kept, project, tmp_path):
    project.write(str(tmp_path / "work" / "p.qgz"))
    assert kept.folder_for_layers() == tmp_path / "work" / "p_askmap"
    assert kept.folder_for_layers().is_dir()


def test_saving_under_another_name_copies_the_history(kept, project, tmp_path):
    project.write(str(tmp_path / "work" / "p.qgz"))
    kept.history.put(make_entry(), make_scene())
    project.write(str(tmp_path / "work" / "q.qgz"))
    kept.history.put(make_entry(B))
    assert kept.history.path.name == "q_askmap.gpkg"
    assert ids(kept) == {A, B}
    assert [entry.id for entry in entries_of(History(tmp_path / "work" / "p_askmap.gpkg"))] == [A]


def test_saving_over_another_project_keeps_its_history_too(kept, project, tmp_path):
    History(tmp_path / "work" / "p_askmap.gpkg").put(make_entry(B))
    kept.history.put(make_entry())
    project.write(str(tmp_path / "work" / "p.qgz"))
    assert ids(kept) == {A, B}


def test_opening_a_project_opens_its_history(kept, project, tmp_path):
    project.write(str(tmp_path / "work" / "p.qgz"))
    kept.history.put(make_entry())
    changes = []
    kept.changed.connect(lambda: changes.append(ids(kept)))
    project.clear()
    project.read(str(tmp_path / "work" / "p.qgz"))
    assert changes[0] == set()
    assert changes[-1] == {A}


def test_leaving_an_unsaved_project_leaves_nothing_behind(kept, project, tmp_path):
    kept.history.put(make_entry())
    answer_layer(kept)
    project.clear()
    assert kept.headings() == []
    assert list((tmp_path / "profile" / "askmap" / "unsaved").iterdir()) == []


def test_a_project_in_a_geopackage_has_its_history_in_the_profile(kept, project, tmp_path):
    kept.history.put(make_entry())
    write_answer(make_answer(utm_grid()), tmp_path / "work" / "store.gpkg")
    address = f"geopackage:{tmp_path / 'work' / 'store.gpkg'}?projectName=p"
    assert project.write(address)
    assert kept.history.path.parent == tmp_path / "profile" / "askmap" / "projects"
    assert kept.folder_for_layers().parent == kept.history.path.parent
    project.clear()
    project.read(address)
    assert ids(kept) == {A}


def test_any_thread_may_write(kept):
    changes = []
    kept.changed.connect(lambda: changes.append(threading.current_thread()))
    worker = threading.Thread(target=lambda: kept.history.put(make_entry(), make_scene()))
    worker.start()
    worker.join()
    wait_until(lambda: changes, "the change was heard")
    assert set(changes) == {threading.main_thread()}
    assert ids(kept) == {A}


def test_a_verdict_does_not_wait_while_the_picture_of_a_question_is_packed(kept, monkeypatch):
    packing, done = threading.Event(), threading.Event()

    def pack_slowly(*_):
        packing.set()
        assert done.wait(PATIENCE_S)
        return []

    judged = make_entry("a" * 32, rectangle(1, 2, 9, 9))
    kept.history.put(judged)
    monkeypatch.setattr(locked_history, "packed", pack_slowly)
    asking = threading.Thread(target=kept.history.put, args=(make_entry("b" * 32), make_scene()))
    asking.start()
    assert packing.wait(PATIENCE_S)
    finding = replace(judged.findings[0], state=ACCEPTED)
    kept.history.change("a" * 32, [(judged.findings[0], finding)])
    done.set()
    asking.join()
    assert ids(kept) == {"a" * 32, "b" * 32}
    assert kept.history.entry("a" * 32).findings == (finding,)


@pytest.mark.parametrize("taken", ["a.gpkg", "a.gpkg-wal"])
def test_an_answer_that_moves_finds_a_free_name_and_is_never_left_to_be_removed(project, tmp_path, taken):
    old, folder = tmp_path / "old", tmp_path / "new"
    for each in (old, folder):
        each.mkdir()
    (old / "a.gpkg").write_text("answer")
    (old / "a.gpkg-wal").write_text("its log")
    (folder / taken).write_text("mine")
    assert move_rest(old, folder, project) == [folder / "a_2.gpkg"]
    assert (folder / taken).read_text() == "mine"
    assert (folder / "a_2.gpkg").read_text() == "answer"
    assert (folder / "a_2.gpkg-wal").read_text() == "its log"
    assert list(old.iterdir()) == []
