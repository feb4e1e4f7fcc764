"""What goes with a question that is deleted, and comes back with it: its layers and its place in the dock."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from qgis.core import QgsProject

from ...backend.errors import AskMapError
from ..layers.group import layers_of, question_of, remove_entry
from ..layers.part import LayersPart
from ..review.review import Review


class DeletedAnswers:
    def __init__(self, review: Review, layers: LayersPart) -> None:
        self._review, self._layers = review, layers
        self._on_map: set[str] = set()  # ids of deleted entries whose layers were taken
        self._open = ""  # the id of the one that was open

    def take_away(self, ids: Sequence[str]) -> list[str]:
        """The questions whose layers stay because they are being edited."""
        self._on_map, self._open, stay = set(), "", []
        for id in ids:
            self._layers.sync.drop(id)
            shown = layers_of(id, QgsProject.instance())
            if shown and remove_entry(id, QgsProject.instance()):
                self._on_map.add(id)
            elif shown:
                stay.append(question_of(shown))
        if self._review.entry is not None and self._review.entry.id in ids:
            self._open = self._review.entry.id
            self._review.close()
        return stay

    def bring_back(self, ids: Sequence[str]) -> None:
        """The files of the layers are written anew."""
        for id in ids:
            with suppress(AskMapError):  # it could not be restored, which was reported
                entry = self._review.read(id)
                if id == self._open and self._review.entry is None:
                    self._review.open(entry)
                if id in self._on_map:
                    self._layers.files.ensure(entry)
        self.forget()

    def forget(self) -> None:
        """The project was closed."""
        self._on_map, self._open = set(), ""
