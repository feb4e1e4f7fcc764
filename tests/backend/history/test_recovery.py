"""backend/history/store.py: no move, damage, kill or second program loses anything of it."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from askmap.backend.entries.entry import new_id
from askmap.backend.errors import EntryUnreadable, HistoryBroken, HistoryUnusable
from askmap.backend.history.schema import VERSION
from askmap.backend.history.store import History
from entries import entries_of, make_entry, make_scene, rectangle, two_found, utm_grid, with_changes
from places import SUPPORT


def test_moving_takes_everything_along(history, tmp_path):
    scene = make_scene()
    history.put(two_found(), scene)
    old = history.path
    history.move_to(tmp_path / "new folder" / "city's_askmap.gpkg")
    assert not old.exists()
    assert history.path.name == "city's_askmap.gpkg"
    assert history.entry("b" * 32) == two_found()
    assert np.array_equal(history.scene("b" * 32).image, scene.image)


def test_moving_to_where_a_history_is_keeps_both_and_what_changed_last(history, tmp_path):
    there = History(tmp_path / "there.gpkg")
    entry = two_found()
    history.put(entry)
    there.put(make_entry())
    there.put(entry)
    there.change(entry.id, [(None, with_changes(entry, 1, note="Later.").finding(1))])
    history.move_to(there.path)
    assert {each.id for each in entries_of(there)} == {"a" * 32, "b" * 32}
    assert there.entry(entry.id).finding(1).note == "Later."
    assert len(there.entry(entry.id).findings) == 2


def test_moving_to_itself_or_from_nothing_loses_nothing(history, tmp_path):
    history.move_to(history.path)
    assert not history.path.exists()
    history.put(make_entry())
    history.move_to(history.path)
    assert len(entries_of(history)) == 1


def test_chosen_entries_can_be_copied(history, tmp_path):
    history.put(make_entry())
    history.put(two_found())
    history.copy_to(tmp_path / "bin.gpkg", ["b" * 32])
    assert entries_of(History(tmp_path / "bin.gpkg")) == [two_found()]
    assert len(entries_of(history)) == 2


@pytest.mark.parametrize("damage", ["no database", "cut", "holes"])
def test_a_damaged_file_is_set_aside_and_work_goes_on(history, damage):
    for number in range(20):
        history.put(make_entry(new_id(), rectangle(1, 1, 5, 5)), make_scene(seed=number))
    content = bytearray(history.path.read_bytes())
    if damage == "no database":
        content[:16] = b"?" * 16
    elif damage == "cut":
        del content[len(content) // 2 :]
    else:
        content[4096 : 4096 * 20] = b"\xff" * 4096 * 19
    history.path.write_bytes(content)
    with pytest.raises(
        HistoryBroken, match="is damaged: it now lies in .*town_askmap_damaged_1.gpkg"
    ) as error:
        entries_of(history)
    assert error.value.aside.read_bytes() == content
    assert entries_of(history) == []
    history.put(make_entry())
    assert len(entries_of(history)) == 1


def test_a_second_damaged_file_does_not_replace_the_first(history):
    for _ in range(2):
        history.path.write_bytes(b"this is no database, but it is somebody's file")
        with pytest.raises(HistoryBroken):
            history.put(make_entry())
    assert sorted(file.name for file in history.path.parent.iterdir()) == [
        "town_askmap_damaged_1.gpkg",
        "town_askmap_damaged_2.gpkg",
    ]


def test_a_damaged_history_is_not_copied_over_a_sound_one(history, tmp_path):
    there = History(tmp_path / "there.gpkg")
    there.put(make_entry())
    history.path.write_bytes(b"this is no database, but it is somebody's file")
    with pytest.raises(HistoryBroken, match="town_askmap"):
        history.move_to(there.path)
    assert len(entries_of(there)) == 1


def test_a_file_of_a_newer_askmap_is_left_alone(history):
    history.put(make_entry())
    with closing(sqlite3.connect(history.path)) as connection, connection:
        connection.execute("UPDATE askmap_history SET version = ?", (VERSION + 1,))
    before = history.path.read_bytes()
    for act in (history.headings, lambda: history.put(two_found()), lambda: history.delete("a" * 32)):
        with pytest.raises(HistoryUnusable, match="newer AskMap") as error:
            act()
        assert "Update AskMap" in error.value.hint
    assert history.path.read_bytes() == before


def test_somebody_elses_database_is_left_alone(history):
    with closing(sqlite3.connect(history.path)) as connection, connection:
        connection.execute("CREATE TABLE questions (mine TEXT)")
    before = history.path.read_bytes()
    with pytest.raises(HistoryUnusable, match="not a history of AskMap"):
        history.put(make_entry())
    assert history.path.read_bytes() == before


def test_an_empty_file_is_an_empty_history(history):
    history.path.touch()
    assert entries_of(history) == []
    history.put(make_entry())
    assert len(entries_of(history)) == 1


def test_what_cannot_be_a_file_is_one_sentence(tmp_path):
    (tmp_path / "folder.gpkg").mkdir()
    with pytest.raises(HistoryUnusable, match=r"folder\.gpkg cannot be used now"):
        History(tmp_path / "folder.gpkg").put(make_entry())


def test_an_unreadable_record_spoils_no_other(history):
    history.put(make_entry())
    history.put(two_found())
    with closing(sqlite3.connect(history.path)) as connection, connection:
        connection.execute("UPDATE questions SET record = '{}' WHERE entry = ?", ("a" * 32,))
    with pytest.raises(EntryUnreadable):
        history.entry("a" * 32)
    assert history.entry("b" * 32) == two_found()
    assert len(history.headings()) == 2


def test_an_unreadable_scene_is_told_as_one(history):
    history.put(make_entry(), make_scene())
    with closing(sqlite3.connect(history.path)) as connection, connection:
        connection.execute("UPDATE pictures SET scene_record = '{}'")
    with pytest.raises(EntryUnreadable):
        history.scene("a" * 32)


def child(script: str, *arguments: object) -> subprocess.Popen[str]:
    """Another Python that knows these tests' entries."""
    header = f"import sys; sys.path.insert(0, {str(SUPPORT)!r})\n"
    header += (
        "from pathlib import Path\nfrom askmap.backend.history.store import History\nfrom entries import *\n"
    )
    command = [sys.executable, "-W", "ignore", "-c", header + script, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


PUTS = """
history, scene = History(Path(sys.argv[1])), make_scene(utm_grid(200, 150))
for number in range(int(sys.argv[3])):
    id = sys.argv[2] + f"{number:031d}"
    history.put(make_entry(id, rectangle(1, 1, 9, 9)), scene, scene.image)
    print(id, flush=True)
"""


def integrity(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        (said,) = connection.execute("PRAGMA integrity_check").fetchone()
    return said


@pytest.mark.parametrize("moment", [1, 7, 40])
def test_a_kill_loses_nothing_that_was_put(history, moment):
    process = child(PUTS, history.path, "a", 500)
    done = [process.stdout.readline().strip() for _ in range(moment)]
    process.send_signal(signal.SIGKILL)
    done += process.stdout.read().split()
    process.wait()
    process.stdout.close()
    assert len(done) < 500
    found = {entry.id for entry in entries_of(history)}
    assert set(done) <= found
    assert len(found) <= len(done) + 1  # perhaps one more, which was put and not yet spoken of
    assert integrity(history.path) == "ok"
    assert all(
        np.array_equal(history.scene(id).image, make_scene(utm_grid(200, 150)).image) for id in done[:3]
    )
    history.put(two_found())


def test_two_programs_write_at_once_and_lose_nothing(history):
    processes = [child(PUTS, history.path, letter, 200) for letter in "ab"]
    said = [process.communicate()[0].split() for process in processes]
    assert [process.returncode for process in processes] == [0, 0]
    assert {entry.id for entry in entries_of(history)} == {*said[0], *said[1]}
    assert len(history.headings()) == 400
    assert integrity(history.path) == "ok"
    assert os.listdir(history.path.parent) == [history.path.name]
