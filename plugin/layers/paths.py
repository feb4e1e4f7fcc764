"""The files behind an answer's layers: how they are named, written and removed."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Optional

from qgis.core import QgsMapLayer, QgsProject, QgsProviderRegistry

from ...backend.entries.attributes import metadata
from ...backend.entries.entry import Entry
from ...backend.geo.outlines import geometry_numbers
from ...backend.outputs.geotiff import keeps_place, write_targets
from ...backend.outputs.vector import write_entry
from .group import document

LONGEST_STEM = 40  # letters of a question in a file's name: in UTF-8 no more than 160 of the 255 bytes
SQLITE_LOGS = ("-wal", "-shm", "-journal")  # beside a GeoPackage that is open


def file_of(entry: Entry, folder: Path) -> Path:
    """A new GeoPackage's path: named after the time and the question, with a number above all that exist.

    No name is used twice: QGIS keeps files open for a while after their layers were removed, and would read
    the old one.
    """
    highest = max((number for _, number in _files_of(entry, folder)), default=0)
    return folder / f"{_stem_of(entry)}{f'_{highest + 1}' if highest else ''}.gpkg"


def files_before(entry: Entry, path: Path) -> list[Path]:
    """Older files of the entry's layers beside `path`.

    Without those that another QGIS has open, which SQLite's shared memory file shows.
    """
    others = [file for file, _ in _files_of(entry, path.parent) if file != path]
    older = [file for file in others if not Path(f"{file}-shm").exists()]
    masks = [masks for file in older for masks in (masks_of(file), other_masks(masks_of(file)))]
    return [*older, *masks, *(mask.with_name(f"{mask.name}.aux.xml") for mask in masks)]


def _files_of(entry: Entry, folder: Path) -> Iterator[tuple[Path, int]]:
    """GeoPackages that file_of named, with their numbers."""
    name = re.compile(rf"{re.escape(_stem_of(entry))}(?:_(\d+))?\.gpkg")
    for file in folder.glob("askmap_*.gpkg"):
        found = name.fullmatch(file.name)
        if found:
            yield file, int(found[1] or 1)


def _stem_of(entry: Entry) -> str:
    moment = "".join(letter for letter in entry.provenance.created[:19] if letter.isdigit())
    return f"askmap_{moment}_{entry.id[:8]}_{file_stem(entry.question.text)}"


def file_stem(question: str) -> str:
    """The beginning of a question, in letters that every file system allows."""
    letters = (letter if letter.isalnum() else " " for letter in question[:LONGEST_STEM])
    return "_".join("".join(letters).lower().split())


def write_files(entry: Entry, folder: Path) -> Path:
    """Writes all files of its layers, so that the main thread only opens them; the path of the GeoPackage."""
    path = write_entry(entry, file_of(entry, folder))
    document(entry, path)
    write_masks(entry, masks_of(path))
    return path


def masks_of(path: Path) -> Path:
    return path.with_name(f"{path.stem}_masks.tif")


def other_masks(path: Path) -> Path:
    """The other of two names for masks, used in turn: Windows cannot replace an open file."""
    return path.with_name(f"{path.stem}_.tif" if not path.stem.endswith("_") else f"{path.stem[:-1]}.tif")


def write_masks(entry: Entry, path: Path) -> None:
    """A raster of the findings' numbers."""
    numbers = geometry_numbers(((f.number, f.outline) for f in entry.findings), entry.grid)
    # A layer gets its coordinate system from the entry, where the file has no room for it
    grid = entry.grid if keeps_place(entry.grid) else replace(entry.grid, crs="")
    write_targets(numbers, grid, path, metadata(entry))


def remove_unused(files: Sequence[Path], project: QgsProject) -> None:
    """Removes files that no layer shows; one that another program has open stays."""
    used = {os.path.realpath(file) for file in map(file_behind, project.mapLayers().values()) if file}
    for file in files:
        if os.path.realpath(file) not in used:
            for ending in (*SQLITE_LOGS, ""):
                with suppress(OSError):
                    Path(f"{file}{ending}").unlink()


def file_behind(layer: QgsMapLayer) -> Optional[Path]:
    """The file that the layer reads; None where it reads no file."""
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    return Path(parts["path"]) if parts.get("path") else None
