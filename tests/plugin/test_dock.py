"""The dock as a whole, in real QGIS."""

from __future__ import annotations

from collections import Counter

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.entries.entry import ANSWERED  # noqa: E402
from askmap.backend.history.store import Heading  # noqa: E402
from askmap.plugin.dock import Dock  # noqa: E402
from desktop import FakeEngine, wait_until  # noqa: E402
from entries import make_entry, rectangle  # noqa: E402
from qgis.PyQt.QtCore import Qt  # noqa: E402
from qgis.PyQt.QtGui import QKeySequence  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402
from qgis.PyQt.QtWidgets import QAbstractButton, QLabel, QWidget  # noqa: E402

OF_MENUS = set("JEVLSPORDWMCH")  # Pro&ject to &Help, in QGIS 3.22 to 3.44: those open first


NARROW_PX = 320


@pytest.fixture
def dock(desk):
    dock = Dock(desk.window)
    yield dock
    dock.deleteLater()


def test_the_key_of_the_question_leads_to_start_while_the_introduction_hides_it(dock, desk):
    desk.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    for is_introduced, wanted in ((False, dock.welcome.start_button), (True, dock.form.question)):
        dock.show_welcome(not is_introduced)
        dock.go_to_question()
        assert desk.window.focusWidget() is wanted


def test_the_key_of_the_question_selects_what_was_asked_and_once_more_leads_to_the_cards(dock, desk):
    desk.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    desk.window.activateWindow()
    dock.show_welcome(False)
    dock.form.show_asked("Where is water?")
    dock.answer.show_entry(make_entry("a" * 32, rectangle(2, 2, 6, 6)))
    dock.form.ask_button.setFocus()
    wait_until(desk.window.isActiveWindow, "the window takes keys")
    dock.go_to_question()
    assert dock.form.question.textCursor().selectedText() == "Where is water?"
    dock.go_to_question()
    assert dock.answer.cards.list.hasFocus()
    dock.go_to_question()
    dock.answer.clear()
    dock.go_to_question()
    assert dock.form.question.hasFocus()


def test_the_pages_are_turned_by_key_and_take_the_keyboard(dock, desk):
    desk.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    desk.window.activateWindow()
    dock.show_welcome(False)
    wait_until(desk.window.isActiveWindow, "the window takes keys")
    dock.history.show_headings([Heading("a" * 32, "", "Where?", ANSWERED, "", "", "", "", 0)])
    dock.form.question.setFocus()
    both = (Qt.Key.Key_PageDown, dock.history.list), (Qt.Key.Key_PageUp, dock.form.question)
    for key, wanted in both:
        QTest.keyClick(desk.window.focusWidget(), key, Qt.KeyboardModifier.ControlModifier)
        assert desk.window.focusWidget() is wanted


def test_what_is_being_typed_is_not_selected(dock):
    dock.form.show_asked("Where is water?")
    dock.form.question.setPlainText("Only the large ones")
    dock.go_to_question()
    assert not dock.form.question.textCursor().hasSelection()


def test_who_ticks_follow_up_types_what_follows(dock, desk):
    desk.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    dock.show_welcome(False)
    dock.form.set_answered(True)
    dock.form.show_asked("Where is water?")
    dock.form.follows.setFocus()
    dock.form.follows.click()
    assert desk.window.focusWidget() is dock.form.question
    QTest.keyClicks(dock.form.question, "Only the large one")
    assert dock.form.question.toPlainText() == "Only the large one"
    assert dock.form.follows.isChecked()


def letters(page: QWidget) -> Counter:
    """How many things of a page each letter is for, with Alt."""
    texts = [button.text() for button in page.findChildren(QAbstractButton)]
    texts += [label.text() for label in page.findChildren(QLabel) if label.buddy() is not None]
    keys = [QKeySequence.mnemonic(text) for text in texts]
    return Counter(key.toString()[-1] for key in keys if not key.isEmpty())


def test_no_letter_of_the_dock_is_one_of_qgis_menus_or_means_two_things(dock):
    pages = [dock.pages.widget(index) for index in range(dock.pages.count())]
    for page in (dock.welcome, *pages):
        found = letters(page)
        assert set(found) & OF_MENUS == set()
        assert {letter for letter, count in found.items() if count > 1} == set()
    assert letters(pages[0])


def walked(dock: Dock) -> list[QWidget]:
    """All of the page «Ask» that Tab reaches while there is an answer, in its order."""
    page, found = dock.pages.widget(0), []
    widget = page.nextInFocusChain()
    while widget is not page:
        if (
            page.isAncestorOf(widget)
            and widget.isVisibleTo(page)
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        ):
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def test_tab_goes_down_the_page_and_each_control_says_what_it_is(dock, desk):
    desk.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    dock.show_welcome(False)
    dock.form.set_ready(True)
    dock.form.set_answered(True)
    dock.form.question.show_examples(["Where is water?"])
    dock.answer.show_entry(make_entry("a" * 32, rectangle(2, 2, 6, 6)))
    stops = [widget for widget in walked(dock) if widget.isEnabled()]
    form, answer = dock.form, dock.answer
    wanted = [
        form.context.layer,
        dock.models,
        form.question,
        form.follows,
        form.again_button,
        form.ask_button,
    ]
    wanted += [answer.reasoning.text, answer.cards.head.filter, answer.cards.head.order, answer.cards.list]
    wanted += [answer.tools.seen_button, answer.tools.export_button, answer.tools.more_button]
    assert [widget for widget in stops if widget in wanted] == wanted
    nameless = [widget for widget in stops if not (widget.accessibleName() or getattr(widget, "text", str)())]
    assert [type(widget).__name__ for widget in nameless] == []


@pytest.mark.parametrize("language", ["de", "es", "fr", "pt", "zh"])
def test_in_every_language_it_is_narrow_enough_for_a_small_screen(desk, speak, language):
    speak(language)
    dock = Dock(desk.window)
    dock.answer.show_entry(make_entry("a" * 32, rectangle(2, 2, 6, 6)))
    assert dock.pages.widget(0).minimumSizeHint().width() <= NARROW_PX
    dock.deleteLater()


def test_the_gear_opens_the_options(desk, plugged_in):
    plugin = plugged_in(FakeEngine())
    plugin.dock.show_welcome(False)
    QTest.mouseClick(plugin.dock.options_button, Qt.MouseButton.LeftButton)
    assert desk.shown_options == ["AskMapOptions"]
    assert plugin.dock.options_button.accessibleName()
