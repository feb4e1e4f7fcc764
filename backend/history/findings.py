"""Single findings in the tables of a history, inside the caller's transaction."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from datetime import datetime, timezone
from pathlib import Path
from typing import Optional

from ..entries.entry import Finding, clash, merged
from ..entries.serialization import finding_of
from ..errors import BadData, ChangedMeanwhile, EntryMissing
from .rows import finding_row
from .schema import PUT_FINDING

Change = tuple[Optional[Finding], Optional[Finding]]  # before and after; None = it is not there
_TOUCH = "UPDATE questions SET changed = ? WHERE entry = ?"


def _finding(connection: sqlite3.Connection, id: str, number: int) -> Finding | None:
    """None where it is not there, or cannot be read any more: then it is written anew."""
    found = connection.execute(
        "SELECT record, outline FROM targets WHERE entry = ? AND number = ?", (id, number)
    )
    row = found.fetchone()
    with suppress(BadData, LookupError, TypeError, ValueError):
        return finding_of(*row) if row else None
    return None


def changed(
    connection: sqlite3.Connection, path: Path, id: str, before: Finding | None, after: Finding | None
) -> Finding | None:
    if after is None:
        remove_finding(connection, id, before.number if before else 0)
        return None
    stored = _finding(connection, id, after.number) if before else None
    if before and stored and clash(stored, before, after):
        raise ChangedMeanwhile(number=after.number)
    finding = merged(stored, before, after) if before and stored else after
    _put_finding(connection, path, id, finding)
    return finding


def remove_finding(connection: sqlite3.Connection, id: str, number: int) -> None:
    connection.execute("DELETE FROM targets WHERE entry = ? AND number = ?", (id, number))
    connection.execute(_TOUCH, (now(), id))


def _put_finding(connection: sqlite3.Connection, path: Path, id: str, finding: Finding) -> None:
    touched = connection.execute(_TOUCH, (now(), id))
    if not touched.rowcount:
        raise EntryMissing(id=id, path=path)
    connection.execute(PUT_FINDING, finding_row(id, finding))


def now() -> str:
    return datetime.now(timezone.utc).isoformat(timespec="microseconds")
