"""Small pictures of samples, with the boxes of their targets."""

from __future__ import annotations

from functools import lru_cache

from qgis.PyQt.QtCore import QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QImage, QImageReader, QPainter, QPen

from ...backend.outputs.palette import VERMILION
from ...backend.samples.bop_format import Row
from ...backend.samples.split_file import SampleFile
from ...backend.validation import inside

SIDE_PX = 48
KEPT = 300  # pictures in memory; several samples may show the same one


def thumbnail(file: SampleFile, row: Row) -> QImage:
    """From any thread; a null one where the picture cannot be read."""
    small, width = _picture(str(inside(file.folder, row.image, row.name)))
    if small.isNull() or not width:
        return small
    shown = QImage(small)
    pen = QPainter(shown)
    pen.setPen(QPen(QColor(*VERMILION), 1))
    scale = small.width() / width
    for target in row.targets or ():
        if target.box is not None:
            x0, y0, x1, y1 = (scale * side for side in target.box.corners)
            pen.drawRect(QRectF(x0, y0, x1 - x0, y1 - y0))
    pen.end()
    return shown


@lru_cache(maxsize=KEPT)
def _picture(path: str) -> tuple[QImage, int]:
    """Small, and how wide the file's is."""
    reader = QImageReader(path)
    size = reader.size()
    if not size.isValid():
        return QImage(), 0
    reader.setScaledSize(size.scaled(QSize(SIDE_PX, SIDE_PX), Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read().convertToFormat(QImage.Format.Format_RGB32), size.width()
