"""The table of models: one row each, the reasoners first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QFont, QResizeEvent
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from ...backend.hub.overview import REASONER, ListedModel, ModelOverview
from ..language import tr
from ..widgets.labels import plain_tip
from .jobs import ModelJob
from .texts import job_text, kind_text, memory_text, size_text, state_text

STATE = 5
ROWS_SHOWN = 9
_RIGHT: Any = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ModelsTable(QTableWidget):
    def __init__(self, parent: Optional[QWidget] = None) -> None:
        columns = (tr("Name"), tr("What for"), tr("Size"), tr("Memory"), tr("Licence"), tr("State"))
        super().__init__(0, len(columns), parent)
        self.models: tuple[ListedModel, ...] = ()
        self._used: tuple[Optional[ListedModel], ...] = ()
        self.setHorizontalHeaderLabels(columns)
        self.verticalHeader().hide()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(True)
        self.setAccessibleName(tr("Models"))
        self.setMinimumHeight(self.verticalHeader().defaultSectionSize() * ROWS_SHOWN)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(4, QHeaderView.ResizeMode.Stretch)

    def chosen(self) -> Optional[ListedModel]:
        row = self.currentRow()
        return self.models[row] if 0 <= row < len(self.models) else None

    def choose(self, *names: str) -> None:
        """By the first name that is some model's key or repository; the first row where none is."""
        rows = (
            row
            for name in filter(None, names)
            for row, model in enumerate(self.models)
            if name in (model.key, model.repository)
        )
        self.setCurrentCell(next(rows, 0), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The chosen row stays in sight, also when the bar below takes room."""
        super().resizeEvent(event)
        if self.currentItem() is not None:
            self.scrollToItem(self.currentItem())

    def show_overview(
        self, found: ModelOverview, used: Sequence[Optional[ListedModel]], jobs: Sequence[ModelJob]
    ) -> None:
        """The row that was chosen stays so."""
        before = self.chosen()
        self.models, self._used = tuple(sorted(found.models, key=_place)), tuple(used)
        self.setRowCount(len(self.models))
        for row, model in enumerate(self.models):
            for column, text in enumerate(_texts(model, found)):
                self._put(row, column, text, _is_in(model, self._used))
        self.show_jobs(jobs)
        self.choose(*((before.key, before.repository) if before else ()))  # deleted, it has another key

    def show_jobs(self, jobs: Sequence[ModelJob]) -> None:
        by_key = {job.key: job for job in jobs}
        for row, model in enumerate(self.models):
            job, is_used = by_key.get(model.key), _is_in(model, self._used)
            self._put(row, STATE, job_text(job) if job else state_text(model, is_used), is_used)

    def _put(self, row: int, column: int, text: str, is_used: bool) -> None:
        item = self.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            self.setItem(row, column, item)
        if item.text() != text:
            item.setText(text)
            item.setToolTip(plain_tip(text))
        font = QFont(self.font())
        font.setBold(is_used)
        item.setFont(font)
        if column == 2:
            item.setTextAlignment(_RIGHT)


def _texts(model: ListedModel, found: ModelOverview) -> Iterator[str]:
    yield f"★ {model.name}" if found.recommends(model) else model.name
    yield kind_text(model)
    yield size_text(model.whole_bytes) if model.whole_bytes else "–"
    yield memory_text(model, found.computer)
    yield model.licence


def _is_in(model: ListedModel, used: Sequence[Optional[ListedModel]]) -> bool:
    return any(each is not None and each.key == model.key for each in used)


def _place(model: ListedModel) -> bool:
    """Reasoners before segmenters; what is usable does not move up, so that rows stay where they were."""
    return model.kind != REASONER
