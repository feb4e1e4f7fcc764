"""The button of the dock that names the models in use: its menu has those that are here, and leads to all."""

from __future__ import annotations

from functools import partial
from typing import Any, Optional

from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QResizeEvent
from qgis.PyQt.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from ...backend.hub.overview import REASONER, SEGMENTER, ListedModel
from ..language import tr
from ..widgets.labels import plain_tip
from .listing import Listing

ROOM_PX = 18  # for the arrow and the frame
LEAST_PX = 60
MENU_KEYS = (Qt.Key.Key_Down, Qt.Key.Key_F4)


class ModelsLine(QToolButton):
    """Its text is shortened where the dock is narrow; the tooltip has all."""

    models_wanted = pyqtSignal()
    chosen = pyqtSignal(object)  # ListedModel

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._names: dict[str, str] = {REASONER: "", SEGMENTER: ""}
        self._place: tuple[str, ...] = ()  # where they run, and why
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMenu(QMenu(self))
        self.setAccessibleName(tr("Models…"))  # until they are known

    def show_listing(self, listing: Listing) -> None:
        self._names = {kind: listing.name_in_use(kind) for kind in self._names}
        self._show_names()
        menu = self.menu()
        menu.clear()
        for kind in self._names:
            self._offer(kind, listing.usable(kind), listing.in_use(kind))
            menu.addSeparator()
        _plain(menu, tr("Models…")).triggered.connect(lambda: self.models_wanted.emit())

    def show_place(self, sentence: str, details: str) -> None:
        """Which process they run in, and why; "" where there is nothing to say."""
        self._place = tuple(filter(None, (sentence, details)))
        self._show_names()

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self._text()) + ROOM_PX + 4
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST_PX, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in MENU_KEYS:
            self.showMenu()
        else:
            super().keyPressEvent(event)

    def _offer(self, kind: str, models: tuple[ListedModel, ...], used: Optional[ListedModel]) -> None:
        for model in models:
            action = _plain(self.menu(), f"{_role(kind)}: {model.name}")
            action.setCheckable(True)
            action.setChecked(model is used)
            action.triggered.connect(partial(self._choose, model))

    def _choose(self, model: ListedModel, _: bool = True) -> None:
        self.chosen.emit(model)

    def _show_names(self) -> None:
        lines = [f"{_role(kind)}: {name}" for kind, name in self._names.items()]
        self.setAccessibleName(", ".join(lines))
        self.setAccessibleDescription(" ".join(self._place))
        self.setToolTip("".join(map(plain_tip, (*lines, *self._place))))
        self.updateGeometry()
        self._shorten()

    def _text(self) -> str:
        return " + ".join(filter(None, self._names.values()))

    def _shorten(self) -> None:
        """The name of the reasoner comes first: it is the one that is changed."""
        room_px = max(0, self.width() - ROOM_PX)
        cut = self.fontMetrics().elidedText(self._text(), Qt.TextElideMode.ElideRight, room_px)
        self.setText(cut.replace("&", "&&"))


def _role(kind: str) -> str:
    return tr("Reasoner") if kind == REASONER else tr("Segmenter")


def _plain(menu: QMenu, text: str) -> Any:
    """A name may hold what Qt takes for a key."""
    return menu.addAction(text.replace("&", "&&"))
