"""The answer that is being looked at, and every verdict on it: one stack of undo over all of them.

What a person decides is in the history before anyone hears of it, so nothing is lost with the window.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Callable, Optional, Protocol

from qgis.PyQt.QtCore import QObject, pyqtSignal

try:
    from qgis.PyQt.QtGui import QUndoCommand, QUndoStack  # where Qt 6 has them
except ImportError:
    from qgis.PyQt.QtWidgets import QUndoCommand, QUndoStack

from ..backend.errors import AskMapError
from ..backend.findings import ACCEPTED, OPEN, REJECTED, Entry, Finding
from .language import tr

UNDO_STEPS = 500


class Kept(Protocol):
    """What a Review needs of backend.history.History."""

    def entry(self, id: str) -> Entry: ...

    def put_finding(self, id: str, finding: Finding) -> None: ...

    def change_finding(self, id: str, before: Finding, after: Finding) -> Finding: ...

    def remove_finding(self, id: str, number: int) -> None: ...


class Review(QObject):
    opened = pyqtSignal(object)  # Entry
    closed = pyqtSignal()
    changed = pyqtSignal(object)  # a Finding of the open entry, new or other than before
    removed = pyqtSignal(int)
    chosen = pyqtSignal(int)  # 0 = none
    kept = pyqtSignal(str, int, object)  # entry's id, number, Finding or None: for layers of any entry
    failed = pyqtSignal(object)  # AskMapError

    def __init__(self, history: Callable[[], Kept], parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._history = history
        self.entry: Optional[Entry] = None
        self.number = 0  # of the finding that is chosen
        self.undo = QUndoStack(self)
        self.undo.setUndoLimit(UNDO_STEPS)

    def open(self, entry: Entry) -> None:
        self.entry, self.number = entry, 0
        self.opened.emit(entry)

    def read(self, id: str) -> Entry:
        """From the history, or the open one; raises what the history raises."""
        return self.entry if self.entry and self.entry.id == id else self._history().entry(id)

    def read_anew(self, id: str) -> Entry:
        """From the history, where another program may have changed it."""
        return self._history().entry(id)

    def close(self) -> None:
        self.entry, self.number = None, 0
        self.closed.emit()

    def forget(self) -> None:
        """Another project: nothing of before can be undone."""
        self.undo.clear()
        self.close()

    def choose(self, number: int) -> None:
        if number != self.number and (number == 0 or self._finding(number)):
            self.number = number
            self.chosen.emit(number)

    def step(self, by: int) -> None:
        """To the next finding or the one before, around the ends."""
        numbers = [finding.number for finding in self.entry.findings] if self.entry else []
        if numbers:
            at = numbers.index(self.number) + by if self.number in numbers else min(by, 0)
            self.choose(numbers[at % len(numbers)])

    def next_number(self) -> int:
        """Higher than any that the entry has or that undo could bring back."""
        used = [finding.number for finding in self.entry.findings] if self.entry else []
        given = [command.number for command in self._commands() if command.id == self._id()]
        return max((0, *used, *given)) + 1

    def set_state(self, number: int, state: str) -> None:
        finding = self._finding(number)
        if finding and finding.state != state:
            self.put(replace(finding, state=state), _verdict(state).format(number=number))

    def set_state_of_all(self, numbers: list[int], state: str) -> None:
        self.undo.beginMacro(tr("Decide about several targets"))
        for number in numbers:
            self.set_state(number, state)
        self.undo.endMacro()

    def set_note(self, number: int, note: str) -> None:
        finding = self._finding(number)
        if finding and finding.note != note:
            self.put(replace(finding, note=note), tr("Note on target {number}").format(number=number))

    def put(self, finding: Finding, text: str) -> None:
        """A new finding, or one in the place of that with its number."""
        if self.entry and self._finding(finding.number) != finding:
            self._push(self._finding(finding.number), finding, text)

    def remove(self, number: int) -> None:
        finding = self._finding(number)
        if finding:
            self._push(finding, None, tr("Remove target {number}").format(number=number))

    def take_edits(self, id: str, changed: list[Finding], gone: list[int]) -> None:
        """What somebody did with QGIS's own tools, as one step; `id` is the entry's."""
        if not self._opened(id):
            return
        self.undo.beginMacro(tr("Edit by hand"))
        for finding in changed:
            self.put(finding, "")
        for number in gone:
            self.remove(number)
        self.undo.endMacro()

    def keep(self, id: str, number: int, before: Optional[Finding], after: Optional[Finding]) -> bool:
        """Into the history, then to everyone; False where the entry is gone or cannot be written."""
        try:
            if not self._opened(id):
                return False
            finding = self._write(id, number, before, after)
        except AskMapError as error:
            self.failed.emit(error)
            return False
        self._show(self.entry, number, finding)
        self.kept.emit(id, number, finding)
        return True

    def _opened(self, id: str) -> bool:
        """What is undone should be seen, so its entry is opened; False where it was deleted."""
        if self._id() != id:
            try:
                self.open(self._history().entry(id))
            except AskMapError as error:
                self.failed.emit(error)
        return self._id() == id

    def _write(
        self, id: str, number: int, before: Optional[Finding], after: Optional[Finding]
    ) -> Optional[Finding]:
        """As it is in the history now: another QGIS may have changed it meanwhile."""
        if after is None:
            self._history().remove_finding(id, number)
        elif before is None:
            self._history().put_finding(id, after)
        else:
            return self._history().change_finding(id, before, after)
        return after

    def _show(self, entry: Entry, number: int, finding: Optional[Finding]) -> None:
        if finding is None:
            self.entry = entry.without_finding(number)
            if number == self.number:
                self.choose(0)
            self.removed.emit(number)
        else:
            self.entry = entry.with_finding(finding)
            self.changed.emit(finding)

    def _push(self, before: Optional[Finding], after: Optional[Finding], text: str) -> None:
        self.undo.push(_Change(self, self._id(), before, after, text))

    def _commands(self) -> list[_Change]:
        """All of the stack, those inside of macros too."""
        tops = [self.undo.command(index) for index in range(self.undo.count())]
        inner = [top.child(index) for top in tops for index in range(top.childCount())]
        return [command for command in (*tops, *inner) if isinstance(command, _Change)]

    def _finding(self, number: int) -> Optional[Finding]:
        return self.entry.finding(number) if self.entry else None

    def _id(self) -> str:
        return self.entry.id if self.entry else ""


class _Change(QUndoCommand):
    """One finding before and after; None = it was not there."""

    def __init__(
        self, review: Review, id: str, before: Optional[Finding], after: Optional[Finding], text: str
    ) -> None:
        super().__init__(text)
        self._review, self.id, self._before, self._after = review, id, before, after
        self.number = (before or after).number

    def redo(self) -> None:
        self._keep(self._before, self._after)

    def undo(self) -> None:
        self._keep(self._after, self._before)

    def _keep(self, before: Optional[Finding], after: Optional[Finding]) -> None:
        if not self._review.keep(self.id, self.number, before, after):
            self.setObsolete(True)


def _verdict(state: str) -> str:
    return {
        ACCEPTED: tr("Accept target {number}"),
        REJECTED: tr("Reject target {number}"),
        OPEN: tr("Leave target {number} open"),
    }[state]
