"""What a person has set, where it shows: the introduction, the keys, the form, the page in QGIS's options."""

from __future__ import annotations

from dataclasses import replace
from typing import Optional

from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QObject

from .dock import Dock
from .options import shortcuts
from .options.page import PAGE, OptionsFactory
from .review.card_actions import KEYS
from .settings import Settings, read_settings, write_settings
from .wiring import Workplace


class Preferences(QObject):
    def __init__(
        self, iface: QgisInterface, dock: Dock, workplace: Workplace, parent: Optional[QObject] = None
    ) -> None:
        super().__init__(parent)
        self._iface, self._dock = iface, dock
        self.page = OptionsFactory(workplace.self_test, workplace.diagnostics)
        self._iface.registerOptionsWidgetFactory(self.page)
        form = dock.form
        deeds = {
            "open": dock.go_to_question,
            "ask": form.ask_button.click,
            "stop": form.stop_button.click,
            "teach": dock.teach.button.click,
        }
        self._actions = shortcuts.register(iface, deeds)
        self._connect()
        settings = read_settings()
        self._apply(settings)
        dock.show_welcome(not settings.welcomed)

    def close(self) -> None:
        shortcuts.unregister(self._iface, self._actions)
        self._iface.unregisterOptionsWidgetFactory(self.page)

    def _connect(self) -> None:
        self.page.applied.connect(self._apply)
        self.page.introduction_wanted.connect(self._dock.show_welcome)
        self._dock.welcome.started.connect(self._note_welcome)
        self._dock.welcome.options_wanted.connect(self._show_options)

    def _apply(self, settings: Settings) -> None:
        self._dock.welcome.show_settings(settings)
        self._dock.form.wants_native_first(settings.view == "native")
        self._dock.answer.cards.list.use_keys(shortcuts.read_keys().in_place_of(KEYS))

    def _note_welcome(self) -> None:
        write_settings(replace(read_settings(), welcomed=True))
        self._dock.show_welcome(False)
        self._dock.form.question.setFocus()

    def _show_options(self) -> None:
        self._iface.showOptionsDialog(self._iface.mainWindow(), PAGE)
