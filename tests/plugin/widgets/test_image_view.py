"""A picture in a view that is smaller or larger than it."""

from __future__ import annotations

import pytest

pytestmark = [pytest.mark.qgis, pytest.mark.usefixtures("qgis_app")]

from askmap.plugin.widgets.image_view import ImageView  # noqa: E402
from qgis.PyQt.QtGui import QImage  # noqa: E402


@pytest.mark.parametrize("side", [50, 2000])
def test_a_picture_is_shown_as_large_as_the_view_allows(side):
    view = ImageView()
    view.resize(400, 300)
    view.show_picture(QImage(side, side, QImage.Format.Format_RGB32))
    room = view.maximumViewportSize()
    assert view.transform().m11() * side == pytest.approx(min(room.width(), room.height()))


def test_another_picture_is_fitted_anew():
    view = ImageView()
    view.resize(400, 300)
    view.show_picture(QImage(50, 50, QImage.Format.Format_RGB32))
    view.zoom_to(1)
    view.show_picture(QImage(100, 100, QImage.Format.Format_RGB32))
    room = view.maximumViewportSize()
    assert view.transform().m11() * 100 == pytest.approx(min(room.width(), room.height()))
