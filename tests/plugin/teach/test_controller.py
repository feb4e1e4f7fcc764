"""A sample drawn, mended and undone under a mouse and a keyboard, on a real canvas."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.outputs.palette import VERMILION  # noqa: E402
from askmap.plugin.teach.controller import build  # noqa: E402
from askmap.plugin.teach.panel import TeachPanel  # noqa: E402
from askmap.plugin.teach.thumbnails import SIDE_PX  # noqa: E402
from desktop import wait_until  # noqa: E402
from osgeo import gdal  # noqa: E402
from qgis.PyQt.QtCore import QObject, QPoint, Qt  # noqa: E402
from qgis.PyQt.QtGui import QColor  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402
from teaching import LEFT, NEAR, QUESTION, RIGHT, Waiting, box_of, points_of  # noqa: E402


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


def test_any_sample_of_the_list_is_taken_out_and_comes_back_with_its_mask(teacher, tmp_path):
    teacher.draw()
    teacher.enter()
    (drawn,) = teacher.rows(1)
    teacher.panel.none_button.click()
    rows = teacher.rows(2)
    samples, masks = teacher.panel.samples, tmp_path / "set" / "masks"
    wait_until(lambda: samples.count() == 2, "both are listed")
    kept = {path.name: path.read_bytes() for path in masks.iterdir()}
    assert not teacher.panel.delete_button.isEnabled()
    samples.setCurrentRow(1)  # the older one
    teacher.panel.delete_button.click()
    teacher.wait_for("«Undo» brings it back")
    assert teacher.rows(1) == [row for row in rows if row != drawn]
    assert not list(masks.iterdir())
    teacher.panel.undo_button.click()
    teacher.wait_for("in the data set again")
    assert set(teacher.rows(2)) == set(rows)
    assert {path.name: path.read_bytes() for path in masks.iterdir()} == kept
    teacher.panel.undo_button.click()  # and what was kept before can still be undone
    teacher.rows(1)


def test_samples_are_listed_with_their_pictures_and_boxes(teacher):
    teacher.draw()
    teacher.enter()
    teacher.rows(1)
    samples = teacher.panel.samples
    wait_until(lambda: samples.count() == 1, "it is listed")
    picture = samples.item(0).icon().pixmap(SIDE_PX).toImage()
    colours = {
        picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())
    }
    assert QColor(*VERMILION).name() in colours
    assert QColor(60, 120, 180).name() in colours  # the raster


def test_the_layer_that_is_taught_is_named_before_one_begins(teachers):
    teacher = teachers()
    assert "fields · Native pixels" in teacher.panel.subject.text()
    assert not teacher.panel.button.isChecked()


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


def test_what_became_of_an_answer_is_told_over_the_map(teacher):
    told, parent = [], QObject()
    error_bar = SimpleNamespace(show_message=told.append, show_error=teacher.show_error)
    built = build(replace(teacher.context, error_bar=error_bar), TeachPanel(), teacher.view, str, parent)
    built.answer_kept.emit("A sample was added.")
    built.close()
    assert told == ["A sample was added."]
