"""Two entries laid over each other, and the window that shows it; in real QGIS."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.entries.entry import REJECTED, UNKNOWN, Finding  # noqa: E402
from askmap.backend.entries.report_tables import ReportTexts  # noqa: E402
from askmap.backend.geo.crs import crs_of  # noqa: E402
from askmap.backend.geo.outlines import mask_geometry  # noqa: E402
from askmap.backend.stages import Box, Grid, Question, Target  # noqa: E402
from askmap.plugin.number_format import fixed  # noqa: E402
from askmap.plugin.reports.compare_window import CompareWindow  # noqa: E402
from askmap.plugin.reports.comparison import NotComparable, compare_entries, ways  # noqa: E402
from askmap.plugin.reports.difference_bands import DifferenceBands  # noqa: E402
from askmap.plugin.reports.report_text import state_names  # noqa: E402
from entries import make_entry, make_scene, rectangle, utm_grid, with_changes  # noqa: E402
from qgis.core import (  # noqa: E402
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
)
from qgis.gui import QgsRubberBand  # noqa: E402
from qgis.PyQt.QtCore import Qt  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402

A, B = "a" * 32, "b" * 32
PX_M2 = 4  # of utm_grid()


def area(wkb):
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    return geometry.area()


def reprojected(entry, crs):
    """The same entry, asked in another coordinate system of the same place."""
    source, target = QgsCoordinateReferenceSystem.fromWkt(utm_wkt()), QgsCoordinateReferenceSystem(crs)
    there = QgsCoordinateTransform(source, target, QgsProject.instance())

    def moved(outline):
        geometry = QgsGeometry()
        geometry.fromWkb(outline)
        geometry.transform(there)
        return bytes(geometry.asWkb())

    frame = there.transformBoundingBox(grid_extent(entry.grid))
    grid = entry.grid
    step_x, step_y = frame.width() / grid.width, frame.height() / grid.height
    affine = (step_x, 0, frame.xMinimum(), 0, -step_y, frame.yMaximum())
    findings = tuple(replace(finding, outline=moved(finding.outline)) for finding in entry.findings)
    return replace(entry, grid=Grid(grid.width, grid.height, affine, target.toWkt()), findings=findings)


def utm_wkt():
    return crs_of("EPSG:32633").ExportToWkt()


def grid_extent(grid):
    xs, ys = zip(*grid.footprint())
    return QgsRectangle(min(xs), min(ys), max(xs), max(ys))


def placed(entry):
    """With a coordinate system as WKT, as scenes have it."""
    return replace(entry, grid=replace(entry.grid, crs=utm_wkt()))


LEFT = placed(make_entry(A, rectangle(2, 2, 12, 12), rectangle(20, 2, 30, 12)))
RIGHT = placed(make_entry(B, rectangle(30, 20, 36, 26), rectangle(2, 2, 12, 10)))


def test_what_both_found_is_matched_and_the_rest_is_not():
    found = compare_entries(LEFT, RIGHT)
    assert [(match.left, match.right, round(match.overlap, 3)) for match in found.matches] == [(1, 2, 0.8)]
    assert (found.only_left, found.only_right) == ((2,), (1,))
    assert found.overlap == pytest.approx(80 / (100 + 100 + 36))
    assert (found.outside_left, found.outside_right) == ((), ())


def test_the_differences_are_the_three_parts_of_both():
    parts = compare_entries(LEFT, RIGHT).differences
    assert area(parts.both) == 80 * PX_M2
    assert area(parts.left) == (20 + 100) * PX_M2
    assert area(parts.right) == 36 * PX_M2
    assert parts.crs == LEFT.grid.crs


def test_each_target_has_one_partner_at_most():
    left = placed(make_entry(A, rectangle(0, 0, 10, 10)))
    right = placed(make_entry(B, rectangle(0, 0, 10, 9), rectangle(0, 0, 10, 10)))
    found = compare_entries(left, right)
    assert [(match.left, match.right) for match in found.matches] == [(1, 2)]
    assert found.only_right == (1,)


@pytest.mark.parametrize(
    ("left", "right", "overlap"),
    [(LEFT, placed(make_entry(B)), 0.0), (placed(make_entry(A)), LEFT, 0.0)],
    ids=["right found none", "left found none"],
)
def test_nothing_found_can_be_compared(left, right, overlap):
    found = compare_entries(left, right)
    assert found.matches == ()
    assert found.overlap == overlap
    assert area(found.differences.both) == 0
    assert area(found.differences.left) + area(found.differences.right) == 200 * PX_M2


def test_two_that_found_nothing_agree():
    found = compare_entries(placed(make_entry(A)), placed(make_entry(B)))
    assert found.overlap == 1.0
    assert area(found.differences.left) == area(found.differences.right) == 0


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3857", "EPSG:25833", "EPSG:32632"])
def test_the_right_one_is_brought_into_the_coordinate_system_of_the_left(crs):
    right = placed(make_entry(B, rectangle(2, 2, 12, 12), rectangle(20, 2, 30, 12), rectangle(0, 0, 0, 0)))
    found = compare_entries(LEFT, reprojected(right, crs))
    assert [(match.left, match.right) for match in found.matches] == [(1, 1), (2, 2)]
    assert found.only_right == (3,)  # whose mask is empty
    assert found.overlap == pytest.approx(1.0, abs=1e-3)
    assert found.outside_right == ()


def test_what_the_other_did_not_look_at_is_said():
    small = replace(utm_grid(15, 15), crs=utm_wkt())
    right = make_entry(B, rectangle(2, 2, 12, 12, small), grid=small)
    found = compare_entries(LEFT, right)
    assert found.only_left == (2,)
    assert found.outside_right == (2,)
    assert found.outside_left == ()


def test_without_coordinate_systems_pixels_are_compared():
    grid = Grid(40, 30, (1, 0, 0, 0, -1, 0))
    left, right = (make_entry(id, rectangle(2, 2, 9, 9, grid), grid=grid) for id in (A, B))
    assert compare_entries(left, right).overlap == 1.0
    with pytest.raises(NotComparable, match="Only one of the two"):
        compare_entries(left, LEFT)


def test_places_that_cannot_be_brought_together_are_said():
    nowhere = Grid(40, 30, (1, 0, 0, 0, -1, 1000), crs_of("EPSG:4326").ExportToWkt())
    with pytest.raises(NotComparable, match="too far apart"):
        compare_entries(LEFT, make_entry(B, grid=nowhere))


def test_an_outline_that_crosses_itself_is_compared_all_the_same():
    bow = QgsGeometry.fromWkt("MULTIPOLYGON (((0 0, 10 10, 10 0, 0 10, 0 0)))")
    grid = Grid(40, 30, (1, 0, 0, 0, -1, 30))
    finding = Finding(1, Target(Box(0, 0, 1, 1)), bytes(bow.asWkb()), 1.0)
    empty = Finding(2, Target(Box(0, 0, 1, 1)), mask_geometry(rectangle(0, 0, 0, 0), grid), 1.0)
    left = replace(make_entry(A, grid=grid), findings=(finding, empty))
    right = replace(left, id=B)
    found = compare_entries(left, right)
    assert found.overlap == pytest.approx(1.0)
    assert [(match.left, match.right) for match in found.matches] == [(1, 1)]
    assert found.only_left == (2,)


def test_how_they_were_asked_stands_side_by_side():
    words = ReportTexts(
        **{field.name: field.name for field in fields(ReportTexts)}
        | {"states": state_names(), "format_number": fixed}
    )
    made = replace(
        RIGHT.provenance, reasoner="another", seed=8, settings={"temperature": "0.7", "format": "x"}
    )
    right = replace(RIGHT, question=Question("Where?"), provenance=made)
    rows = {name: (left, right) for name, left, right in ways(LEFT, right, words)}
    assert {name for name, (left, right) in rows.items() if left != right} == {
        "question",
        "reasoner",
        "seed",
        "temperature",
        "format",
    }
    assert rows["temperature"] == ("0.0", "0.7")
    assert rows["format"] == ("", "x")


@pytest.fixture
def window(desk):
    left = with_changes(LEFT, 2, state=REJECTED)
    window = CompareWindow(left, RIGHT, (make_scene(), None), desk.window)
    window.resize(800, 600)
    window.show()
    yield window
    window.close()


def lines(tree):
    items = (tree.topLevelItem(row) for row in range(tree.topLevelItemCount()))
    return [[item.text(column) for column in range(4)] for item in items]


def test_the_window_lists_what_each_found(window):
    assert [line[0] for line in lines(window.found)] == ["both", "left only", "right only"]
    assert lines(window.found)[0][3] == "0.80"
    assert "0.34" in window.summary.text()
    window.leave_out.click()
    assert [line[0] for line in lines(window.found)] == ["both", "right only"]
    assert "0.59" in window.summary.text()


def test_what_differs_is_marked_by_more_than_its_weight(window):
    marks = [window.ways.item(row, 0).text() for row in range(window.ways.rowCount())]
    bold = [window.ways.item(row, 2).font().bold() for row in range(window.ways.rowCount())]
    assert [mark == "≠" for mark in marks] == bold
    assert marks.count("≠") == 0
    other = replace(RIGHT, question=Question("Where?"))
    window.ways.show_ways((("question", LEFT.question.text, other.question.text), ("seed", "1", "1")))
    assert [window.ways.item(row, 0).text() for row in range(2)] == ["≠", ""]


def test_the_chosen_line_is_drawn_alone(window):
    before = window.sides[0].grab().toImage()
    window.found.setCurrentItem(window.found.topLevelItem(2))
    assert window.sides[0].grab().toImage() != before
    window.found.clearSelection()
    assert window.sides[0].grab().toImage() == before


def test_the_differences_go_to_the_map_and_leave_with_the_window(window):
    heard = []
    window.differences_shown.connect(heard.append)
    QTest.mouseClick(window.on_map, Qt.MouseButton.LeftButton)
    assert area(heard[-1].left) == 120 * PX_M2
    window.leave_out.click()
    assert area(heard[-1].left) == 20 * PX_M2
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert heard[-1] is None


def test_what_cannot_be_laid_over_each_other_is_still_shown(desk):
    grid = Grid(40, 30, (1, 0, 0, 0, -1, 0))
    window = CompareWindow(LEFT, make_entry(B, grid=grid), parent=desk.window)
    assert "Only one of the two" in window.summary.text()
    assert not window.on_map.isEnabled()
    assert window.ways.rowCount() > 5
    window.close()


def test_tags_of_a_model_stay_letters(desk):
    finding = LEFT.finding(1)
    left = with_changes(LEFT, 1, target=replace(finding.target, label="<b>x</b>"))
    window = CompareWindow(left, RIGHT, parent=desk.window)
    assert "<b>x</b>" in lines(window.found)[0][1]
    window.close()


def bands_of(desk):
    return [item for item in desk.canvas.scene().items() if isinstance(item, QgsRubberBand)]


def test_the_map_shows_each_part_in_its_own_colour(desk):
    bands = DifferenceBands(desk.canvas)
    desk.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    bands.show(compare_entries(LEFT, RIGHT).differences)
    drawn = bands_of(desk)
    assert len(drawn) == 3
    assert len({band.strokeColor().name() for band in drawn}) == 3
    box = drawn[0].asGeometry().boundingBox()
    assert 14.99 < box.xMinimum() < 15.01  # where the canvas's coordinate system has it
    bands.show(compare_entries(LEFT, LEFT).differences)
    assert len(bands_of(desk)) == 1
    bands.clear()
    assert bands_of(desk) == []


def test_what_a_model_does_not_know_is_not_compared_with_nothing_found():
    nothing = make_entry(A)
    unknown = replace(make_entry(B), outcome=UNKNOWN)
    for pair in ((nothing, unknown), (unknown, nothing)):
        with pytest.raises(NotComparable, match="has not looked for it"):
            compare_entries(*pair)
    drawn = replace(make_entry(B, rectangle(2, 3, 9, 8)), outcome=UNKNOWN)
    assert compare_entries(nothing, drawn).only_right == (1,)


def test_the_window_tells_what_was_not_known(desk):
    window = CompareWindow(make_entry(A), replace(make_entry(B), outcome=UNKNOWN))
    assert window.comparison is None
    assert "has not looked for it" in window.summary.text()
    assert not window.on_map.isEnabled()
