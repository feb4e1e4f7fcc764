"""A model that does not know what was asked for, and what its folder says that it knows, in the dock."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.entries.entry import ANSWERED, UNKNOWN  # noqa: E402
from askmap.backend.models.weights import digest  # noqa: E402
from askmap.plugin.layers.group import layers_of  # noqa: E402
from askmap.plugin.settings import Settings, write_settings  # noqa: E402
from desktop import SQUARE, FakeEngine, groups, wait_until  # noqa: E402
from qgis.core import QgsProject  # noqa: E402
from workday import Day  # noqa: E402

THOUGHT = "I do not know what that looks like. I know buildings and pools."
KNOWS = {"kinds": ["buildings", "pools"], "examples": ["Where are the pools?", "What is <b>built</b>?"]}
GLACIER = "Where is a glacier?"


def model_in(folder: Path, **ours: object) -> Path:
    folder.mkdir()
    for name, content in (("config.json", "{}"), ("model.safetensors", "weights")):
        (folder / name).write_text(content)
    (folder / "askmap.json").write_text(json.dumps(ours))
    return folder


@pytest.fixture
def folder(tmp_path, desk):
    """Of a reasoner that says what it knows, and that is set."""
    folder = model_in(tmp_path / "small", knows=KNOWS)
    write_settings(Settings(reasoner=str(folder), welcomed=True))
    return folder


@pytest.fixture
def unknowing(desk, layer, plugged_in, folder):
    engine = FakeEngine(targets=(), thought=THOUGHT, is_unknown=True, digest=digest(folder))
    day = Day(desk, plugged_in(engine), engine)
    wait_until(lambda: bool(day.dock.form.examples.links()), "the folder was read")
    return day


def test_not_knowing_is_said_with_what_it_knows_and_what_to_do(unknowing):
    unknowing.ask(GLACIER)
    dock = unknowing.dock
    assert dock.heading.outcome.text() == "The model does not know what that looks like."
    assert dock.answer.reasoning.text.toPlainText() == THOUGHT
    assert "buildings, pools" in dock.knows.kinds.text()
    assert dock.knows.examples.links() == tuple(KNOWS["examples"])
    assert dock.form.examples.isHidden(), "they stand beside the answer"
    assert "choose another model" in dock.knows.models.text()
    assert not dock.knows.isHidden()
    assert not dock.answer.tools.export_button.isEnabled()
    assert groups() == []


def test_the_history_has_it_as_an_outcome_of_its_own(unknowing):
    unknowing.ask(GLACIER)
    assert unknowing.kept().outcome == UNKNOWN
    (heading,) = unknowing.place.history.history.headings()
    assert (heading.outcome, heading.targets) == ("unknown", 0)
    unknowing.place.review.close()
    assert unknowing.dock.knows.isHidden()
    unknowing.place.open(heading.id)
    assert unknowing.dock.heading.outcome.text() == "The model does not know what that looks like."
    assert not unknowing.dock.knows.isHidden()


def test_an_example_goes_into_the_question_and_undo_brings_back_what_was_typed(unknowing):
    form = unknowing.dock.form
    form.question.setPlainText("Where is")
    form.examples.linkActivated.emit("1")
    assert form.question.toPlainText() == "What is <b>built</b>?"
    form.question.undo()
    assert form.question.toPlainText() == "Where is"


def test_the_way_to_the_models_is_open(unknowing):
    unknowing.ask(GLACIER)
    unknowing.dock.knows.models.linkActivated.emit("0")
    assert unknowing.place.models.window is not None


def test_the_next_question_follows_up_what_was_known(unknowing):
    unknowing.engine.is_unknown = False
    unknowing.ask("Where are pools?")
    known = unknowing.review.entry
    unknowing.engine.is_unknown = True
    unknowing.dock.form.follows.setChecked(True)
    unknowing.ask(GLACIER)
    assert unknowing.kept().follows == known.id
    unknowing.dock.form.follows.setChecked(True)
    unknowing.ask("Only the blue ones.")
    assert [turn.question for turn in unknowing.engine.questions[-1].earlier] == ["Where are pools?"]


def test_it_does_not_take_the_place_of_what_was_found(unknowing):
    unknowing.engine.is_unknown, unknowing.engine.targets = False, (SQUARE,)
    unknowing.ask("Where is a field?")
    unknowing.engine.is_unknown, unknowing.engine.targets = True, ()
    unknowing.dock.form.follows.setChecked(True)
    unknowing.ask(GLACIER)
    assert unknowing.kept().follows
    (group,) = groups()
    assert group.itemVisibilityChecked()


def test_the_user_may_draw_what_the_model_does_not_know(unknowing):
    unknowing.ask(GLACIER)
    unknowing.cards.draw_wanted.emit()
    unknowing.click(8.5, 1.5)
    unknowing.wait(lambda: layers_of(unknowing.review.entry.id, QgsProject.instance()), "there are layers")
    assert unknowing.kept().outcome == UNKNOWN
    assert len(unknowing.kept().findings) == 1


def test_it_is_no_training_sample(unknowing, tmp_path):
    unknowing.ask(GLACIER)
    unknowing.dock.teach.folder.setFilePath(str(tmp_path / "set"))
    said = unknowing.place.teach.add_answer(unknowing.review.entry, unknowing.engine.scenes[-1])
    assert "does not say that nothing answers" in said


def test_beside_an_answer_without_targets_stands_one_quiet_line(unknowing):
    unknowing.engine.is_unknown = False
    unknowing.ask("Where are pools?")
    knows = unknowing.dock.knows
    assert unknowing.kept().outcome == ANSWERED
    assert unknowing.dock.heading.outcome.text().startswith("Nothing found")
    assert knows.kinds.isHidden()
    assert "knows 2 kind" in knows.models.text()


def test_nothing_changes_where_a_folder_says_nothing(desk, layer, plugged_in, tmp_path):
    write_settings(Settings(reasoner=str(model_in(tmp_path / "other", format="plain")), welcomed=True))
    day = Day(desk, plugged_in(FakeEngine()), None)
    day.ask()
    assert day.dock.form.examples.isHidden()
    assert day.dock.knows.isHidden()


def test_a_folder_that_cannot_be_read_is_refused_when_it_is_asked_and_not_before(
    desk, layer, plugged_in, tmp_path
):
    write_settings(Settings(reasoner=str(model_in(tmp_path / "odd", knows="all")), welcomed=True))
    day = Day(desk, plugged_in(FakeEngine()), None)
    read = []
    day.place.context.file_worker.run(lambda: None, read.append, read.append)
    wait_until(lambda: bool(read), "the folder was looked at")
    assert day.dock.form.examples.isHidden()
    assert desk.messageBar().currentItem() is None


def test_another_model_takes_its_examples_with_it(unknowing, tmp_path):
    ours = Settings(reasoner=str(model_in(tmp_path / "silent", format="plain")), welcomed=True)
    unknowing.ask(GLACIER)
    unknowing.place.context.settings.write(ours)
    wait_until(lambda: not unknowing.dock.form.examples.links(), "the other folder was read")
    assert unknowing.dock.form.examples.isHidden()
    assert not unknowing.dock.knows.isHidden(), "its answer is still open"
    assert unknowing.dock.knows.examples.links() == tuple(KNOWS["examples"])
    unknowing.dock.knows.examples.linkActivated.emit("0")
    assert unknowing.dock.form.question.toPlainText() == "Where are the pools?"
