"""What the lists of cards and of questions draw alike."""

from __future__ import annotations

from qgis.PyQt.QtCore import QRect, Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from qgis.PyQt.QtWidgets import QStyle, QStyleOptionViewItem


def ink_of(option: QStyleOptionViewItem) -> QColor:
    """Of the words of an item, chosen or not."""
    is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
    is_active = bool(option.state & QStyle.StateFlag.State_Active)
    group = QPalette.ColorGroup.Active if is_active else QPalette.ColorGroup.Inactive
    role = QPalette.ColorRole.HighlightedText if is_selected else QPalette.ColorRole.Text
    return option.palette.color(group, role)


def draw_line(pen: QPainter, room: QRect, font: QFont, ink: QColor, words: str) -> None:
    """One line, shortened where it does not fit; letters only, no markup."""
    pen.setFont(font)
    pen.setPen(ink)
    fitting = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    sides = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    pen.drawText(room, int(sides) | int(Qt.TextFlag.TextSingleLine), fitting)


def bold(font: QFont) -> QFont:
    heavier = QFont(font)
    heavier.setBold(True)
    return heavier
