"""The map tool under a mouse and under a keyboard alone, on a real canvas."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.stages import Box, Grid, Point, Target  # noqa: E402
from askmap.plugin.tools.correction_tool import CorrectionTool  # noqa: E402
from qgis.core import (  # noqa: E402
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
)
from qgis.PyQt import sip  # noqa: E402
from qgis.PyQt.QtCore import QPoint, Qt  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
CRS = QgsCoordinateReferenceSystem("EPSG:32633")
GRID = Grid(40, 30, (2.0, 0.0, 500_000.0, 0.0, -2.0, 5_000_000.0), CRS.toWkt())


class Desk:
    """The tool, what it said, and a mouse that counts in the scene's pixels."""

    def __init__(self, desk) -> None:
        self.canvas = desk.mapCanvas()
        self.canvas.setDestinationCrs(CRS)
        self.canvas.setExtent(QgsRectangle(500_000, 4_999_940, 500_080, 5_000_000))
        self.tool, self.said, self.heard = CorrectionTool(self.canvas), [], []
        self.tool.prompted.connect(self.said.append)
        self.tool.accepted.connect(lambda: self.heard.append("accepted"))
        self.tool.back_wanted.connect(lambda: self.heard.append("back"))
        self.tool.left.connect(lambda: self.heard.append("left"))
        self.canvas.setMapTool(self.tool)

    def at(self, x: float, y: float) -> QPoint:
        return self.tool.toCanvasCoordinates(QgsPointXY(*GRID.to_map(x, y)))

    def click(self, x: float, y: float, button=LEFT, keys=Qt.KeyboardModifier.NoModifier) -> None:
        QTest.mouseClick(self.canvas.viewport(), button, keys, self.at(x, y))

    def drag(self, start: tuple, end: tuple) -> None:
        view = self.canvas.viewport()
        QTest.mousePress(view, LEFT, Qt.KeyboardModifier.NoModifier, self.at(*start))
        QTest.mouseMove(view, self.at(*end))
        QTest.mouseRelease(view, LEFT, Qt.KeyboardModifier.NoModifier, self.at(*end))

    def press(self, *keys) -> None:
        for key in keys:
            QTest.keyClick(self.canvas, key)


@pytest.fixture
def table(desk):
    table = Desk(desk)
    yield table
    table.canvas.unsetMapTool(table.tool)
    sip.delete(table.tool)  # before its canvas goes


def near(*numbers: float):
    return pytest.approx(numbers, abs=0.2)  # a screen pixel is a fifth of the scene's


def places(points) -> list:
    return [(point.x, point.y) for point in points]


def test_a_click_adds_what_belongs_and_a_right_click_what_does_not(table):
    table.tool.aim(GRID, Target(Box(5, 5, 15, 15)))
    table.click(10, 8)
    table.click(20, 20, RIGHT)
    table.click(21, 21, keys=Qt.KeyboardModifier.AltModifier)
    assert places(table.said[0].points) == [near(10, 8)]
    assert places(table.said[2].points) == [near(10, 8)]
    assert places(table.said[2].negatives) == [near(20, 20), near(21, 21)]
    assert table.said[2].box == Box(5, 5, 15, 15)


@pytest.mark.parametrize(
    ("target", "place"),
    [(Target(Box(4, 6, 12, 10)), (8, 8)), (Target(points=(Point(30, 20),)), (30, 20)), (None, (20, 15))],
)
def test_the_cross_begins_where_there_is_something_to_correct(table, target, place):
    table.tool.aim(GRID, target)
    table.press(Qt.Key.Key_Plus)
    assert places(table.said[0].points)[-1] == near(*place)


def test_a_target_out_of_sight_leaves_the_cross_in_the_middle_of_the_map(table):
    table.canvas.setExtent(QgsRectangle(500_000, 4_999_940, 500_020, 4_999_955))
    table.tool.aim(GRID, Target(Box(30, 2, 34, 6)))
    table.press(Qt.Key.Key_Plus)
    middle = table.canvas.extent().center()
    assert places(table.said[0].points) == [near(*GRID.to_pixel(middle.x(), middle.y()))]


def test_a_drag_is_the_box(table):
    table.tool.aim(GRID, Target(points=(Point(10, 10),)))
    table.drag((30, 25), (6, 4))
    (target,) = table.said
    assert (target.box.x0, target.box.y0, target.box.x1, target.box.y1) == near(6, 4, 30, 25)
    assert target.points == (Point(10, 10),)


def test_a_drag_from_a_corner_moves_that_corner(table):
    table.tool.aim(GRID, Target(Box(5, 5, 15, 15)))
    table.drag((15, 15), (25, 20))
    (target,) = table.said
    assert (target.box.x0, target.box.y0, target.box.x1, target.box.y1) == near(5, 5, 25, 20)


def test_a_new_target_begins_with_a_click_or_a_box(table):
    table.tool.aim(GRID, None)
    table.click(8, 9, RIGHT)
    assert table.said == []
    table.click(8, 9)
    assert places(table.said[0].points) == [near(8, 9)]
    table.tool.aim(GRID, None)
    table.drag((2, 2), (9, 9))
    assert table.said[1].box is not None
    assert table.said[1].points == ()


def test_a_click_beside_the_picture_counts_at_its_edge(table):
    table.canvas.setExtent(QgsRectangle(499_900, 4_999_840, 500_180, 5_000_100))
    table.tool.aim(GRID, None)
    table.click(-10, 100)
    assert places(table.said[0].points) == [(0.0, 29.5)]


def test_the_keyboard_alone_is_enough(table):
    table.tool.aim(GRID, None)
    table.press(Qt.Key.Key_Left, Qt.Key.Key_B)
    for _ in range(3):
        QTest.keyClick(table.canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        QTest.keyClick(table.canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    table.press(Qt.Key.Key_B)
    assert table.said[0].box.area > 4
    QTest.keyClicks(table.canvas, "+")
    QTest.keyClicks(table.canvas, "-")
    assert len(table.said[-1].points) == len(table.said[-1].negatives) == 1
    table.press(Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Escape)
    assert table.heard == ["back", "accepted", "left"]


def test_a_target_keeps_something_to_point_at(table):
    table.tool.aim(GRID, Target(points=(Point(10, 10),), negatives=(Point(20, 20),)))
    table.tool.take_back()
    table.tool.take_back()
    assert [target.negatives for target in table.said] == [()]


def test_clicks_land_right_on_a_map_in_another_crs(table):
    table.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    table.canvas.zoomToFeatureExtent(table.canvas.extent())
    table.tool.aim(GRID, None)
    centre = table.canvas.getCoordinateTransform().toMapCoordinates(QPoint(200, 150))
    mercator = QgsCoordinateReferenceSystem("EPSG:3857")
    back = QgsCoordinateTransform(mercator, CRS, QgsProject.instance()).transform(centre)
    x, y = GRID.to_pixel(back.x(), back.y())
    QTest.mouseClick(table.canvas.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, QPoint(200, 150))
    (point,) = table.said[0].points
    assert (point.x, point.y) == pytest.approx((min(max(x, 0), 39.5), min(max(y, 0), 29.5)))


def test_the_cross_leaves_the_map_with_the_tool(table):
    items = len(table.canvas.scene().items())
    table.tool.aim(GRID, None)
    table.press(Qt.Key.Key_Left)
    assert len(table.canvas.scene().items()) == items + 2  # it and its edge
    table.canvas.unsetMapTool(table.tool)
    assert len(table.canvas.scene().items()) == items


def test_whoever_watches_the_tool_hears_when_it_has_the_map(table):
    heard = []
    table.tool.activated.connect(lambda: heard.append("activated"))
    table.tool.deactivated.connect(lambda: heard.append("deactivated"))
    table.canvas.unsetMapTool(table.tool)
    table.canvas.setMapTool(table.tool)
    assert heard == ["deactivated", "activated"]
