"""The reasoning under mouse and keys, in real QGIS's widgets."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis

from qgis.PyQt.QtCore import QEvent, Qt  # noqa: E402
from qgis.PyQt.QtGui import QFocusEvent  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402
from qgis.PyQt.QtWidgets import QApplication  # noqa: E402
from reading import NORTH, SOUTH, entry, listen, marked, middle, move, open_panel, press  # noqa: E402


@pytest.fixture
def panel(desk):
    return open_panel(desk)


@pytest.fixture
def heard(panel):
    return listen(panel)


def test_a_mouse_over_a_sentence_tells_its_findings(panel, heard):
    panel.show_entry(entry())
    QTest.mouseMove(panel.text.viewport(), middle(panel, "Roads"))
    for words in (NORTH, SOUTH, "Roads"):
        move(panel, middle(panel, words))
    assert heard == [("hovered", (1,)), ("hovered", (2, 3)), ("hovered", ())]


def test_a_mouse_that_leaves_is_over_nothing(panel, heard):
    panel.show_entry(entry())
    move(panel, middle(panel, NORTH))
    QApplication.sendEvent(panel.text, QEvent(QEvent.Type.Leave))
    assert heard[-1] == ("hovered", ())


def test_a_click_on_a_sentence_tells_its_findings(panel, heard):
    panel.show_entry(entry())
    for words in (SOUTH, "Roads"):
        QTest.mouseClick(panel.text.viewport(), Qt.MouseButton.LeftButton, pos=middle(panel, words))
    assert [found for found in heard if found[0] == "clicked"] == [("clicked", (2, 3))]


def test_tab_and_arrows_walk_over_the_sentences_and_enter_clicks(panel, heard):
    panel.show_entry(entry())
    press(panel, Qt.Key.Key_Tab, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Up, Qt.Key.Key_Enter)
    assert heard == [
        ("hovered", (1,)),
        ("hovered", (2, 3)),
        ("clicked", (2, 3)),
        ("hovered", (1,)),
        ("clicked", (1,)),
    ]
    assert marked(panel) == [NORTH]


def test_the_sentence_that_the_keyboard_is_on_can_be_seen(panel):
    panel.show_entry(entry())
    before = panel.text.grab().toImage()
    press(panel, Qt.Key.Key_Tab)
    assert panel.text.grab().toImage() != before


def test_tab_leaves_behind_the_last_sentence(panel, heard):
    panel.show_entry(entry())
    panel.text.setFocus()
    press(panel, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert not panel.text.hasFocus()
    assert heard[-1] == ("hovered", ())
    assert marked(panel) == []


@pytest.mark.parametrize(("reason", "first"), [("TabFocusReason", (1,)), ("BacktabFocusReason", (2, 3))])
def test_tab_comes_in_on_the_nearest_sentence(panel, heard, reason, first):
    panel.show_entry(entry())
    event = QFocusEvent(QEvent.Type.FocusIn, getattr(Qt.FocusReason, reason))
    QApplication.sendEvent(panel.text, event)
    assert heard == [("hovered", first)]


def test_arrows_scroll_where_no_sentence_is_left(panel):
    panel.show_thought("line\n" * 100)
    panel.text.verticalScrollBar().setValue(0)
    press(panel, Qt.Key.Key_Down)
    assert panel.text.verticalScrollBar().value() > 0
