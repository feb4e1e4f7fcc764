"""The box «Check»: the self-test, the diagnostics, and the introduction again."""

from __future__ import annotations

from typing import Callable, Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QGroupBox, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ..language import tr
from ..runtime.diagnostics import Diagnostics
from ..runtime.self_test import SelfTest, SelfTestOutcome
from ..settings import Settings
from ..widgets.flow_layout import FlowLayout
from ..widgets.labels import plain_label


class Check(QGroupBox):
    introduction_wanted = pyqtSignal()
    spoke = pyqtSignal()  # its text changed, which a small window may not show

    def __init__(
        self,
        self_test: SelfTest,
        diagnostics: Diagnostics,
        chosen: Callable[[], Settings],
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(tr("Check"), parent)
        self._self_test, self._diagnostics, self._chosen = self_test, diagnostics, chosen
        self.run_button = QPushButton(tr("R&un the self-test"))
        self.stop_button = QPushButton(tr("Stop"))
        self.copy_button = QPushButton(tr("Cop&y diagnostics"))
        self.introduction_button = QPushButton(tr("Show the &introduction again"))
        self.progress, self.outcome = QProgressBar(), plain_label()
        self._lay_out()
        self._connect()
        self._show_state()

    def _lay_out(self) -> None:
        buttons = FlowLayout()
        for button in (self.run_button, self.stop_button, self.copy_button, self.introduction_button):
            buttons.addWidget(button)
        self.progress.setRange(0, 0)  # its duration is unknown
        self.progress.setTextVisible(False)
        self.outcome.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.outcome.setAccessibleName(tr("Outcome of the self-test"))
        column = QVBoxLayout(self)
        column.addLayout(buttons)
        column.addWidget(self.progress)
        column.addWidget(self.outcome)

    def _connect(self) -> None:
        self.run_button.clicked.connect(self._run)
        self.stop_button.clicked.connect(self._self_test.stop)
        self.copy_button.clicked.connect(self._copy)
        self.introduction_button.clicked.connect(self._show_introduction)
        self._self_test.progressed.connect(self._show_step)
        self._self_test.ended.connect(self._show_outcome)

    def _run(self) -> None:
        self._self_test.run(self._chosen())
        self._show_state()
        self._show_text(tr("The self-test asks a bundled question…"))

    def _show_step(self, step: str) -> None:
        self._go_on(f"{step}…")

    def _show_outcome(self, outcome: SelfTestOutcome) -> None:
        self._show_state()
        self._go_on(outcome.sentences())

    def _go_on(self, text: str) -> None:
        """Nobody is taken here from what they look at meanwhile."""
        was_seen = not self.visibleRegion().isEmpty()
        self.outcome.setText(text)
        self.outcome.setVisible(True)
        if was_seen:
            self.spoke.emit()

    def _copy(self) -> None:
        self._diagnostics.copy_report()
        self._show_text(tr("The diagnostics are on the clipboard: paste them into a report of a problem."))

    def _show_introduction(self) -> None:
        self.introduction_wanted.emit()
        self._show_text(tr("The introduction is shown in the dock again."))

    def _show_text(self, text: str) -> None:
        self.outcome.setText(text)
        self.outcome.setVisible(True)
        self.spoke.emit()

    def _show_state(self) -> None:
        busy = self._self_test.busy
        self.run_button.setEnabled(not busy)
        self.stop_button.setEnabled(busy)
        self.progress.setVisible(busy)
        self.outcome.setVisible(bool(self.outcome.text()))
