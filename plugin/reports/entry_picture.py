"""An entry as one picture: its scene with the outlines, boxes, points and numbers of what was found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

import numpy as np
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QImage, QPainter, QPen, QTransform

from ...backend.entries.entry import REJECTED, Entry, Finding
from ...backend.stages import Grid, Scene
from ..cards.thumbnails import image_of
from ..map.geometries import in_pixels
from ..widgets.colours import colour_of, ink_on

SIDE_PX = 1000  # the longer side of a picture in a report

_PAPER = QColor(236, 236, 236)  # where there is no data, or no scene
_CASING = QColor(0, 0, 0, 170)  # around lines, so that they are visible on bright imagery too
_TINT = 90  # of 255: how much of a target's colour covers it
_LINE_PX, _POINT_PX, _LETTER_PX, _ROOM_PX = 2.5, 5.0, 17, 4.0


def picture_of(
    entry: Entry,
    scene: Optional[Scene],
    findings: Optional[Sequence[Finding]] = None,
    *,
    side: int = SIDE_PX,
    ratio: float = 1.0,
) -> QImage:
    """All findings, or these; rejected ones are dashed and clear. On grey paper where no scene is kept.

    `side` is the longer one in logical pixels, `ratio` how many device pixels each of them has.
    """
    size = _size(entry.grid, side)
    image = QImage(size * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(_PAPER)
    pen = QPainter(image)
    pen.setRenderHint(QPainter.RenderHint.Antialiasing)
    if scene is not None:
        pen.drawImage(0, 0, _ground(scene, size, ratio))
    to_picture = QTransform.fromScale(size.width() / entry.grid.width, size.height() / entry.grid.height)
    shown = entry.findings if findings is None else findings
    for finding in shown:
        _draw_outline(pen, finding, entry.grid, to_picture)
    for finding in shown:  # above all outlines
        _draw_prompt(pen, finding, to_picture, size)
    pen.end()
    return image


def png_of(image: QImage) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(content)


def _size(grid: Grid, side: int) -> QSize:
    scale = side / max(grid.width, grid.height)
    return QSize(max(1, round(grid.width * scale)), max(1, round(grid.height * scale)))


def _ground(scene: Scene, size: QSize, ratio: float) -> QImage:
    """Scaled smoothly: a QPainter would skip pixels."""
    alpha = np.where(scene.valid, 255, 0).astype(np.uint8)
    how = Qt.TransformationMode.SmoothTransformation
    pixels = image_of(np.dstack([scene.image, alpha]))
    ground = pixels.scaled(size * ratio, Qt.AspectRatioMode.IgnoreAspectRatio, how)
    ground.setDevicePixelRatio(ratio)
    return ground


def _draw_outline(pen: QPainter, finding: Finding, grid: Grid, to_picture: QTransform) -> None:
    shape = in_pixels(finding.outline, grid)
    if shape.isNull():
        return
    shape.transform(to_picture)
    path = shape.constGet().asQPainterPath()
    colour = colour_of(finding.number)
    if finding.state != REJECTED:
        pen.fillPath(path, QColor(colour.red(), colour.green(), colour.blue(), _TINT))
    for line in _lines(finding):
        pen.strokePath(path, line)


def _draw_prompt(pen: QPainter, finding: Finding, to_picture: QTransform, size: QSize) -> None:
    """Box, points and a plate with the number."""
    target, colour = finding.target, colour_of(finding.number)
    points = [to_picture.map(QPointF(point.x, point.y)) for point in target.points]
    corner = points[0] if points else QPointF(0, 0)
    pen.setBrush(Qt.BrushStyle.NoBrush)
    if target.box is not None:
        box = target.box
        frame = to_picture.mapRect(QRectF(QPointF(box.x0, box.y0), QPointF(box.x1, box.y1)))
        for line in _lines(finding):
            pen.setPen(line)
            pen.drawRect(frame)
        corner = frame.topLeft()
    pen.setPen(QPen(_CASING, 1.5))
    pen.setBrush(colour)
    for place in points:
        pen.drawEllipse(place, _POINT_PX, _POINT_PX)
    for point in target.negatives:
        _draw_cross(pen, to_picture.map(QPointF(point.x, point.y)), colour)
    _draw_plate(pen, corner, str(finding.number), colour, size)


def _draw_cross(pen: QPainter, at: QPointF, colour: QColor) -> None:
    for line in (QPen(_CASING, 2 * _LINE_PX), QPen(colour, _LINE_PX)):
        pen.setPen(line)
        for slope in (1, -1):
            step = QPointF(_POINT_PX, slope * _POINT_PX)
            pen.drawLine(at - step, at + step)


def _draw_plate(pen: QPainter, at: QPointF, text: str, colour: QColor, size: QSize) -> None:
    """Above `at`, moved into the picture where it would cross its edge."""
    font = QFont(QGuiApplication.font())
    font.setPixelSize(_LETTER_PX)
    font.setBold(True)
    metrics = QFontMetricsF(font)
    width, height = metrics.horizontalAdvance(text) + 2 * _ROOM_PX, metrics.height()
    x = max(0.0, min(at.x(), size.width() - width - 1))
    y = max(0.0, min(at.y() - height, size.height() - height - 1))
    plate = QRectF(x, y, width, height)
    pen.setFont(font)
    pen.setPen(QPen(_CASING, 1))
    pen.setBrush(colour)
    pen.drawRect(plate)
    pen.setPen(ink_on(colour))
    pen.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)


def _lines(finding: Finding) -> tuple[QPen, ...]:
    """The casing, and the line in its colour on it."""
    style = Qt.PenStyle.DashLine if finding.state == REJECTED else Qt.PenStyle.SolidLine
    return QPen(_CASING, 2 * _LINE_PX), QPen(colour_of(finding.number), _LINE_PX, style)
