"""Teach mode on every view: which pixels are taught, and what the segmenter makes of them."""

from __future__ import annotations

import numpy as np
import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.errors import OutOfMemory  # noqa: E402
from askmap.backend.stages import Box, MaskSet  # noqa: E402
from desktop import FakeEngine, wait_until  # noqa: E402
from osgeo import gdal  # noqa: E402
from qgis.core import QgsCoordinateReferenceSystem  # noqa: E402
from qgis.PyQt.QtCore import Qt  # noqa: E402
from teaching import NEAR, QUESTION, Teacher, Waiting, box_of, points_of  # noqa: E402


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


def test_the_map_stays_where_it_is_under_the_arrows(teacher):
    before = teacher.canvas.extent()
    teacher.press(Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Space)
    assert teacher.canvas.extent() == before


def test_a_view_is_read_once(teachers, monkeypatch):
    reads, view = [], Teacher.view
    monkeypatch.setattr(Teacher, "view", lambda teacher: reads.append(1) or view(teacher))
    teacher = teachers()
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
