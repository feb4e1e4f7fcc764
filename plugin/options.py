"""AskMap's page in Settings > Options."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from qgis.gui import QgsFileWidget, QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout

from ..backend.prompt import FORMATS
from .settings import read_settings, write_settings

ICON = Path(__file__).parent.parent / "resources" / "icon.svg"
DEVICES = ("auto", "cuda", "mps", "cpu")


class OptionsPage(QgsOptionsPageWidget):
    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        stored = read_settings()
        self.folders = {
            "reasoner": _place(stored.reasoner, "bundled"),
            "segmenter": _place(stored.segmenter, "bundled"),
            "output_folder": _place(stored.output_folder, "temporary"),
            "environment": _place(stored.environment, "in the profile"),
        }
        self.device = _choice(DEVICES, stored.device)
        self.format = _choice(("auto", *FORMATS), stored.format)
        self._lay_out()

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.addRow("Reasoner", self.folders["reasoner"])
        form.addRow("Answer format", self.format)
        form.addRow("Segmenter", self.folders["segmenter"])
        form.addRow("Device", self.device)
        form.addRow("Results go to", self.folders["output_folder"])
        form.addRow("Packages of the engine", self.folders["environment"])

    def apply(self) -> None:
        places = {name: widget.filePath().strip() for name, widget in self.folders.items()}
        chosen = {"device": self.device.currentText(), "format": self.format.currentText()}
        write_settings(replace(read_settings(), **places, **chosen))


class OptionsFactory(QgsOptionsWidgetFactory):
    def __init__(self) -> None:
        super().__init__("AskMap", QIcon(str(ICON)))

    def createWidget(self, parent=None) -> OptionsPage:
        return OptionsPage(parent)


def _place(folder: str, otherwise: str) -> QgsFileWidget:
    widget = QgsFileWidget()
    widget.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
    widget.setFilePath(folder)
    widget.lineEdit().setPlaceholderText(otherwise)
    return widget


def _choice(names: tuple[str, ...], chosen: str) -> QComboBox:
    widget = QComboBox()
    widget.addItems(names)
    widget.setCurrentText(chosen)
    return widget
