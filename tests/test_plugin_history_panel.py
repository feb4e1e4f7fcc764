"""The page of the history under fingers, in real QGIS's widgets."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.findings import ASKED, FAILED, REJECTED  # noqa: E402
from askmap.backend.history import Heading  # noqa: E402
from askmap.plugin import project_places  # noqa: E402
from askmap.plugin.colours import colour_of  # noqa: E402
from askmap.plugin.entry_picture import SIDE_PX, picture_of  # noqa: E402
from askmap.plugin.errands import Errands  # noqa: E402
from askmap.plugin.history_deeds import HistoryDeeds  # noqa: E402
from askmap.plugin.history_list import HEADING, detail_line, local_time, question_line  # noqa: E402
from askmap.plugin.history_panel import HistoryPanel  # noqa: E402
from askmap.plugin.project_history import ProjectHistory  # noqa: E402
from askmap.plugin.unsaved import Leftover  # noqa: E402
from desktop import wait_until  # noqa: E402
from entries import make_entry, make_scene, rectangle, utm_grid, with_changes  # noqa: E402
from qgis.core import QgsProject  # noqa: E402
from qgis.PyQt.QtCore import QEvent, QItemSelectionModel, QLocale, QPoint, Qt  # noqa: E402
from qgis.PyQt.QtGui import QColor, QContextMenuEvent, QFocusEvent  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402
from qgis.PyQt.QtWidgets import QApplication, QMenu  # noqa: E402

A, B, C = "a" * 32, "b" * 32, "c" * 32


def heading(id=A, question="Where is water?", **changes):
    plain = Heading(id, "2026-01-02T03:04:05Z", question, "answered", "", "harbour.tif", "a reasoner", "", 0)
    return replace(plain, **changes)


HEADINGS = [heading(C, "And ships?", follows=B, targets=2), heading(B, targets=1), heading(A)]


@pytest.fixture
def panel(desk):
    panel = HistoryPanel()
    desk.window.setCentralWidget(panel)
    panel.show_headings(HEADINGS)
    QApplication.setActiveWindow(desk.window)
    return panel


@pytest.fixture
def heard(panel):
    """What the panel said, signal by signal."""
    heard = []
    for name in ("open", "rerun", "compare", "report", "delete", "restore"):
        signal = getattr(panel, f"{name}_wanted")
        signal.connect(lambda *values, name=name: heard.append((name, *values)))
    return heard


def choose(panel, *rows):
    selection = panel.list.selectionModel()
    selection.clear()
    for row in rows:
        index = panel.list.model().index(row, 0)
        selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.Select)


def press(panel, name):
    QTest.mouseClick(panel.buttons[name], Qt.MouseButton.LeftButton)


def shown(panel):
    model = panel.list.model()
    return [model.index(row, 0).data(HEADING).id for row in range(model.rowCount())]


def test_an_entry_says_what_was_asked_when_and_what_came_of_it():
    assert question_line(heading(question="Where\n is  it?", follows=B)) == "↳ Where is it?"
    time = local_time("2026-01-02T03:04:05Z")
    assert time != "2026-01-02T03:04:05Z"
    assert detail_line(heading(targets=2)).startswith(f"{time} · 2 target")
    assert detail_line(heading()) == f"{time} · nothing found · a reasoner"
    assert "failed" in detail_line(heading(outcome=FAILED))
    assert "not finished" in detail_line(heading(outcome=ASKED))
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
def test_enter_opens(panel, heard, key):
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


@pytest.fixture
def kept(desk, tmp_path, monkeypatch):
    monkeypatch.setattr(project_places, "_profile", lambda: tmp_path / "profile" / "askmap")
    kept = ProjectHistory()
    kept.history.put(make_entry(A, question="Where is water?", created="2026-01-01T00:00:00Z"), make_scene())
    kept.history.put(make_entry(B, rectangle(2, 2, 9, 9), created="2026-01-02T00:00:00Z"))
    yield kept
    QgsProject.instance().clear()
    kept.close()


@pytest.fixture
def deeds(panel, kept):
    errands = Errands()
    deeds = HistoryDeeds(panel, kept, errands)
    deeds.faults = []
    deeds.failed.connect(deeds.faults.append)
    yield deeds
    errands.close()


def test_the_list_follows_the_history(panel, kept, deeds):
    assert shown(panel) == [B, A]
    kept.history.put(make_entry(C, created="2026-01-03T00:00:00Z"))
    wait_until(lambda: shown(panel) == [C, B, A], "the new one is shown")


def test_typing_finds(panel, deeds):
    QTest.keyClicks(panel.search, "moor")
    wait_until(lambda: shown(panel) == [B], "only one is shown")
    QTest.keyClicks(panel.search, " helicopter")
    wait_until(lambda: shown(panel) == [], "none is shown")
    panel.search.clear()
    wait_until(lambda: shown(panel) == [B, A], "all are shown")


def test_what_was_deleted_comes_back_with_undo(panel, kept, deeds):
    panel.confirm = lambda question: True
    choose(panel, 0, 1)
    press(panel, "delete")
    wait_until(lambda: shown(panel) == [], "both are gone")
    press(panel, "restore")
    wait_until(lambda: shown(panel) == [B, A], "both are back")
    assert kept.history.scene(A) is not None
    assert deeds.faults == []


@pytest.mark.parametrize("ending", ["html", "md"])
def test_a_report_is_written_with_its_pictures(panel, kept, deeds, tmp_path, ending):
    path = tmp_path / f"report.{ending}"
    panel.choose_file = lambda: str(path)
    choose(panel, 0, 1)
    press(panel, "report")
    wait_until(path.exists, "the report is written")
    text = path.read_text(encoding="utf-8")
    assert text.index("Where is water?") < text.index("Where could a ship moor?")
    assert (text.count("data:image/png") if ending == "html" else len(list(tmp_path.glob("*/*.png")))) == 2
    assert deeds.faults == []


def test_what_cannot_be_written_is_said(panel, deeds, tmp_path):
    panel.choose_file = lambda: str(tmp_path / "no such folder" / "report.html")
    choose(panel, 0)
    press(panel, "report")
    wait_until(lambda: bool(deeds.faults), "it is said")
    (fault,) = deeds.faults
    assert "cannot be written" in str(fault)


def test_what_a_killed_qgis_left_is_offered_one_by_one(panel, deeds, kept, tmp_path):
    assert not panel.notice.isVisibleTo(panel)
    left = [Leftover(tmp_path / f"{n}.gpkg", n, "<b>Where?</b>", "2026-01-02T03:04:05Z") for n in (1, 2)]
    heard = []
    panel.notice.recover_wanted.connect(heard.append)
    panel.notice.give_up_wanted.connect(heard.append)
    kept.found_unsaved.emit(left)
    assert panel.notice.isVisibleTo(panel)
    assert "<b>Where?</b>" in panel.notice.words.text()
    QTest.mouseClick(panel.notice.recover_button, Qt.MouseButton.LeftButton)
    panel.notice.confirm = lambda: False
    QTest.mouseClick(panel.notice.give_up_button, Qt.MouseButton.LeftButton)
    assert panel.notice.isVisibleTo(panel)
    panel.notice.confirm = lambda: True
    QTest.mouseClick(panel.notice.give_up_button, Qt.MouseButton.LeftButton)
    assert heard == [str(each.path) for each in left]
    assert not panel.notice.isVisibleTo(panel)


def colour_at(image, x, y):
    """At a pixel of the 40 x 30 px scene."""
    scale = SIDE_PX / 40
    return QColor(image.pixel(int((x + 0.5) * scale), int((y + 0.5) * scale)))


def test_a_picture_shows_the_scene_and_tints_what_was_found():
    scene = make_scene()
    scene = replace(scene, image=np.full_like(scene.image, 100))
    entry = make_entry(A, rectangle(20, 10, 30, 25))
    image = picture_of(entry, scene)
    assert (image.width(), image.height()) == (1000, 750)
    assert colour_at(image, 35, 20).getRgb()[:3] == (100, 100, 100)
    tinted, colour = colour_at(image, 25, 20), colour_of(1)
    assert all(min(100, c) <= t <= max(100, c) for t, c in zip(tinted.getRgb()[:3], colour.getRgb()))
    assert tinted != colour_at(image, 35, 20)
    rejected = picture_of(with_changes(entry, 1, state=REJECTED), scene)
    assert colour_at(rejected, 25, 20) == colour_at(rejected, 35, 20)
    assert colour_at(picture_of(entry, None), 35, 20) == colour_at(image, 3, 1)  # paper


def test_a_picture_lies_where_the_grid_says():
    scene = replace(make_scene(), image=np.zeros_like(make_scene().image))
    south_up = replace(utm_grid(), affine=(2, 0, 500_000, 0, 2, 3_999_940))
    entry = make_entry(A, rectangle(20, 10, 30, 25, south_up), grid=south_up)
    image = picture_of(entry, replace(scene, grid=south_up))
    assert colour_at(image, 25, 12) != QColor(0, 0, 0)
    assert colour_at(image, 25, 27) == QColor(0, 0, 0)
