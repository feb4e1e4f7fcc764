"""The list of cards: its keys, its mouse, and the buttons on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Optional

from qgis.PyQt.QtCore import QAbstractItemModel, QEvent, QModelIndex, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from qgis.PyQt.QtWidgets import QAbstractItemView, QListView, QWidget

from ..widgets.focus import choose_first
from .actions import KEYS, CardActions
from .bars import CardBars
from .delegate import CardDelegate, card_height
from .note import NoteEdit

CARDS_WANTED = 3  # as high as this many it would like to be
_HELD = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Meta": Qt.KeyboardModifier.MetaModifier,
}


class CardView(QListView):
    """Receives its keys before QGIS, which uses Delete, for example."""

    key_pressed = pyqtSignal(str)  # the name that use_keys() gave it
    hovered = pyqtSignal(QModelIndex)  # an invalid one where there is no card

    def __init__(
        self, model: QAbstractItemModel, actions: CardActions, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._keys: dict[frozenset[str], str] = {}
        self.use_keys(KEYS)
        self.note = NoteEdit(self.viewport())
        self.bars = CardBars(self, actions, self.note)
        self._look()
        self.setModel(model)
        for changed in (model.modelReset, model.dataChanged, self.selectionModel().currentChanged):
            changed.connect(self.bars.soon)
        self.entered.connect(self.hovered)
        self.viewportEntered.connect(lambda: self.hovered.emit(QModelIndex()))

    def use_keys(self, keys: Mapping[str, str]) -> None:
        """Key, such as «Ctrl+Z», to the name of what it does."""
        self._keys = {frozenset(key.split("+")): name for key, name in keys.items()}

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height_of(CARDS_WANTED))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._height_of(1))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and _pressed(event) in self._keys:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = self._keys.get(_pressed(event))
        if name:
            self.key_pressed.emit(name)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._actions.menu(self).exec(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        choose_first(self, event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.hovered.emit(QModelIndex())
        return super().viewportEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.bars.soon()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.bars.soon()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.updateGeometry()  # how wide its edges are is known only now
        self.bars.soon()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
            self.bars.soon()

    def keyboardSearch(self, letters: str) -> None:
        """Disabled: letters judge targets, and a wrong one should do nothing."""

    def _look(self) -> None:
        self.setItemDelegate(CardDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def _height_of(self, cards: int) -> int:
        edges = self.height() - self.viewport().height() if self.isVisible() else 2 * self.frameWidth()
        return cards * card_height(self.font()) + edges


def _pressed(event: QKeyEvent) -> frozenset[str]:
    held = {name for name, modifier in _HELD.items() if event.modifiers() & modifier}
    return frozenset(held | {QKeySequence(event.key()).toString(QKeySequence.SequenceFormat.PortableText)})
