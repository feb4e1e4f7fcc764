"""What stands in an empty field looks like no text that was typed, and can be read."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis

from askmap.plugin.dock import Dock  # noqa: E402
from askmap.plugin.widgets.colours import contrast  # noqa: E402
from askmap.plugin.widgets.placeholder import LEAST_CONTRAST, PlaceholderColour, placeholder_colour  # noqa: E402
from qgis.core import QgsApplication  # noqa: E402
from qgis.PyQt.QtGui import QColor, QPalette  # noqa: E402
from qgis.PyQt.QtWidgets import QLineEdit  # noqa: E402

ROLE = QPalette.ColorRole


def painted(text: str, paper: str) -> QPalette:
    palette = QPalette()
    palette.setColor(ROLE.Text, QColor(text))
    palette.setColor(ROLE.Base, QColor(paper))
    return palette


@pytest.fixture(params=["default", "Night Mapping", "Blend of Gray"])
def theme(request, qgis_app):
    before = qgis_app.styleSheet(), QgsApplication.palette()
    QgsApplication.setUITheme(request.param)
    yield request.param
    QgsApplication.setUITheme("default")
    qgis_app.setStyleSheet(before[0])
    QgsApplication.setPalette(before[1])


def test_in_every_theme_of_qgis_it_is_paler_than_text_and_can_be_read(desk, theme):
    dock = Dock(desk.window)
    dock.show_welcome(False)
    dock.show()
    for field in (dock.form.question, dock.answer.reasoning.text, dock.answer.reasoning.raw):
        palette = field.palette()
        pale, text, paper = (palette.color(role) for role in (ROLE.PlaceholderText, ROLE.Text, ROLE.Base))
        assert pale.alpha() == 255
        assert LEAST_CONTRAST <= contrast(pale, paper) < contrast(text, paper)
    dock.deleteLater()


@pytest.mark.parametrize(("text", "paper"), [("black", "white"), ("#aaa", "#222"), ("#111", "#888")])
def test_the_palest_that_can_be_read_is_taken(text, paper):
    colour = placeholder_colour(painted(text, paper))
    assert LEAST_CONTRAST <= contrast(colour, QColor(paper)) < contrast(QColor(text), QColor(paper))


def test_where_text_itself_is_hard_to_read_it_is_no_worse(qgis_app):
    assert placeholder_colour(painted("#999", "#777")) == QColor("#999")


def test_another_palette_gives_another_colour(desk):
    field = QLineEdit(desk.window)
    keeper = PlaceholderColour(field)
    field.setPalette(painted("white", "black"))
    on_black = field.palette().color(ROLE.PlaceholderText)
    field.setPalette(painted("black", "white"))
    assert keeper.parent() is field
    assert field.palette().color(ROLE.PlaceholderText) != on_black
    assert contrast(field.palette().color(ROLE.PlaceholderText), QColor("white")) >= LEAST_CONTRAST
