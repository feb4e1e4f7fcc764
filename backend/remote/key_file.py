"""A server's key, from a file that nobody else can read."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from ..errors import ServerFailed
from ..message import Message

MOST_BYTES = 4096
FOR_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def read_key(path: Path) -> str:
    """Its first line; ServerFailed where it cannot be read, is empty, or is open to others."""
    try:
        with path.open("rb") as file:
            mode, raw = os.fstat(file.fileno()).st_mode, file.read(MOST_BYTES)
    except OSError as error:
        raise ServerFailed(
            "The key in {path} cannot be read: {reason}.",
            "Choose a file that holds the key in its first line.",
            path=path,
            reason=error.strerror or error,
        ) from error
    if os.name == "posix" and mode & FOR_OTHERS:
        raise ServerFailed(
            "Others can read the key in {path}.", Message("Run chmod 600 {path} first.", path=path), path=path
        )
    key = next(iter(raw.decode("utf-8", "replace").splitlines()), "").strip()
    if not key or not (key.isascii() and key.isprintable()):
        raise ServerFailed(
            "There is no key in {path}.", "Write the key into its first line, in plain letters.", path=path
        )
    return key
