"""Layers and findings in step: a verdict reaches the layer, an edit with QGIS's own tools the review.

The history is the truth, the layers show it. All that changes in one turn of the event loop goes into a
layer as one edit command, or as one commit where nobody is editing it.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import Callable, Optional

from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsMapLayer,
    QgsProject,
    QgsVectorLayer,
    QgsVectorLayerUtils,
)
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..backend.attributes import Value, attributes
from ..backend.errors import AskMapError, NotWritten
from ..backend.findings import EDITED, STATES, Entry, Finding
from ..backend.outlines import geometry_box
from ..backend.stages import Target
from ..backend.vector import mark_records
from .language import tr
from .layers import ENTRY_MARK, TABLE_MARK, layers_of
from .shapes import shape_of


class AnswerLayers(QObject):
    edited = pyqtSignal(str, list, list)  # the entry's id, changed Findings, numbers that are gone
    selected = pyqtSignal(str, int)  # the entry's id, the number
    failed = pyqtSignal(object)  # AskMapError

    def __init__(self, entry_of: Callable[[str], Entry], parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._entry_of = entry_of
        self._pending: dict[str, set[int]] = defaultdict(set)  # numbers by the id of their entry
        self._watched: dict[str, QgsVectorLayer] = {}  # «targets», by the layer's id
        self._writing = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.write_now)
        project = QgsProject.instance()
        project.layersAdded.connect(self._watch)
        project.layersWillBeRemoved.connect(self._unwatch)
        self._watch(list(project.mapLayers().values()))

    def close(self) -> None:
        self.write_now()
        project = QgsProject.instance()
        project.layersAdded.disconnect(self._watch)
        project.layersWillBeRemoved.disconnect(self._unwatch)
        self._unwatch(list(self._watched))

    def show(self, id: str, number: int, finding: Optional[Finding] = None) -> None:
        """The finding as the history has it now, in a moment."""
        self._pending[id].add(number)
        self._soon.start(0)

    def refresh(self, entry: Entry) -> None:
        """After a crash between history and layer, or a rollback: all findings that differ."""
        layer = layers_of(entry.id, QgsProject.instance()).get("targets")
        if layer is not None:
            changed, gone = _differences(entry, layer)
            for number in {*(finding.number for finding in changed), *gone}:
                self.show(entry.id, number)

    def write_now(self) -> None:
        pending, self._pending = self._pending, defaultdict(set)
        for id, numbers in pending.items():
            try:
                self._write(self._entry_of(id), numbers)
            except AskMapError as error:
                self.failed.emit(error)

    def _write(self, entry: Entry, numbers: set[int]) -> None:
        with self._unheard():
            for table, layer in layers_of(entry.id, QgsProject.instance()).items():
                if table in PUT and _differs(layer, table, entry, numbers):
                    _in_one_step(layer, partial(PUT[table], layer, entry, numbers))

    @contextmanager
    def _unheard(self) -> Iterator[None]:
        """What the layers say meanwhile comes from us."""
        self._writing = True
        try:
            yield
        finally:
            self._writing = False

    def _watch(self, layers: list[QgsMapLayer]) -> None:
        for layer in layers:
            if layer.customProperty(TABLE_MARK) == "targets" and isinstance(layer, QgsVectorLayer):
                self._watched[layer.id()] = layer
                layer.afterCommitChanges.connect(self._notice_commit)
                layer.afterRollBack.connect(self._show_truth)
                layer.selectionChanged.connect(self._notice_selection)

    def _unwatch(self, ids: list[str]) -> None:
        for layer in (self._watched.pop(id, None) for id in ids):
            if layer is not None:
                layer.afterCommitChanges.disconnect(self._notice_commit)
                layer.afterRollBack.disconnect(self._show_truth)
                layer.selectionChanged.disconnect(self._notice_selection)

    def _notice_commit(self) -> None:
        """In a moment, because the layer is still busy with its commit."""
        if not self._writing:
            id = self.sender().id()
            QTimer.singleShot(0, lambda: self._take_edits(id))

    def _take_edits(self, layer_id: str) -> None:
        layer = self._watched.get(layer_id)
        entry = self._entry_in(layer) if layer is not None else None
        if entry is None:
            return
        try:
            self._number_new_ones(layer, entry)
        except AskMapError as error:
            self.failed.emit(error)
        changed, gone = _differences(entry, layer)
        if changed or gone:
            self.edited.emit(entry.id, changed, gone)

    def _number_new_ones(self, layer: QgsVectorLayer, entry: Entry) -> None:
        """What was drawn with QGIS's tools, or copied there, gets a number of its own."""
        taken, new = {finding.number for finding in entry.findings}, []
        for feature in layer.getFeatures():
            known = feature["target"] in taken
            taken -= {feature["target"]} if known else set()
            new += [] if known else [feature.id()]
        column, highest = layer.fields().indexOf("target"), max((0, *(f.number for f in entry.findings)))

        def number() -> None:
            for place, id in enumerate(new, 1):
                layer.changeAttributeValue(id, column, highest + place)

        if new:
            with self._unheard():
                _in_one_step(layer, number)

    def _show_truth(self) -> None:
        if not self._writing:
            entry = self._entry_in(self.sender())
            if entry is not None:
                self.refresh(entry)

    def _entry_in(self, layer: QgsVectorLayer) -> Optional[Entry]:
        try:
            return self._entry_of(layer.customProperty(ENTRY_MARK))
        except AskMapError as error:
            self.failed.emit(error)
            return None

    def _notice_selection(self) -> None:
        layer = self.sender()
        numbers = _selected_numbers(layer)
        if not self._writing and len(numbers) == 1:
            self.selected.emit(layer.customProperty(ENTRY_MARK), numbers.pop())


def _in_one_step(layer: QgsVectorLayer, change: Callable[[], None]) -> None:
    """One command for the layer's own undo while somebody edits it; else changed and committed."""
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


def _put_targets(layer: QgsVectorLayer, entry: Entry, numbers: set[int]) -> None:
    for number in numbers:
        there, finding = list(_features(layer, number)), entry.finding(number)
        outline = shape_of(finding.outline if finding else b"")
        if finding is None or outline.isEmpty():
            layer.deleteFeatures([feature.id() for feature in there])
        elif there:
            _change(layer, there[0], outline, attributes(entry, finding))
        else:
            _add(layer, outline, attributes(entry, finding))


def _put_marks(layer: QgsVectorLayer, entry: Entry, numbers: set[int]) -> None:
    old = [feature.id() for number in numbers for feature in _features(layer, number)]
    layer.deleteFeatures(old)
    for record in mark_records(entry, layer.customProperty(TABLE_MARK)):
        if record.values["target"] in numbers:
            _add(layer, shape_of(record.geometry), record.values)


def _differs(layer: QgsVectorLayer, table: str, entry: Entry, numbers: set[int]) -> bool:
    """A verdict moves no box and no point, and each layer that is written takes its time."""
    if table == "targets":
        return True
    there = [bytes(f.geometry().asWkb()) for number in sorted(numbers) for f in _features(layer, number)]
    wanted = [record for record in mark_records(entry, table) if record.values["target"] in numbers]
    return sorted(there) != sorted(record.geometry for record in wanted)


PUT = {"targets": _put_targets, "boxes": _put_marks, "points": _put_marks}  # by table


def _change(layer: QgsVectorLayer, old: QgsFeature, outline: QgsGeometry, values: dict[str, Value]) -> None:
    if not old.geometry().equals(outline):
        layer.changeGeometry(old.id(), outline)
    for name, value in values.items():
        if old[name] != value:
            layer.changeAttributeValue(old.id(), layer.fields().indexOf(name), value)


def _add(layer: QgsVectorLayer, outline: QgsGeometry, values: dict[str, Value]) -> None:
    numbered = {layer.fields().indexOf(name): value for name, value in values.items()}
    layer.addFeature(QgsVectorLayerUtils.createFeature(layer, outline, numbered))


def _features(layer: QgsVectorLayer, number: int):
    return layer.getFeatures(QgsFeatureRequest().setFilterExpression(f'"target" = {int(number)}'))


def _selected_numbers(layer: QgsVectorLayer) -> set[int]:
    return {feature["target"] for feature in layer.selectedFeatures() if isinstance(feature["target"], int)}


def _differences(entry: Entry, layer: QgsVectorLayer) -> tuple[list[Finding], list[int]]:
    """What the layer says otherwise than the entry: findings as they would be, numbers that are gone."""
    there = {feature["target"]: feature for feature in layer.getFeatures()}
    said = [
        _as_edited(entry.finding(number), feature)
        if entry.finding(number)
        else _as_drawn(entry, number, feature)
        for number, feature in there.items()
        if isinstance(number, int)
    ]
    with_outline = [f.number for f in entry.findings if not shape_of(f.outline).isEmpty()]
    gone = [number for number in with_outline if number not in there]
    return [finding for finding in said if finding is not None and finding not in entry.findings], gone


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
