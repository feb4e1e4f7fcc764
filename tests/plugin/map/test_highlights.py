"""What is drawn over the map, in a real canvas."""

from __future__ import annotations

import gc

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.geo.outlines import mask_geometry  # noqa: E402
from askmap.backend.stages import Box, Grid, Point, Target  # noqa: E402
from askmap.plugin.map.highlights import Highlights  # noqa: E402
from askmap.plugin.map.prompt_marker import PromptMarker  # noqa: E402
from desktop import wait_until  # noqa: E402
from entries import rectangle, utm_grid  # noqa: E402
from qgis.core import (  # noqa: E402
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
)
from qgis.gui import QgsRubberBand  # noqa: E402
from qgis.PyQt.QtGui import QColor  # noqa: E402

GRID = utm_grid()
OUTLINE = mask_geometry(rectangle(10, 10, 20, 20), GRID)
EVERYWHERE = Grid(360, 180, (1.0, 0.0, -180.0, 0.0, -1.0, 90.0), "EPSG:4326")
TARGET = Target(Box(10, 10, 20, 20), (Point(12, 12), Point(14, 14)), negatives=(Point(30, 5),))


@pytest.fixture
def canvas(desk):
    canvas = desk.mapCanvas()
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:32633"))
    corners = GRID.footprint()
    canvas.setExtent(QgsRectangle(*corners[0], *corners[2]))
    return canvas


@pytest.fixture
def marks(canvas):
    marks = Highlights(canvas)
    yield marks
    marks.remove()


def shapes(canvas):
    """What the rubber bands on the canvas hold, those that hold something."""
    bands = [item for item in canvas.scene().items() if isinstance(item, QgsRubberBand)]
    return [band.asGeometry() for band in bands if band.numberOfVertices()]


def points(canvas):
    return [item for item in canvas.scene().items() if isinstance(item, PromptMarker)]


def test_what_the_mouse_is_on_is_filled_so_that_the_ground_shows_through(canvas, marks):
    marks.hover([OUTLINE], GRID.crs)
    bands = [item for item in canvas.scene().items() if isinstance(item, QgsRubberBand)]
    (hovered,) = [band for band in bands if band.numberOfVertices()]
    assert 0 < hovered.fillColor().alpha() < 128
    assert hovered.strokeColor().alpha() == 255
    assert hovered.fillColor().rgb() == hovered.strokeColor().rgb()


def shape_of(outline):
    shape = QgsGeometry()
    shape.fromWkb(outline)
    return shape


def same(one, other):
    """The same place, to a thousandth of its area."""
    return one.symDifference(other).area() < 0.001 * other.area()


def test_what_the_mouse_is_over_is_outlined_until_it_leaves(canvas, marks):
    marks.hover([OUTLINE], GRID.crs)
    (shape,) = shapes(canvas)
    assert same(shape, shape_of(OUTLINE))
    marks.clear_hover()
    assert shapes(canvas) == []


def test_only_the_last_hover_is_shown(canvas, marks):
    other = mask_geometry(rectangle(0, 0, 5, 5), GRID)
    marks.hover([OUTLINE, OUTLINE], GRID.crs)
    marks.hover([other], GRID.crs)
    (shape,) = shapes(canvas)
    assert same(shape, shape_of(other))


def test_an_empty_outline_is_no_mark(canvas, marks):
    empty = mask_geometry(rectangle(0, 0, 0, 0), GRID)
    before = canvas.extent()
    for outline in (empty, b""):
        marks.hover([outline], GRID.crs)
        marks.flash([outline], GRID.crs)
        marks.zoom_to([outline], GRID.crs)
    assert shapes(canvas) == []
    assert canvas.extent() == before


def test_marks_lie_where_the_map_has_another_crs(canvas, marks):
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    marks.hover([OUTLINE], GRID.crs)
    (shape,) = shapes(canvas)
    back = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:3857"),
        QgsCoordinateReferenceSystem("EPSG:32633"),
        QgsProject.instance(),
    )
    shape.transform(back)
    assert same(shape, shape_of(OUTLINE))


def test_marks_follow_the_map_into_another_crs(canvas, marks):
    marks.hover([OUTLINE], GRID.crs)
    marks.footprint(GRID)
    marks.prompts(TARGET, GRID)
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    assert len(shapes(canvas)) == 3
    assert len(points(canvas)) == 3
    for shape in shapes(canvas):
        assert QgsRectangle(14, 36, 16, 37).contains(shape.boundingBox())
    for mark in points(canvas):
        assert QgsRectangle(14, 36, 16, 37).contains(mark.place)


def test_what_is_cleared_does_not_come_back_with_another_crs(canvas, marks):
    marks.hover([OUTLINE], GRID.crs)
    marks.footprint(GRID)
    marks.prompts(TARGET, GRID)
    marks.clear_hover()
    marks.clear_footprint()
    marks.clear_prompts()
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    assert shapes(canvas) == []
    assert points(canvas) == []


def test_a_straight_edge_is_bent_where_the_map_bends_it(canvas, marks):
    north = Grid(100, 10, (1.0, 0.0, -50.0, 0.0, -1.0, 70.0), "EPSG:4326")
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3035"))
    marks.footprint(north)
    (shape,) = shapes(canvas)
    there = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"),
        QgsCoordinateReferenceSystem("EPSG:3035"),
        QgsProject.instance(),
    )
    on_edge = QgsGeometry.fromPointXY(there.transform(QgsPointXY(0.5, 70)))
    assert on_edge.distance(QgsGeometry(shape.constGet().boundary())) < 2_000  # metres, of 2,000 km


def test_what_has_no_place_on_the_map_is_left_out(canvas, marks):
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    pole = Grid(10, 10, (1.0, 0.0, 0.0, 0.0, -1.0, 95.0), "EPSG:4326")
    before = canvas.extent()
    marks.footprint(pole)
    marks.zoom_to([mask_geometry(rectangle(0, 0, 10, 10, pole), pole)], "EPSG:4326")
    assert shapes(canvas) == []
    assert canvas.extent() == before


def test_without_a_crs_the_coordinates_are_the_maps(canvas, marks):
    marks.hover([OUTLINE], "")
    (shape,) = shapes(canvas)
    assert same(shape, shape_of(OUTLINE))


def test_the_footprint_is_what_was_seen(canvas, marks):
    marks.footprint(GRID)
    (shape,) = shapes(canvas)
    assert shape.area() == pytest.approx(GRID.width * GRID.height * 4)
    marks.clear_footprint()
    assert shapes(canvas) == []


def test_the_whole_world_has_a_footprint(canvas, marks):
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    marks.footprint(EVERYWHERE)
    (shape,) = shapes(canvas)
    assert shape.area() == pytest.approx(360 * 180)


def test_prompts_show_box_and_points_each_in_its_shape(canvas, marks):
    marks.prompts(TARGET, GRID)
    (box,) = shapes(canvas)
    assert same(box, shape_of(OUTLINE))
    assert sorted(mark.is_positive for mark in points(canvas)) == [False, True, True]
    minus = next(mark for mark in points(canvas) if not mark.is_positive)
    assert (minus.place.x(), minus.place.y()) == pytest.approx(GRID.to_map(30, 5))
    assert _middle(canvas, minus) == QColor("white").name()  # the arm of the minus
    marks.clear_prompts()
    assert shapes(canvas) == []
    assert points(canvas) == []


def _middle(canvas, mark):
    place = mark.pos().toPoint()
    return canvas.grab().toImage().pixelColor(place).name()


def test_a_prompt_of_points_alone_has_no_box(canvas, marks):
    marks.prompts(TARGET, GRID)
    marks.prompts(Target(points=(Point(3, 3),)), GRID)
    assert shapes(canvas) == []
    assert len(points(canvas)) == 1


def test_points_stay_where_they_are_when_the_map_moves(canvas, marks):
    marks.prompts(TARGET, GRID)
    mark = points(canvas)[0]
    before = mark.pos()
    canvas.setExtent(QgsRectangle(500_000, 3_999_960, 500_040, 4_000_000))
    wait_until(lambda: mark.pos() != before, "the mark moved")
    expected = canvas.getCoordinateTransform().transform(mark.place)
    assert (mark.pos().x(), mark.pos().y()) == pytest.approx((expected.x(), expected.y()), abs=1)


def test_zooming_leaves_room_around(canvas, marks):
    marks.zoom_to([OUTLINE], GRID.crs)
    around = shape_of(OUTLINE).boundingBox()
    assert canvas.extent().contains(around)
    assert canvas.extent().height() > 1.3 * around.height()
    assert canvas.extent().height() < 2 * around.height()


def test_a_flash_passes(canvas, marks):
    before = len(canvas.scene().items())
    marks.flash([OUTLINE], GRID.crs)
    assert len(canvas.scene().items()) > before
    wait_until(lambda: len(canvas.scene().items()) == before, "the flash is over")


def test_nothing_is_left_on_the_canvas(canvas):
    before = len(canvas.scene().items())
    for _ in range(20):
        marks = Highlights(canvas)
        marks.hover([OUTLINE], GRID.crs)
        marks.footprint(GRID)
        marks.prompts(TARGET, GRID)
        marks.remove()
        del marks
    gc.collect()
    assert len(canvas.scene().items()) == before
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    canvas.refresh()
