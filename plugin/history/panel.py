"""The page with all questions of the project: to find, ask again, compare, report and delete them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Callable, Optional

from qgis.PyQt.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QSortFilterProxyModel,
    Qt,
    pyqtBoundSignal,
    pyqtSignal,
)
from qgis.PyQt.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFileDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QMessageBox,
    QProgressDialog,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...backend.history.store import Heading
from ..language import tr
from ..number_format import data_size
from ..widgets.focus import choose_first
from ..widgets.labels import smaller
from ..widgets.links_label import LinksLabel
from .list_model import HEADING, HistoryDelegate, HistoryModel
from .recovery_notice import LeftoverNotice
from .thin_dialog import ThinDialog

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_COLUMNS = 3  # of buttons: what a narrow dock has room for


class HistoryView(QListView):
    """Takes its keys itself, also where QGIS has the same shortcut."""

    opened = pyqtSignal()
    deleted = pyqtSignal()
    undone = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setUniformItemSizes(True)  # a thousand entries are measured once
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(tr("History"))
        self.setItemDelegate(HistoryDelegate(self))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._action_for(event) is not None:  # type: ignore[arg-type]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self._action_for(event)
        if action is not None:
            action()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        choose_first(self, event)

    def _action_for(self, event: QKeyEvent) -> Optional[Callable[[], None]]:
        if event.key() in _ENTER:
            return self.opened.emit
        if event.matches(QKeySequence.StandardKey.Delete):
            return self.deleted.emit
        return self.undone.emit if event.matches(QKeySequence.StandardKey.Undo) else None


class HistoryPanel(QWidget):
    open_wanted = pyqtSignal(str)  # the entry's id
    rerun_wanted = pyqtSignal(str)
    compare_wanted = pyqtSignal(str, str)  # the older one first
    report_wanted = pyqtSignal(list, str)  # ids from the oldest on, and the file
    delete_wanted = pyqtSignal(list)
    restore_wanted = pyqtSignal()
    searched = pyqtSignal(str)  # the text to be found
    thin_wanted = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.notice = LeftoverNotice()
        self.search = QLineEdit()
        self.list, self._model = HistoryView(), HistoryModel()
        rows = QSortFilterProxyModel(
            self
        )  # which counts them in C++: a view asks for that at each of its rows
        rows.setSourceModel(self._model)
        self.list.setModel(rows)
        self.empty = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self.file_size = LinksLabel()
        self.file_size.setFont(smaller(self.file_size.font()))
        self.buttons: dict[str, QPushButton] = {}
        self.confirm, self.choose_file = self._ask_whether, self._ask_for_file  # replaced by tests
        self._restorable = 0
        self._lay_out()
        self._connect()
        self._show_state()

    def search_text(self) -> str:
        return self.search.text()

    def show_headings(self, headings: Sequence[Heading]) -> None:
        """The newest first; keeps the choice where it still exists."""
        chosen, current = set(self.chosen()), self._current()
        place = self.list.verticalScrollBar().value()
        self._model.show(headings)
        self._choose(chosen, current)
        self.list.verticalScrollBar().setValue(place)
        self._show_state()

    def update_headings(self, ids: Sequence[str], headings: Sequence[Heading]) -> None:
        """Of these entries those are shown, and no others."""
        shown = {heading.id: heading for heading in headings}
        for id in ids:
            if id in shown:
                self._model.put(shown[id])
            else:
                self._model.remove(id)
        self._show_state()

    def show_size(self, size: int) -> None:
        """Of the file, in bytes; 0 = there is none."""
        text = tr("The history takes {size}.").format(size=data_size(size)) if size else ""
        self.file_size.show_text(text, [tr("Thin out pictures…")] if size else [])

    def choose_older(self, sizes: Sequence[tuple[str, int]]) -> list[str]:
        """Ids of the answers whose pictures the user gives up; `sizes` as in ThinDialog."""
        dialog = ThinDialog(sizes, self)
        return dialog.older() if dialog.exec() == QDialog.DialogCode.Accepted else []

    def show_work(self, text: str) -> Callable[[], None]:
        """A window that cannot be closed; call what is returned at the end."""
        work = QProgressDialog(text, "", 0, 0, self)
        work.setCancelButton(None)
        work.setWindowFlag(Qt.WindowType.WindowCloseButtonHint, False)
        work.setWindowModality(Qt.WindowModality.ApplicationModal)
        work.setMinimumDuration(0)
        work.show()
        return work.deleteLater

    def mark_open(self, id: str) -> None:
        """The entry that the map and the cards show; "" for none."""
        self._model.mark_open(id)

    def show_restorable(self, count: int) -> None:
        """How many deleted entries can come back."""
        self._restorable = count
        self._show_state()

    def chosen(self) -> list[str]:
        """Ids, the newest first."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedRows())
        return [self._heading(row).id for row in rows]

    def _lay_out(self) -> None:
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(tr("Words of a question, a thought, a label or a note"))
        self.search.setAccessibleName(tr("Search the history"))
        column = QVBoxLayout(self)
        for widget in (self.notice, self.search):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addWidget(self.empty, 1)
        column.addWidget(self.file_size)
        column.addLayout(self._button_rows())

    def _button_rows(self) -> QGridLayout:
        rows = QGridLayout()
        for number, (name, text, action) in enumerate(self._actions()):
            self.buttons[name] = QPushButton(text)
            self.buttons[name].clicked.connect(action)
            rows.addWidget(self.buttons[name], number // _COLUMNS, number % _COLUMNS)
        self.buttons["restore"].setToolTip(tr("Bring back what was deleted last"))
        return rows

    def _actions(self) -> tuple[tuple[str, str, Callable[[], None]], ...]:
        return (
            ("open", tr("Ope&n"), self._open),
            ("rerun", tr("Ask a&gain…"), self._rerun),
            ("compare", tr("Comp&are"), self._compare),
            ("report", tr("Repor&t…"), self._report),
            ("delete", tr("Delete…"), self._delete),
            ("restore", tr("&Undo"), self._restore),
        )

    def _connect(self) -> None:
        self.file_size.hide()
        self.file_size.clicked.connect(lambda _: self.thin_wanted.emit())
        self.search.textChanged.connect(self.searched)
        self.search.returnPressed.connect(self._go_to_list)
        self.list.selectionModel().selectionChanged.connect(self._show_state)
        self.list.doubleClicked.connect(self._open)
        self.list.opened.connect(self._open)
        self.list.deleted.connect(self._delete)
        self.list.undone.connect(self._restore)
        self.list.customContextMenuRequested.connect(self._show_menu)

    def _show_state(self) -> None:
        count, is_empty = len(self.chosen()), not self._model.rowCount()
        wanted = {
            "open": count == 1,
            "rerun": count == 1,
            "compare": count == 2,
            "restore": self._restorable > 0,
        }
        for name, button in self.buttons.items():
            button.setEnabled(wanted.get(name, count > 0))
        self.list.setVisible(not is_empty)
        self.empty.setVisible(is_empty)
        found_none = tr("Nothing in the history has these words.")
        self.empty.setText(
            found_none if self.search_text().strip() else tr("Nothing was asked in this project yet.")
        )

    def _open(self) -> None:
        self._emit_only(self.open_wanted)

    def _rerun(self) -> None:
        self._emit_only(self.rerun_wanted)

    def _emit_only(self, signal: pyqtBoundSignal) -> None:
        chosen = self.chosen()
        if len(chosen) == 1:
            signal.emit(chosen[0])

    def _compare(self) -> None:
        newer, older = self.chosen()
        self.compare_wanted.emit(older, newer)

    def _report(self) -> None:
        path = self.choose_file()
        if path:
            self.report_wanted.emit(self.chosen()[::-1], path)

    def _delete(self) -> None:
        chosen = self.chosen()
        if chosen and self.confirm(tr("Delete %n question(s) with all that was found?", len(chosen))):
            self.delete_wanted.emit(chosen)

    def _restore(self) -> None:
        if self._restorable:
            self.restore_wanted.emit()

    def _go_to_list(self) -> None:
        if self._model.rowCount():
            self.list.setFocus()
            self.list.setCurrentIndex(self._index(0))

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        for name, text, action in self._actions():
            if self.buttons[name].isEnabled():
                menu.addAction(text, action)
        menu.exec(self.list.viewport().mapToGlobal(at))

    def _choose(self, ids: set[str], current: str) -> None:
        selection, flag = self.list.selectionModel(), QItemSelectionModel.SelectionFlag
        if self._model.row_of(current) >= 0:
            selection.setCurrentIndex(self._index(self._model.row_of(current)), flag.NoUpdate)
        for id in ids:
            if self._model.row_of(id) >= 0:
                selection.select(self._index(self._model.row_of(id)), flag.Select)

    def _current(self) -> str:
        index = self.list.currentIndex()
        return self._heading(index.row()).id if index.isValid() else ""

    def _heading(self, row: int) -> Heading:
        return self._index(row).data(HEADING)

    def _index(self, row: int) -> QModelIndex:
        return self.list.model().index(row, 0)

    def _ask_whether(self, question: str) -> bool:
        button = QMessageBox.StandardButton
        answer = QMessageBox.question(self, tr("Delete"), question, button.Yes | button.No, button.No)
        return answer == button.Yes

    def _ask_for_file(self) -> str:
        """ "" where the user wants none; with an ending that the writer knows."""
        kinds = {tr("Web page (*.html)"): ".html", tr("Markdown (*.md)"): ".md"}
        title, name = tr("Save the report"), "askmap_report.html"
        while True:
            path, kind = QFileDialog.getSaveFileName(self, title, name, ";;".join(kinds))
            if not path or path.lower().endswith((".html", ".md")):
                return path
            name = path + kinds.get(kind, ".html")
            if not os.path.lexists(name):  # else the dialog asks about this name too before it is replaced
                return name
