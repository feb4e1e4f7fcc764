"""The reasoning of an answer: it streams in; afterwards its sentences are links to their findings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from qgis.PyQt.QtCore import QLocale, pyqtSignal
from qgis.PyQt.QtGui import QTextOption
from qgis.PyQt.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...backend.entries.entry import ASKED, FAILED, STOPPED, Entry, Finding
from ..language import tr
from ..widgets.linked_text import Link, LinkedText

LONGEST_RAW = 200_000  # characters shown; a copy has them all

_LEAST_LINES = 5
_LONG_WORD = 5000  # characters; Qt would search for its end in each line, for seconds


class ReasoningPanel(QWidget):
    hovered = pyqtSignal(object)  # numbers of findings; () = none any more
    clicked = pyqtSignal(object)  # numbers of findings

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.text, self.raw = LinkedText(), QPlainTextEdit(readOnly=True)
        self.raw.setTabChangesFocus(True)
        self.text.setMinimumHeight(_LEAST_LINES * self.fontMetrics().lineSpacing())
        self.raw_button = QToolButton(text=tr("Raw text"), checkable=True)
        self.copy_button = QToolButton(text=tr("Copy"))
        self.note = QLabel(wordWrap=True)
        self._written = ""  # all that the model wrote
        self._name()
        self._lay_out()
        self.clear()
        self.text.hovered.connect(self.hovered)
        self.text.clicked.connect(self.clicked)
        self.raw_button.toggled.connect(self._turn)
        self.copy_button.clicked.connect(self._copy)

    def _name(self) -> None:
        self.text.setAccessibleName(tr("Reasoning"))
        self.raw.setAccessibleName(tr("What the model wrote, word for word"))
        self.raw_button.setToolTip(tr("Show what the model wrote, word for word"))
        self.copy_button.setToolTip(tr("Copy the text that is shown, whole"))
        self.raw.setPlaceholderText(tr("The model has not answered yet."))

    def _lay_out(self) -> None:
        self._pages = QStackedLayout()
        self._pages.addWidget(self.text)
        self._pages.addWidget(self.raw)
        line = QHBoxLayout()
        line.addWidget(QLabel(tr("Reasoning")), 1)
        line.addWidget(self.copy_button)
        line.addWidget(self.raw_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(line)
        column.addLayout(self._pages, 1)
        column.addWidget(self.note)

    def clear(self) -> None:
        """Before a question is asked."""
        self.text.setPlaceholderText(tr("The reasoning appears here."))
        self.text.choose(0)
        self.text.clear()
        self._show_raw("")

    def show_thought(self, thought: str) -> None:
        """While it streams: only appends, so that the user can scroll and select meanwhile."""
        self.text.show_text(thought)

    def show_entry(self, entry: Entry) -> None:
        """Shows the whole thought; each sentence about findings is a link."""
        self.text.setPlaceholderText(_without_thought(entry))
        thought = entry.grounding.thought
        self.text.show_text(thought)
        self.text.show_links(links(entry.findings, len(thought)))
        self._show_raw(entry.grounding.raw)

    def choose(self, number: int) -> None:
        """Marks the sentence about the finding and scrolls to it; 0 marks none."""
        self.text.choose(number)

    def _show_raw(self, raw: str) -> None:
        if raw != self._written or not raw:
            self._written = raw
            self.raw.clear()  # else Qt wraps the old text again first
            self.raw.setWordWrapMode(_wrap_of(raw[:LONGEST_RAW]))
            self.raw.setPlainText(raw[:LONGEST_RAW])
        self._turn()

    def _turn(self) -> None:
        shows_raw = self.raw_button.isChecked()
        self._pages.setCurrentWidget(self.raw if shows_raw else self.text)
        cut = shows_raw and len(self._written) > LONGEST_RAW
        self.note.setVisible(cut)
        if cut:
            text = tr("These are the first {shown} of {all} characters; a copy has them all.")
            self.note.setText(
                text.format(shown=_number_text(LONGEST_RAW), all=_number_text(len(self._written)))
            )

    def _copy(self) -> None:
        text = self._written if self.raw_button.isChecked() else self.text.toPlainText()
        QApplication.clipboard().setText(text)


def _without_thought(entry: Entry) -> str:
    if entry.outcome in (ASKED, STOPPED, FAILED):
        return tr("There is no reasoning: the question was not answered.")
    return tr("The model answered without giving its reasoning.")


def _number_text(count: int) -> str:
    return QLocale().toString(count)


def _wrap_of(raw: str) -> QTextOption.WrapMode:
    if max(map(len, raw.split()), default=0) > _LONG_WORD:
        return QTextOption.WrapMode.WrapAnywhere
    return QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


def links(findings: Sequence[Finding], length: int) -> list[Link]:
    """Links for the sentences about findings, in order, within a thought of `length` characters.

    Findings of one sentence share its link. Where two overlap, the later begins where the other ends.
    """
    numbers: dict[tuple[int, int], list[int]] = {}
    for finding in findings:
        if finding.target.span:
            numbers.setdefault(finding.target.span, []).append(finding.number)
    found: list[Link] = []
    for (start, end), speaks_of in sorted(numbers.items()):
        start, end = max(start, found[-1].end if found else 0), min(end, length)
        if start < end:
            found.append(Link(start, end, tuple(sorted(speaks_of))))
    return found
