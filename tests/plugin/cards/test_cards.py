"""The cards of findings under mouse and keys, in real QGIS's widgets."""

from __future__ import annotations

from dataclasses import replace

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.entries.entry import ACCEPTED, OPEN, REJECTED  # noqa: E402
from askmap.plugin.cards.actions import KEYS  # noqa: E402
from entries import with_changes  # noqa: E402
from qgis.PyQt.QtCore import QEvent, Qt  # noqa: E402
from qgis.PyQt.QtGui import QKeyEvent  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402
from qgis.PyQt.QtWidgets import QApplication, QToolButton  # noqa: E402
from reviewing import entry, numbers, press, shown  # noqa: E402


def test_without_an_answer_there_is_nothing_to_do(cards, heard):
    cards.show_entry(entry())
    cards.clear()
    press(cards, *"ARODNP", Qt.Key.Key_Return)
    assert heard == []
    assert not cards.note.isEnabled()
    assert not cards.has_open()


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        ("A", ("state_wanted", 2, ACCEPTED)),
        ("R", ("state_wanted", 2, REJECTED)),
        ("O", ("state_wanted", 2, OPEN)),
        ("E", ("edit_wanted", 2)),
        ("D", ("draw_wanted",)),
        ("N", ("chosen", 3)),
        ("P", ("chosen", 1)),
        (Qt.Key.Key_Down, ("chosen", 3)),
        (Qt.Key.Key_Up, ("chosen", 1)),
        (Qt.Key.Key_Delete, ("removed", 2)),
        (Qt.Key.Key_Return, ("zoom_wanted", 2)),
        (Qt.Key.Key_Enter, ("zoom_wanted", 2)),
    ],
)
def test_each_key_does_one_thing(cards, heard, key, signal):
    cards.show_entry(entry())
    cards.choose(2)
    press(cards, key)
    assert heard[0] == signal


def test_undo_and_redo_are_the_cards_own_while_they_have_the_keyboard(cards, heard):
    cards.show_entry(entry())
    cards.set_undo(True, True)
    held = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(cards.list, Qt.Key.Key_Z, held)
    QTest.keyClick(cards.list, Qt.Key.Key_Z, held | Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(cards.list, Qt.Key.Key_Y, held)
    assert heard == [("undo_wanted",), ("redo_wanted",), ("redo_wanted",)]


def test_what_cannot_be_undone_is_not_wanted(cards, heard):
    cards.set_undo(False, True)
    QTest.keyClick(cards.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert heard == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_A])
def test_a_shortcut_of_qgis_does_not_take_the_key_away(cards, key):
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    QApplication.sendEvent(cards.list, event)
    assert event.isAccepted()


def test_keys_with_ctrl_stay__with_qgis(cards, heard):
    cards.show_entry(entry())
    cards.choose(1)
    QTest.keyClick(cards.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert [signal for signal in heard if signal[0] == "state_wanted"] == []


def test_after_a_verdict_the_next_open_one_is_chosen(cards, heard):
    cards.show_entry(with_changes(entry(), 2, state=REJECTED))
    cards.choose(1)
    press(cards, "A")
    assert heard == [("state_wanted", 1, ACCEPTED), ("chosen", 3)]
    assert cards.number() == 3


def test_one_key_after_the_other_reviews_them_all(cards, heard):
    current = entry()

    def decide(number, state):
        cards.update_findings([replace(current.finding(number), state=state)])

    cards.state_wanted.connect(decide)
    cards.show_entry(current)
    cards.choose(3)
    press(cards, *"ARAR")
    assert [card.state for card in shown(cards)] == [ACCEPTED, REJECTED, ACCEPTED, REJECTED]
    assert cards.number() == 2
    assert [signal[1] for signal in heard if signal[0] == "chosen"] == [4, 1, 2]


def test_reviewing_what_is_open_leaves_only_what_is_open(cards):
    current = entry()
    cards.state_wanted.connect(
        lambda number, state: cards.update_findings([replace(current.finding(number), state=state)])
    )
    cards.show_entry(current)
    cards.head.filter.setCurrentIndex(cards.head.filter.findData(OPEN))
    cards.choose(2)
    press(cards, "A", "R")
    assert numbers(cards) == [1, 4]
    assert cards.number() == 4


def test_keys_written_into_a_note_decide_nothing(cards, heard):
    cards.show_entry(entry())
    cards.choose(2)
    QTest.keyClicks(cards.note, "A rare one, REDO N P")
    QTest.keyClick(cards.note, Qt.Key.Key_Delete)
    QTest.keyClick(cards.note, Qt.Key.Key_Return)
    assert heard == [("note_written", 2, "A rare one, REDO N P")]


def test_a_note_is_written_when_another_card_is_chosen(cards, heard):
    cards.show_entry(entry())
    cards.choose(2)
    QTest.keyClicks(cards.note, "Ask Ana")
    cards.choose(3)
    assert heard == [("note_written", 2, "Ask Ana")]
    assert cards.note.text() == ""


def test_a_note_in_the_making_survives_what_sam2_brings(cards, heard):
    current = entry()
    cards.show_entry(current)
    cards.choose(2)
    QTest.keyClicks(cards.note, "Ask")
    cards.update_findings([replace(current.finding(2), score=0.3)])
    cards.update_findings([replace(current.finding(1), note="other")])
    QTest.keyClicks(cards.note, " Ana")
    assert cards.note.text() == "Ask Ana"
    assert heard == []


def test_escape_takes_back_what_was_typed(cards, heard):
    cards.show_entry(with_changes(entry(), 2, note="Good"))
    cards.choose(2)
    QTest.keyClicks(cards.note, " or bad")
    QTest.keyClick(cards.note, Qt.Key.Key_Escape)
    assert cards.note.text() == "Good"
    assert heard == []


def test_all_open_ones_are_accepted_at_once(cards, heard):
    cards.show_entry(with_changes(entry(), 2, state=REJECTED))
    cards.accept_all()
    assert heard == [("states_wanted", [1, 3, 4], ACCEPTED)]


def test_the_mouse_over_a_card_is_told_and_its_leaving(cards, heard):
    cards.show_entry(entry())
    cards.list.entered.emit(cards.list.model().index(1))
    QApplication.sendEvent(cards.list.viewport(), QEvent(QEvent.Type.Leave))
    assert heard == [("hovered", 2), ("hovered", 0)]


def test_every_button_says_which_key_does_the_same_and_takes_no_key_itself(cards):
    cards.show_entry(entry())
    cards.choose(2)
    cards.list.bars.place()
    buttons = [button for button in cards.list.findChildren(QToolButton) if button.isVisible()]
    assert len(buttons) >= 2 * 4 + 4
    assert all("(" in button.toolTip() for button in buttons)
    assert {button.focusPolicy() for button in buttons} == {Qt.FocusPolicy.NoFocus}


def test_a_button_of_any_card_judges_that_card_and_takes_its_verdict_back(cards, heard):
    current = entry()

    def decide(number, state):
        cards.update_findings([replace(cards.list.model().finding(number), state=state)])

    cards.state_wanted.connect(decide)
    cards.show_entry(current)
    cards.list.bars.place()
    button = cards.list.bars.verdicts[2].buttons["reject"]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert heard[:2] == [("chosen", 3), ("state_wanted", 3, REJECTED)]
    cards.list.bars.place()
    assert button.isChecked()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert ("state_wanted", 3, OPEN) in heard
    cards.list.bars.place()
    assert not button.isChecked()


def test_a_note_is_written_on_the_card_and_enter_gives_the_keys_back(cards, heard):
    cards.window().activateWindow()
    cards.show_entry(entry())
    cards.choose(2)
    press(cards, "T")
    card = cards.list.visualRect(cards.list.currentIndex())
    assert cards.note.isVisible()
    assert card.contains(cards.note.geometry())
    QTest.keyClicks(cards.note, "Ask Ana")
    QTest.keyClick(cards.note, Qt.Key.Key_Return)
    assert not cards.note.isVisible()
    assert heard == [("note_written", 2, "Ask Ana")]


def test_all_that_can_be_done_with_a_card_is_in_its_menu_with_its_name(cards):
    cards.show_entry(entry())
    cards.choose(1)
    cards.set_undo(False, True)
    menu = cards.card_actions.menu(cards.list)
    named = {action.text(): action for action in menu.actions() if action.text()}
    assert len(named) == len(set(KEYS.values()))
    assert all(named[name].isEnabled() for name in ("Accept", "Leave open", "Note", "Remove", "Next"))
    assert not named["Undo"].isEnabled()
