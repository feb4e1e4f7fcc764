"""The marker of a point prompt on the map: a plus on a disc, or a minus on a square."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPen
from qgis.PyQt.QtWidgets import QStyleOptionGraphicsItem, QWidget

from ...backend.outputs.palette import BLUE, VERMILION

SIDE_PX = 16
_PLUS, _MINUS = QColor(*BLUE), QColor(*VERMILION)


class PromptMarker(QgsMapCanvasItem):
    def __init__(self, canvas: QgsMapCanvas, place: QgsPointXY, is_positive: bool) -> None:
        super().__init__(canvas)
        self.place, self.is_positive = place, is_positive
        self.updatePosition()

    def boundingRect(self) -> QRectF:
        return QRectF(-SIDE_PX / 2, -SIDE_PX / 2, SIDE_PX, SIDE_PX)

    def updatePosition(self) -> None:
        """QGIS calls it whenever the map moves."""
        self.setPos(self.toCanvasCoordinates(self.place))

    def paint(  # type: ignore[override]
        self, pen: QPainter, option: QStyleOptionGraphicsItem, widget: Optional[QWidget] = None
    ) -> None:
        pen.setRenderHint(QPainter.RenderHint.Antialiasing)
        plate = self.boundingRect().adjusted(1, 1, -1, -1)
        pen.setPen(QPen(QColor("white"), 1.5))
        pen.setBrush(_PLUS if self.is_positive else _MINUS)
        (pen.drawEllipse if self.is_positive else pen.drawRect)(plate)
        arm = SIDE_PX // 4
        pen.setPen(QPen(QColor("white"), 2, cap=Qt.PenCapStyle.FlatCap))
        pen.drawLine(-arm, 0, arm, 0)
        if self.is_positive:
            pen.drawLine(0, -arm, 0, arm)
