"""What can be wrong with a history's file, as sentences; a damaged file is set aside, never overwritten."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from ..errors import HistoryBroken, HistoryUnusable

SIDE_FILES = ("-journal", "-wal", "-shm")  # SQLite would apply a journal that stays behind to the next file


@contextmanager
def faults_of(path: Path) -> Iterator[None]:
    """Whatever SQLite or the disk fails at inside becomes HistoryUnusable or HistoryBroken."""
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
    """Another program may have done it already, and begun a new file that is not to be touched."""
    if damaged is None or _identity(path) != damaged:
        return None
    names = (path.with_name(f"{path.stem}_damaged_{number}{path.suffix}") for number in count(1))
    aside = next(name for name in names if not name.exists())
    try:
        for ending in SIDE_FILES:
            if os.path.lexists(f"{path}{ending}"):
                os.replace(f"{path}{ending}", f"{aside}{ending}")
        os.replace(path, aside)
    except OSError:
        return None
    return aside
