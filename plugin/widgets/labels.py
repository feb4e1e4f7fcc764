"""Labels for text of any origin."""

from __future__ import annotations

from html import escape

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QFont
from qgis.PyQt.QtWidgets import QLabel

_QUIET = 0.9  # of the font's size


def plain_label(text: str = "") -> QLabel:
    """Never interprets the text as HTML."""
    label = QLabel(wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    return label


def plain_tip(text: str) -> str:
    """For a tooltip, which Qt would take for HTML where it looks like some."""
    return f"<p>{escape(text)}</p>" if text else ""


def quiet_label() -> QLabel:
    """The same in a smaller font."""
    label = plain_label()
    label.setFont(smaller(label.font()))
    return label


def smaller(font: QFont) -> QFont:
    quiet = QFont(font)
    if font.pointSizeF() > 0:  # else its size is set in pixels
        quiet.setPointSizeF(_QUIET * font.pointSizeF())
    return quiet
