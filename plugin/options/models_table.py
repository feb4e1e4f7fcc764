"""The table of known models, to read before one is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Optional

from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import QLocale
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..language import tr
from ..widgets.labels import plain_label

ROWS_SHOWN = 7


class KnownModels(QgsCollapsibleGroupBox):
    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(tr("Models that AskMap knows"), parent)
        column = QVBoxLayout(self)
        models = known_models()
        if models:
            self.table = _table(models)
            column.addWidget(self.table)
            text = tr("AskMap downloads none of them: get a model's folder yourself, then choose it above.")
            column.addWidget(plain_label(text))
        else:
            column.addWidget(plain_label(tr("They are listed in the file resources/models.toml of AskMap.")))
        self.setCollapsed(True)


def known_models() -> tuple[Any, ...]:
    """catalogue.Model; none where QGIS's Python is older than 3.11 and reads no TOML."""
    try:
        from ...backend.models.catalogue import read_catalogue
    except ImportError:
        return ()
    return read_catalogue()


def _table(models: Sequence[Any]) -> QTableWidget:
    columns = (tr("Name"), tr("Memory"), tr("Where it is"), tr("Licence"))
    table = QTableWidget(len(models), len(columns))
    table.setHorizontalHeaderLabels(columns)
    table.verticalHeader().hide()
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.setAccessibleName(tr("Models that AskMap knows"))
    for row, model in enumerate(models):
        for column, text in enumerate(_row(model)):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            table.setItem(row, column, item)
    table.resizeColumnsToContents()
    table.horizontalHeader().setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
    table.setMinimumHeight(table.verticalHeader().defaultSectionSize() * ROWS_SHOWN)
    return table


def _row(model: Any) -> tuple[str, str, str, str]:
    memory = tr("{gigabytes} GB").format(gigabytes=QLocale().toString(model.memory_gb, "f", 1))
    return model.name, memory, model.repository or tr("bundled"), model.licence
