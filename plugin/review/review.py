"""The model of the open answer and of the verdicts on it, with one undo stack over all answers.

Each change is in the history before a signal is emitted, so nothing is lost with the window.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Callable, Optional, Protocol

from qgis.PyQt.QtCore import QObject, pyqtSignal

try:
    from qgis.PyQt.QtGui import QUndoCommand, QUndoStack  # where Qt 6 has them
except ImportError:
    from qgis.PyQt.QtWidgets import QUndoCommand, QUndoStack

from ...backend.entries.entry import ACCEPTED, OPEN, REJECTED, Entry, Finding, State
from ...backend.errors import AskMapError
from ...backend.history.rows import Change
from ...backend.stages import Target
from ..language import tr

UNDO_STEPS = 500


class ReviewStore(Protocol):
    """What a Review needs of backend.history.History."""

    def entry(self, id: str) -> Entry: ...

    def change(self, id: str, changes: Sequence[Change]) -> list[Optional[Finding]]: ...


class Review(QObject):
    opened = pyqtSignal(object)  # Entry
    left = pyqtSignal()  # the open answer, which is closed or replaced after this
    closed = pyqtSignal()
    changed = pyqtSignal(list)  # Findings of the open entry that are new or changed
    removed = pyqtSignal(int)
    chosen = pyqtSignal(int)  # 0 = none
    kept = pyqtSignal(str, object)  # entry's id, and its Findings or None by number: for layers of any entry
    failed = pyqtSignal(object)  # AskMapError

    def __init__(self, history: Callable[[], ReviewStore], parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._history = history
        self._entry: Optional[Entry] = None
        self._number = 0
        self.undo = QUndoStack(self)
        self.undo.setUndoLimit(UNDO_STEPS)

    @property
    def entry(self) -> Optional[Entry]:
        """The open entry in its current state; open(), close() and verdicts change it."""
        return self._entry

    @property
    def number(self) -> int:
        """Of the finding that is chosen; 0 for none."""
        return self._number

    def open(self, entry: Entry) -> None:
        if entry.id != self._id():
            self._leave()
        self._entry, self._number = entry, 0
        self.opened.emit(entry)

    def read(self, id: str) -> Entry:
        """The open entry, or one from the history; raises what the history raises."""
        return self._entry if self._entry and self._entry.id == id else self._history().entry(id)

    def read_anew(self, id: str) -> Entry:
        """From the history, where another program may have changed it."""
        return self._history().entry(id)

    def close(self) -> None:
        self._leave()
        self._entry, self._number = None, 0
        self.closed.emit()

    def forget(self) -> None:
        """The project was closed: nothing can be undone any more."""
        self.undo.clear()
        self.close()

    def choose(self, number: int) -> None:
        if number != self._number and (number == 0 or self._finding(number)):
            self._number = number
            self.chosen.emit(number)

    def step(self, by: int) -> None:
        """To the next finding (1) or the one before (-1), cyclically."""
        numbers = [finding.number for finding in self._entry.findings] if self._entry else []
        if numbers:
            at = numbers.index(self._number) + by if self._number in numbers else min(by, 0)
            self.choose(numbers[at % len(numbers)])

    def next_number(self) -> int:
        """Higher than all numbers that the entry has or that undo could restore."""
        used = [finding.number for finding in self._entry.findings] if self._entry else []
        given = [number for command in self._commands() for number in command.numbers_in(self._id())]
        return max((0, *used, *given)) + 1

    def set_state(self, number: int, state: State) -> None:
        finding = self._finding(number)
        if finding and finding.state != state:
            self.put(replace(finding, state=state), _verdict(state).format(number=number))

    def set_state_of_all(self, numbers: list[int], state: State) -> None:
        found = [finding for finding in map(self._finding, numbers) if finding and finding.state != state]
        changes = [(finding, replace(finding, state=state)) for finding in found]
        self._push(changes, tr("Decide about several targets"))

    def set_note(self, number: int, note: str) -> None:
        finding = self._finding(number)
        if finding and finding.note != note:
            self.put(replace(finding, note=note), tr("Note on target {number}").format(number=number))

    def put(self, finding: Finding, text: str) -> None:
        """Adds a finding, or replaces the one with its number; `text` is for undo."""
        if self._entry and self._finding(finding.number) != finding:
            self._push([(self._finding(finding.number), finding)], text)

    def take_back(self, number: int) -> bool:
        """Its prompts and outline as they were before they changed last; False where that is not known.

        Verdict and note stay.
        """
        now, before = self._finding(number), self._before(number)
        if now is None or before is None:
            return False
        back = replace(
            now, target=before.target, outline=before.outline, score=before.score, made=before.made
        )
        text = tr("Take back a step on target {number}").format(number=number)
        self._push([(now, back)], text, is_back=True)
        return True

    def remove(self, number: int) -> None:
        finding = self._finding(number)
        if finding:
            self._push([(finding, None)], tr("Remove target {number}").format(number=number))

    def take_edits(self, id: str, changed: list[Finding], gone: list[int]) -> None:
        """Edits with QGIS's own tools, as one undo step; `id` is the entry's."""
        if self._open_if_needed(id):
            changes: list[Change] = [(self._finding(finding.number), finding) for finding in changed]
            changes += [(finding, None) for finding in map(self._finding, gone) if finding]
            self._push(changes, tr("Edit by hand"))

    def keep(self, id: str, changes: Sequence[Change]) -> bool:
        """Writes changes into the history, then emits them; False where that is not possible."""
        try:
            if not self._open_if_needed(id):
                return False
            now = self._history().change(id, changes)  # another QGIS may have changed it meanwhile
        except AskMapError as error:
            self.failed.emit(error)
            return False
        findings = {_number_of(change): finding for change, finding in zip(changes, now)}
        self._show(findings)
        self.kept.emit(id, findings)
        return True

    def _leave(self) -> None:
        if self._entry is not None:
            self.left.emit()

    def _open_if_needed(self, id: str) -> bool:
        """Opens the entry of an undo step, so that the change is visible; False where it was deleted."""
        if self._id() != id:
            try:
                self.open(self._history().entry(id))
            except AskMapError as error:
                self.failed.emit(error)
        return self._id() == id

    def _show(self, findings: dict[int, Optional[Finding]]) -> None:
        there = [finding for finding in findings.values() if finding is not None]
        gone = [number for number, finding in findings.items() if finding is None]
        for finding in there:
            self._entry = self._entry.with_finding(finding)
        for number in gone:
            self._entry = self._entry.without_finding(number)
            if number == self._number:
                self.choose(0)
            self.removed.emit(number)
        if there:
            self.changed.emit(there)

    def _push(self, changes: Sequence[Change], text: str, *, is_back: bool = False) -> None:
        if changes:
            self.undo.push(_Change(self, self._id(), changes, text, is_back))

    def _before(self, number: int) -> Optional[Finding]:
        """Before the last step, not itself one back, that made its prompts and outline what they are."""
        now = self._finding(number)
        for command in reversed(self._commands()[: self.undo.index()]):
            before, after = command.change_of(self._id(), number)
            is_step = before and after and _drawing(before) != _drawing(after)
            if is_step and not command.is_back and now and _drawing(after) == _drawing(now):
                return before
        return None

    def _commands(self) -> list[_Change]:
        return [self.undo.command(index) for index in range(self.undo.count())]

    def _finding(self, number: int) -> Optional[Finding]:
        return self._entry.finding(number) if self._entry else None

    def _id(self) -> str:
        return self._entry.id if self._entry else ""


class _Change(QUndoCommand):
    """One undo step: findings before and after."""

    def __init__(self, review: Review, id: str, changes: Sequence[Change], text: str, is_back: bool) -> None:
        super().__init__(text)
        self._review, self._id, self._changes = review, id, changes
        self.is_back = is_back  # by Review.take_back

    def numbers_in(self, id: str) -> list[int]:
        """Numbers of the findings that it changes in that entry."""
        return [_number_of(change) for change in self._changes] if id == self._id else []

    def change_of(self, id: str, number: int) -> Change:
        """The target before and after; twice None where it changes another one."""
        found = (change for change in self._changes if _number_of(change) == number)
        return next(found, (None, None)) if id == self._id else (None, None)

    def redo(self) -> None:
        self._keep(self._changes)

    def undo(self) -> None:
        self._keep([(after, before) for before, after in self._changes])

    def _keep(self, changes: Sequence[Change]) -> None:
        if not self._review.keep(self._id, changes):
            self.setObsolete(True)


def _number_of(change: Change) -> int:
    before, after = change
    return (before or after).number


def _drawing(finding: Finding) -> tuple[Target, bytes]:
    """What a step on the map changes of it."""
    return finding.target, finding.outline


def _verdict(state: State) -> str:
    return {
        ACCEPTED: tr("Accept target {number}"),
        REJECTED: tr("Reject target {number}"),
        OPEN: tr("Leave target {number} open"),
    }[state]
