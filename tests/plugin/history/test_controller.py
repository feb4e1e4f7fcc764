"""What the page of the history does: find, delete, bring back, report, recover."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

pytestmark = pytest.mark.qgis

from askmap.plugin.history import paths  # noqa: E402
from askmap.plugin.history.controller import HistoryController  # noqa: E402
from askmap.plugin.history.locked_history import LockedHistory  # noqa: E402
from askmap.plugin.history.project_history import ProjectHistory  # noqa: E402
from askmap.plugin.history.thin_dialog import ThinDialog  # noqa: E402
from askmap.plugin.history.unsaved import Leftover  # noqa: E402
from askmap.plugin.runtime.file_worker import FileWorker  # noqa: E402
from askmap.plugin.settings import SettingsStore  # noqa: E402
from desktop import wait_until  # noqa: E402
from entries import make_entry, make_scene, rectangle, utm_grid  # noqa: E402
from history_page import A, B, C, choose, heading_of, open_page, press, shown  # noqa: E402
from qgis.core import QgsProject  # noqa: E402
from qgis.PyQt.QtCore import Qt  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402


@pytest.fixture
def panel(desk):
    return open_page(desk)


@pytest.fixture
def kept(desk, tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "profile_folder", lambda: tmp_path / "profile" / "askmap")
    kept = ProjectHistory()
    kept.history.put(make_entry(A, question="Where is water?", created="2026-01-01T00:00:00Z"), make_scene())
    kept.history.put(make_entry(B, rectangle(2, 2, 9, 9), created="2026-01-02T00:00:00Z"))
    yield kept
    QgsProject.instance().clear()
    kept.close()


@pytest.fixture
def deeds(panel, kept):
    file_worker = FileWorker()
    deeds = HistoryController(panel, kept, file_worker, SettingsStore())
    deeds.faults = []
    deeds.failed.connect(deeds.faults.append)
    wait_until(lambda: shown(panel) == [B, A], "the list is read")
    yield deeds
    file_worker.close()


def test_the_list_follows_the_history(panel, kept, deeds):
    wait_until(lambda: shown(panel) == [B, A], "both are shown")
    kept.history.put(make_entry(C, created="2026-01-03T00:00:00Z"))
    wait_until(lambda: shown(panel) == [C, B, A], "the new one is shown")


def test_typing_finds_entries(panel, deeds):
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
    assert "<b>Where?</b>" in panel.notice.label.text()
    QTest.mouseClick(panel.notice.recover_button, Qt.MouseButton.LeftButton)
    panel.notice.confirm = lambda: False
    QTest.mouseClick(panel.notice.give_up_button, Qt.MouseButton.LeftButton)
    assert panel.notice.isVisibleTo(panel)
    panel.notice.confirm = lambda: True
    QTest.mouseClick(panel.notice.give_up_button, Qt.MouseButton.LeftButton)
    assert heard == [str(each.path) for each in left]
    assert not panel.notice.isVisibleTo(panel)


def test_a_verdict_reads_only_its_own_heading_and_keeps_what_is_chosen(panel, kept, deeds, monkeypatch):
    choose(panel, 1)
    whole = []
    monkeypatch.setattr(LockedHistory, "headings", lambda *_: whole.append(1))
    entry = kept.history.entry(B)
    finding = entry.finding(1)
    kept.history.change(B, [(finding, replace(finding, note="a quay"))])
    kept.history.change(B, [(replace(finding, note="a quay"), None)])
    wait_until(lambda: heading_of(panel, B).targets == 0, "its line is read again")
    assert (whole, panel.chosen()) == ([], [A])


def test_what_is_kept_while_a_search_is_open_is_shown_only_if_it_has_the_words(panel, kept, deeds):
    panel.search.setText("water")
    wait_until(lambda: shown(panel) == [A], "it is searched")
    kept.history.put(make_entry(C, question="More water?", created="2025-01-01T00:00:00Z"))
    kept.history.put(make_entry("d" * 32, question="Ships?", created="2026-02-01T00:00:00Z"))
    wait_until(lambda: shown(panel) == [A, C], "the one with the word is shown, in its place")


def test_old_pictures_leave_when_the_user_says_so_and_undo_brings_them_back(panel, kept, deeds):
    noise = make_scene(utm_grid(600, 500))
    kept.history.put(make_entry(C, created="2025-01-01T00:00:00Z", grid=noise.grid), noise)
    wait_until(lambda: "MB" in panel.file_size.text() or "kB" in panel.file_size.text(), "its size is shown")
    large, asked = kept.history.size(), []
    panel.choose_older = lambda sizes: asked.append(sizes) or [C]
    panel.file_size.linkActivated.emit("0")
    wait_until(lambda: panel.buttons["restore"].isEnabled(), "they are taken out")
    assert [id for id, _ in asked[0]] == [A, C]
    assert kept.history.size() < large / 2
    assert kept.history.scene(C) is None
    assert kept.history.entry(C).question.text == "Where could a ship moor?"
    press(panel, "restore")
    wait_until(lambda: not panel.buttons["restore"].isEnabled(), "they are back")
    assert np.array_equal(kept.history.scene(C).image, noise.image)
    assert kept.history.scene(A) is not None
    assert deeds.faults == []


def test_without_an_answer_of_the_user_no_picture_leaves(panel, kept, deeds):
    asked = []
    panel.choose_older = lambda sizes: asked.append(1) or []
    wait_until(lambda: panel.file_size.links(), "the size is shown")
    panel.file_size.linkActivated.emit("0")
    wait_until(lambda: asked, "it is asked")
    panel.search.setText("nothing of all that")
    wait_until(lambda: shown(panel) == [], "what was begun before is done")
    assert kept.history.scene(A) is not None
    assert not kept.history.restorable


def test_the_dialog_counts_what_goes_and_offers_nothing_where_all_stays(desk):
    dialog = ThinDialog([(A, 3 << 20), (B, 2 << 20), (C, 1 << 20)], desk.window)
    dialog.kept.setValue(1)
    assert dialog.older() == [B, C]
    assert "3.0 MB" in dialog.outcome.text()
    dialog.kept.setValue(3)
    assert not dialog.take_out.isEnabled()
