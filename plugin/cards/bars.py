"""The buttons on the cards: verdicts on each that is in sight, and more on the one that is chosen."""

from __future__ import annotations

from functools import partial
from typing import Optional

from qgis.PyQt.QtCore import QModelIndex, QObject, QPoint, QSize, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QColor, QPalette
from qgis.PyQt.QtWidgets import QHBoxLayout, QListView, QToolButton, QWidget

from ...backend.entries.entry import ACCEPTED, REJECTED
from .actions import OF_ONE, VERDICTS, CardActions
from .delegate import CARD, Card, places_of, verdict_icon
from .note import NoteEdit

_STATES = {"accept": ACCEPTED, "reject": REJECTED}
_ICON_PART = 0.75  # of a button's side


class VerdictButtons(QWidget):
    """Of one card. The button of the verdict that it has is down; pressed again, it takes it back."""

    pressed = pyqtSignal(int, str)  # number of the finding, name of an action

    def __init__(self, actions: CardActions, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._actions, self._number = actions, 0
        self.buttons = {name: _button(actions, name, self) for name in VERDICTS}
        for name, button in self.buttons.items():
            button.setCheckable(True)
            button.clicked.connect(partial(self._press, name))

    def show_card(self, card: Card, ink: QColor) -> None:
        self._number = card.number
        for name, button in self.buttons.items():
            button.setIcon(verdict_icon(_STATES[name], ink.rgb()))
            button.setChecked(card.state == _STATES[name])
            button.setAccessibleName(f"{self._actions[name].text()}: {card.number}, {card.label}")

    def _press(self, name: str, is_down: bool) -> None:
        self.pressed.emit(self._number, name if is_down else "open")


class CardBars(QObject):
    """Places the buttons; hundreds of cards have no more of them than fit into sight.

    They take no focus, so that the cards keep the keys.
    """

    pressed = pyqtSignal(int, str)  # number of the finding, name of an action

    def __init__(self, view: QListView, actions: CardActions, note: NoteEdit) -> None:
        super().__init__(view)
        self._view, self._actions, self._note = view, actions, note
        self.verdicts: list[VerdictButtons] = []  # one for each card in sight, and some that are hidden
        self.chosen = QWidget(view.viewport())
        for name in OF_ONE:
            _button(actions, name, self.chosen).setDefaultAction(actions[name])
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.place)

    def soon(self, *_: object) -> None:
        """After a change; many changes are one. The arguments of the signals are not used."""
        self._soon.start()

    def place(self) -> None:
        shown = self._in_sight()
        while len(self.verdicts) < len(shown):
            self._add()
        for buttons in self.verdicts[len(shown) :]:
            buttons.hide()
        for buttons, index in zip(self.verdicts, shown):
            buttons.show_card(index.data(CARD), self._ink(index == self._view.currentIndex()))
            self._put(buttons, places_of(self._view.visualRect(index), self._view.font()).verdict.topLeft())
        self._place_chosen(self._view.currentIndex())

    def _place_chosen(self, index: QModelIndex) -> None:
        self.chosen.setVisible(index.isValid())
        if index.isValid():
            places = places_of(self._view.visualRect(index), self._view.font())
            self._put(self.chosen, places.tools.topLeft())
            self._note.setGeometry(places.remarks)
            self._note.raise_()

    def _put(self, buttons: QWidget, corner: QPoint) -> None:
        side = places_of(self._view.rect(), self._view.font()).verdict.height()
        for button in buttons.findChildren(QToolButton):
            button.setFixedSize(side, side)
            button.setIconSize(QSize(round(_ICON_PART * side), round(_ICON_PART * side)))
        buttons.adjustSize()
        buttons.move(corner)
        buttons.show()

    def _ink(self, is_chosen: bool) -> QColor:
        role = QPalette.ColorRole.HighlightedText if is_chosen else QPalette.ColorRole.Text
        return self._view.palette().color(role)

    def _in_sight(self) -> list[QModelIndex]:
        model, height = self._view.model(), self._view.viewport().height()
        first, found = self._view.indexAt(QPoint(1, 1)), []
        for row in range(first.row(), model.rowCount()) if first.isValid() else ():
            if self._view.visualRect(model.index(row, 0)).top() >= height:
                break
            found.append(model.index(row, 0))
        return found

    def _add(self) -> None:
        buttons = VerdictButtons(self._actions, self._view.viewport())
        buttons.pressed.connect(self.pressed)
        self.verdicts.append(buttons)


def _button(actions: CardActions, name: str, row: QWidget) -> QToolButton:
    if row.layout() is None:
        row.setLayout(QHBoxLayout())
        row.layout().setContentsMargins(0, 0, 0, 0)
        row.layout().setSpacing(0)
    button = QToolButton(row, autoRaise=True, focusPolicy=Qt.FocusPolicy.NoFocus)
    button.setToolTip(actions[name].toolTip())
    row.layout().addWidget(button)
    return button
