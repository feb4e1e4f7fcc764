"""Outlines as they would be exported, on the map over those as they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsGeometry,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from ..backend.errors import NotWritten
from ..backend.findings import Entry
from ..backend.palette import SKY_BLUE, VERMILION
from ..backend.stages import Progress, Report
from .export_layer import crs_of, in_crs
from .exporting import chosen
from .language import tr
from .shapes import shape_of
from .shaping import AS_FOUND, Shaping, polygons, shaped

_OLD, _NEW = QColor(*SKY_BLUE), QColor(*VERMILION)
_VEIL = 40  # of 255
_THIN_PX, _THICK_PX = 1, 2


@dataclass(frozen=True)
class Preview:
    old: QgsGeometry  # both in the map's coordinate system; empty where there is none
    new: QgsGeometry
    count: int  # of targets that are left


def preview_of(
    entries: Sequence[Entry],
    states: Sequence[str],
    shaping: Shaping,
    map_crs: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext,
    report: Report,
) -> Preview:
    """For a worker thread; what has no place on the map is not shown."""
    old, new, count = [], [], 0
    for entry in entries:
        crs = crs_of(entry.grid)
        for finding in chosen(entry, states):
            report(Progress(0.5, tr("Shaping the outlines")))
            geometry = shape_of(finding.outline)
            made = shaped(geometry, crs, shaping, context)
            count += made is not None
            old += _on_map(geometry, crs, map_crs, context)
            if made is not None and shaping != AS_FOUND:
                new += _on_map(made, crs, map_crs, context)
    return Preview(QgsGeometry.collectGeometry(old), QgsGeometry.collectGeometry(new), count)


class PreviewBands:
    """Made with the first preview, gone with `clear`."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._bands: list[QgsRubberBand] = []

    def show(self, preview: Preview) -> None:
        if not self._bands:
            self._bands = [self._band(_OLD, _THIN_PX, 0), self._band(_NEW, _THICK_PX, _VEIL)]
            self._bands[0].setLineStyle(Qt.PenStyle.DashLine)
        for band, geometry in zip(self._bands, (preview.old, preview.new)):
            band.reset(QgsWkbTypes.GeometryType.PolygonGeometry)
            if not geometry.isEmpty():
                band.setToGeometry(geometry)

    def clear(self) -> None:
        for band in self._bands:
            self._canvas.scene().removeItem(band)
        self._bands = []

    @property
    def shown(self) -> bool:
        return bool(self._bands)

    def _band(self, colour: QColor, width: int, veil: int) -> QgsRubberBand:
        band = QgsRubberBand(self._canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
        band.setStrokeColor(colour)
        band.setFillColor(QColor(colour.red(), colour.green(), colour.blue(), veil))
        band.setWidth(width)
        return band


def _on_map(
    geometry: QgsGeometry,
    crs: QgsCoordinateReferenceSystem,
    map_crs: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext,
) -> list[QgsGeometry]:
    """Its polygons."""
    if crs.isValid() and map_crs.isValid():
        try:
            geometry = in_crs(geometry, crs, map_crs, context)
        except NotWritten:
            return []
    return polygons(geometry)
