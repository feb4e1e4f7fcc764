"""The dock under fingers, in real QGIS's widgets."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis

from askmap.plugin.dock import Dock  # noqa: E402
from qgis.PyQt.QtCore import Qt  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402
from qgis.PyQt.QtWidgets import QApplication  # noqa: E402


@pytest.fixture
def dock(desk):
    dock = Dock()
    desk.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    dock.set_ready(True)
    return dock


@pytest.fixture
def asked(dock):
    questions = []
    dock.asked.connect(questions.append)
    return questions


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_asks(dock, asked, key):
    QTest.keyClicks(dock.question, "Where is water?")
    QTest.keyClick(dock.question, key)
    assert asked == ["Where is water?"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_shift_and_enter_break_the_line(dock, asked, key):
    QTest.keyClicks(dock.question, "Where")
    QTest.keyClick(dock.question, key, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(dock.question, "is water?")
    assert asked == []
    QTest.mouseClick(dock.ask_button, Qt.MouseButton.LeftButton)
    assert [question.splitlines() for question in asked] == [["Where", "is water?"]]


def test_enter_is_silent_while_a_question_is_being_answered(dock, asked):
    dock.show_start("Reading")
    QTest.keyClicks(dock.question, "And ships?")
    QTest.keyClick(dock.question, Qt.Key.Key_Return)
    assert asked == []
    assert dock.question.toPlainText() == "And ships?"


def test_stop_is_there_only_while_something_can_be_stopped(dock):
    assert not dock.stop_button.isEnabled()
    dock.show_start("Reading")
    assert dock.stop_button.isEnabled()
    dock.show_end("Stopped.")
    assert not dock.stop_button.isEnabled()


def test_nothing_can_be_asked_without_the_packages(dock, asked):
    dock.set_ready(False)
    QTest.keyClick(dock.question, Qt.Key.Key_Return)
    assert asked == []
    assert not dock.ask_button.isEnabled()


def test_tags_in_a_thought_stay_letters(dock):
    dock.show_thought("<img src=x> <b>1 < 2</b>")
    assert dock.thought.toPlainText() == "<img src=x> <b>1 < 2</b>"


def test_a_growing_thought_leaves_a_persons_selection_alone(dock):
    dock.show_thought("Water is blue.")
    dock.thought.selectAll()
    dock.show_thought("Water is blue. Fields are green.")
    assert dock.thought.toPlainText() == "Water is blue. Fields are green."
    assert dock.thought.textCursor().selectedText().startswith("Water is blue.")


def test_a_thought_that_changed_replaces_the_old_one(dock):
    dock.show_thought("Perhaps here")
    dock.show_thought("No, there")
    assert dock.thought.toPlainText() == "No, there"


def test_the_command_can_be_copied(dock):
    dock.notice.show_advice("Packages are missing.", 'python -m pip install "torch"')
    assert dock.notice.isVisibleTo(dock)
    QTest.mouseClick(dock.notice.copy_button, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == 'python -m pip install "torch"'


def test_pixels_can_be_chosen_only_where_there_is_a_choice(dock):
    assert dock.chosen_layer() is None
    assert not dock.pixels.isEnabled()
    assert not dock.wants_native_pixels()
