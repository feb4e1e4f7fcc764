"""Who uses an environment of the engine's packages, so that nobody removes it meanwhile.

Each process that does holds the environment's marker open, under a lock that they share and that the system
lets go with the process, however that ends. Whoever removes the environment takes the marker away first, for
which the lock must be theirs alone. Windows needs no lock: it removes no file that somebody holds open. Where
the file system knows no locks, nobody is seen to use anything.
"""

from __future__ import annotations

import importlib.util
import os
import re
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from ..errors import MissingPackage

if sys.platform != "win32":
    import fcntl

MARKER = "askmap.json"  # of an environment that is complete; it lies beside pyvenv.cfg
WAIT_S = 2.0  # for what has been told to end
_LOOK_S = 0.1
_LOCKS = Path("/proc/locks")
_OF_A_READER = re.compile(r"^\d+: FLOCK +ADVISORY +READ +(\d+) \S+:(\d+) ", re.M)  # its process, and the file


class EnvironmentInUse(Exception):
    """By these processes; none where the system does not say."""

    def __init__(self, pids: tuple[int, ...]) -> None:
        super().__init__(f"in use by {pids}")
        self.pids = pids


class Held:
    """The markers that this process holds, until it ends: what it has loaded stays loaded."""

    def __init__(self) -> None:
        self._files: dict[Path, BinaryIO] = {}

    def hold(self, marker: Path) -> None:
        if marker not in self._files:
            file = _opened(marker)
            if file is not None:
                self._files[marker] = file

    def let_go(self) -> None:
        """What was loaded must not be used any more."""
        while self._files:
            self._files.popitem()[1].close()


held = Held()


def hold_environment(module: str) -> None:
    """Before the module is imported: the environment that it comes from is in use from now on.

    No-op for one that AskMap has not made. MissingPackage where its marker is just being taken away.
    """
    place = _environment_of(module)
    if place is not None:
        held.hold(place / MARKER)


def remove_marker(environment: Path, wait_s: float = WAIT_S) -> None:
    """Nobody uses it then; who begins to before its files are gone finds packages missing.

    No-op where it has none. EnvironmentInUse, OSError.
    """
    marker = environment / MARKER
    with suppress(FileNotFoundError):
        if sys.platform == "win32":
            _remove_unless_open(marker)
            return
        with marker.open("rb") as file:
            _wait_for_users(file, wait_s)
            marker.unlink()


def _environment_of(module: str) -> Path | None:
    with suppress(ImportError, ValueError):  # ValueError: it is loaded, and has no place
        spec = importlib.util.find_spec(module)
        places = Path(spec.origin).parents if spec is not None and spec.origin else ()
        return next((place for place in places if _is_ours(place)), None)
    return None


def _is_ours(place: Path) -> bool:
    return all(os.path.isfile(place / name) for name in ("pyvenv.cfg", MARKER))


def _opened(marker: Path) -> BinaryIO | None:
    """None where it may not be read, and so not be held."""
    try:
        file = marker.open("rb")
    except FileNotFoundError as error:
        raise _being_removed() from error
    except OSError:
        return None
    if not _has_shared_lock(file):
        file.close()
        raise _being_removed()
    return file


def _has_shared_lock(file: BinaryIO) -> bool:
    """False where it is being removed, or was before we had it."""
    if sys.platform == "win32":
        return True
    with suppress(OSError):
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return os.fstat(file.fileno()).st_nlink > 0


def _being_removed() -> MissingPackage:
    return MissingPackage(
        "The packages of the engine are being removed or replaced by another QGIS.",
        "Ask again when that has ended.",
    )


def _wait_for_users(file: BinaryIO, wait_s: float) -> None:
    end = time.monotonic() + wait_s
    while not _is_alone(file):
        if time.monotonic() > end:
            raise EnvironmentInUse(tuple(_readers_of(file)))
        time.sleep(_LOOK_S)


def _is_alone(file: BinaryIO) -> bool:
    with suppress(OSError):
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


def _readers_of(file: BinaryIO) -> Iterator[int]:
    """Their numbers; as on Linux alone."""
    wanted = str(os.fstat(file.fileno()).st_ino)
    with suppress(OSError):
        for pid, inode in _OF_A_READER.findall(_LOCKS.read_text()):
            if inode == wanted:
                yield int(pid)


def _remove_unless_open(marker: Path) -> None:
    try:
        marker.unlink()
    except PermissionError as error:
        raise EnvironmentInUse(()) from error
