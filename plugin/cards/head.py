"""Above the cards: which of them are shown, in which order, and how many have which verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ...backend.entries.entry import ACCEPTED, OPEN, REJECTED, Finding
from ..language import tr
from ..number_format import fixed
from ..widgets.flat_box import FlatBox
from ..widgets.labels import plain_label
from .delegate import state_name
from .model import ALL, CardOrder

_SIGNS = {ACCEPTED: "✓", REJECTED: "✗", OPEN: "○"}


class CardHead(QWidget):
    arranged = pyqtSignal(str, object)  # the state that is shown, or ALL; CardOrder

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.title, self.count, self.tally = plain_label(), plain_label(), QLabel()
        self.filter, self.order = FlatBox(), FlatBox()
        self._fill()
        self._lay_out()
        for box in (self.filter, self.order):
            box.currentIndexChanged.connect(self._arrange)

    def show_title(self, title: str) -> None:
        """Whose targets these are; "" where that is said above."""
        self.title.setText(title)
        self.title.setVisible(bool(title))

    def show_all(self) -> None:
        self.filter.setCurrentIndex(self.filter.findData(ALL))

    def count_findings(self, findings: Optional[Sequence[Finding]]) -> None:
        """None where there is no answer."""
        states = Counter(finding.state for finding in findings or ())
        self.count.setText(_sentence(findings, states))
        self.count.setVisible(not findings)
        self._boxes.setVisible(bool(findings))
        for at in range(self.filter.count()):
            state = self.filter.itemData(at)
            many = states[state] if state != ALL else sum(states.values())
            self.filter.setItemText(at, f"{_name(state)} ({fixed(many)})")
        self.tally.setText("  ".join(f"{sign} {fixed(states[state])}" for state, sign in _SIGNS.items()))
        self.tally.setAccessibleName(self.count.text())
        self.tally.setToolTip(self.count.text())
        self.filter.updateGeometry()

    def _fill(self) -> None:
        for state in (ALL, OPEN, ACCEPTED, REJECTED):
            self.filter.addItem(_name(state), state)
        for order, text in (
            (CardOrder.BY_NUMBER, tr("by number")),
            (CardOrder.BY_SCORE, tr("by score")),
            (CardOrder.BY_AREA, tr("by area")),
        ):
            self.order.addItem(text, order.value)
        self.filter.setAccessibleName(tr("Which targets are shown"))
        self.order.setAccessibleName(tr("How the targets are sorted"))
        for box in (self.filter, self.order):
            box.setToolTip(box.accessibleName())

    def _lay_out(self) -> None:
        self._boxes = QWidget()
        row, column = QHBoxLayout(self._boxes), QVBoxLayout(self)
        for layout in (row, column):
            layout.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.filter)
        row.addWidget(self.order)
        row.addStretch(1)
        row.addWidget(self.tally)
        self.title.hide()
        for widget in (self.title, self.count, self._boxes):
            column.addWidget(widget)

    def _arrange(self) -> None:
        self.arranged.emit(self.filter.currentData(), CardOrder(self.order.currentData()))


def _name(state: str) -> str:
    return state_name(state) if state else tr("All")


def _sentence(findings: Optional[Sequence[Finding]], states: Counter[str]) -> str:
    if findings is None:
        return tr("The targets of an answer appear here.")
    if not findings:
        return tr("No targets. Draw one where you see one.")
    return tr("{targets}: {accepted} accepted, {rejected} rejected, {open} open").format(
        targets=tr("%n target(s)", len(findings)),
        accepted=fixed(states[ACCEPTED]),
        rejected=fixed(states[REJECTED]),
        open=fixed(states[OPEN]),
    )
