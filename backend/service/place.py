"""Where the service of this user listens: a socket in a folder that is theirs alone."""

from __future__ import annotations

import os
import socket
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from ..errors import EngineEnded

FOLDER, SOCKET, LOCK, LOG = "askmap", "service", "lock", "log"
PRIVATE = 0o700
CONNECT_S = 2.0  # to a service on this computer that is not stuck


def is_possible() -> bool:
    """Whether this system has what a service needs; Windows lacks it."""
    return hasattr(socket, "AF_UNIX") and hasattr(os, "getuid")


def service_folder() -> Path:
    """In the system's folder for what runs; which need not be there yet."""
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    if os.path.isdir(runtime):
        return Path(runtime) / FOLDER
    return Path(tempfile.gettempdir()) / f"{FOLDER}-{os.getuid()}"


def private_folder() -> Path:
    """The same, made where it is not there. EngineEnded where it is not the user's alone."""
    folder = service_folder()
    with suppress(FileExistsError):
        folder.mkdir(PRIVATE)
    if not is_private(folder):
        raise EngineEnded(
            "The folder {folder} is not yours alone, so no service is used there.",
            "Remove it, or make it yours alone.",
            folder=folder,
        )
    return folder


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
