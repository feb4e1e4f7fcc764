"""The dialog «Ask again»: the same question with another wording, model, seed or view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Callable, Optional

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QPlainTextEdit,
    QRadioButton,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ...backend.entries.entry import Entry
from ...backend.hub.overview import REASONER, SEGMENTER, ListedModel
from ..language import tr
from ..settings import HOTTEST, LARGEST_SEED, Settings
from ..widgets.labels import plain_label

Usable = Callable[[str], Sequence[ListedModel]]
LIVELY = 0.7  # the temperature that is offered with another seed: at 0 a seed changes nothing


@dataclass(frozen=True)
class Rerun:
    text: str
    reasoner: str  # a folder; "" = the bundled one
    seed: int
    temperature: float
    same_view: bool  # else what the map shows now
    segmenter: Optional[str] = None  # a folder; "" = the bundled one; None = that of the settings


class AgainDialog(QDialog):
    def __init__(
        self,
        entry: Entry,
        settings: Settings,
        parent: Optional[QWidget] = None,
        usable: Usable = lambda kind: (),
    ) -> None:
        """`usable` gives the models that are here, by what they are for."""
        super().__init__(parent)
        self.setWindowTitle(tr("Ask again"))
        self.text = QPlainTextEdit(entry.question.text)
        self.text.setTabChangesFocus(True)
        self.reasoner = QgsFileWidget()
        self.reasoner.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.reasoner.setFilePath(settings.reasoner)
        self.reasoner.lineEdit().setPlaceholderText(tr("bundled"))
        self.reasoner.lineEdit().setAccessibleName(tr("&Reasoner").replace("&", ""))
        self.models = _choices(usable(REASONER), settings.reasoner)
        self.segmenter = _choices(usable(SEGMENTER), settings.segmenter)
        self.seed, self.temperature = QSpinBox(), QDoubleSpinBox()
        self.seed.setRange(0, LARGEST_SEED)
        self.temperature.setRange(0.0, HOTTEST)
        self.temperature.setSingleStep(0.1)
        self.seed.setValue(entry.provenance.seed)
        self.temperature.setValue(settings.temperature)
        self.same_view = QRadioButton(tr("The &same picture"))
        self.map_view = QRadioButton(tr("What the &map shows now"))
        self._lay_out()
        self.same_view.setChecked(True)
        self.seed.valueChanged.connect(self._liven_up)
        self.models.activated.connect(lambda _: self.reasoner.setFilePath(self.models.currentData()))
        self.reasoner.fileChanged.connect(self._show_name)

    def rerun(self) -> Rerun:
        return Rerun(
            self.text.toPlainText(),
            self.reasoner.filePath().strip(),
            self.seed.value(),
            round(self.temperature.value(), 2),
            self.same_view.isChecked(),
            self.segmenter.currentData(),
        )

    def _lay_out(self) -> None:
        views, group = QVBoxLayout(), QButtonGroup(self)
        for button in (self.same_view, self.map_view):
            group.addButton(button)
            views.addWidget(button)
        form = QFormLayout()
        form.addRow(tr("&Question"), self.text)
        form.addRow(tr("About"), views)
        form.addRow(tr("&Reasoner"), self.models)
        form.addRow("", self.reasoner)
        form.addRow(tr("Se&gmenter"), self.segmenter)
        form.addRow(tr("S&eed"), self.seed)
        form.addRow(tr("&Temperature"), self.temperature)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(tr("Ask again"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        text = tr("Both answers are then shown side by side. A seed matters above temperature 0 only.")
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(plain_label(text))
        column.addWidget(buttons)

    def _show_name(self, place: str) -> None:
        """No name where the typed folder is none of the list's."""
        self.models.setCurrentIndex(self.models.findData(place.strip()))

    def _liven_up(self) -> None:
        if self.temperature.value() == 0:
            self.temperature.setValue(LIVELY)


def _choices(models: Sequence[ListedModel], chosen: str) -> QComboBox:
    """The models by their names; the one in use is chosen, whether it is among them or not."""
    box = QComboBox()
    for model in models:
        box.addItem(model.name, model.setting)
    if box.findData(chosen) < 0:
        box.addItem(chosen or tr("bundled"), chosen)
    box.setCurrentIndex(box.findData(chosen))
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return box
