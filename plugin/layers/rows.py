"""The rows of an answer's layers: compared with its entry, and written.

Rows are asked for by their numbers or ids, a few at a time: outlines may have thousands of corners, and the
window waits while they are read.
"""

from __future__ import annotations

import os
from collections.abc import Collection
from dataclasses import replace
from functools import partial
from typing import Callable, Optional

from qgis.core import QgsFeature, QgsFeatureRequest, QgsGeometry, QgsVectorLayer, QgsVectorLayerUtils

from ...backend.entries.attributes import Value, attributes
from ...backend.entries.entry import EDITED, STATES, Entry, Finding
from ...backend.errors import NotWritten
from ...backend.geo.outlines import geometry_box
from ...backend.outputs.vector import mark_records
from ...backend.stages import Target
from ..language import tr
from ..map.geometries import shape_of

TABLES = ("targets", "boxes", "points")  # in the order in which they are written


def write(layer: QgsVectorLayer, table: str, entry: Entry, numbers: Collection[int]) -> None:
    """Writes these findings as the entry has them; raises NotWritten."""
    if table == "targets":
        in_one_step(layer, partial(_put_targets, layer, entry, numbers))
    elif _marks_differ(layer, table, entry, numbers):
        in_one_step(layer, partial(_put_marks, layer, table, entry, numbers))


def in_one_step(layer: QgsVectorLayer, change: Callable[[], None]) -> None:
    """As one undo command while the user edits the layer; else with a commit."""
    if layer.isEditable():
        layer.beginEditCommand("AskMap")
        change()
        layer.endEditCommand()
    elif layer.startEditing():
        change()
        if not layer.commitChanges():
            layer.rollBack()
            raise _not_changed(layer)
    else:
        raise _not_changed(layer)
    layer.triggerRepaint()


def numbers_in(layer: QgsVectorLayer) -> dict[int, object]:
    """The values of the column «target», by the ids of the rows."""
    column = layer.fields().indexOf("target")
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes([column])
    return {feature.id(): feature[column] for feature in layer.getFeatures(request)}


def differing_numbers(entry: Entry, layer: QgsVectorLayer, numbers: Collection[int]) -> list[int]:
    """The numbers whose rows in the layer «targets» differ from the entry."""
    there = {feature["target"]: feature for feature in _rows(layer, numbers)}
    return [number for number in numbers if not _agrees(entry.finding(number), there.get(number))]


def edited(entry: Entry, layer: QgsVectorLayer, ids: Collection[int]) -> list[Finding]:
    """The findings of the rows with these ids, where they differ from the entry."""
    rows = layer.getFeatures(QgsFeatureRequest().setFilterFids(list(ids)))
    found = [_finding_of(entry, feature) for feature in rows]
    return [finding for finding in found if finding is not None and finding not in entry.findings]


def with_outline(entry: Entry) -> list[int]:
    """The findings that have a row in «targets»."""
    return [finding.number for finding in entry.findings if not shape_of(finding.outline).isEmpty()]


def _not_changed(layer: QgsVectorLayer) -> NotWritten:
    if not os.access(layer.source().partition("|")[0], os.W_OK):
        return NotWritten(
            tr("The file of «{name}» cannot be written; the history holds your decision.").format(
                name=layer.name()
            ),
            tr("Ask for leave to write there, or choose another folder for results in AskMap's options."),
        )
    return NotWritten(
        tr("The layer «{name}» could not be changed; the history holds your decision.").format(
            name=layer.name()
        ),
        tr("Close other programs that use its file, then open the answer again from the history."),
    )


def _put_targets(layer: QgsVectorLayer, entry: Entry, numbers: Collection[int]) -> None:
    there = {feature["target"]: feature for feature in _rows(layer, numbers)}
    for number in numbers:
        finding, old = entry.finding(number), there.get(number)
        outline = shape_of(finding.outline if finding else b"")
        if outline.isEmpty():
            layer.deleteFeatures([old.id()] if old else [])
        elif old:
            _change(layer, old, outline, attributes(entry, finding))
        else:
            _add(layer, outline, attributes(entry, finding))


def _put_marks(layer: QgsVectorLayer, table: str, entry: Entry, numbers: Collection[int]) -> None:
    layer.deleteFeatures([feature.id() for feature in _rows(layer, numbers)])
    for record in mark_records(entry, table):
        if record.values["target"] in numbers:
            _add(layer, shape_of(record.geometry), record.values)


def _marks_differ(layer: QgsVectorLayer, table: str, entry: Entry, numbers: Collection[int]) -> bool:
    """Whether boxes or points changed: a verdict moves none, and writing a layer is slow."""
    there = [bytes(feature.geometry().asWkb()) for feature in _rows(layer, numbers)]
    wanted = [record for record in mark_records(entry, table) if record.values["target"] in numbers]
    return sorted(there) != sorted(record.geometry for record in wanted)


def _change(layer: QgsVectorLayer, old: QgsFeature, outline: QgsGeometry, values: dict[str, Value]) -> None:
    if not old.geometry().equals(outline):
        layer.changeGeometry(old.id(), outline)
    for column, value in _by_column(layer, values).items():
        if old[column] != value:
            layer.changeAttributeValue(old.id(), column, value)


def _add(layer: QgsVectorLayer, outline: QgsGeometry, values: dict[str, Value]) -> None:
    numbered = _by_column(layer, values)
    layer.addFeature(QgsVectorLayerUtils.createFeature(layer, outline, numbered))


def _by_column(layer: QgsVectorLayer, values: dict[str, Value]) -> dict[int, Value]:
    """By the number of the column; a layer of an older AskMap has fewer."""
    found = {layer.fields().indexOf(name): value for name, value in values.items()}
    return {column: value for column, value in found.items() if column >= 0}


def _rows(layer: QgsVectorLayer, numbers: Collection[int]) -> list[QgsFeature]:
    wanted = ", ".join(str(int(number)) for number in numbers)
    return list(layer.getFeatures(QgsFeatureRequest().setFilterExpression(f'"target" IN ({wanted})')))


def _agrees(finding: Optional[Finding], feature: Optional[QgsFeature]) -> bool:
    if finding is None or feature is None:
        return feature is None and shape_of(finding.outline if finding else b"").isEmpty()
    return _as_edited(finding, feature) == finding


def _finding_of(entry: Entry, feature: QgsFeature) -> Optional[Finding]:
    number = feature["target"]
    if not isinstance(number, int):
        return None
    finding = entry.finding(number)
    return _as_edited(finding, feature) if finding else _as_drawn(entry, number, feature)


def _as_edited(finding: Finding, feature: QgsFeature) -> Finding:
    now = feature.geometry()
    if not now.isNull() and not now.equals(shape_of(finding.outline)):
        finding = replace(finding, outline=bytes(now.asWkb()), made=EDITED)
    state, note, label = (feature[name] for name in ("state", "note", "label"))
    target = replace(finding.target, label=label if isinstance(label, str) else "")
    return replace(
        finding,
        state=state if state in STATES else finding.state,
        note=note if isinstance(note, str) else "",
        target=target if target.label != finding.target.label else finding.target,
    )


def _as_drawn(entry: Entry, number: int, feature: QgsFeature) -> Optional[Finding]:
    outline = feature.geometry()
    outline.convertToMultiType()
    box = None if outline.isEmpty() else geometry_box(bytes(outline.asWkb()), entry.grid)
    if box is None:
        return None
    label = feature["label"]
    target = Target(box, label=label if isinstance(label, str) else "")
    return Finding(number, target, bytes(outline.asWkb()), 1.0, made=EDITED)
