"""Findings as COCO JSON, which most tools that train on outlines read; training/data/coco.py too.

    <name>.json          images, categories (the labels), annotations; `info`: where every picture is from
    <name>_<id>.tif      the pixels of each scene, as a GeoTIFF: so the annotations keep their place on earth;
                         <name>_<id>_2.tif where someone else's file has that name

Pixels are counted from the corner of the top-left one. A polygon with holes is written as uncompressed runs,
because COCO's polygons know none.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from osgeo import ogr

from ..atomic import atomic_write
from ..entries.attributes import metadata
from ..entries.entry import Entry, Finding
from ..geo.longitudes import rings_of
from ..geo.outlines import geometry_mask
from ..stages import Grid, Scene
from ..text import printable
from .geotiff import write_image

OURS = "AskMap"  # who contributed, in a file that an export wrote
LONGEST = 2**28  # bytes of an older file that is read for the names of its pictures
DECIMALS = 3  # of a pixel
SAYS_NOTHING = re.compile(r"(?i)(?:targets?|objects?|things?|items?|regions?|masks?)[ _#-]*\d*")  # a label

Ring = NDArray[np.float64]  # (K, 2), closed
Row = dict[str, Any]


def write_coco(pictures: Sequence[tuple[Entry, Scene]], path: Path) -> list[Path]:
    """Every finding of the entries, with the pictures beside; all that was written, the JSON first.

    A finding without an outline has no annotation. Raises NotWritten and leaves older files as they were.
    """
    files = pictures_of([entry for entry, _ in pictures], path)
    content = coco([entry for entry, _ in pictures], [file.name for file in files])
    with atomic_write(path) as place:
        for (entry, scene), file in zip(pictures, files):
            write_image(scene.image, entry.grid, place.with_name(file.name))
        place.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
    return [path, *files]


def pictures_of(entries: Sequence[Entry], path: Path) -> list[Path]:
    """The files beside, in the order of the entries: new, or those of an older export to the same path."""
    older, files = _pictures_before(path), list[Path]()
    for entry in entries:
        names = (path.with_name(f"{path.stem}_{entry.id[:8]}{ending}.tif") for ending in _endings())
        files.append(next(file for file in names if file not in files and _is_free(file, older)))
    return files


def _endings() -> Iterator[str]:
    yield ""
    yield from (f"_{number}" for number in count(2))


def _is_free(file: Path, older: set[str]) -> bool:
    return file.name in older or not os.path.lexists(file)


def _pictures_before(path: Path) -> set[str]:
    """The names of those that an older export wrote beside `path`."""
    with suppress(OSError, ValueError, RecursionError, TypeError, KeyError):
        if path.is_file() and path.stat().st_size <= LONGEST:
            content = json.loads(path.read_text(encoding="utf-8"))
            if content["info"]["contributor"] == OURS:
                return {str(image["file_name"]) for image in content["images"]}
    return set()


def coco(entries: Sequence[Entry], files: Sequence[str]) -> Row:
    """The content of the JSON, where the entries' pictures lie in such files."""
    names = sorted({_category(finding, entry) for entry in entries for finding in entry.findings})
    rows = [
        {"image_id": number, "category_id": names.index(_category(finding, entry)) + 1, **row}
        for number, entry in enumerate(entries, start=1)
        for finding in entry.findings
        if (row := _annotation(finding, entry.grid))
    ]
    return {
        "info": _origin(entries),
        "licenses": [],
        "images": [_image(*each) for each in zip(range(1, len(entries) + 1), entries, files)],
        "categories": [
            {"id": number, "name": name, "supercategory": ""} for number, name in enumerate(names, start=1)
        ],
        "annotations": [{"id": number, **row} for number, row in enumerate(rows, start=1)],
    }


def _category(finding: Finding, entry: Entry) -> str:
    """Its label, or what was asked for where that says nothing."""
    label = _line(finding.target.label)
    return label if label and not SAYS_NOTHING.fullmatch(label) else _line(entry.question.text)


def _line(text: str) -> str:
    return " ".join(printable(text).split())


def _origin(entries: Sequence[Entry]) -> Row:
    created = max((entry.provenance.created for entry in entries), default="")
    return {
        "description": "; ".join(printable(entry.question.text) for entry in entries),
        "contributor": OURS,
        "version": max((entry.provenance.version for entry in entries), default=""),
        "year": int(created[:4]) if created[:4].isdigit() else 0,
        "date_created": created,
        "answers": [{"image_id": number, **metadata(entry)} for number, entry in enumerate(entries, start=1)],
    }


def _image(number: int, entry: Entry, file: str) -> Row:
    return {
        "id": number,
        "file_name": file,
        "width": entry.grid.width,
        "height": entry.grid.height,
        "date_captured": "",  # unknown; the answer's date is in `info`
        "license": 0,
    }


def _annotation(finding: Finding, grid: Grid) -> Row:
    """Nothing where no pixel of the picture is left."""
    polygons = [rings for rings in _polygons(finding.outline, grid) if rings and _area(rings[0])]
    if not polygons:
        return {}
    has_holes = any(len(rings) > 1 for rings in polygons)
    shape = _rle(finding, grid) if has_holes else _plain([rings[0] for rings in polygons])
    facts = {"target": finding.number, "state": finding.state, "note": printable(finding.note)}
    return {**shape, "iscrowd": 0, "score": round(finding.score, 6), "attributes": facts} if shape else {}


def _plain(rings: Sequence[Ring]) -> Row:
    every = np.concatenate(rings)
    x0, y0, x1, y1 = _rounded([*every.min(axis=0), *every.max(axis=0)])
    return {
        "segmentation": [_rounded(ring[:-1].ravel()) for ring in rings],
        "bbox": _rounded([x0, y0, x1 - x0, y1 - y0]),
        "area": round(sum(_area(ring) for ring in rings), DECIMALS),
    }


def _rle(finding: Finding, grid: Grid) -> Row:
    """By columns, the first run outside of the mask."""
    mask = geometry_mask([finding.outline], grid)
    if not mask.any():
        return {}
    pixels = mask.ravel(order="F")
    starts = np.flatnonzero(np.diff(pixels, prepend=False))
    counts = np.diff(starts, prepend=0, append=pixels.size)
    columns, rows = np.flatnonzero(mask.any(axis=0)), np.flatnonzero(mask.any(axis=1))
    x, y = int(columns[0]), int(rows[0])
    return {
        "segmentation": {"size": [grid.height, grid.width], "counts": counts.tolist()},
        "bbox": [x, y, int(columns[-1]) + 1 - x, int(rows[-1]) + 1 - y],
        "area": int(mask.sum()),
    }


def _polygons(outline: bytes, grid: Grid) -> Iterator[list[Ring]]:
    """The rings of each polygon of a WKB MultiPolygon in pixels, no place outside of the picture."""
    size = (grid.width, grid.height)
    for polygon in ogr.CreateGeometryFromWkb(outline):
        rings = rings_of(polygon)
        yield [np.clip(np.column_stack(grid.to_pixel(*ring.T)), (0, 0), size) for ring in rings]


def _area(ring: Ring) -> float:
    """Of a closed ring, in its own units; relative to its start, so that nothing is lost far from zero."""
    x, y = (ring - ring[0]).T
    return abs(float(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1]))) / 2


def _rounded(values: Any) -> list[float]:
    return [round(float(value), DECIMALS) for value in values]
