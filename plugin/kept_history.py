"""One project's History, wherever it lies at the moment; a question keeps the one of where it was asked."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Callable, Optional

import numpy as np
from numpy.typing import NDArray

from ..backend.errors import AskMapError, NotWritten
from ..backend.findings import Entry, Finding
from ..backend.history import Change, Heading, History, packed
from ..backend.history_faults import HistoryBroken, HistoryUnusable
from ..backend.stages import Scene
from .language import tr
from .project_places import Place
from .spoken import said, spoken


class KeptHistory:
    """The face of History; any thread may call it, also when another project is open already."""

    def __init__(
        self,
        place: Place,
        spare: Optional[Place],
        changed: Callable[[], None],
        warned: Callable[[str], None],
        begin: Callable[[], None] = lambda: None,
    ) -> None:
        """`spare` is used where `place` cannot be written; `begin` is called before the first writing."""
        self.place, self._spare = place, spare
        self._changed, self._warned, self._begin = changed, warned, begin
        self._turn = threading.RLock()  # nothing is written into a history while it moves
        self._begun = self._given_up = False
        self._bin: Optional[TemporaryDirectory] = None  # with what was deleted last
        self.restorable = 0  # how many entries restore() would bring back

    @property
    def path(self) -> Path:
        return self.place.history

    def entry(self, id: str) -> Entry:
        return History(self.path).entry(id)

    def entries(self, words: str = "") -> list[Entry]:
        return History(self.path).entries(words)

    def headings(self, words: str = "") -> list[Heading]:
        """In the spare place where this one is damaged and cannot be moved: it would take its time again."""
        try:
            return History(self.path).headings(words)
        except HistoryBroken as error:
            if error.aside is not None or self._spare is None:
                raise
            with self._turn:
                self._fall_back(error)
            return History(self.path).headings(words)

    def scene(self, id: str) -> Optional[Scene]:
        return History(self.path).scene(id)

    def seen(self, id: str) -> Optional[NDArray[np.uint8]]:
        return History(self.path).seen(id)

    def put(
        self, entry: Entry, scene: Optional[Scene] = None, seen: Optional[NDArray[np.uint8]] = None
    ) -> None:
        pictures = packed(entry.id, scene, seen)  # before its turn, for which the window may wait
        self._write(lambda history: history.put_packed(entry, pictures))

    def change(self, id: str, changes: Sequence[Change]) -> list[Optional[Finding]]:
        now: list[Optional[Finding]] = []
        self._write(lambda history: now.extend(history.change(id, changes)))
        return now or [after for _, after in changes]  # of a project that was left nothing is written

    def delete(self, *ids: str) -> None:
        """restore() takes it back, until the next time."""

        def throw_away(history: History) -> None:
            history.copy_to(thrown_away, ids)
            history.delete(*ids)
            self.restorable = len(ids)

        with self._turn:
            thrown_away = self._empty_bin()
            self._write(throw_away)

    def restore(self) -> None:
        with self._turn:
            if self._bin is None:
                return
            self.take_in(_in_bin(self._bin))
            self._empty_bin()
        self._changed()

    def take_in(self, other: Path) -> None:
        """The entries of another history too."""
        self._write(lambda history: History(other).copy_to(history.path))

    def copy_to(self, place: Place, spare: Optional[Place]) -> KeptHistory:
        """What is kept at the other place, with all that is here."""
        copy = KeptHistory(place, spare, self._changed, self._warned)
        if self.path.exists():
            with self._turn:
                copy.take_in(self.path)
        return copy

    def move_to(self, place: Place, spare: Optional[Place]) -> None:
        with self._turn:
            old = self.path
            if not History(old).rename_to(place.history):
                copy = self.copy_to(place, spare)
                place, spare = copy.place, copy._spare
                with suppress(OSError):
                    old.unlink()
            self.place, self._spare, self._begin = place, spare, lambda: None

    def give_up(self) -> None:
        """Nothing can be written any more: the project was left without saving it."""
        with self._turn:
            self._given_up = True
        self.close()

    def close(self) -> None:
        with self._turn:
            if self._bin is not None:
                self._bin.cleanup()
                self._bin, self.restorable = None, 0

    def _empty_bin(self) -> Path:
        """A new one; its history."""
        self.close()
        self._bin = TemporaryDirectory(prefix="askmap-")
        return _in_bin(self._bin)

    def _write(self, act: Callable[[History], None]) -> None:
        """In the spare place where this one refuses."""
        with self._turn:
            if self._given_up:
                return
            if not self._begun:
                self._begin()
                self._begun = True
            try:
                self._act(act)
            except (HistoryBroken, HistoryUnusable, NotWritten) as error:
                self._fall_back(error)
                act(History(self.path))
        self._changed()

    def _act(self, act: Callable[[History], None]) -> None:
        """Again where the file was damaged: now that it is set aside, a new one begins."""
        try:
            act(History(self.path))
        except HistoryBroken as error:
            self._warned(said(error))
            act(History(self.path))

    def _fall_back(self, error: AskMapError) -> None:
        if self._spare is None:
            raise error
        with suppress(AskMapError):  # it cannot be read either; what is in it stays in it
            History(self.path).copy_to(self._spare.history)
        self.place, self._spare = self._spare, None
        words = tr("{fault} The history is kept in {place} until it can be written there again.")
        self._warned(words.format(fault=spoken(str(error)), place=self.path))


def _in_bin(bin: TemporaryDirectory) -> Path:
    return Path(bin.name) / "deleted.gpkg"
