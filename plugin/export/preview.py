"""The preview on the map: outlines as they would be exported, over the original ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsGeometry,
    QgsMapToPixelSimplifier,
    QgsRectangle,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtCore import QObject, Qt, QTimer
from qgis.PyQt.QtGui import QColor

from ...backend.entries.entry import Entry
from ...backend.outputs.palette import SKY_BLUE, VERMILION
from ...backend.stages import Progress, Report
from ..language import tr
from ..map.geometries import shape_of
from ..map.transforms import drawn_transform, transform_shape
from ..runtime.job_queue import JobQueue
from .exporter import findings_in
from .memory_layer import crs_of
from .shaping import AS_FOUND, Shaping, polygons, shape_outline

_OLD, _NEW = QColor(*SKY_BLUE), QColor(*VERMILION)
_VEIL = 40  # of 255
_THIN_PX, _THICK_PX = 1, 2
_AROUND = 2.0  # how much more than the view is drawn, so that a small move shows no gap
MOST_CORNERS = 15_000  # of a band: QGIS draws them again in each frame, a million in a second or two
REST_MS = 150  # after the last move of the map


@dataclass(frozen=True)
class ExportPreview:
    """As WKB, because even deleting a geometry with a million corners is slow."""

    old: bytes  # both in the map's coordinate system; an empty collection where there is none
    new: bytes
    count: int  # of targets that are left
    corners: int = 0  # of the one that has more


def preview_of(
    entries: Sequence[Entry],
    states: Sequence[str],
    shaping: Shaping,
    map_crs: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext,
    report: Report,
) -> ExportPreview:
    """For a worker thread; outlines without coordinates on the map are left out."""
    old, new, count = [], [], 0
    for entry in entries:
        crs = crs_of(entry.grid)
        for finding in findings_in(entry, states):
            report(Progress(0.5, tr("Shaping the outlines")))
            geometry = shape_of(finding.outline)
            made = shape_outline(geometry, crs, shaping)
            count += made is not None
            old += _on_map(geometry, crs, map_crs, context)
            if made is not None and shaping != AS_FOUND:
                new += _on_map(made, crs, map_crs, context)
    return preview_from(QgsGeometry.collectGeometry(old), QgsGeometry.collectGeometry(new), count)


def preview_from(old: QgsGeometry, new: QgsGeometry, count: int) -> ExportPreview:
    return ExportPreview(bytes(old.asWkb()), bytes(new.asWkb()), count, max(_corners(old), _corners(new)))


class PreviewBands(QObject):
    """Made with the first preview, removed by `clear`. Outlines too large to draw are reduced to the view."""

    def __init__(self, canvas: QgsMapCanvas, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._bands: list[QgsRubberBand] = []
        self._preview: Optional[ExportPreview] = None
        self._jobs, self._rest = JobQueue(self), QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._look)

    def show(self, preview: ExportPreview) -> None:
        if not self._bands:
            self._bands = [self._band(_OLD, _THIN_PX, 0), self._band(_NEW, _THICK_PX, _VEIL)]
            self._bands[0].setLineStyle(Qt.PenStyle.DashLine)
            self._canvas.extentsChanged.connect(self._rest.start)
        self._preview = preview
        if preview.corners <= MOST_CORNERS:
            self._rest.stop()
            self._jobs.drop()
            self._fill((shape_of(preview.old), shape_of(preview.new)))
        else:
            self._look()

    def _look(self) -> None:
        """Reduces the outlines to the current view and its surroundings, on a worker thread."""
        preview, shown = self._preview, self._canvas.mapSettings()
        view, pixel = QgsRectangle(shown.visibleExtent()), shown.mapUnitsPerPixel()
        view.scale(_AROUND)
        self._jobs.drop()
        if preview is not None and preview.corners > MOST_CORNERS:
            both = preview.old, preview.new
            self._jobs.start(
                tr("AskMap: outlines to export"),
                lambda report: [reduce_to_view(shape_of(wkb), view, pixel, report) for wkb in both],
                self._fill,
            )

    def _fill(self, shapes: Sequence[QgsGeometry]) -> None:
        for band, shape in zip(self._bands, shapes):
            band.reset(QgsWkbTypes.GeometryType.PolygonGeometry)
            if not shape.isEmpty():
                band.setToGeometry(shape)

    def close(self) -> None:
        self.clear()
        self._jobs.close()

    def clear(self) -> None:
        if self._bands:
            self._canvas.extentsChanged.disconnect(self._rest.start)
        self._rest.stop()
        self._jobs.drop()
        self._preview = None
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


def reduce_to_view(shape: QgsGeometry, view: QgsRectangle, pixel: float, report: Report) -> QgsGeometry:
    """Its polygons in the view, with at most MOST_CORNERS corners, which QGIS draws without delay.

    `pixel` is one of the map's, in its units: what is smaller goes first, then what is a little larger.
    """
    parts = [part for part in shape.asGeometryCollection() if part.boundingBox().intersects(view)]
    while sum(map(_corners, parts)) > MOST_CORNERS:
        thin = QgsMapToPixelSimplifier(QgsMapToPixelSimplifier.SimplifyFlag.SimplifyGeometry, pixel)
        large = [part for part in parts if _side(part) > pixel]
        parts = []
        for part in large:
            report(Progress(0.9, tr("Shaping the outlines")))
            parts.append(thin.simplify(part.removeInteriorRings(pixel * pixel)))
        pixel *= 2
    return QgsGeometry.collectGeometry(parts)


def _corners(shape: QgsGeometry) -> int:
    return 0 if shape.isNull() else shape.constGet().nCoordinates()


def _side(shape: QgsGeometry) -> float:
    around = shape.boundingBox()
    return max(around.width(), around.height())


def _on_map(
    geometry: QgsGeometry,
    crs: QgsCoordinateReferenceSystem,
    map_crs: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext,
) -> list[QgsGeometry]:
    """Its polygons."""
    shown = transform_shape(geometry, drawn_transform(crs, map_crs, context))
    return [] if shown is None else polygons(shown)
