"""The two lists of a comparison: what was found, and how it was asked."""

from __future__ import annotations

from functools import partial
from typing import Optional

from qgis.PyQt.QtCore import QModelIndex, QSize, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from ...backend.entries.entry import Entry, Finding
from ...backend.entries.report_tables import Table
from ..language import tr
from ..number_format import fixed
from .comparison import EntryComparison
from .difference_bands import BOTH, LEFT, RIGHT, BandStyle, icon_of
from .report_text import state_names

LONGEST = 300  # letters of a text in a cell
_PAIR = Qt.ItemDataRole.UserRole


class FoundList(QTreeWidget):
    """A line for each pair and for each target that only one side has."""

    chosen = pyqtSignal(int, int)  # number on the left and on the right, 0 for none; both 0 = all

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("What was found"))
        self.setRootIsDecorated(False)
        self.setHeaderLabels([tr("Found by"), tr("Left"), tr("Right"), tr("Overlap")])
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        _share_room(self.header(), (1, 2))
        self.itemSelectionChanged.connect(self._pass_on)

    def show_comparison(self, left: Entry, right: Entry, comparison: EntryComparison) -> None:
        self.clear()
        add = partial(self._add, left, right)
        for match in comparison.matches:
            cells = tr("both"), fixed(match.overlap, 2)
            add((match.left, match.right), BOTH, cells)
        for number in comparison.only_left:
            cells = tr("left only"), _hint(number in comparison.outside_right)
            add((number, 0), LEFT, cells)
        for number in comparison.only_right:
            cells = tr("right only"), _hint(number in comparison.outside_left)
            add((0, number), RIGHT, cells)

    def _add(
        self, left: Entry, right: Entry, pair: tuple[int, int], style: BandStyle, cells: tuple[str, str]
    ) -> None:
        """`pair` is the numbers in the two entries, 0 for none; `cells` who found it, and the last one."""
        by, overlap = cells
        targets = [_target(entry.finding(number)) for entry, number in zip((left, right), pair)]
        line = QTreeWidgetItem(self, [by, *targets, overlap])
        line.setIcon(0, icon_of(style, self.fontMetrics().height()))
        line.setData(0, _PAIR, pair)

    def _pass_on(self) -> None:
        lines = self.selectedItems()
        self.chosen.emit(*(lines[0].data(0, _PAIR) if lines else (0, 0)))


class _Wrapping(QStyledItemDelegate):
    """Qt measures wrapped text in the whole width of a cell, and then draws it between its margins."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        margin = option.fontMetrics.averageCharWidth()
        narrower = QStyleOptionViewItem(option)
        narrower.rect = option.rect.adjusted(margin, 0, -margin, 0)
        return super().sizeHint(narrower, index)


class WaysList(QTableWidget):
    """A line for each setting; those that differ are bold and marked."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(0, 4, parent)
        self.setAccessibleName(tr("How it was asked"))
        self.setHorizontalHeaderLabels(["", "", tr("Left"), tr("Right")])
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)  # Tab leads out of it
        self.setShowGrid(False)
        self.setItemDelegate(_Wrapping(self))
        self.verticalHeader().hide()
        _share_room(self.horizontalHeader(), (2, 3))
        self.horizontalHeader().sectionResized.connect(lambda *_: self.resizeRowsToContents())  # text wraps

    def show_ways(self, rows: Table) -> None:
        self.setRowCount(len(rows))
        for row, (name, left, right) in enumerate(rows):
            mark = "≠" if left != right else ""
            for column, text in enumerate((mark, name, left[:LONGEST], right[:LONGEST])):
                cell = QTableWidgetItem(text)
                font = cell.font()
                font.setBold(bool(mark))
                cell.setFont(font)
                self.setItem(row, column, cell)
        self.resizeRowsToContents()


def _target(finding: Optional[Finding]) -> str:
    if finding is None:
        return "–"
    label = " ".join(finding.target.label[:LONGEST].split())
    return f"{' '.join((str(finding.number), label)).strip()} ({state_names()[finding.state]})"


def _hint(outside: bool) -> str:
    return tr("not in the other view") if outside else ""


def _share_room(header: QHeaderView, wide: tuple[int, int]) -> None:
    """The two wide columns share the width that the others leave."""
    for column in range(header.count()):
        stretched = column in wide
        mode = QHeaderView.ResizeMode.Stretch if stretched else QHeaderView.ResizeMode.ResizeToContents
        header.setSectionResizeMode(column, mode)
    header.setStretchLastSection(False)
