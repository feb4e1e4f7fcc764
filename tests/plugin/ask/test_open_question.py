"""Which question the dock speaks of, in real QGIS: question, thought and targets are of one answer."""

from __future__ import annotations

from pathlib import Path

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.errors import OutOfMemory  # noqa: E402
from askmap.plugin.history.unsaved import Leftover  # noqa: E402
from desktop import Gate, no_tasks, wait_until  # noqa: E402
from qgis.PyQt.QtCore import Qt  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402


def test_an_answer_that_is_opened_brings_its_question(day):
    first, form = day.review.entry, day.dock.form
    day.ask("And now?")
    day.dock.history.open_wanted.emit(first.id)
    assert (form.question.toPlainText(), form.status.text()) == ("Where is a field?", "")


def test_a_question_that_is_being_typed_stays(day):
    first, form = day.review.entry, day.dock.form
    day.ask("And now?")
    form.question.setPlainText("Which of the")
    day.dock.history.open_wanted.emit(first.id)
    assert form.question.toPlainText() == "Which of the"


def test_undo_of_an_earlier_answer_brings_its_question(day):
    first = day.review.entry
    day.review.set_note(1, "seen")
    day.ask("And now?")
    day.review.undo.undo()
    assert day.review.entry.id == first.id
    assert day.dock.form.question.toPlainText() == "Where is a field?"


def test_after_a_failure_no_targets_of_another_question_stand_below(day):
    day.engine.thought, day.engine.error = "I see", OutOfMemory("It did not fit.")
    day.ask("What else?")
    assert day.review.entry.question.text == "What else?"
    assert day.cards.head.count.text() == "No targets. Draw one where you see one."
    assert "It did not fit." in day.dock.heading.outcome.text()


def test_after_a_stop_the_thought_is_of_the_answer_below(day):
    first, gate = day.review.entry, Gate()
    thought = day.dock.answer.reasoning.text.toPlainText()
    day.engine.pause, day.engine.thought = gate, "Another thought comes"
    day.dock.form.question.setPlainText("What else?")
    QTest.keyClick(day.dock.form.question, Qt.Key.Key_Return)
    wait_until(gate.reached.is_set, "the engine thinks")
    shown = day.dock.answer.reasoning.text
    wait_until(lambda: "Another thought" in shown.toPlainText(), "it is seen to think")
    day.dock.form.stop_button.click()
    gate.open()
    wait_until(no_tasks, "the work ended")
    assert day.review.entry.id == first.id
    assert day.dock.answer.reasoning.text.toPlainText() == thought


def test_what_a_killed_qgis_has_left_is_offered_in_sight(day):
    left = Leftover(Path("left.gpkg"), 2, "Where is a field?", "2026-11-21T17:00:00+00:00")
    day.place.history.project.found_unsaved.emit([left])
    assert day.dock.pages.currentWidget() is day.dock.history
    wait_until(day.desk.messageBar().items, "it is said above the map")
    assert "2 question" in day.desk.messageBar().items()[0].text()
