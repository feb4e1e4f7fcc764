"""What was fetched, kept beside a model's folder, and checked before the model is loaded.

NAME.askmap.json beside the folder NAME:

    {"repository": "owner/name", "revision": "…", "hub": "https://…", "licence": "…",
     "files": [{"name": "config.json", "bytes": 1525, "sha256": "…"}],
     "checked": {"config.json": [1525, 1764500000000000000]}}    its size and time when its bytes were right

A file is read whole before the model is loaded for the first time, and again whenever its size or time is
another one: gigabytes take seconds.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Callable

from ..atomic import atomic_write
from ..errors import ModelBroken, ModelMissing, NotWritten
from ..models.weights import chunks, is_file, read_json

ENDING = ".askmap.json"
_SHA256 = re.compile(r"[0-9a-f]{64}")

Tick = Callable[[int, int], object]  # bytes that were read, and of how many; may raise to stop


def no_tick(done: int, total: int) -> None:
    """Where nobody looks."""


@dataclass(frozen=True)
class FetchedFile:
    name: str
    bytes: int
    sha256: str

    def __post_init__(self) -> None:
        is_name = bool(self.name) and Path(self.name).name == self.name and "\0" not in self.name
        if not is_name or type(self.bytes) is not int or not _SHA256.fullmatch(self.sha256):
            raise ValueError(f"{self} is no file that was fetched")


@dataclass(frozen=True)
class FetchRecord:
    repository: str  # "owner/name"
    revision: str  # the hub's
    hub: str
    licence: str  # as the hub says; "" = it does not
    files: tuple[FetchedFile, ...]
    checked: Mapping[str, tuple[int, int]] = field(default_factory=dict)  # name to size and time (ns)

    @property
    def bytes(self) -> int:
        return sum(file.bytes for file in self.files)


def record_path(folder: Path) -> Path:
    return folder.with_name(folder.name + ENDING)


def read_record(folder: Path) -> FetchRecord | None:
    """None where the folder was not fetched by AskMap; ModelBroken for one that nobody can have written."""
    path = record_path(folder)
    if not folder.name or not is_file(path):
        return None
    content = read_json(path)
    try:
        return _record_from(content)
    except (KeyError, TypeError, ValueError) as error:
        raise ModelBroken("The file {path} is not as AskMap writes it.", path=path) from error


def write_record(folder: Path, record: FetchRecord) -> None:
    """Raises NotWritten."""
    with atomic_write(record_path(folder)) as draft:
        draft.write_text(json.dumps(asdict(record), indent=1), encoding="utf-8")


def changed_files(folder: Path, record: FetchRecord) -> tuple[FetchedFile, ...]:
    """Those that were right once and have another size or time now, or are gone; none are read."""
    return tuple(
        file
        for file in record.files
        if file.name in record.checked and _mark_or_none(folder / file.name) != record.checked[file.name]
    )


def check_fetched(folder: Path, tick: Tick = no_tick) -> None:
    """Does nothing for a folder that AskMap did not fetch; ModelMissing, ModelBroken.

    Reads what was never checked or has changed since; `tick` gets how many bytes were read of how many, and
    may raise to stop.
    """
    record = read_record(folder)
    if record is None:
        return
    doubtful = doubtful_files(folder, record)
    total, done = sum(file.bytes for file in doubtful), 0
    for file in doubtful:
        if not is_right(folder / file.name, file, _after(done, total, tick)):
            raise _broken(folder, file)
        done += file.bytes
    if doubtful:
        note_right(folder, record)


def _after(done: int, total: int, tick: Tick) -> Callable[[int], object]:
    """What counts the bytes of one file, after those of others."""
    return lambda count: tick(done + count, total)


def doubtful_files(folder: Path, record: FetchRecord) -> tuple[FetchedFile, ...]:
    """Those that have to be read before the model is loaded; ModelMissing."""
    return tuple(f for f in record.files if _mark(folder / f.name) != record.checked.get(f.name))


def note_right(folder: Path, record: FetchRecord) -> None:
    """All of its files were read, and are as they were fetched."""
    marks = {file.name: _mark(folder / file.name) for file in record.files}
    with suppress(NotWritten):  # another user's folder: it is read again the next time
        write_record(folder, replace(record, checked=marks))


def is_right(place: Path, file: FetchedFile, read: Callable[[int], object] = lambda count: None) -> bool:
    """Whether the bytes are those that were fetched; `read` gets how many of them were read."""
    if place.stat().st_size != file.bytes:
        return False
    digest, count = hashlib.sha256(), 0
    for piece in chunks(place):
        digest.update(piece)
        count += len(piece)
        read(count)
    return digest.hexdigest() == file.sha256


def _mark_or_none(place: Path) -> tuple[int, int] | None:
    with suppress(ModelMissing):
        return _mark(place)
    return None


def _mark(place: Path) -> tuple[int, int]:
    """Size and time; ModelMissing."""
    if not is_file(place):
        raise ModelMissing("The model's folder lacks {name}: {parent}.", name=place.name, parent=place.parent)
    stat = place.stat()
    return stat.st_size, stat.st_mtime_ns


def _record_from(content: Mapping[str, Any]) -> FetchRecord:
    texts = {name: content[name] for name in ("repository", "revision", "hub", "licence")}
    if not all(isinstance(text, str) for text in texts.values()):
        raise TypeError("a record has texts")
    files = tuple(FetchedFile(**row) for row in content["files"])
    checked = {str(name): (int(size), int(time)) for name, (size, time) in content["checked"].items()}
    return FetchRecord(**texts, files=files, checked=checked)


def _broken(folder: Path, file: FetchedFile) -> ModelBroken:
    return ModelBroken(
        "{name} in {folder} is not what was fetched: it has changed since.",
        "Remove the model and fetch it again.",
        name=file.name,
        folder=folder,
    )
