"""Lists of lists of rasters (VRT): how often their files would be read, counted before GDAL reads any.

A list that names another ten times, which names a third ten times, makes GDAL read the last one a hundred
times, and it hears nothing meanwhile. Nor does it where one of them is a pipe that nobody writes into: pipes,
devices and sockets are refused.
"""

from __future__ import annotations

import os
import re
import stat
from contextlib import suppress
from html import unescape
from pathlib import Path

from ..errors import UnreadableRaster
from ..message import Message

MOST_READINGS = 10_000  # that anyone has use for, where
MOST_REPEATED = 100  # times as many as there are files
MOST_DEEP = 30
_MOST_LOOKED_INTO = 1000  # files of one list; those of longer ones are lists where their name says so
_LONGEST = 2**26  # bytes of a list
_SOURCE = re.compile(r"<Source(?:Filename|Dataset)\b([^>]*)>([^<]*)<")


def refuse_endless(path: Path | str) -> None:
    """UnreadableRaster for a list that would be read for ever; anything else may be GDAL's."""
    known: dict[Path, int] = {}
    readings = _readings(Path(_plain(str(path))), known, 0)
    if readings > MOST_READINGS and readings > MOST_REPEATED * len(known):
        raise UnreadableRaster(
            "{path} refers to {count} files, each of them many times.",
            hint="Make one GeoTIFF of it first, with gdal_translate or gdalwarp.",
            path=path,
            count=len(known),
        )


def _plain(name: str) -> str:
    """Without what says how it is opened: «vrt://a.tif?bands=1»."""
    return name[len("vrt://") :].partition("?")[0] if name.startswith("vrt://") else name


def _readings(path: Path, known: dict[Path, int], depth: int) -> int:
    """Of all that it leads to; `known` are the files met so far and theirs."""
    if path in known:
        return known[path]
    known[path] = 1  # should it lead to itself: GDAL sees that
    refuse_waiting(path)
    named = _named_in(path) if depth < MOST_DEEP else []
    is_long = len(set(named)) > _MOST_LOOKED_INTO
    for each in named:
        is_file = is_long and each.suffix.lower() != ".vrt"
        if is_file and each not in known:
            refuse_waiting(each)
        known[path] += known.setdefault(each, 1) if is_file else _readings(each, known, depth + 1)
    return known[path]


def _named_in(path: Path) -> list[Path]:
    """The files that a list names, each as often as it does; none in what is no list."""
    text = str(path)
    if text.startswith("<VRTDataset"):
        return [_file(Path(), *found) for found in _SOURCE.findall(text)]
    with suppress(OSError, ValueError):
        status = path.stat()
        if stat.S_ISREG(status.st_mode) and status.st_size <= _LONGEST:
            with path.open("rb") as file:
                begun = file.read(200)
                if b"<VRTDataset" in begun:
                    text = (begun + file.read()).decode(errors="replace")
                    return [_file(path, *found) for found in _SOURCE.findall(text)]
    return []


def _file(path: Path, attributes: str, name: str) -> Path:
    folder = path.parent if re.search(r"relativeToVRT\s*=\s*[\"']1", attributes) else Path()
    return folder / unescape(name).strip()


def refuse_waiting(path: Path | str) -> None:
    """UnreadableRaster for what gives its bytes when it likes, if ever; not for names that are no file's."""
    mode, hint = _mode_of(path), Message("Write its output to a file first.")
    if stat.S_ISFIFO(mode):
        raise UnreadableRaster("{path} is a pipe, not a raster.", hint, path=path)
    if stat.S_ISSOCK(mode):
        raise UnreadableRaster("{path} is a socket, not a raster.", hint, path=path)
    if stat.S_ISCHR(mode) or stat.S_ISBLK(mode):
        raise UnreadableRaster("{path} is a device, not a raster.", hint, path=path)


def _mode_of(path: Path | str) -> int:
    """0 for names that are no file's."""
    try:
        return os.stat(path).st_mode
    except (OSError, ValueError):
        return 0
