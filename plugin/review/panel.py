"""An answer in the dock: its reasoning, its cards, and a row of tools."""

from __future__ import annotations

from dataclasses import replace
from typing import Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QAction, QSplitter, QVBoxLayout, QWidget

from ...backend.entries.entry import Entry
from ..cards.panel import Cards
from ..language import tr
from ..layers.appearance import Appearance, read_appearance
from ..widgets.links_label import LinksLabel
from .reasoning import ReasoningPanel
from .tools import AnswerTools


class AnswerParts(QSplitter):
    """The reasoning is as high as its text, the cards have the rest; until the user moves the handle."""

    def __init__(self, reasoning: ReasoningPanel, cards: Cards) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._reasoning, self._cards, self._is_moved = reasoning, cards, False
        self.addWidget(reasoning)
        self.addWidget(cards)
        self.setChildrenCollapsible(False)
        self.splitterMoved.connect(self._note_move)

    def share(self) -> None:
        if not self._is_moved:
            room, wanted = self.height() - self.handleWidth(), self._reasoning.wanted_height()
            least = self._reasoning.minimumSizeHint().height()
            top = max(least, min(wanted, room - self._cards.sizeHint().height(), room // 3))
            self.setSizes([top, room - top])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share()

    def _note_move(self, *_: int) -> None:
        self._is_moved = True


class AnswerPanel(QWidget):
    seen_wanted = pyqtSignal()
    export_wanted = pyqtSignal()
    samples_wanted = pyqtSignal()
    colouring_chosen = pyqtSignal(object)  # Colouring
    appearance_chosen = pyqtSignal(object)  # Appearance

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.reasoning, self.cards = ReasoningPanel(), Cards()
        self._parts = AnswerParts(self.reasoning, self.cards)
        self._entry: Optional[Entry] = None
        self._streams = False  # the reasoning of a question that is being answered
        self.hidden = LinksLabel()  # that the map does not show all
        self.all_action = QAction(tr("Accept all open"), self)
        self.tools = AnswerTools(self.cards.card_actions, self._rare())
        self._lay_out()
        self._connect()
        self._show_appearance(read_appearance())
        self.clear()

    def show_entry(self, entry: Entry) -> None:
        self.show_reasoning(entry)
        self.cards.show_entry(entry, None)
        self.tools.allow(entry=True, targets=bool(entry.findings))
        self._parts.share()

    def show_reasoning(self, entry: Entry) -> None:
        """Later, where that of another question streams in."""
        self._entry = entry
        self._show_reasoning_panel()
        if not self._streams:
            self.reasoning.show_entry(entry)

    def stream(self, streams: bool, title_of_cards: str) -> None:
        """Whether the reasoning of another question streams in, and then whose targets the cards are."""
        self.cards.head.show_title(title_of_cards)
        if streams == self._streams:
            return
        self._streams = streams
        self._show_reasoning_panel()
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
        self.tools.allow(entry=False, targets=False)
        self._show_reasoning_panel()

    def _rare(self) -> tuple[QAction, ...]:
        """What needs no button of its own."""
        actions = self.cards.card_actions
        return (
            self.all_action,
            actions["previous"],
            actions["next"],
            self.reasoning.raw_action,
            self.reasoning.copy_action,
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._parts, 1)
        column.addWidget(self.hidden)
        column.addWidget(self.tools)

    def _connect(self) -> None:
        self.tools.seen_button.clicked.connect(self.seen_wanted)
        self.tools.export_button.clicked.connect(self.export_wanted)
        self.tools.samples_button.clicked.connect(self.samples_wanted)
        menu = self.tools.view_menu
        menu.colouring_chosen.connect(self.colouring_chosen)
        menu.appearance_chosen.connect(self.appearance_chosen)
        menu.appearance_chosen.connect(self._show_appearance)
        self.hidden.clicked.connect(lambda _: self._show_all())
        self.all_action.triggered.connect(self.cards.accept_all)
        self.cards.changed.connect(lambda: self.all_action.setEnabled(self.cards.has_open()))

    def _show_appearance(self, appearance: Appearance) -> None:
        """So that nobody looks in vain for the others."""
        is_part = appearance.accepted_only
        sentence = tr("The map shows only accepted targets.") if is_part else ""
        self.hidden.show_text(sentence, [tr("Show all")] if is_part else [])

    def _show_all(self) -> None:
        everything = replace(read_appearance(), accepted_only=False)
        self.appearance_chosen.emit(everything)
        self._show_appearance(everything)

    def _show_reasoning_panel(self) -> None:
        """Not before there is something to read."""
        self.reasoning.setVisible(self._streams or self._entry is not None)
