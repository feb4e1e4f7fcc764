"""Lets «Ask about» follow the user: to a raster that is added or selected, and to the layer of an answer.

It never changes unseen: a line says what is asked about now, with a way back.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Optional

from qgis.core import QgsMapLayer, QgsProject, QgsRasterLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QObject

from ..language import tr
from ..map.subject import Subject, is_raster
from ..map.view import is_file
from .form import AskForm


class LayerFollow(QObject):
    def __init__(self, iface: QgisInterface, form: AskForm, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._iface, self._form, self._project = iface, form, QgsProject.instance()
        self._id = ""  # of the layer that was chosen last
        self._connections = (
            (self._project.layersAdded, self._follow_added),
            (self._project.layersWillBeRemoved, self._notice_removal),
            (self._project.cleared, self.begin),
            (self._project.readProject, self.begin),
            (iface.currentLayerChanged, self._follow_selected),
            (form.context.layer.layerChanged, self._note),
            (form.context.layer.activated, self._note_choice),
        )
        for signal, slot in self._connections:
            signal.connect(slot)
        self.begin()

    def close(self) -> None:
        for signal, slot in self._connections:
            signal.disconnect(slot)

    def begin(self, *_: object) -> None:
        """With another project: its only raster file, or the map as the user sees it."""
        self._form.context.except_answers()
        files = [layer for layer in self._rasters() if is_file(layer)]
        self._choose(files[0] if len(files) == 1 else None)
        self._form.offer("")

    def follow_answer(self, subject: Subject) -> None:
        """To what the answer is about, if it is still there."""
        if not (subject.is_gone or subject.is_unknown):
            self._follow(subject.layer)
        if subject.layer is not None:
            self._form.context.wants_native_first(subject.is_native)

    def take_styled(self, id: str) -> None:
        """The layer as it is drawn, if it is still there."""
        layer = self._project.mapLayer(id)
        if layer is not None:
            self._choose(layer)
            self._form.context.wants_native_first(False)

    def _follow_added(self, layers: list[QgsMapLayer]) -> None:
        self._form.context.except_answers()
        files = [layer for layer in layers if is_raster(layer) and is_file(layer)]
        if files:
            self._follow(files[-1])

    def _follow_selected(self, layer: Optional[QgsMapLayer]) -> None:
        """Not to a background map from the web where there is a file: its pixels are better."""
        if is_raster(layer) and (is_file(layer) or not any(map(is_file, self._rasters()))):
            self._follow(layer)

    def _follow(self, layer: Optional[QgsRasterLayer]) -> None:
        old = self._form.context.chosen_layer()
        if layer is old:
            return
        self._choose(layer)
        if old is not None or len(list(self._rasters())) > 1:
            text = tr("Now about «{layer}».").format(layer=_name(layer))
            back = tr("Back to «{layer}»").format(layer=_name(old))
            self._form.offer(text, {back: partial(self._go_back, old.id() if old else "")})

    def _go_back(self, id: str) -> None:
        """By its id: the layer may be gone meanwhile."""
        self._choose(self._project.mapLayer(id))

    def _choose(self, layer: Optional[QgsRasterLayer]) -> None:
        self._form.context.choose_layer(layer)
        self._note_choice()

    def _note(self, layer: Optional[QgsMapLayer]) -> None:
        """Not that there is none any more: it may be removed just now."""
        self._id = layer.id() if layer is not None else self._id

    def _note_choice(self, *_: object) -> None:
        chosen = self._form.context.chosen_layer()
        self._id = chosen.id() if chosen is not None else ""

    def _notice_removal(self, ids: list[str]) -> None:
        """The list has gone on with another layer, and without a signal."""
        if self._id in ids:
            self._choose(None)
            self._form.offer(tr("Now about «{layer}».").format(layer=_name(None)))

    def _rasters(self) -> Iterable[QgsRasterLayer]:
        return (layer for layer in self._project.mapLayers().values() if is_raster(layer))


def _name(layer: Optional[QgsMapLayer]) -> str:
    return layer.name() if layer is not None else tr("The map as I see it")
