"""The small pictures of findings."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.entries.entry import Finding  # noqa: E402
from askmap.backend.geo.outlines import mask_geometry  # noqa: E402
from askmap.backend.stages import Box, Grid, Point, Scene, Target  # noqa: E402
from askmap.plugin.cards.thumbnails import Thumbnails, image_of, thumbnail  # noqa: E402
from askmap.plugin.map.geometries import in_pixels  # noqa: E402
from askmap.plugin.widgets.colours import colour_of  # noqa: E402
from entries import make_scene, multi_polygon, rectangle, utm_grid  # noqa: E402
from qgis.PyQt.QtGui import QColor  # noqa: E402
from reviewing import entry  # noqa: E402


def pixel(image, x, y):
    return QColor(image.pixel(x, y))


def test_a_thumbnail_shows_the_scene_around_the_outline():
    grid = utm_grid(100, 100)
    mask = rectangle(40, 40, 60, 60, grid)
    image = np.full((100, 100, 3), 60, np.uint8)
    image[mask] = (200, 100, 50)
    scene = Scene(image, np.ones((100, 100), np.bool_), grid, "")
    box = Target(Box(40, 40, 60, 60))
    finding = Finding(1, box, mask_geometry(mask, grid), 0.5)
    drawn = thumbnail(finding, grid, scene, 70)
    assert (drawn.width(), drawn.height()) == (70, 70)
    assert pixel(drawn, 35, 35).getRgb()[:3] == (200, 100, 50)
    assert pixel(drawn, 2, 2).getRgb()[:3] == (60, 60, 60)
    edge = round(35 - 10 * 70 / 28)
    assert pixel(drawn, edge, 35).getRgb()[:3] == pytest.approx(colour_of(1).getRgb()[:3], abs=40)


def test_a_thumbnail_is_sharp_on_a_sharp_screen():
    finding = Finding(1, Target(points=(Point(5, 5),)), b"", 0.5)
    drawn = thumbnail(finding, utm_grid(), make_scene(), 64, 2.0)
    assert (drawn.width(), drawn.devicePixelRatio()) == (128, 2.0)


def test_where_no_data_is_a_thumbnail_is_transparent():
    finding = Finding(1, Target(points=(Point(0, 0),)), b"", 0.5)
    drawn = thumbnail(finding, utm_grid(), make_scene(), 64)
    assert drawn.pixelColor(2, 2).alpha() == 0  # outside of the scene
    assert drawn.pixelColor(34, 34).alpha() == 0  # in its corner without data
    assert drawn.pixelColor(60, 60).alpha() == 255


def test_a_thumbnail_of_a_rotated_scene_follows_its_pixels():
    grid = Grid(100, 100, (8.0, 6.0, 500_000.0, 6.0, -8.0, 5_000_000.0), "EPSG:32633")
    mask = rectangle(40, 20, 60, 40, grid)
    finding = Finding(2, Target(Box(40, 20, 60, 40)), mask_geometry(mask, grid), 0.5)
    drawn = thumbnail(finding, grid, None, 70)
    painted = [(x, y) for x in range(70) for y in range(70) if drawn.pixelColor(x, y).alpha() > 200]
    assert min(painted) == pytest.approx((10, 10), abs=2)
    assert max(painted) == pytest.approx((60, 60), abs=2)


def test_a_thumbnail_is_drawn_anew_only_for_another_outline():
    made = entry(1)
    thumbnails = Thumbnails(made.grid, make_scene())
    first = thumbnails.of(made.findings[0], 64, 1.0)
    assert thumbnails.of(replace(made.findings[0], note="x"), 64, 1.0) is first
    other = replace(made.findings[0], outline=mask_geometry(rectangle(1, 1, 20, 9), made.grid))
    assert thumbnails.of(other, 64, 1.0) is not first


@pytest.mark.parametrize("width", [1, 2, 3, 5])
def test_pictures_of_any_width_keep_their_pixels(width):
    pixels = np.random.default_rng(0).integers(0, 256, (4, width, 3), np.uint8)
    drawn = image_of(pixels)
    seen = [[drawn.pixelColor(x, y).getRgb()[:3] for x in range(width)] for y in range(4)]
    assert np.array_equal(np.array(seen), pixels)


def test_an_outline_that_no_painter_can_count_to_is_not_drawn():
    tiny = Grid(40, 30, (1e-5, 0.0, 0.0, 0.0, -1e-5, 0.0))
    assert in_pixels(multi_polygon((-1e15, -1e15, 1e15, 1e15)), tiny).isNull()
    assert not in_pixels(multi_polygon((0, 0, 1, 1)), utm_grid()).isNull()
