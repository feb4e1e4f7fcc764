"""Small pictures of findings: a part of the scene with the outline drawn on it."""

from __future__ import annotations

from typing import Optional

import numpy as np
from numpy.typing import NDArray
from qgis.core import QgsGeometry, QgsMapToPixelSimplifier
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QTransform

from ...backend.entries.entry import Finding
from ...backend.stages import Grid, Scene
from ..map.geometries import in_pixels
from ..widgets.colours import colour_of

_ROOM = 1.4  # the side that is shown, as a multiple of the finding's, so that its surroundings show
_LEAST_PX = 24.0  # of the scene: fewer would be shown as squares
_SPECK = 2.0  # square pixels: smaller holes are not drawn
_SIMPLER = QgsMapToPixelSimplifier(QgsMapToPixelSimplifier.SimplifyFlag.SimplifyGeometry, 0.5)  # pixels
_LINE, _CASING = 2.0, 4.0  # widths in logical pixels; the dark casing shows on bright ground


class Thumbnails:
    """Thumbnails of one entry, each drawn when it is first needed."""

    def __init__(self, grid: Grid, scene: Optional[Scene] = None) -> None:
        self._grid, self._scene = grid, scene
        self._drawn: dict[tuple[int, int, float], tuple[bytes, QImage]] = {}

    def of(self, finding: Finding, side: int, ratio: float) -> QImage:
        """A square of `side` logical pixels on a screen with `ratio` device pixels to each."""
        key = (finding.number, side, ratio)
        outline, image = self._drawn.get(key, (None, None))
        if outline != finding.outline:
            image = thumbnail(finding, self._grid, self._scene, side, ratio)
            self._drawn[key] = (finding.outline, image)
        return image


def thumbnail(finding: Finding, grid: Grid, scene: Optional[Scene], side: int, ratio: float = 1.0) -> QImage:
    """Transparent where there is no scene, or the scene has no data."""
    shape = in_pixels(finding.outline, grid)
    view = _view(finding, shape)
    image = QImage(round(side * ratio), round(side * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    pen = QPainter(image)
    if scene is not None:
        _draw_scene(pen, scene, view, side)
    _draw_outline(pen, _path(shape, view, side), colour_of(finding.number))
    pen.end()
    return image


def image_of(pixels: NDArray[np.uint8]) -> QImage:
    """(H, W, 3) or (H, W, 4) as a QImage with memory of its own."""
    height, width, bands = pixels.shape
    rows = np.ascontiguousarray(pixels)
    kind = QImage.Format.Format_RGB888 if bands == 3 else QImage.Format.Format_RGBA8888
    return QImage(rows.tobytes(), width, height, bands * width, kind).copy()


def _view(finding: Finding, shape: QgsGeometry) -> QRectF:
    """The square to show, in the scene's pixels; it may reach outside of the scene."""
    box, around = finding.target.box, shape.boundingBox()
    if not shape.isEmpty():
        x0, y0, x1, y1 = around.xMinimum(), around.yMinimum(), around.xMaximum(), around.yMaximum()
    elif box:
        x0, y0, x1, y1 = box.corners
    else:
        xs, ys = [p.x for p in finding.target.points], [p.y for p in finding.target.points]
        x0, y0, x1, y1 = min(xs), min(ys), max(xs), max(ys)
    side = max(_LEAST_PX, _ROOM * max(x1 - x0, y1 - y0))
    return QRectF((x0 + x1 - side) / 2, (y0 + y1 - side) / 2, side, side)


def _draw_scene(pen: QPainter, scene: Scene, view: QRectF, side: int) -> None:
    """Cropped, then scaled smoothly: a QPainter would skip pixels."""
    frame = QRectF(0, 0, scene.grid.width, scene.grid.height)
    part = view.toAlignedRect().intersected(frame.toRect())
    if part.isEmpty():
        return
    rows, columns = slice(part.top(), part.bottom() + 1), slice(part.left(), part.right() + 1)
    alpha = np.where(scene.valid[rows, columns, None], 255, 0).astype(np.uint8)
    cut = image_of(np.concatenate([scene.image[rows, columns], alpha], axis=2))
    scale = side / view.width()
    ratio = pen.device().devicePixelRatioF()
    reduced = cut.scaled(
        max(1, round(part.width() * scale * ratio)),
        max(1, round(part.height() * scale * ratio)),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    place = QRectF(part).translated(-view.topLeft())
    pen.drawImage(QTransform.fromScale(scale, scale).mapRect(place), reduced)


def _path(shape: QgsGeometry, view: QRectF, side: int) -> QPainterPath:
    """A shape from the scene's pixels to those of the thumbnail, without details too small to see."""
    if shape.isEmpty():
        return QPainterPath()
    scale = side / view.width()
    moved = QgsGeometry(shape)
    moved.transform(QTransform.fromTranslate(-view.left(), -view.top()) * QTransform.fromScale(scale, scale))
    simple = _SIMPLER.simplify(moved.removeInteriorRings(_SPECK))  # has to outlive what constGet() gives
    return simple.constGet().asQPainterPath()


def _draw_outline(pen: QPainter, path: QPainterPath, colour: QColor) -> None:
    pen.setRenderHint(QPainter.RenderHint.Antialiasing)
    for width, ink in ((_CASING, QColor(0, 0, 0, 160)), (_LINE, colour)):
        pen.strokePath(path, QPen(ink, width))
