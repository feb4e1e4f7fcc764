"""Drawing shared by the lists of cards and of questions."""

from __future__ import annotations

from qgis.PyQt.QtCore import QRect, Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from qgis.PyQt.QtWidgets import QStyle, QStyleOptionViewItem


def ink_of(option: QStyleOptionViewItem) -> QColor:
    """The text colour of an item, chosen or not."""
    is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
    is_active = bool(option.state & QStyle.StateFlag.State_Active)
    group = QPalette.ColorGroup.Active if is_active else QPalette.ColorGroup.Inactive
    role = QPalette.ColorRole.HighlightedText if is_selected else QPalette.ColorRole.Text
    return option.palette.color(group, role)


def draw_line(pen: QPainter, room: QRect, font: QFont, ink: QColor, text: str) -> None:
    """One line of plain text, elided where it does not fit."""
    pen.setFont(font)
    pen.setPen(ink)
    fitting = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    sides = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    pen.drawText(room, int(sides) | int(Qt.TextFlag.TextSingleLine), fitting)


def bold(font: QFont) -> QFont:
    heavier = QFont(font)
    heavier.setBold(True)
    return heavier
