"""What stands in an empty field: paler than text, and still readable (WCAG 2.1: a contrast of 4.5)."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QObject
from qgis.PyQt.QtGui import QColor, QPalette
from qgis.PyQt.QtWidgets import QWidget

from .colours import contrast

LEAST_CONTRAST = 4.5
_STEPS = 40  # from the colour of the paper to that of the text
_PALEST = 0.5  # part of the text's colour in it: Qt's own


class PlaceholderColour(QObject):
    """Keeps that of one field: themes of QGIS give none of their own, and Qt then takes the text's."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        field.installEventFilter(self)
        self._paint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Polish, QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self._paint()
        return False

    def _paint(self) -> None:
        palette = self._field.palette()
        colour = placeholder_colour(palette)
        if palette.color(QPalette.ColorRole.PlaceholderText) != colour:
            palette.setColor(QPalette.ColorRole.PlaceholderText, colour)
            self._field.setPalette(palette)


def placeholder_colour(palette: QPalette) -> QColor:
    """The palest mixture of text and paper that can be read; the text's own colour where none can."""
    text, paper = palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Base)
    for step in range(round(_PALEST * _STEPS), _STEPS):
        mixed = _mix(text, paper, step / _STEPS)
        if contrast(mixed, paper) >= LEAST_CONTRAST:
            return mixed
    return text


def _mix(text: QColor, paper: QColor, part: float) -> QColor:
    pairs = zip(text.getRgb()[:3], paper.getRgb()[:3])
    return QColor(*(round(part * one + (1 - part) * other) for one, other in pairs))
