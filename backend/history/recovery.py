"""What can be wrong with a history's file, as sentences; a damaged file is set aside, never overwritten."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from ..errors import AskMapError

SIDE_FILES = ("-journal", "-wal", "-shm")  # SQLite would apply a journal that stays behind to the next file


class HistoryUnusable(AskMapError):
    """The file is as it was."""

    hint = "Free some space or close other programs that use the file, then try again."


class HistoryBroken(AskMapError):
    """`aside` is where the damaged file lies now; None where it could not be moved."""

    hint = "Go on working; what can still be read of the old history, sqlite3's «.recover» will find."

    def __init__(self, path: Path, aside: Path | None) -> None:
        self.aside = aside
        super().__init__(
            f"The history {path} is damaged: it now lies in {aside}, and a new one begins."
            if aside
            else f"The history {path} is damaged and cannot be renamed."
        )


class EntryMissing(AskMapError):
    hint = "Choose another entry of the history."


class ChangedMeanwhile(AskMapError):
    """Nothing was written."""

    hint = "What was decided there is shown now; decide again where you see it otherwise."

    def __init__(self, number: int) -> None:
        super().__init__(f"Another QGIS has changed target {number} of this answer.")


class EntryUnreadable(AskMapError):
    hint = "Delete the entry, or update AskMap if a newer one wrote it."


@contextmanager
def faults_of(path: Path) -> Iterator[None]:
    """Whatever SQLite or the disk fails at inside becomes one of the errors above."""
    before = _identity(path)
    try:
        yield
    except sqlite3.OperationalError as error:
        raise HistoryUnusable(f"The history {path} cannot be used now: {error}.") from error
    except sqlite3.DatabaseError as error:
        if type(error) is not sqlite3.DatabaseError:  # the others are bugs of ours
            raise
        raise HistoryBroken(path, _set_aside(path, before)) from error
    except OSError as error:
        raise HistoryUnusable(f"The history {path} cannot be used: {error.strerror or error}.") from error


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
