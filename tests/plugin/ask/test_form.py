"""The form of a question under fingers, in real QGIS's widgets."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis

from askmap.plugin.ask.form import AskForm  # noqa: E402
from qgis.PyQt.QtCore import Qt  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402
from qgis.PyQt.QtWidgets import QDockWidget  # noqa: E402


@pytest.fixture
def form(desk):
    form = AskForm()
    dock = QDockWidget()
    dock.setWidget(form)
    desk.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    form.set_ready(True)
    return form


@pytest.fixture
def asked(form):
    questions = []
    form.asked.connect(questions.append)
    return questions


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_asks_the_question(form, asked, key):
    QTest.keyClicks(form.question, "Where is water?")
    QTest.keyClick(form.question, key)
    assert asked == ["Where is water?"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_shift_and_enter_break_the_line(form, asked, key):
    QTest.keyClicks(form.question, "Where")
    QTest.keyClick(form.question, key, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(form.question, "is water?")
    assert asked == []
    QTest.mouseClick(form.ask_button, Qt.MouseButton.LeftButton)
    assert [question.splitlines() for question in asked] == [["Where", "is water?"]]


def test_while_a_question_is_being_answered_another_is_refused_aloud_and_stays(form, asked):
    form.show_start("Reading", "Where is water?")
    QTest.keyClicks(form.question, "And ships?")
    QTest.keyClick(form.question, Qt.Key.Key_Return)
    assert asked == []
    assert form.question.toPlainText() == "And ships?"
    assert form.running.isVisibleTo(form)
    first, second = form.running.text().splitlines()
    assert first == "Being answered: «Where is water?»"
    assert second == "⚠ Another question is being answered. Wait for its answer, or stop it."
    form.show_end("")
    assert not form.running.isVisibleTo(form)
    assert form.unasked() == "And ships?"


def test_the_same_question_twice_is_asked_once_without_a_word(form, asked):
    form.question.setPlainText("Where is water?")
    form.show_start("Reading", "Where is water?")
    QTest.keyClick(form.question, Qt.Key.Key_Return)
    assert asked == []
    assert not form.running.isVisibleTo(form)


def test_a_question_that_was_stopped_counts_as_not_asked(form):
    form.question.setPlainText("Where is water?")
    form.show_start("Reading", "Where is water?")
    assert form.unasked() == ""
    form.show_end("Stopped.")
    assert form.unasked() == "Where is water?"


def test_stop_is_there_only_while_something_can_be_stopped(form):
    assert not form.stop_button.isEnabled()
    form.show_start("Reading")
    assert form.stop_button.isEnabled()
    form.show_end("Stopped.")
    assert not form.stop_button.isEnabled()


def test_nothing_can_be_asked_without_the_packages(form, asked):
    form.set_ready(False)
    QTest.keyClick(form.question, Qt.Key.Key_Return)
    assert asked == []
    assert not form.ask_button.isEnabled()


def test_missing_packages_are_named_in_the_form(form):
    form.notice.show_advice("Packages are missing.")
    assert form.notice.isVisibleTo(form)
    assert form.notice.advice.text() == "Packages are missing."


def test_pixels_can_be_chosen_only_where_there_is_a_choice(form):
    assert form.context.chosen_layer() is None
    assert not form.context.pixels.isEnabled()
    assert not form.context.wants_native_pixels()


def test_following_up_and_asking_again_need_an_answer(form):
    assert not form.follows.isEnabled()
    assert not form.again_button.isEnabled()
    form.set_answered(True)
    form.follows.setChecked(True)
    assert form.again_button.isEnabled()
    form.set_answered(False)
    assert not form.follows.isChecked()


def test_the_question_of_an_opened_answer_is_shown_unless_another_is_being_typed(form):
    for question in ("Where is water?", "Where is land?"):
        form.show_asked(question)
        assert form.question.toPlainText() == question
    form.question.setPlainText("Where is a pier?")
    form.show_asked("Where is water?")
    assert form.question.toPlainText() == "Where is a pier?"


def test_an_empty_field_shows_what_a_question_is_like(form):
    assert form.question.placeholderText() == "Where could a helicopter land?"
