"""No place to write, damage, reloads, a killed QGIS: nothing of the history of a project is lost."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing

import numpy as np
import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.atomic import make_folder  # noqa: E402
from askmap.backend.entries.entry import ACCEPTED  # noqa: E402
from askmap.backend.errors import AskMapError, NotWritten  # noqa: E402
from askmap.backend.history import recovery  # noqa: E402
from askmap.backend.history import store as history_module  # noqa: E402
from askmap.backend.history.schema import VERSION  # noqa: E402
from askmap.plugin.history import locked_history  # noqa: E402
from entries import ids, make_entry, make_scene, rectangle, with_changes  # noqa: E402
from places import SUPPORT  # noqa: E402

A, B, C, D = (letter * 32 for letter in "abcd")


def test_where_nothing_can_be_written_the_profile_serves_until_it_can(kept, project, tmp_path):
    project.write(str(tmp_path / "work" / "p.qgz"))
    obstacle = tmp_path / "work" / "p_askmap.gpkg"
    obstacle.mkdir()  # root may write everywhere, but not into a folder as if it were a file
    kept.history.put(make_entry())
    (sentence,) = kept.heard
    assert "p_askmap.gpkg" in sentence
    assert "until it can be written there again" in sentence
    kept.history.put(make_entry(B))
    assert len(kept.heard) == 1
    assert ids(kept) == {A, B}
    project.read(str(tmp_path / "work" / "p.qgz"))
    assert ids(kept) == {A, B}
    obstacle.rmdir()
    project.read(str(tmp_path / "work" / "p.qgz"))
    assert ids(kept) == {A, B}
    assert kept.history.path == obstacle


def test_the_history_goes_back_beside_the_project_as_soon_as_there_is_room(
    kept, project, tmp_path, monkeypatch
):
    monkeypatch.setattr(locked_history, "RETRY_S", 0)
    project.write(str(tmp_path / "work" / "p.qgz"))
    kept.history.put(make_entry(A), make_scene())
    beside = kept.history.path
    monkeypatch.setattr(locked_history, "ROOM_BYTES", 2**63)
    with monkeypatch.context() as full:
        full.setattr(history_module, "make_folder", refuse_in(beside.parent))
        kept.history.put(make_entry(B))
        assert kept.history.path != beside
        assert ids(kept) == {A, B}
    kept.history.put(make_entry(C))  # there is still no room
    assert kept.history.path != beside
    monkeypatch.setattr(locked_history, "ROOM_BYTES", 0)
    kept.history.put(make_entry(D))
    assert kept.history.path == beside
    assert ids(kept) == {A, B, C, D}
    assert kept.heard[-1] == f"The history is kept in {beside} again."
    assert len(kept.heard) == 2
    assert not list((tmp_path / "profile").rglob("*.gpkg"))
    assert np.array_equal(kept.history.scene(A).image, make_scene().image)


def refuse_in(folder):
    def make(other):
        if other == folder:
            raise NotWritten("No space is left.")
        make_folder(other)

    return make


def test_saving_the_project_takes_the_history_back_too(kept, project, tmp_path):
    project.write(str(tmp_path / "work" / "p.qgz"))
    obstacle = tmp_path / "work" / "p_askmap.gpkg"
    obstacle.mkdir()
    kept.history.put(make_entry())
    obstacle.rmdir()
    project.write()
    assert kept.history.path == obstacle
    assert ids(kept) == {A}


def test_a_history_of_a_newer_askmap_is_left_alone(kept, project, tmp_path):
    project.write(str(tmp_path / "work" / "p.qgz"))
    kept.history.put(make_entry())
    with closing(sqlite3.connect(kept.history.path)) as connection, connection:
        connection.execute("UPDATE askmap_history SET version = ?", (VERSION + 1,))
    before = kept.history.path.read_bytes()
    assert kept.headings() == []
    kept.history.put(make_entry(B))
    assert kept.heard
    assert all("newer AskMap" in sentence for sentence in kept.heard)
    assert ids(kept) == {B}
    assert (tmp_path / "work" / "p_askmap.gpkg").read_bytes() == before


def test_a_damaged_history_is_set_aside_and_the_question_is_kept_all_the_same(kept, project, tmp_path):
    project.write(str(tmp_path / "work" / "p.qgz"))
    kept.history.put(make_entry())
    kept.history.path.write_bytes(b"this is no database, but it is somebody's file")
    kept.history.put(make_entry(B))
    (sentence,) = kept.heard
    assert "p_askmap_damaged_1.gpkg" in sentence
    assert ids(kept) == {B}


ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS fid, i AS entry FROM n"


def test_a_strangers_history_that_never_ends_is_set_aside_and_a_new_one_begins(kept, project, tmp_path):
    project.write(str(tmp_path / "work" / "p.qgz"))
    kept.history.put(make_entry())
    with closing(sqlite3.connect(kept.history.path)) as connection, connection:
        connection.execute("ALTER TABLE questions RENAME TO kept")
        connection.execute(f"CREATE VIEW questions AS {ENDLESS}")
    assert kept.headings() == []
    (sentence,) = kept.heard
    assert "p_askmap_damaged_1.gpkg" in sentence
    kept.history.put(make_entry(B))
    assert ids(kept) == {B}
    assert len(kept.heard) == 1


def test_a_strangers_triggers_never_run(kept, project, tmp_path):
    project.write(str(tmp_path / "work" / "p.qgz"))
    kept.history.put(make_entry())
    with closing(sqlite3.connect(kept.history.path)) as connection, connection:
        connection.execute("CREATE TRIGGER t AFTER INSERT ON questions BEGIN DELETE FROM targets; END")
    before = kept.history.path.read_bytes()
    assert ids(kept) == {A}
    kept.history.put(make_entry(B))
    assert "would change what AskMap writes" in kept.heard[-1]
    assert ids(kept) == {A, B}
    assert (tmp_path / "work" / "p_askmap.gpkg").read_bytes() == before


def test_a_damaged_history_that_cannot_be_moved_is_looked_into_once(kept, project, tmp_path, monkeypatch):
    project.write(str(tmp_path / "work" / "p.qgz"))
    kept.history.put(make_entry())
    kept.history.path.write_bytes(b"this is no database, but it is somebody's file")
    monkeypatch.setattr(recovery.os, "replace", refuse_damaged)
    assert kept.headings() == []
    assert kept.headings() == []
    assert len(kept.heard) == 1
    kept.history.put(make_entry(B))
    assert ids(kept) == {B}


def refuse_damaged(source, target, replace=os.replace):
    if "_damaged_" in str(target):
        raise PermissionError(13, "Permission denied", str(target))
    replace(source, target)


def test_what_was_deleted_comes_back(kept):
    entry = with_changes(make_entry(A, rectangle(1, 1, 5, 5)), 1, state=ACCEPTED, note="Mine.")
    kept.history.put(entry, make_scene())
    kept.history.put(make_entry(B))
    kept.history.delete(A, B)
    assert ids(kept) == set()
    assert kept.history.restorable == 2
    kept.history.restore()
    assert kept.history.entry(A) == entry
    assert np.array_equal(kept.history.scene(A).image, make_scene().image)
    assert ids(kept) == {A, B}
    assert kept.history.restorable == 0


def test_a_reloaded_plugin_finds_the_history_of_the_unsaved_project(started, project):
    first = started()
    first.history.put(make_entry())
    first.close()
    first.closed = True
    second = started()
    second.found_unsaved.connect(lambda _: pytest.fail("it is not a killed one's"))
    second.look_for_unsaved()
    assert ids(second) == {A}


KILLED = """
import os, sys, time
sys.path.insert(0, {tests!r})
from pathlib import Path
from qgis.testing import start_app
app = start_app()
from askmap.plugin.history import paths
paths.profile_folder = lambda: Path({profile!r})
from askmap.plugin.history.project_history import ProjectHistory
from entries import *
kept = ProjectHistory()
number = 0
while True:
    kept.history.put(make_entry(f"{{number:032d}}", rectangle(1, 1, 9, 9)), make_scene())
    (kept.folder_for_layers() / f"{{number}}.gpkg").write_text("an answer")
    print(f"{{number:032d}}", flush=True)
    number += 1
"""


@pytest.fixture
def killed(tmp_path, project):
    """A QGIS without a window that was killed while it worked on an unsaved project; what it had finished."""
    script = KILLED.format(tests=str(SUPPORT), profile=str(tmp_path / "profile" / "askmap"))
    command = [sys.executable, "-W", "ignore", "-c", script]
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=surroundings
    )
    numbers = []
    while len(numbers) < 20:
        line = process.stdout.readline().strip()
        assert line or process.poll() is None
        numbers += [line] if line.isdigit() else []
    process.send_signal(signal.SIGKILL)
    numbers += [line for line in process.stdout.read().split() if line.isdigit() and len(line) == 32]
    process.stdout.close()
    process.wait()
    return numbers


def test_what_a_killed_qgis_had_is_offered_and_comes_back(killed, started, project, tmp_path):
    kept, offers = started(), []
    kept.found_unsaved.connect(offers.extend)
    kept.look_for_unsaved()
    (left,) = offers
    assert left.questions in (len(killed), len(killed) + 1)
    assert left.latest == "Where could a ship moor?"
    project.write(str(tmp_path / "work" / "p.qgz"))
    files = kept.recover(left.path)
    assert set(killed) <= ids(kept)
    assert set(files) == set((tmp_path / "work" / "p_askmap").iterdir())
    assert len(files) >= len(killed)
    kept.look_for_unsaved()
    assert len(offers) == 1
    assert list((tmp_path / "profile" / "askmap" / "unsaved").iterdir()) == []


def test_what_a_killed_qgis_had_can_be_given_up(killed, started, tmp_path):
    kept, offers = started(), []
    kept.found_unsaved.connect(offers.extend)
    kept.look_for_unsaved()
    kept.give_up(offers[0].path)
    kept.look_for_unsaved()
    assert len(offers) == 1
    assert list((tmp_path / "profile" / "askmap" / "unsaved").iterdir()) == []


def test_the_journal_of_a_killed_write_goes_with_the_history(killed, started, tmp_path):
    kept, offers = started(), []
    kept.found_unsaved.connect(offers.extend)
    kept.look_for_unsaved()
    left = offers[0].path
    left.with_name(f"{left.name}-journal").write_bytes(bytes(512))  # begun, but not yet in force
    kept.recover(left)
    assert list((tmp_path / "profile" / "askmap" / "unsaved").glob("*-journal")) == []


def test_what_another_qgis_works_on_is_not_offered(started, project):
    working, curious = started(), started()
    working.history.put(make_entry())
    curious.found_unsaved.connect(lambda _: pytest.fail("it is in use"))
    curious.look_for_unsaved()
    assert curious.recover(working.history.path) == []
    assert curious.heard == ["Another QGIS uses that history now."]
    assert ids(working) == {A}


def test_without_any_place_to_write_the_fault_is_said(kept, project, tmp_path):
    (tmp_path / "profile").write_text("not a folder")
    with pytest.raises(AskMapError):
        kept.history.put(make_entry())
