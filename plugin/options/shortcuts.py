"""Keys: those that work everywhere are QGIS's to keep, those of the cards are ours.

The first are actions that QGIS knows, so Settings > Keyboard Shortcuts shows them and remembers what the user
chose. The others are single letters that mean something only while the cards have the focus.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Callable, NamedTuple, Optional

from qgis.gui import QgisInterface, QgsGui
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QAction

from ..language import tr
from ..settings import read_into, write_fields

BRANCH = "keys/"  # of the settings
_PREFIX = "AskMapKey_"  # of the actions' names, by which QGIS and we find them again
_PORTABLE = QKeySequence.SequenceFormat.PortableText


@dataclass(frozen=True)
class Keys:
    """Of the cards, each as QKeySequence writes it; "" = none."""

    accept: str = "A"
    reject: str = "R"
    next: str = "N"
    previous: str = "P"
    edit: str = "E"
    draw: str = "D"

    def __post_init__(self) -> None:
        for name, key in vars(self).items():
            sequence = QKeySequence(key)
            if key != portable(sequence) or sequence.count() > 1:
                raise ValueError(f"«{key}» is no key to {name} with")

    def in_place_of(self, defaults: Mapping[str, str]) -> dict[str, str]:
        """Key to name, as the cards take it: theirs, but for what the user chose otherwise."""
        chosen = vars(self)
        others = {key: name for key, name in defaults.items() if name not in chosen}
        return {**{key: name for name, key in reversed(list(chosen.items())) if key}, **others}


class Everywhere(NamedTuple):
    """A deed that has a key wherever the focus is."""

    name: str
    words: str
    key: str  # at first; QGIS 3.22 to 3.44 use none of these for anything else


def everywhere() -> tuple[Everywhere, ...]:
    return (
        Everywhere("open", tr("AskMap: go to the question"), "Ctrl+Shift+K"),
        Everywhere("ask", tr("AskMap: ask"), "Ctrl+Shift+Return"),
        Everywhere("stop", tr("AskMap: stop"), "Ctrl+Shift+X"),
        Everywhere("teach", tr("AskMap: teach on the map"), "Ctrl+Shift+Y"),
    )


def read_keys() -> Keys:
    return read_into(Keys(), BRANCH)


def write_keys(keys: Keys) -> None:
    write_fields(keys, BRANCH)


def register(iface: QgisInterface, deeds: Mapping[str, Callable[[], object]]) -> tuple[QAction, ...]:
    """An action in QGIS's main window for each deed of everywhere(), by its name."""
    actions = []
    for deed in everywhere():
        action = QAction(deed.words, iface.mainWindow())
        action.setObjectName(_PREFIX + deed.name)
        action.triggered.connect(lambda _=False, do=deeds[deed.name]: do())
        iface.registerMainWindowAction(action, deed.key)
        iface.mainWindow().addAction(action)  # a key works only where its action belongs to a widget
        actions.append(action)
    return tuple(actions)


def unregister(iface: QgisInterface, actions: Sequence[QAction]) -> None:
    for action in actions:
        iface.mainWindow().removeAction(action)
        iface.unregisterMainWindowAction(action)
        action.deleteLater()


def registered(name: str) -> Optional[QAction]:
    """The action of a deed; None where there is no main window."""
    actions = QgsGui.shortcutsManager().listActions()
    return next((action for action in actions if action.objectName() == _PREFIX + name), None)


def set_key(action: QAction, key: str) -> None:
    """Of a deed that works everywhere; QGIS keeps it."""
    if portable(action.shortcut()) != key:
        QgsGui.shortcutsManager().setKeySequence(action, key)


def portable(sequence: QKeySequence) -> str:
    return sequence.toString(_PORTABLE)


def native(key: str) -> str:
    """As it stands on this computer's keyboard, in the user's language."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def user_of(key: str) -> str:
    """What QGIS itself uses the key for; "" where it is free or ours."""
    other = QgsGui.shortcutsManager().objectForSequence(QKeySequence(key)) if key else None
    if other is None or other.objectName().startswith(_PREFIX):
        return ""
    words = other.text() if isinstance(other, QAction) else other.objectName()
    return words.replace("&", "").rstrip("…. ")
