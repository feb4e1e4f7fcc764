"""Teach mode's page: the question, the folder, and how teaching begins and ends."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis

from desktop import FakeEngine, wait_until  # noqa: E402
from qgis.core import QgsProject  # noqa: E402
from qgis.gui import QgsMapToolPan, QgsRubberBand  # noqa: E402
from qgis.PyQt import sip  # noqa: E402
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402
from teaching import QUESTION, Teacher, Waiting  # noqa: E402


def test_digits_choose_a_question_of_before(teachers):
    teacher = teachers()
    teacher.panel.question.offer(["Where is water?", "Where is land?"])
    teacher.start("")
    teacher.press(Qt.Key.Key_2)
    assert teacher.panel.question.text() == "Where is land?"
    teacher.press(Qt.Key.Key_9)  # there is none
    teacher.draw()
    teacher.enter()
    assert teacher.rows(1)[0].questions == ("Where is land?",)


def test_tab_goes_to_the_question_and_enter_back_to_the_map(desk, teacher):
    teacher.panel.question.setEditText("Where is a boat?")
    teacher.canvas.setFocus()
    teacher.press(Qt.Key.Key_Tab)
    line = teacher.panel.question.lineEdit()
    wait_until(lambda: desk.window.focusWidget() in (line, teacher.panel.question), "it can be typed in")
    QTest.keyClicks(line, "Where is water?")
    QTest.keyClick(line, Qt.Key.Key_Return)
    wait_until(lambda: desk.window.focusWidget() is teacher.canvas, "the map has the keyboard")
    teacher.draw()
    teacher.enter()
    assert teacher.rows(1)[0].questions == ("Where is water?",)


def test_without_a_question_nothing_is_kept(teachers):
    teacher = teachers()
    teacher.start("")
    teacher.draw()
    teacher.wait_for_mask()
    teacher.enter()
    assert "The question is empty" in teacher.advice
    teacher.panel.question.setEditText(QUESTION)
    teacher.enter()
    teacher.rows(1)


def test_a_question_taught_twice_on_a_picture_is_said(teacher):
    teacher.draw()
    teacher.enter()
    teacher.rows(1)
    teacher.wait_for("Kept. Drag")
    teacher.draw()
    teacher.enter()
    teacher.rows(2)
    teacher.wait_for("one sample should hold all targets")


def test_without_a_folder_nothing_begins(teachers):
    teacher = teachers(folder=None)
    teacher.panel.button.click()
    assert not teacher.teaching.active
    assert not teacher.panel.button.isChecked()
    assert "Choose the folder" in teacher.advice


def test_the_tool_of_before_comes_back(desk, teachers):
    pan = QgsMapToolPan(desk.canvas)
    desk.canvas.setMapTool(pan)
    teacher = teachers()
    teacher.start()
    teacher.panel.button.click()
    assert desk.canvas.mapTool() is pan
    desk.canvas.unsetMapTool(pan)


def test_a_tool_that_is_gone_does_not_come_back(desk, teachers):
    pan = QgsMapToolPan(desk.canvas)
    desk.canvas.setMapTool(pan)
    teacher = teachers()
    teacher.start()
    sip.delete(pan)
    teacher.panel.button.click()
    assert desk.canvas.mapTool() is None


def test_nothing_stays_on_the_canvas(desk, layer, tmp_path):
    def there():
        return len(desk.canvas.scene().items()), len(desk.canvas.children())

    before = there()
    for _ in range(3):
        teacher = Teacher(desk, layer, FakeEngine(), tmp_path / "set")
        teacher.start()
        teacher.draw()
        teacher.wait_for_mask()
        teacher.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert there() == before


def test_another_tool_ends_the_teaching_and_what_is_drawn_waits(desk, teacher):
    teacher.draw()
    pan = QgsMapToolPan(desk.canvas)
    desk.canvas.setMapTool(pan)
    assert not teacher.panel.button.isChecked()
    assert "What is drawn waits" in teacher.advice
    teacher.panel.button.click()
    teacher.wait_for_mask()
    teacher.enter()
    teacher.rows(1)
    desk.canvas.unsetMapTool(pan)


def test_what_is_drawn_goes_with_the_stop(teacher):
    teacher.draw()
    teacher.panel.button.click()
    assert teacher.advice == ""
    teacher.panel.button.click()
    teacher.enter()
    assert "Drag a box" in teacher.advice
    teacher.rows(0)


def test_what_waits_goes_with_its_project(desk, teacher):
    marks = marks_on(desk.canvas)
    teacher.draw()
    pan = QgsMapToolPan(desk.canvas)
    desk.canvas.setMapTool(pan)
    assert marks_on(desk.canvas) > marks
    QgsProject.instance().clear()
    assert teacher.advice == ""
    assert marks_on(desk.canvas) == marks
    desk.canvas.unsetMapTool(pan)


def marks_on(canvas):
    return sum(isinstance(item, QgsRubberBand) for item in canvas.scene().items())


def test_a_new_project_ends_the_teaching(teacher):
    QgsProject.instance().clear()
    assert not teacher.teaching.active


def test_what_was_kept_is_there_when_all_is_closed(desk, layer, tmp_path):
    engine = Waiting()
    teacher = Teacher(desk, layer, engine, tmp_path / "set")
    teacher.start()
    teacher.draw()
    teacher.enter()
    teacher.teaching.close()
    engine.gate.set()
    teacher.context.engine.close()
    (row,) = teacher.rows(1)
    assert row.mask == ""


def test_a_folder_that_cannot_be_written_is_said_and_loses_nothing_else(teachers, tmp_path):
    (tmp_path / "file").write_text("")
    teacher = teachers(folder=tmp_path / "file")
    teacher.start()
    teacher.draw()
    teacher.enter()
    teacher.wait_for("cannot be made")


def test_the_page_remembers(teachers, tmp_path):
    teacher = teachers()
    teacher.start()
    teacher.panel.split.setCurrentText("val")
    teacher.panel.mask.click()
    teacher.draw()
    teacher.enter()
    teacher.rows(1)
    later = teachers(folder=None)
    assert later.panel.chosen_folder() == tmp_path / "set"
    assert later.panel.split.currentText() == "val"
    assert not later.panel.mask.isChecked()
    assert later.panel.question.questions() == (QUESTION,)
    wait_until(lambda: "1 sample" in later.panel.count.text(), "the samples are counted")
    assert "1 today" in later.panel.count.text()
    assert later.panel.samples.count() == 1


def test_the_samples_of_another_split_are_counted(teacher):
    teacher.draw()
    teacher.enter()
    teacher.rows(1)
    wait_until(lambda: teacher.panel.count.text().startswith("1 sample(s) in «train»"), "it is counted")
    teacher.panel.split.setCurrentText("test")
    wait_until(lambda: teacher.panel.count.text().startswith("0 sample(s) in «test»"), "it is counted")
