"""Heading, reasoning and cards speak of one question, or say of which, in real QGIS."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.errors import OutOfMemory  # noqa: E402
from askmap.plugin.layers.group import layers_of  # noqa: E402
from desktop import FakeEngine, Gate, groups, message, no_tasks, wait_until  # noqa: E402
from qgis.core import QgsProject, QgsRasterLayer, QgsRectangle  # noqa: E402
from qgis.PyQt.QtCore import Qt  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402

FIRST, SECOND = "Where is a field?", "What else?"


@pytest.fixture
def day(day):
    day.dock.show_welcome(False)
    return day


def heading(day) -> tuple[str, str]:
    """The question and what came of it, as they are shown; two empty texts where no heading is."""
    shown = day.dock.heading
    if not shown.isVisibleTo(day.dock):
        return "", ""
    return shown.question.text(), shown.outcome.text()


def type_and_enter(day, text: str) -> None:
    form = day.dock.form
    form.question.selectAll()
    QTest.keyClicks(form.question, text)
    QTest.keyClick(form.question, Qt.Key.Key_Return)


@pytest.fixture
def thinking(day):
    """The second question is being answered, below it still stand the targets of the first."""
    gate = Gate()
    day.engine.pause, day.engine.thought = gate, "Another thought comes"
    type_and_enter(day, SECOND)
    wait_until(gate.reached.is_set, "the engine thinks")
    yield day
    gate.open()
    wait_until(no_tasks, "the work ended")


def test_the_heading_says_what_was_asked_about_what_by_which_models_and_what_came(day):
    assert heading(day) == (FIRST, "2 targets found.")
    assert day.dock.heading.about.text().startswith("fields · Native pixels · fake reasoner + fake segmenter")


def test_before_the_first_question_there_is_no_heading(desk, plugged_in):
    plugin = plugged_in(FakeEngine())
    assert not plugin.dock.heading.isVisibleTo(plugin.dock)


def test_while_a_question_is_answered_reasoning_and_cards_say_whose_they_are(thinking):
    day = thinking
    assert heading(day) == (SECOND, "Being answered…")
    wait_until(lambda: "Another" in day.dock.answer.reasoning.text.toPlainText(), "it is seen to think")
    assert day.cards.head.title.isVisibleTo(day.dock)
    assert day.cards.head.title.text() == f"The targets below answer «{FIRST}»."


def test_a_verdict_that_is_given_meanwhile_leaves_the_reasoning_to_the_question_above_it(thinking):
    day = thinking
    shown = day.dock.answer.reasoning.text
    wait_until(lambda: "Another" in shown.toPlainText(), "it is seen to think")
    day.review.set_note(1, "seen")
    assert "Another" in shown.toPlainText()
    assert heading(day) == (SECOND, "Being answered…")


def test_after_a_stop_the_old_answer_is_whole_again_and_the_question_keeps_its_text(thinking):
    day = thinking
    day.dock.form.stop_button.click()
    assert heading(day) == (FIRST, "2 targets found.")
    assert day.dock.answer.reasoning.text.toPlainText() == day.review.entry.grounding.thought
    assert not day.cards.head.title.isVisibleTo(day.dock)
    assert (day.dock.form.question.toPlainText(), day.dock.form.unasked()) == (SECOND, SECOND)


def test_another_answer_that_is_opened_meanwhile_stands_under_its_own_question(thinking):
    day = thinking
    first = day.review.entry.id
    day.review.close()
    assert day.cards.head.title.text() == ""
    day.dock.history.open_wanted.emit(first)
    assert heading(day) == (FIRST, "2 targets found.")
    thought = day.review.entry.grounding.thought
    for _ in range(10):
        QTest.qWait(20)
        assert day.dock.answer.reasoning.text.toPlainText() == thought
    assert day.dock.form.running.isVisibleTo(day.dock) == (day.dock.form.question.toPlainText() != SECOND)


def test_another_question_and_enter_is_refused_aloud_while_one_is_being_answered(thinking):
    day = thinking
    type_and_enter(day, "And ships?")
    form = day.dock.form
    assert form.running.isVisibleTo(day.dock)
    assert form.running.text().startswith(f"Being answered: «{SECOND}»\n⚠ Another question is being")
    assert form.question.toPlainText() == "And ships?"
    assert heading(day)[0] == SECOND


def test_what_cannot_be_asked_leaves_the_old_answer_under_its_question_with_its_warnings(day, flat_raster):
    day.dock.form.context.layer.setLayer(None)
    day.desk.canvas.setRotation(30)  # which is a warning of its own
    day.ask("Where is water?")
    cautions = day.dock.heading.caution.text()
    assert cautions
    type_and_enter(day, "   ")
    wait_until(lambda: bool(message(day.desk)), "the message bar speaks")
    assert heading(day)[0] == "Where is water?"
    assert day.dock.heading.caution.text() == cautions


def test_warnings_come_back_with_their_answer(day):
    day.dock.form.context.layer.setLayer(None)
    day.desk.canvas.setRotation(30)
    day.ask("Where is water?")
    turned, cautions = day.review.entry.id, day.dock.heading.caution.text()
    day.desk.canvas.setRotation(0)
    day.engine.error = OutOfMemory("It did not fit.")
    day.ask(SECOND)
    assert heading(day)[0] == SECOND
    assert heading(day)[1].startswith("It did not fit.")
    assert not day.dock.heading.caution.isVisibleTo(day.dock)
    day.dock.history.open_wanted.emit(turned)
    assert day.dock.heading.caution.text() == cautions


def test_a_bug_is_told_though_its_question_has_no_answer(day):
    day.engine.error = ZeroDivisionError("oh")
    day.ask(SECOND)
    assert heading(day) == (SECOND, "not finished")
    assert "bug of its own" in day.dock.form.status.text()


def test_where_the_map_is_elsewhere_the_heading_offers_to_go_back(day):
    assert day.dock.heading.about.links() == ()
    seen = day.desk.canvas.extent()
    day.desk.canvas.setExtent(QgsRectangle(0, 0, 10, 10))
    assert day.dock.heading.about.links() == ("Zoom there",)
    day.dock.heading.about.clicked.emit("Zoom there")
    assert day.desk.canvas.extent().intersects(seen)
    assert day.dock.heading.about.links() == ()


def test_an_answer_that_is_opened_sets_what_is_asked_about(day, flat_raster):
    first, form = day.review.entry.id, day.dock.form
    fields = form.context.chosen_layer()
    form.context.choose_layer(None)
    day.ask("And now?")
    assert day.dock.heading.about.text().startswith("The map as I see it · fake reasoner")
    assert form.context.chosen_layer() is None
    form.context.wants_native_first(False)
    QgsProject.instance().addMapLayer(QgsRasterLayer(str(flat_raster), "others"))
    day.dock.history.open_wanted.emit(first)
    assert form.context.chosen_layer() is fields
    assert form.context.wants_native_pixels()
    assert "Now about «fields»." in form.way.text()


def test_an_answer_about_a_layer_that_is_gone_says_so(day):
    QgsProject.instance().removeMapLayer(day.dock.form.context.chosen_layer().id())
    assert day.dock.heading.about.text().startswith("flat.tif (not in this project)")


def test_what_arrives_leaves_the_layer_that_was_chosen_meanwhile(thinking, flat_raster):
    day = thinking
    other = QgsRasterLayer(str(flat_raster), "others")
    QgsProject.instance().addMapLayer(other)
    assert day.dock.form.context.chosen_layer() is other
    day.engine.pause.open()
    day.engine.pause = lambda: None
    day.wait(lambda: day.review.entry.question.text == SECOND, "it is answered")
    assert day.dock.form.context.chosen_layer() is other


def reopen(day, path) -> None:
    assert QgsProject.instance().write(str(path))
    QgsProject.instance().clear()
    assert heading(day) == ("", "")
    assert QgsProject.instance().read(str(path))


def test_after_a_project_is_opened_again_its_last_answer_stands_there(day, tmp_path):
    day.ask(SECOND)
    last = day.review.entry
    reopen(day, tmp_path / "work.qgs")
    assert day.review.entry == last
    assert heading(day) == (SECOND, "2 targets found.")
    assert day.cards.list.model().rowCount() == 2
    assert day.dock.form.context.chosen_layer().name() == "fields"


def test_an_answer_whose_layers_the_user_has_removed_is_not_opened_by_itself(day, tmp_path):
    first = day.review.entry
    day.ask(SECOND)
    QgsProject.instance().removeMapLayers(
        [layer.id() for layer in layers_of(day.review.entry.id, QgsProject.instance()).values()]
    )
    reopen(day, tmp_path / "work.qgs")
    assert day.review.entry == first


def delete(day, *ids) -> None:
    day.dock.history.delete_wanted.emit(list(ids))
    day.wait(lambda: not day.place.history.project.headings(), "it is deleted")


def test_deleting_a_question_takes_its_layers_and_undo_brings_both_back(day):
    entry = day.review.entry
    day.review.set_note(1, "seen")
    delete(day, entry.id)
    assert groups() == []
    assert layers_of(entry.id, QgsProject.instance()) == {}
    assert heading(day) == ("", "")
    day.dock.history.restore_wanted.emit()
    day.wait(lambda: bool(layers_of(entry.id, QgsProject.instance())), "its layers are back")
    assert heading(day) == (FIRST, "2 targets found.")
    assert {f["target"]: f["note"] for f in day.layer().getFeatures()} == {1: "seen", 2: ""}
    assert [group.name() for group in groups()] == [f"AskMap: {FIRST}"]


def test_layers_that_are_being_edited_stay_and_that_is_said(day):
    id = day.review.entry.id
    assert day.layer().startEditing()
    delete(day, id)
    wait_until(lambda: bool(message(day.desk)), "the message bar speaks")
    assert f"The layers of «{FIRST}» stay on the map" in message(day.desk)
    assert len(groups()) == 1
    layers_of(id, QgsProject.instance())["targets"].rollBack()


def test_what_the_user_put_into_the_group_stays(day, flat_raster):
    (group,) = groups()
    mine = QgsRasterLayer(str(flat_raster), "mine")
    QgsProject.instance().addMapLayer(mine, False)
    group.addLayer(mine)
    delete(day, day.review.entry.id)
    assert [node.name() for node in groups()[0].findLayers()] == ["mine"]


def test_the_layers_of_other_answers_stay(day):
    first = day.review.entry.id
    day.ask(SECOND)
    day.dock.history.delete_wanted.emit([first])
    day.wait(lambda: len(day.place.history.project.headings()) == 1, "it is deleted")
    assert [group.name() for group in groups()] == [f"AskMap: {SECOND}"]
    assert heading(day) == (SECOND, "2 targets found.")


def test_where_nothing_was_found_the_heading_says_why_in_the_models_words(day):
    day.engine.targets, day.engine.thought = (), "I looked along the shore. There is no <b>beach</b> here."
    day.ask(SECOND)
    said = "Nothing found. In the model's words: «There is no <b>beach</b> here.»"
    assert heading(day) == (SECOND, said)
    assert day.dock.heading.outcome.textFormat() == Qt.TextFormat.PlainText


def test_where_nothing_was_found_and_no_reason_given_that_is_said(day):
    day.engine.targets, day.engine.thought = (), ""
    day.ask(SECOND)
    assert heading(day) == (SECOND, "Nothing found; the model gave no reason.")
