"""The one way into a history's file, which anyone may have made.

SQL in the file (views, triggers, checks, defaults) is never run, what SQLite is asked for ends in time,
and files beside it (journals) that are not SQLite's own are not followed.
"""

from __future__ import annotations

import os
import re
import sqlite3
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from ..errors import HistoryUnusable
from .recovery import JOURNALS
from .schema import COLUMNS, UNIQUE

BUSY_S = 10  # how long to wait for another program's transaction, which takes some ten milliseconds
LARGEST_VALUE = 1 << 28  # bytes; the largest of ours, a screen as PNG, has 2^26
STEPS, STEPS_A_BYTE, MOST_STEPS = (
    1_000_000,
    4,
    500_000_000,
)  # of its machine; a row takes some 100
LONGEST_S = 20.0  # of CPU, whatever the file holds
STEPS_A_LOOK = 1_000

# A journal ends with the name of the one above it, its length, a checksum and this (SQLite, file format)
_JOURNAL_MARK = bytes.fromhex("d9d505f920a163d7")
_LONGEST_NAME = 4096
_SUPER_JOURNAL = re.compile(rb"-mj[0-9A-F]{6,12}\Z")
_LITERAL = re.compile(r"(?i)-?[\d.]+|'[^']*'|\"[^\"]*\"|null|true|false|current_\w+")


@contextmanager
def opened(path: Path | str) -> Iterator[sqlite3.Connection]:
    """sqlite3's own errors, and DatabaseError for what no history of ours is like."""
    budget = _Budget(_check_files(Path(path)) if path != ":memory:" else 0)
    connection = sqlite3.connect(
        _address(path), timeout=BUSY_S, isolation_level=None
    )  # transactions are ours
    with closing(connection):
        _secure(connection)
        connection.set_progress_handler(budget.is_spent, STEPS_A_LOOK)
        try:
            yield connection
        except sqlite3.OperationalError as error:
            if budget.left > 0:
                raise
            raise sqlite3.DatabaseError("what it holds has no end") from error
        except sqlite3.DataError as error:
            raise sqlite3.DatabaseError("what it holds is too large") from error
        except UnicodeDecodeError as error:  # also of what SQLite itself says about it
            raise sqlite3.DatabaseError("what it holds is no text") from error


def _address(path: Path | str) -> str:
    """Never one that begins like an URI."""
    return path if isinstance(path, str) else str(path.absolute())


def attach(connection: sqlite3.Connection, other: Path) -> None:
    """The file of another history, as «other»."""
    _check_files(other)
    connection.execute("ATTACH ? AS other", (str(other.absolute()),))


def check_tables(connection: sqlite3.Connection) -> None:
    """DatabaseError unless what ours are called are tables of values: no views, nothing that is computed."""
    found = connection.execute("SELECT lower(name), sql FROM sqlite_master WHERE type = 'table'")
    made = {str(name): str(sql or "") for name, sql in found}
    for table, columns in COLUMNS.items():
        if not re.match(rf"(?i)create\s+table\s+[\"'`\[]?{table}[\"'`\]]?\s*\(", made.get(table, "")):
            raise sqlite3.DatabaseError(f"{table} is no table")
        kept = {row[1]: row[6] for row in connection.execute(f"PRAGMA table_xinfo({table})")}
        if set(columns) - set(kept) or any(kept.values()):
            raise sqlite3.DatabaseError(f"{table} lacks columns, or computes some")


def check_writable(connection: sqlite3.Connection, path: Path) -> None:
    """HistoryUnusable where writing would run what a stranger has put into the file, or be refused by it."""
    made = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql NOT NULL")
    changing = [str(name) for name, sql in made if _would_run(" ".join(str(sql).lower().split()))]
    for table in COLUMNS:
        columns = connection.execute(f"PRAGMA table_xinfo({table})")
        changing += [str(row[1]) for row in columns if _meddles(table, row)]
        changing += _indexes(connection, table)
    if changing:
        raise HistoryUnusable(
            "The history {path} holds «{name}», which would change what AskMap writes.",
            "Remove that trigger, index or column, or rename the file to begin a new one.",
            path=path,
            name=changing[0][:60],
        )


def _indexes(connection: sqlite3.Connection, table: str) -> Iterator[str]:
    """Those that compute something, or would make one entry take the place of another."""
    for _, name, unique, _, partial in connection.execute(f"PRAGMA index_list({table})").fetchall():
        parts = connection.execute("SELECT name FROM pragma_index_info(?)", (name,))
        columns = tuple(column for (column,) in parts)
        if partial or None in columns or unique and columns not in UNIQUE:
            yield str(name)


def _would_run(sql: str) -> bool:
    """Whatever the row of this SQL is called: SQLite goes by the SQL alone."""
    if not any(table in sql for table in COLUMNS) or re.match(r"create (unique index|index|view) ", sql):
        return False
    return not sql.startswith("create table ") or re.search(r"\bcheck\b", sql) is not None


def _meddles(table: str, column: tuple[Any, ...]) -> bool:
    """A column that is not ours, and wants a value or computes one."""
    _, name, _, needed, default, *_ = column
    computed = default is not None and not _LITERAL.fullmatch(str(default))
    return name not in COLUMNS[table] and name != "fid" and bool(computed or (needed and default is None))


def _secure(connection: sqlite3.Connection) -> None:
    connection.text_factory = _text
    for pragma in (
        "trusted_schema = OFF",
        "cell_size_check = ON",
        "mmap_size = 0",
        "recursive_triggers = OFF",
    ):
        connection.execute(f"PRAGMA {pragma}")
    if sys.version_info >= (3, 11):
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_VALUE)
    if sys.version_info >= (3, 12):
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)


def _text(content: bytes) -> str:
    """Halves of letters, which only a stranger's file holds, become «\ufffd»."""
    return content.decode("utf-8", "replace")


def _check_files(path: Path) -> int:
    """Its size; DatabaseError for what SQLite would wait for, or follow to another file."""
    for ending in JOURNALS:
        with suppress(FileNotFoundError):  # another program may end its transaction at any moment
            side = Path(f"{path}{ending}")
            if not stat.S_ISREG(side.lstat().st_mode):
                raise sqlite3.DatabaseError(f"{side.name} is no file")
    with suppress(FileNotFoundError):
        _check_journal(Path(f"{path}-journal"))
    with suppress(FileNotFoundError):
        found = path.stat()
        if not stat.S_ISREG(found.st_mode) and not stat.S_ISDIR(found.st_mode):
            raise sqlite3.DatabaseError(f"{path.name} is no file")
        return found.st_size
    return 0


def _check_journal(journal: Path) -> None:
    """SQLite deletes the file that a journal names as the one above it: it must be one of its own."""
    with journal.open("rb") as content:
        size = content.seek(0, os.SEEK_END)
        content.seek(max(0, size - 16))
        tail = content.read(16)
        length = int.from_bytes(tail[:4], "big")
        if tail[8:] != _JOURNAL_MARK or not length:
            return
        content.seek(max(0, size - 16 - min(length, _LONGEST_NAME)))
        name = content.read(min(length, _LONGEST_NAME))
    above = Path(os.fsdecode(name)) if b"\0" not in name else Path("/")
    if not _SUPER_JOURNAL.search(name) or above.parent.resolve() != journal.parent.resolve():
        raise sqlite3.DatabaseError("its journal names a file that is not SQLite's")


class _Budget:
    """What one transaction may take; more than any history of ours of this size needs."""

    def __init__(self, size: int) -> None:
        self.left = min(STEPS + STEPS_A_BYTE * size, MOST_STEPS)
        self._end_s = time.thread_time() + LONGEST_S

    def is_spent(self) -> bool:
        """Called by SQLite, each STEPS_A_LOOK steps; True stops it."""
        self.left -= STEPS_A_LOOK
        if time.thread_time() > self._end_s:
            self.left = 0
        return self.left <= 0
