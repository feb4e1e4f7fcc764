"""Lists to choose from that look like words of a line, until the mouse or the focus is on them."""

from __future__ import annotations

from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import QPointF, QRect, QSize, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPolygonF
from qgis.PyQt.QtWidgets import QComboBox

from .item_painting import draw_line

_GAP_PX = 3
_ARROW = ((-0.5, -0.25), (0.5, -0.25), (0.0, 0.3))  # in parts of its width, around its middle
_VEIL = 50  # of 255: the text colour behind what the mouse is on
_LEAST_LETTERS = 14  # of a name that is cut


class FlatBox(QComboBox):
    def sizeHint(self) -> QSize:
        return _size_of(self, self.currentText())

    def minimumSizeHint(self) -> QSize:
        return _size_of(self, self.currentText()[:_LEAST_LETTERS])

    def paintEvent(self, event: QPaintEvent) -> None:
        _paint(self)


class FlatLayerBox(QgsMapLayerComboBox):
    def sizeHint(self) -> QSize:
        return _size_of(self, self.currentText())

    def minimumSizeHint(self) -> QSize:
        return _size_of(self, self.currentText()[:_LEAST_LETTERS])

    def paintEvent(self, event: QPaintEvent) -> None:
        _paint(self)


def _size_of(box: QComboBox, text: str) -> QSize:
    metrics = box.fontMetrics()
    icon = metrics.height() + _GAP_PX if _icon_of(box) else 0
    width = icon + metrics.horizontalAdvance(text) + _arrow_px(box) + 4 * _GAP_PX
    return QSize(width, metrics.height() + 2 * _GAP_PX)


def _paint(box: QComboBox) -> None:
    pen, ink = QPainter(box), box.palette().color(QPalette.ColorRole.WindowText)
    if box.isEnabled() and (box.underMouse() or box.hasFocus()):
        _paint_plate(pen, box.rect(), ink, framed=box.hasFocus())
    room = box.rect().adjusted(_GAP_PX, 0, -_GAP_PX, 0)
    if _icon_of(box):
        side = box.fontMetrics().height()
        place = QRect(room.left(), (box.height() - side) // 2, side, side)
        box.itemIcon(box.currentIndex()).paint(pen, place)
        room.setLeft(place.right() + _GAP_PX)
    room.setRight(room.right() - _arrow_px(box) - _GAP_PX)
    draw_line(pen, room, box.font(), ink, box.currentText())
    end = min(room.right(), room.left() + box.fontMetrics().horizontalAdvance(box.currentText()))
    _paint_arrow(pen, QPointF(end + _GAP_PX + _arrow_px(box) / 2, box.height() / 2), _arrow_px(box), ink)
    pen.end()


def _paint_plate(pen: QPainter, place: QRect, ink: QColor, *, framed: bool) -> None:
    veil = QColor(ink)
    veil.setAlpha(_VEIL)
    pen.setPen(ink if framed else Qt.PenStyle.NoPen)
    pen.setBrush(veil)
    pen.drawRoundedRect(place.adjusted(0, 0, -1, -1), 2, 2)


def _paint_arrow(pen: QPainter, middle: QPointF, width: int, ink: QColor) -> None:
    pen.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen.setPen(Qt.PenStyle.NoPen)
    pen.setBrush(ink)
    pen.drawPolygon(QPolygonF([middle + QPointF(x * width, y * width) for x, y in _ARROW]))


def _arrow_px(box: QComboBox) -> int:
    return box.fontMetrics().height() // 2


def _icon_of(box: QComboBox) -> bool:
    """Whether what is chosen has one."""
    return box.currentIndex() >= 0 and not box.itemIcon(box.currentIndex()).isNull()
