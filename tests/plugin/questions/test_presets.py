"""A question as a token: copied from the field, taken where it is pasted, in a real window."""

from __future__ import annotations

from dataclasses import replace

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.preset import QuestionPreset, preset_of, token_of  # noqa: E402
from desktop import FakeEngine, no_tasks, wait_until  # noqa: E402
from qgis.core import QgsRasterLayer  # noqa: E402
from qgis.PyQt.QtCore import Qt, QTimer  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402
from qgis.PyQt.QtWidgets import QApplication  # noqa: E402

POOLS = QuestionPreset("Where are <b>pools</b>?", "de", "geo-r1", 0.5, 7)
PLAIN = QuestionPreset("Where are roofs?")


@pytest.fixture
def engine():
    return FakeEngine()


@pytest.fixture
def plugin(desk, plugged_in, flat_raster, engine):
    plugin = plugged_in(engine)
    desk.show_layer(QgsRasterLayer(str(flat_raster), "fields"))
    plugin.dock.show_welcome(False)
    store, before = plugin.wiring.context.settings, plugin.wiring.context.settings.now
    yield plugin
    store.write(before)


@pytest.fixture
def form(plugin):
    return plugin.dock.form


def paste(form, text):
    QApplication.clipboard().setText(text)
    form.question.setFocus()
    form.question.selectAll()
    form.question.paste()


def test_a_token_that_is_pasted_becomes_its_words(form):
    paste(form, token_of(PLAIN))
    wait_until(lambda: form.question.toPlainText() == PLAIN.text, "the words are there")
    assert not form.way.links()


def test_settings_that_differ_are_offered_and_taken_by_a_click(form, plugin):
    store = plugin.wiring.context.settings
    before = store.now
    paste(form, token_of(POOLS))
    wait_until(lambda: form.question.toPlainText() == POOLS.text, "the words are there")
    assert store.now == before
    assert form.way.isVisibleTo(form)
    for part in ("geo-r1", "0.5", "7", "de"):
        assert part in form.way.text()
    form.way.clicked.emit("Take its settings")
    wanted = replace(before, format="geo-r1", temperature=0.5, seed=7, answer_language="de")
    assert store.now == wanted
    assert not form.way.isVisibleTo(form)


def test_undo_brings_the_token_back_and_leaves_it(form):
    paste(form, token_of(PLAIN))
    wait_until(lambda: form.question.toPlainText() == PLAIN.text, "the words are there")
    form.question.undo()
    QTest.qWait(50)
    assert form.question.toPlainText() == token_of(PLAIN)


def test_a_broken_token_is_refused_in_one_sentence_and_never_asked(form, engine):
    paste(form, token_of(PLAIN)[:-1])
    wait_until(lambda: "This is no preset of AskMap, or not all of one." in form.status.text(), "it is said")
    QTest.keyClick(form.question, Qt.Key.Key_Return)
    wait_until(no_tasks, "nothing runs")
    assert engine.questions == []
    assert form.question.toPlainText() == token_of(PLAIN)[:-1]


def test_a_token_that_stands_in_the_field_is_asked_as_its_words(form, engine):
    paste(form, token_of(PLAIN))
    wait_until(lambda: form.question.toPlainText() == PLAIN.text, "the words are there")
    form.question.undo()
    QTest.keyClick(form.question, Qt.Key.Key_Return)
    wait_until(lambda: engine.questions and no_tasks(), "it is answered")
    assert engine.questions[0].text == PLAIN.text


def test_settings_that_this_qgis_lacks_are_said(form):
    paste(form, token_of(replace(PLAIN, temperature=99.0)))
    wait_until(lambda: "settings that this QGIS does not have" in form.status.text(), "it is said")
    assert form.question.toPlainText().startswith("askmap:")


def test_what_is_typed_is_copied_with_the_settings(form, plugin):
    store = plugin.wiring.context.settings
    store.write(replace(store.now, seed=7))
    form.question.setPlainText(PLAIN.text)
    plugin.wiring.questions.presets.copy_action.trigger()
    assert preset_of(QApplication.clipboard().text()) == replace(PLAIN, seed=7)
    assert "Copied" in form.status.text()


def test_an_empty_field_is_not_copied(form, plugin):
    QApplication.clipboard().setText("before")
    form.question.clear()
    plugin.wiring.questions.presets.copy_action.trigger()
    assert QApplication.clipboard().text() == "before"
    assert "The question is empty." in form.status.text()


def test_the_fields_own_menu_offers_to_copy(form, plugin):
    form.question.setPlainText(PLAIN.text)
    seen = []

    def look():
        menu = QApplication.activePopupWidget()
        seen.extend(action.text() for action in menu.actions())
        menu.close()

    QTimer.singleShot(200, look)
    form.question.customContextMenuRequested.emit(form.question.rect().center())
    assert seen[-1] == "Copy as preset"
