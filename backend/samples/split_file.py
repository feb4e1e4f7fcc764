"""A split of the layout «bop» that grows by one line at a time: fast in a large file, safe when two write.

A line is one write at the end of the file, and on the disk before `append` returns. What a power cut leaves
of one has no line break behind it: nobody was told that it is kept, so whoever writes next moves it to
<split>.jsonl.cut; it may as well be what the user typed.
Writers wait for each other through a lock of the system's, which ends with its program; where there is none
(Windows, some network folders) the one write alone has to do.
"""

from __future__ import annotations

import errno
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from ..atomic import make_folder
from ..errors import BadData, NotWritten
from ..validation import shown
from .bop_format import Row, check_paths, file_of_split, line_of, row_from

if sys.platform != "win32":
    import fcntl

CUT = ".cut"  # behind the name of the file
TAIL_BYTES = 2**18  # where the last few lines are looked for; the longest have some thousand letters
_NO_LOCKS = {errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}  # what such a folder says


@dataclass(frozen=True)
class SampleFile:
    """There or not; `append` makes it."""

    folder: Path
    split: str = "train"

    @property
    def path(self) -> Path:
        """Raises NotWritten where the split has no name that a file can have."""
        return file_of_split(self.folder, self.split)

    def append(self, row: Row) -> None:
        """Its name must be new. Raises NotWritten, and leaves the file as it was."""
        check_paths(row, self.folder)
        make_folder(self.folder)
        with self._opened("a+b") as file:
            self._refuse_foreign(file)
            self._drop_cut_line(file)
            _write(file, f"{line_of(row)}\n".encode())

    def remove(self, name: str) -> Row:
        """The row that was removed; raises BadData where no line has the name, and NotWritten."""
        with self._opened("r+b") as file:
            self._drop_cut_line(file)
            start, line = self._found(file, name)
            if start + len(line) == file.seek(0, os.SEEK_END):
                file.truncate(start)
            else:  # an empty line says nothing, and what others wrote behind it stays where it is
                file.seek(start)
                file.write(b" " * (len(line) - 1))
            _settle(file)
        return self._row(line)

    def count(self) -> int:
        """0 where there is no file; raises BadData where it cannot be read."""
        with self._read() as file:
            return sum(map(_says_something, file)) if file else 0

    def last(self, most: int) -> list[Row]:
        """The last rows, the newest first; raises BadData where one is none."""
        with self._read() as file:
            lines = _tail(file) if file else []
        return [self._row(line) for line in lines[: -most - 1 : -1]]

    def _refuse_foreign(self, file: IO[bytes]) -> None:
        """Many formats are called .jsonl: what begins with a line of another one is left alone."""
        file.seek(0)
        lines = file.read(TAIL_BYTES).split(b"\n")[:-1]
        first = next(filter(bytes.strip, lines), b"")
        try:
            if first:
                self._row(first)
        except BadData as error:
            raise NotWritten(
                "{path} holds something else than samples of AskMap.",
                hint="Choose another folder, or another name for the split.",
                path=self.path,
            ) from error

    def _drop_cut_line(self, file: IO[bytes]) -> None:
        """Ends a last line that was left without its line break, and moves away what is no whole one."""
        end = file.seek(0, os.SEEK_END)
        start = _start_of_last_line(file, end)
        file.seek(start)
        last = file.read(end - start)
        if not last or last.endswith(b"\n"):
            return
        if _is_whole(last):
            _write(file, b"\n")
            return
        if kept := last.strip(b"\0 \r\t"):  # zeros are what a file system makes of a power cut
            with Path(f"{self.path}{CUT}").open("ab") as cut:
                cut.write(kept + b"\n")
        file.truncate(start)

    def _found(self, file: IO[bytes], name: str) -> tuple[int, bytes]:
        """Where the last line of that name begins, and the line."""
        file.seek(0)
        start, found = 0, (0, b"")
        spelled = json.dumps(name, ensure_ascii=False).encode()
        for line in file.read().splitlines(keepends=True):
            if spelled in line and self._row(line).name == name:
                found = start, line
            start += len(line)
        if not found[1]:
            raise BadData("{path} has no sample «{name}» any more.", path=self.path, name=shown(name))
        return found

    def _row(self, line: bytes) -> Row:
        return row_from(line.decode(errors="replace"), f"A line of {self.path}")

    @contextmanager
    def _opened(self, mode: str) -> Iterator[IO[bytes]]:
        try:
            with self.path.open(mode, buffering=0) as file, _locked(file.fileno()):  # a write is one write
                yield file
        except OSError as error:
            raise NotWritten(
                "{path} cannot be written: {reason}.", path=self.path, reason=error.strerror or error
            ) from error

    @contextmanager
    def _read(self) -> Iterator[IO[bytes] | None]:
        if not self.path.exists():
            yield None
            return
        try:
            with self.path.open("rb") as file:
                yield file
        except OSError as error:
            raise BadData(
                "{file} cannot be read: {reason}.", file=self.path, reason=error.strerror or error
            ) from error


@contextmanager
def _locked(descriptor: int) -> Iterator[None]:
    if sys.platform != "win32":
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)  # closing the file lets go of it
        except OSError as error:
            if error.errno not in _NO_LOCKS:
                raise
    yield


def _start_of_last_line(file: IO[bytes], end: int) -> int:
    """Behind the last line break, where the file ends without one."""
    behind = end
    while behind:
        before = max(0, behind - TAIL_BYTES)
        file.seek(before)
        found = file.read(behind - before).rfind(b"\n")
        if found >= 0:
            return before + found + 1
        behind = before
    return 0


def _is_whole(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except ValueError:
        return False


def _write(file: IO[bytes], content: bytes) -> None:
    """At the end; all of it or nothing."""
    before = file.seek(0, os.SEEK_END)
    try:
        if file.write(content) < len(content):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        _settle(file)
    except OSError:
        file.truncate(before)
        raise


def _settle(file: IO[bytes]) -> None:
    os.fsync(file.fileno())


def _tail(file: IO[bytes]) -> list[bytes]:
    """The last whole lines that say something, in their order."""
    end = file.seek(0, os.SEEK_END)
    start = max(0, end - TAIL_BYTES)
    file.seek(start)
    lines = file.read().splitlines(keepends=True)
    return list(filter(_says_something, lines[1 if start else 0 :]))


def _says_something(line: bytes) -> bool:
    return bool(line.strip()) and (line.endswith(b"\n") or _is_whole(line))
