"""The panel of cards: to look at the findings of an entry, to judge them, and to write notes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Callable, Optional

from qgis.PyQt.QtCore import QModelIndex, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

from ...backend.entries.entry import ACCEPTED, OPEN, REJECTED, Entry, Finding, State
from ...backend.stages import Scene
from ..language import tr
from .actions import CardActions
from .head import CardHead
from .model import CardModel, CardOrder
from .view import CardView


class Cards(QWidget):
    state_wanted = pyqtSignal(int, str)  # number, one of entry.STATES
    states_wanted = pyqtSignal(object, str)  # list of numbers, one of entry.STATES
    edit_wanted = pyqtSignal(int)
    draw_wanted = pyqtSignal()
    removed = pyqtSignal(int)
    zoom_wanted = pyqtSignal(int)
    chosen = pyqtSignal(int)
    hovered = pyqtSignal(int)  # 0 = none any more
    note_written = pyqtSignal(int, str)
    undo_wanted = pyqtSignal()
    redo_wanted = pyqtSignal()
    changed = pyqtSignal()  # what can be done

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.card_actions, self._model = CardActions(self), CardModel()
        self.head, self.list = CardHead(), CardView(self._model, self.card_actions)
        self.note = self.list.note
        self._entry_id = ""
        self._quiet = False  # while the choice is set by the program
        self.list.setAccessibleName(tr("Targets"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.head, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.list, 1)
        self._connect()
        self._show_state()

    def minimumSizeHint(self) -> QSize:
        """With text and buttons wrapped as they are now: a splitter does not ask for heightForWidth()."""
        least = super().minimumSizeHint()
        return QSize(least.width(), max(least.height(), self.layout().minimumHeightForWidth(self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def show_entry(self, entry: Entry, scene: Optional[Scene] = None) -> None:
        """Shows its findings; for the same entry as before, the choice and the pixels are kept."""
        is_same = entry.id == self._entry_id
        number = self.number() if is_same else 0
        self._entry_id = entry.id
        self._model.show(entry, scene or (self._model.scene() if is_same else None))
        self.choose(number)

    def show_scene(self, scene: Optional[Scene]) -> None:
        """Sets the pixels of the thumbnails, if they arrive after the entry."""
        self._model.show_scene(scene)

    def update_findings(self, findings: Sequence[Finding]) -> None:
        """Findings that changed or are new."""
        self._keep_choice(lambda: self._model.put(findings))

    def remove_finding(self, number: int) -> None:
        self._keep_choice(lambda: self._model.remove(number))

    def clear(self) -> None:
        self._entry_id = ""
        self._model.show(None, None)
        self._select(0)

    def choose(self, number: int) -> None:
        """Without a signal; resets the filter if it hides the finding. 0 = none."""
        if self._model.row_of(number) < 0 and self._model.finding(number):
            self.head.show_all()
        self._select(number)

    def busy(self, number: int, is_busy: bool) -> None:
        """Whether SAM2 is working on it."""
        self._model.set_busy(number, is_busy)

    def set_undo(self, can_undo: bool, can_redo: bool) -> None:
        self.card_actions["undo"].setEnabled(can_undo)
        self.card_actions["redo"].setEnabled(can_redo)

    def number(self) -> int:
        """Of the chosen finding; 0 = none."""
        row = self.list.currentIndex().row()
        return self._model.numbers()[row] if row >= 0 else 0

    def step(self, by: int) -> None:
        """To the next card or the one before, in the order shown."""
        numbers = self._model.numbers()
        if numbers:
            at = self._model.row_of(self.number()) + by
            self._announce(numbers[min(max(at, 0), len(numbers) - 1)])

    def accept_all(self) -> None:
        """Every target that is still open."""
        still = [finding.number for finding in self._model.findings() if finding.state == OPEN]
        self.states_wanted.emit(still, ACCEPTED)

    def has_open(self) -> bool:
        return any(finding.state == OPEN for finding in self._model.findings())

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._take_choice)
        self.list.key_pressed.connect(self.card_actions.press)
        self.list.doubleClicked.connect(lambda _: self.card_actions.press("zoom"))
        self.list.hovered.connect(self._emit_hover)
        self.list.bars.pressed.connect(self._press_on)
        self.head.arranged.connect(self._arrange)
        self.note.written.connect(self.note_written)
        self.note.left.connect(self.list.setFocus)
        for name, act in self._meanings().items():
            self.card_actions[name].triggered.connect(lambda _=False, act=act: act())

    def _meanings(self) -> dict[str, Callable[[], None]]:
        """What each action of KEYS does."""
        return {
            "accept": lambda: self._decide(ACCEPTED),
            "reject": lambda: self._decide(REJECTED),
            "open": lambda: self._decide(OPEN),
            "edit": lambda: self.edit_wanted.emit(self.number()),
            "draw": self.draw_wanted.emit,
            "note": self._write_note,
            "remove": self._remove,
            "previous": lambda: self.step(-1),
            "next": lambda: self.step(1),
            "zoom": lambda: self.zoom_wanted.emit(self.number()),
            "undo": self.undo_wanted.emit,
            "redo": self.redo_wanted.emit,
        }

    def _decide(self, state: State) -> None:
        """Chooses the next open finding after the verdict, so that each key press reviews one."""
        number = self.number()
        following = 0 if state == OPEN else self._next_open(number)
        self.state_wanted.emit(number, state)
        if following:
            self._announce(following)

    def _next_open(self, number: int) -> int:
        """In the order shown, cyclically; 0 where none is left."""
        at = self._model.row_of(number) + 1
        numbers = self._model.numbers()
        others = (self._model.finding(other) for other in (*numbers[at:], *numbers[: at - 1]))
        return next((finding.number for finding in others if finding.state == OPEN), 0)

    def _remove(self) -> None:
        number, numbers = self.number(), self._model.numbers()
        row = self._model.row_of(number)
        beside = (numbers[row + 1 :] or numbers[:row][::-1] or [0])[0]
        self.removed.emit(number)
        self._announce(beside)

    def _press_on(self, number: int, name: str) -> None:
        """A button of any card, which is the chosen one from then on."""
        self._announce(number)
        self.card_actions.press(name)
        self.list.bars.soon()  # the button is up again where nothing came of it

    def _write_note(self) -> None:
        self.list.scrollTo(self.list.currentIndex())
        self.list.bars.place()
        self.note.begin()

    def _arrange(self, state: str, order: CardOrder) -> None:
        self._keep_choice(lambda: self._model.arrange(state, order))

    def _keep_choice(self, change: Callable[[], None]) -> None:
        """Because the change may reset the model."""
        number = self.number()
        change()
        self._select(number)

    def _announce(self, number: int) -> None:
        self.choose(number)
        self.chosen.emit(number)

    def _select(self, number: int) -> None:
        """Without a signal; none where the finding is not shown."""
        self._quiet = True
        self.list.setCurrentIndex(self._model.index(self._model.row_of(number)))
        self._quiet = False
        self._show_state()

    def _take_choice(self, current: QModelIndex, _: QModelIndex) -> None:
        if not self._quiet and current.isValid():
            self._announce(self.number())

    def _emit_hover(self, index: QModelIndex) -> None:
        self.hovered.emit(self._model.numbers()[index.row()] if index.isValid() else 0)

    def _show_state(self) -> None:
        findings, chosen = self._model.findings(), self._model.finding(self.number())
        self.head.count_findings(findings if self._entry_id else None)
        self.list.setVisible(bool(self._entry_id))
        self.card_actions.allow(
            entry=bool(self._entry_id), cards=bool(self._model.numbers()), chosen=bool(chosen)
        )
        self.note.show_finding(chosen)
        self.changed.emit()
