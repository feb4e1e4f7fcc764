"""AskMap's page in Settings > Options.

What is typed is always stored when OK is pressed, and what is wrong with it stands below its field: QGIS's
window holds many pages, and one folder on a drive that is away must not keep all of them from being closed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Optional

from qgis.gui import QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtGui import QIcon, QShowEvent
from qgis.PyQt.QtWidgets import (
    QDoubleSpinBox,
    QFormLayout,
    QFrame,
    QGroupBox,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ...backend.engine.protocols import OWN, QGIS
from ...backend.formats import FORMATS
from ...backend.models.system_memory import all_here, free_here
from ...backend.raster.stretch import Stretch
from ..install.controller import InstallController
from ..install.panel import InstallPanel
from ..language import LANGUAGES, tr
from ..number_format import fixed
from ..runtime.diagnostics import Diagnostics
from ..runtime.self_test import SelfTest, SelfTestOutcome
from ..servers.box import ServerBox
from ..settings import HOTTEST, ICON, LARGEST_SEED, LONGEST_MIN, Settings, SettingsStore
from ..widgets.labels import plain_label
from .device_choice import DeviceChoice
from .fields import (
    ChoiceBox,
    FolderField,
    WheelToPage,
    add_row,
    output_fault,
    packages_fault,
    reasoner_fault,
    segmenter_fault,
)
from .key_fields import KeyFields
from .self_test_box import Check

PAGE = "AskMapOptions"  # what iface.showOptionsDialog() finds the page by
FOLDERS = {
    "reasoner": reasoner_fault,
    "segmenter": segmenter_fault,
    "output_folder": output_fault,
    "environment": packages_fault,
}


class OptionsPage(QgsOptionsPageWidget):
    introduction_wanted = pyqtSignal()
    models_wanted = pyqtSignal(object)  # the window that stands in front of others meanwhile

    def __init__(
        self,
        parent: Optional[QWidget] = None,
        settings: Optional[SettingsStore] = None,
        self_test: Optional[SelfTest] = None,
        diagnostics: Optional[Diagnostics] = None,
        install: Optional[InstallController] = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(PAGE)
        self.settings = settings or SettingsStore(self)
        stored = self.settings.now
        self.folders = {
            name: FolderField(vars(stored)[name], _otherwise(name), fault) for name, fault in FOLDERS.items()
        }
        self.choices = {name: ChoiceBox(choices, vars(stored)[name]) for name, choices in _choices().items()}
        self.choices["device"] = self._devices = DeviceChoice(stored.device)
        self.temperature, self.seed = _temperature(stored.temperature), _seed(stored.seed)
        self.unload_min = _unload_min(stored.unload_min)
        self.keys, self._area = KeyFields(), QScrollArea()
        self.models_button = QPushButton(tr("M&odels…"))
        self.models_button.clicked.connect(lambda: self.models_wanted.emit(self.window()))
        self._known = stored
        self.settings.changed.connect(self._take_models)
        self.server = ServerBox(stored)
        self.server.model_chosen.connect(self.folders["reasoner"].folder.setFilePath)
        self.check: Optional[Check] = None
        self.install = InstallPanel(install) if install is not None else None
        if self_test is not None and diagnostics is not None:
            self.check = Check(self_test, diagnostics, self.chosen)
            self.check.introduction_wanted.connect(self.introduction_wanted)
            self.check.spoke.connect(self._show_outcome)
        if install is not None:  # what was chosen before would come first, though it may not work
            install.completed.connect(lambda _: self.folders["environment"].folder.setFilePath(""))
        self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._devices.look_for_cards()

    def chosen(self) -> Settings:
        """The settings that the page shows, stored or not."""
        places: dict[str, Any] = {name: field.path() for name, field in self.folders.items()}
        names: dict[str, Any] = {name: choice.chosen() for name, choice in self.choices.items()}
        numbers: dict[str, Any] = {
            name: vars(self)[name].value() for name in ("temperature", "seed", "unload_min")
        }
        key = self.server.key_id()
        return replace(self.settings.now, **places, **names, **numbers, server_key=key)

    def apply(self) -> None:
        self.keys.apply()
        self.settings.write(self.chosen())

    def _take_models(self, now: Settings) -> None:
        """Those that were chosen elsewhere while this page is open; what is typed here else stays."""
        before, self._known = self._known, now
        for name in ("reasoner", "segmenter"):
            if vars(now)[name] != vars(before)[name]:
                self.folders[name].folder.setFilePath(vars(now)[name])

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        for part in (
            self._models(),
            self.server,
            self._device(),
            self._imagery(),
            self._results(),
            self.keys,
            self._packages(),
        ):
            column.addWidget(part)
        if self.check is not None:
            column.addWidget(self.check)
        column.addStretch(1)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidget(content)
        WheelToPage(self).guard(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)

    def _show_outcome(self) -> None:
        """Scrolls to the outcome, once the layout has made room for it."""
        self.layout().activate()
        self._area.widget().adjustSize()
        self._area.ensureWidgetVisible(self.check.outcome)

    def _models(self) -> QGroupBox:
        box, form = _group(tr("Models"))
        form.addRow(plain_label(_what_they_do()))
        add_row(form, tr("&Reasoner"), self.folders["reasoner"])
        add_row(form, tr("Answer &format"), self.choices["format"])
        add_row(form, tr("Se&gmenter"), self.folders["segmenter"])
        add_row(form, tr("Te&mperature"), self.temperature)
        add_row(form, tr("Se&ed"), self.seed)
        form.addRow(self.models_button)
        form.addRow(plain_label(_where_models_come_from()))
        return box

    def _device(self) -> QGroupBox:
        box, form = _group(tr("Device"))
        add_row(form, tr("Compute o&n"), self.choices["device"])
        add_row(form, tr("Precision of the reasoner"), self.choices["dtype"])
        add_row(form, tr("W&here the engine runs"), self.choices["process"])
        add_row(form, tr("Free the models after"), self.unload_min)
        free, whole = free_here(), all_here()
        if free is not None and whole is not None:
            text = tr("This computer has {whole} GB of main memory; {free} GB are free.")
            form.addRow(plain_label(text.format(whole=fixed(whole / 1e9), free=fixed(free / 1e9))))
        form.addRow(
            plain_label(tr("In a process of its own, the engine cannot take QGIS along when it crashes."))
        )
        return box

    def _imagery(self) -> QGroupBox:
        box, form = _group(tr("Imagery"))
        add_row(form, tr("Ask &about"), self.choices["view"])
        add_row(form, tr("&Stretch"), self.choices["stretch"])
        form.addRow(plain_label(tr("The stretch is for a file's own pixels of more than 8 bits.")))
        return box

    def _results(self) -> QGroupBox:
        box, form = _group(tr("Results and languages"))
        add_row(form, tr("&Layers go to"), self.folders["output_folder"])
        add_row(form, tr("Language of As&kMap"), self.choices["language"])
        form.addRow(plain_label(tr("A new language is spoken when QGIS starts again.")))
        add_row(form, tr("Language of ans&wers"), self.choices["answer_language"])
        return box

    def _packages(self) -> QGroupBox:
        box, form = _group(tr("Packages of the engine"))
        if self.install is not None:
            form.addRow(self.install)
        add_row(form, tr("Folder with the &packages"), self.folders["environment"])
        return box


class OptionsFactory(QgsOptionsWidgetFactory):
    introduction_wanted = pyqtSignal()
    models_wanted = pyqtSignal(object)

    def __init__(
        self,
        settings: SettingsStore,
        self_test: SelfTest,
        diagnostics: Diagnostics,
        install: Optional[InstallController] = None,
    ) -> None:
        super().__init__("AskMap", QIcon(str(ICON)))
        self._install = install
        self._settings, self._self_test, self._diagnostics = settings, self_test, diagnostics
        self_test.ended.connect(self._note)

    def createWidget(self, parent: Optional[QWidget] = None) -> OptionsPage:
        page = OptionsPage(parent, self._settings, self._self_test, self._diagnostics, self._install)
        page.introduction_wanted.connect(self.introduction_wanted)
        page.models_wanted.connect(self.models_wanted)
        return page

    def _note(self, outcome: SelfTestOutcome) -> None:
        if outcome.error is not None:
            self._diagnostics.note(outcome.error)
        if outcome.provenance is not None:
            self._diagnostics.note_answer(outcome.provenance)


def _what_they_do() -> str:
    return tr(
        "The reasoner, such as a Qwen3-VL, reads the question, reasons and points; the segmenter, such as a "
        "SAM2, draws the mask of what it points at."
    )


def _where_models_come_from() -> str:
    return tr("AskMap downloads nothing unasked: «Models…» gets models, checks them, and finds those here.")


def _otherwise(name: str) -> str:
    """The placeholder of an empty field."""
    return {
        "reasoner": tr("bundled, for aerial imagery"),
        "segmenter": tr("bundled"),
        "output_folder": tr("beside the project"),
        "environment": tr("in the profile"),
    }[name]


def _choices() -> dict[str, list[tuple[str, str]]]:
    """By setting: the names that can be chosen, each with its text."""
    spoken = list(LANGUAGES.items())
    return {
        "format": [("auto", tr("as the model's folder says")), *((name, name) for name in FORMATS)],
        "dtype": [
            ("auto", tr("what suits the model and the device")),
            ("bfloat16", tr("16 bits (bfloat16): half the memory")),
            ("float32", tr("32 bits (float32)")),
        ],
        "process": [
            ("auto", tr("in QGIS, or in a process of its own where that fails")),
            (QGIS, tr("in QGIS")),
            (OWN, tr("in a process of its own")),
        ],
        "view": [("native", tr("a file's own pixels")), ("seen", tr("the layer as it is drawn"))],
        "stretch": [
            (Stretch.PERCENTILES.value, tr("from 2 % to 98 % of the values")),
            (Stretch.EXTREMES.value, tr("from the lowest to the highest value")),
            (Stretch.DEVIATIONS.value, tr("mean ± 2 standard deviations")),
        ],
        "language": [("", tr("as QGIS")), *spoken],
        "answer_language": [("", tr("as the question")), *spoken],
    }


def _temperature(value: float) -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setRange(0.0, HOTTEST)
    box.setSingleStep(0.1)
    box.setSpecialValueText(tr("0: always the likeliest word"))
    box.setValue(value)
    return box


def _seed(value: int) -> QSpinBox:
    box = QSpinBox()
    box.setRange(0, LARGEST_SEED)
    box.setValue(value)
    box.setToolTip(tr("With a temperature above 0, another seed gives another answer."))
    return box


def _unload_min(value: int) -> QSpinBox:
    box = QSpinBox()
    box.setRange(0, LONGEST_MIN)
    box.setSpecialValueText(tr("0: never"))
    box.setSuffix(tr(" minutes without a question"))
    box.setValue(value)
    box.setToolTip(tr("Their memory is given back; the next question loads them again."))
    return box


def _group(title: str) -> tuple[QGroupBox, QFormLayout]:
    box = QGroupBox(title)
    form = QFormLayout(box)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    return box, form
