"""Which answers the map shows: the open one stands out, and of a conversation one answer is visible.

Nothing is deleted: a replaced answer is unchecked and collapsed in the layer tree, and shown again when it is
opened. One that is visible but not open is pale and without numbers, because the dock shows other numbers.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Optional

from qgis.core import QgsLayerTreeGroup, QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject

from ...backend.entries.entry import Entry
from ..layers.group import ENTRY_MARK
from .review import Review

_PALE = 0.5  # of its own opacity
_OWN_OPACITY = "askmap/opacity"  # custom properties of a pale layer: as it was before
_OWN_NUMBERS = "askmap/numbers"
_LINE = "askmap/line"  # of a group: the id of the answer that its conversation began with


class Visibility(QObject):
    def __init__(self, review: Review, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._project, self._id = QgsProject.instance(), ""
        review.opened.connect(self._show)
        review.closed.connect(self._show_all)
        self._project.layersAdded.connect(self._shade)

    def close(self) -> None:
        """Restores all layers: nothing would do so later."""
        self._show_all()
        self._project.layersAdded.disconnect(self._shade)

    def refresh(self) -> None:
        """After the style of layers has changed."""
        self._shade(self._project.mapLayers().values())

    def take_place(self, id: str, of: str) -> None:
        """The answer follows up or repeats another: from now on it is shown in place of that."""
        line = self._line_with(of)
        for group in self._groups_of(id):
            group.setCustomProperty(_LINE, line)
        self._show_alone(line, id)

    def join(self, entry: Entry) -> None:
        """Its layers were made again, and the new group has lost its place in the conversation."""
        if entry.id == self._id:
            self.take_place(entry.id, entry.follows or entry.id)

    def _show(self, entry: Entry) -> None:
        if entry.id != self._id:
            self._id = entry.id
            self._bring_back(entry.id)
            self.refresh()

    def _show_all(self) -> None:
        self._id = ""
        self.refresh()

    def _bring_back(self, id: str) -> None:
        """Only if it is hidden: a user who checks two answers of a conversation wants to see both."""
        groups = self._groups_of(id)
        if groups and not any(group.isVisible() for group in groups):
            self._show_alone(self._line_with(id), id)

    def _show_alone(self, line: str, id: str) -> None:
        for group in self._groups():
            if _line_of(group) == line:
                is_shown = group.customProperty(ENTRY_MARK) == id
                group.setItemVisibilityChecked(is_shown)
                group.setExpanded(is_shown)
                if is_shown:
                    group.setItemVisibilityCheckedParentRecursive(True)

    def _line_with(self, id: str) -> str:
        return next((_line_of(group) for group in self._groups_of(id)), id)

    def _groups_of(self, id: str) -> list[QgsLayerTreeGroup]:
        return [group for group in self._groups() if group.customProperty(ENTRY_MARK) == id]

    def _groups(self) -> list[QgsLayerTreeGroup]:
        groups = self._project.layerTreeRoot().findGroups(True)
        return [group for group in groups if group.customProperty(ENTRY_MARK)]

    def _shade(self, layers: Iterable[QgsMapLayer]) -> None:
        for layer in layers:
            id = layer.customProperty(ENTRY_MARK)
            if id and self._id and id != self._id:
                _send_back(layer)
            elif id:
                _bring_forward(layer)


def _line_of(group: QgsLayerTreeGroup) -> str:
    return group.customProperty(_LINE) or group.customProperty(ENTRY_MARK)


def _send_back(layer: QgsMapLayer) -> None:
    if layer.customProperty(_OWN_OPACITY) is None:
        layer.setCustomProperty(_OWN_OPACITY, layer.opacity())
        layer.setCustomProperty(_OWN_NUMBERS, isinstance(layer, QgsVectorLayer) and layer.labelsEnabled())
        layer.setOpacity(_PALE * layer.opacity())
        layer.triggerRepaint()
    if isinstance(layer, QgsVectorLayer):
        layer.setLabelsEnabled(False)


def _bring_forward(layer: QgsMapLayer) -> None:
    opacity = layer.customProperty(_OWN_OPACITY)
    if opacity is not None:
        layer.setOpacity(float(opacity))
        if isinstance(layer, QgsVectorLayer):
            layer.setLabelsEnabled(bool(layer.customProperty(_OWN_NUMBERS)))
        for name in (_OWN_OPACITY, _OWN_NUMBERS):
            layer.removeCustomProperty(name)
        layer.triggerRepaint()
