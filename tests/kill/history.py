"""A history of entries and verdicts: what a call has finished is there."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from askmap.backend.entries.entry import ACCEPTED
from askmap.backend.history.store import History
from case import Case
from entries import entries_of, make_entry, make_scene, rectangle

ENTRIES = 12


def history(folder: Path) -> History:
    return History(folder / "town_askmap.gpkg")


def prepare(folder: Path) -> None:
    history(folder).put(make_entry("f" * 32, rectangle(1, 1, 9, 9)), make_scene())


def work(folder: Path) -> None:
    """Tells each finished call, in one write, beside the folder's history."""
    told = os.open(folder / "told", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for number in range(ENTRIES):
        id = f"{number:032d}"
        entry = make_entry(id, rectangle(1, 1, 9, 9))
        history(folder).put(entry, make_scene())
        os.write(told, f"{id} put\n".encode())
        before = entry.findings[0]
        history(folder).change(id, [(before, replace(before, state=ACCEPTED))])
        os.write(told, f"{id} judged\n".encode())


def check(folder: Path) -> None:
    lines = (folder / "told").read_text().splitlines() if (folder / "told").exists() else []
    entries = {entry.id: entry for entry in entries_of(history(folder))}
    assert "f" * 32 in entries
    judged = {line.split()[0] for line in lines if line.endswith("judged")}
    for line in lines:
        id = line.split()[0]
        assert id in entries, f"{id} is lost"
        assert history(folder).scene(id) is not None, f"the picture of {id} is lost"
        latest = [each for each in lines if each.startswith(id)][-1]
        if id in judged and latest.endswith("judged"):
            assert entries[id].findings[0].state == ACCEPTED, f"the verdict of {id} is lost"
    with closing(sqlite3.connect(history(folder).path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def check_next(folder: Path) -> None:
    check(folder)
    assert len(entries_of(history(folder))) == ENTRIES + 1
    assert sorted(os.listdir(folder)) == ["told", "town_askmap.gpkg"]


CASES = {"put-and-verdict": Case(prepare, work, check, check_next)}
