"""Names that GDAL would wait for, or could not be given: refused with a sentence before it is asked."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import NoReturn

from ..errors import UnreadableRaster
from .remote import is_remote
from .vrt import refuse_endless, refuse_waiting

_STANDARD_INPUT = "/vsistdin"


def refuse_unopenable(path: Path | str) -> None:
    """UnreadableRaster for what is no file that can be read twice; anything else may be GDAL's."""
    name = str(path)
    if "\0" in name:
        raise UnreadableRaster("{name} is not a file name.", name=repr(name))
    if _STANDARD_INPUT in name:
        raise UnreadableRaster(
            "A raster cannot be read from the standard input.", hint="Write it to a file first."
        )
    refuse_waiting(name)
    refuse_endless(path)


def refuse_unopened(path: Path | str) -> NoReturn:
    """UnreadableRaster about a name that GDAL did not open."""
    if is_remote(path):
        raise UnreadableRaster(
            "{path} does not answer, or is no raster.",
            hint="Check the address and the connection, or download the file first.",
            path=path,
        )
    try:
        status = os.stat(path)
    except (OSError, ValueError) as error:  # not there, too long, or in no encoding of the file system
        raise UnreadableRaster("There is no raster {path}.", path=path) from error
    if stat.S_ISDIR(status.st_mode):
        raise UnreadableRaster("{path} is a folder, not a raster.", path=path)
    if not status.st_size:
        raise UnreadableRaster("{path} is an empty file.", path=path)
    raise UnreadableRaster("{path} is not a raster that GDAL can read.", path=path)
