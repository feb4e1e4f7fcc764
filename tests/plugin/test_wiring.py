"""A day's work in the dock: verdicts, corrections, drawn targets, colours and what is on the map."""

from __future__ import annotations

import threading
from dataclasses import replace

import numpy as np
import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.entries.entry import ACCEPTED, DRAWN, OPEN, REFINED, REJECTED  # noqa: E402
from askmap.backend.outputs.palette import BLUE, ORANGE  # noqa: E402
from askmap.plugin.export.dialog import ExportDialog  # noqa: E402
from askmap.plugin.layers.group import layers_of  # noqa: E402
from askmap.plugin.layers.styles import Colouring  # noqa: E402
from askmap.plugin.models.idle_unloading import BEAT_S  # noqa: E402
from askmap.plugin.review.model_view_dialog import ModelViewDialog  # noqa: E402
from bands import band_of  # noqa: E402
from desktop import PATIENCE_S, SQUARE, FakeEngine, no_tasks, wait_until  # noqa: E402
from osgeo import gdal  # noqa: E402
from qgis.core import QgsProject, QgsRasterLayer  # noqa: E402
from qgis.PyQt.QtCore import Qt  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402
from workday import RIGHT, Day  # noqa: E402


def test_verdicts_by_single_keys_reach_cards_layer_and_history(day):
    day.cards.choose(1)
    day.review.choose(1)
    day.key(Qt.Key.Key_A)
    assert day.review.number == 2
    day.key(Qt.Key.Key_R)
    day.wait(lambda: day.area(1), "the layer is written")
    assert [finding.state for finding in day.kept().findings] == [ACCEPTED, REJECTED]
    assert {f["target"]: f["state"] for f in day.layer().getFeatures()} == {1: ACCEPTED, 2: REJECTED}
    day.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [finding.state for finding in day.kept().findings] == [ACCEPTED, OPEN]


def test_a_click_on_the_map_corrects_a_target_and_undo_brings_the_old_one_back(day):
    before = day.area(1)
    day.review.choose(1)
    day.key(Qt.Key.Key_E)
    day.click(9.5, 10.5)
    day.wait(lambda: day.review.entry.finding(1).made == REFINED, "SAM2 has drawn")
    day.click(3.5, 4.5, RIGHT)
    day.wait(lambda: day.review.entry.finding(1).target.negatives, "SAM2 has drawn again")
    assert day.area(1) == before + 1 - 1
    assert [len(day.engine.prompts[-1].points), len(day.engine.prompts[-1].negatives)] == [3, 1]
    assert day.kept().finding(1).made == REFINED
    day.review.undo.undo()
    day.review.undo.undo()
    day.wait(lambda: day.area(1) == before, "the layer is as before")
    assert day.kept().finding(1).target == SQUARE
    assert day.place.answer.correction.active


def test_after_a_correction_the_masks_show_it(day):
    day.review.choose(1)
    day.key(Qt.Key.Key_E)
    day.click(9.5, 10.5)
    day.wait(lambda: day.review.entry.finding(1).made == REFINED, "SAM2 has drawn")
    masks = day.layer("masks").source()
    day.wait(lambda: day.layer("masks").source() != masks, "the masks are written anew")
    numbers = gdal.Open(day.layer("masks").source()).ReadAsArray()
    assert numbers[10, 9] == 1
    assert set(np.unique(numbers)) == {0, 1, 2}


def test_a_new_target_is_drawn_and_counted_on(day):
    QTest.keyClick(day.cards.list, Qt.Key.Key_D)
    day.click(8.5, 1.5)
    day.wait(lambda: day.review.entry.finding(3) is not None, "SAM2 has drawn")
    day.click(9.5, 1.5)
    day.wait(lambda: len(day.review.entry.finding(3).target.points) == 2, "the next click adds to it")
    assert day.review.entry.finding(3).made == DRAWN
    assert day.review.number == day.cards.number() == 3
    day.wait(lambda: day.area(3) == 2, "the layer has it")


def test_enter_gives_the_keys_back_to_the_cards(day):
    day.desk.window.activateWindow()
    day.review.choose(1)
    day.key(Qt.Key.Key_E)
    QTest.keyClick(day.desk.canvas, Qt.Key.Key_Return)
    assert day.review.entry.finding(1).state == ACCEPTED
    assert day.desk.window.focusWidget() is day.cards.list


def test_enter_before_sam2_has_drawn_accepts_all_the_same(day):
    QTest.keyClick(day.cards.list, Qt.Key.Key_D)
    day.wait(no_tasks, "SAM2 knows the picture")
    day.click(8.5, 1.5)
    assert day.review.entry.finding(3) is None
    QTest.keyClick(day.desk.canvas, Qt.Key.Key_Return)
    day.wait(lambda: day.review.entry.finding(3) is not None, "SAM2 has drawn")
    assert day.review.entry.finding(3).state == ACCEPTED


def test_after_an_undo_of_what_was_drawn_the_next_click_begins_anew(day):
    QTest.keyClick(day.cards.list, Qt.Key.Key_D)
    day.click(8.5, 1.5)
    day.wait(lambda: day.review.entry.finding(3) is not None, "SAM2 has drawn")
    day.review.undo.undo()
    day.click(9.5, 1.5)
    day.wait(lambda: day.review.entry.finding(3) is not None, "SAM2 has drawn again")
    assert len(day.review.entry.finding(3).target.points) == 1


def test_where_nothing_was_found_a_person_may_still_draw(desk, plugged_in, flat_raster):
    plugin = plugged_in(FakeEngine(targets=(), thought="Nothing."))
    desk.show_layer(QgsRasterLayer(str(flat_raster), "fields"))
    day = Day(desk, plugin, plugin)
    day.ask()
    assert layers_of(day.review.entry.id, QgsProject.instance()) == {}
    day.cards.draw_wanted.emit()
    day.click(8.5, 1.5)
    day.wait(lambda: bool(layers_of(day.review.entry.id, QgsProject.instance())), "there are layers")
    assert day.area(1) == 1


def test_a_target_that_is_removed_while_sam2_works_on_it_stays_away(day):
    entered, release = threading.Event(), threading.Event()
    draw = day.engine.segment

    def slowly(scene, targets, report):
        entered.set()
        release.wait(PATIENCE_S)
        return draw(scene, targets, report)

    day.review.choose(1)
    day.key(Qt.Key.Key_E)
    day.wait(no_tasks, "SAM2 knows the picture")
    day.engine.segment = slowly
    day.click(9.5, 10.5)
    wait_until(entered.is_set, "SAM2 works")
    day.review.remove(1)
    release.set()
    day.wait(no_tasks, "SAM2 is done")
    assert [finding.number for finding in day.review.entry.findings] == [2]


def test_escape_brings_the_tool_of_before_back(day, desk):
    before = desk.mapCanvas().mapTool()
    day.cards.edit_wanted.emit(1)
    assert day.place.answer.correction.active
    QTest.keyClick(desk.mapCanvas(), Qt.Key.Key_Escape)
    assert not day.place.answer.correction.active
    assert desk.mapCanvas().mapTool() is before


def test_what_the_model_saw_is_shown_with_its_edge_on_the_map(day):
    day.dock.answer.tools.seen_button.click()
    (window,) = day.desk.window.findChildren(ModelViewDialog)
    wait_until(lambda: "20 × 15" in window.facts.text(), "its size is said")
    assert band_of(day.desk.mapCanvas(), ORANGE).numberOfVertices() > 0
    window.close()
    assert band_of(day.desk.mapCanvas(), ORANGE).numberOfVertices() == 0


def test_a_verdict_counts_in_an_export_that_is_open_already(day):
    day.dock.answer.tools.export_button.click()
    (window,) = day.desk.window.findChildren(ExportDialog)
    assert "0 accepted" in window.count.text()
    day.review.set_state(1, ACCEPTED)
    wait_until(lambda: "1 accepted" in window.count.text(), "it is counted")
    window.close()


def test_colours_by_verdict_are_for_all_answers(day):
    day.dock.answer.colouring_chosen.emit(Colouring.BY_STATE)
    assert day.layer().renderer().classAttribute() == "state"
    first = day.layer()
    day.ask("And now?")
    day.dock.answer.colouring_chosen.emit(Colouring.BY_STATE)
    assert not first.labelsEnabled()
    assert day.layer().renderer().classAttribute() == "state"


def test_hovering_a_sentence_marks_its_targets_and_a_click_zooms(day, desk):
    before = desk.mapCanvas().extent()
    day.dock.answer.reasoning.hovered.emit((1,))
    assert band_of(desk.mapCanvas(), BLUE).numberOfVertices() > 0
    day.dock.answer.reasoning.hovered.emit(())
    assert band_of(desk.mapCanvas(), BLUE).numberOfVertices() == 0
    day.dock.answer.reasoning.clicked.emit((2,))
    assert desk.mapCanvas().extent() != before
    assert day.review.number == 2


def test_after_a_long_pause_the_dock_says_that_the_models_were_freed(day):
    settings, engine = day.place.context.settings, day.place.context.engine
    settings.write(replace(settings.now, unload_min=1))
    for _ in range(round(60 / BEAT_S)):
        day.place.models.idle.look()
    day.wait(lambda: "freed after 1 minute" in day.dock.form.status.text(), "the dock says so")
    loaded = []
    engine.prepared.connect(lambda: loaded.append(True))
    QTest.keyClicks(day.dock.form.question, "Where")
    wait_until(lambda: loaded, "they are loaded again while the user types")
    day.ask()
    assert "freed" not in day.dock.form.status.text()
    assert day.review.entry.findings
