"""Nothing that was typed is lost when its place goes, in real QGIS."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.history.store import History  # noqa: E402
from desktop import FakeEngine, no_tasks, wait_until  # noqa: E402
from qgis.core import QgsProject, QgsRasterLayer  # noqa: E402
from qgis.PyQt.QtCore import Qt  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402


@pytest.fixture
def plugin(desk, plugged_in, flat_raster):
    plugin = plugged_in(FakeEngine())
    desk.show_layer(QgsRasterLayer(str(flat_raster), "fields"))
    return plugin


@pytest.fixture
def typing(plugin, tmp_path):
    """In a saved project, a note on the first target of an answer is being typed; how to read it."""
    ask(plugin, "Where is a field?")
    id = plugin.wiring.review.entry.id
    assert QgsProject.instance().write(str(tmp_path / "work.qgs"))
    plugin.wiring.review.choose(1)
    QTest.keyClicks(plugin.dock.answer.cards.note, "Ask Ana")
    return lambda: History(tmp_path / "work_askmap.gpkg").entry(id).finding(1).note


def unload(plugin):
    plugin.unload()
    plugin.unload = lambda: None  # or the fixture would do it again


def ask(plugin, question):
    plugin.dock.form.question.setPlainText(question)
    QTest.keyClick(plugin.dock.form.question, Qt.Key.Key_Return)
    wait_until(lambda: plugin.dock.form.ask_button.isEnabled() and no_tasks(), "the answer is there")


def test_a_note_is_not_kept_while_it_is_being_typed(typing):
    assert typing() == ""


def test_a_note_is_kept_when_the_project_is_closed(typing):
    QgsProject.instance().clear()
    assert typing() == "Ask Ana"


def test_a_note_is_kept_when_the_project_is_saved(typing):
    assert QgsProject.instance().write()
    assert typing() == "Ask Ana"


def test_a_note_is_kept_when_the_plugin_is_unloaded(typing, plugin):
    unload(plugin)
    assert typing() == "Ask Ana"


def test_a_note_goes_to_the_answer_that_it_was_typed_about(typing, plugin):
    ask(plugin, "Where is a pond?")
    assert typing() == "Ask Ana"
    assert plugin.wiring.review.entry.finding(1).note == ""


def test_a_note_is_kept_when_an_older_answer_is_opened(plugin, tmp_path):
    for question in ("Where is a field?", "Where is a pond?"):
        ask(plugin, question)
    newer, older = [heading.id for heading in plugin.wiring.history.project.headings()]
    plugin.wiring.review.choose(1)
    QTest.keyClicks(plugin.dock.answer.cards.note, "Ask Ana")
    plugin.dock.history.open_wanted.emit(older)
    notes = [plugin.wiring.history.history.entry(id).finding(1).note for id in (newer, older)]
    assert notes == ["Ask Ana", ""]


def test_a_question_that_was_not_asked_waits_for_the_next_start(plugin, plugged_in):
    plugin.dock.form.question.setPlainText("Where could a\nhelicopter")
    unload(plugin)
    again = plugged_in(FakeEngine())
    assert again.dock.form.question.toPlainText() == "Where could a\nhelicopter"


def test_a_question_stays_when_the_project_is_closed(plugin):
    plugin.dock.form.question.setPlainText("Where could a helicopter")
    QgsProject.instance().clear()
    assert plugin.dock.form.question.toPlainText() == "Where could a helicopter"


def test_a_question_that_was_asked_does_not_come_back(plugin, plugged_in):
    ask(plugin, "Where is a field?")
    unload(plugin)
    again = plugged_in(FakeEngine())
    assert again.dock.form.unasked() == ""  # its answer is open again
    assert again.dock.heading.question.text() == "Where is a field?"
