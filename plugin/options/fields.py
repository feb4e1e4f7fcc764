"""Fields of the options page: a folder that is checked as it is typed, and a choice among names."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Callable, Optional

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QEvent, QObject, Qt, QTimer
from qgis.PyQt.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ...backend.engine.kinds import reasoner_from
from ...backend.models.adapter import is_adapter
from ..language import tr
from ..runtime.environment import fault_of
from ..widgets.labels import plain_label

PAUSE_MS = 300  # after the last letter, before the disk is read: a network drive is slow
FEWEST_LETTERS = 12  # of a choice, in a narrow window
Check = Callable[[str], str]  # what the user typed, to one sentence about it; "" = all is well


class FolderField(QWidget):
    """Shows below what is wrong with the folder, and stores it anyway: a drive may come back."""

    def __init__(self, folder: str, otherwise: str, check: Check, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._check = check
        self.folder = QgsFileWidget()
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder.lineEdit().setPlaceholderText(otherwise)
        self.notice = plain_label()
        room = self.notice.sizePolicy()
        room.setRetainSizeWhenHidden(True)  # else all below would jump while the user types
        self.notice.setMinimumHeight(plain_label("x").sizeHint().height())
        self.notice.setSizePolicy(room)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.folder)
        column.addWidget(self.notice)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._look)
        self.folder.setFilePath(folder)
        self._look()
        self.folder.fileChanged.connect(lambda _: self._timer.start())

    def path(self) -> str:
        return self.folder.filePath().strip()

    def _look(self) -> None:
        sentence = self._check(self.path())
        self.notice.setText(sentence)
        self.notice.setVisible(bool(sentence))


class ChoiceBox(QComboBox):
    """A choice of names: `choices` holds each as it is stored and as it is shown."""

    def __init__(self, choices: Sequence[tuple[str, str]], chosen: str) -> None:
        super().__init__()
        for name, shown in choices:
            self.addItem(shown, name)
        if self.findData(chosen) < 0:  # «cuda:1», which the user wrote into the file
            self.addItem(chosen, chosen)
        self.choose(chosen)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(FEWEST_LETTERS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def choose(self, name: str) -> None:
        self.setCurrentIndex(self.findData(name))

    def chosen(self) -> str:
        return str(self.currentData())


class WheelToPage(QObject):
    """The wheel changes a field only if it has the focus; else it scrolls the page."""

    def guard(self, page: QWidget) -> None:
        for kind in (QComboBox, QAbstractSpinBox):
            for field in page.findChildren(kind):
                field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
                field.installEventFilter(self)

    def eventFilter(self, field: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and not field.hasFocus():  # type: ignore[attr-defined]
            event.ignore()
            return True
        return super().eventFilter(field, event)


def add_row(form: QFormLayout, text: str, widget: QWidget) -> None:
    """The label's mnemonic focuses the input, which in a FolderField is a child."""
    label = QLabel(text)
    target = widget.folder.lineEdit() if isinstance(widget, FolderField) else widget
    label.setBuddy(target)
    target.setAccessibleName(text.replace("&", ""))
    form.addRow(label, widget)


def reasoner_fault(place: str) -> str:
    """Of an engine of another kind, errors alone say what is wrong, once it is asked."""
    chosen = reasoner_from(place)
    return "" if isinstance(chosen, str) or is_adapter(chosen) else _model_fault(place)


def _model_fault(place: str) -> str:
    """What is wrong with a folder that should hold a model; by the names of its files only."""
    if not place:
        return ""
    folder = Path(place)
    if not os.path.isdir(place):  # which raises no error for an impossible path
        return tr("There is no such folder: choose one that holds config.json and *.safetensors.")
    if not os.path.isfile(folder / "config.json"):
        return tr("This folder holds no model, config.json is missing: choose the one that holds it.")
    if not any(folder.glob("*.safetensors")):
        return tr("This folder holds no weights: choose one with *.safetensors.")
    return ""


def segmenter_fault(place: str) -> str:
    """The same; a .pt file of Meta's is valid too."""
    if Path(place).suffix == ".pt":
        return "" if os.path.isfile(place) else tr("There is no such file: choose another one.")
    return _model_fault(place)


def output_fault(place: str) -> str:
    if not place or os.path.isdir(place):
        return ""
    return tr("There is no such folder: choose one that is there.")


def packages_fault(place: str) -> str:
    return fault_of(place)
