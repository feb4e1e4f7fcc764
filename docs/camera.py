"""Hands and a camera in a running QGIS, for docs/take_pictures.py."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Callable, Optional, TypeVar

from qgis.core import QgsApplication, QgsPointXY, QgsRasterLayer, QgsRectangle
from qgis.PyQt.QtCore import QCoreApplication, QPoint, QRect, Qt
from qgis.PyQt.QtGui import QColor, QCursor, QImage, QPainter, QPen, QPolygon
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QWidget
from qgis.utils import iface

PATIENCE_S = 180  # the models are loaded within it, also on a busy machine
REST_S = 0.7  # after the last task: the map draws itself, a preview follows the last change
FEWEST_COLOURS = 8  # of any picture that shows something
ARROW = ((0, 0), (0, 17), (4, 13), (7, 20), (10, 19), (7, 12), (12, 12))  # of the mouse, from its tip
Window = TypeVar("Window", bound=QWidget)


class NoPicture(Exception):
    pass


class Camera:
    """Takes what stands on the screen: a window that hides another one does so in the picture, too."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def take(self, name: str, *widgets: QWidget, within: Optional[QRect] = None, mouse: bool = False) -> None:
        """All of the widgets in one picture; `within` is a part of the first one, in its own pixels."""
        rest()
        places = [QRect(w.mapToGlobal(QPoint(0, 0)), w.size()) for w in widgets]
        if within is not None:
            places = [within.translated(places[0].topLeft())]
        place = places[0]
        for other in places[1:]:
            place = place.united(other)
        screen = widgets[0].screen()
        seen = place.intersected(screen.geometry())
        if seen != place:
            raise NoPicture(f"{name}: a part of it, {place}, lies outside of the screen")
        image = screen.grabWindow(0, seen.x(), seen.y(), seen.width(), seen.height()).toImage()
        if mouse:
            _draw_arrow(image, QCursor.pos() - seen.topLeft())
        self.keep(name, image)

    def keep(self, name: str, image: QImage) -> None:
        if _colours(image) < FEWEST_COLOURS:
            raise NoPicture(f"{name}: there is nothing in the picture")
        path = self._folder / f"{name}.png"
        if not image.save(str(path)):
            raise NoPicture(f"{name}: {path} cannot be written")
        print(f"picture {name}", flush=True)


def wait_until(true: Callable[[], object], what: str) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not true():
        if time.monotonic() > deadline:
            raise NoPicture(f"waited in vain until {what}")
        QCoreApplication.processEvents()
        time.sleep(0.01)


def rest() -> None:
    """Until nothing works and nothing is drawn any more."""
    wait_until(lambda: not QgsApplication.taskManager().countActiveTasks(), "all tasks ended")
    main = iface.mainWindow()
    main.setGeometry(main.screen().availableGeometry())  # a task's words in the status bar may widen it
    end = time.monotonic() + REST_S
    wait_until(lambda: time.monotonic() > end and not iface.mapCanvas().isDrawing(), "the map is drawn")
    iface.messageBar().clearWidgets()
    QCoreApplication.processEvents()


def window(kind: str) -> QWidget:
    """The one that is open, by the name of its class."""

    def there() -> list[QWidget]:
        return [w for w in QApplication.topLevelWidgets() if type(w).__name__ == kind and w.isVisible()]

    wait_until(there, f"there is a window {kind}")
    return there()[-1]


def put(widget: QWidget, x: int, y: int, size: Optional[tuple[int, int]] = None) -> None:
    if size is not None:
        widget.resize(*size)
    widget.move(x, y)
    widget.raise_()
    widget.activateWindow()


def point_at(widget: QWidget, place: QPoint) -> None:
    """In two steps: Qt takes a mouse that was there before for one that never moved."""
    QTest.mouseMove(widget, place + QPoint(3, 3))
    QTest.mouseMove(widget, place)
    rest()


def press(widget: QWidget, keys: Sequence[Qt.Key]) -> None:
    for key in keys:
        QTest.keyClick(widget, key)
        rest()


class Hand:
    """On the map, at places in the pixels of the sample."""

    def __init__(self, raster: Path) -> None:
        layer = QgsRasterLayer(str(raster), "")
        self._corner = layer.extent().xMinimum(), layer.extent().yMaximum()
        self._pixel = layer.rasterUnitsPerPixelX(), layer.rasterUnitsPerPixelY()
        self._canvas = iface.mapCanvas()

    def _to_map(self, x: float, y: float) -> QgsPointXY:
        return QgsPointXY(self._corner[0] + x * self._pixel[0], self._corner[1] - y * self._pixel[1])

    def square(self) -> QRect:
        """The largest one in the middle of the map."""
        size = self._canvas.size()
        side = min(size.width(), size.height())
        return QRect((size.width() - side) // 2, (size.height() - side) // 2, side, side)

    def on_screen(self, x: float, y: float) -> QPoint:
        place = self._canvas.getCoordinateTransform().transform(self._to_map(x, y))
        return QPoint(round(place.x()), round(place.y()))

    def zoom(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self._canvas.setExtent(QgsRectangle(self._to_map(x0, y0), self._to_map(x1, y1)))
        self._canvas.refresh()
        rest()

    def click(self, x: float, y: float) -> None:
        QTest.mouseClick(self._canvas.viewport(), Qt.MouseButton.LeftButton, pos=self.on_screen(x, y))
        rest()

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        viewport, button = self._canvas.viewport(), Qt.MouseButton.LeftButton
        QTest.mousePress(viewport, button, pos=self.on_screen(*start))
        QTest.mouseMove(viewport, self.on_screen(*end))
        QTest.mouseRelease(viewport, button, pos=self.on_screen(*end))
        rest()


def _draw_arrow(image: QImage, place: QPoint) -> None:
    """A grabbed screen lacks it."""
    pen = QPainter(image)
    pen.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen.setPen(QPen(QColor("white"), 1.5))
    pen.setBrush(QColor("black"))
    pen.drawPolygon(QPolygon([place + QPoint(x, y) for x, y in ARROW]))
    pen.end()


def _colours(image: QImage) -> int:
    small = image.scaled(64, 64)
    return len({small.pixel(x, y) for x in range(64) for y in range(64)})
