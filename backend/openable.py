"""Names that GDAL would wait for, or could not be given: refused with a sentence before it is asked."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from .errors import UnreadableRaster
from .mosaics import refuse_endless

_STANDARD_INPUT = "/vsistdin"
_KINDS = {
    stat.S_IFIFO: "a pipe",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFSOCK: "a socket",
}


def refuse_unopenable(path: Path | str) -> None:
    """UnreadableRaster for what is no file that can be read twice; anything else may be GDAL's."""
    name = str(path)
    if "\0" in name:
        raise UnreadableRaster(f"{name!r} is no name of a file.")
    if _STANDARD_INPUT in name:
        raise UnreadableRaster(
            "A raster cannot be read from the standard input.", hint="Write it to a file first."
        )
    kind = _kind_of(name)
    if kind:
        raise UnreadableRaster(
            f"{path} is {kind}, not a raster.", hint="Write what it gives to a file first."
        )
    refuse_endless(path)


def why_not_opened(path: Path | str) -> str:
    """A sentence about a name that GDAL did not open."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):  # not there, too long, or in no encoding of the file system
        return f"There is no raster {path}."
    if stat.S_ISDIR(status.st_mode):
        return f"{path} is a folder, not a raster."
    return f"{path} is {'not a raster that GDAL can read' if status.st_size else 'an empty file'}."


def _kind_of(name: str) -> str:
    """Of what would be waited for; "" for files, and for names that are no file's."""
    try:
        return _KINDS.get(stat.S_IFMT(os.stat(name).st_mode), "")
    except (OSError, ValueError):
        return ""
