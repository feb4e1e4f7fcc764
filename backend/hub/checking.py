"""Every byte of a model that is here, read and compared with what its hub has said."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from ..models.weights import chunks, is_file
from .places import ModelHere, cached_digest
from .record import is_right, read_record


@dataclass(frozen=True)
class Checked:
    right: tuple[str, ...]  # names of files
    damaged: tuple[str, ...]  # other bytes than they should have, or none at all
    unknown: int  # files of which nobody has said what they should be


def check_model(model: ModelHere) -> Checked:
    """By AskMap's own record, or by the names in the hub's cache; ModelBroken for a record that is none."""
    record = read_record(model.folder)
    if record is None:
        return _checked_by_name(model.folder)
    verdicts = {
        file.name: is_file(model.folder / file.name) and is_right(model.folder / file.name, file)
        for file in record.files
    }
    return _verdict(verdicts, {file.name for file in model.folder.iterdir()} - set(verdicts))


def _checked_by_name(folder: Path) -> Checked:
    """The hub's cache calls a file's bytes by their digest."""
    files = sorted(filter(is_file, folder.iterdir()))
    verdicts = {file.name: digest_of(file, name) == name for file in files if (name := cached_digest(file))}
    return _verdict(verdicts, {file.name for file in files} - set(verdicts))


def digest_of(file: Path, like: str) -> str:
    """SHA-256, or git's SHA-1 where that is what `like` is."""
    if len(like) == 64:
        total = hashlib.sha256()
    else:
        total = hashlib.sha1(b"blob %d\0" % file.stat().st_size, usedforsecurity=False)
    for chunk in chunks(file):
        total.update(chunk)
    return total.hexdigest()


def _verdict(verdicts: dict[str, bool], others: set[str]) -> Checked:
    right = tuple(name for name, is_so in verdicts.items() if is_so)
    damaged = tuple(name for name, is_so in verdicts.items() if not is_so)
    return Checked(right, damaged, len(others))
