"""A person at the cards of findings: what the tests of cards show, press, click and read."""

from __future__ import annotations

from askmap.backend.entries.entry import Entry
from askmap.plugin.cards.delegate import CARD, Card
from askmap.plugin.cards.panel import Cards
from entries import make_entry, rectangle, with_changes
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

SIGNALS = [
    "state_wanted",
    "states_wanted",
    "edit_wanted",
    "draw_wanted",
    "removed",
    "zoom_wanted",
    "chosen",
    "hovered",
    "note_written",
    "undo_wanted",
    "redo_wanted",
]


def entry(count: int = 4) -> Entry:
    """Rectangles, each larger than the one before, each with a lower score."""
    masks = [rectangle(2, 2, 4 + 2 * i, 4 + 2 * i) for i in range(count)]
    made = make_entry("a" * 32, *masks)
    for number in range(1, count + 1):
        made = with_changes(made, number, score=1 - number / 200)
    return made


def shown(cards: Cards) -> list[Card]:
    """What the cards say, in their order."""
    model = cards.list.model()
    return [model.index(row).data(CARD) for row in range(model.rowCount())]


def numbers(cards: Cards) -> list[int]:
    return [card.number for card in shown(cards)]


def press(cards: Cards, *keys: object) -> None:
    for key in keys:
        QTest.keyClick(cards.list, key)


def click(cards: Cards, number: int, double: bool = False) -> None:
    place = cards.list.visualRect(cards.list.model().index(numbers(cards).index(number))).center()
    for way in [QTest.mouseClick, QTest.mouseDClick][: 2 if double else 1]:
        way(cards.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
