"""A whole model from a hub: nothing half ever stands where a model is expected.

MODELS/owner/.NAME.part/     what has come; kept when the transfer ends early, locked while it is used
MODELS/owner/NAME/           moved there when every file is whole
MODELS/owner/NAME.askmap.json
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

from ..atomic import make_folder
from ..errors import HubFailed, ModelMissing, NotWritten
from ..models.weights import headers
from .download import download, size_of
from .pages import Hub
from .record import FetchedFile, FetchRecord, read_record, record_path, write_record
from .repository import HubListing, is_repository, list_files

if sys.platform != "win32":
    import fcntl
else:
    import msvcrt

SPARE_BYTES = 200 << 20  # of the disk, which stay free
LOCK = ".askmap-lock"


@dataclass(frozen=True)
class Fetching:
    """How far it is."""

    file: str
    done_bytes: int  # of the model
    total_bytes: int


Watch = Callable[[Fetching], object]  # may raise Cancelled: what has come is kept


def fetch_model(hub: Hub, repository: str, models: Path, watch: Watch, revision: str = "main") -> Path:
    """The model's folder below `models`; HubFailed, ServerFailed, NotWritten, ModelBroken.

    A model that was fetched before is not fetched again: remove it first for another revision.
    """
    folder = folder_of(models, repository)
    if read_record(folder) is not None and folder.is_dir():
        return folder
    _refuse_strange(folder)
    listing = list_files(hub, repository, revision, lambda: watch(Fetching("", 0, 0)))
    with _written(folder), _part_folder(folder) as part:
        check_room(listing, part)
        files = _download_all(hub, listing, part, watch)
        headers(part)
        record = FetchRecord(repository, listing.revision, hub.url, listing.licence, files)
        _move(part, folder, record)
    return folder


def folder_of(models: Path, repository: str) -> Path:
    """Where it lies once it was fetched. ModelMissing for what is no name of a repository."""
    if not is_repository(repository):
        raise ModelMissing(
            "«{name}» is no name of a model.",
            "Write it as its owner does: owner/name.",
            name=repository[:99],
        )
    return models.joinpath(*repository.split("/"))


def part_of(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.part")


def bytes_of_part(folder: Path) -> int:
    """What has come of a model that is not whole yet; 0 also where nothing has."""
    part = part_of(folder)
    return sum(size_of(file) for file in part.iterdir()) if part.is_dir() else 0


def parts_in(models: Path) -> tuple[str, ...]:
    """ "owner/name" of all that are not whole yet."""
    parts = sorted(models.glob("*/.*.part"))
    names = (f"{part.parent.name}/{part.name[1 : -len('.part')]}" for part in parts if part.is_dir())
    return tuple(filter(is_repository, names))


def check_room(listing: HubListing, part: Path) -> None:
    """NotWritten where the disk is too small for what has not come yet."""
    here = sum(min(size_of(part / file.name), file.bytes) for file in listing.files)
    needed, free = listing.bytes - here + SPARE_BYTES, shutil.disk_usage(part).free
    if needed > free:
        raise NotWritten(
            "{name} needs {needed:,.1f} GB on the disk, and {free:,.1f} GB are free in {folder}.",
            name=listing.repository,
            needed=needed / 1e9,
            free=free / 1e9,
            folder=part.parent,
        )


def _download_all(hub: Hub, listing: HubListing, part: Path, watch: Watch) -> tuple[FetchedFile, ...]:
    files, before = [], 0
    for file in listing.files:

        def received(count: int, name: str = file.name, before: int = before) -> None:
            watch(Fetching(name, before + count, listing.bytes))

        sha256 = download(hub, listing, file, part / file.name, received)
        files.append(FetchedFile(file.name, file.bytes, sha256))
        before += file.bytes
    return tuple(files)


def _move(part: Path, folder: Path, record: FetchRecord) -> None:
    """The record first: a folder without one would be taken for the user's own."""
    known = {file.name for file in record.files}
    for stranger in [file for file in part.iterdir() if file.name not in known]:
        stranger.unlink()  # of another revision, or the lock
    write_record(folder, record)
    os.replace(part, folder)


def _refuse_strange(folder: Path) -> None:
    if folder.exists() or folder.is_symlink():
        raise HubFailed(
            "There is a folder {folder} already, which AskMap has not fetched.",
            "Use it as it is, or fetch the model into another folder.",
            folder=folder,
        )


@contextmanager
def _part_folder(folder: Path) -> Iterator[Path]:
    """One program at a time; another one's is refused."""
    part = part_of(folder)
    make_folder(part)
    with _alone(part, folder):
        yield part


@contextmanager
def _alone(part: Path, folder: Path) -> Iterator[None]:
    """HubFailed where another program fetches it. Windows moves no folder with an open file in it."""
    place = part / LOCK if sys.platform != "win32" else part.with_name(part.name + LOCK)
    with place.open("wb") as lock:
        try:
            if sys.platform != "win32":
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            else:
                msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise HubFailed(
                "{name} is being fetched by another program.",
                "Wait until that has ended.",
                name=folder.name,
            ) from error
        yield
    if sys.platform == "win32":
        with suppress(OSError):  # another program has opened it meanwhile
            place.unlink()


@contextmanager
def _written(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise NotWritten(
            "{path} cannot be written: {reason}.", path=folder, reason=error.strerror or error
        ) from error


def remove_model(models: Path, repository: str) -> tuple[Path, ...]:
    """What fetch_model made is gone; what else lies in the folder stays, and is what comes back.

    ModelMissing where nothing was fetched; HubFailed where it is being fetched; NotWritten.
    """
    folder = folder_of(models, repository)
    record, part = read_record(folder), part_of(folder)
    if record is None and not part.is_dir():
        raise ModelMissing(
            "AskMap has not fetched {name}.",
            "What lies elsewhere is removed where it lies.",
            name=repository,
        )
    with _written(folder):
        if part.is_dir() and not part.is_symlink():
            with _alone(part, folder):
                shutil.rmtree(part)
        left = _remove_files(folder, record) if record is not None else ()
        with suppress(OSError):  # others of this owner are there
            folder.parent.rmdir()
    return left


def _remove_files(folder: Path, record: FetchRecord) -> tuple[Path, ...]:
    if not folder.is_symlink():  # a link leads to what someone else put there
        for file in record.files:
            (folder / file.name).unlink(missing_ok=True)
        with suppress(OSError):  # something else is in it, or it is gone
            folder.rmdir()
    record_path(folder).unlink(missing_ok=True)
    return tuple(sorted(folder.iterdir())) if folder.is_dir() and not folder.is_symlink() else ()
