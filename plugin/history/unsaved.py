"""Histories of projects without a file: kept in the profile until the project is saved or closed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from qgis.PyQt.QtCore import QLockFile

from ...backend.atomic import make_folder
from ...backend.errors import AskMapError
from ...backend.history.store import History
from .paths import HistoryPlace, unsaved_folder, unsaved_place

_GIVEN_UP = "given-up"  # marks a folder that could not be removed at once, as Windows keeps what is open


@dataclass(frozen=True)
class Leftover:
    """What a QGIS that was killed has left behind."""

    path: Path
    questions: int
    latest: str  # the last question
    created: str  # and when it was asked, ISO 8601 in UTC


class Unsaved:
    """Whoever holds its lock uses it; the lock of a program that ended does not count."""

    def __init__(self, place: HistoryPlace) -> None:
        self.place = place
        self._lock = QLockFile(str(place.history.with_suffix(".lock")))
        self._lock.setStaleLockTime(0)  # QGIS may be open for weeks

    def take(self) -> bool:
        make_folder(self.place.history.parent)
        return self._lock.isLocked() or self._lock.tryLock(0)

    def release(self) -> None:
        self._lock.unlock()

    def give_up(self) -> None:
        """Removes it and the files of its answers; those that are still open go at the next start."""
        path = self.place.history
        for file in (path, path.with_name(f"{path.name}-journal")):  # SQLite's, after a kill in its middle
            with suppress(OSError):
                file.unlink()
        shutil.rmtree(self.place.layers, ignore_errors=True)
        if self.place.layers.exists():
            with suppress(OSError):
                (self.place.layers / _GIVEN_UP).touch()
        self.release()


def new_unsaved() -> Unsaved:
    return Unsaved(unsaved_place())


def unsaved_at(path: Path) -> Unsaved:
    return Unsaved(HistoryPlace(path, path.with_suffix("")))


def leftovers() -> list[Leftover]:
    """Those that no QGIS uses and that hold a question; empty ones and those given up are removed."""
    _sweep()
    return [leftover for path in sorted(unsaved_folder().glob("*.gpkg")) for leftover in _leftover(path)]


def _leftover(path: Path) -> Iterator[Leftover]:
    unsaved = unsaved_at(path)
    if not unsaved.take():
        return
    try:
        headings = History(path).headings()
    except AskMapError:  # damaged, and now set aside
        unsaved.release()
        return
    if not headings:
        unsaved.give_up()
        return
    unsaved.release()
    yield Leftover(path, len(headings), headings[0].question, headings[0].created)


def _sweep() -> None:
    """Removes folders that were given up, and empty ones of projects that were saved."""
    for mark in list(unsaved_folder().glob(f"*/{_GIVEN_UP}")):
        shutil.rmtree(mark.parent, ignore_errors=True)
    for folder in [each for each in unsaved_folder().glob("*") if each.is_dir()]:
        unsaved = unsaved_at(folder.with_suffix(".gpkg"))
        if unsaved.take():
            with suppress(OSError):  # it is not empty
                folder.rmdir()
            unsaved.release()
