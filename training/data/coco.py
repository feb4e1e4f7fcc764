"""COCO JSON: what most tools write for outlined objects.

    <labels>.json: images [{id, file_name, width, height}], categories [{id, name}],
                   annotations [{id, image_id, category_id, segmentation, iscrowd}]

Given the file itself, or a folder with one of the names in _FILES. A sample is one category in one picture:
the question asks for all of it, the mask is all of it, and each annotation that covers a pixel is a target. A
crowd (iscrowd 1) shows the category too, so it is part of the mask and one target. A picture without an
annotation of a category is no sample of it: many files leave some objects out, and so prove no absence.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from ...backend.message import Message
from ...backend.validation import clean_text, field, inside, numbers, short_repr, shown
from .image_files import MOST_PIXELS, check_fits, read_json, read_picture
from .parts import target_from
from .reading import CATEGORY, ReadOptions
from .rle import segmentation_mask
from .samples import BadData, LazySamples, Mask, Sample, Samples

_FILES = (
    "annotations/instances_{split}.json",
    "annotations/instances_{split}2017.json",
    "annotations/{split}.json",
    "instances_{split}.json",
    "{split}/_annotations.coco.json",
    "{split}.json",
    "annotations.json",
)
_FOLDERS = ("images/{split}", "{split}2017", "{split}/images", "{split}", "images", "JPEGImages", "")

FAR_PX = 2**20  # where cv2's numbers, in sixteenths of a pixel, still have room
LOOKED_FOR = 100  # pictures, to find their folder
_OUTLINES = Message(
    "Outline the objects first: a tool that turns boxes into masks can write COCO's segmentation."
)

Table = dict[Any, dict[str, Any]]  # rows by their ids


@dataclass(frozen=True)
class Outline:
    """One annotation."""

    place: str
    segmentation: Any


@dataclass(frozen=True)
class CategoryInPicture:
    """All annotations of one category in one picture."""

    name: str
    picture: Path
    size: tuple[int, int]  # (width, height), as the file says
    category: str
    outlines: tuple[Outline, ...]


@dataclass(frozen=True, eq=False)
class Instance:
    """One labelled object of a COCO file."""

    image: Path
    mask: Mask


def coco_file(place: Path, split: str) -> Path | None:
    """The labels of a split, where there are any."""
    if place.is_file():
        return place if place.suffix == ".json" else None
    files = (place / name.format(split=split) for name in _FILES)
    return next((file for file in files if file.is_file()), None)


def is_coco(place: Path) -> bool:
    names = [name.format(split="*") for name in _FILES[:5]] + ["annotations.json"]
    return place.suffix == ".json" if place.is_file() else any(any(place.glob(name)) for name in names)


def coco_samples(place: Path, split: str, reading: ReadOptions) -> Samples:
    """Outlines become masks and targets when a sample is asked for."""
    labels = coco_file(place, split)
    if labels is None:
        raise BadData(
            "{place} has no COCO file for «{split}», such as {example}.",
            place=place,
            split=split,
            example=_FILES[0].format(split=split),
        )
    groups = _groups(read_json(labels), labels, _pictures_of(place, split, reading))
    if not groups:
        raise BadData("{labels} holds no annotation.", labels=labels)
    return LazySamples(groups, partial(_sample, template=reading.template))


def _pictures_of(place: Path, split: str, reading: ReadOptions) -> Sequence[Path]:
    """The folders that may hold the pictures; the first that holds the first picture does."""
    top = place.parent if place.is_file() else place
    names = [name.format(split=split) for name in _FOLDERS]
    return (
        [reading.images]
        if reading.images
        else [folder / name for folder in (top, top.parent) for name in names]
    )


def _groups(content: Any, labels: Path, folders: Sequence[Path]) -> list[CategoryInPicture]:
    images = by_id(field(content, "images", list, str(labels)), f"images of {labels}")
    categories = by_id(field(content, "categories", list, str(labels)), f"categories of {labels}")
    grouped: dict[tuple[Any, str], list[Outline]] = {}
    for number, row in enumerate(field(content, "annotations", list, str(labels))):
        place = f"Annotation {number} of {labels}"
        category = row_for(row, "category_id", categories, place)
        image = row_for(row, "image_id", images, place)
        name = clean_text(category.get("name"), f"The category of {place}").replace("_", " ")
        grouped.setdefault((image["id"], name), []).append(Outline(place, row.get("segmentation")))
    if grouped and not any(row.segmentation for rows in grouped.values() for row in rows):
        raise BadData(
            "{labels} has boxes at most: no annotation has a segmentation.", hint=_OUTLINES, labels=labels
        )
    folder = _folder_with([images[image] for image, _ in grouped], folders, labels) if grouped else Path()
    return [_group(images[image], name, rows, folder, labels) for (image, name), rows in grouped.items()]


def by_id(rows: list[Any], place: str) -> Table:
    """Each id only once."""
    rows_by_id = {}
    for number, row in enumerate(rows):
        key = row.get("id") if isinstance(row, dict) else None
        if not isinstance(key, (int, str)) or key in rows_by_id:
            raise BadData(
                "Number {number} of the {place} has no id of its own, but {key}.",
                number=number,
                place=place,
                key=short_repr(key),
            )
        rows_by_id[key] = row
    return rows_by_id


def row_for(row: Any, key: str, rows: Table, place: str) -> dict[str, Any]:
    """The row of `rows` whose id `row` holds under `key`."""
    value = row.get(key) if isinstance(row, dict) else None
    if not isinstance(value, (int, str)) or value not in rows:
        raise BadData(
            "{place} has the {key} {value}, which is not there.",
            place=place,
            key=key,
            value=short_repr(value),
        )
    return rows[value]


def _folder_with(images: Sequence[dict[str, Any]], folders: Sequence[Path], labels: Path) -> Path:
    """The one that holds most of some pictures, so that one that is missing hides no other."""
    some = images[:: 1 + len(images) // LOOKED_FOR]
    held = [sum(os.path.exists(_picture_of(image, folder, labels)) for image in some) for folder in folders]
    if not any(held):
        raise BadData(
            "There is no picture {picture} of {labels}, and none of {count} others, "
            "in {folder} or a folder there that usually holds them.",
            hint="Put the pictures beside the labels, or into a folder «images» there.",
            picture=_picture_of(some[0], Path(), labels),
            labels=labels,
            count=len(some) - 1,
            folder=folders[-1],
        )
    return folders[held.index(max(held))]


def _picture_of(image: dict[str, Any], folder: Path, labels: Path) -> Path:
    return inside(folder, image.get("file_name"), f"Image {shown(image['id'])} of {labels}")


def _group(
    image: dict[str, Any], name: str, rows: list[Outline], folder: Path, labels: Path
) -> CategoryInPicture:
    size = checked_size(image, f"Image {shown(image['id'])} of {labels}")
    return CategoryInPicture(
        f"{image['id']}-{name}", _picture_of(image, folder, labels), size, name, tuple(rows)
    )


def checked_size(image: dict[str, Any], place: str) -> tuple[int, int]:
    """(width, height), as the file says."""
    width, height = field(image, "width", int, place), field(image, "height", int, place)
    if min(width, height) < 1 or width * height > MOST_PIXELS:
        raise BadData("{place} claims {width} x {height} pixels.", place=place, width=width, height=height)
    return width, height


def _sample(group: CategoryInPicture, *, template: str) -> Sample:
    masks = [each for each in _masks(group) if each.any()]
    if not masks:
        raise BadData(
            "{place} covers no pixel, and it is all of its category in its picture.",
            place=group.outlines[0].place,
        )
    return Sample(
        group.name,
        (template.replace(CATEGORY, group.category),),
        partial(read_picture, group.picture),
        partial(group_mask, group),
        tuple(target_from(mask, group.category) for mask in masks),
        group.category,
    )


def group_mask(group: CategoryInPicture) -> Mask:
    """All annotations of the group, as large as the picture really is."""
    mask = np.any(list(_masks(group)), axis=0)
    return check_fits(np.asarray(mask), group.outlines[0].place, group.picture)


def _masks(group: CategoryInPicture) -> Iterator[Mask]:
    return (_mask(each, group.size) for each in group.outlines)


def _mask(outline: Outline, size: tuple[int, int]) -> Mask:
    if not outline.segmentation:
        raise BadData("{place} has no segmentation, or an empty one.", hint=_OUTLINES, place=outline.place)
    return segmentation_mask(outline.segmentation, size, outline.place)


def coco_instances(labels: Path, images: Path, count: int) -> Iterator[Instance]:
    """Every n-th polygon annotation, so that `count` of them spread evenly over the file.

    Outlines are filled with their edges, as they were when the figures in LOG.md were measured: such a mask
    has about half a pixel more on each side than that of a Sample.
    """
    content = read_json(labels)
    files = by_id(field(content, "images", list, str(labels)), f"images of {labels}")
    annotations = enumerate(field(content, "annotations", list, str(labels)))
    rows = [(f"Annotation {number} of {labels}", row) for number, row in annotations if _has_polygons(row)]
    for index in np.linspace(0, len(rows) - 1, min(count, len(rows))).astype(int):
        place, row = rows[index]
        file = row_for(row, "image_id", files, place)
        width, height = checked_size(file, place)
        mask = np.zeros((height, width), np.uint8)
        for ring in row["segmentation"]:
            corners = np.array(numbers(ring, _even(ring), f"A polygon of {place}")).reshape(-1, 2)
            pixels = np.clip(corners, -FAR_PX, FAR_PX) - 0.5  # cv2 counts from pixel centres
            cv2.fillPoly(mask, [np.round(pixels * 16).astype(np.int32)], 1, shift=4)
        if mask.any():
            yield Instance(_picture_of(file, images, labels), mask.astype(np.bool_))


def _has_polygons(row: Any) -> bool:
    """Boxes only, and runs of pixels, are no polygons."""
    segmentation = row.get("segmentation") if isinstance(row, dict) else None
    return isinstance(segmentation, list) and bool(segmentation)


def _even(ring: Any) -> int:
    """How many numbers a ring of so many should have: pairs, and three of them at least."""
    return max(6, len(ring) // 2 * 2) if isinstance(ring, list) else 6
