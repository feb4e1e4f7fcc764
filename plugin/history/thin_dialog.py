"""Asks of how many answers the pictures are kept, before those of all older ones leave the history."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QSpinBox, QVBoxLayout, QWidget

from ..language import tr
from ..number_format import data_size
from ..widgets.labels import plain_label

KEPT = 100  # answers, as it is offered


class ThinDialog(QDialog):
    def __init__(self, sizes: Sequence[tuple[str, int]], parent: Optional[QWidget] = None) -> None:
        """`sizes` are the ids of the answers that have pictures, with their bytes; the newest first."""
        super().__init__(parent)
        self.setWindowTitle(tr("AskMap: thin out pictures"))
        self._sizes = list(sizes)
        self.kept = QSpinBox()
        self.kept.setRange(0, len(self._sizes))
        self.kept.setValue(min(KEPT, len(self._sizes) // 2))
        self.outcome = plain_label()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.take_out = self.buttons.addButton(tr("Take o&ut"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._lay_out()
        self.kept.valueChanged.connect(self._show_outcome)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._show_outcome()

    def older(self) -> list[str]:
        """Ids of the answers whose pictures go."""
        return [id for id, _ in self._sizes[self.kept.value() :]]

    def _lay_out(self) -> None:
        stays = plain_label(
            tr(
                "Questions, reasoning, targets, verdicts and notes all stay. Without its picture an answer "
                "has no previews and no «What the model saw», and its targets cannot be corrected by clicks "
                "any more."
            )
        )
        form = QFormLayout()
        form.addRow(tr("&Keep the pictures of the latest"), self.kept)
        back = plain_label(tr("«Undo» brings them back, until QGIS is closed or something else is deleted."))
        column = QVBoxLayout(self)
        for part in (stays, back):
            column.addWidget(part)
        column.addLayout(form)
        column.addWidget(self.outcome)
        column.addWidget(self.buttons)

    def _show_outcome(self) -> None:
        older = self._sizes[self.kept.value() :]
        size = data_size(sum(size for _, size in older))
        text = tr("The pictures of %n answer(s) are taken out: {size}.", len(older))
        self.outcome.setText(text.format(size=size))
        self.take_out.setEnabled(bool(older))
