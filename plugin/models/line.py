"""The line of the dock that names the models in use: a click leads to all models, its menu to those here."""

from __future__ import annotations

from functools import partial
from typing import Any, Optional

from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QResizeEvent
from qgis.PyQt.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from ...backend.hub.overview import REASONER, SEGMENTER, ListedModel
from ..language import tr
from ..widgets.labels import plain_tip, smaller
from .listing import Listing

ROOM_PX = 30  # for the arrow and the frame
MENU_KEYS = (Qt.Key.Key_Down, Qt.Key.Key_F4)


class ModelButton(QToolButton):
    """Its name is shortened where the dock is narrow; the arrow, or the key Down, opens the menu."""

    def __init__(self, role: str, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._role, self._name = role, ""
        self.setAutoRaise(True)
        self.setFont(smaller(self.font()))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMenu(QMenu(self))

    def show_name(self, name: str) -> None:
        self._name = name
        self.setAccessibleName(f"{self._role}: {name}")
        self.setToolTip(plain_tip(f"{self._role}: {name}"))
        self.updateGeometry()
        self._shorten()

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self._name) + ROOM_PX + 4
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * ROOM_PX, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in MENU_KEYS:
            self.showMenu()
        else:
            super().keyPressEvent(event)

    def _shorten(self) -> None:
        room_px = max(0, self.width() - ROOM_PX)
        self.setText(self.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideMiddle, room_px))


class ModelsLine(QWidget):
    models_wanted = pyqtSignal()
    chosen = pyqtSignal(object)  # ListedModel

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.buttons = {
            REASONER: ModelButton(tr("Reasoner")),
            SEGMENTER: ModelButton(tr("Segmenter")),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in self.buttons.values():
            row.addWidget(button)
            button.clicked.connect(self.models_wanted)
        row.addStretch(1)

    def show_listing(self, listing: Listing) -> None:
        for kind, button in self.buttons.items():
            button.show_name(listing.name_in_use(kind))
            self._fill(button.menu(), listing.usable(kind), listing.in_use(kind))

    def _fill(self, menu: QMenu, models: tuple[ListedModel, ...], used: Optional[ListedModel]) -> None:
        menu.clear()
        for model in models:
            action = _plain(menu, model.name)
            action.setCheckable(True)
            action.setChecked(model is used)
            action.triggered.connect(partial(self._choose, model))
        menu.addSeparator()
        _plain(menu, tr("Models…")).triggered.connect(lambda: self.models_wanted.emit())

    def _choose(self, model: ListedModel, _: bool = True) -> None:
        self.chosen.emit(model)


def _plain(menu: QMenu, text: str) -> Any:
    """A name may hold what Qt takes for a key."""
    return menu.addAction(text.replace("&", "&&"))
