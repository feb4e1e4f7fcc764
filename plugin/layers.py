"""An answer's GeoPackage → a group of styled layers in the project."""

from __future__ import annotations

import html
from pathlib import Path
from typing import Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsLayerMetadata,
    QgsLayerTreeGroup,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas

from ..backend.errors import NotWritten
from ..backend.stages import Answer
from .canvas import ANSWER_MARK

STYLES = Path(__file__).parent.parent / "resources" / "styles"
NAMES = {"points": "Points", "boxes": "Boxes", "targets": "Targets"}  # tables, the topmost first
LONGEST_NAME = 60  # characters of a question in the layer tree
_ROOM = 1.3  # what is zoomed to, as a multiple of what was found, so that its surroundings show
_SMALLEST_ROOM = 0.1  # and at least this part of the view that was asked about


def add_answer(answer: Answer, path: Path, project: QgsProject) -> QgsLayerTreeGroup:
    """The layers «Targets», «Boxes» and «Points», those that are not empty, in a group on top of the tree."""
    layers = [layer for layer in (_layer(answer, path, table) for table in NAMES) if layer is not None]
    group = project.layerTreeRoot().insertGroup(0, f"AskMap: {_short(answer.question.text)}")
    for layer in layers:
        project.addMapLayer(layer, False)
        group.addLayer(layer).setExpanded(False)
    group.setExpanded(False)  # what it is for the tree, which shows an empty group shut without saying so
    group.setExpanded(True)
    return group


def zoom_to(group: QgsLayerTreeGroup, answer: Answer, canvas: QgsMapCanvas) -> None:
    first, *others = (node.layer().extent() for node in group.findLayers())
    extent = QgsRectangle(first)
    for other in others:
        extent.combineExtentWith(other)
    extent.scale(_ROOM)
    canvas.setExtent(_on_canvas(_roomy(extent, answer), group.findLayers()[0].layer(), canvas))
    canvas.refresh()


def _layer(answer: Answer, path: Path, table: str) -> Optional[QgsVectorLayer]:
    options = QgsVectorLayer.LayerOptions()
    options.skipCrsValidation = True  # else QGIS asks for a CRS where the raster has none
    layer = QgsVectorLayer(f"{path}|layername={table}", NAMES[table], "ogr", options)
    if not layer.isValid():
        raise NotWritten(f"The layer {table} of {path} cannot be read back.")
    if layer.featureCount() == 0:
        return None
    if not answer.grid.crs:
        layer.setCrs(QgsCoordinateReferenceSystem())  # a GeoPackage says «unknown, in degrees»
    layer.loadNamedStyle(str(STYLES / f"{table}.qml"))
    layer.saveStyleToDatabase(table, "AskMap", True, "")  # the GeoPackage looks the same elsewhere
    layer.setCustomProperty(ANSWER_MARK, answer.question.text)
    layer.setMetadata(_metadata(answer, NAMES[table]))
    layer.setReadOnly(False)
    return layer


def _metadata(answer: Answer, name: str) -> QgsLayerMetadata:
    """What QGIS shows as the layer's description: escaped, because QGIS takes it for HTML."""
    origin = answer.provenance
    metadata = QgsLayerMetadata()
    metadata.setTitle(f"{name}: {html.escape(answer.question.text)}")
    metadata.setAbstract(html.escape(answer.grounding.thought))
    metadata.setType("dataset")
    metadata.addHistoryItem(
        html.escape(
            f"AskMap {origin.version}, {origin.created}: {origin.reasoner} and {origin.segmenter} "
            f"on {origin.source}, seed {origin.seed}"
        )
    )
    for warning in origin.warnings:
        metadata.addHistoryItem(html.escape(warning))
    return metadata


def _roomy(extent: QgsRectangle, answer: Answer) -> QgsRectangle:
    """A small find is not blown up to the whole window."""
    corners = answer.grid.footprint()
    seen_width = max(x for x, _ in corners) - min(x for x, _ in corners)
    seen_height = max(y for _, y in corners) - min(y for _, y in corners)
    width = max(extent.width(), _SMALLEST_ROOM * seen_width)
    height = max(extent.height(), _SMALLEST_ROOM * seen_height)
    return QgsRectangle.fromCenterAndSize(extent.center(), width, height)


def _on_canvas(extent: QgsRectangle, layer: QgsVectorLayer, canvas: QgsMapCanvas) -> QgsRectangle:
    there = canvas.mapSettings().destinationCrs()
    if not layer.crs().isValid() or not there.isValid():
        return extent
    try:
        return QgsCoordinateTransform(layer.crs(), there, QgsProject.instance()).transformBoundingBox(extent)
    except QgsCsException:  # the map's CRS has no coordinates for it: better the old view than none
        return canvas.extent()


def _short(question: str) -> str:
    words = " ".join(question.split())
    return words if len(words) <= LONGEST_NAME else words[: LONGEST_NAME - 1] + "…"
