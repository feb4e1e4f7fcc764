"""Reads a view of the map as a Scene: as it is drawn (any layer), or a file's own pixels.

Drawn views go through a QgsMapSettings of our own, rotated as the map is, at a device pixel ratio of 1. Their
grid is taken from what was really drawn: QGIS widens a requested extent to fit the picture's shape.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Optional

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    QgsCsException,
    QgsMapLayer,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QObject, QSize, pyqtSignal
from qgis.PyQt.QtGui import QColor, QImage

from ...backend.drawn import warnings
from ...backend.errors import OutsideRaster, UnreadableRaster
from ...backend.raster.north_up import as_drawn
from ...backend.raster.reading import read_scene, window_of_bbox
from ...backend.raster.stretch import Stretch
from ...backend.stages import Grid, Report, Scene, ignore
from ..language import tr
from .transforms import drawn_transform, wkt_of

LONGEST_SIDE_PX = 1024  # the side that SAM2 works at; it would see no more
DPI = 96  # what a screen has, so that symbols are as large as on it
WEB_PROVIDERS = ("wms", "wcs", "arcgismapserver")  # WMTS and XYZ are «wms» too
ANSWER_MARK = "askmap/answer"  # custom property of the layers that AskMap made


@dataclass(frozen=True)
class FileView:
    """The part of a raster file that the map shows; `read` is for a worker thread."""

    path: str  # what GDAL opens
    bbox: tuple[float, float, float, float]  # x min, y min, x max, y max in the layer's CRS
    crs: str  # the layer's, as WKT; a user may have given one to a file that has none
    stretch: Stretch = Stretch.PERCENTILES

    def read(self, report: Report = ignore) -> Scene:
        window = window_of_bbox(self.path, self.bbox, "", report)
        scene = as_drawn(read_scene(self.path, window, stretch=self.stretch, report=report))
        return replace(scene, grid=replace(scene.grid, crs=self.crs)) if self.crs else scene


def is_file(layer: Optional[QgsMapLayer]) -> bool:
    """Whether the layer has pixels of its own that GDAL can read."""
    return isinstance(layer, QgsRasterLayer) and layer.isValid() and layer.dataProvider().name() == "gdal"


def gdal_name(layer: QgsRasterLayer) -> str:
    """The name by which GDAL opens it."""
    return layer.source().partition("|option:")[0]


def layer_view(layer: QgsRasterLayer, extent: QgsRectangle) -> FileView:
    """The part of the layer inside an extent in its own CRS; the whole where the extent is empty.

    Raises OutsideRaster where they do not meet.
    """
    whole = _extent(layer)
    part = whole if extent.isEmpty() else extent.intersect(whole)
    if part.isEmpty():
        raise OutsideRaster(
            tr("No part of the layer «{layer}» lies there.").format(layer=layer.name()),
            tr("Zoom to the layer first."),
        )
    bbox = (part.xMinimum(), part.yMinimum(), part.xMaximum(), part.yMaximum())
    return FileView(gdal_name(layer), bbox, wkt_of(layer.crs()))


def file_view(
    layer: QgsRasterLayer, shown: QgsMapSettings, stretch: Stretch = Stretch.PERCENTILES
) -> FileView:
    """The part of the layer that the map shows; OutsideRaster where it shows none of it."""
    return replace(layer_view(layer, _in_crs_of(layer, shown)), stretch=stretch)


def view_settings(shown: QgsMapSettings, layers: list[QgsMapLayer]) -> QgsMapSettings:
    """Settings to draw what the map shows, rotated as the map is.

    As large as on the screen, but at most LONGEST_SIDE_PX. Raises UnreadableRaster where the map shows
    nothing.
    """
    if not layers or shown.visibleExtent().isEmpty():
        raise UnreadableRaster(tr("The map shows nothing."), tr("Add a layer with imagery, then ask again."))
    settings = QgsMapSettings(shown)
    settings.setLayers(layers)
    settings.setDevicePixelRatio(1)
    settings.setOutputDpi(DPI)
    settings.setOutputSize(_size(shown.outputSize()))
    settings.setBackgroundColor(QColor(0, 0, 0, 0))
    _draw_imagery_only(settings)
    return settings


def visible_layers(shown: QgsMapSettings) -> list[QgsMapLayer]:
    """The layers that the map shows, without answers, which would hide the imagery."""
    return [layer for layer in shown.layers() if not layer.customProperty(ANSWER_MARK)]


class Rendering(QObject):
    """Draws a view without blocking the window; emits one of its signals, unless it is stopped.

    It deletes itself afterwards, not before: QGIS's job must not vanish inside its own signal.
    """

    rendered = pyqtSignal(object)  # Scene
    failed = pyqtSignal(object)  # AskMapError

    def __init__(self, settings: QgsMapSettings, source: str, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._source, self._is_web = source, any(map(_is_web, settings.layers()))
        self._job = QgsMapRendererParallelJob(settings)  # main thread only, as its documentation says
        self._job.finished.connect(self._deliver)

    def start(self) -> None:
        self._job.start()

    def stop(self) -> None:
        self._job.finished.disconnect(self._deliver)
        self._job.finished.connect(self.deleteLater)
        self._job.cancelWithoutBlocking()

    def wait(self) -> None:
        """After stop(): blocks until no thread draws any more."""
        self._job.waitForFinished()

    def _deliver(self) -> None:
        self.deleteLater()
        settings = self._job.mapSettings()
        try:
            scene = scene_from(self._job.renderedImage(), settings, self._source)
        except UnreadableRaster as error:
            self.failed.emit(error)
            return
        view_warnings = warnings(
            (error.message for error in self._job.errors()),
            empty_share=1 - float(scene.valid.mean()) if self._is_web else 0.0,
            turned_degrees=_degrees(settings),
        )
        self.rendered.emit(replace(scene, warnings=scene.warnings + view_warnings))


def scene_from(image: QImage, settings: QgsMapSettings, source: str) -> Scene:
    """A copy of what was drawn; UnreadableRaster where it is empty, as when a tile server does not answer."""
    pixels = rgba(image)
    valid = pixels[..., 3] > 0
    if not valid.any():
        raise UnreadableRaster(
            tr("There is nothing to see in «{source}» here.").format(source=source),
            tr("Wait until the map is drawn, or zoom to where the layer has imagery."),
        )
    return Scene(np.ascontiguousarray(pixels[..., :3]), valid, _grid(settings), source)


def rgba(image: QImage) -> NDArray[np.uint8]:
    """(H, W, 4), not premultiplied; a copy without the padding at the end of QImage's rows."""
    plain = image.convertToFormat(QImage.Format.Format_RGBA8888)
    memory = plain.constBits()
    memory.setsize(plain.bytesPerLine() * plain.height())
    rows = np.frombuffer(memory, np.uint8).reshape(plain.height(), plain.bytesPerLine())  # type: ignore[call-overload]
    return rows[:, : 4 * plain.width()].reshape(plain.height(), plain.width(), 4).copy()


def _grid(settings: QgsMapSettings) -> Grid:
    """From three corners, by the drawing's own map-to-pixel transform."""
    size, place = settings.outputSize(), settings.mapToPixel()
    width, height = size.width(), size.height()
    origin = place.toMapCoordinates(0, 0)
    right, below = place.toMapCoordinates(width, 0), place.toMapCoordinates(0, height)
    affine = (
        (right.x() - origin.x()) / width,
        (below.x() - origin.x()) / height,
        origin.x(),
        (right.y() - origin.y()) / width,
        (below.y() - origin.y()) / height,
        origin.y(),
    )
    return Grid(width, height, affine, wkt_of(settings.destinationCrs()))


def _draw_imagery_only(settings: QgsMapSettings) -> None:
    unwanted = (
        QgsMapSettings.Flag.DrawLabeling,
        QgsMapSettings.Flag.DrawSelection,
        QgsMapSettings.Flag.DrawEditingInfo,
        QgsMapSettings.Flag.UseRenderingOptimization,
        QgsMapSettings.Flag.RenderPartialOutput,
    )
    for flag in unwanted:
        settings.setFlag(flag, False)


def _size(screen: QSize) -> QSize:
    shrink = min(1.0, LONGEST_SIDE_PX / max(screen.width(), screen.height()))
    return QSize(max(1, round(screen.width() * shrink)), max(1, round(screen.height() * shrink)))


def _is_web(layer: QgsMapLayer) -> bool:
    return isinstance(layer, QgsRasterLayer) and layer.providerType() in WEB_PROVIDERS


def _degrees(settings: QgsMapSettings) -> float:
    """-180…180, clockwise."""
    return (settings.rotation() + 180) % 360 - 180


def _extent(layer: QgsRasterLayer) -> QgsRectangle:
    """Normalised: QGIS 3.40 gives an inverted one for a raster whose columns run from east to west."""
    extent = QgsRectangle(layer.extent())
    extent.normalize()
    return extent


def _in_crs_of(layer: QgsRasterLayer, shown: QgsMapSettings) -> QgsRectangle:
    extent = shown.visibleExtent()
    if not layer.crs().isValid() or not shown.destinationCrs().isValid():
        return extent
    there = drawn_transform(shown.destinationCrs(), layer.crs())
    try:
        part = there.transformBoundingBox(extent)
    except QgsCsException:  # a world-wide view reaches where the layer's CRS has no coordinates
        return _extent(layer)
    return part if part.isFinite() else _extent(layer)
