"""The actions on a card: buttons for the mouse, names for the keys."""

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
    """Buttons in rows that wrap."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._by_name: dict[str, QAction] = {}
        rows = FlowLayout(self)
        for action in self._first():
            rows.addWidget(self._button(action, Qt.ToolButtonStyle.ToolButtonTextBesideIcon))
        for action in self._second():
            rows.addWidget(self._button(action, Qt.ToolButtonStyle.ToolButtonIconOnly))

    def __getitem__(self, name: str) -> QAction:
        """By its name in KEYS."""
        return self._by_name[name]

    def press(self, name: str) -> None:
        """As its button would: Qt triggers even a disabled action."""
        if self._by_name[name].isEnabled():
            self._by_name[name].trigger()

    def allow(self, *, entry: bool, cards: bool, chosen: bool) -> None:
        """Enables by what exists: an entry, cards, a chosen card. Undo and redo are enabled elsewhere."""
        for name in OF_ONE:
            self._by_name[name].setEnabled(chosen)
        for name in ("next", "previous"):
            self._by_name[name].setEnabled(cards)
        self._by_name["draw"].setEnabled(entry)

    def _first(self) -> list[QAction]:
        return [
            self._new("accept", tr("Accept"), "A", state_icon(ACCEPTED)),
            self._new("reject", tr("Reject"), "R", state_icon(REJECTED)),
            self._new("edit", tr("Edit"), "E", _icon("mActionToggleEditing"), tr("Correct it on the map")),
            self._new("draw", tr("New"), "D", _icon("mActionCapturePolygon"), tr("Draw a new target")),
        ]

    def _second(self) -> list[QAction]:
        return [
            self._new("previous", tr("Previous"), "P", _icon("mActionArrowLeft")),
            self._new("next", tr("Next"), "N", _icon("mActionArrowRight")),
            self._new("zoom", tr("Zoom to it"), "Enter", _icon("mActionZoomToSelected")),
            self._new("open", tr("Leave open"), "O", state_icon(OPEN)),
            self._new("remove", tr("Remove"), "Del", _icon("mActionDeleteSelected")),
            self._new("undo", tr("Undo"), "Ctrl+Z", _icon("mActionUndo")),
            self._new("redo", tr("Redo"), "Ctrl+Shift+Z", _icon("mActionRedo")),
        ]

    def _new(self, name: str, text: str, key: str, icon: QIcon, purpose: str = "") -> QAction:
        """The key is in the tooltip only: as a shortcut it would conflict with QGIS's own."""
        action = QAction(icon, text, self)
        action.setToolTip(f"{purpose or text} ({key})")
        self._by_name[name] = action
        return action

    def _button(self, action: QAction, style: Qt.ToolButtonStyle) -> QToolButton:
        """Takes no focus, so that the cards keep the keys."""
        button = QToolButton(autoRaise=True, focusPolicy=Qt.FocusPolicy.NoFocus)
        side = round(_ICON_PART * self.fontMetrics().height())
        button.setIconSize(QSize(side, side))
        button.setToolButtonStyle(style)
        button.setDefaultAction(action)
        return button


def _icon(name: str) -> QIcon:
    """An icon of QGIS's theme."""
    return QgsApplication.getThemeIcon(f"/{name}.svg")
