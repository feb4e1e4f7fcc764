"""A file is written as a draft beside its place, and moved there when it is whole.

So neither a crash, a full disk nor Ctrl-C leaves half a file or harms an older one.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from .errors import NotWritten

_JOURNALS = ("-wal", "-journal")  # SQLite's, of a GeoPackage that somebody is writing to
_OF_RASTERS = (".aux.xml", ".ovr", ".msk")  # GDAL believes these more than the raster itself
_OF_SHAPEFILES = (".prj", ".cpg", ".qpj", ".qix", ".sbn", ".sbx", ".shp.xml")


def make_folder(folder: Path) -> None:
    """With those above it, where it is not there yet; raises NotWritten."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NotWritten(f"The folder {folder} cannot be made: {error.strerror or error}.") from error


@contextmanager
def draft(path: Path) -> Iterator[Path]:
    """Where to write instead of `path`; what was written there, side files too, moves when the block ends.

    Raises NotWritten for every OSError, of the block as well.
    """
    try:
        with TemporaryDirectory(prefix=".askmap-", dir=path.parent) as folder:
            _refuse_open_database(path)
            yield Path(folder, path.name)
            _move(Path(folder), path)
    except OSError as error:
        raise NotWritten(f"{path} cannot be written: {error.strerror or error}.") from error


def _refuse_open_database(path: Path) -> None:
    """SQLite would apply the journal of the old file to the new one."""
    if any(Path(f"{path}{ending}").exists() for ending in _JOURNALS):
        raise NotWritten(
            f"{path} is open in another program.",
            hint="Close it there, or choose another file name.",
        )


def _move(folder: Path, path: Path) -> None:
    """Side files go first: whoever sees the file sees it whole."""
    written = sorted(folder.iterdir(), key=lambda file: file.name == path.name)
    for file in written:
        os.replace(file, path.parent / file.name)
    for stale in _side_files(path) - {path.parent / file.name for file in written}:
        stale.unlink(missing_ok=True)


def _side_files(path: Path) -> set[Path]:
    """Those that a reader would take for a part of `path`, there or not."""
    endings = _OF_SHAPEFILES if path.suffix.lower() == ".shp" else ()
    return {Path(f"{path}{ending}") for ending in _OF_RASTERS} | {path.with_suffix(e) for e in endings}
