"""Corrections in a real window: a right click is obeyed or refused aloud, and every step has a way back."""

from __future__ import annotations

import threading

import numpy as np
import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.entries.entry import ACCEPTED, EDITED  # noqa: E402
from askmap.backend.geo.outlines import geometry_mask  # noqa: E402
from askmap.backend.stages import MaskSet  # noqa: E402
from askmap.plugin.runtime.error_bar import WAY  # noqa: E402
from desktop import PATIENCE_S, message, wait_until  # noqa: E402
from qgis.core import QgsPointXY  # noqa: E402
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QPointF, Qt  # noqa: E402
from qgis.PyQt.QtGui import QMouseEvent  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402
from qgis.PyQt.QtWidgets import QToolButton  # noqa: E402
from workday import RIGHT  # noqa: E402


@pytest.fixture
def editing(day):
    day.review.choose(1)
    day.key(Qt.Key.Key_E)
    return day


def draw_everything(engine) -> None:
    """Whatever is clicked, as a segmenter may do."""

    def segment(scene, targets, report):
        engine.prompts += targets
        masks = np.ones((len(targets), *scene.valid.shape), np.bool_)
        return MaskSet(masks, np.full(len(targets), 0.9, np.float32))

    engine.segment = segment


def pixels(day) -> np.ndarray:
    entry = day.review.entry
    return geometry_mask([entry.finding(1).outline], entry.grid)


def status(day) -> str:
    return day.dock.form.status.text()


def back(day) -> None:
    QTest.keyClick(day.desk.canvas, Qt.Key.Key_Backspace)


def draw_line(day, *places) -> None:
    """With the left button held, in the scene's pixels."""
    grid, canvas = day.review.entry.grid, day.desk.mapCanvas()
    to_screen = canvas.getCoordinateTransform().transform
    points = [to_screen(QgsPointXY(*grid.to_map(x, y))).toQPointF().toPoint() for x, y in places]
    view, no_key = canvas.viewport(), Qt.KeyboardModifier.NoModifier
    QTest.mousePress(view, Qt.MouseButton.LeftButton, no_key, points[0])
    for point in points[1:]:  # QTest would move the screen's own pointer, whose events come late
        held = Qt.MouseButton.LeftButton
        event = QMouseEvent(QEvent.Type.MouseMove, QPointF(point), Qt.MouseButton.NoButton, held, no_key)
        QCoreApplication.sendEvent(view, event)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, no_key, points[-1])


def test_a_right_click_that_the_segmenter_ignores_is_refused_aloud_and_changes_nothing(editing):
    before = editing.review.entry.finding(1)
    draw_everything(editing.engine)
    editing.click(4.5, 5.5, RIGHT)
    editing.wait(lambda: "out of target 1" in status(editing), "it is refused")
    assert editing.review.entry.finding(1) == before
    assert not editing.review.undo.canUndo()
    assert "would not take that place out of target 1" in message(editing.desk)
    editing.click(9.5, 10.5)  # the next click is asked without the refused one
    editing.wait(lambda: len(editing.engine.prompts[-1].points) == 3, "it is asked")
    assert editing.engine.prompts[-1].negatives == ()


def test_what_is_refused_can_be_cut_off_by_hand_with_the_button_beside(editing):
    before = pixels(editing)
    draw_everything(editing.engine)
    editing.click(4.5, 5.5, RIGHT)
    editing.wait(lambda: "out of target 1" in status(editing), "it is refused")
    editing.desk.bar.currentItem().findChild(QToolButton, WAY).click()
    assert "Drag a line" in status(editing)
    draw_line(editing, (4.1, 5.1), (4.9, 5.1), (4.9, 5.9), (4.1, 5.9))
    assert np.argwhere(before & ~pixels(editing)).tolist() == [[5, 4]]
    assert editing.kept().finding(1).made == EDITED
    assert not editing.desk.bar.items()
    back(editing)
    assert (pixels(editing) == before).all()


def test_a_part_is_cut_off_by_keyboard_alone(editing):
    before = pixels(editing)
    press = lambda key: QTest.keyClick(editing.desk.canvas, key)  # noqa: E731
    press(Qt.Key.Key_X)
    press(Qt.Key.Key_B)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(editing.desk.canvas, key, Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_B)
    after = pixels(editing)
    assert 0 < (before & ~after).sum() < before.sum()
    assert not (after & ~before).any()
    press(Qt.Key.Key_X)
    press(Qt.Key.Key_Escape)
    assert editing.place.answer.correction.active


def test_a_cut_never_empties_a_target(editing):
    before = pixels(editing)
    QTest.keyClick(editing.desk.canvas, Qt.Key.Key_X)
    draw_line(editing, (1, 2), (8, 2), (8, 9), (1, 9))
    assert "Delete" in status(editing)
    assert (pixels(editing) == before).all()


def test_backspace_gives_back_exactly_the_outline_before(editing):
    outlines = [editing.review.entry.finding(1).outline]
    for number, place in enumerate(((9.5, 10.5), (4.5, 5.5, RIGHT), (11.5, 2.5)), start=1):
        editing.click(*place)
        editing.wait(lambda: editing.review.undo.count() == number, "it is drawn")  # noqa: B023
        outlines.append(editing.review.entry.finding(1).outline)
    asked = len(editing.engine.prompts)
    editing.review.set_state(1, ACCEPTED)
    for outline in reversed(outlines[:-1]):
        back(editing)
        assert editing.review.entry.finding(1).outline == outline
        assert editing.kept().finding(1).outline == outline
    assert editing.review.entry.finding(1).state == ACCEPTED
    assert len(editing.engine.prompts) == asked
    assert len(set(outlines)) == 4


def test_backspace_while_the_segmenter_draws_drops_what_it_draws(editing):
    entered, release, draw = threading.Event(), threading.Event(), editing.engine.segment
    editing.wait(lambda: True, "the picture is known")
    before = editing.review.entry.finding(1)

    def slowly(scene, targets, report):
        entered.set()
        release.wait(PATIENCE_S)
        return draw(scene, targets, report)

    editing.engine.segment = slowly
    editing.click(9.5, 10.5)
    wait_until(entered.is_set, "it draws")
    back(editing)
    release.set()
    editing.wait(lambda: True, "it is done")
    assert editing.review.entry.finding(1) == before
    editing.click(11.5, 2.5)
    editing.wait(lambda: editing.review.entry.finding(1) != before, "the next one is drawn")
    assert not pixels(editing)[10, 9]


def test_a_click_on_what_is_so_already_is_kept_and_said(editing):
    before = editing.review.entry.finding(1)
    editing.click(15.5, 1.5, RIGHT)
    editing.wait(lambda: "so already" in status(editing), "it is said")
    now = editing.review.entry.finding(1)
    assert (now.outline, len(now.target.negatives)) == (before.outline, 1)


def test_what_is_cut_while_the_segmenter_draws_stays_cut(editing):
    editing.wait(lambda: True, "the picture is known")
    entered, release, draw = threading.Event(), threading.Event(), editing.engine.segment

    def slowly(scene, targets, report):
        entered.set()
        release.wait(PATIENCE_S)
        return draw(scene, targets, report)

    editing.engine.segment = slowly
    editing.click(9.5, 10.5)
    wait_until(entered.is_set, "it draws")
    QTest.keyClick(editing.desk.canvas, Qt.Key.Key_X)
    draw_line(editing, (4.1, 5.1), (4.9, 5.1), (4.9, 5.9), (4.1, 5.9))
    release.set()
    editing.wait(lambda: pixels(editing)[10, 9], "it is drawn")
    assert not pixels(editing)[5, 4]
