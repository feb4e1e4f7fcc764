"""What rubber bands draw on a canvas, found by their colour."""

from __future__ import annotations

from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtGui import QColor


def band_of(canvas: QgsMapCanvas, colour: tuple[int, int, int]) -> QgsRubberBand:
    """The one with edges of that colour."""
    bands = [item for item in canvas.scene().items() if isinstance(item, QgsRubberBand)]
    (band,) = (band for band in bands if band.strokeColor() == QColor(*colour))
    return band
