"""Lines and fields off the disk; whatever is wrong with one becomes a BadData that names it.

What a file says is only data here: texts are cleaned and bounded, and a path that a file names stays inside
its folder.
"""

from __future__ import annotations

import json
import math
import os
import reprlib
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any, TypeVar

from .errors import BadData
from .text import printable

FIRST_LINE_BYTES = 2**20  # of a file that may be anything
LINE_BYTES = 2**28  # of one line: a text of 256 MB takes some GB when it is read
MOST_LETTERS = 4000  # of one question; the longest of the published ones have a few hundred

_KINDS = {str: "a text", list: "a list", dict: "an object", int: "a whole number"}

T = TypeVar("T")


def json_from(text: str, place: str) -> Any:
    """The message names the line inside `text`, where it has several."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        line = f", line {error.lineno}," if "\n" in text else ""
        raise BadData(
            "{place}{line} is not JSON: {complaint} at letter {letter}.",
            place=place,
            line=line,
            complaint=error.msg,
            letter=error.colno,
        ) from error
    except (ValueError, RecursionError) as error:  # a number of too many digits, or too many brackets
        raise BadData(
            "{place} is not JSON that can be read: {error}.", place=place, error=shown(error)
        ) from error


def read_lines(path: Path, *, empty: bool = False) -> Iterator[tuple[int, str]]:
    """(number, line) from 1; without the empty ones, unless asked for. The file must be UTF-8."""
    try:
        with path.open("rb") as file:
            for number, raw in enumerate(iter(lambda: file.readline(LINE_BYTES + 1), b""), start=1):
                if len(raw) > LINE_BYTES:
                    raise BadData(
                        "{path}, line {number}, is longer than {limit:,.0f} MB.",
                        path=path,
                        number=number,
                        limit=LINE_BYTES / 1e6,
                    )
                line = _decoded(raw.removeprefix(b"\xef\xbb\xbf") if number == 1 else raw, path, number)
                if empty or line.strip():
                    yield number, line.rstrip("\r\n")
    except OSError as error:
        raise BadData(
            "{file} cannot be read: {reason}.", file=path, reason=error.strerror or error
        ) from error


def first_line(path: Path) -> bytes:
    """At most FIRST_LINE_BYTES of the first one that is not empty, to tell what the file is."""
    try:
        with path.open("rb") as file:
            lines = iter(lambda: file.readline(FIRST_LINE_BYTES), b"")
            return next((line for line in lines if line.strip()), b"")
    except OSError as error:
        raise BadData(
            "{file} cannot be read: {reason}.", file=path, reason=error.strerror or error
        ) from error


def _decoded(raw: bytes, path: Path, number: int) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        raise BadData("{path}, line {number}, is not UTF-8.", path=path, number=number) from error


def field(row: object, key: str, kind: type[T], place: str) -> T:
    """The value of a key that has to be there and of this kind, one of _KINDS; a truth is no number."""
    value = row.get(key) if isinstance(row, Mapping) else None
    if isinstance(value, bool) or not isinstance(value, kind):
        raise BadData(
            "{place}: «{key}» should be {wanted}, not {value}.",
            place=place.removesuffix(","),
            key=key,
            wanted=_KINDS[kind],
            value=short_repr(value),
        )
    return value


def clean_text(value: object, place: str) -> str:
    """A question or another text of the user's without control characters; it must not be empty."""
    text = printable(value).strip() if isinstance(value, str) else ""
    if not text:
        raise BadData("{place} has no words.", place=place)
    if len(text) > MOST_LETTERS:
        raise BadData(
            "{place} has {count:,} letters, more than the {limit:,} that are read.",
            place=place,
            count=len(text),
            limit=MOST_LETTERS,
        )
    return text


def numbers(value: object, count: int, place: str) -> tuple[float, ...]:
    """So many finite numbers."""
    if not isinstance(value, (list, tuple)) or len(value) != count or not all(map(_is_number, value)):
        raise BadData(
            "{place} should be {count} numbers, not {value}.",
            place=place,
            count=count,
            value=short_repr(value),
        )
    return tuple(float(each) for each in value)


def _is_number(value: object) -> bool:
    whole = isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**53
    return whole or isinstance(value, float) and math.isfinite(value)


def inside(folder: Path, name: object, place: str) -> Path:
    """The file that a row names, which must lie in the folder or below it; Windows parts folders by «\\»."""
    if not isinstance(name, str) or not name.strip() or "\0" in name:
        raise BadData("{place} names no file.", place=place)
    for path in (PurePosixPath(name), PureWindowsPath(name)):
        if path.anchor or ".." in path.parts:
            raise BadData(
                "{place} names «{name}», which lies outside of {folder}.",
                hint="Write it as the path from that folder to the file, such as tiles/a.png.",
                place=place,
                name=shown(name),
                folder=folder,
            )
    if "\\" in name and not os.path.exists(folder / name):
        return folder / PureWindowsPath(name).as_posix()
    return folder / name


def short_repr(value: object) -> str:
    """A value as Python writes it, shortened."""
    return shown(reprlib.repr(value))


def shown(value: object) -> str:
    """Something from outside, short and on one line, to be put into a message."""
    text = " ".join(printable(str(value)).split()).rstrip(".")
    return text if len(text) <= 80 else f"{text[:79]}…"
