"""Who comes to a list by key sees where the keys go."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QFocusEvent
from qgis.PyQt.QtWidgets import QAbstractItemView

_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


def choose_first(list: QAbstractItemView, event: QFocusEvent) -> None:
    """Where nothing is chosen yet; whoever clicks chooses by the click."""
    if event.reason() in _BY_KEY and not list.selectionModel().hasSelection():
        list.setCurrentIndex(list.model().index(0, 0))
