"""One click on a reviewed answer makes a sample of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.entries.entry import ACCEPTED, REJECTED, entry_from, new_id  # noqa: E402
from askmap.backend.samples.bop_format import read_rows  # noqa: E402
from askmap.backend.stages import Question, ignore  # noqa: E402
from desktop import SQUARE, FakeEngine, wait_until  # noqa: E402
from qgis.core import QgsRasterLayer  # noqa: E402
from qgis.PyQt.QtCore import Qt  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402
from teaching import Teacher  # noqa: E402


@pytest.fixture
def teacher(desk, flat_raster, tmp_path):
    layer = QgsRasterLayer(str(flat_raster), "fields")
    desk.show_layer(layer)
    teacher = Teacher(desk, layer, FakeEngine(), tmp_path / "set")
    yield teacher
    teacher.close()


@pytest.fixture
def told(teacher):
    sentences = []
    teacher.teaching.answer_kept.connect(sentences.append)
    return sentences


@pytest.fixture
def scene(teacher):
    return teacher.view()()


def answered(scene, *states, targets=None):
    """An entry of as many targets as states."""
    targets = targets or [SQUARE] * len(states)
    answer = FakeEngine(targets).answer(scene, Question("Where is a field?"), ignore)
    entry = entry_from(answer, new_id())
    for number, state in enumerate(states, start=1):
        entry = entry.with_finding(replace(entry.finding(number), state=state))
    return entry


def test_an_accepted_answer_becomes_a_sample(teacher, told, scene):
    said = teacher.teaching.add_answer(answered(scene, ACCEPTED, REJECTED), scene)
    assert said.startswith("The answer goes into ")
    (row,) = teacher.rows(1)
    assert row.questions == ("Where is a field?",)
    assert [(target.box, target.points) for target in row.targets] == [(SQUARE.box, SQUARE.points)]
    assert row.mask
    wait_until(lambda: bool(told), "it is said")
    assert told == ["A sample with 1 target(s) was added to the data set."]


def test_an_answer_where_all_was_rejected_says_what_it_teaches(teacher, told, scene):
    teacher.teaching.add_answer(answered(scene, REJECTED), scene)
    assert teacher.rows(1)[0].targets == ()
    wait_until(lambda: bool(told), "it is said")
    assert "nothing here answers" in told[0]


def test_an_answer_that_is_not_reviewed_is_refused_at_once(teacher, scene):
    said = teacher.teaching.add_answer(answered(scene, ACCEPTED, "open"), scene)
    assert "taught as wrong. Accept or reject all targets first." in said
    teacher.rows(0)


def test_an_answer_becomes_one_sample_only_until_that_is_undone(teacher, told, scene):
    entry = answered(scene, ACCEPTED)
    teacher.teaching.add_answer(entry, scene)
    wait_until(lambda: len(told) == 1, "it is there")
    assert "already" in teacher.teaching.add_answer(entry, scene)
    teacher.panel.undo_button.click()
    teacher.rows(0)
    wait_until(lambda: "goes into" in teacher.teaching.add_answer(entry, scene), "it may come again")
    teacher.rows(1)


def test_an_answer_needs_a_folder(desk, teacher, scene):
    teacher.panel.folder.setFilePath("")
    assert "Choose the folder" in teacher.teaching.add_answer(answered(scene, ACCEPTED), scene)


def test_what_goes_wrong_on_the_way_is_said(teacher, told, scene, tmp_path):
    (tmp_path / "file").write_text("")
    teacher.panel.folder.setFilePath(str(tmp_path / "file"))
    teacher.teaching.add_answer(answered(scene, ACCEPTED), scene)
    wait_until(lambda: bool(told), "it is said")
    assert "cannot be made" in told[0]


def test_the_button_in_the_dock_teaches_the_open_answer(desk, flat_raster, plugged_in, tmp_path):
    plugin = plugged_in(FakeEngine())
    layer = QgsRasterLayer(str(flat_raster), "fields")
    desk.show_layer(layer)
    plugin.dock.form.context.layer.setLayer(layer)
    plugin.dock.teach.folder.setFilePath(str(tmp_path / "set"))
    plugin.dock.form.question.setPlainText("Where is a field?")
    plugin.dock.form.ask_button.click()
    review, bar = plugin.wiring.review, desk.messageBar()
    wait_until(lambda: review.entry is not None, "the answer is open")
    plugin.dock.answer.tools.samples_button.click()
    wait_until(lambda: any("taught as wrong" in item.text() for item in bar.items()), "it is refused")
    review.set_state(1, ACCEPTED)
    plugin.dock.answer.tools.samples_button.click()
    file = tmp_path / "set" / "train.jsonl"
    wait_until(file.is_file, "the sample is there")
    assert [row.questions for row in read_rows(file)] == [("Where is a field?",)]
    wait_until(lambda: any("was added to" in item.text() for item in bar.items()), "it is said")


def test_the_page_in_the_dock_teaches(desk, flat_raster, plugged_in, tmp_path):
    plugin = plugged_in(FakeEngine())
    layer = QgsRasterLayer(str(flat_raster), "fields")
    desk.show_layer(layer)
    plugin.dock.form.context.layer.setLayer(layer)
    panel, canvas = plugin.dock.teach, desk.mapCanvas()
    panel.folder.setFilePath(str(tmp_path / "set"))
    panel.question.setEditText("Where is a field?")
    panel.button.click()
    wait_until(lambda: panel.picture.text() == "Picture: flat.tif, 20 × 15 pixels.", "the view is read")
    QTest.keyClick(canvas, Qt.Key.Key_0)
    file = tmp_path / "set" / "train.jsonl"
    wait_until(file.is_file, "the sample is there")
    assert read_rows(file)[0].targets == ()
