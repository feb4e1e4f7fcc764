"""Draws a finding in the list: thumbnail, number, label, score, area, verdict and note."""

from __future__ import annotations

from typing import NamedTuple

from qgis.PyQt.QtCore import QModelIndex, QPointF, QRect, QRectF, QSize, Qt
from qgis.PyQt.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QIcon,
    QImage,
    QPainter,
    QPen,
    QPixmap,
    QPolygonF,
)
from qgis.PyQt.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ...backend.entries.entry import ACCEPTED, OPEN, REJECTED, State
from ...backend.outputs.palette import GREEN, VERMILION
from ..language import tr
from ..widgets.colours import colour_of, ink_on
from ..widgets.item_painting import bold, draw_line, ink_of

CARD = Qt.ItemDataRole.UserRole  # of the model: a Card
LEAST_SIDE, MOST_SIDE = 64, 96  # of a thumbnail, logical pixels
LINES = 3

_ICON_SIDE = 64  # of a state's icon; Qt reduces it
_STATE_COLOURS = {ACCEPTED: QColor(*GREEN), REJECTED: QColor(*VERMILION)}
_CHECK = ((0.27, 0.52), (0.44, 0.70), (0.75, 0.33))  # in parts of the icon
_CROSS = (((0.31, 0.31), (0.69, 0.69)), ((0.69, 0.31), (0.31, 0.69)))
_PALE = 0.45  # opacity of a rejected finding's thumbnail


class Card(NamedTuple):
    """The texts of a card, ready to be shown."""

    number: int
    label: str
    measures: str  # score and area
    state: State
    note: str
    is_busy: bool  # SAM2 is at work on it
    is_doubtful: bool = False  # its confidence is low, and nobody has judged it yet

    def verdict(self) -> str:
        return tr("Working…") if self.is_busy else state_name(self.state)

    def sentence(self) -> str:
        """For screen readers."""
        return ", ".join(
            part for part in (str(self.number), self.label, self.measures, *self.remarks()) if part
        )

    def remarks(self) -> tuple[str, ...]:
        """On the third line; some may be empty."""
        return self.verdict(), tr("doubtful") if self.is_doubtful else "", self.note


def state_name(state: State) -> str:
    return {OPEN: tr("Open"), ACCEPTED: tr("Accepted"), REJECTED: tr("Rejected")}[state]


def state_icon(state: State) -> QIcon:
    picture = QPixmap(_ICON_SIDE, _ICON_SIDE)
    picture.fill(Qt.GlobalColor.transparent)
    pen = QPainter(picture)
    draw_state(pen, QRectF(picture.rect()), state, QColor("gray"))
    pen.end()
    return QIcon(picture)


def draw_state(pen: QPainter, place: QRectF, state: State, ink: QColor) -> None:
    """Draws a check, a cross or an empty ring: they differ by shape, not by colour alone."""
    pen.save()
    pen.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = place.width() / 9
    pen.setPen(QPen(ink, width) if state == OPEN else Qt.PenStyle.NoPen)
    pen.setBrush(_STATE_COLOURS.get(state, QColor(Qt.GlobalColor.transparent)))
    pen.drawEllipse(place.adjusted(width, width, -width, -width))
    pen.setPen(QPen(QColor("white"), width, cap=Qt.PenCapStyle.RoundCap))
    for line in {ACCEPTED: (_CHECK,), REJECTED: _CROSS}.get(state, ()):
        pen.drawPolyline(QPolygonF([_within(place, x, y) for x, y in line]))
    pen.restore()


def _within(place: QRectF, x: float, y: float) -> QPointF:
    return QPointF(place.left() + x * place.width(), place.top() + y * place.height())


class CardDelegate(QStyledItemDelegate):
    """Draws a Card; its model has `picture(index, side, ratio)`."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        side, gap = thumbnail_side(option.font), _gap(option.font)
        return QSize(2 * side, side + 2 * gap)

    def paint(self, pen: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        card: Card = index.data(CARD)
        pen.save()
        self._draw_background(pen, option)
        side, gap = thumbnail_side(option.font), _gap(option.font)
        rect = option.rect.adjusted(gap, gap, -gap, -gap)
        square = QRect(rect.left(), rect.top(), side, side)
        picture = index.model().picture(index, side, pen.device().devicePixelRatioF())
        _draw_picture(pen, square, picture, card)
        _draw_text(pen, rect.adjusted(side + gap, 0, 0, 0), option, card)
        pen.restore()

    def _draw_background(self, pen: QPainter, option: QStyleOptionViewItem) -> None:
        widget = option.widget
        style = widget.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, pen, widget)


def thumbnail_side(font: QFont) -> int:
    """Beside LINES lines of text."""
    height = LINES * QFontMetrics(font).lineSpacing() + 2 * _gap(font)
    return min(max(height, LEAST_SIDE), MOST_SIDE)


def _gap(font: QFont) -> int:
    return max(3, QFontMetrics(font).height() // 4)


def _draw_picture(pen: QPainter, square: QRect, picture: QImage, card: Card) -> None:
    pen.setOpacity(_PALE if card.state == REJECTED else 1.0)
    pen.drawImage(square, picture)
    pen.setOpacity(1.0)


def _draw_text(pen: QPainter, room: QRect, option: QStyleOptionViewItem, card: Card) -> None:
    height = room.height() // LINES
    first, second, third = (
        QRect(room.left(), room.top() + line * height, room.width(), height) for line in range(LINES)
    )
    ink = ink_of(option)
    heavy = bold(option.font)
    taken = _draw_chip(pen, first, heavy, card.number)
    draw_line(pen, first.adjusted(taken, 0, 0, 0), heavy, ink, card.label)
    draw_line(pen, second, option.font, ink, card.measures)
    _draw_third(pen, third, option.font, ink, card)


def _draw_third(pen: QPainter, line: QRect, font: QFont, ink: QColor, card: Card) -> None:
    size, gap = QFontMetrics(font).ascent() + 2, _gap(font)
    icon = QRectF(line.left(), line.center().y() - size / 2 + 0.5, size, size)
    draw_state(pen, icon, card.state, ink)
    parts = " · ".join(remark for remark in card.remarks() if remark)
    draw_line(pen, line.adjusted(size + gap, 0, 0, 0), font, ink, parts)


def _draw_chip(pen: QPainter, line: QRect, font: QFont, number: int) -> int:
    """Draws the number on its colour; returns the width it took."""
    metrics, colour = QFontMetrics(font), colour_of(number)
    width = max(metrics.horizontalAdvance(str(number)) + 2 * _gap(font), metrics.height())
    plate = QRect(line.left(), line.top() + (line.height() - metrics.height()) // 2, width, metrics.height())
    pen.fillRect(plate, colour)
    pen.setFont(font)
    pen.setPen(ink_on(colour))
    pen.drawText(plate, Qt.AlignmentFlag.AlignCenter, str(number))
    return width + _gap(font)
