"""The window that compares two entries: pictures, findings, and settings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from qgis.PyQt.QtCore import QPointF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ...backend.entries.entry import REJECTED, Entry, Finding
from ...backend.errors import AskMapError
from ...backend.stages import Scene
from ..backend_messages import error_text
from ..language import tr
from ..number_format import fixed
from ..widgets.labels import plain_label
from .compare_lists import LONGEST, FoundList, WaysList
from .comparison import EntryComparison, compare_entries, ways
from .entry_picture import picture_of
from .report_text import report_labels

_GAP = 4  # logical pixels between a question and its picture


class EntryView(QWidget):
    """One of the two entries: its question, and its picture as large as there is room."""

    def __init__(self, name: str, entry: Entry, scene: Optional[Scene]) -> None:
        super().__init__()
        self._entry, self._scene = entry, scene
        self._title = f"{name}: {' '.join(entry.question.text[:LONGEST].split())}"
        self._findings: Sequence[Finding] = entry.findings
        self._drawn = QImage()  # for the size that the widget has
        self._heading = plain_label()  # a label, because themes colour no text that a widget paints itself
        self._heading.setParent(self)
        self._heading.setWordWrap(False)
        self.setAccessibleName(self._title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        self._findings, self._drawn = findings, QImage()
        self.update()

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().lineSpacing()
        return QSize(24 * line, 20 * line)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint() / 2

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._drawn = QImage()
        metrics, width = self.fontMetrics(), self.width()
        self._heading.setText(metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, width))
        self._heading.setGeometry(0, 0, width, metrics.lineSpacing())
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        pen, line = QPainter(self), self.fontMetrics().lineSpacing()
        if self._drawn.isNull():
            self._drawn = self._picture(QSize(self.width(), self.height() - line - _GAP))
        left = (self.width() - self._drawn.width() / self._drawn.devicePixelRatio()) / 2
        pen.drawImage(QPointF(left, line + _GAP), self._drawn)
        pen.end()

    def _picture(self, room: QSize) -> QImage:
        grid = self._entry.grid
        size = QSize(grid.width, grid.height).scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        side, ratio = max(size.width(), size.height(), 1), self.devicePixelRatioF()
        return picture_of(self._entry, self._scene, self._findings, side=side, ratio=ratio)


class CompareWindow(QDialog):
    """Stays open beside the map. `differences_shown` carries what to draw there; None clears it."""

    differences_shown = pyqtSignal(object)  # Differences or None

    def __init__(
        self,
        left: Entry,
        right: Entry,
        scenes: tuple[Optional[Scene], Optional[Scene]] = (None, None),
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Compare two answers"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._entries = left, right
        self.sides = EntryView(tr("Left"), left, scenes[0]), EntryView(tr("Right"), right, scenes[1])
        self.summary, self.found, self.ways = plain_label(), FoundList(), WaysList()
        self.leave_out = QCheckBox(tr("Leave out &rejected targets"))
        self.on_map = QPushButton(tr("Show the differences on the &map"), checkable=True)
        self.close_button = QPushButton(tr("&Close"), autoDefault=False)
        self.on_map.setAutoDefault(False)
        self.comparison: Optional[EntryComparison] = None  # None where the two cannot be laid over each other
        self._lay_out()
        self._connect()
        self.ways.show_ways(ways(left, right, report_labels()))
        self.compare()

    def compare(self) -> None:
        try:
            self.comparison = compare_entries(*self._entries, self._counts)
        except AskMapError as error:
            self.comparison = None
            self.summary.setText(error_text(error))
        else:
            self.summary.setText(_summary(self.comparison))
            self.found.show_comparison(*self._entries, self.comparison)
        self.on_map.setEnabled(self.comparison is not None)
        self._show_chosen(0, 0)
        self._show_on_map()

    def done(self, code: int) -> None:
        """However it is closed, the map is cleared."""
        self.differences_shown.emit(None)
        super().done(code)

    def _lay_out(self) -> None:
        pictures, lists = QSplitter(Qt.Orientation.Horizontal), QTabWidget()
        for side in self.sides:
            pictures.addWidget(side)
        lists.addTab(self.found, tr("What was &found"))
        lists.addTab(self.ways, tr("&How it was asked"))
        both = QSplitter(Qt.Orientation.Vertical)
        both.addWidget(pictures)
        both.addWidget(lists)
        both.setStretchFactor(0, 3)
        both.setStretchFactor(1, 2)
        for splitter in (pictures, both):
            splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.addWidget(both, 1)
        column.addWidget(self.summary)
        column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addWidget(self.leave_out)
        line.addStretch(1)
        line.addWidget(self.on_map)
        line.addWidget(self.close_button)
        return line

    def _connect(self) -> None:
        self.leave_out.toggled.connect(self.compare)
        self.on_map.toggled.connect(self._show_on_map)
        self.close_button.clicked.connect(self.close)
        self.found.chosen.connect(self._show_chosen)

    def _counts(self, finding: Finding) -> bool:
        return finding.state != REJECTED or not self.leave_out.isChecked()

    def _show_chosen(self, *numbers: int) -> None:
        """Shows only the targets of the chosen line; all targets where none is chosen."""
        for side, entry, number in zip(self.sides, self._entries, numbers):
            shown = [finding for finding in entry.findings if self._counts(finding)]
            if any(numbers):
                shown = [finding for finding in shown if finding.number == number]
            side.show_findings(shown)

    def _show_on_map(self) -> None:
        wanted = self.on_map.isChecked() and self.comparison is not None
        self.differences_shown.emit(self.comparison.differences if wanted else None)


def _summary(comparison: EntryComparison) -> str:
    counts = len(comparison.matches), len(comparison.only_left), len(comparison.only_right)
    found = tr("Found by both: {both}; on the left only: {left}; on the right only: {right}.")
    overlap = tr("All outlines together overlap by {overlap} (intersection over union).")
    sentences = [
        found.format(both=counts[0], left=counts[1], right=counts[2]),
        overlap.format(overlap=fixed(comparison.overlap, 2)),
    ]
    unseen = len(comparison.outside_left) + len(comparison.outside_right)
    if unseen:
        sentences.append(tr("%n target(s) lie outside of what the other one looked at.", unseen))
    return " ".join(sentences)
