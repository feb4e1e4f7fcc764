"""Errors of a history's file; a damaged file is renamed, never overwritten."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from ..errors import HistoryBroken, HistoryUnusable

JOURNALS = ("-journal", "-wal", "-shm")  # SQLite would apply a journal that stays behind to the next file


@contextmanager
def faults_of(path: Path) -> Iterator[None]:
    """Turns failures of SQLite or of the disk in the block into HistoryUnusable or HistoryBroken."""
    before = _identity(path)
    try:
        yield
    except sqlite3.OperationalError as error:
        raise HistoryUnusable(
            "The history {path} cannot be used now: {error}.", path=path, error=error
        ) from error
    except sqlite3.DatabaseError as error:
        if type(error) is not sqlite3.DatabaseError:  # the others are bugs of ours
            raise
        raise _broken(path, _set_aside(path, before)) from error
    except OSError as error:
        raise HistoryUnusable(
            "The history {path} cannot be used: {reason}.", path=path, reason=error.strerror or error
        ) from error


def _broken(path: Path, aside: Path | None) -> HistoryBroken:
    if aside is None:
        return HistoryBroken("The history {path} is damaged and cannot be renamed.", path=path)
    return HistoryBroken(
        "The history {path} is damaged: it now lies in {aside}, and a new one begins.",
        path=path,
        aside=aside,
    )


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file it is, whatever its name."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _set_aside(path: Path, damaged: tuple[int, int] | None) -> Path | None:
    """Rename a damaged file; None where another program did so already, and began a new file of the name."""
    if damaged is None or _identity(path) != damaged:
        return None
    names = (path.with_name(f"{path.stem}_damaged_{number}{path.suffix}") for number in count(1))
    aside = next(name for name in names if not name.exists())
    try:
        for ending in JOURNALS:
            if os.path.lexists(f"{path}{ending}"):
                os.replace(f"{path}{ending}", f"{aside}{ending}")
        os.replace(path, aside)
    except OSError:
        return None
    return aside
