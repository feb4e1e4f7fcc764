"""The keys of the cards and those that work everywhere, on the options page."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis

from askmap.plugin.cards.actions import KEYS  # noqa: E402
from askmap.plugin.options.page import OptionsPage  # noqa: E402
from askmap.plugin.options.shortcuts import (  # noqa: E402
    Keys,
    everywhere,
    read_keys,
    register,
    registered,
    unregister,
    write_keys,
)
from desktop import wait_until  # noqa: E402
from qgis.core import QgsSettings  # noqa: E402
from qgis.gui import QgsGui  # noqa: E402
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt  # noqa: E402
from qgis.PyQt.QtGui import QKeySequence  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402
from qgis.PyQt.QtWidgets import QAction  # noqa: E402


@pytest.fixture
def done(desk):
    """The deeds that were done by keys, with the actions of everywhere() in the window."""
    names = []
    window = desk
    deeds = {deed.name: lambda name=deed.name: names.append(name) for deed in everywhere()}
    actions = register(window, deeds)
    yield names
    unregister(window, actions)
    QgsSettings().remove("shortcuts")


def press(field, key: str) -> None:
    field.setKeySequence(QKeySequence(key))


def test_keys_of_the_cards_are_stored_and_handed_on(page):
    press(page.keys.of_cards["accept"], "Y")
    press(page.keys.of_cards["draw"], "")
    page.apply()
    keys = read_keys()
    assert keys == Keys(accept="Y", draw="")
    handed = keys.in_place_of(KEYS)
    assert handed["Y"] == "accept"
    assert handed["Del"] == "remove"
    assert "A" not in handed
    assert "D" not in handed


def test_a_key_that_the_user_chose_is_not_lost_to_a_newer_one_of_ours():
    assert Keys(accept="T").in_place_of(KEYS)["T"] == "accept"


def test_two_keys_can_change_places(page):
    press(page.keys.of_cards["accept"], "R")
    press(page.keys.of_cards["reject"], "A")
    assert not page.keys.notice.isVisibleTo(page)
    page.apply()
    assert read_keys() == Keys(accept="R", reject="A")


@pytest.mark.parametrize(
    ("key", "other"), [("R", "Reject"), ("O", "Leave open"), ("T", "Note"), ("Ctrl+Z", "Undo")]
)
def test_a_key_that_means_something_else_is_said_so_and_not_taken(page, key, other):
    press(page.keys.of_cards["accept"], key)
    assert f"«Accept» and «{other}»" in page.keys.notice.text()
    assert page.keys.notice.isVisibleTo(page)
    page.apply()
    assert read_keys() == Keys()


def test_a_key_is_one_stroke(page):
    field = page.keys.of_cards["accept"]
    field.setKeySequence(QKeySequence("Y, X"))
    assert field.key() == "Y"


def test_spoilt_keys_in_the_settings_fall_back(desk):
    write_keys(Keys(accept="Y", reject="X"))
    QgsSettings().setValue("plugins/askmap/keys/reject", "no key at all")
    assert read_keys() == Keys(accept="Y")


def test_the_default_keys_come_back(page):
    press(page.keys.of_cards["accept"], "Y")
    press(page.keys.everywhere["open"], "F9")
    page.keys.reset_button.click()
    assert page.keys.of_cards["accept"].key() == "A"
    assert page.keys.everywhere["open"].key() == "Ctrl+Shift+K"


def test_keys_that_work_everywhere_are_actions_that_qgis_keeps(desk, done):
    assert [registered(deed.name).shortcut().toString() for deed in everywhere()] == [
        "Ctrl+Shift+K",
        "Ctrl+Shift+Return",
        "Ctrl+Shift+X",
        "Ctrl+Shift+Y",
    ]
    desk.window.activateWindow()
    wait_until(desk.window.isActiveWindow, "the window takes keys")
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    for key in (Qt.Key.Key_X, Qt.Key.Key_Return, Qt.Key.Key_K):
        QTest.keyClick(desk.canvas, key, both)
    assert done == ["stop", "ask", "open"]


def test_a_key_for_everywhere_is_changed_in_qgis_itself(desk, done):
    page = OptionsPage()
    press(page.keys.everywhere["ask"], "F9")
    page.apply()
    assert registered("ask").shortcut() == QKeySequence("F9")
    again = OptionsPage()
    assert again.keys.everywhere["ask"].key() == "F9"


def test_a_key_that_qgis_has_for_itself_is_said_so_and_not_taken(desk, done):
    theirs = QAction("&Save Project", desk.window)
    QgsGui.shortcutsManager().registerAction(theirs, "Ctrl+F9")
    page = OptionsPage()
    press(page.keys.everywhere["ask"], "Ctrl+F9")
    assert "«AskMap: ask» and «Save Project»" in page.keys.notice.text()
    page.apply()
    QgsGui.shortcutsManager().unregisterAction(theirs)
    assert registered("ask").shortcut() == QKeySequence("Ctrl+Shift+Return")


def test_registering_leaves_nothing_behind(desk):
    window, manager = desk, QgsGui.shortcutsManager()
    before = len(manager.listActions()), len(desk.window.findChildren(QAction))
    for _ in range(20):
        unregister(window, register(window, {deed.name: print for deed in everywhere()}))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert (len(manager.listActions()), len(desk.window.findChildren(QAction))) == before
