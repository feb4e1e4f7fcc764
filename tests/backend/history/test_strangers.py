"""backend/history/store.py: a file that anyone may have made is read in time, or set aside."""

from __future__ import annotations

import json
import os
import sqlite3
import struct
from contextlib import closing, nullcontext
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from askmap.backend.entries.entry import FAILED
from askmap.backend.errors import EntryUnreadable, HistoryBroken, HistoryUnusable, UnreadableRaster
from askmap.backend.geo.png import from_png, to_png
from askmap.backend.geo.wkb import check_outline
from askmap.backend.history.store import History
from entries import entries_of, make_entry, make_scene, multi_polygon, two_found

A, B = "a" * 32, "b" * 32
ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"


@pytest.fixture
def strange(history):
    """The path of a history that does something to its own file with SQL."""
    history.put(two_found(), make_scene())

    def make(*statements: str) -> History:
        with closing(sqlite3.connect(history.path)) as connection, connection:
            for statement in statements:
                connection.execute(statement)
        return history

    return make


def is_set_aside(history: History) -> bool:
    with pytest.raises(HistoryBroken, match="is damaged: it now lies in"):
        history.headings()
    history.put(make_entry())
    return [heading.id for heading in history.headings()] == [A]


ASIDE = "ALTER TABLE questions RENAME TO kept"


@pytest.mark.parametrize(
    "statements",
    [
        (ASIDE, f"CREATE VIEW questions AS SELECT i AS fid, i AS entry FROM ({ENDLESS}) AS n"),
        (ASIDE, "CREATE VIRTUAL TABLE questions USING fts4(entry, created)"),
        (ASIDE, "CREATE TABLE questions (entry TEXT)"),
        ("ALTER TABLE questions ADD COLUMN x AS (hex(zeroblob(100000000)))",),
    ],
)
def test_what_is_no_table_of_ours_is_set_aside(strange, statements):
    assert is_set_aside(strange(*statements))


@pytest.mark.parametrize(
    "made",
    [
        f"CREATE TRIGGER t AFTER INSERT ON questions BEGIN INSERT INTO pictures (entry) {ENDLESS}; END",
        "CREATE TRIGGER t AFTER UPDATE ON gpkg_contents BEGIN DELETE FROM pictures; END",
        'CREATE TRIGGER t BEFORE DELETE ON "TARGETS" BEGIN SELECT RAISE(IGNORE); END',
        "CREATE UNIQUE INDEX i ON questions (outcome)",
        "CREATE INDEX i ON questions (hex(zeroblob(100000000)))",
        "CREATE INDEX i ON questions (created) WHERE length(question) > 3",
        "ALTER TABLE questions ADD COLUMN x TEXT CHECK (length(hex(zeroblob(1000000))) > 3)",
    ],
)
def test_what_would_run_when_written_is_read_and_never_written(strange, made, tmp_path):
    history = strange(made)
    before = history.path.read_bytes()
    assert entries_of(history) == [two_found()]
    for act in (lambda: history.put(make_entry()), lambda: history.delete(B)):
        with pytest.raises(HistoryUnusable, match="would change what AskMap writes"):
            act()
    assert history.path.read_bytes() == before
    history.copy_to(tmp_path / "new.gpkg")
    assert entries_of(History(tmp_path / "new.gpkg")) == [two_found()]


@pytest.mark.parametrize(
    "made",
    [
        "CREATE TABLE layer_styles (id INTEGER, text TEXT)",
        'ALTER TABLE questions ADD COLUMN "mine" TEXT',
        "CREATE INDEX i ON questions (created)",
        "CREATE VIEW mine AS SELECT question FROM questions",
    ],
)
def test_what_users_add_in_qgis_does_no_harm(strange, made):
    history = strange(made)
    history.put(make_entry())
    assert {heading.id for heading in history.headings()} == {A, B}


def test_a_default_that_is_computed_is_never_written(strange):
    default = (
        "replace(sql, 'record TEXT NOT NULL)', 'record TEXT NOT NULL, x DEFAULT (hex(zeroblob(9999999))))')"
    )
    history = strange(
        "PRAGMA writable_schema = ON",
        f"UPDATE sqlite_master SET sql = {default} WHERE name = 'questions'",
    )
    assert entries_of(history) == [two_found()]
    with pytest.raises(HistoryUnusable, match="holds «x»"):
        history.put(make_entry())


def test_pages_that_name_each_other_without_end_are_set_aside(history):
    history.put(two_found())
    content = bytearray(history.path.read_bytes())
    with closing(sqlite3.connect(history.path)) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'questions'").fetchone()
    size, leaf = 4096, len(content) // 4096 + 1
    content += content[(root - 1) * size : root * size]
    for level in range(12):  # 12 levels of 100 times the same page are 100^12 rows
        below = leaf + level
        cells = b"".join(struct.pack(">IB", below, number) for number in range(100))
        page = struct.pack(">BHHHBI", 5, 0, 100, size - len(cells), 0, below)
        page += b"".join(struct.pack(">H", size - len(cells) + 5 * number) for number in range(100))
        content += page.ljust(size - len(cells), b"\0") + cells
    top = leaf + 12
    content[(root - 1) * size : root * size] = content[(top - 1) * size : top * size]
    content[28:32] = struct.pack(">I", len(content) // size)
    history.path.write_bytes(content)
    assert is_set_aside(history)


def test_a_journal_deletes_no_file_of_the_users(history, tmp_path):
    history.put(make_entry())
    letter = tmp_path / "letter.txt"
    letter.write_text("mine")
    name = os.fsencode(letter)
    head = bytes.fromhex("d9d505f920a163d7") + struct.pack(">IIIII", 0, 1, 1, 512, 4096)
    tail = struct.pack(">I", 0x40000000 // 4096 + 1) + name
    tail += struct.pack(">II", len(name), sum(name)) + bytes.fromhex("d9d505f920a163d7")
    Path(f"{history.path}-journal").write_bytes(head.ljust(512, b"\0") + tail)
    assert is_set_aside(history)
    assert letter.read_text() == "mine"


@pytest.mark.parametrize("ending", ["", "-journal", "-wal"])
def test_a_pipe_is_set_aside(history, ending):
    if ending:
        history.put(make_entry())
    os.mkfifo(f"{history.path}{ending}")
    assert is_set_aside(history)


def test_a_journal_that_is_a_link_leads_nowhere(history, tmp_path):
    history.put(make_entry())
    (tmp_path / "letter.txt").write_text("mine")
    os.symlink(tmp_path / "letter.txt", f"{history.path}-journal")
    assert is_set_aside(history)
    assert (tmp_path / "letter.txt").read_text() == "mine"


def test_a_file_of_a_terabyte_of_nothing_is_set_aside(history):
    history.put(make_entry())
    os.truncate(history.path, 1 << 40)
    with closing(sqlite3.connect(":memory:")):
        assert [heading.id for heading in history.headings()] in ([A], [])


def test_a_table_whose_name_is_no_text_is_set_aside(strange):
    made = "CAST(CAST('CREATE TABLE targets(' AS BLOB) || x'ff2829' AS TEXT)"
    history = strange(
        "PRAGMA writable_schema = ON", f"UPDATE sqlite_master SET sql = {made} WHERE name = 'targets'"
    )
    assert is_set_aside(history)


@pytest.mark.parametrize("version", ["'one'", "x'00'", "1e300", "-3", "NULL"])
def test_a_version_that_is_no_number_is_no_history(strange, version):
    history = strange(
        "DROP TABLE askmap_history", f"CREATE TABLE askmap_history AS SELECT {version} AS version"
    )
    with pytest.raises(HistoryUnusable, match="not a history"):
        history.headings()


@pytest.mark.parametrize("value", ["x'ff00ff'", "CAST(x'c328' AS TEXT)", "7", "1e400", "char(0, 27, 8238)"])
@pytest.mark.parametrize("column", ["question", "created", "source", "follows", "fault", "outcome"])
def test_a_list_shows_whatever_stands_in_a_column_as_text(strange, column, value):
    (heading,) = strange(f"UPDATE questions SET {column} = {value}").headings()
    assert all(isinstance(text, str) for name, text in vars(heading).items() if name != "targets")
    assert "\0" not in heading.question


def changed(record: str, place: str, value: object) -> str:
    parts = json.loads(record)
    *way, last = place.split(".")
    inner = parts
    for step in way:
        inner = inner[int(step)] if isinstance(inner, list) else inner[step]
    inner[int(last) if isinstance(inner, list) else last] = value
    return json.dumps(parts)


PLACES = (
    "id", "question", "question.text", "question.language", "question.earlier", "grounding.thought",
    "grounding.targets", "grounding.targets.0", "grounding.targets.0.box", "grounding.targets.0.points",
    "grounding.targets.0.label", "grounding.targets.0.confidence", "grounding.raw", "grounding.format",
    "grid.width", "grid.height",
    "grid.affine", "grid.affine.2", "grid.crs", "provenance.source", "provenance.seed", "provenance.created",
    "provenance.settings", "provenance.times_s", "provenance.warnings", "follows", "outcome", "fault",
)  # fmt: skip


@pytest.mark.parametrize("value", [True, [[]], {"a": {}}, -1.5, float("nan"), 10**400, 2**40], ids=range(7))
@pytest.mark.parametrize("place", PLACES)
def test_a_field_of_another_kind_is_one_named_error(history, place, value):
    history.put(two_found())
    with closing(sqlite3.connect(history.path)) as connection, connection:
        (record,) = connection.execute("SELECT record FROM questions").fetchone()
        connection.execute("UPDATE questions SET record = ?", (changed(record, place, value),))
    is_number = place in ("grid.affine.2", "provenance.seed") and isinstance(value, (int, float))
    if (
        is_number
        and not isinstance(value, bool)
        and value in (-1.5, 2**40)
        and (place, value) != ("provenance.seed", -1.5)
    ):
        assert history.entry(B).id == B
        return
    with pytest.raises(EntryUnreadable, match="cannot be read"):
        history.entry(B)


@pytest.mark.parametrize(
    "record", ["[" * 100_000, '{"a":' * 100_000, "7", "[]", "\0", "nan", "1" * 10_000], ids=range(7)
)
def test_a_record_that_is_no_object_is_one_named_error(history, record):
    history.put(two_found(), make_scene())
    with closing(sqlite3.connect(history.path)) as connection, connection:
        connection.execute("UPDATE questions SET record = ?", (record,))
        connection.execute("UPDATE pictures SET scene_record = ?", (record,))
    for act in (history.entry, history.scene):
        with pytest.raises(EntryUnreadable):
            act(B)


@pytest.mark.parametrize(
    "messages",
    [
        *(7, {}, [7], [{}], [{"template": "{a}", "fields": {"a": None}}]),
        *([{"template": f"{{a{form}}}", "fields": {"a": 1}}] for form in (":>99999999", ".real", "!r")),
        [{"template": "{a}" * 10_000, "fields": {"a": "x" * 10_000}}],
    ],
)
def test_what_is_no_message_is_one_named_error_and_the_list_is_still_there(history, messages):
    history.put(replace(two_found(), outcome=FAILED, fault="It fell."))
    with closing(sqlite3.connect(history.path)) as connection, connection:
        (record,) = connection.execute("SELECT record FROM questions").fetchone()
        record = json.dumps({**json.loads(record), "messages": messages})
        connection.execute("UPDATE questions SET record = ?", (record,))
    assert [heading.fault for heading in history.headings()] == ["It fell."]
    with nullcontext() if messages == {} else pytest.raises(EntryUnreadable):
        history.entry(B)


@pytest.mark.parametrize(
    ("table", "place", "value"),
    [
        ("questions", "id", "\ud800"),
        ("targets", "state", "a\udfff"),
        ("targets", "made", "\ud83d"),
        ("targets", "number", 2**63),
        ("targets", "number", -(2**63) - 1),
    ],
)
def test_what_could_not_be_written_again_is_one_named_error(history, table, place, value):
    history.put(two_found())
    with closing(sqlite3.connect(history.path)) as connection, connection:
        (record,) = connection.execute(f"SELECT record FROM {table}").fetchone()
        connection.execute(f"UPDATE {table} SET record = ?", (changed(record, place, value),))
    with pytest.raises(EntryUnreadable):
        history.entry(B)


BOX = multi_polygon((0, 0, 1, 1))


@pytest.mark.parametrize(
    "outline",
    [
        b"",
        b"\1",
        BOX[:-1],
        BOX + b"\0",
        BOX[:5] + b"\xff\xff\xff\xff" + BOX[9:],
        BOX[:18] + b"\xff\xff\xff\x7f" + BOX[22:],
        BOX[:18] + b"\0\0\0\0",
        BOX[:22] + struct.pack("<d", float("nan")) + BOX[30:],
        BOX[:22] + struct.pack("<d", 1e300) + BOX[30:],
        struct.pack("<BI", 1, 7) * 10_000,
        struct.pack("<BIdd", 1, 1, 0, 0),
        None,
        "text",
    ],
    ids=range(13),
)
def test_an_outline_that_is_none_is_refused(outline):
    with pytest.raises(ValueError, match=r"outline|ring"):
        check_outline(outline)


def test_outlines_of_either_byte_order_with_heights_and_without_parts_are_outlines():
    ring = struct.pack(">I", 4) + struct.pack(">3d", 0, 0, 7) * 4
    with_heights = struct.pack(">BI", 0, 1003) + struct.pack(">I", 1) + ring
    for outline in (BOX, multi_polygon(), with_heights):
        assert check_outline(outline) == outline


def test_a_picture_that_claims_more_pixels_than_fit_is_refused():
    png = bytearray(to_png(np.zeros((2, 3, 4), np.uint8)))
    png[16:24] = struct.pack(">II", 2**31 - 1, 2**31 - 1)
    with pytest.raises(UnreadableRaster):
        from_png(bytes(png))


def test_a_scene_without_its_alpha_is_one_named_error(history):
    history.put(make_entry(), make_scene())
    with closing(sqlite3.connect(history.path)) as connection, connection:
        connection.execute("UPDATE pictures SET scene = ?", (to_png(np.zeros((30, 40, 3), np.uint8)),))
    with pytest.raises(EntryUnreadable):
        history.scene(A)


def test_a_stranger_copied_into_a_sound_history_does_not_set_that_aside(strange, tmp_path):
    history = strange(
        "PRAGMA writable_schema = ON", "UPDATE sqlite_master SET sql = replace(sql, 'NOT NULL', '')"
    )
    with closing(sqlite3.connect(history.path)) as connection, connection:
        connection.execute("UPDATE questions SET record = NULL, created = NULL")
    there = History(tmp_path / "there.gpkg")
    there.put(make_entry())
    with pytest.raises(HistoryUnusable):
        history.copy_to(there.path)
    assert entries_of(there) == [make_entry()]
