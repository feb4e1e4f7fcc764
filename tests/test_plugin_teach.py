"""Teach mode under a mouse and a keyboard, on a real canvas."""

from __future__ import annotations

import threading

import numpy as np
import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.errors import OutOfMemory  # noqa: E402
from askmap.backend.stages import Box, MaskSet  # noqa: E402
from desktop import PATIENCE_S, FakeEngine, wait_until  # noqa: E402
from osgeo import gdal  # noqa: E402
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRasterLayer  # noqa: E402
from qgis.gui import QgsMapToolPan  # noqa: E402
from qgis.PyQt import sip  # noqa: E402
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QPoint, Qt  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402
from teaching import LEFT, QUESTION, RIGHT, Teacher  # noqa: E402

NEAR = 0.06  # of a pixel: what one pixel of the screen is, on a canvas of 400 pixels for 20


class Waiting(FakeEngine):
    """Its masks come when the test opens the gate."""

    def __init__(self):
        super().__init__()
        self.gate = threading.Event()

    def segment(self, scene, targets, report=None):
        assert self.gate.wait(PATIENCE_S)
        return super().segment(scene, targets)


@pytest.fixture
def layer(desk, flat_raster):
    layer = QgsRasterLayer(str(flat_raster), "fields")
    desk.show_layer(layer)
    return layer


@pytest.fixture
def teachers(desk, layer, tmp_path):
    """Call it to get a Teacher, with any engine."""
    known = []

    def teacher(engine=None, folder=tmp_path / "set"):
        known.append(Teacher(desk, layer, engine or FakeEngine(), folder))
        return known[-1]

    yield teacher
    for each in known:
        each.close()


@pytest.fixture
def teacher(teachers):
    teacher = teachers()
    teacher.start()
    return teacher


def box_of(target):
    return (target.box.x0, target.box.y0, target.box.x1, target.box.y1)


def points_of(target):
    return [(point.x, point.y) for point in target.points]


# --- a sample ---


def test_a_dragged_box_two_clicks_and_enter_make_a_sample(teacher):
    teacher.draw()
    teacher.enter()
    (row,) = teacher.rows(1)
    assert row.questions == (QUESTION,)
    (target,) = row.targets
    assert box_of(target) == pytest.approx((2, 3, 12, 9), abs=NEAR)
    assert np.array(points_of(target)) == pytest.approx(np.array([(4, 5), (8, 6)]), abs=NEAR)
    teacher.wait_for("Kept. Drag a box")


def test_the_keyboard_alone_makes_a_sample(teacher):
    teacher.press(*[Qt.Key.Key_Left] * 5, *[Qt.Key.Key_Up] * 10, Qt.Key.Key_Space)
    teacher.press(Qt.Key.Key_Right, Qt.Key.Key_Down, modifier=Qt.KeyboardModifier.ShiftModifier)
    teacher.press(Qt.Key.Key_Space)
    teacher.press(*[Qt.Key.Key_Left] * 2, *[Qt.Key.Key_Up] * 2, Qt.Key.Key_Space)
    teacher.press(*[Qt.Key.Key_Left] * 4, Qt.Key.Key_Space)
    teacher.wait_for_mask()
    teacher.press(Qt.Key.Key_Enter)
    (target,) = teacher.rows(1)[0].targets
    middle = QPoint(teacher.canvas.width() // 2, teacher.canvas.height() // 2)
    corner, opposite = middle + QPoint(-20, -40), middle + QPoint(20, 0)
    assert box_of(target) == pytest.approx((*teacher.raster(corner), *teacher.raster(opposite)), abs=NEAR)
    first = opposite - QPoint(8, 8)
    assert points_of(target)[0] == pytest.approx(teacher.raster(first), abs=NEAR)
    assert points_of(target)[1] == pytest.approx(teacher.raster(first - QPoint(16, 0)), abs=NEAR)


def test_the_corners_of_a_box_may_be_clicked(teacher):
    for place in ((12, 9), (2, 3), (4, 5), (8, 6)):
        teacher.click(*place)
    teacher.enter()
    assert box_of(teacher.rows(1)[0].targets[0]) == pytest.approx((2, 3, 12, 9), abs=NEAR)


def test_two_quick_clicks_are_two_points(teacher):
    teacher.drag(2, 3, 12, 9)
    first, second = teacher.screen(4, 5), teacher.screen(4, 5) + QPoint(3, 0)
    QTest.mouseClick(teacher.canvas.viewport(), LEFT, pos=first)
    QTest.mouseDClick(teacher.canvas.viewport(), LEFT, pos=second)  # what Qt makes of a second press so soon
    QTest.mouseRelease(teacher.canvas.viewport(), LEFT, pos=second)
    teacher.enter()
    assert len(teacher.rows(1)[0].targets[0].points) == 2


def test_the_mask_goes_into_the_sample(teacher, tmp_path):
    teacher.draw()
    teacher.wait_for_mask()
    teacher.enter()
    (row,) = teacher.rows(1)
    mask = gdal.Open(str(tmp_path / "set" / row.mask)).ReadAsArray()
    assert mask.shape == (15, 20)
    assert set(np.unique(mask)) == {0, 255}
    assert (mask[3:9, 2:12] == 255).all()
    picture = gdal.Open(str(tmp_path / "set" / row.image)).ReadAsArray()
    assert picture[:, 0, 0].tolist() == [60, 120, 180]


def test_the_mask_stays_out_where_nobody_wants_it(teacher):
    teacher.panel.mask.click()
    teacher.draw()
    teacher.wait_for_mask()
    teacher.enter()
    assert teacher.rows(1)[0].mask == ""


def test_a_class_goes_into_the_sample(teacher):
    QTest.keyClicks(teacher.panel.kind, "helipad")
    QTest.keyClick(teacher.panel.kind, Qt.Key.Key_Return)
    teacher.draw()
    teacher.enter()
    (row,) = teacher.rows(1)
    assert (row.kind, row.targets[0].label) == ("helipad", "helipad")


@pytest.mark.parametrize("key", [Qt.Key.Key_M, Qt.Key.Key_Plus])
def test_a_sample_has_several_targets(teacher, key):
    teacher.draw()
    teacher.press(key)
    teacher.wait_for("Draw the box of the next target")
    teacher.drag(13, 3, 19, 9)
    teacher.click(14, 4)
    teacher.click(16, 6)
    teacher.drag(2, 10, 12, 14)  # behind a whole target a box begins another one by itself
    teacher.click(4, 11)
    teacher.click(6, 12)
    teacher.enter()
    assert [round(target.box.x0) for target in teacher.rows(1)[0].targets] == [2, 13, 2]


def test_nothing_here_answers_is_a_sample(teacher):
    teacher.panel.none_button.click()
    teacher.press(Qt.Key.Key_0)
    first, second = teacher.rows(2)
    assert first.targets == second.targets == ()
    assert first.image == second.image


def test_nothing_here_is_not_said_beside_a_drawing(teacher):
    teacher.drag(2, 3, 12, 9)
    teacher.press(Qt.Key.Key_0)
    assert "Something is drawn" in teacher.advice
    teacher.press(Qt.Key.Key_Escape, Qt.Key.Key_0)
    assert teacher.rows(1)[0].targets == ()


# --- mending ---


def test_backspace_goes_back_step_by_step(teacher):
    teacher.draw()
    for words in ("a second one", "Click a point", "Drag a box", "Drag a box"):
        teacher.press(Qt.Key.Key_Backspace)
        assert words in teacher.advice
    teacher.draw()
    teacher.press(Qt.Key.Key_M, Qt.Key.Key_Backspace)  # into the target before
    assert "a second one" in teacher.advice
    teacher.click(6, 6, RIGHT)  # the mouse's way back
    assert "Click a point" in teacher.advice


def test_escape_drops_what_is_drawn(teacher):
    teacher.draw()
    teacher.press(Qt.Key.Key_Escape)
    teacher.enter()
    assert "Drag a box" in teacher.advice
    teacher.draw()
    teacher.enter()
    assert len(teacher.rows(1)[0].targets) == 1


def test_what_is_half_drawn_is_not_kept(teacher):
    teacher.drag(2, 3, 12, 9)
    teacher.click(4, 5)
    teacher.enter()
    assert "a second one" in teacher.advice
    teacher.click(8, 6)
    teacher.enter()
    teacher.rows(1)


def test_the_last_sample_is_undone(teacher, tmp_path):
    teacher.draw()
    teacher.enter()
    (first,) = teacher.rows(1)
    teacher.panel.none_button.click()
    teacher.press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)  # before it is written
    teacher.wait_for("out of the data set again")
    assert teacher.rows(1) == [first]
    teacher.panel.undo_button.click()
    teacher.rows(0)
    wait_until(lambda: not list((tmp_path / "set" / "masks").iterdir()), "its mask is gone too")
    wait_until(lambda: not teacher.panel.undo_button.isEnabled(), "nothing is left to undo")
    teacher.press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    teacher.draw()
    teacher.enter()
    teacher.rows(1)


def test_a_sample_that_waits_for_its_mask_is_undone_before_the_one_before(teachers):
    engine = Waiting()
    teacher = teachers(engine)
    teacher.start()
    teacher.panel.none_button.click()
    (none,) = teacher.rows(1)
    teacher.draw()
    teacher.enter()
    teacher.press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    engine.gate.set()
    teacher.draw()
    teacher.wait_for_mask()
    assert teacher.rows(1) == [none]


def test_a_point_beside_its_box_is_refused(teacher):
    teacher.drag(2, 3, 12, 9)
    teacher.click(15, 12)
    assert "outside of its box" in teacher.advice
    teacher.click(4, 5)
    teacher.click(4, 5)
    assert "place of its own" in teacher.advice
    teacher.click(8, 6)
    teacher.enter()
    assert len(teacher.rows(1)[0].targets[0].points) == 2


def test_a_box_is_cut_at_the_edge_of_the_picture(desk, teachers):
    teacher = teachers()
    desk.canvas.zoomByFactor(2)
    teacher.start()
    teacher.drag(10, -3, 25, 9)
    teacher.click(14, 5)
    teacher.click(18, 6)
    teacher.enter()
    assert box_of(teacher.rows(1)[0].targets[0]) == pytest.approx((10, 0, 20, 9), abs=0.2)


def test_a_box_outside_of_the_view_is_refused(desk, teachers):
    teacher = teachers()
    desk.canvas.zoomByFactor(2)
    teacher.start()
    teacher.drag(22, 3, 26, 9)
    assert "outside of the view" in teacher.advice
    teacher.drag(2, 3, 2.3, 9)
    assert "too small" in teacher.advice


# --- SAM2 ---


def test_sam2_sees_the_view_before_the_first_box(desk, teachers):
    engine = FakeEngine()
    teacher = teachers(engine)
    teacher.start()
    wait_until(lambda: len(engine.prompts) == 1, "the view was looked at")
    assert engine.prompts[0].box == Box(0, 0, 20, 15)


def test_a_sample_that_is_kept_before_its_mask_gets_it_later(desk, teachers):
    engine = Waiting()
    teacher = teachers(engine)
    teacher.start()
    teacher.draw()
    assert "The models are being loaded" in teacher.advice
    teacher.enter()
    teacher.draw()  # the next one, meanwhile
    engine.gate.set()
    assert teacher.rows(1)[0].mask
    teacher.wait_for_mask()


def test_without_sam2_samples_are_kept_without_masks(teachers):
    class Broken(FakeEngine):
        def segment(self, scene, targets, report=None):
            raise OutOfMemory("The model did not fit.")

    teacher = teachers(Broken())
    teacher.start()
    teacher.draw()
    teacher.wait_for("did not fit. Enter keeps the sample without a mask")
    teacher.enter()
    assert teacher.rows(1)[0].mask == ""


def test_a_mask_that_differs_from_the_box_is_said_and_kept_all_the_same(teachers):
    class Elsewhere(FakeEngine):
        def segment(self, scene, targets, report=None):
            masks = np.zeros((len(targets), 15, 20), bool)
            masks[:, 3:6, 2:7] = True
            return MaskSet(masks, np.ones(len(targets), np.float32))

    teacher = teachers(Elsewhere())
    teacher.start()
    teacher.draw()
    teacher.wait_for("differ (IoU 0.25)")
    teacher.enter()
    assert teacher.rows(1)[0].mask


# --- the question ---


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


# --- the view ---


def test_the_map_stays_where_it_is_under_the_arrows(teacher):
    before = teacher.canvas.extent()
    teacher.press(Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Space)
    assert teacher.canvas.extent() == before


def test_a_view_is_read_once(teachers, monkeypatch):
    teacher = teachers()
    reads = []
    view = teacher.view
    teacher.teaching._drawing._views._view = lambda: reads.append(1) or view()
    teacher.start()
    for count in (1, 2, 3):
        teacher.draw()
        teacher.enter()
        teacher.rows(count)
    assert len(reads) == 1
    teacher.canvas.zoomByFactor(0.5)
    wait_until(lambda: teacher.panel.picture.text() == "", "the view is forgotten")
    teacher.see()
    assert len(reads) == 2


def test_zooming_in_for_the_points_does_not_change_the_picture(teacher):
    teacher.drag(2, 3, 12, 9)
    teacher.canvas.zoomByFactor(0.6)
    teacher.click(6, 6)
    teacher.click(9, 7)
    teacher.enter()
    (target,) = teacher.rows(1)[0].targets
    assert box_of(target) == pytest.approx((2, 3, 12, 9), abs=NEAR)
    assert np.array(points_of(target)) == pytest.approx(np.array([(6, 6), (9, 7)]), abs=NEAR)


def test_pixels_are_those_of_the_layer_on_a_map_in_another_crs(desk, teachers):
    teacher = teachers()
    desk.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    desk.canvas.zoomToFullExtent()
    teacher.start()
    teacher.draw()
    teacher.enter()
    (target,) = teacher.rows(1)[0].targets
    assert box_of(target) == pytest.approx((2, 3, 12, 9), abs=0.2)
    assert np.array(points_of(target)) == pytest.approx(np.array([(4, 5), (8, 6)]), abs=0.2)


def test_pixels_are_those_of_the_layer_on_a_turned_map(desk, teachers):
    teacher = teachers()
    desk.canvas.setRotation(30)
    desk.canvas.zoomByFactor(1.6)
    teacher.start()
    teacher.draw()
    teacher.enter()
    (target,) = teacher.rows(1)[0].targets
    assert box_of(target) == pytest.approx((2, 3, 12, 9), abs=0.2)
    assert np.array(points_of(target)) == pytest.approx(np.array([(4, 5), (8, 6)]), abs=0.2)


def test_the_map_as_it_is_drawn_is_taught_too(teachers, tmp_path):
    teacher = teachers()
    teacher.native = False
    teacher.start()
    teacher.draw()
    teacher.enter()
    (row,) = teacher.rows(1)
    picture = gdal.Open(str(tmp_path / "set" / row.image)).ReadAsArray()
    size = teacher.canvas.mapSettings().outputSize()
    assert picture.shape == (3, size.height(), size.width())
    assert row.targets[0].box.x1 - row.targets[0].box.x0 == pytest.approx(size.width() / 2, abs=1)


def test_a_view_without_imagery_says_so(desk, teachers):
    teacher = teachers()
    teacher.panel.question.setEditText(QUESTION)
    extent = desk.canvas.extent()
    extent.setXMinimum(extent.xMinimum() + 1000)
    extent.setXMaximum(extent.xMaximum() + 1000)
    desk.canvas.setExtent(extent)
    teacher.panel.button.click()
    teacher.wait_for("No part of the layer")
    teacher.panel.none_button.click()
    teacher.wait_for("No part of the layer")
    desk.canvas.zoomToFullExtent()
    teacher.see()
    teacher.draw()
    teacher.enter()
    teacher.rows(1)


# --- beginning and ending ---


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


def test_another_tool_ends_the_teaching(desk, teacher):
    teacher.draw()
    pan = QgsMapToolPan(desk.canvas)
    desk.canvas.setMapTool(pan)
    assert not teacher.panel.button.isChecked()
    assert teacher.panel.button.isChecked() is False
    desk.canvas.unsetMapTool(pan)


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
    teacher.asking.close()
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
