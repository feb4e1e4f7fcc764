"""An analyst's day with the dock, in real QGIS: correct, draw, follow up, ask again, reopen."""

from __future__ import annotations

import threading
from dataclasses import replace

import numpy as np
import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.errors import OutOfMemory  # noqa: E402
from askmap.backend.findings import ACCEPTED, ANSWERED, DRAWN, OPEN, REFINED, REJECTED  # noqa: E402
from askmap.backend.history import History  # noqa: E402
from askmap.backend.stages import Box, Point, Target  # noqa: E402
from askmap.plugin.again import AgainDialog, Wish  # noqa: E402
from askmap.plugin.compare_window import CompareWindow  # noqa: E402
from askmap.plugin.export_dialog import ExportDialog  # noqa: E402
from askmap.plugin.layers import layers_of  # noqa: E402
from askmap.plugin.seen import SeenDialog  # noqa: E402
from askmap.plugin.settings import Settings, write_settings  # noqa: E402
from desktop import PATIENCE_S, SQUARE, FakeEngine, Gate, no_tasks, wait_until  # noqa: E402
from osgeo import gdal  # noqa: E402
from qgis.core import QgsPointXY, QgsProject, QgsRasterLayer  # noqa: E402
from qgis.PyQt.QtCore import QCoreApplication, Qt  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402

OTHER = Target(Box(10.0, 8.0, 16.0, 13.0), (Point(12.5, 9.5),), "a pond")
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


class Day:
    """A plugin with an answer in it, and hands."""

    def __init__(self, desk, plugin, engine) -> None:
        self.desk, self.plugin, self.engine = desk, plugin, engine
        self.dock, self.place = plugin.dock, plugin.workplace
        self.cards, self.review = plugin.dock.answer.cards, plugin.workplace.review

    def ask(self, text: str = "Where is a field?") -> None:
        self.dock.form.question.setPlainText(text)
        QTest.keyClick(self.dock.form.question, Qt.Key.Key_Return)
        self.wait(lambda: self.dock.form.ask_button.isEnabled(), "the answer is there")

    def wait(self, true, what) -> None:
        wait_until(true, what)
        wait_until(no_tasks, "all tasks ended")
        for _ in range(5):
            QCoreApplication.processEvents()

    def click(self, x: float, y: float, button=LEFT) -> None:
        """On the map, in the scene's pixels."""
        grid, canvas = self.review.entry.grid, self.desk.mapCanvas()
        place = canvas.getCoordinateTransform().transform(QgsPointXY(*grid.to_map(x, y)))
        QTest.mouseClick(
            canvas.viewport(), button, Qt.KeyboardModifier.NoModifier, place.toQPointF().toPoint()
        )

    def key(self, key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.cards.list, key, modifier)

    def layer(self, table: str = "targets"):
        return layers_of(self.review.entry.id, QgsProject.instance())[table]

    def area(self, number: int) -> int:
        return next(f["area_px"] for f in self.layer().getFeatures() if f["target"] == number)

    def kept(self):
        return self.place.history.history.entry(self.review.entry.id)


@pytest.fixture
def day(desk, plugged_in, flat_raster):
    engine = FakeEngine(targets=(SQUARE, OTHER))
    plugin = plugged_in(engine)
    desk.show_layer(QgsRasterLayer(str(flat_raster), "fields"))
    day = Day(desk, plugin, engine)
    day.ask()
    return day


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
    assert day.place.correcting.active


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
    assert day.place.correcting.active
    QTest.keyClick(desk.mapCanvas(), Qt.Key.Key_Escape)
    assert not day.place.correcting.active
    assert desk.mapCanvas().mapTool() is before


def test_a_follow_up_speaks_of_what_was_found(day):
    day.review.set_state(2, REJECTED)
    day.dock.form.follows.setChecked(True)
    first = day.review.entry.id
    day.ask("Only the largest one")
    (turn,) = day.engine.questions[-1].earlier
    assert (turn.question, turn.targets) == ("Where is a field?", (SQUARE,))
    assert day.kept().follows == first
    assert day.engine.questions[0].earlier == ()


def shown() -> list[bool]:
    """Of the answers on the map, the newest first, as the layer tree has them."""
    groups = QgsProject.instance().layerTreeRoot().findGroups()
    return [group.itemVisibilityChecked() for group in groups]


def test_a_follow_up_takes_the_place_of_what_it_follows_and_opening_that_brings_it_back(day):
    first = day.review.entry.id
    day.dock.form.follows.setChecked(True)
    day.ask("Only the largest one")
    assert shown() == [True, False]
    day.place._open(first)
    assert shown() == [False, True]


def test_asking_again_takes_the_place_of_what_was_asked_before(day):
    first = day.review.entry
    day.place.conversation.ask_again(first, Wish("Where is water?", "", 3, 0.7, same_view=True))
    day.wait(lambda: day.review.entry.id != first.id, "the second answer is there")
    assert shown() == [True, False]


def test_where_a_follow_up_finds_nothing_the_map_shows_nothing_of_it(day):
    day.dock.form.follows.setChecked(True)
    day.engine.targets = ()
    day.ask("Only those near the river")
    assert shown() == [False]


def test_where_a_follow_up_fails_what_it_follows_stays(day):
    day.dock.form.follows.setChecked(True)
    day.engine.error = OutOfMemory("It did not fit.")
    day.ask("Only the largest one")
    assert shown() == [True]


def test_another_question_leaves_the_older_answer_and_selecting_there_opens_it(day):
    first = day.review.entry.id
    day.ask("And now?")
    assert shown() == [True, True]
    older = layers_of(first, QgsProject.instance())["targets"]
    assert older.opacity() < day.layer().opacity() == 1.0
    day.dock.show_history_page()
    older.selectByExpression('"target" = 2')
    assert (day.review.entry.id, day.review.number) == (first, 2)
    assert (older.opacity(), day.dock.pages.currentIndex()) == (1.0, 0)


def test_asking_again_shows_both_answers(day):
    first, again = day.review.entry, Wish("Where is water?", "", 3, 0.7, same_view=True)
    day.place.conversation.ask_again(first, again)
    day.wait(lambda: day.review.entry.id != first.id, "the second answer is there")
    assert day.engine.questions[-1].text == "Where is water?"
    assert np.array_equal(day.engine.scenes[-1].image, day.engine.scenes[0].image)
    wait_until(lambda: bool(day.desk.window.findChildren(CompareWindow)), "both are shown")


def test_asking_again_does_not_push_aside_the_question_that_is_being_answered(day):
    gate, first = Gate(), day.review.entry
    day.engine.thought, day.engine.pause = "on and on " * 20, gate
    day.dock.form.ask_button.click()
    wait_until(gate.reached.is_set, "the engine thinks")
    day.place.conversation.ask_again(first, Wish("Where is water?", "", 3, 0.7, same_view=True))
    wait_until(lambda: bool(day.desk.bar.items()), "the message bar speaks")
    assert "Another question is being answered." in day.desk.bar.currentItem().text()
    gate.open()
    day.wait(lambda: day.review.entry.id != first.id, "the running question is answered")
    assert [question.text for question in day.engine.questions] == ["Where is a field?"] * 2


def test_asking_again_begins_in_a_dialog_with_what_was_asked(day):
    day.dock.form.again_button.click()
    (dialog,) = day.desk.window.findChildren(AgainDialog)
    assert dialog.text.toPlainText() == "Where is a field?"
    dialog.seed.setValue(5)
    assert dialog.wish().temperature > 0
    dialog.accept()
    day.wait(lambda: len(day.engine.questions) == 2, "it is asked")


def test_an_old_answer_is_opened_with_its_verdicts_and_its_layers(day):
    first = day.review.entry.id
    day.review.set_state(1, ACCEPTED)
    for group in QgsProject.instance().layerTreeRoot().findGroups():
        QgsProject.instance().layerTreeRoot().removeChildNode(group)
    day.ask("And now?")
    day.place._open(first)
    day.wait(lambda: bool(layers_of(first, QgsProject.instance())), "its layers are back")
    assert day.desk.window.focusWidget() is day.cards.list
    assert day.review.entry.finding(1).state == ACCEPTED
    assert {f["target"]: f["state"] for f in day.layer().getFeatures()} == {1: ACCEPTED, 2: OPEN}


def test_a_verdict_counts_that_is_given_while_the_layers_are_still_being_made(day):
    first = day.review.entry.id
    for group in QgsProject.instance().layerTreeRoot().findGroups():
        QgsProject.instance().layerTreeRoot().removeChildNode(group)
    day.wait(lambda: not layers_of(first, QgsProject.instance()), "its layers are gone")
    day.place._open(first)
    day.review.set_state(1, REJECTED)
    day.review.remove(2)
    day.wait(lambda: bool(layers_of(first, QgsProject.instance())), "its layers are back")
    assert {f["target"]: f["state"] for f in day.layer().getFeatures()} == {1: REJECTED}


def test_what_was_stopped_or_failed_is_in_the_history_too(day):
    gate = Gate()
    day.engine.thought, day.engine.pause = "on and on " * 1000, gate
    day.dock.form.ask_button.click()
    wait_until(gate.reached.is_set, "the engine thinks")
    day.dock.form.stop_button.click()
    wait_until(no_tasks, "the work ended")
    day.engine.thought, day.engine.error = "I see", OutOfMemory("It did not fit.")
    day.ask("What else?")
    outcomes = [(entry.outcome, entry.fault) for entry in day.place.history.history.entries()]
    assert ("stopped", "") in outcomes
    assert ("failed", "It did not fit. Choose a smaller model, or a smaller view.") in outcomes


def test_an_answer_whose_layers_cannot_be_written_is_in_the_history(day, tmp_path):
    write_settings(Settings(output_folder=str(tmp_path / "nowhere")))
    day.ask("What else?")
    latest = day.place.history.history.entries()[0]
    assert (latest.question.text, latest.outcome, len(latest.findings)) == ("What else?", ANSWERED, 2)


def test_a_deleted_answer_is_closed(day):
    day.place.deeds._delete([day.review.entry.id])
    assert day.review.entry is None
    assert not day.dock.form.again_button.isEnabled()


def test_another_project_begins_with_an_empty_dock(day):
    QgsProject.instance().clear()
    assert day.review.entry is None
    assert day.dock.answer.reasoning.text.toPlainText() == ""
    assert not day.review.undo.canUndo()


def test_what_the_model_saw_is_shown_with_its_edge_on_the_map(day):
    day.dock.answer.seen_button.click()
    (window,) = day.desk.window.findChildren(SeenDialog)
    wait_until(lambda: "20 × 15" in window.facts.text(), "its size is said")
    assert day.place.marks._seen.numberOfVertices() > 0
    window.close()
    assert day.place.marks._seen.numberOfVertices() == 0


def test_a_verdict_counts_in_an_export_that_is_open_already(day):
    day.dock.answer.export_button.click()
    (window,) = day.desk.window.findChildren(ExportDialog)
    assert "0 accepted" in window.count.text()
    day.review.set_state(1, ACCEPTED)
    wait_until(lambda: "1 accepted" in window.count.text(), "it is counted")
    window.close()


def test_what_another_qgis_judged_is_seen_on_coming_back(day):
    other = History(day.place.history.history.path)
    other.put_finding(day.review.entry.id, replace(day.review.entry.finding(2), state=REJECTED, note="seen"))
    day.review.choose(2)
    day.place._catch_up(Qt.ApplicationState.ApplicationActive)
    assert (day.review.entry.finding(2).state, day.review.number) == (REJECTED, 2)
    day.wait(lambda: True, "the layer is written")
    assert {f["target"]: f["note"] or "" for f in day.layer().getFeatures()} == {1: "", 2: "seen"}


def test_who_decides_otherwise_than_another_qgis_is_told_and_sees_its_verdict(day, desk):
    other = History(day.place.history.history.path)
    other.put_finding(day.review.entry.id, replace(day.review.entry.finding(1), state=REJECTED))
    day.cards.choose(1)
    day.key(Qt.Key.Key_A)
    day.wait(lambda: bool(desk.bar.items()), "the message bar speaks")
    assert "Another QGIS has changed target 1" in desk.bar.currentItem().text()
    assert day.review.entry.finding(1).state == day.kept().finding(1).state == REJECTED
    assert not day.review.undo.canUndo()
    assert {f["target"]: f["state"] for f in day.layer().getFeatures()} == {1: REJECTED, 2: OPEN}


def test_coming_back_to_what_nobody_changed_changes_nothing(day):
    opened = []
    day.review.opened.connect(opened.append)
    day.place._catch_up(Qt.ApplicationState.ApplicationActive)
    assert opened == []


def test_colours_by_verdict_are_for_all_answers(day):
    day.dock.answer.colouring_chosen.emit("state")
    assert day.layer().renderer().classAttribute() == "state"
    first = day.layer()
    day.ask("And now?")
    day.dock.answer.colouring_chosen.emit("state")
    assert not first.labelsEnabled()
    assert day.layer().renderer().classAttribute() == "state"


def test_hovering_a_sentence_marks_its_targets_and_a_click_zooms(day, desk):
    marks, before = day.place.marks, desk.mapCanvas().extent()
    day.dock.answer.reasoning.hovered.emit((1,))
    assert marks._hover.numberOfVertices() > 0
    day.dock.answer.reasoning.hovered.emit(())
    assert marks._hover.numberOfVertices() == 0
    day.dock.answer.reasoning.clicked.emit((2,))
    assert desk.mapCanvas().extent() != before
    assert day.review.number == 2
