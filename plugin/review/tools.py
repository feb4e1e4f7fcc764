"""The row below the cards: what is done less often, as icons with their names, and the rest in a menu."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Optional

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QHBoxLayout, QMenu, QToolButton, QWidget

from ..cards.actions import CardActions, theme_icon
from ..language import tr
from .view_menu import ViewMenu

_ICON_PART = 1.2  # of the font's height


class AnswerTools(QWidget):
    def __init__(
        self, actions: CardActions, rare: Iterable[QAction], parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self.seen_button = self._button(tr("Wh&at the model saw…"), "mActionShowAllLayers")
        self.export_button = self._button(tr("E&xport…"), "mActionFileSaveAs")
        self.samples_button = self._button(tr("Use for trai&ning"), "mActionAddImage")
        self.samples_button.setToolTip(tr("Make a training sample of what was accepted"))
        self.colours_button = self._button(tr("Colo&urs"), "propertyicons/symbology")
        self.more_button = self._button(tr("More"), "")
        self.more_button.setText("⋯")  # QGIS's own icon of it is black, in dark themes too
        self.view_menu = ViewMenu(self)
        self.colours_button.setMenu(self.view_menu)
        self.more_button.setMenu(self._more_menu(rare))
        for button in (self.colours_button, self.more_button):
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._lay_out(actions)

    def allow(self, *, entry: bool, targets: bool) -> None:
        """By what there is: an answer, and targets in it."""
        for button in (self.seen_button, self.samples_button):
            button.setEnabled(entry)
        self.export_button.setEnabled(targets)

    def _lay_out(self, actions: CardActions) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for name in ("draw", "undo", "redo"):
            button = self._button("", "")
            button.setDefaultAction(actions[name])
            row.addWidget(button)
        row.addStretch(1)
        for button in (
            self.seen_button,
            self.export_button,
            self.samples_button,
            self.colours_button,
            self.more_button,
        ):
            row.addWidget(button)

    def _button(self, text: str, icon: str) -> QToolButton:
        side = round(_ICON_PART * self.fontMetrics().height())
        button = QToolButton(self, text=text, icon=theme_icon(icon) if icon else QIcon(), autoRaise=True)
        button.setIconSize(QSize(side, side))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        name = text.replace("&", "")
        button.setAccessibleName(name)
        button.setToolTip(name)
        return button

    def _more_menu(self, rare: Iterable[QAction]) -> QMenu:
        menu = QMenu(self)
        for action in rare:
            menu.addAction(action)
        return menu
