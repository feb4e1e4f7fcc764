"""How to get the engine's packages, where they are missing or do not work."""

from __future__ import annotations

from typing import Optional

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ..language import tr
from ..widgets.labels import plain_label


class EnvironmentNotice(QWidget):
    folder_chosen = pyqtSignal(str)
    retried = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.advice = plain_label()
        self.folder = QgsFileWidget()
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder.lineEdit().setPlaceholderText(tr("Folder with the packages"))
        self.folder.lineEdit().setAccessibleName(tr("Folder with the packages"))
        self.retry_button = QPushButton(tr("Look again"))
        self._lay_out()
        self.folder.fileChanged.connect(self.folder_chosen)
        self.retry_button.clicked.connect(self.retried)

    def _lay_out(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.advice)
        column.addWidget(self.folder)
        column.addWidget(self.retry_button)

    def offer(self, panel: QWidget) -> None:
        """The page that installs the packages stands below the advice."""
        self._column.insertWidget(1, panel)

    def show_advice(self, advice: str) -> None:
        self.advice.setText(advice)
        self.setVisible(bool(advice))
