"""What can be done with a card: buttons for the mouse, names for the keys."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QToolButton, QWidget

from ...backend.entries.entry import ACCEPTED, OPEN, REJECTED
from ..language import tr
from ..widgets.flow_layout import FlowLayout
from .card_delegate import state_icon

KEYS = {  # while the cards have the focus; arrows move as in any list
    "A": "accept",
    "R": "reject",
    "O": "open",
    "E": "edit",
    "D": "draw",
    "Del": "remove",
    "N": "next",
    "P": "previous",
    "Return": "zoom",
    "Enter": "zoom",
    "Ctrl+Z": "undo",
    "Ctrl+Shift+Z": "redo",
    "Ctrl+Y": "redo",
}
OF_ONE = ("accept", "reject", "open", "edit", "remove", "zoom")  # need a chosen card
_ICON_PART = 1.2  # of the font's height


class CardActions(QWidget):
    """Buttons in rows; those that do not fit stand below."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._deeds: dict[str, QAction] = {}
        rows = FlowLayout(self)
        for action in self._first():
            rows.addWidget(self._button(action, Qt.ToolButtonStyle.ToolButtonTextBesideIcon))
        for action in self._second():
            rows.addWidget(self._button(action, Qt.ToolButtonStyle.ToolButtonIconOnly))

    def __getitem__(self, name: str) -> QAction:
        """By its name in KEYS."""
        return self._deeds[name]

    def press(self, name: str) -> None:
        """As its button would: Qt triggers a disabled action all the same."""
        if self._deeds[name].isEnabled():
            self._deeds[name].trigger()

    def allow(self, *, entry: bool, cards: bool, chosen: bool) -> None:
        """What there is: an entry, cards, one that is chosen. Undo and redo are nobody's here."""
        for name in OF_ONE:
            self._deeds[name].setEnabled(chosen)
        for name in ("next", "previous"):
            self._deeds[name].setEnabled(cards)
        self._deeds["draw"].setEnabled(entry)

    def _first(self) -> list[QAction]:
        return [
            self._deed("accept", tr("Accept"), "A", state_icon(ACCEPTED)),
            self._deed("reject", tr("Reject"), "R", state_icon(REJECTED)),
            self._deed("edit", tr("Edit"), "E", _icon("mActionToggleEditing"), tr("Correct it on the map")),
            self._deed("draw", tr("New"), "D", _icon("mActionCapturePolygon"), tr("Draw a new target")),
        ]

    def _second(self) -> list[QAction]:
        return [
            self._deed("previous", tr("Previous"), "P", _icon("mActionArrowLeft")),
            self._deed("next", tr("Next"), "N", _icon("mActionArrowRight")),
            self._deed("zoom", tr("Zoom to it"), "Enter", _icon("mActionZoomToSelected")),
            self._deed("open", tr("Leave open"), "O", state_icon(OPEN)),
            self._deed("remove", tr("Remove"), "Del", _icon("mActionDeleteSelected")),
            self._deed("undo", tr("Undo"), "Ctrl+Z", _icon("mActionUndo")),
            self._deed("redo", tr("Redo"), "Ctrl+Shift+Z", _icon("mActionRedo")),
        ]

    def _deed(self, name: str, words: str, key: str, icon: QIcon, purpose: str = "") -> QAction:
        """The key only in the tooltip: as a shortcut it would quarrel with QGIS's own."""
        action = QAction(icon, words, self)
        action.setToolTip(f"{purpose or words} ({key})")
        self._deeds[name] = action
        return action

    def _button(self, action: QAction, style: Qt.ToolButtonStyle) -> QToolButton:
        """It takes no focus, so that the keys stay with the cards."""
        button = QToolButton(autoRaise=True, focusPolicy=Qt.FocusPolicy.NoFocus)
        side = round(_ICON_PART * self.fontMetrics().height())
        button.setIconSize(QSize(side, side))
        button.setToolButtonStyle(style)
        button.setDefaultAction(action)
        return button


def _icon(name: str) -> QIcon:
    """One of QGIS's, which suits its theme."""
    return QgsApplication.getThemeIcon(f"/{name}.svg")
