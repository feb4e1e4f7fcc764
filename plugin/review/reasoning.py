"""The reasoning of an answer: it streams in; afterwards its sentences are links to their findings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from qgis.PyQt.QtCore import QSize, pyqtSignal
from qgis.PyQt.QtGui import QTextOption
from qgis.PyQt.QtWidgets import (
    QAction,
    QApplication,
    QLabel,
    QPlainTextEdit,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from ...backend.entries.entry import ASKED, FAILED, STOPPED, Entry, Finding
from ..language import tr
from ..number_format import fixed
from ..widgets.linked_text import Link, LinkedText
from ..widgets.placeholder import PlaceholderColour

LONGEST_RAW = 200_000  # characters shown; a copy has them all

_LEAST_LINES, _WANTED_LINES = 2, 5
_LONG_WORD = 5000  # characters; Qt would search for its end in each line, for seconds


class ReasoningPanel(QWidget):
    hovered = pyqtSignal(object)  # numbers of findings; () = none any more
    clicked = pyqtSignal(object)  # numbers of findings

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.text, self.raw = LinkedText(), QPlainTextEdit(readOnly=True)
        self.raw.setTabChangesFocus(True)
        self.raw_action = QAction(tr("Raw text"), self)
        self.raw_action.setCheckable(True)
        self.copy_action = QAction(tr("Copy the reasoning"), self)
        self.note = QLabel(wordWrap=True)
        self._colours = [PlaceholderColour(field) for field in (self.text, self.raw)]
        self._written = ""  # all that the model wrote
        self._name()
        self._lay_out()
        self.clear()
        self.text.hovered.connect(self.hovered)
        self.text.clicked.connect(self.clicked)
        self.raw_action.toggled.connect(self._turn)
        self.copy_action.triggered.connect(self._copy)

    def _name(self) -> None:
        self.text.setAccessibleName(tr("Reasoning"))
        self.raw.setAccessibleName(tr("What the model wrote, word for word"))
        self.raw.setPlaceholderText(tr("The model has not answered yet."))

    def _lay_out(self) -> None:
        self._pages = QStackedLayout()
        self._pages.addWidget(self.text)
        self._pages.addWidget(self.raw)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._pages, 1)
        column.addWidget(self.note)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height_of(_WANTED_LINES))

    def wanted_height(self) -> int:
        """To show all of what is read, not of what is written."""
        edges = self.text.height() - self.text.viewport().height()
        return round(self.text.document().size().height()) + edges

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._height_of(_LEAST_LINES))

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

    def _height_of(self, lines: int) -> int:
        margins = 2 * round(self.text.document().documentMargin()) + 2 * self.text.frameWidth()
        return lines * self.fontMetrics().lineSpacing() + margins

    def _show_raw(self, raw: str) -> None:
        if raw != self._written or not raw:
            self._written = raw
            self.raw.clear()  # else Qt wraps the old text again first
            self.raw.setWordWrapMode(_wrap_of(raw[:LONGEST_RAW]))
            self.raw.setPlainText(raw[:LONGEST_RAW])
        self._turn()

    def _turn(self) -> None:
        shows_raw = self.raw_action.isChecked()
        self._pages.setCurrentWidget(self.raw if shows_raw else self.text)
        cut = shows_raw and len(self._written) > LONGEST_RAW
        self.note.setVisible(cut)
        if cut:
            text = tr("These are the first {shown} of {all} characters; a copy has them all.")
            self.note.setText(text.format(shown=fixed(LONGEST_RAW), all=fixed(len(self._written))))

    def _copy(self) -> None:
        text = self._written if self.raw_action.isChecked() else self.text.toPlainText()
        QApplication.clipboard().setText(text)


def _without_thought(entry: Entry) -> str:
    if entry.outcome in (ASKED, STOPPED, FAILED):
        return tr("There is no reasoning: the question was not answered.")
    return tr("The model answered without giving its reasoning.")


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
