"""Keys: QGIS stores those that work everywhere, the plugin stores those of the cards.

The first are actions registered with QGIS, so Settings > Keyboard Shortcuts shows and remembers them. The
others are single letters that act only while the cards have the focus.
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
    """Keys of the cards, as QKeySequence writes them; "" = none."""

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
        """Key to name of an action, as CardView takes it: `defaults` with the keys that the user chose.

        These win, also over a default that came later than they.
        """
        chosen = vars(self)
        others = {key: name for key, name in defaults.items() if name not in chosen}
        return {**others, **{key: name for name, key in reversed(list(chosen.items())) if key}}


class GlobalAction(NamedTuple):
    """An action whose key works wherever the focus is."""

    name: str
    text: str
    key: str  # at first; QGIS 3.22 to 3.44 use none of these for anything else


def everywhere() -> tuple[GlobalAction, ...]:
    return (
        GlobalAction("open", tr("AskMap: go to the question"), "Ctrl+Shift+K"),
        GlobalAction("ask", tr("AskMap: ask"), "Ctrl+Shift+Return"),
        GlobalAction("stop", tr("AskMap: stop"), "Ctrl+Shift+X"),
        GlobalAction("teach", tr("AskMap: teach on the map"), "Ctrl+Shift+Y"),
    )


def read_keys() -> Keys:
    return read_into(Keys(), BRANCH)


def write_keys(keys: Keys) -> None:
    write_fields(keys, BRANCH)


def register(iface: QgisInterface, slots: Mapping[str, Callable[[], object]]) -> tuple[QAction, ...]:
    """Adds a QAction to QGIS's main window for each of everywhere(); `slots` is what they do, by name."""
    actions = []
    for each in everywhere():
        action = QAction(each.text, iface.mainWindow())
        action.setObjectName(_PREFIX + each.name)
        action.triggered.connect(lambda _=False, do=slots[each.name]: do())
        iface.registerMainWindowAction(action, each.key)
        iface.mainWindow().addAction(action)  # a key works only where its action belongs to a widget
        actions.append(action)
    return tuple(actions)


def unregister(iface: QgisInterface, actions: Sequence[QAction]) -> None:
    for action in actions:
        iface.mainWindow().removeAction(action)
        iface.unregisterMainWindowAction(action)
        action.deleteLater()


def registered(name: str) -> Optional[QAction]:
    """The QAction of a GlobalAction, by its name; None where there is no main window."""
    actions = QgsGui.shortcutsManager().listActions()
    return next((action for action in actions if action.objectName() == _PREFIX + name), None)


def set_key(action: QAction, key: str) -> None:
    """Sets the key of a global action; QGIS stores it."""
    if portable(action.shortcut()) != key:
        QgsGui.shortcutsManager().setKeySequence(action, key)


def portable(sequence: QKeySequence) -> str:
    return sequence.toString(_PORTABLE)


def native(key: str) -> str:
    """As this system writes it, in the user's language."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def user_of(key: str) -> str:
    """What QGIS itself uses the key for; "" where it is free or ours."""
    other = QgsGui.shortcutsManager().objectForSequence(QKeySequence(key)) if key else None
    if other is None or other.objectName().startswith(_PREFIX):
        return ""
    text = other.text() if isinstance(other, QAction) else other.objectName()
    return text.replace("&", "").rstrip("…. ")
