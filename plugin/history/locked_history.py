"""The History of one project, wherever its file lies now; a question keeps the one it was asked in."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Callable, Optional

import numpy as np
from numpy.typing import NDArray

from ...backend.entries.entry import Entry, Finding
from ...backend.errors import AskMapError, HistoryBroken, HistoryUnusable, NotWritten
from ...backend.history.rows import Change
from ...backend.history.store import Heading, History, packed
from ...backend.stages import Scene
from ..backend_messages import error_text, translate
from ..language import tr
from .paths import HistoryPlace

RETRY_S, LONGEST_PAUSE_S = 5, 600  # after which the place that a history belongs to is tried again
ROOM_BYTES = 2**20  # without which it is not even tried


@dataclass(frozen=True)
class Hooks:
    """What a history calls; from any thread."""

    changed: Callable[[tuple[str, ...]], None]  # with the ids of the entries; () = anything
    warned: Callable[[str], None]  # with a sentence for the user
    before_first_write: Callable[[], None] = lambda: None


class LockedHistory:
    """History with a lock: any thread may call it, also after another project was opened."""

    def __init__(
        self,
        place: HistoryPlace,
        spare: Optional[HistoryPlace],
        hooks: Hooks,
    ) -> None:
        """`spare` is used while `place` cannot be written."""
        self.place, self._spare = place, spare
        self._home: Optional[HistoryPlace] = None  # where all goes as soon as it can be written there again
        self._tried_s = self._pause_s = 0.0
        self._hooks = hooks
        self._turn = threading.RLock()  # nothing is written into a history while it moves
        self._begun = self._given_up = False
        self._bin: Optional[TemporaryDirectory[str]] = None  # with what was deleted last
        self.restorable = 0  # how many entries restore() would bring back
        if spare is not None and spare.history.exists():
            self._leave_home()
            self.go_home()

    @property
    def path(self) -> Path:
        return self.place.history

    def entry(self, id: str) -> Entry:
        return History(self.path).entry(id)

    def headings(self, text: str = "") -> list[Heading]:
        """Falls back to the spare place where the file is damaged and cannot be moved aside."""
        try:
            return History(self.path).headings(text)
        except HistoryBroken as error:
            if error.aside is not None or self._spare is None:
                raise
            with self._turn:
                self._fall_back(error)
            return History(self.path).headings(text)

    def headings_of(self, ids: Sequence[str], text: str = "") -> list[Heading]:
        return History(self.path).headings_of(ids, text)

    def size(self) -> int:
        return History(self.path).size()

    def picture_sizes(self) -> list[tuple[str, int]]:
        return History(self.path).picture_sizes()

    def recent_questions(self) -> list[str]:
        return History(self.path).recent_questions()

    def scene(self, id: str) -> Optional[Scene]:
        return History(self.path).scene(id)

    def seen(self, id: str) -> Optional[NDArray[np.uint8]]:
        return History(self.path).seen(id)

    def put(
        self, entry: Entry, scene: Optional[Scene] = None, seen: Optional[NDArray[np.uint8]] = None
    ) -> None:
        pictures = packed(entry.id, scene, seen)  # before the lock, for which the window may wait
        self._write(lambda history: history.put_packed(entry, pictures), entry.id)

    def change(self, id: str, changes: Sequence[Change]) -> list[Optional[Finding]]:
        now: list[Optional[Finding]] = []
        self._write(lambda history: now.extend(history.change(id, changes)), id)
        return now or [after for _, after in changes]  # nothing is written for a project that was left

    def delete(self, *ids: str) -> None:
        """restore() brings them back, until the next delete()."""

        def throw_away(history: History) -> None:
            history.copy_to(thrown_away, ids)
            history.delete(*ids)
            self.restorable = len(ids)

        with self._turn:
            thrown_away = self._empty_bin()
            self._write(throw_away, *ids)

    def delete_pictures(self, *ids: str) -> None:
        """Of older entries, to make the file smaller; restore() brings them back, until the next delete()."""

        def throw_away(history: History) -> None:
            history.copy_to(thrown_away, ids)
            history.delete_pictures(*ids)
            self.restorable = len(ids)

        with self._turn:
            thrown_away = self._empty_bin()
            self._write(throw_away)

    def restore(self) -> None:
        with self._turn:
            if self._bin is None:
                return
            thrown_away = _in_bin(self._bin)
            self.take_in(thrown_away)
            self._write(lambda history: history.restore_pictures(thrown_away))
            self._empty_bin()
        self._hooks.changed(())

    def take_in(self, other: Path) -> None:
        """Adds the entries of another history."""
        self._write(lambda history: History(other).copy_to(history.path))

    def copy_to(self, place: HistoryPlace, spare: Optional[HistoryPlace]) -> LockedHistory:
        """A history at another place, with all entries of this one."""
        copy = LockedHistory(place, spare, self._hooks_of_copies())
        if self.path.exists():
            with self._turn:
                copy.take_in(self.path)
        return copy

    def move_to(self, place: HistoryPlace, spare: Optional[HistoryPlace]) -> None:
        with self._turn:
            old = self.path
            if not History(old).rename_to(place.history):
                self._take_places_of(self.copy_to(place, spare))
                with suppress(OSError):
                    old.unlink()
            else:
                self._take_places_of(LockedHistory(place, spare, self._hooks_of_copies()))
            self._begun = True

    def _hooks_of_copies(self) -> Hooks:
        return Hooks(self._hooks.changed, self._hooks.warned)

    def _take_places_of(self, other: LockedHistory) -> None:
        self.place, self._spare, self._home = other.place, other._spare, other._home

    def go_home(self) -> bool:
        """Moves back from the spare place, where there is room; whether that was done."""
        with self._turn:
            if self._home is None or not _has_room(self._home.history.parent):
                return False
            try:
                History(self.path).move_to(self._home.history)
            except AskMapError:
                return False
            self.place, self._spare, self._home = self._home, self.place, None
            return True

    def give_up(self) -> None:
        """The project was closed without saving it: nothing is written any more."""
        with self._turn:
            self._given_up = True
        self.close()

    def close(self) -> None:
        with self._turn:
            if self._bin is not None:
                self._bin.cleanup()
                self._bin, self.restorable = None, 0

    def _empty_bin(self) -> Path:
        """A new bin; the path of the history in it."""
        self.close()
        self._bin = TemporaryDirectory(prefix="askmap-")
        return _in_bin(self._bin)

    def _write(self, act: Callable[[History], None], *ids: str) -> None:
        """In the spare place where this one cannot be written; `ids` of what it changes, () = anything."""
        with self._turn:
            if self._given_up:
                return
            before = self.path
            if not self._begun:
                self._hooks.before_first_write()
                self._begun = True
            self._return_home()
            try:
                is_whole = self._act(act)
            except (HistoryBroken, HistoryUnusable, NotWritten) as error:
                self._fall_back(error)
                act(History(self.path))
                is_whole = False
        self._hooks.changed(ids if is_whole and self.path == before else ())

    def _act(self, act: Callable[[History], None]) -> bool:
        """Once more where the file was damaged: it is set aside then, and a new one begins; False then."""
        try:
            act(History(self.path))
            return True
        except HistoryBroken as error:
            self._hooks.warned(error_text(error))
            act(History(self.path))
            return False

    def _fall_back(self, error: AskMapError) -> None:
        if self._spare is None:
            raise error
        with suppress(AskMapError):  # it cannot be read either; what is in it stays in it
            History(self.path).copy_to(self._spare.history)
        self._leave_home()
        text = tr("{fault} The history is kept in {place} until it can be written there again.")
        self._hooks.warned(text.format(fault=translate(error.message), place=self.path))

    def _leave_home(self) -> None:
        self._home, self.place, self._spare = self.place, self._spare, None
        self._tried_s, self._pause_s = time.monotonic(), RETRY_S

    def _return_home(self) -> None:
        """Tried less and less often: where another program holds the file, each try takes seconds."""
        if self._home is None or time.monotonic() < self._tried_s + self._pause_s:
            return
        if _has_room(self._home.history.parent):
            is_home = self.go_home()
            self._tried_s, self._pause_s = time.monotonic(), min(2 * self._pause_s, LONGEST_PAUSE_S)
            if is_home:
                self._hooks.warned(tr("The history is kept in {place} again.").format(place=self.path))


def _has_room(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free >= ROOM_BYTES
    except OSError:
        return False


def _in_bin(bin: TemporaryDirectory[str]) -> Path:
    return Path(bin.name) / "deleted.gpkg"
