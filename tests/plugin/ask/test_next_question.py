"""One question after the other: follow-ups, asking again, and what the history brings back."""

from __future__ import annotations

import threading
from dataclasses import replace

import numpy as np
import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.entries.entry import ACCEPTED, ANSWERED, OPEN, REJECTED  # noqa: E402
from askmap.backend.errors import OutOfMemory  # noqa: E402
from askmap.backend.history.store import History  # noqa: E402
from askmap.backend.outputs.palette import VERMILION  # noqa: E402
from askmap.plugin.ask.again_dialog import AgainDialog, Rerun  # noqa: E402
from askmap.plugin.layers.group import layers_of  # noqa: E402
from askmap.plugin.reports.compare_window import CompareWindow  # noqa: E402
from askmap.plugin.settings import Settings  # noqa: E402
from bands import band_of  # noqa: E402
from desktop import SQUARE, Gate, no_tasks, wait_until  # noqa: E402
from entries import entries_of  # noqa: E402
from qgis.core import QgsProject  # noqa: E402
from qgis.PyQt.QtCore import Qt  # noqa: E402
from qgis.PyQt.QtWidgets import QApplication  # noqa: E402


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


def come_back():
    """From another program, as Qt says it."""
    QApplication.instance().applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)


def test_a_follow_up_takes_the_place_of_what_it_follows_and_opening_that_brings_it_back(day):
    first = day.review.entry.id
    day.dock.form.follows.setChecked(True)
    day.ask("Only the largest one")
    assert shown() == [True, False]
    day.dock.history.open_wanted.emit(first)
    assert shown() == [False, True]


def test_asking_again_takes_the_place_of_what_was_asked_before(day):
    first = day.review.entry
    day.place.ask.ask_again(first, Rerun("Where is water?", "", 3, 0.7, same_view=True))
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
    first, again = day.review.entry, Rerun("Where is water?", "", 3, 0.7, same_view=True)
    day.place.ask.ask_again(first, again)
    day.wait(lambda: day.review.entry.id != first.id, "the second answer is there")
    assert day.engine.questions[-1].text == "Where is water?"
    assert np.array_equal(day.engine.scenes[-1].image, day.engine.scenes[0].image)
    wait_until(lambda: bool(day.desk.window.findChildren(CompareWindow)), "both are shown")


def test_asking_again_does_not_push_aside_the_question_that_is_being_answered(day):
    gate, first = Gate(), day.review.entry
    day.engine.thought, day.engine.pause = "on and on " * 20, gate
    day.dock.form.ask_button.click()
    wait_until(gate.reached.is_set, "the engine thinks")
    day.place.ask.ask_again(first, Rerun("Where is water?", "", 3, 0.7, same_view=True))
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
    assert dialog.rerun().temperature > 0
    dialog.accept()
    day.wait(lambda: len(day.engine.questions) == 2, "it is asked")


def test_an_old_answer_is_opened_with_its_verdicts_and_its_layers(day):
    first = day.review.entry.id
    day.review.set_state(1, ACCEPTED)
    for group in QgsProject.instance().layerTreeRoot().findGroups():
        QgsProject.instance().layerTreeRoot().removeChildNode(group)
    day.ask("And now?")
    day.dock.history.open_wanted.emit(first)
    day.wait(lambda: bool(layers_of(first, QgsProject.instance())), "its layers are back")
    assert day.desk.window.focusWidget() is day.cards.list
    assert day.review.entry.finding(1).state == ACCEPTED
    assert {f["target"]: f["state"] for f in day.layer().getFeatures()} == {1: ACCEPTED, 2: OPEN}


def test_a_verdict_counts_that_is_given_while_the_layers_are_still_being_made(day):
    first = day.review.entry.id
    for group in QgsProject.instance().layerTreeRoot().findGroups():
        QgsProject.instance().layerTreeRoot().removeChildNode(group)
    day.wait(lambda: not layers_of(first, QgsProject.instance()), "its layers are gone")
    day.dock.history.open_wanted.emit(first)
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
    outcomes = [(entry.outcome, entry.fault) for entry in entries_of(day.place.history.history)]
    assert ("stopped", "") in outcomes
    assert ("failed", "It did not fit. Choose a smaller model, or a smaller view.") in outcomes


def test_an_answer_whose_layers_cannot_be_written_is_in_the_history(day, tmp_path):
    day.place.context.settings.write(Settings(output_folder=str(tmp_path / "nowhere")))
    day.ask("What else?")
    latest = entries_of(day.place.history.history)[0]
    assert (latest.question.text, latest.outcome, len(latest.findings)) == ("What else?", ANSWERED, 2)


def test_a_deleted_answer_is_closed(day):
    day.dock.history.delete_wanted.emit([day.review.entry.id])
    wait_until(lambda: day.review.entry is None, "it is closed")
    assert not day.dock.form.again_button.isEnabled()


def test_what_is_deleted_and_brought_back_never_holds_the_window(day, monkeypatch):
    """Pictures of a hundred megabytes may be copied for it."""
    threads, history = [], day.place.history.history
    monkeypatch.setattr(history, "delete", lambda *ids: threads.append(threading.current_thread()))
    monkeypatch.setattr(history, "restore", lambda: threads.append(threading.current_thread()))
    day.dock.history.delete_wanted.emit([day.review.entry.id])
    day.dock.history.restore_wanted.emit()
    wait_until(lambda: len(threads) == 2, "both are done")
    assert threading.main_thread() not in threads


def test_another_project_begins_with_an_empty_dock(day):
    QgsProject.instance().clear()
    assert day.review.entry is None
    assert day.dock.answer.reasoning.text.toPlainText() == ""
    assert not day.review.undo.canUndo()


def test_what_another_qgis_judged_is_seen_on_coming_back(day):
    other = History(day.place.history.history.path)
    other.change(
        day.review.entry.id, [(None, replace(day.review.entry.finding(2), state=REJECTED, note="seen"))]
    )
    day.review.choose(2)
    come_back()
    assert (day.review.entry.finding(2).state, day.review.number) == (REJECTED, 2)
    day.wait(lambda: True, "the layer is written")
    assert {f["target"]: f["note"] or "" for f in day.layer().getFeatures()} == {1: "", 2: "seen"}


def test_another_answer_begins_with_nothing_chosen(day, desk):
    day.review.choose(2)
    assert band_of(desk.mapCanvas(), VERMILION).numberOfVertices() > 0
    day.ask("And now?")
    assert (day.review.number, day.cards.number()) == (0, 0)
    assert day.dock.answer.reasoning.text.extraSelections() == []
    assert band_of(desk.mapCanvas(), VERMILION).numberOfVertices() == 0


def test_who_decides_otherwise_than_another_qgis_is_told_and_sees_its_verdict(day, desk):
    other = History(day.place.history.history.path)
    other.change(day.review.entry.id, [(None, replace(day.review.entry.finding(1), state=REJECTED))])
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
    come_back()
    assert opened == []
