"""Widgets in rows: where each lies, and how much room they ask for."""

from __future__ import annotations

import pytest

pytestmark = [pytest.mark.qgis, pytest.mark.usefixtures("qgis_app")]

from askmap.plugin.widgets.flow_layout import FlowLayout  # noqa: E402
from qgis.PyQt.QtCore import QRect, QSize  # noqa: E402
from qgis.PyQt.QtWidgets import QLabel, QWidget  # noqa: E402

WIDTH, HEIGHT, GAP = 50, 20, 2


@pytest.fixture
def window():
    """With three labels in it."""
    window = QWidget()
    layout = FlowLayout(window)
    for _ in range(3):
        label = QLabel()
        label.setFixedSize(WIDTH, HEIGHT)
        layout.addWidget(label)
    return window


def test_what_has_no_room_goes_on_in_the_next_row(window):
    layout = window.layout()
    layout.setGeometry(QRect(10, 5, 2 * WIDTH + GAP, 100))
    places = [layout.itemAt(n).geometry().topLeft() for n in range(layout.count())]
    assert [(place.x(), place.y()) for place in places] == [
        (10, 5),
        (10 + WIDTH + GAP, 5),
        (10, 5 + HEIGHT + GAP),
    ]


@pytest.mark.parametrize(("width", "rows"), [(1, 3), (WIDTH, 3), (2 * WIDTH + GAP, 2), (1000, 1)])
def test_it_is_as_high_as_its_rows(window, width, rows):
    assert window.layout().heightForWidth(width) == rows * HEIGHT + (rows - 1) * GAP


def test_it_may_be_as_narrow_as_its_widest_widget(window):
    assert window.layout().minimumSize() == QSize(WIDTH, HEIGHT)
