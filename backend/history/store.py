"""What was asked and what came of it, kept in a GeoPackage beside the project.

Each call opens the file, makes one transaction and closes it again, so that a kill loses no finished call
and several programs may write at once. Python's sqlite3 alone opens it: a process may hold a second SQLite
library inside GDAL, and when one of the two closes a file, POSIX drops the locks of the other. The journal is
SQLite's rollback journal, because the faster write-ahead log needs shared memory, which network drives lack.
"""

from __future__ import annotations

import os
import sqlite3
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ..atomic import make_folder
from ..entries.entry import Entry, Finding
from ..entries.serialization import entry_of, fault_of, finding_of, scene_of
from ..errors import BadData, EntryMissing, EntryUnreadable, HistoryUnusable, NotWritten
from ..geo.png import from_png, to_png
from ..stages import Scene
from ..text import printable
from .connection import attach, check_tables, check_writable, opened
from .recovery import faults_of
from .rows import Change, Row, changed, finding_row, now, question_row, scene_row
from .schema import (
    COPY,
    DELETE,
    DELETE_PICTURES,
    HEADING,
    HEADINGS,
    NEWER,
    PICTURE_SIZES,
    PUT_FINDING,
    PUT_QUESTION,
    PUT_SCENE,
    PUT_SEEN,
    RECENT,
    RESTORE_PICTURES,
    VERSION,
    create,
    version_of,
)

MOST_LETTERS = 4000  # of what a list shows of a question
MOST_RECENT = 30  # questions that are offered again
MOST_SEARCHED = 100_000  # bytes of each of an entry's texts
Packed = tuple[str, Row]  # a statement, and the values that it wants
_STAMP = "UPDATE gpkg_contents SET last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"


@dataclass(frozen=True)
class Heading:
    """What a list shows of an Entry; many are read at once, and quickly."""

    id: str
    created: str
    question: str
    outcome: str
    fault: str  # a Message where it can be translated
    source: str
    reasoner: str
    follows: str
    targets: int  # how many findings there are


class History:
    def __init__(self, path: Path) -> None:
        self.path = path

    def put(self, entry: Entry, scene: Scene | None = None, seen: NDArray[np.uint8] | None = None) -> None:
        """Inserts or replaces the entry; pictures that are not given stay as they are."""
        self.put_packed(entry, packed(entry.id, scene, seen))

    def put_packed(self, entry: Entry, pictures: Sequence[Packed]) -> None:
        """With pictures that were packed before, because that takes its time."""
        row = question_row(entry, now())
        rows = [finding_row(entry.id, finding) for finding in entry.findings]
        with self._writing() as connection:
            connection.execute(PUT_QUESTION, row)
            connection.execute("DELETE FROM targets WHERE entry = ?", (entry.id,))
            connection.executemany(PUT_FINDING, rows)
            for statement, picture in pictures:
                connection.execute(statement, picture)

    def change(self, id: str, changes: Sequence[Change]) -> list[Finding | None]:
        """All of them in one transaction, or none; each as it is now.

        Only in what differs, so that two people may review at once; raises ChangedMeanwhile where the two
        differ in the same.
        """
        with self._writing() as connection:
            return [changed(connection, self.path, id, before, after) for before, after in changes]

    def entry(self, id: str) -> Entry:
        """Raises EntryMissing."""
        with self._reading() as connection:
            return _entry(connection, self.path, id)

    def headings(self, text: str = "") -> list[Heading]:
        """With all of these words in question, thought, labels, notes or source; the newest first."""
        with self._reading() as connection:
            _search(connection, text)
            return [_heading(row) for row in connection.execute(HEADINGS)]

    def headings_of(self, ids: Sequence[str], text: str = "") -> list[Heading]:
        """The same of these entries alone, in any order."""
        with self._reading() as connection:
            _search(connection, text)
            found = (connection.execute(HEADING, (id,)).fetchone() for id in ids)
            return [_heading(row) for row in found if row is not None]

    def recent_questions(self) -> list[str]:
        """The last MOST_RECENT different ones, the newest first."""
        with self._reading() as connection:
            texts = [text for (text,) in connection.execute(RECENT, (MOST_RECENT,)) if isinstance(text, str)]
        shown = (printable(text[:MOST_LETTERS]).strip() for text in texts)
        return list(dict.fromkeys(filter(None, shown)))

    def scene(self, id: str) -> Scene | None:
        """As it was put; None where none was."""
        with self._reading() as connection:
            content, text, _ = _pictures(connection, id)
        if content is None:
            return None
        with _readable(id, self.path):
            grid, source, warnings = scene_of(text)
            pixels = from_png(content)
            if pixels.shape[2] != 4:
                raise ValueError("a scene says where it has data")
            return Scene(np.ascontiguousarray(pixels[..., :3]), pixels[..., 3] > 0, grid, source, warnings)

    def seen(self, id: str) -> NDArray[np.uint8] | None:
        """The picture (h, w, 3) that the reasoner saw; None where none was put."""
        with self._reading() as connection:
            _, _, content = _pictures(connection, id)
        return None if content is None else from_png(content)

    def delete(self, *ids: str) -> None:
        with self._writing() as connection:
            _delete(connection, ids)

    def size(self) -> int:
        """Bytes on the disk."""
        with faults_of(self.path):
            return self.path.stat().st_size if self.path.exists() else 0

    def picture_sizes(self) -> list[tuple[str, int]]:
        """The ids of the entries that have pictures, and their bytes; the newest first."""
        with self._reading() as connection:
            return [(str(id), int(size)) for id, size in connection.execute(PICTURE_SIZES)]

    def delete_pictures(self, *ids: str) -> None:
        """Of these entries, of which all else stays; the file shrinks where the disk has room for that."""
        with self._writing() as connection:
            connection.executemany(DELETE_PICTURES, [(id,) for id in ids])
        self._shrink()

    def restore_pictures(self, other: Path) -> None:
        """Those of another history that are not here."""
        with self._writing(other) as connection:
            connection.execute(RESTORE_PICTURES)

    def _shrink(self) -> None:
        """To what it holds, as slowly as it is copied; where that fails, later answers fill the room."""
        with suppress(sqlite3.DatabaseError), opened(self.path) as connection:
            connection.set_progress_handler(None, 0)
            connection.execute("VACUUM")

    def copy_to(self, path: Path, ids: Sequence[str] | None = None) -> None:
        """Its entries, or these ones, into the history at `path`, which may hold some already.

        Of an entry that both have, the one that changed last stays.
        """
        if not self.path.exists():
            return
        with self._reading() as connection:
            _sound(connection)  # else a fault of this one would be taken for one of the other
        chosen = frozenset(ids or ())
        with History(path)._writing(self.path) as connection:
            newer = [id for (id,) in connection.execute(NEWER) if ids is None or id in chosen]
            _delete(connection, newer)
            for statement in COPY:
                connection.executemany(statement, [(id,) for id in newer])

    def move_to(self, path: Path) -> None:
        """All of it; when this is cut off in the middle, the entries are in both places or in the old one."""
        old = self.path
        if old.exists() and not (path.exists() and old.samefile(path)) and not self.rename_to(path):
            self.copy_to(path)
            with faults_of(old):
                old.unlink()
        self.path = path

    def rename_to(self, path: Path) -> bool:
        """At once, however much it holds; False where that needs a copy, because another disk is meant, say.

        Also where something is there already, or a write was cut off: its journal belongs to the old name.
        """
        journal = self.path.with_name(f"{self.path.name}-journal")
        if path.exists() or journal.exists() or not self.path.exists():
            return False
        try:
            make_folder(path.parent)
            with opened(self.path) as connection:
                connection.execute("BEGIN EXCLUSIVE")  # no other program can write meanwhile
                os.rename(self.path, path)
        except (
            OSError,
            sqlite3.Error,
            NotWritten,
        ):  # Windows renames no open file
            return False
        return True

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        """Everything read inside is of one moment; a file that is not there is an empty history."""
        with faults_of(self.path):
            there = self.path.exists()
        if not there:
            with _empty() as connection:
                yield connection
            return
        with faults_of(self.path), opened(self.path) as connection:
            connection.execute("PRAGMA query_only = ON")
            connection.execute("BEGIN")
            if _is_there(connection, self.path):
                yield connection
            else:  # whoever made the file was killed before it wrote
                with _empty() as nothing:
                    yield nothing

    @contextmanager
    def _writing(self, other: Path | None = None) -> Iterator[sqlite3.Connection]:
        """One transaction; the history at `other` is attached as «other»."""
        make_folder(self.path.parent)
        with faults_of(self.path), opened(self.path) as connection, _blamed_on(other):
            if other is not None:
                attach(connection, other)
            connection.execute("BEGIN IMMEDIATE")
            if _is_there(connection, self.path):
                check_writable(connection, self.path)
            else:
                create(connection)
            yield connection
            connection.execute(_STAMP)
            connection.execute("COMMIT")


def packed(id: str, scene: Scene | None, seen: NDArray[np.uint8] | None) -> list[Packed]:
    """As PNG; no file is touched."""
    pictures: list[Packed] = [] if scene is None else [(PUT_SCENE, scene_row(id, scene))]
    return pictures + ([] if seen is None else [(PUT_SEEN, (id, to_png(seen)))])


@contextmanager
def _empty() -> Iterator[sqlite3.Connection]:
    with opened(":memory:") as connection:
        create(connection)
        yield connection


@contextmanager
def _blamed_on(other: Path | None) -> Iterator[None]:
    """What a copy fails at lies in what is copied: the file that is written is not set aside for it."""
    try:
        yield
    except (sqlite3.DataError, sqlite3.IntegrityError) as error:
        raise HistoryUnusable("The history refuses what is written into it: {error}.", error=error) from error
    except sqlite3.DatabaseError as error:
        if other is None or isinstance(error, sqlite3.OperationalError):
            raise
        raise HistoryUnusable(
            "The history {path} cannot be copied: {error}.", path=other, error=error
        ) from error


def _is_there(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether the file holds a history that this AskMap understands; False where it is empty."""
    version = version_of(connection)
    if version is None:
        raise HistoryUnusable(
            "{path} is not a history of AskMap.", "Rename that file, and a new one begins.", path=path
        )
    if version > VERSION:
        raise HistoryUnusable(
            "The history {path} was written by a newer AskMap.",
            "Update AskMap, or rename that file to begin a new one.",
            path=path,
        )
    if version:
        check_tables(connection)
    return version > 0


def _entry(connection: sqlite3.Connection, path: Path, id: str) -> Entry:
    row = connection.execute("SELECT record FROM questions WHERE entry = ?", (id,)).fetchone()
    if row is None:
        raise EntryMissing(id=id, path=path)
    targets = connection.execute("SELECT record, outline FROM targets WHERE entry = ? ORDER BY number", (id,))
    with _readable(id, path):
        return entry_of(row[0], [finding_of(*target) for target in targets])


@contextmanager
def _readable(id: str, path: Path) -> Iterator[None]:
    """For records that a newer AskMap wrote, or the user's hand."""
    try:
        yield
    except (BadData, LookupError, TypeError, ValueError) as error:
        raise EntryUnreadable("The entry {id} in {path} cannot be read.", id=id, path=path) from error


def _search(connection: sqlite3.Connection, text: str) -> None:
    """Tells SQLite which entries have these words."""
    wanted = _folded(text).split()

    def has_text(*texts: bytes | None) -> bool:
        """Bytes, because a stranger's text may be none."""
        text = _folded("\n".join((text or b"")[:MOST_SEARCHED].decode(errors="replace") for text in texts))
        return all(part in text for part in wanted)

    connection.create_function("has_words", -1, has_text)


def _heading(row: Row) -> Heading:
    """Whatever stands in the columns; what is wrong with an entry is said when it is opened."""
    id, *texts, targets, record = row
    shown = [printable(text[:MOST_LETTERS]) if isinstance(text, str) else "" for text in texts]
    created, question, outcome, fault, source, reasoner, follows = shown
    fault = fault_of(record, fault) if record is not None else fault
    named = id if isinstance(id, str) else ""
    return Heading(named, created, question, outcome, fault, source, reasoner, follows, targets)


def _pictures(connection: sqlite3.Connection, id: str) -> Row:
    """The scene as PNG and its record, and what the reasoner saw; None for each that is not there."""
    found = connection.execute("SELECT scene, scene_record, seen FROM pictures WHERE entry = ?", (id,))
    return found.fetchone() or (None, None, None)


def _delete(connection: sqlite3.Connection, ids: Sequence[str]) -> None:
    for statement in DELETE:
        connection.executemany(statement, [(id,) for id in ids])


def _folded(text: str) -> str:
    """The same for «Straße» and «STRASSE», which SQLite's own comparison tells apart."""
    return unicodedata.normalize("NFKC", text).casefold()


def _sound(connection: sqlite3.Connection) -> None:
    (outcome,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if outcome != "ok":
        raise sqlite3.DatabaseError(outcome)
