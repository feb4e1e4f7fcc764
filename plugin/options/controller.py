"""The settings at work: AskMap's page in QGIS's options, the introduction, and the keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Callable

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..cards.actions import KEYS
from ..context import Context
from ..install.controller import InstallController
from ..runtime.self_test import SelfTest
from ..settings import Settings
from . import shortcuts
from .introduction import Introduction
from .page import PAGE, OptionsFactory


class OptionsController(QObject):
    """Its signals carry what other parts need of the settings; `show` emits all of them once."""

    introduction_wanted = pyqtSignal(bool)  # True: in place of the dock's pages; False: away
    introduction_read = pyqtSignal()
    native_first_chosen = pyqtSignal(bool)  # whether a file's own pixels are asked about at first
    models_wanted = pyqtSignal(object)  # with the window of options
    card_keys_changed = pyqtSignal(object)  # key to the name of an action, as CardView takes it

    def __init__(
        self, context: Context, introduction: Introduction, install: InstallController, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._iface, self._settings, self._introduction = context.iface, context.settings, introduction
        self.self_test = SelfTest(context.engine, self)
        self.page = OptionsFactory(context.settings, self.self_test, context.diagnostics, install)
        self._iface.registerOptionsWidgetFactory(self.page)
        self._view = ""  # the one that was announced last
        self._settings.changed.connect(self._apply)
        self.page.models_wanted.connect(self.models_wanted)
        self.page.introduction_wanted.connect(lambda: self.introduction_wanted.emit(True))
        introduction.started.connect(self._note_introduction)
        introduction.options_wanted.connect(self.open_page)

    def close(self) -> None:
        shortcuts.unregister(self._iface, self._actions)
        self._iface.unregisterOptionsWidgetFactory(self.page)

    def show(self, actions: Mapping[str, Callable[[], object]]) -> None:
        """Once the other parts listen; `actions` is what the keys of everywhere() do, by name."""
        self._actions = shortcuts.register(self._iface, actions)
        self._apply(self._settings.now)
        self.introduction_wanted.emit(not self._settings.now.welcomed)

    def _apply(self, settings: Settings) -> None:
        self._introduction.show_settings(settings)
        if settings.view != self._view:  # else what is chosen in the form stays
            self._view = settings.view
            self.native_first_chosen.emit(settings.view == "native")
        self.card_keys_changed.emit(shortcuts.read_keys().in_place_of(KEYS))

    def _note_introduction(self) -> None:
        self._settings.write(replace(self._settings.now, welcomed=True))
        self.introduction_wanted.emit(False)
        self.introduction_read.emit()

    def open_page(self) -> None:
        self._iface.showOptionsDialog(self._iface.mainWindow(), PAGE)


def build(
    context: Context, introduction: Introduction, install: InstallController, parent: QObject
) -> OptionsController:
    return OptionsController(context, introduction, install, parent)
