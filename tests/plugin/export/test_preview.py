"""How much of a preview the map gets, in real QGIS."""

from __future__ import annotations

import numpy as np
import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.geo.outlines import mask_geometry  # noqa: E402
from askmap.backend.outputs.palette import SKY_BLUE  # noqa: E402
from askmap.backend.stages import ignore  # noqa: E402
from askmap.plugin.export.preview import MOST_CORNERS, PreviewBands, preview_from, reduce_to_view  # noqa: E402
from askmap.plugin.map.geometries import shape_of  # noqa: E402
from bands import band_of  # noqa: E402
from desktop import no_tasks, wait_until  # noqa: E402
from entries import utm_grid  # noqa: E402
from qgis.core import QgsGeometry, QgsRectangle  # noqa: E402
from qgis.PyQt.QtCore import QCoreApplication  # noqa: E402

SIDE = 600


@pytest.fixture(scope="module")
def noise():
    """As many corners as a scene of noise has; a pixel is 2 m."""
    mask = np.random.default_rng(0).random((SIDE, SIDE)) < 0.5
    return shape_of(mask_geometry(mask, utm_grid(SIDE, SIDE)))


def corners(shape: QgsGeometry) -> int:
    return shape.constGet().nCoordinates()


def test_what_the_window_can_draw_is_shown_as_it_is(qgis_app):
    square = QgsGeometry.fromRect(QgsRectangle(0, 0, 10, 10))
    (part,) = reduce_to_view(square, QgsRectangle(-5, -5, 5, 5), 1.0, ignore).asGeometryCollection()
    assert part.equals(square)


def test_what_lies_beside_the_view_is_left_out(qgis_app):
    here, there = (QgsGeometry.fromRect(QgsRectangle(x, 0, x + 10, 10)) for x in (0, 100))
    both = QgsGeometry.collectGeometry([here, there])
    assert reduce_to_view(both, QgsRectangle(-5, -5, 50, 5), 1.0, ignore).boundingBox() == here.boundingBox()


def test_of_any_number_of_corners_no_more_are_left_than_the_window_draws(qgis_app, noise):
    assert corners(noise) > 20 * MOST_CORNERS
    left = reduce_to_view(noise, noise.boundingBox(), 4.0, ignore)
    assert 0 < corners(left) <= MOST_CORNERS


def test_a_preview_of_very_much_follows_the_map_when_a_thread_has_thinned_it(desk, noise):
    bands = PreviewBands(desk.canvas)
    desk.canvas.setExtent(noise.boundingBox())
    bands.show(preview_from(noise, QgsGeometry(), 1))
    assert band_of(desk.canvas, SKY_BLUE).numberOfVertices() == 0, "drawn at once"
    wait_until(lambda: band_of(desk.canvas, SKY_BLUE).numberOfVertices() > 0, "it is drawn")
    far = band_of(desk.canvas, SKY_BLUE).asGeometry().boundingBox()
    desk.canvas.zoomByFactor(0.1)
    wait_until(lambda: band_of(desk.canvas, SKY_BLUE).asGeometry().boundingBox() != far, "it follows")
    bands.close()
    wait_until(no_tasks, "all tasks ended")
    QCoreApplication.processEvents()
    assert not bands.shown
