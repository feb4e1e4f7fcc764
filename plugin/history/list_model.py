"""The list of the history: a question a row, and below it the time, the outcome and the model."""

from __future__ import annotations

import html
from collections.abc import Sequence
from datetime import datetime

from qgis.PyQt.QtCore import QAbstractListModel, QDateTime, QLocale, QModelIndex, QRect, QSize, Qt
from qgis.PyQt.QtGui import QFont, QFontMetrics, QPainter
from qgis.PyQt.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ...backend.entries.entry import ANSWERED, ASKED, FAILED, STOPPED, UNKNOWN
from ...backend.history.store import Heading
from ..backend_messages import translate
from ..language import tr
from ..widgets.item_painting import bold, draw_line, ink_of

HEADING, IS_OPEN = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
LONGEST = 300  # letters of a question that a line or a tip may show
_SOFT = 170  # of 255: how strongly the second line is drawn


class HistoryModel(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self._headings: list[Heading] = []
        self._rows: dict[str, int] = {}
        self._open = ""

    def show(self, headings: Sequence[Heading]) -> None:
        self.beginResetModel()
        self._headings = list(headings)
        self._count()
        self.endResetModel()

    def put(self, heading: Heading) -> None:
        """In the place of the one with its id, else before those that are as old."""
        row = self.row_of(heading.id)
        if row >= 0 and self._headings[row] == heading:  # a verdict changes none
            return
        if row >= 0 and self._headings[row].created == heading.created:
            self._headings[row] = heading
            self.dataChanged.emit(self.index(row), self.index(row))
            return
        self.remove(heading.id)
        row = next((n for n, h in enumerate(self._headings) if h.created <= heading.created), self.rowCount())
        self.beginInsertRows(QModelIndex(), row, row)
        self._headings.insert(row, heading)
        self._count()
        self.endInsertRows()

    def remove(self, id: str) -> None:
        """No-op where it is not shown."""
        row = self.row_of(id)
        if row >= 0:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._headings[row]
            self._count()
            self.endRemoveRows()

    def mark_open(self, id: str) -> None:
        """The one that the map and the cards show; "" for none."""
        changed = {self.row_of(self._open), self.row_of(id)} - {-1}
        self._open = id
        for row in changed:
            self.dataChanged.emit(self.index(row), self.index(row))

    def _count(self) -> None:
        self._rows = {heading.id: row for row, heading in enumerate(self._headings)}

    def row_of(self, id: str) -> int:
        """-1 where it is not shown."""
        return self._rows.get(id, -1)

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._headings):
            return None
        heading = self._headings[index.row()]
        if role == HEADING:
            return heading
        if role == IS_OPEN:
            return heading.id == self._open
        if role == Qt.ItemDataRole.ToolTipRole:
            lines = (
                html.escape(text[:LONGEST])
                for text in (heading.question, translate(heading.fault), heading.source)
            )
            return "".join(f"<p>{line}</p>" for line in lines if line)
        roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return f"{question_line(heading)}, {detail_line(heading)}" if role in roles else None


class HistoryDelegate(QStyledItemDelegate):
    """Two lines; the open entry's question is bold."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        height = QFontMetrics(option.font).lineSpacing()
        return QSize(12 * height, 2 * height + 2 * _gap(option.font))

    def paint(self, pen: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        heading: Heading = index.data(HEADING)
        style = option.widget.style()
        pen.save()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, pen, option.widget)
        gap = _gap(option.font)
        room = option.rect.adjusted(2 * gap, gap, -2 * gap, -gap)
        upper = QRect(room.left(), room.top(), room.width(), room.height() // 2)
        ink = ink_of(option)
        font = bold(option.font) if index.data(IS_OPEN) else option.font
        draw_line(pen, upper, font, ink, question_line(heading))
        ink.setAlpha(_SOFT)
        draw_line(pen, upper.translated(0, upper.height()), option.font, ink, detail_line(heading))
        pen.restore()


def question_line(heading: Heading) -> str:
    text = " ".join(heading.question[:LONGEST].split())
    return f"↳ {text}" if heading.follows else text


def detail_line(heading: Heading) -> str:
    parts = (local_time(heading.created), outcome(heading), " ".join(heading.reasoner[:LONGEST].split()))
    return " · ".join(part for part in parts if part)


def outcome(heading: Heading) -> str:
    without_targets: dict[str, str] = {
        ASKED: tr("not finished"),
        UNKNOWN: tr("not known to the model"),
        STOPPED: tr("stopped"),
        FAILED: tr("failed"),
    }
    if heading.outcome != ANSWERED and not heading.targets:
        return without_targets.get(heading.outcome, heading.outcome)
    return tr("%n target(s)", heading.targets) if heading.targets else tr("nothing found")


def local_time(created: str) -> str:
    """ISO 8601 in local time and format; unchanged where it is no time."""
    try:
        moment = datetime.fromisoformat(created.replace("Z", "+00:00"))
    except ValueError:
        return created
    shown = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    return QLocale().toString(shown, QLocale.FormatType.ShortFormat)


def _gap(font: QFont) -> int:
    return max(2, QFontMetrics(font).height() // 5)
