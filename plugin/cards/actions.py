"""The actions on a card: buttons for the mouse, names for the keys, and a menu of all."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QMenu, QWidget

from ...backend.entries.entry import ACCEPTED, OPEN, REJECTED
from ..language import tr
from .delegate import state_icon

KEYS = {  # while the cards have the focus; arrows move as in any list
    "A": "accept",
    "R": "reject",
    "O": "open",
    "E": "edit",
    "D": "draw",
    "T": "note",
    "Del": "remove",
    "N": "next",
    "P": "previous",
    "Return": "zoom",
    "Enter": "zoom",
    "Ctrl+Z": "undo",
    "Ctrl+Shift+Z": "redo",
    "Ctrl+Y": "redo",
}
VERDICTS = ("accept", "reject")  # have a button on each card
OF_ONE = ("edit", "note", "zoom", "remove")  # and these on the one that is chosen
_NEED_ONE = (*VERDICTS, "open", *OF_ONE)


class CardActions(QObject):
    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._by_name: dict[str, QAction] = {}
        self._new("accept", tr("Accept"), "A", state_icon(ACCEPTED))
        self._new("reject", tr("Reject"), "R", state_icon(REJECTED))
        self._new("open", tr("Leave open"), "O", state_icon(OPEN))
        self._new("edit", tr("Edit"), "E", theme_icon("mActionToggleEditing"), tr("Correct it on the map"))
        self._new("note", tr("Note"), "T", theme_icon("mActionTextAnnotation"), tr("Write a note on it"))
        self._new("zoom", tr("Zoom to it"), "Enter", theme_icon("mActionZoomToSelected"))
        self._new("remove", tr("Remove"), "Del", theme_icon("mActionDeleteSelected"))
        self._new("draw", tr("New"), "D", theme_icon("mActionCapturePolygon"), tr("Draw a new target"))
        self._new("previous", tr("Previous"), "P", theme_icon("mActionArrowLeft"))
        self._new("next", tr("Next"), "N", theme_icon("mActionArrowRight"))
        self._new("undo", tr("Undo"), "Ctrl+Z", theme_icon("mActionUndo"))
        self._new("redo", tr("Redo"), "Ctrl+Shift+Z", theme_icon("mActionRedo"))

    def __getitem__(self, name: str) -> QAction:
        """By its name in KEYS."""
        return self._by_name[name]

    def press(self, name: str) -> None:
        """As its button would: Qt triggers even a disabled action."""
        if self._by_name[name].isEnabled():
            self._by_name[name].trigger()

    def allow(self, *, entry: bool, cards: bool, chosen: bool) -> None:
        """Enables by what exists: an entry, cards, a chosen card. Undo and redo are enabled elsewhere."""
        for name in _NEED_ONE:
            self._by_name[name].setEnabled(chosen)
        for name in ("next", "previous"):
            self._by_name[name].setEnabled(cards)
        self._by_name["draw"].setEnabled(entry)

    def menu(self, parent: QWidget) -> QMenu:
        """All of them, with their names."""
        menu = QMenu(parent)
        for name, action in self._by_name.items():
            menu.addAction(action)
            if name in ("open", "remove", "draw", "next"):
                menu.addSeparator()
        return menu

    def _new(self, name: str, text: str, key: str, icon: QIcon, purpose: str = "") -> None:
        """The key is in the tooltip only: as a shortcut it would conflict with QGIS's own."""
        action = QAction(icon, text, self)
        action.setToolTip(f"{purpose or text} ({key})")
        self._by_name[name] = action


def theme_icon(name: str) -> QIcon:
    """An icon of QGIS's theme."""
    return QgsApplication.getThemeIcon(f"/{name}.svg")
