"""Single objects of a COCO file, each with its mask: what a segmenter alone is measured on.

    found = read_instances(labels)
    for outline in spread_evenly(found.outlines, 300):
        instance = drawn(outline)

Polygons are filled with their edges, as they were when the figures in LOG.md were measured: such a mask has
about half a pixel more on each side than that of a Sample. Runs of pixels are what they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from ...backend.validation import clean_text, field, numbers
from .coco import (
    Table,
    by_id,
    check_picture,
    checked_size,
    folder_with,
    picture_of,
    row_for,
    usual_folders,
)
from .image_files import read_json
from .reading import AS_PUBLISHED
from .rle import segmentation_mask
from .samples import Mask

FAR_PX = 2**20  # where cv2's numbers, in sixteenths of a pixel, still have room


@dataclass(frozen=True, eq=False)
class Instance:
    """One labelled object."""

    image: Path
    mask: Mask
    kind: str = ""  # its class; "" where the file names none


@dataclass(frozen=True, eq=False)
class OutlineRow:
    """An Instance before it is drawn."""

    place: str
    picture: Path
    size: tuple[int, int]  # (width, height), as the file says
    segmentation: Any
    kind: str


@dataclass(frozen=True, eq=False)
class Outlines:
    """Of one file."""

    rows: Sequence[OutlineRow]
    boxes_only: int  # annotations that are left out, because there is no mask to compare with


def read_instances(labels: Path, images: Path | None = None) -> Outlines:
    """Reads the text alone; raises BadData.

    `images` is the folder of the pictures, None = where they usually are.
    """
    content = read_json(labels)
    files = by_id(field(content, "images", list, str(labels)), f"images of {labels}")
    annotations = field(content, "annotations", list, str(labels))
    numbered = [(f"Annotation {number} of {labels}", row) for number, row in enumerate(annotations)]
    outlined = [(place, row) for place, row in numbered if isinstance(row, dict) and row.get("segmentation")]
    pictures = [row_for(row, "image_id", files, place) for place, row in outlined]
    folder = images or (
        folder_with(pictures, usual_folders(labels, "", AS_PUBLISHED), labels) if outlined else Path()
    )
    kinds = _kinds(content, labels)
    rows = [
        OutlineRow(
            place,
            picture_of(picture, folder, labels),
            checked_size(picture, place),
            row["segmentation"],
            _kind(row, kinds, place),
        )
        for (place, row), picture in zip(outlined, pictures)
    ]
    return Outlines(rows, len(annotations) - len(rows))


def _kinds(content: Any, labels: Path) -> Table | None:
    """None where the file names no class."""
    if "categories" not in content:
        return None
    return by_id(field(content, "categories", list, str(labels)), f"categories of {labels}")


def _kind(row: dict[str, Any], kinds: Table | None, place: str) -> str:
    if kinds is None:
        return ""
    name = row_for(row, "category_id", kinds, place).get("name")
    return clean_text(name, f"The category of {place}").replace("_", " ")


def spread_evenly(rows: Sequence[OutlineRow], count: int) -> list[OutlineRow]:
    """Every n-th, so that `count` of them spread evenly over all."""
    most = min(count, len(rows))
    return [rows[index] for index in np.linspace(0, len(rows) - 1, most).astype(int)]


def spread_by_kind(rows: Sequence[OutlineRow], count: int) -> list[OutlineRow]:
    """`count` of each class, each spread evenly; in the order of the file."""
    numbers_of: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        numbers_of.setdefault(row.kind, []).append(number)
    chosen = (
        number
        for each in numbers_of.values()
        for number in np.take(each, np.linspace(0, len(each) - 1, min(count, len(each))).astype(int))
    )
    return [rows[number] for number in sorted(chosen)]


def drawn(row: OutlineRow) -> Instance | None:
    """None where it covers no pixel; raises BadData."""
    check_picture(row.picture, row.size, row.place)
    polygons = isinstance(row.segmentation, list) and not any(isinstance(x, dict) for x in row.segmentation)
    mask = _filled(row) if polygons else segmentation_mask(row.segmentation, row.size, row.place)
    return Instance(row.picture, mask, row.kind) if mask.any() else None


def _filled(row: OutlineRow) -> Mask:
    mask = np.zeros((row.size[1], row.size[0]), np.uint8)
    for ring in row.segmentation:
        corners = np.array(numbers(ring, _even(ring), f"A polygon of {row.place}")).reshape(-1, 2)
        pixels = np.clip(corners, -FAR_PX, FAR_PX) - 0.5  # cv2 counts from pixel centres
        cv2.fillPoly(mask, [np.round(pixels * 16).astype(np.int32)], 1, shift=4)
    return mask.astype(np.bool_)


def _even(ring: Any) -> int:
    """How many numbers a ring of so many should have: pairs, and three of them at least."""
    return max(6, len(ring) // 2 * 2) if isinstance(ring, list) else 6
