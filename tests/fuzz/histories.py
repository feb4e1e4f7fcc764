"""Histories beside a project: any file at all is read, written to or set aside with a named error."""

from __future__ import annotations

import json
import os
import random
import sqlite3
import struct
import tempfile
from contextlib import closing
from functools import lru_cache
from pathlib import Path
from typing import Any

from askmap.backend.entries.entry import Entry
from askmap.backend.errors import AskMapError
from askmap.backend.geo.outlines import area_in_px, area_m2, geometry_box
from askmap.backend.history.store import History
from entries import make_entry, make_scene, multi_polygon, two_found

COUNT = 200_000
LIMIT_S = 1.0

_PAGE = 4096
_TABLES = ("questions", "targets", "pictures", "askmap_history", "gpkg_contents", "sqlite_sequence")
_COLUMNS = (
    "entry",
    "created",
    "question",
    "outcome",
    "fault",
    "source",
    "record",
    "outline",
    "scene",
    "seen",
)
_NUMBERS = (0, -1, 1, 2**31, 2**53, 2**63, 10**400, 0.5, -0.0, 1e300, float("nan"), float("inf"))
_TEXTS = (
    "",
    "x",
    "\0",
    "ü" * 300,
    "\ud800",
    "EPSG:32633",
    "http://127.0.0.1:9/",
    "open",
    "model",
    "answered",
)
_ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
_SQL = (
    "DROP TABLE {table}",
    "ALTER TABLE {table} RENAME TO kept",
    "CREATE VIEW IF NOT EXISTS {table} AS " + _ENDLESS,
    "CREATE VIEW {table} AS SELECT * FROM kept JOIN kept AS a JOIN kept AS b",
    "CREATE VIRTUAL TABLE {table} USING fts4(entry, record)",
    "CREATE TABLE {table} (entry, record)",
    "CREATE TRIGGER t AFTER INSERT ON {table} BEGIN INSERT INTO pictures (entry) " + _ENDLESS + "; END",
    "CREATE TRIGGER t AFTER DELETE ON {table} BEGIN DELETE FROM questions; END",
    "CREATE UNIQUE INDEX i ON {table} (rowid % 2)",
    "ALTER TABLE {table} ADD COLUMN x AS (hex(zeroblob(100000000)))",
    "ALTER TABLE {table} ADD COLUMN y TEXT NOT NULL DEFAULT ''",
    "UPDATE {table} SET {column} = {value}",
    "UPDATE OR IGNORE {table} SET {column} = {value}",
    "INSERT OR REPLACE INTO {table} SELECT * FROM {table}",
    "INSERT OR REPLACE INTO pictures SELECT entry, record, record, record FROM questions",
    "UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master WHERE name = '{table}')",
    "UPDATE sqlite_master SET sql = replace(sql, 'NOT NULL', '')",
    "UPDATE sqlite_master SET sql = replace(sql, 'UNIQUE', '')",
    "UPDATE sqlite_master SET sql = replace(sql, 'TEXT', 'TEXT COLLATE nocase CHECK (1)')",
    "UPDATE sqlite_master SET name = '{table}' WHERE rowid = 3",
    "PRAGMA journal_mode = WAL",
    "PRAGMA user_version = {number}",
)  # fmt: skip


def one(rng: random.Random, folder: Path) -> str:
    path = folder / "town_askmap.gpkg"
    rng.choice((_changed_bytes, _changed_pages, _changed_by_sql, _changed_record, _changed_blob, _beside))(
        rng, path
    )
    outcome = "read"
    for act in (_read, _copied, _written):
        try:
            act(History(path), folder)
        except AskMapError as error:
            outcome = type(error).__name__ if outcome == "read" else outcome
    return outcome


def _read(history: History, folder: Path) -> None:
    history.headings("ship")
    for heading in history.headings()[:5]:
        entry = history.entry(heading.id)
        history.scene(heading.id)
        history.seen(heading.id)
        _use(entry)


def _use(entry: Entry) -> None:
    for finding in entry.findings:
        area_in_px(finding.outline, entry.grid)
        area_m2(finding.outline, entry.grid.crs)
        geometry_box(finding.outline, entry.grid)


def _copied(history: History, folder: Path) -> None:
    there = History(folder / "there.gpkg")
    history.copy_to(there.path)
    there.headings()


def _written(history: History, folder: Path) -> None:
    for heading in history.headings()[:2]:
        history.put(history.entry(heading.id))
    history.put(make_entry("e" * 32))
    history.delete("e" * 32)


@lru_cache(maxsize=1)
def _whole() -> bytes:
    """A history of two entries with pictures."""
    with tempfile.TemporaryDirectory() as folder:
        history = History(Path(folder, "whole.gpkg"))
        history.put(make_entry(), make_scene())
        history.put(two_found(), make_scene(), make_scene().image)
        return history.path.read_bytes()


def _changed_bytes(rng: random.Random, path: Path) -> None:
    content = bytearray(_whole())
    for _ in range(rng.choice((1, 3, 30, 300))):
        at = rng.randrange(rng.choice((100, 4096, len(content))))
        content[at] = rng.choice((0, 1, 255, rng.randrange(256)))
    path.write_bytes(content[: rng.choice((len(content), rng.randrange(len(content) + 1)))])


def _changed_pages(rng: random.Random, path: Path) -> None:
    content = bytearray(_whole())
    pages = len(content) // _PAGE
    for _ in range(rng.randrange(1, 5)):
        here, there = (_PAGE * rng.randrange(pages) for _ in range(2))
        if rng.random() < 0.3:  # an inner page whose children are wherever
            children = [rng.randrange(1, pages + 1) for _ in range(rng.choice((2, 100, 500)))]
            cells = b"".join(struct.pack(">IB", child, n % 128) for n, child in enumerate(children))
            page = struct.pack(
                ">BHHHBI", rng.choice((2, 5)), 0, len(children), _PAGE - len(cells), 0, children[0]
            )
            page += b"".join(struct.pack(">H", _PAGE - len(cells) + 5 * n) for n in range(len(children)))
            content[here : here + _PAGE] = (page.ljust(_PAGE - len(cells), b"\0") + cells)[:_PAGE].ljust(
                _PAGE, b"\0"
            )
        else:
            content[here : here + _PAGE] = content[there : there + _PAGE]
    path.write_bytes(content)


def _connected(path: Path) -> sqlite3.Connection:
    path.write_bytes(_whole())
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript(
        "PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY; PRAGMA writable_schema = ON"
    )
    connection.set_progress_handler(lambda: True, 100_000)  # what we ask for ourselves may not end either
    return connection


def _changed_by_sql(rng: random.Random, path: Path) -> None:
    values = ("NULL", "7", "-1", "1e400", "x'ff00c328'", "CAST(x'c328' AS TEXT)", "zeroblob(3000)", "'text'")
    with closing(_connected(path)) as connection:
        for _ in range(rng.randrange(1, 5)):
            names = {
                "table": rng.choice(_TABLES),
                "column": rng.choice(_COLUMNS),
                "value": rng.choice(values),
            }
            try:
                connection.execute(rng.choice(_SQL).format(**names, number=rng.randrange(-9, 9)))
            except sqlite3.Error:
                continue


def _changed_record(rng: random.Random, path: Path) -> None:
    table, column = rng.choice((("questions", "record"), ("targets", "record"), ("pictures", "scene_record")))
    with closing(_connected(path)) as connection:
        for rowid, text in connection.execute(f"SELECT rowid, {column} FROM {table}").fetchall():
            record = _changed_json(rng, json.loads(text))
            text = json.dumps(record) if rng.random() < 0.95 else rng.choice('[{"') * rng.choice((9, 50_000))
            connection.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (text, rowid))


def _changed_json(rng: random.Random, value: Any) -> Any:
    """With something else somewhere in it."""
    if isinstance(value, dict) and value and rng.random() < 0.9:
        name = rng.choice(list(value))
        if rng.random() < 0.1:
            return {other: inner for other, inner in value.items() if other != name}
        return {**value, name: _changed_json(rng, value[name])}
    if isinstance(value, list) and value and rng.random() < 0.8:
        at = rng.randrange(len(value))
        return [*value[:at], _changed_json(rng, value[at]), *value[at + rng.randrange(2) :]]
    odd = (
        None,
        True,
        [],
        {},
        [[]],
        rng.choice(_NUMBERS),
        rng.choice(_TEXTS),
        rng.uniform(-1e3, 1e3),
        rng.randrange(99),
    )
    return rng.choice(odd)


def _changed_blob(rng: random.Random, path: Path) -> None:
    table, column = rng.choice((("targets", "outline"), ("pictures", "scene"), ("pictures", "seen")))
    with closing(_connected(path)) as connection:
        for rowid, blob in connection.execute(f"SELECT rowid, {column} FROM {table}").fetchall():
            sides = [rng.choice((0, 1, -1, 5, 1e9, 1e15, -1e308, float("nan"))) for _ in range(4)]
            content = bytearray(
                blob or b"" if rng.random() < 0.8 else multi_polygon((*sides,)) * rng.randrange(1, 3)
            )
            for _ in range(rng.choice((0, 1, 2, 9))):
                if content:
                    content[rng.randrange(min(len(content), rng.choice((40, len(content)))))] = rng.choice(
                        (0, 1, 6, 255)
                    )
            connection.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (bytes(content), rowid))


def _beside(rng: random.Random, path: Path) -> None:
    """A whole history, or none, with a journal or a log that is nothing of the kind."""
    content = bytearray(_whole())
    if rng.random() < 0.5:
        content[18:20] = rng.choice((b"\1\1", b"\2\2", b"\1\2", b"\3\3"))
    path.write_bytes(content)
    side = Path(f"{path}{rng.choice(('-journal', '-wal', '-shm'))}")
    made = rng.randrange(6)
    if made == 0:
        os.mkfifo(side)
    elif made == 1:
        os.symlink(path, side)
    elif made == 2:
        side.mkdir()
    else:
        head = bytes.fromhex(rng.choice(("d9d505f920a163d7", "377f0682", "377f0683")))
        name = os.fsencode(path.parent / rng.choice(("letter.txt", f"{path.name}-mj0123456789", "..")))
        tail = name + struct.pack(">II", len(name), sum(name)) + bytes.fromhex("d9d505f920a163d7")
        pages = struct.pack(
            ">5I", rng.choice((0, 1, 2**32 - 1)), 1, rng.choice((1, 9, 2**32 - 1)), 512, _PAGE
        )
        body = rng.randbytes(rng.choice((0, 100, 5000)))
        side.write_bytes((head + pages).ljust(512, b"\0") + body + (tail if made == 3 else b""))
    if rng.random() < 0.1:
        path.unlink()
        rng.choice((os.mkfifo, os.mkdir))(path)
