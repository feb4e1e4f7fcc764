"""Keeps the Standing of the page «Ask», from which the page is drawn."""

from __future__ import annotations

from dataclasses import replace
from typing import Optional

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...backend.entries.entry import Entry
from ...backend.geo.outlines import box_geometry
from ...backend.stages import Box
from ..context import Context
from ..map.subject import subject_of
from ..review.review import Review
from .controller import AskController
from .standing import Asked, Standing


class PageState(QObject):
    changed = pyqtSignal(object)  # Standing

    def __init__(
        self, context: Context, review: Review, ask: AskController, parent: Optional[QObject] = None
    ) -> None:
        super().__init__(parent)
        self._context, self._review, self._ask = context, review, ask
        self._project = QgsProject.instance()
        self._now = Standing()
        self._connect()

    @property
    def now(self) -> Standing:
        return self._now

    def close(self) -> None:
        self._context.canvas.extentsChanged.disconnect(self._look_at_map)
        self._project.layersAdded.disconnect(self._name_anew)
        self._project.layersRemoved.disconnect(self._name_anew)

    def zoom(self) -> None:
        """To what the answer is about."""
        if self._now.answer is not None:
            self._context.highlights.zoom_to([_whole(self._now.answer)], self._now.answer.grid.crs)

    def _connect(self) -> None:
        self._ask.began.connect(self._begin)
        self._ask.ended.connect(lambda: self._put(replace(self._now, asked=None, is_watched=True)))
        self._review.opened.connect(self._open)
        self._review.closed.connect(lambda: self._put(Standing(asked=self._now.asked)))
        for moved in (self._review.changed, self._review.removed):
            moved.connect(lambda _: self._put(replace(self._now, answer=self._review.entry)))
        self._context.canvas.extentsChanged.connect(self._look_at_map)
        self._project.layersAdded.connect(self._name_anew)
        self._project.layersRemoved.connect(self._name_anew)

    def _begin(self, asked: Asked) -> None:
        self._put(replace(self._now, asked=asked, is_watched=True))

    def _open(self, entry: Entry) -> None:
        """Another answer is looked at instead of the question that is being answered."""
        is_same = self._now.answer is not None and self._now.answer.id == entry.id
        self._put(
            Standing(
                entry,
                subject_of(entry.provenance.source, self._project).text(),
                self._ask.cautions(entry),
                self._shows(entry),
                self._now.asked,
                self._now.is_watched and (is_same or self._now.asked is None),
            )
        )

    def _look_at_map(self) -> None:
        if self._now.answer is not None:
            self._put(replace(self._now, is_in_view=self._shows(self._now.answer)))

    def _name_anew(self, _: object) -> None:
        if self._now.answer is not None:
            subject = subject_of(self._now.answer.provenance.source, self._project)
            self._put(replace(self._now, about=subject.text()))

    def _shows(self, entry: Entry) -> bool:
        return self._context.highlights.shows(_whole(entry), entry.grid.crs)

    def _put(self, standing: Standing) -> None:
        if standing != self._now:
            self._now = standing
            self.changed.emit(standing)


def _whole(entry: Entry) -> bytes:
    return box_geometry(Box(0, 0, entry.grid.width, entry.grid.height), entry.grid)
