"""The cross that arrow keys move over the map."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis

from askmap.plugin.tools.keyboard_cursor import KeyboardCursor  # noqa: E402
from qgis.gui import QgsVertexMarker  # noqa: E402


def marks_on(canvas):
    return sum(isinstance(item, QgsVertexMarker) for item in canvas.scene().items())


def test_a_cross_that_was_hidden_can_be_shown_again(desk):
    canvas = desk.mapCanvas()
    cursor, before = KeyboardCursor(canvas), marks_on(canvas)
    for _ in range(2):
        cursor.show()
        assert cursor.shown
        assert marks_on(canvas) == before + 2  # its edge, and the cross
        cursor.hide()
        assert not cursor.shown
        assert marks_on(canvas) == before
