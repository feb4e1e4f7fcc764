"""Where the service of this user listens: a socket in a folder that is theirs alone."""

from __future__ import annotations

import os
import socket
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ..errors import EngineEnded

FOLDER, SOCKET, LOCK, LOG = "askmap", "service", "lock", "log"
PRIVATE = 0o700
CONNECT_S = 2.0  # to a service on this computer that is not stuck


def is_possible() -> bool:
    """Whether this system has what a service needs; Windows lacks it."""
    return hasattr(socket, "AF_UNIX") and hasattr(os, "getuid")


def service_folder() -> Path:
    """In the system's folder for what runs; which need not be there yet.

    The variable may name that of another user, where a shell was begun as this one by sudo or su.
    """
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    with suppress(OSError, ValueError):  # ValueError: what no path can be
        found = os.stat(runtime)
        if stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid():
            return Path(runtime) / FOLDER
    return Path(tempfile.gettempdir()) / f"{FOLDER}-{os.getuid()}"


def private_folder() -> Path:
    """The same, made where it is not there. EngineEnded where that fails, or it is not the user's alone."""
    folder = service_folder()
    with errors_of(folder):
        with suppress(FileExistsError):
            folder.mkdir(PRIVATE)
        is_theirs = is_private(folder)
    if not is_theirs:
        raise EngineEnded(
            "The folder {folder} is not yours alone, so no service is used there.",
            "Remove it, or make it yours alone.",
            folder=folder,
        )
    return folder


@contextmanager
def errors_of(folder: Path) -> Iterator[None]:
    """EngineEnded for whatever the system refuses there."""
    try:
        yield
    except OSError as error:
        raise EngineEnded(
            "No service can be used in the folder {folder}: {reason}.",
            "Ask without one.",
            folder=folder,
            reason=error.strerror or str(error),
        ) from error


def is_private(folder: Path) -> bool:
    found = folder.lstat()
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & 0o077


def connect(path: Path) -> socket.socket:
    """OSError where nobody listens."""
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        connection.settimeout(CONNECT_S)
        connection.connect(str(path))
    except OSError:
        connection.close()
        raise
    return connection
