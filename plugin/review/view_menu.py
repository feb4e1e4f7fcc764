"""The menu of how the map shows targets: their colours, how opaque they are, and which of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QActionGroup, QMenu, QWidget

from ..language import tr
from ..layers.appearance import OPACITIES, Appearance, read_appearance
from ..layers.styles import Colouring, read_colouring
from ..number_format import fixed


class ViewMenu(QMenu):
    colouring_chosen = pyqtSignal(object)  # Colouring
    appearance_chosen = pyqtSignal(object)  # Appearance

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        colours = ((Colouring.BY_TARGET, tr("by target")), (Colouring.BY_STATE, tr("by verdict")))
        self.colours = self._one_of(self, ((each.value, text) for each, text in colours))
        self.addSeparator()
        self.opacity_menu = self.addMenu(tr("Opacity"))
        percents = ((each, tr("{percent} %").format(percent=fixed(each))) for each in OPACITIES)
        self.opacity = self._one_of(self.opacity_menu, percents)
        self.outlines = self._tick(tr("Outlines only"))
        self.accepted = self._tick(tr("Only what is accepted"))
        self.colours.triggered.connect(lambda action: self.colouring_chosen.emit(Colouring(action.data())))
        for source in (self.opacity, self.outlines, self.accepted):
            source.triggered.connect(self._choose)
        self.aboutToShow.connect(self.show_choice)
        self.show_choice()

    def show_choice(self) -> None:
        """As the settings say."""
        now = read_appearance()
        self.outlines.setChecked(now.outlines_only)
        self.accepted.setChecked(now.accepted_only)
        self.opacity_menu.setEnabled(not now.outlines_only)
        for group, value in ((self.colours, read_colouring().value), (self.opacity, now.opacity)):
            for action in group.actions():
                action.setChecked(action.data() == value)

    def _choose(self, _: object) -> None:
        chosen = self.opacity.checkedAction()
        opacity = chosen.data() if chosen is not None else read_appearance().opacity
        self.appearance_chosen.emit(Appearance(opacity, self.outlines.isChecked(), self.accepted.isChecked()))

    def _tick(self, text: str) -> QAction:
        action = self.addAction(text)
        action.setCheckable(True)
        return action

    def _one_of(self, menu: QMenu, choices: Iterable[tuple[object, str]]) -> QActionGroup:
        group = QActionGroup(self)
        for value, text in choices:
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setData(value)
            group.addAction(action)
        return group
