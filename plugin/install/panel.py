"""The page on which the packages are installed: one button, what it is going to do, and how far it is."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ..language import tr
from ..widgets.labels import plain_label
from .controller import InstallController, InstallView


class InstallPanel(QWidget):
    """In the dock and in the options; both show the same installation."""

    def __init__(self, controller: InstallController, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.text, self.step = plain_label(), plain_label()
        self.button, self.remove_button = QPushButton(), QPushButton(tr("Remove the packages"))
        self.bar = QProgressBar()
        self.bar.setAccessibleName(tr("How far the installation is"))
        self._lay_out()
        self.button.clicked.connect(controller.press)
        self.remove_button.clicked.connect(controller.remove)
        controller.changed.connect(self.show_view)
        self.show_view(controller.now)

    def show_view(self, view: InstallView) -> None:
        works = view.percent is not None
        self.text.setText(view.text)
        self.text.setVisible(bool(view.text) and not works)
        self.button.setText(view.button)
        self.button.setVisible(bool(view.button))
        self.remove_button.setVisible(view.can_remove)
        self.step.setText(view.step)
        for widget in (self.bar, self.step):
            widget.setVisible(works)
        self.bar.setValue(view.percent or 0)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self.button)
        line.addWidget(self.remove_button)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.text, self.bar, self.step):
            column.addWidget(widget)
        column.addLayout(line)
