"""Draws a finding in the list: thumbnail, number, label, score, area and remarks. Its buttons have places."""

from __future__ import annotations

from functools import lru_cache
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
LEAST_SIDE, MOST_SIDE = 60, 96  # of a thumbnail, logical pixels
LINES = 3

_ICON_SIDE = 64  # of a state's icon; Qt reduces it
_STATE_COLOURS = {ACCEPTED: QColor(*GREEN), REJECTED: QColor(*VERMILION)}
_CHECK = ((0.27, 0.52), (0.44, 0.70), (0.75, 0.33))  # in parts of the icon
_CROSS = (((0.31, 0.31), (0.69, 0.69)), ((0.69, 0.31), (0.31, 0.69)))
_MARKS = {ACCEPTED: (_CHECK,), REJECTED: _CROSS}
TOOLS = 4  # buttons
_BUTTON_EDGE_PX = 3
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


@lru_cache(maxsize=32)
def verdict_icon(state: State, ink: int) -> QIcon:
    """Of a button: its mark alone, in the colour of the text, while it is up."""
    icon, offered = state_icon(state), QPixmap(_ICON_SIDE, _ICON_SIDE)
    offered.fill(Qt.GlobalColor.transparent)
    pen = QPainter(offered)
    pen.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen.setPen(QPen(QColor(ink), _ICON_SIDE / 11, cap=Qt.PenCapStyle.RoundCap))
    for line in _MARKS[state]:
        pen.drawPolyline(QPolygonF([_within(QRectF(offered.rect()), x, y) for x, y in line]))
    pen.end()
    found = QIcon(offered)
    found.addPixmap(icon.pixmap(_ICON_SIDE, _ICON_SIDE), QIcon.Mode.Normal, QIcon.State.On)
    return found


def draw_state(pen: QPainter, place: QRectF, state: State, ink: QColor) -> None:
    """Draws a check, a cross or an empty ring: they differ by shape, not by colour alone."""
    pen.save()
    pen.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = place.width() / 9
    pen.setPen(QPen(ink, width) if state == OPEN else Qt.PenStyle.NoPen)
    pen.setBrush(_STATE_COLOURS.get(state, QColor(Qt.GlobalColor.transparent)))
    pen.drawEllipse(place.adjusted(width, width, -width, -width))
    pen.setPen(QPen(QColor("white"), width, cap=Qt.PenCapStyle.RoundCap))
    for line in _MARKS.get(state, ()):
        pen.drawPolyline(QPolygonF([_within(place, x, y) for x, y in line]))
    pen.restore()


def _within(place: QRectF, x: float, y: float) -> QPointF:
    return QPointF(place.left() + x * place.width(), place.top() + y * place.height())


class CardPlaces(NamedTuple):
    """Where the parts of a card are, beside its picture in three lines."""

    picture: QRect
    title: QRect
    measures: QRect
    tools: QRect  # at the end of the line of measures, where the card is the chosen one
    verdict: QRect  # two buttons
    remarks: QRect


def places_of(card: QRect, font: QFont) -> CardPlaces:
    side, gap = thumbnail_side(font), _gap(font)
    inside = card.adjusted(gap, gap, -gap, -gap)
    text = inside.adjusted(side + 2 * gap, 0, 0, 0)
    button = QFontMetrics(font).height() + 2 * _BUTTON_EDGE_PX
    line = (side - button) // 2
    second = text.top() + line
    third = text.top() + side - button
    return CardPlaces(
        QRect(inside.left(), inside.top(), side, side),
        QRect(text.left(), text.top(), text.width(), line),
        QRect(text.left(), second, text.width(), line),
        QRect(text.right() + 1 - TOOLS * button, second - (button - line) // 2, TOOLS * button, button),
        QRect(text.left() - _BUTTON_EDGE_PX, third, 2 * button, button),
        QRect(text.left() + 2 * button, third, text.width() - 2 * button, button),
    )


def card_height(font: QFont) -> int:
    return thumbnail_side(font) + 2 * _gap(font)


class CardDelegate(QStyledItemDelegate):
    """Draws a Card; its model has `picture(index, side, ratio)`."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(2 * thumbnail_side(option.font), card_height(option.font))

    def paint(self, pen: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        card: Card = index.data(CARD)
        pen.save()
        self._draw_background(pen, option)
        places = places_of(option.rect, option.font)
        side, ratio = places.picture.width(), pen.device().devicePixelRatioF()
        _draw_picture(pen, places.picture, index.model().picture(index, side, ratio), card)
        _draw_text(pen, places, option, card)
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


def _draw_text(pen: QPainter, places: CardPlaces, option: QStyleOptionViewItem, card: Card) -> None:
    ink, heavy = ink_of(option), bold(option.font)
    taken = _draw_chip(pen, places.title, heavy, card.number)
    draw_line(pen, places.title.adjusted(taken, 0, 0, 0), heavy, ink, card.label)
    measures = places.measures
    if option.state & QStyle.StateFlag.State_Selected:
        measures.setRight(places.tools.left() - 1)
    draw_line(pen, measures, option.font, ink, card.measures)
    remarks = " · ".join(remark for remark in card.remarks() if remark)
    draw_line(pen, places.remarks, option.font, ink, remarks)


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
