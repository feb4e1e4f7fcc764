"""The page of an answer in the dock: its reasoning, its cards, and buttons for more."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from ...backend.entries.entry import Entry
from ..language import tr
from ..layers.styles import Colouring, read_colouring
from .cards import Cards
from .reasoning import ReasoningPanel


class AnswerPanel(QWidget):
    seen_wanted = pyqtSignal()
    export_wanted = pyqtSignal()
    samples_wanted = pyqtSignal()
    colouring_chosen = pyqtSignal(object)  # Colouring

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.reasoning, self.cards = ReasoningPanel(), Cards()
        self._entry: Optional[Entry] = None
        self._streams = False  # the reasoning of a question that is being answered
        self.seen_button = QPushButton(tr("Wh&at the model saw…"))
        self.export_button = QPushButton(tr("E&xport…"))
        self.samples_button = QPushButton(tr("Use for trai&ning"))
        self.samples_button.setToolTip(tr("Make a training sample of what was accepted"))
        self.colouring = QComboBox()
        self.colouring.addItem(tr("by target"), Colouring.BY_TARGET.value)
        self.colouring.addItem(tr("by verdict"), Colouring.BY_STATE.value)
        self.colouring.setCurrentIndex(self.colouring.findData(read_colouring().value))
        self._lay_out()
        self._connect()
        self.clear()

    def show_entry(self, entry: Entry) -> None:
        self.show_reasoning(entry)
        self.cards.show_entry(entry, None)
        self._enable(True)
        self.export_button.setEnabled(bool(entry.findings))

    def show_reasoning(self, entry: Entry) -> None:
        """Later, where that of another question streams in."""
        self._entry = entry
        if not self._streams:
            self.reasoning.show_entry(entry)

    def stream(self, streams: bool, title_of_cards: str) -> None:
        """Whether the reasoning of another question streams in, and then whose targets the cards are."""
        self.cards.show_title(title_of_cards)
        if streams == self._streams:
            return
        self._streams = streams
        if streams or self._entry is None:
            self.reasoning.clear()
        else:
            self.reasoning.show_entry(self._entry)

    def show_thought(self, thought: str) -> None:
        if self._streams:
            self.reasoning.show_thought(thought)

    def clear(self) -> None:
        self._entry = None
        if not self._streams:
            self.reasoning.clear()
        self.cards.clear()
        self._enable(False)

    def _lay_out(self) -> None:
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(self.reasoning)
        parts.addWidget(self.cards)
        parts.setChildrenCollapsible(False)
        parts.setStretchFactor(0, 2)  # the reasoning is a few lines, the cards may be many
        parts.setStretchFactor(1, 3)
        colours, buttons = QHBoxLayout(), QHBoxLayout()
        label = QLabel(tr("Colo&urs"))
        label.setBuddy(self.colouring)
        colours.addWidget(label)
        colours.addWidget(self.colouring, 1)
        colours.addWidget(self.seen_button)
        buttons.addWidget(self.export_button)
        buttons.addWidget(self.samples_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(parts, 1)
        column.addLayout(colours)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self.seen_button.clicked.connect(self.seen_wanted)
        self.export_button.clicked.connect(self.export_wanted)
        self.samples_button.clicked.connect(self.samples_wanted)
        self.colouring.activated.connect(
            lambda index: self.colouring_chosen.emit(Colouring(self.colouring.itemData(index)))
        )

    def _enable(self, there: bool) -> None:
        for button in (self.seen_button, self.export_button, self.samples_button):
            button.setEnabled(there)
