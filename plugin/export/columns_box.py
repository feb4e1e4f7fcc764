"""Which columns an export has, as the user sets it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Optional

from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from ...backend.entries.attributes import FIELDS
from ..language import tr
from .columns import meanings
from .writers import ALWAYS

LINES = 7  # of the list that are seen at once


class ColumnsBox(QgsCollapsibleGroupBox):
    changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Columns"))
        self.all_button, self.none_button = QPushButton(tr("All")), QPushButton(tr("Only what is needed"))
        self._fill()
        self._lay_out()
        self.list.itemChanged.connect(self._notice)
        self.all_button.clicked.connect(lambda: self.leave_out(()))
        self.none_button.clicked.connect(lambda: self.leave_out(FIELDS))
        self._notice()

    def _fill(self) -> None:
        for name, meaning in meanings().items():
            item = QListWidgetItem(f"{name} – {meaning}", self.list)
            item.setToolTip(meaning)
            item.setCheckState(Qt.CheckState.Checked)
            if name in ALWAYS:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable & ~Qt.ItemFlag.ItemIsEnabled)
                item.setToolTip(tr("The style of the layer draws by it."))

    def _lay_out(self) -> None:
        line = self.list.fontMetrics().lineSpacing()
        self.list.setFixedHeight(LINES * line * 3 // 2)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        buttons = QHBoxLayout()
        buttons.addWidget(self.all_button)
        buttons.addWidget(self.none_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.addWidget(self.list)
        column.addLayout(buttons)
        self.setCollapsed(True)

    def leave_out(self, names: Iterable[str]) -> None:
        unwanted = set(names) - set(ALWAYS)
        self.list.blockSignals(True)
        for item, name in zip(self._items(), FIELDS):
            item.setCheckState(Qt.CheckState.Unchecked if name in unwanted else Qt.CheckState.Checked)
        self.list.blockSignals(False)
        self._notice()

    def chosen(self) -> tuple[str, ...]:
        return tuple(
            name for item, name in zip(self._items(), FIELDS) if item.checkState() == Qt.CheckState.Checked
        )

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _notice(self) -> None:
        self.setTitle(tr("Columns: {count} of {all}").format(count=len(self.chosen()), all=len(FIELDS)))
        self.changed.emit()
