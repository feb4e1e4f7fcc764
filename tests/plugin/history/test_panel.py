"""The page of the history under fingers, in real QGIS's widgets."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.entries.entry import ASKED, FAILED, UNKNOWN  # noqa: E402
from askmap.plugin.history.list_model import detail_line, local_time, question_line  # noqa: E402
from askmap.plugin.language import tr  # noqa: E402
from history_page import HEADINGS, A, B, C, choose, heading, open_page, press  # noqa: E402
from qgis.PyQt.QtCore import QEvent, QLocale, QPoint, Qt  # noqa: E402
from qgis.PyQt.QtGui import QContextMenuEvent, QFocusEvent  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402
from qgis.PyQt.QtWidgets import QApplication, QFileDialog, QMenu  # noqa: E402


@pytest.fixture
def panel(desk):
    return open_page(desk)


@pytest.fixture
def heard(panel):
    """What the panel said, signal by signal."""
    heard = []
    for name in ("open", "rerun", "compare", "report", "delete", "restore"):
        signal = getattr(panel, f"{name}_wanted")
        signal.connect(lambda *values, name=name: heard.append((name, *values)))
    return heard


def test_an_entry_says_what_was_asked_when_and_what_came_of_it():
    assert question_line(heading(question="Where\n is  it?", follows=B)) == "↳ Where is it?"
    time = local_time("2026-01-02T03:04:05Z")
    assert time != "2026-01-02T03:04:05Z"
    assert detail_line(heading(targets=2)).startswith(f"{time} · 2 target")
    assert detail_line(heading()) == f"{time} · nothing found · a reasoner"
    assert "failed" in detail_line(heading(outcome=FAILED))
    assert "not finished" in detail_line(heading(outcome=ASKED))
    assert detail_line(heading(outcome=UNKNOWN)) == f"{time} · not known to the model · a reasoner"
    assert "1 target" in detail_line(heading(outcome=UNKNOWN, targets=1))
    assert local_time("some day") == "some day"


def test_times_are_this_persons():
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    german = local_time("2026-01-22T13:04:05Z")
    QLocale.setDefault(before)
    assert german.startswith("22.01.26")


def test_tags_in_a_question_stay_letters(panel):
    panel.show_headings([heading(question="<b>x</b>", fault="<i>y</i>")])
    index = panel.list.model().index(0, 0)
    assert "<b>x</b>" in index.data()
    tip = index.data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;x" in tip
    assert "&lt;i&gt;y" in tip


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_opens_the_chosen_entry(panel, heard, key):
    choose(panel, 1)
    QTest.keyClick(panel.list, key)
    assert heard == [("open", B)]


def test_a_double_click_opens(panel, heard):
    place = panel.list.visualRect(panel.list.model().index(2, 0)).center()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert heard == [("open", A)]


def test_buttons_are_there_for_what_can_be_done(panel, heard):
    def enabled():
        return {name for name, button in panel.buttons.items() if button.isEnabled()}

    choose(panel)
    assert enabled() == set()
    choose(panel, 0)
    assert enabled() == {"open", "rerun", "report", "delete"}
    choose(panel, 0, 1)
    assert enabled() == {"compare", "report", "delete"}
    choose(panel, 0, 1, 2)
    assert enabled() == {"report", "delete"}
    panel.show_restorable(1)
    choose(panel)
    assert enabled() == {"restore"}


def test_two_are_compared_the_older_one_first(panel, heard):
    choose(panel, 0, 2)
    press(panel, "compare")
    assert heard == [("compare", A, C)]


def test_one_is_asked_again(panel, heard):
    choose(panel, 0)
    press(panel, "rerun")
    assert heard == [("rerun", C)]


def test_deleting_asks_once(panel, heard):
    said = []
    panel.confirm = lambda question: said.append(question) or len(said) > 1
    choose(panel, 0, 1)
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)
    assert heard == []
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)
    assert heard == [("delete", [C, B])]
    assert len(said) == 2


def test_undo_is_a_key_too(panel, heard):
    QTest.keyClick(panel.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert heard == []
    panel.show_restorable(2)
    QTest.keyClick(panel.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert heard == [("restore",)]


def test_a_report_begins_with_the_oldest(panel, heard):
    panel.choose_file = lambda: "/somewhere/report.md"
    choose(panel, 0, 2)
    press(panel, "report")
    assert heard == [("report", [A, C], "/somewhere/report.md")]
    panel.choose_file = lambda: ""
    press(panel, "report")
    assert len(heard) == 1


def test_the_menu_holds_what_the_buttons_do(panel, desk, monkeypatch):
    shown = []
    monkeypatch.setattr(QMenu, "exec", lambda menu, at: shown.extend(a.text() for a in menu.actions()))
    choose(panel, 0)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5))
    QApplication.sendEvent(panel.list.viewport(), event)
    assert shown == [panel.buttons[name].text() for name in ("open", "rerun", "report", "delete")]


def test_what_is_chosen_stays_when_the_list_changes(panel):
    choose(panel, 1, 2)
    panel.show_headings([heading("d" * 32), *HEADINGS[1:]])
    assert panel.chosen() == [B, A]
    panel.show_headings(HEADINGS[:2])
    assert panel.chosen() == [B]


def test_an_empty_list_says_why(panel):
    panel.show_headings([])
    assert panel.empty.isVisibleTo(panel)
    assert "Nothing was asked" in panel.empty.text()
    panel.search.setText("helicopter")
    panel.show_headings([])
    assert "has these words" in panel.empty.text()
    panel.show_headings(HEADINGS)
    assert not panel.empty.isVisibleTo(panel)


def test_enter_in_the_search_goes_to_the_first_found(panel):
    QTest.keyClick(panel.search, Qt.Key.Key_Return)
    assert panel.chosen() == [C]


def test_every_control_can_be_reached_with_the_keyboard(panel):
    panel.show_restorable(1)
    controls = {panel.search, panel.list, *panel.buttons.values()}
    assert {control for control in controls if not control.focusPolicy() & Qt.FocusPolicy.TabFocus} == set()


def test_who_comes_by_key_begins_with_the_newest_and_who_clicks_with_none(panel):
    for reason, chosen in ((Qt.FocusReason.MouseFocusReason, []), (Qt.FocusReason.TabFocusReason, [C])):
        panel.list.focusInEvent(QFocusEvent(QEvent.Type.FocusIn, reason))
        assert panel.chosen() == chosen


def test_a_name_without_an_ending_replaces_no_report_before_the_dialog_has_asked(
    panel, tmp_path, monkeypatch
):
    """QGIS's dialog asks about the name that was typed, to which the ending is added afterwards."""
    (tmp_path / "report.html").touch()
    typed, proposed = iter([str(tmp_path / "report"), ""]), []

    def ask(parent, title, name, kinds):
        proposed.append(name)
        return next(typed), tr("Web page (*.html)")

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    assert panel.choose_file() == ""
    assert proposed[1] == str(tmp_path / "report.html")


def test_a_name_without_an_ending_gets_one(panel, tmp_path, monkeypatch):
    typed = (str(tmp_path / "report"), tr("Markdown (*.md)"))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: typed)
    assert panel.choose_file() == str(tmp_path / "report.md")
