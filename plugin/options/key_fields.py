"""Fields for the keys that the user may change: the global ones, and those of the cards."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QKeySequenceEdit,
    QPushButton,
    QWidget,
)

from ..cards.actions import KEYS as CARD_KEYS
from ..language import tr
from ..widgets.labels import plain_label
from .fields import add_row
from .shortcuts import Keys, everywhere, native, portable, read_keys, registered, set_key, user_of, write_keys


class KeyField(QKeySequenceEdit):
    """One key with its modifiers, not a sequence of several."""

    def __init__(self, key: str) -> None:
        super().__init__(QKeySequence(key))
        self.keySequenceChanged.connect(self._keep_first)

    def key(self) -> str:
        return portable(self.keySequence())

    def _keep_first(self, sequence: QKeySequence) -> None:
        if sequence.count() > 1:
            self.setKeySequence(QKeySequence(sequence[0]))


class KeyFields(QGroupBox):
    changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(tr("Keys"), parent)
        stored = read_keys()
        self.everywhere = {each.name: KeyField(_current(each.name, each.key)) for each in everywhere()}
        self.of_cards = {name: KeyField(key) for name, key in vars(stored).items()}
        self.notice = plain_label()
        self.reset_button = QPushButton(tr("Restore the &default keys"))
        self._lay_out()
        for field in self._fields().values():
            field.keySequenceChanged.connect(self._look)
        self.reset_button.clicked.connect(self.reset)
        self._look()

    def reset(self) -> None:
        for each in everywhere():
            self.everywhere[each.name].setKeySequence(QKeySequence(each.key))
        for name, key in vars(Keys()).items():
            self.of_cards[name].setKeySequence(QKeySequence(key))

    def faults(self) -> dict[str, str]:
        """A sentence for each action whose key is used for something else already."""
        return {**dict(self._conflicts_with_qgis()), **dict(self._conflicts_of_cards())}

    def apply(self) -> None:
        """Stores the keys, but for those with a fault, which stay as they were."""
        faults, stored = self.faults(), read_keys()
        for name, field in self.everywhere.items():
            action = registered(name)
            if action is not None and name not in faults:
                set_key(action, field.key())
        kept = {name: field.key() for name, field in self.of_cards.items() if name not in faults}
        write_keys(Keys(**{**vars(stored), **kept}))

    def _fields(self) -> dict[str, KeyField]:
        return {**self.everywhere, **self.of_cards}

    def _conflicts_with_qgis(self) -> Iterator[tuple[str, str]]:
        """Compares them with each other too: QGIS knows only keys that were applied."""
        texts = {each.name: each.text for each in everywhere()}
        for name, field in self.everywhere.items():
            meanings = [texts[n] for n, f in self.everywhere.items() if f.key() == field.key()]
            other = user_of(field.key())
            yield from _conflict(name, field.key(), [*meanings, other] if other else meanings)

    def _conflicts_of_cards(self) -> Iterator[tuple[str, str]]:
        """Not compared with QGIS's keys: the cards receive theirs first."""
        texts = card_labels()
        for name, field in self.of_cards.items():
            meanings = [texts[n] for n, f in self.of_cards.items() if f.key() == field.key()]
            fixed = CARD_KEYS.get(field.key(), name)
            others = [] if fixed in self.of_cards else [texts[fixed]]
            yield from _conflict(name, field.key(), meanings + others)

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.addRow(plain_label(tr("Everywhere in QGIS:")))
        for each in everywhere():
            add_row(form, each.text, self.everywhere[each.name])
        form.addRow(plain_label(tr("While the cards of an answer have the focus:")))
        for name, field in self.of_cards.items():
            add_row(form, card_labels()[name], field)
        form.addRow(self.notice)
        form.addRow(_to_the_left(self.reset_button))

    def _look(self) -> None:
        sentences = sorted(set(self.faults().values()))
        self.notice.setText("\n".join(sentences))
        self.notice.setVisible(bool(sentences))
        self.changed.emit()


def card_labels() -> dict[str, str]:
    """What each key of the cards does."""
    return {
        "accept": tr("Accept"),
        "reject": tr("Reject"),
        "next": tr("Next"),
        "previous": tr("Previous"),
        "edit": tr("Edit"),
        "draw": tr("Draw a new target"),
        "open": tr("Leave open"),
        "note": tr("Note"),
        "remove": tr("Remove"),
        "zoom": tr("Zoom to it"),
        "undo": tr("Undo"),
        "redo": tr("Redo"),
    }


def _current(name: str, otherwise: str) -> str:
    action = registered(name)
    return otherwise if action is None else portable(action.shortcut())


def _conflict(name: str, key: str, meanings: list[str]) -> Iterator[tuple[str, str]]:
    """A sentence where a key has two meanings, the same for both actions."""
    if key and len(meanings) > 1:
        text = tr("{key} would mean «{one}» and «{other}»: choose another key, or the old ones stay.")
        yield name, text.format(key=native(key), one=meanings[0], other=meanings[1])


def _to_the_left(button: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(button)
    row.addStretch(1)
    return row
