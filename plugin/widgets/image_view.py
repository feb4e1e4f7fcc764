"""A view of a picture that can be zoomed and moved."""

from __future__ import annotations

from typing import Callable, Optional

from qgis.PyQt.QtCore import QRectF, Qt, pyqtSignal
from qgis.PyQt.QtGui import QImage, QKeyEvent, QPixmap, QResizeEvent, QWheelEvent
from qgis.PyQt.QtWidgets import QFrame, QGraphicsPixmapItem, QGraphicsScene, QGraphicsView, QWidget

STEP = 1.5  # one press of a zoom button
LEAST, MOST = 0.05, 64.0  # screen pixels to one of the picture


class ImageView(QGraphicsView):
    zoomed = pyqtSignal(float)  # screen pixels to one of the picture

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._picture = QGraphicsPixmapItem()
        self.setScene(QGraphicsScene(self))
        self.scene().addItem(self._picture)
        self._fits = True
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)

    def show_picture(self, image: QImage) -> None:
        """Fitted to the view."""
        self._picture.setPixmap(QPixmap.fromImage(image))
        self.scene().setSceneRect(QRectF(image.rect()))
        self.fit()

    def zoom(self) -> float:
        """Screen pixels to one of the picture; 1 is each pixel once, on sharp screens too."""
        return self.transform().m11() * self.devicePixelRatioF()

    def fit(self) -> None:
        """Until the next zoom, also when the window is made larger or smaller."""
        self._fits = True
        rect = self.sceneRect()
        if not rect.isEmpty():
            room = self.maximumViewportSize()
            scale = min(room.width() / rect.width(), room.height() / rect.height())
            self._scale_to(scale * self.devicePixelRatioF())

    def zoom_to(self, zoom: float) -> None:
        self._fits = False
        self._scale_to(zoom)

    def zoom_by(self, factor: float) -> None:
        self.zoom_to(self.zoom() * factor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        steps = event.angleDelta().y() / 120  # eighths of a degree, 15 degrees a notch
        self.zoom_by(STEP**steps)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        actions: dict[str, Callable[[], None]] = {
            "+": lambda: self.zoom_by(STEP),
            "-": lambda: self.zoom_by(1 / STEP),
            "0": self.fit,
            "1": lambda: self.zoom_to(1),
        }
        if event.text() in actions:
            actions[event.text()]()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fits:
            self.fit()

    def _scale_to(self, zoom: float) -> None:
        """Sharp pixels when enlarged, smooth when reduced."""
        zoom = min(max(zoom, LEAST), MOST)
        smooth, sharp = Qt.TransformationMode.SmoothTransformation, Qt.TransformationMode.FastTransformation
        self._picture.setTransformationMode(smooth if zoom < 1 else sharp)
        self.resetTransform()
        self.scale(zoom / self.devicePixelRatioF(), zoom / self.devicePixelRatioF())
        self.zoomed.emit(zoom)
