"""Atomic writing: a file is written into a folder beside its place, and moved there when it is complete.

So neither a crash, a full disk nor Ctrl-C leaves half a file or harms an older one. Where files belong
together, as a Shapefile's do, they change together, also when a kill comes between two of them: the main one
is away until all others are there, and the next atomic_write in that place completes the move.

    .askmap-…/               beside the place; whatever is written for it
    .askmap-…/.askmap-owner  locked as long as its program lives; the computer's name
    .askmap-…/.askmap-moves  once all is written: the main file, and what it replaces
    .askmap-…/.askmap-older  what was replaced, until all is in its place
"""

from __future__ import annotations

import json
import os
import platform
import re
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import IO

from .errors import NotWritten

if sys.platform != "win32":
    import fcntl

PREFIX = ".askmap-"  # of the names of the folders, and of our own files in them
FORGOTTEN_S = 24 * 3600  # after which a folder without an owner, or of another computer, is a leftover

_OWNER, _MOVES, _OLDER = (f"{PREFIX}{name}" for name in ("owner", "moves", "older"))
_JOURNALS = ("-wal", "-journal")  # SQLite's, of a GeoPackage that another program is writing to
_OF_RASTERS = (".aux.xml", ".ovr", ".msk")  # GDAL believes these more than the raster itself
# What a driver writes beside a file of this ending, and reads with it
SIDE_FILES = {".shp": (".shx", ".dbf", ".prj", ".cpg", ".qpj", ".qix", ".sbn", ".sbx", ".shp.xml")}

CLEAR_S = 600  # a folder is searched for leftovers only once in so long, because it may hold many pictures
_NAME = re.compile(rf"{re.escape(PREFIX)}[a-z0-9_]{{8}}")  # as mkdtemp makes it
_cleared: dict[str, float] = {}  # when a folder was searched last
_own: set[str] = set()  # folders of this program: on some network drives its own lock would not stop it


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, where they are missing; raises NotWritten."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NotWritten(
            "The folder {folder} cannot be made: {reason}.", folder=folder, reason=error.strerror or error
        ) from error


@contextmanager
def atomic_write(path: Path) -> Iterator[Path]:
    """Where to write instead of `path`; what was written there, side files too, moves when the block ends.

    Raises NotWritten for every OSError, of the block as well.
    """
    path = _behind_links(path)
    try:
        with _work_folder(path.parent) as folder:
            _refuse_open_database(path)
            yield Path(folder, path.name)
            _refuse_open_database(path)
            with suppress(OSError):  # most are new, and some disks know no permissions
                shutil.copymode(path, folder / path.name)  # as private as it was
            _move(folder, path)
    except OSError as error:
        raise NotWritten(
            "{path} cannot be written: {reason}.", path=path, reason=error.strerror or error
        ) from error


def check_place(path: Path) -> None:
    """Raises NotWritten unless a file of this name can be written here; leaves everything as it is."""
    path = _behind_links(path)
    try:
        with _work_folder(path.parent) as folder:
            (folder / path.name).touch()
            _refuse_open_database(path)
    except (OSError, ValueError) as error:  # a ValueError for a name with a NUL in it
        fault = getattr(error, "strerror", None) or error
        raise NotWritten("{path} cannot be written: {reason}.", path=path, reason=fault) from error


def files_replaced_with(path: Path) -> set[Path]:
    """The file, and those that a reader would take for a part of it, there or not."""
    path = _behind_links(path)
    endings = SIDE_FILES.get(path.suffix.lower(), ())
    beside = {Path(f"{path}{ending}") for ending in _OF_RASTERS}
    return {path} | beside | {path.with_suffix(ending) for ending in endings}


def _behind_links(path: Path) -> Path:
    """What a link leads to is replaced, and not the link; unless it is a file of another kind."""
    there = Path(os.path.realpath(path)) if os.path.islink(path) else path
    return there if there.suffix.lower() == path.suffix.lower() else path


def _refuse_open_database(path: Path) -> None:
    """SQLite would apply the journal of the old file to the new one."""
    if any(Path(f"{path}{ending}").exists() for ending in _JOURNALS):
        raise NotWritten(
            "{path} is open in another program.",
            hint="Close it there, or choose another file name.",
            path=path,
        )


# --- the folder ---


@contextmanager
def _work_folder(parent: Path) -> Iterator[Path]:
    """A new folder, locked so that no other program takes it for a leftover; gone in the end."""
    if time.monotonic() > _cleared.get(str(parent), -CLEAR_S) + CLEAR_S:
        clear_leftovers(parent)
    folder, owner = _new_folder(parent)
    _own.add(folder.name)
    try:
        yield folder
    finally:
        owner.close()  # first: Windows removes no open file
        with suppress(OSError):  # it stays for the next run where the files cannot be moved now
            _settle(folder)
        _own.discard(folder.name)


def _new_folder(parent: Path) -> tuple[Path, IO[bytes]]:
    """The folder and its owner's file, open and locked; a new one where another program removed the first."""
    while True:
        folder = Path(mkdtemp(prefix=PREFIX, dir=parent))
        try:
            owner = (folder / _OWNER).open("wb", buffering=0)
        except FileNotFoundError:
            continue
        try:
            if not _is_locked(owner) and os.path.samestat(os.fstat(owner.fileno()), os.stat(owner.name)):
                owner.write(_computer())
                return folder, owner
            owner.close()
        except OSError as error:
            owner.close()
            shutil.rmtree(folder, ignore_errors=True)
            if not isinstance(error, FileNotFoundError):
                raise


def _computer() -> bytes:
    return platform.node().encode()[:256]


def _is_locked(file: IO[bytes], *, unknown: bool = False) -> bool:
    """Whether another program holds the lock; else this one does now. `unknown` where there are no locks."""
    if sys.platform != "win32":
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        except OSError:  # some network drives
            return unknown
    return False


# --- the move ---


@dataclass(frozen=True)
class Moves:
    """The files that change in the folder of the output; all are names in it."""

    main: str
    written: tuple[str, ...]  # beside the main one
    stale: tuple[str, ...]  # nothing new takes their place

    @classmethod
    def read_from(cls, folder: Path) -> Moves | None:
        """None where not all was written yet, or another program wrote the note."""
        try:
            content = json.loads((folder / _MOVES).read_text(encoding="utf-8"))
            main, written, stale = content["main"], tuple(content["written"]), tuple(content["stale"])
            moves = cls(main, written, stale)
            return moves if moves._are_ours() else None
        except (OSError, ValueError, TypeError, KeyError):
            return None

    def _are_ours(self) -> bool:
        """Whether all are names in the folder, and those of one output: a note may be a stranger's."""
        replaced = {file.name for file in files_replaced_with(Path(self.main))}
        named = all(name.startswith(Path(self.main).stem) for name in self.written)
        inside = all(name == Path(name).name for name in (self.main, *self.written))
        return bool(Path(self.main).stem) and inside and named and replaced.issuperset(self.stale)

    def write_to(self, folder: Path) -> None:
        note = folder / f"{_MOVES}-new"
        note.write_text(json.dumps(vars(self)), encoding="utf-8")
        os.replace(note, folder / _MOVES)


def _move(folder: Path, path: Path) -> None:
    """One os.replace where one file replaces one; else by a note, which survives a kill."""
    written = {file.name for file in folder.iterdir() if not file.name.startswith(PREFIX)} - {path.name}
    stale = {file.name for file in files_replaced_with(path) - {path} if file.exists()} - written
    if not written and not stale:
        os.replace(folder / path.name, path)
        return
    moves = Moves(path.name, tuple(sorted(written)), tuple(sorted(stale)))
    moves.write_to(folder)
    with _alone_in(path.parent):
        try:
            _carry_out(moves, folder)
        except OSError:
            _take_back(moves, folder)
            (folder / _MOVES).unlink()
            raise


def _carry_out(moves: Moves, folder: Path) -> None:
    """The main file is removed first and put back last, so that it is never seen without its side files.

    Can be run again after a kill, and goes on where it was.
    """
    place, older = folder.parent, folder / _OLDER
    older.mkdir(exist_ok=True)
    replaced = [name for name in (moves.main, *moves.written) if (folder / name).exists()]
    for name in (*replaced, *moves.stale):
        if (place / name).exists():
            os.replace(place / name, older / name)
    for name in (*moves.written, moves.main):
        if (folder / name).exists():
            os.replace(folder / name, place / name)


def _take_back(moves: Moves, folder: Path) -> None:
    """Move the older files back, and remove the new ones that had taken their places."""
    place, older = folder.parent, folder / _OLDER
    for name in moves.written:
        if not (folder / name).exists() and not (older / name).exists():
            (place / name).unlink(missing_ok=True)
    for name in (*moves.written, *moves.stale, moves.main):
        if (older / name).exists():
            os.replace(older / name, place / name)


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Two programs that write the same Shapefile take turns, where the system can lock a folder."""
    if sys.platform == "win32":
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


# --- leftovers of programs that were killed ---


def clear_leftovers(parent: Path) -> None:
    """Remove the folders of programs that are gone; a move that had begun is completed first."""
    _cleared[str(parent)] = time.monotonic()
    with suppress(OSError), os.scandir(parent) as entries:
        for entry in entries:
            is_ours = _NAME.fullmatch(entry.name) and entry.is_dir(follow_symlinks=False)
            if is_ours and entry.name not in _own:
                with suppress(OSError):
                    _clear(Path(entry.path))


def _clear(folder: Path) -> None:
    owner = folder / _OWNER
    if not owner.is_file():
        folder.rmdir()  # ours is empty as long as it has no owner; rmdir fails for any other
        return
    forgotten = time.time() - folder.stat().st_mtime > FORGOTTEN_S
    with owner.open("r+b") as file:
        if _is_locked(file, unknown=not forgotten):
            return
        if not forgotten and file.read(256) not in (b"", _computer()):
            return
        if sys.platform != "win32":
            _settle(folder)  # while nobody else can
    if sys.platform == "win32":
        owner.unlink()  # fails where its program lives
        _settle(folder)


def _settle(folder: Path) -> None:
    """Complete a move that had begun, unless the main file is there: then it has its own side files."""
    moves = Moves.read_from(folder)
    if moves is not None and (folder / moves.main).exists() and not (folder.parent / moves.main).exists():
        with _alone_in(folder.parent):
            _carry_out(moves, folder)
    _remove(folder)


def _remove(folder: Path) -> None:
    """Remove the owner's file last: without it a leftover would never be recognized again."""
    for part in sorted(folder.iterdir(), key=lambda part: part.name == _OWNER):
        if part.is_dir() and not part.is_symlink():
            shutil.rmtree(part)
        else:
            part.unlink()
    folder.rmdir()
