"""The page on which the packages are installed: one button, what it is going to do, and how far it is."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QFileDialog, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ..language import tr
from ..widgets.flow_layout import FlowLayout
from ..widgets.labels import plain_label
from .controller import InstallController, InstallView


class InstallPanel(QWidget):
    """In the dock and in the options; both show the same installation."""

    def __init__(self, controller: InstallController, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.text, self.step = plain_label(), plain_label()
        # It may name a command
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button, self.remove_button = QPushButton(), QPushButton(tr("Remove the packages"))
        self.bundle_button = QPushButton(tr("Install from a bundle…"))
        self.bar = QProgressBar()
        self.bar.setAccessibleName(tr("How far the installation is"))
        self._lay_out()
        self.button.clicked.connect(controller.press)
        self.bundle_button.clicked.connect(self._choose_bundle)
        self.remove_button.clicked.connect(controller.remove)
        self._controller = controller
        controller.changed.connect(self.show_view)
        self.show_view(controller.now)

    def show_view(self, view: InstallView) -> None:
        works = view.percent is not None
        self.text.setText(view.text)
        self.text.setVisible(bool(view.text) and not works)
        self.button.setText(view.button)
        self.button.setVisible(bool(view.button))
        self.remove_button.setVisible(view.can_remove)
        self.bundle_button.setVisible(bool(view.bundle))
        self.bundle_button.setToolTip(_about_bundles(view.bundle))
        self.step.setText(view.step)
        for widget in (self.bar, self.step):
            widget.setVisible(works)
        self.bar.setValue(view.percent or 0)

    def _lay_out(self) -> None:
        line = FlowLayout()
        for button in (self.button, self.bundle_button, self.remove_button):
            line.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.text, self.bar, self.step):
            column.addWidget(widget)
        column.addLayout(line)

    def _choose_bundle(self) -> None:
        title, kind = tr("Choose the bundle"), tr("Bundles of packages") + " (*.zip)"
        path, _ = QFileDialog.getOpenFileName(self, title, "", kind)
        if path:
            self._controller.install_bundle(Path(path))


def _about_bundles(target: str) -> str:
    text = tr(
        "For a computer without a network: a file that another one makes with «{command}». Take it only from "
        "those whom you trust."
    )
    return text.format(command=f"askmap bundle OUT.zip --for {target}")
