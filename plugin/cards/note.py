"""The field in which a note on a target is written: it stands on its card while it is needed."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QFocusEvent, QKeyEvent
from qgis.PyQt.QtWidgets import QLineEdit, QWidget

from ...backend.entries.entry import Finding
from ..language import tr
from ..widgets.placeholder import PlaceholderColour

LONGEST_NOTE = 1000  # characters: a note, not a report
_LEAVING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


class NoteEdit(QLineEdit):
    """Enter or leaving the field writes the note; Escape restores it."""

    written = pyqtSignal(int, str)  # number of the finding, the note
    left = pyqtSignal()  # with Enter or Escape

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._number, self._kept = 0, ""
        self.setMaxLength(LONGEST_NOTE)
        self.setAccessibleName(tr("Note"))
        self._colour = PlaceholderColour(self)
        self.editingFinished.connect(self.write)
        self.hide()

    def begin(self) -> None:
        if self.isEnabled():
            self.show()
            self.setFocus()

    def show_finding(self, finding: Optional[Finding]) -> None:
        """A note that is being typed stays for the same finding, and is written first for another."""
        number = finding.number if finding else 0
        if number == self._number and self.isModified():
            return
        self.write()
        self.setVisible(self.isVisible() and number == self._number)
        self._number, self._kept = number, finding.note if finding else ""
        self.setText(self._kept)
        self.setEnabled(finding is not None)
        self.setPlaceholderText(tr("Note on target {number}").format(number=number) if finding else "")

    def write(self, *_: object) -> None:
        """Writes what is typed, without Enter; the arguments of the signals are not used."""
        note = self.text().strip()
        if self.isModified():
            self.setModified(False)
            if note != self._kept:
                self._kept = note
                self.written.emit(self._number, note)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Not for a menu or another window, after which the user goes on."""
        super().focusOutEvent(event)
        away = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.reason() not in away:
            self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._kept)
        super().keyPressEvent(event)
        if event.key() in _LEAVING:
            event.accept()  # else QGIS would receive it too
            self.hide()
            self.left.emit()
