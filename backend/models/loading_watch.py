"""How far an engine is loaded: its files checked, its modules imported, its weights read."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from pathlib import Path
from typing import Optional, TypeVar

from ..errors import Cancelled

MODULES = 2700  # that torch, transformers and what they need add to a Python with numpy; their time is alike
AS_LONG_AS_IMPORTS = 1.5e9  # bytes of weights, from a disk that gives some 200 MB a second
MOST_OF_IMPORTS = 0.9  # of the whole, where the weights are small
MOST_OF_CHECK = 0.5  # of the whole: a digest is made about as fast as weights are loaded
LOOK_S = 0.25  # between two looks
T = TypeVar("T")


class LoadingWatch:
    def __init__(self, weights_bytes: int) -> None:
        self._imports = min(MOST_OF_IMPORTS, 1 / (1 + weights_bytes / AS_LONG_AS_IMPORTS))  # of the whole
        self._before, self._read, self._shown = len(sys.modules), 0.0, 0.0
        self._check = self._checked = 0.0  # what checking is of the whole, and how far it is
        self.is_left = False  # nobody waits for it any more

    def note_read(self, fraction: float) -> None:
        """0...1 of the weights of one network are read; of two, each counts anew."""
        self._read = max(self._read, fraction)

    def note_checked(self, done: int, total: int) -> None:
        """Bytes of files whose digests are made before anything is loaded; Cancelled once it is left."""
        if self.is_left:
            raise Cancelled
        self._check = MOST_OF_CHECK
        self._checked = max(self._checked, done / total if total else 1.0)

    def note_loading(self) -> None:
        """What had to be checked is."""
        if self._check:
            self._checked, self._before = 1.0, len(sys.modules)

    @property
    def fraction(self) -> float:
        """0...1, never less than before; 1 comes only with the engine itself."""
        imported = min(1.0, (len(sys.modules) - self._before) / MODULES)
        if self._read:
            imported = 1.0  # an older torch, or one that was loaded before, has fewer modules
        loaded = self._imports * imported + (1 - self._imports) * self._read
        if self._check:
            loaded = self._check * self._checked + (1 - self._check) * loaded
        self._shown = min(0.99, max(self._shown, loaded))
        return self._shown


_watch: ContextVar[Optional[LoadingWatch]] = ContextVar("loading_watch", default=None)


@contextmanager
def watched(places: Iterable[Path | str], show: Callable[[float], object]) -> Iterator[None]:
    """While the block loads the models of these places, `show` gets the fraction again and again.

    It is called on a thread of its own, and may raise Cancelled, which ends that thread, and the check of
    files in the block.
    """
    watch, is_over = LoadingWatch(weights_of(places)), threading.Event()

    def look() -> None:
        try:
            while not is_over.wait(LOOK_S):
                show(watch.fraction)
        except Cancelled:
            watch.is_left = True

    token, thread = _watch.set(watch), threading.Thread(target=look, name="askmap-loading")
    thread.start()
    try:
        yield
    finally:
        is_over.set()
        thread.join()
        _watch.reset(token)


def note_checked(done: int, total: int) -> None:
    """For the watch of this thread, if there is one; raises Cancelled once it is left."""
    watch = _watch.get()
    if watch is not None:
        watch.note_checked(done, total)


def note_loading() -> None:
    watch = _watch.get()
    if watch is not None:
        watch.note_loading()


def counted(items: Iterable[T], total: int) -> Iterator[T]:
    """The same items; each that is done counts for the watch of this thread, if there is one."""
    watch = _watch.get()
    for number, item in enumerate(items, 1):
        yield item
        if watch is not None and total:
            watch.note_read(number / total)


def weights_of(places: Iterable[Path | str]) -> int:
    """The size of all weights, in bytes; 0 where they lie in no folder."""
    return sum(_bytes_in(Path(place)) for place in places)


def _bytes_in(place: Path) -> int:
    with suppress(OSError, ValueError):
        files = place.glob("*.safetensors") if place.is_dir() else [place]
        return sum(file.stat().st_size for file in files)
    return 0
