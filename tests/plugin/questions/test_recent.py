"""The questions that were asked last, in the field's list, in a real window."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis

from desktop import FakeEngine, no_tasks, wait_until  # noqa: E402
from qgis.core import QgsProject, QgsRasterLayer  # noqa: E402
from qgis.PyQt.QtCore import Qt  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402


@pytest.fixture
def plugin(desk, plugged_in, flat_raster):
    plugin = plugged_in(FakeEngine())
    desk.show_layer(QgsRasterLayer(str(flat_raster), "fields"))
    plugin.dock.show_welcome(False)
    desk.window.activateWindow()
    return plugin


@pytest.fixture
def recent(plugin):
    return plugin.wiring.questions.recent


@pytest.fixture
def field(plugin, recent):
    """After three questions, one of them twice; empty, with the focus."""
    for text in ("Where are pools?", "Where are roofs?", "Where are pools?", "Are there ships?"):
        ask(plugin, text)
    wait_until(lambda: len(recent.questions()) == 3, "the list is read")
    plugin.dock.form.question.clear()
    plugin.dock.form.question.setFocus()
    wait_until(plugin.dock.form.question.hasFocus, "the field has the focus")
    return plugin.dock.form.question


def ask(plugin, text):
    plugin.dock.form.question.setPlainText(text)
    QTest.keyClick(plugin.dock.form.question, Qt.Key.Key_Return)
    wait_until(lambda: plugin.dock.form.ask_button.isEnabled() and no_tasks(), "the answer is there")


def listed(recent):
    model = recent.completer.completionModel()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_last_ones_are_listed_once_each_and_the_newest_first(field, recent):
    assert recent.questions() == ["Are there ships?", "Where are pools?", "Where are roofs?"]


def test_down_opens_the_list_and_enter_takes_what_is_chosen(field, recent, plugin):
    QTest.keyClick(field, Qt.Key.Key_Down)
    popup = recent.completer.popup()
    assert popup.isVisible()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert field.toPlainText() == "Where are pools?"
    assert not popup.isVisible()
    assert len(plugin.wiring.history.project.headings()) == 4


def test_typing_narrows_the_list_and_enter_still_asks(field, recent, plugin):
    QTest.keyClicks(field, "ROOF")
    popup = recent.completer.popup()
    assert popup.isVisible()
    assert listed(recent) == ["Where are roofs?"]
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert not popup.isVisible()
    wait_until(lambda: plugin.dock.form.ask_button.isEnabled() and no_tasks(), "the answer is there")
    assert plugin.wiring.history.project.headings()[0].question == "ROOF"


def test_two_letters_and_what_matches_nothing_open_no_list(field, recent):
    QTest.keyClicks(field, "Wh")
    assert not recent.completer.popup().isVisible()
    QTest.keyClicks(field, "xyz")
    assert not recent.completer.popup().isVisible()


def test_what_is_taken_can_be_undone(field, recent):
    QTest.keyClicks(field, "pool")
    popup = recent.completer.popup()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert field.toPlainText() == "Where are pools?"
    field.undo()
    assert field.toPlainText() == "pool"


def test_another_project_has_questions_of_its_own(field, recent, tmp_path):
    assert QgsProject.instance().write(str(tmp_path / "town.qgs"))
    QgsProject.instance().clear()
    wait_until(lambda: recent.questions() == [], "the list is empty")
    assert QgsProject.instance().read(str(tmp_path / "town.qgs"))
    wait_until(lambda: len(recent.questions()) == 3, "the list is there again")


def test_a_question_of_several_lines_is_one_line_of_the_list(field, recent, plugin):
    plugin.dock.form.question.setPlainText("Where are\nthe trees?")
    plugin.dock.form.ask_button.click()
    wait_until(lambda: len(recent.questions()) == 4, "the list is read again")
    assert recent.questions()[0] == "Where are the trees?"
    wait_until(lambda: plugin.dock.form.ask_button.isEnabled() and no_tasks(), "the answer is there")
