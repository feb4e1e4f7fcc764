"""The field for a sample's question: typed, or picked by number among the last ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from qgis.PyQt.QtCore import QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QComboBox, QSizePolicy, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ..language import tr

MOST = 20  # questions are remembered
NUMBERED = 9  # those that have a key
_WIDTH_LETTERS = 12  # of the field at least; a long question must not widen the dock


class _Numbers(QStyledItemDelegate):
    """«1  Where could a helicopter land?», in the list alone."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        super().initStyleOption(option, index)
        if index.row() < NUMBERED:
            option.text = f"{index.row() + 1}  {option.text}"


class QuestionBox(QComboBox):
    left = pyqtSignal()  # Enter or Esc

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setItemDelegate(_Numbers(self))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_WIDTH_LETTERS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.lineEdit().setPlaceholderText(tr("Where could a helicopter land?"))
        self.lineEdit().returnPressed.connect(self.left)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def edit(self) -> None:
        """Focuses the field and selects its text, so that typing replaces it."""
        self.setFocus()
        self.lineEdit().selectAll()

    def text(self) -> str:
        return self.currentText().strip()

    def questions(self) -> tuple[str, ...]:
        """The remembered questions, in the order of their numbers."""
        return tuple(self.itemText(row) for row in range(self.count()))

    def offer(self, questions: Sequence[str]) -> None:
        """Fills the list, without duplicates, up to MOST; the typed text stays."""
        typed = self.currentText()
        self.clear()
        self.addItems(list(dict.fromkeys(questions))[:MOST])
        self.setEditText(typed)

    def add(self, question: str) -> None:
        """Puts a new question on top; one that is there keeps its number."""
        if question not in self.questions():
            self.offer((question, *self.questions()))

    def pick(self, number: int) -> bool:
        """`number` counts from 1; False where no question has it."""
        if not 1 <= number <= min(self.count(), NUMBERED):
            return False
        self.setCurrentIndex(number - 1)
        self.setEditText(self.itemText(number - 1))
        self.lineEdit().setCursorPosition(0)  # its beginning says which one it is
        return True
