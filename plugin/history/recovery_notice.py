"""Offers what a killed QGIS left behind, above the history."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from qgis.PyQt.QtCore import pyqtBoundSignal, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QMessageBox, QPushButton, QVBoxLayout, QWidget

from ..language import tr
from ..widgets.labels import plain_label
from .list_model import LONGEST, local_time
from .unsaved import Leftover


class LeftoverNotice(QWidget):
    """One after the other; hidden when none is left."""

    recover_wanted = pyqtSignal(str)  # path of the history
    give_up_wanted = pyqtSignal(str)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._left: list[Leftover] = []
        self.label = plain_label()
        self.recover_button = QPushButton(tr("Ta&ke over"))
        self.give_up_button = QPushButton(tr("Remove &for good"))
        self._lay_out()
        self.recover_button.clicked.connect(lambda: self._decide(self.recover_wanted))
        self.give_up_button.clicked.connect(self._give_up)
        self.confirm = self._ask_whether  # replaced by tests
        self.hide()

    def offer(self, left: Sequence[Leftover]) -> None:
        self._left = list(left)
        self._show_first()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.recover_button)
        buttons.addWidget(self.give_up_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.label)
        column.addLayout(buttons)

    def _give_up(self) -> None:
        if self.confirm():
            self._decide(self.give_up_wanted)

    def _ask_whether(self) -> bool:
        button = QMessageBox.StandardButton
        text = tr("Remove what was asked there, with all verdicts? It cannot be brought back.")
        return QMessageBox.question(self, tr("Delete"), text, button.Yes | button.No, button.No) == button.Yes

    def _decide(self, signal: pyqtBoundSignal) -> None:
        left = self._left.pop(0)
        self._show_first()
        signal.emit(str(left.path))

    def _show_first(self) -> None:
        self.setVisible(bool(self._left))
        if self._left:
            left = self._left[0]
            text = tr("QGIS ended before a project with %n question(s) was saved.", left.questions)
            last = tr("The last one, {time}: {question}")
            question = " ".join(left.latest[:LONGEST].split())
            self.label.setText(f"{text} {last.format(time=local_time(left.created), question=question)}")
