"""Every byte of a model that is here, read and compared with what its hub has said."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from ..errors import ModelBroken
from ..models.weights import chunks, is_file
from .places import ModelHere, cached_digest
from .record import FetchedFile, Tick, is_right, no_tick, note_right, read_record


@dataclass(frozen=True)
class Checked:
    right: tuple[str, ...]  # names of files
    damaged: tuple[str, ...]  # other bytes than they should have, or none at all
    unknown: int  # files of which nobody has said what they should be


def check_model(model: ModelHere, tick: Tick = no_tick) -> Checked:
    """By AskMap's own record, or by the names in the hub's cache.

    ModelBroken for a record that is none, and for files that cannot be read.
    """
    try:
        return _checked(model, tick)
    except OSError as error:
        raise ModelBroken(
            "{file} cannot be read: {reason}.",
            file=error.filename or model.folder,
            reason=error.strerror or error,
        ) from error


def _checked(model: ModelHere, tick: Tick) -> Checked:
    record = read_record(model.folder)
    count = _Count(tick, model.bytes)
    if record is None:
        return _checked_by_name(model.folder, count)
    verdicts = {file.name: _is_right(model.folder / file.name, file, count) for file in record.files}
    checked = _verdict(verdicts, {file.name for file in model.folder.iterdir()} - set(verdicts))
    if not checked.damaged:
        note_right(model.folder, record)
    return checked


@dataclass
class _Count:
    """Bytes of files that were read before, and of the one that is."""

    tick: Tick
    total: int
    before: int = 0

    def note(self, count: int) -> None:
        self.tick(self.before + count, self.total)

    def end(self, count: int) -> None:
        self.before += count


def _is_right(place: Path, file: FetchedFile, count: _Count) -> bool:
    right = is_file(place) and is_right(place, file, count.note)
    count.end(file.bytes)
    return right


def _checked_by_name(folder: Path, count: _Count) -> Checked:
    """The hub's cache calls a file's bytes by their digest."""
    files = sorted(filter(is_file, folder.iterdir()))
    names = {file: name for file in files if (name := cached_digest(file))}
    verdicts = {file.name: digest_of(file, name, count) == name for file, name in names.items()}
    return _verdict(verdicts, {file.name for file in files} - set(verdicts))


def digest_of(file: Path, like: str, count: _Count) -> str:
    """SHA-256, or git's SHA-1 where that is what `like` is."""
    if len(like) == 64:
        total = hashlib.sha256()
    else:
        total = hashlib.sha1(b"blob %d\0" % file.stat().st_size, usedforsecurity=False)
    done = 0
    for chunk in chunks(file):
        total.update(chunk)
        done += len(chunk)
        count.note(done)
    count.end(done)
    return total.hexdigest()


def _verdict(verdicts: dict[str, bool], others: set[str]) -> Checked:
    right = tuple(name for name, is_so in verdicts.items() if is_so)
    damaged = tuple(name for name, is_so in verdicts.items() if not is_so)
    return Checked(right, damaged, len(others))
