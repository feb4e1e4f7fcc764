"""The panel of cards: to look at the findings of an entry, to judge them, and to write notes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Callable, Optional

from qgis.PyQt.QtCore import QModelIndex, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...backend.entries.entry import ACCEPTED, OPEN, REJECTED, Entry, Finding, State
from ...backend.stages import Scene
from ..language import tr
from ..widgets.labels import plain_label
from .card_actions import KEYS, CardActions
from .card_delegate import state_name, thumbnail_side
from .card_model import ALL, CardModel, CardOrder, CardView

LONGEST_NOTE = 1000  # characters: a note, not a report
_LEAVING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


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

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.title, self.count = plain_label(), QLabel(wordWrap=True)
        self.buttons = CardActions()
        self.list, self._model = CardView(), CardModel()
        self.list.setModel(self._model)
        self.list.use_keys(KEYS)
        self.filter, self.order = QComboBox(), QComboBox()
        self.note = NoteEdit()
        self.all_button = QPushButton(tr("Accept all open"))
        self._entry_id = ""
        self._quiet = False  # while the choice is set by the program
        self._fill()
        self._lay_out()
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

    def show_title(self, title: str) -> None:
        """Whose targets these are; "" where that is said above."""
        self.title.setText(title)
        self.title.setVisible(bool(title))

    def choose(self, number: int) -> None:
        """Without a signal; resets the filter if it hides the finding. 0 = none."""
        if self._model.row_of(number) < 0 and self._model.finding(number):
            self.filter.setCurrentIndex(self.filter.findData(ALL))
        self._select(number)

    def busy(self, number: int, is_busy: bool) -> None:
        """Whether SAM2 is working on it."""
        self._model.set_busy(number, is_busy)

    def set_undo(self, can_undo: bool, can_redo: bool) -> None:
        self.buttons["undo"].setEnabled(can_undo)
        self.buttons["redo"].setEnabled(can_redo)

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

    def _fill(self) -> None:
        self.filter.addItem(tr("All"), ALL)
        for state in (OPEN, ACCEPTED, REJECTED):
            self.filter.addItem(state_name(state), state)
        for order, text in (
            (CardOrder.BY_NUMBER, tr("Number")),
            (CardOrder.BY_SCORE, tr("Score")),
            (CardOrder.BY_AREA, tr("Area")),
        ):
            self.order.addItem(text, order.value)
        self.list.setAccessibleName(tr("Targets"))
        self.list.setMinimumHeight(thumbnail_side(self.font()) * 3 // 2)  # one card, and that there are more
        self.filter.setToolTip(tr("Which targets are shown"))
        self.order.setToolTip(tr("How the targets are sorted"))
        self.all_button.setToolTip(tr("Accept every target that is still open"))

    def _lay_out(self) -> None:
        head, line = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.count, 1)
        head.addWidget(self.all_button)
        for text, box in ((tr("Show"), self.filter), (tr("Sort by"), self.order)):
            label = QLabel(text)
            label.setBuddy(box)
            line.addWidget(label)
            line.addWidget(box, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.title.hide()
        column.addWidget(self.title)
        column.addLayout(head)
        column.addLayout(line)
        column.addWidget(self.list, 1)
        column.addWidget(self.note)
        column.addWidget(self.buttons)

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._take_choice)
        self.list.key_pressed.connect(self.buttons.press)
        self.list.doubleClicked.connect(lambda _: self.buttons.press("zoom"))
        self.list.hovered.connect(self._emit_hover)
        for box in (self.filter, self.order):
            box.currentIndexChanged.connect(self._arrange)
        self.note.written.connect(self.note_written)
        self.note.left.connect(self.list.setFocus)
        self.all_button.clicked.connect(self._accept_all)
        for name, act in self._meanings().items():
            self.buttons[name].triggered.connect(lambda _=False, act=act: act())

    def _meanings(self) -> dict[str, Callable[[], None]]:
        """What each action of KEYS does."""
        return {
            "accept": lambda: self._decide(ACCEPTED),
            "reject": lambda: self._decide(REJECTED),
            "open": lambda: self._decide(OPEN),
            "edit": lambda: self.edit_wanted.emit(self.number()),
            "draw": self.draw_wanted.emit,
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

    def _accept_all(self) -> None:
        still = [finding.number for finding in self._model.findings() if finding.state == OPEN]
        self.states_wanted.emit(still, ACCEPTED)

    def _arrange(self) -> None:
        state, order = self.filter.currentData(), CardOrder(self.order.currentData())
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
        states = [finding.state for finding in findings]
        self.count.setText(self._sentence(states))
        self.buttons.allow(entry=bool(self._entry_id), cards=bool(self._model.numbers()), chosen=bool(chosen))
        self.note.show_finding(chosen)
        self.all_button.setEnabled(OPEN in states)

    def _sentence(self, states: list[str]) -> str:
        if not self._entry_id:
            return tr("The targets of an answer appear here.")
        if not states:
            return tr("No targets. Draw one where you see one.")
        return tr("{targets}: {accepted} accepted, {rejected} rejected, {open} open").format(
            targets=tr("%n target(s)", len(states)),
            accepted=states.count(ACCEPTED),
            rejected=states.count(REJECTED),
            open=states.count(OPEN),
        )


class NoteEdit(QLineEdit):
    """Enter or leaving the field writes the note; Escape restores it."""

    written = pyqtSignal(int, str)  # number of the finding, the note
    left = pyqtSignal()  # with Enter or Escape

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._number, self._kept = 0, ""
        self.setMaxLength(LONGEST_NOTE)
        self.setAccessibleName(tr("Note"))
        self.editingFinished.connect(self.write)

    def show_finding(self, finding: Optional[Finding]) -> None:
        """A note that is being typed stays for the same finding, and is written first for another."""
        number = finding.number if finding else 0
        if number == self._number and self.isModified():
            return
        self.write()
        self._number, self._kept = number, finding.note if finding else ""
        self.setText(self._kept)
        self.setEnabled(finding is not None)
        about = tr("Note on target {number}").format(number=number)
        self.setPlaceholderText(about if finding else tr("Choose a target to note something about it"))

    def write(self, *_: object) -> None:
        """Writes what is typed, without Enter; the arguments of the signals are not used."""
        note = self.text().strip()
        if self.isModified():
            self.setModified(False)
            if note != self._kept:
                self._kept = note
                self.written.emit(self._number, note)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._kept)
        super().keyPressEvent(event)
        if event.key() in _LEAVING:
            event.accept()  # else QGIS would receive it too
            self.left.emit()
