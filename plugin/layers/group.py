"""Adds an entry's files to the project, as a group of layers with styles and metadata."""

from __future__ import annotations

import html
from pathlib import Path
from typing import Optional

from qgis.core import (
    QgsException,
    QgsLayerMetadata,
    QgsLayerTreeGroup,
    QgsMapLayer,
    QgsProject,
    QgsProviderRegistry,
    QgsRasterLayer,
    QgsVectorLayer,
)

from ...backend.entries.entry import Entry
from ...backend.errors import NotWritten
from ...backend.geo.geopackage import STYLE
from ..language import tr
from ..map.transforms import crs_from
from ..map.view import ANSWER_MARK
from .appearance import read_appearance
from .styles import apply_style, masks_renderer, read_colouring

ENTRY_MARK = "askmap/entry"  # custom property of layers and their group: the id of the entry
TABLE_MARK = "askmap/table"  # custom property: a key of NAMES, or MASKS
NAMES = {"points": "Points", "boxes": "Boxes", "targets": "Targets"}  # tables, the topmost first
MASKS = "masks"
LONGEST_NAME = 60  # characters of a question in the layer tree


def add_entry(entry: Entry, path: Path, masks: Optional[Path], project: QgsProject) -> QgsLayerTreeGroup:
    """The layers «Targets», «Boxes» and «Points» (if not empty) and the masks, in a new group.

    The masks are switched off: the polygons show the same.
    """
    layers = [layer for layer in (_table(entry, path, table) for table in NAMES) if layer is not None]
    group = project.layerTreeRoot().insertGroup(0, f"AskMap: {_shorten(entry.question.text)}")
    group.setCustomProperty(ENTRY_MARK, entry.id)
    for layer in layers:
        project.addMapLayer(layer, False)
        group.addLayer(layer).setExpanded(False)
    if masks is not None:
        add_masks(entry, masks, group, project)
    group.setExpanded(False)  # the tree shows an empty group collapsed, but its state says expanded
    group.setExpanded(True)
    return group


def document(entry: Entry, path: Path) -> None:
    """Writes styles and metadata into the GeoPackage, for a QGIS without AskMap.

    It is slow, so it may run on any thread.
    """
    for table in NAMES:
        layer = _open_layer(path, table)
        apply_style(layer, table, read_colouring())
        layer.saveStyleToDatabase(table, STYLE, True, "")
        metadata = metadata_of(entry, layer.name())
        try:
            QgsProviderRegistry.instance().saveLayerMetadata("ogr", layer.source(), metadata)
        except QgsException as error:  # the file was removed meanwhile, or its place is read-only
            raise NotWritten(tr("{file} cannot be written.").format(file=path)) from error


def add_masks(entry: Entry, path: Path, group: QgsLayerTreeGroup, project: QgsProject) -> None:
    """The raster whose pixels hold the numbers of the findings."""
    layer = QgsRasterLayer(str(path), tr("Masks"))
    if not layer.isValid():
        raise NotWritten(tr("{file} cannot be read back.").format(file=path))
    _place(layer, entry)
    layer.setRenderer(masks_renderer(layer, [finding.number for finding in entry.findings]))
    _mark(layer, entry, MASKS)
    project.addMapLayer(layer, False)
    node = group.addLayer(layer)
    node.setItemVisibilityChecked(False)
    node.setExpanded(False)


def put_on_top(layer: QgsMapLayer, project: QgsProject) -> None:
    """Adds the layer where it is seen: above all others and in no group, or moves it there."""
    root = project.layerTreeRoot()
    project.addMapLayer(layer, False)  # no-op where it is there
    old, node = root.findLayer(layer.id()), root.insertLayer(0, layer)
    if old is not None:
        old.parent().removeChildNode(old)  # type: ignore[attr-defined]
    node.setItemVisibilityChecked(True)


def layers_of(id: str, project: QgsProject) -> dict[str, QgsMapLayer]:
    """The layers of the entry that are in the project and can be read, by table."""
    return {
        layer.customProperty(TABLE_MARK): layer
        for layer in project.mapLayers().values()
        if layer.customProperty(ENTRY_MARK) == id and layer.isValid()
    }


def question_of(layers: dict[str, QgsMapLayer]) -> str:
    """That the layers of an entry answer; at least one."""
    return next(iter(layers.values())).customProperty(ANSWER_MARK)


def remove_entry(id: str, project: QgsProject) -> bool:
    """Takes the layers of the entry out of the project, and its group, unless the user has put something in.

    False, and all stay, where one of them is being edited. The files stay.
    """
    layers = [layer for layer in project.mapLayers().values() if layer.customProperty(ENTRY_MARK) == id]
    if any(isinstance(layer, QgsVectorLayer) and layer.isEditable() for layer in layers):
        return False
    project.removeMapLayers([layer.id() for layer in layers])
    for group in project.layerTreeRoot().findGroups(True):
        if group.customProperty(ENTRY_MARK) == id and not group.children():
            group.parent().removeChildNode(group)  # type: ignore[attr-defined]
    return True


def _table(entry: Entry, path: Path, table: str) -> Optional[QgsVectorLayer]:
    layer = _open_layer(path, table)
    if layer.featureCount() == 0 and table != "targets":
        return None
    _place(layer, entry)
    apply_style(layer, table, read_colouring(), read_appearance())
    _mark(layer, entry, table)
    layer.setReadOnly(False)
    return layer


def _open_layer(path: Path, table: str) -> QgsVectorLayer:
    options = QgsVectorLayer.LayerOptions()
    options.skipCrsValidation = True  # else QGIS asks for a CRS where the raster has none
    options.loadDefaultStyle = False
    layer = QgsVectorLayer(f"{path}|layername={table}", _name(table), "ogr", options)
    if not layer.isValid():
        text = tr("The layer {table} of {file} cannot be read back.")
        raise NotWritten(text.format(table=table, file=path))
    return layer


def _place(layer: QgsMapLayer, entry: Entry) -> None:
    """Sets the coordinate system of the view, or none: the file may have lost it."""
    crs = crs_from(entry.grid.crs)
    if layer.crs() != crs:
        layer.setCrs(crs)


def _mark(layer: QgsMapLayer, entry: Entry, table: str) -> None:
    layer.setCustomProperty(ANSWER_MARK, entry.question.text)
    layer.setCustomProperty(ENTRY_MARK, entry.id)
    layer.setCustomProperty(TABLE_MARK, table)
    layer.setMetadata(metadata_of(entry, layer.name()))


def metadata_of(entry: Entry, name: str) -> QgsLayerMetadata:
    """What QGIS shows as the layer's description; escaped, because QGIS reads it as HTML."""
    origin = entry.provenance
    metadata = QgsLayerMetadata()
    metadata.setTitle(f"{name}: {html.escape(entry.question.text)}")
    metadata.setAbstract(html.escape(entry.grounding.thought))
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


def _name(table: str) -> str:
    return {"points": tr("Points"), "boxes": tr("Boxes"), "targets": tr("Targets")}[table]


def _shorten(question: str) -> str:
    text = " ".join(question.split())
    return text if len(text) <= LONGEST_NAME else text[: LONGEST_NAME - 1] + "…"
