"""Layers and findings in step, in real QGIS, on a real history and a real GeoPackage."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.entries.entry import ACCEPTED, EDITED, OPEN, REJECTED, entry_from  # noqa: E402
from askmap.backend.geo.outlines import mask_geometry  # noqa: E402
from askmap.backend.history.store import History  # noqa: E402
from askmap.backend.outputs.vector import write_entry  # noqa: E402
from askmap.backend.stages import Point  # noqa: E402
from askmap.plugin.layers.group import add_entry, layers_of  # noqa: E402
from askmap.plugin.layers.sync import AT_ONCE, LayerSync  # noqa: E402
from askmap.plugin.review.review import Review  # noqa: E402
from desktop import wait_until  # noqa: E402
from grids import grid  # noqa: E402
from qgis.core import (  # noqa: E402
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsRenderContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication  # noqa: E402
from rasters import make_answer  # noqa: E402


def block(left: int, top: int, side: int = 2) -> np.ndarray:
    mask = np.zeros((8, 8), bool)
    mask[top : top + side, left : left + side] = True
    return mask


@pytest.fixture
def entry():
    return entry_from(make_answer(grid(), block(0, 0), block(4, 4)), "a" * 32)


@pytest.fixture
def history(tmp_path, entry):
    history = History(tmp_path / "history.gpkg")
    history.put(entry)
    return history


@pytest.fixture
def review(desk, history, entry, tmp_path):
    add_entry(entry, write_entry(entry, tmp_path / "answer.gpkg"), None, QgsProject.instance())
    review = Review(lambda: history)
    layers = LayerSync(review.read)
    faults = []
    review.kept.connect(layers.show)
    layers.edited.connect(review.take_edits)
    layers.selected.connect(lambda id, number: review.choose(number))
    layers.failed.connect(faults.append)
    review.opened.connect(layers.refresh)
    review.open(entry)
    yield review
    layers.close()
    assert faults == []


def table(name: str = "targets"):
    return layers_of("a" * 32, QgsProject.instance())[name]


def rows(name: str = "targets") -> dict:
    return {feature["target"]: feature for feature in table(name).getFeatures()}


def settled() -> None:
    for _ in range(5):
        QCoreApplication.processEvents()


def test_a_verdict_and_a_note_reach_the_layer_and_its_file(review, tmp_path):
    review.set_state(2, ACCEPTED)
    review.set_note(2, "a <b>pier</b>")
    settled()
    assert {number: row["state"] for number, row in rows().items()} == {1: OPEN, 2: ACCEPTED}
    assert rows()[2]["note"] == "a <b>pier</b>"
    assert not table().isEditable()
    review.undo.undo()
    review.undo.undo()
    settled()
    assert {row["state"] for row in rows().values()} == {OPEN}


def test_another_outline_reaches_the_layer_with_its_area_and_its_prompts(review, entry):
    bigger = mask_geometry(block(0, 0, 4), entry.grid)
    target = replace(entry.findings[0].target, negatives=(Point(7, 7),))
    review.put(replace(entry.findings[0], outline=bigger, target=target), "Refine")
    settled()
    assert rows()[1]["area_px"] == 16
    assert rows()[1].geometry().area() == pytest.approx(16 * 4)
    assert [row["positive"] for row in table("points").getFeatures() if row["target"] == 1] == [1, 1, 0]
    review.undo.undo()
    settled()
    assert rows()[1]["area_px"] == 4
    assert [row["positive"] for row in table("points").getFeatures() if row["target"] == 1] == [1, 1]


def test_a_layer_of_an_older_askmap_that_has_fewer_columns_takes_verdicts_and_targets(review):
    layer = table()
    assert layer.dataProvider().deleteAttributes([layer.fields().indexOf("confidence")])
    layer.updateFields()
    review.set_state(2, ACCEPTED)
    review.remove(1)
    review.undo.undo()
    settled()
    assert {number: row["state"] for number, row in rows().items()} == {1: OPEN, 2: ACCEPTED}
    assert rows()[1]["area_px"] == 4


def test_a_removed_target_leaves_all_layers_and_comes_back(review):
    review.remove(1)
    settled()
    assert set(rows()) == set(rows("boxes")) == set(rows("points")) == {2}
    review.undo.undo()
    settled()
    assert set(rows()) == set(rows("boxes")) == {1, 2}


def test_while_somebody_edits_the_layer_a_verdict_is_one_of_its_edits(review):
    table().startEditing()
    review.set_state(1, REJECTED)
    settled()
    assert rows()[1]["state"] == REJECTED
    assert table().isEditable()
    assert table().undoStack().count() == 1
    table().commitChanges()


def test_discarding_the_layers_edits_does_not_discard_a_verdict(review, history):
    table().startEditing()
    review.set_state(1, REJECTED)
    settled()
    table().rollBack()
    settled()
    assert rows()[1]["state"] == REJECTED
    assert history.entry("a" * 32).finding(1).state == REJECTED


def test_an_edit_with_qgis_own_tools_reaches_the_history_and_can_be_undone(review, history):
    layer, moved = table(), QgsGeometry.fromRect(QgsRectangle(500_000, 3_999_990, 500_006, 3_999_996))
    layer.startEditing()
    layer.changeGeometry(rows()[1].id(), moved)
    layer.commitChanges()
    wait_until(lambda: review.undo.canUndo(), "the edit is noticed")
    finding = history.entry("a" * 32).finding(1)
    assert finding.made == EDITED
    kept = QgsGeometry()
    kept.fromWkb(finding.outline)
    assert kept.area() == pytest.approx(36)
    settled()
    assert rows()[1]["made"] == EDITED
    review.undo.undo()
    settled()
    assert rows()[1].geometry().area() == pytest.approx(16)
    assert history.entry("a" * 32).finding(1).made == "model"


def test_a_target_drawn_with_qgis_own_tools_gets_a_number(review, history):
    layer = table()
    layer.startEditing()
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(500_004, 3_999_990, 500_008, 3_999_994)))
    layer.addFeature(feature)
    layer.commitChanges()
    wait_until(lambda: review.entry.finding(3) is not None, "the target is noticed")
    settled()
    assert history.entry("a" * 32).finding(3).made == EDITED
    assert sorted(feature["target"] for feature in table().getFeatures()) == [1, 2, 3]
    review.undo.undo()
    settled()
    assert sorted(feature["target"] for feature in table().getFeatures()) == [1, 2]


def test_a_feature_deleted_in_qgis_is_removed_and_comes_back(review, history):
    table().startEditing()
    table().deleteFeature(rows()[2].id())
    table().commitChanges()
    wait_until(lambda: review.undo.canUndo(), "the deletion is noticed")
    assert history.entry("a" * 32).finding(2) is None
    review.undo.undo()
    settled()
    assert set(rows()) == {1, 2}


def test_a_state_typed_into_the_attribute_table_counts_and_nonsense_does_not(review, history):
    layer, column = table(), table().fields().indexOf("state")
    layer.startEditing()
    layer.changeAttributeValue(rows()[1].id(), column, ACCEPTED.value)
    layer.changeAttributeValue(rows()[2].id(), column, "maybe")
    layer.commitChanges()
    wait_until(lambda: review.undo.canUndo(), "the verdict is noticed")
    assert [finding.state for finding in history.entry("a" * 32).findings] == [ACCEPTED, OPEN]


def test_selecting_a_feature_chooses_its_target(review):
    table().selectByIds([rows()[2].id()])
    assert review.number == 2


def test_what_a_crash_kept_from_the_layer_is_there_when_the_answer_is_opened(review, history, entry):
    history.change("a" * 32, [(None, replace(entry.findings[0], state=ACCEPTED))])
    review.open(history.entry("a" * 32))
    settled()
    assert rows()[1]["state"] == ACCEPTED


def test_many_verdicts_reach_the_layer_a_few_at_a_time(desk, tmp_path):
    many = entry_from(make_answer(grid(), *[block(0, 0)] * (2 * AT_ONCE + 1)), "b" * 32)
    add_entry(many, write_entry(many, tmp_path / "many.gpkg"), None, QgsProject.instance())
    layers, commits = LayerSync(lambda id: many), []
    layer = layers_of("b" * 32, QgsProject.instance())["targets"]
    layer.committedAttributeValuesChanges.connect(lambda _, rows: commits.append(len(rows)))
    many = replace(many, findings=tuple(replace(finding, state=ACCEPTED) for finding in many.findings))
    layers.show("b" * 32, range(1, len(many.findings) + 1))
    wait_until(lambda: sum(commits) == len(many.findings), "all are written")
    assert commits == [AT_ONCE, AT_ONCE, 1]
    assert {feature["state"] for feature in layer.getFeatures()} == {ACCEPTED}
    layers.close()


def test_what_waits_is_written_when_the_plugin_goes(desk, entry, tmp_path):
    add_entry(entry, write_entry(entry, tmp_path / "answer.gpkg"), None, QgsProject.instance())
    judged = replace(entry, findings=tuple(replace(finding, state=REJECTED) for finding in entry.findings))
    layers = LayerSync(lambda id: judged)
    layers.show("a" * 32, [1, 2])
    layers.close()
    assert {row["state"] for row in rows().values()} == {REJECTED}


def test_what_waits_is_written_when_the_project_is_left(review, tmp_path):
    review.set_state(1, ACCEPTED)
    QgsProject.instance().clear()
    sheet = QgsVectorLayer(f"{tmp_path / 'answer.gpkg'}|layername=targets", "", "ogr")
    assert {row["target"]: row["state"] for row in sheet.getFeatures()} == {1: ACCEPTED, 2: OPEN}


def test_an_edit_by_hand_takes_in_only_what_was_edited(review, history, entry):
    """What the layer said otherwise before, as after a crash, is nobody's edit."""
    history.change("a" * 32, [(None, replace(entry.findings[1], state=ACCEPTED))])
    review.blockSignals(True)  # nor does the layer hear of it
    review.open(history.entry("a" * 32))
    review.blockSignals(False)
    layer = table()
    layer.startEditing()
    layer.changeAttributeValue(rows()[1].id(), layer.fields().indexOf("note"), "by hand")
    layer.commitChanges()
    wait_until(lambda: review.undo.canUndo(), "the edit is noticed")
    now = [(finding.state, finding.note) for finding in history.entry("a" * 32).findings]
    assert now == [(OPEN, "by hand"), (ACCEPTED, "")]


def test_a_project_that_was_saved_shows_its_targets_again(review, tmp_path):
    project, place = QgsProject.instance(), str(tmp_path / "kept.qgz")
    assert project.write(place)
    project.clear()
    assert project.read(place)
    layer, context = table(), QgsRenderContext()
    renderer = layer.renderer().clone()
    renderer.startRender(context, layer.fields())
    drawn = QgsFeatureRequest().setFilterExpression(renderer.filter(layer.fields()) or "TRUE")  # as QGIS does
    renderer.stopRender(context)
    assert [row["target"] for row in layer.getFeatures(drawn)] == [1, 2]
