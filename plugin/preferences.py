"""What the user has set, where it shows: the introduction, the keys, the form, the page in QGIS's options."""

from __future__ import annotations

from dataclasses import replace
from typing import Optional

from qgis.PyQt.QtCore import QObject

from .context import Context
from .dock import Dock
from .options import shortcuts
from .options.page import PAGE, OptionsFactory
from .review.card_actions import KEYS
from .runtime.self_test import SelfTest
from .settings import Settings


class Preferences(QObject):
    def __init__(self, context: Context, dock: Dock, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._iface, self._dock, self._settings = context.iface, dock, context.settings
        self_test = SelfTest(context.engine, self)
        self.page = OptionsFactory(context.settings, self_test, context.diagnostics)
        self._iface.registerOptionsWidgetFactory(self.page)
        form = dock.form
        deeds = {
            "open": dock.go_to_question,
            "ask": form.ask_button.click,
            "stop": form.stop_button.click,
            "teach": dock.teach.button.click,
        }
        self._actions = shortcuts.register(context.iface, deeds)
        self._connect()
        self._view = ""  # that the form began with
        self._apply(self._settings.now)
        dock.show_welcome(not self._settings.now.welcomed)

    def close(self) -> None:
        shortcuts.unregister(self._iface, self._actions)
        self._iface.unregisterOptionsWidgetFactory(self.page)

    def _connect(self) -> None:
        self._settings.changed.connect(self._apply)
        self.page.introduction_wanted.connect(self._dock.show_welcome)
        self._dock.welcome.started.connect(self._note_welcome)
        self._dock.welcome.options_wanted.connect(self._show_options)

    def _apply(self, settings: Settings) -> None:
        self._dock.welcome.show_settings(settings)
        if settings.view != self._view:  # else what is chosen in the form stays
            self._view = settings.view
            self._dock.form.wants_native_first(settings.view == "native")
        self._dock.answer.cards.list.use_keys(shortcuts.read_keys().in_place_of(KEYS))

    def _note_welcome(self) -> None:
        self._settings.write(replace(self._settings.now, welcomed=True))
        self._dock.show_welcome(False)
        self._dock.form.question.setFocus()

    def _show_options(self) -> None:
        self._iface.showOptionsDialog(self._iface.mainWindow(), PAGE)
