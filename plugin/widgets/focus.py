"""Makes the focus visible in a list that was reached by the keyboard."""

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
    """Chooses the first item where none is chosen; not for clicks, which choose themselves."""
    if event.reason() in _BY_KEY and not list.selectionModel().hasSelection():
        list.setCurrentIndex(list.model().index(0, 0))
