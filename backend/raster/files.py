"""All that a raster is made of on the disk: its files, those beside it, and what holds it.

A name that GDAL opens may be a file, a table in one («GPKG:town.gpkg:photo»), a file in an archive
(«/vsizip/photos.zip/a.tif»), a list of others (VRT, STAC) or a folder (Zarr). No file of a list is opened as
a raster here, and nothing is fetched: the list alone is read for names.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import combinations
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from osgeo import gdal

from ..errors import UnreadableRaster
from ..geo.gdal_errors import quiet
from .openable import refuse_unopenable
from .remote import is_remote

# Of any raster, behind its whole name; SQLite takes its own for what was not yet written to the database
BESIDE = (".aux.xml", ".ovr", ".msk", "-wal", "-journal", "-shm")
WORLD = (".tfw", ".tifw", ".jgw", ".jpgw", ".pgw", ".pngw", ".wld", ".prj", ".hdr", ".tab")  # for its ending

# GDAL's names of formats that hold their own pixels; all others may be lists of addresses, as VRT and WMS are
PLAIN = {
    "AAIGrid", "BMP", "COG", "DTED", "ECW", "ENVI", "GIF", "GPKG", "GTiff", "HFA", "JP2ECW", "JP2KAK",
    "JP2MrSID", "JP2OpenJPEG", "JPEG", "JPEGXL", "MBTiles", "MrSID", "NITF", "PNG", "RMF", "SAGA", "SRTMHGT",
    "USGSDEM", "WEBP",
}  # fmt: skip

_LISTS = (b"<", b"{")  # how a text that names other files begins: XML or JSON
_LONGEST_LIST = 2**26
_NAMES = re.compile(r"""(?<=[>"'])[^<>"']{1,4096}""")  # texts and attributes of XML, strings of JSON
_NO_NAME = re.compile(r"\s*[<{]|[\s\d.,+eE-]*\Z")  # another list, numbers
_SEPARATORS = re.compile(r"""/vsi\w+/|[:"'{}=,|?&]""")
_MOST_SEPARATORS = 30  # in one name: behind that only numbers are listed


def parts_of(raster: str) -> set[Path]:
    """Files and folders, there or not; what is no raster has those that its name speaks of."""
    found: set[Path] = set()
    waiting = [*_named(raster, Path()), *_listed(raster, Path()), *_opened(raster)]
    while waiting:
        path = waiting.pop()
        if path not in found and (not os.path.isdir(path) or _is_raster(path)):
            found.add(path)
            waiting += _listed_in(path)
    return found


def _opened(raster: str) -> Iterator[Path]:
    """What its driver knows of."""
    if is_remote(raster):
        return
    with suppress(RuntimeError, UnreadableRaster), quiet():
        refuse_unopenable(raster)
        opened = gdal.OpenEx(raster, gdal.OF_RASTER)
        for name in (opened.GetFileList() or ()) if opened else ():
            yield from _named(name, Path())
        for text in (opened.GetMetadata("xml:VRT") or ()) if opened else ():
            yield from _listed(text, Path() if raster.lstrip().startswith("<") else Path(raster).parent)


def _listed_in(path: Path) -> Iterator[Path]:
    """The files that a list names; nothing of what is none."""
    with suppress(OSError, ValueError):
        status = path.stat()
        if S_ISREG(status.st_mode) and status.st_size <= _LONGEST_LIST:
            with path.open("rb") as file:
                begun = file.read(64).lstrip(b"\xef\xbb\xbf \t\r\n")
                if begun.startswith(_LISTS):
                    file.seek(0)
                    yield from _listed(file.read().decode(errors="replace"), path.parent)


def _listed(text: str, folder: Path) -> Iterator[Path]:
    if text.lstrip()[:1] in ("<", "{"):
        for name in set(_NAMES.findall(text)):
            plain = _plain(name.strip())
            yield from _named(plain, folder)
            if folder != Path() and not os.path.exists(folder / plain):  # from where the program is, then
                yield from _named(plain, Path())


def _plain(name: str) -> str:
    for spelled, letter in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
        name = name.replace(spelled, letter)
    return name


def _named(name: str, folder: Path) -> Iterator[Path]:
    """What a name speaks of: itself, and every part of it that is there."""
    if not 0 < len(name) <= 4096 or "\0" in name:
        return
    if _NO_NAME.match(name):  # but «{3f25}.tif» and «2024» may be files too
        if os.path.isfile(folder / name):
            yield folder / name
        return
    if "/vsi" not in name and _is_path(name):
        yield folder / name
    marks = list(_SEPARATORS.finditer(name))
    if 0 < len(marks) <= _MOST_SEPARATORS:
        starts = [0, *(mark.end() for mark in marks)]
        ends = [*(mark.start() for mark in marks), len(name)]
        for start, end in combinations(sorted({*starts, *ends}), 2):
            if start in starts and end in ends:
                yield from _holding(folder / name[start:end])


def _is_path(name: str) -> bool:
    return "." in name or "/" in name or "\\" in name or os.path.exists(name)


def _holding(path: Path) -> Iterator[Path]:
    """The file or the raster's folder of this name, or the file that a place in it leads through."""
    for place in (path, *path.parents):
        with suppress(OSError, ValueError):
            mode = place.stat().st_mode
            if S_ISREG(mode) or (place == path and S_ISDIR(mode) and _is_raster(place)):
                yield place
            return


def _is_raster(folder: Path) -> bool:
    """Whether it is one itself, as those of Zarr are."""
    with suppress(RuntimeError), quiet():
        return gdal.IdentifyDriverEx(str(folder), gdal.OF_RASTER) is not None
    return False


@quiet()
def is_plain(path: Path) -> bool:
    """A file whose first bytes are those of such a format; it is not opened as a raster."""
    try:
        if not path.is_file():
            return False
    except OSError:
        return False
    driver = gdal.IdentifyDriverEx(str(path), gdal.OF_RASTER, [], [path.name])
    return driver is not None and driver.ShortName in PLAIN
