"""COCO JSON: what most tools write for outlined objects.

    <labels>.json: images [{id, file_name, width, height}], categories [{id, name}],
                   annotations [{id, image_id, category_id, segmentation, bbox, iscrowd}]

Given the file itself, or a folder with one of the names in _FILES. A sample is one category in one picture:
the question asks for all of it, the mask is all of it, and each annotation that covers a pixel is a target. A
crowd (iscrowd 1) shows the category too, so it is part of the mask and one target. A picture without an
annotation of a category is no sample of it: many files leave some objects out, and so prove no absence.

A segmentation is polygons or runs of pixels (rle.py). An annotation without one has its bbox alone: its
target is that box without points, cut to the picture, and its sample has no mask, because part of it is not
known. coco_instances.py reads single objects of such a file.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from ...backend.stages import Box, Target
from ...backend.validation import clean_text, field, inside, numbers, short_repr, shown
from .image_files import MOST_PIXELS, read_json, read_picture, size_of
from .parts import target_from
from .reading import CATEGORY, ReadOptions
from .rle import FARTHEST, segmentation_mask
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

LOOKED_FOR = 100  # pictures, to find their folder

Table = dict[Any, dict[str, Any]]  # rows by their ids


@dataclass(frozen=True)
class Outline:
    """One annotation."""

    place: str
    segmentation: Any  # empty where there is a box alone
    box: Any = None  # [x, y, width, height]


@dataclass(frozen=True)
class CategoryInPicture:
    """All annotations of one category in one picture."""

    name: str
    picture: Path
    size: tuple[int, int]  # (width, height), as the file says
    category: str
    outlines: tuple[Outline, ...]


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
    groups = _groups(read_json(labels), labels, usual_folders(place, split, reading))
    if not groups:
        raise BadData("{labels} holds no annotation.", labels=labels)
    return LazySamples(groups, partial(_sample, template=reading.template))


def usual_folders(place: Path, split: str, reading: ReadOptions) -> Sequence[Path]:
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
        outline = Outline(place, row.get("segmentation"), row.get("bbox"))
        grouped.setdefault((image["id"], name), []).append(outline)
    folder = folder_with([images[image] for image, _ in grouped], folders, labels) if grouped else Path()
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


def folder_with(images: Sequence[dict[str, Any]], folders: Sequence[Path], labels: Path) -> Path:
    """The one that holds most of some pictures, so that one that is missing hides no other."""
    some = images[:: 1 + len(images) // LOOKED_FOR]
    held = [sum(os.path.exists(picture_of(image, folder, labels)) for image in some) for folder in folders]
    if not any(held):
        raise BadData(
            "There is no picture {picture} of {labels}, and none of {count} others, "
            "in {folder} or a folder there that usually holds them.",
            hint="Put the pictures beside the labels, or into a folder «images» there.",
            picture=picture_of(some[0], Path(), labels),
            labels=labels,
            count=len(some) - 1,
            folder=folders[-1],
        )
    return folders[held.index(max(held))]


def picture_of(image: dict[str, Any], folder: Path, labels: Path) -> Path:
    return inside(folder, image.get("file_name"), f"Image {shown(image['id'])} of {labels}")


def _group(
    image: dict[str, Any], name: str, rows: list[Outline], folder: Path, labels: Path
) -> CategoryInPicture:
    size = checked_size(image, f"Image {shown(image['id'])} of {labels}")
    return CategoryInPicture(
        f"{image['id']}-{name}", picture_of(image, folder, labels), size, name, tuple(rows)
    )


def checked_size(image: dict[str, Any], place: str) -> tuple[int, int]:
    """(width, height), as the file says."""
    width, height = field(image, "width", int, place), field(image, "height", int, place)
    if min(width, height) < 1 or width * height > MOST_PIXELS:
        raise BadData("{place} claims {width} x {height} pixels.", place=place, width=width, height=height)
    return width, height


def _sample(group: CategoryInPicture, *, template: str) -> Sample:
    check_picture(group.picture, group.size, group.outlines[0].place)
    targets = [target for each in group.outlines if (target := _target(each, group))]
    if not targets:
        raise BadData(
            "{place} covers no pixel, and it is all of its category in its picture.",
            place=group.outlines[0].place,
        )
    masked = all(each.segmentation for each in group.outlines)
    return Sample(
        group.name,
        (template.replace(CATEGORY, group.category),),
        partial(read_picture, group.picture),
        partial(group_mask, group) if masked else None,
        tuple(targets),
        group.category,
    )


def check_picture(picture: Path, size: tuple[int, int], place: str) -> None:
    """Before anything is drawn: a file that claims too much costs no time, and no box lies elsewhere."""
    if (real := size_of(picture)) != size:
        raise BadData(
            "{place} has {width} x {height} pixels, but its picture {picture} has {columns} x {rows}.",
            place=place,
            width=size[0],
            height=size[1],
            picture=picture,
            columns=real[0],
            rows=real[1],
        )


def _target(outline: Outline, group: CategoryInPicture) -> Target | None:
    """None where it covers no pixel; a box alone has no points."""
    if outline.segmentation:
        mask = segmentation_mask(outline.segmentation, group.size, outline.place)
        return target_from(mask, group.category) if mask.any() else None
    box = _box(outline, group.size)
    return Target(box, label=group.category) if box else None


def _box(outline: Outline, size: tuple[int, int]) -> Box | None:
    """What lies in the picture of a box that is not far outside of it."""
    place = outline.place
    if outline.box is None:
        raise BadData("{place} has neither a segmentation nor a bbox.", place=place)
    x, y, width, height = numbers(outline.box, 4, f"The bbox of {place}")
    if width <= 0 or height <= 0:
        raise BadData(
            "{place} has a bbox of {width:g} x {height:g} pixels.", place=place, width=width, height=height
        )
    for low, high, side in ((x, x + width, size[0]), (y, y + height, size[1])):
        if low < -FARTHEST * side or high > (1 + FARTHEST) * side:
            raise BadData(
                "{place} has a bbox far outside of its {width} x {height} pixels.",
                place=place,
                width=size[0],
                height=size[1],
            )
    x0, y0, x1, y1 = max(x, 0.0), max(y, 0.0), min(x + width, float(size[0])), min(y + height, float(size[1]))
    return Box(x0, y0, x1, y1) if x0 < x1 and y0 < y1 else None


def group_mask(group: CategoryInPicture) -> Mask:
    """All annotations of the group, as large as the picture."""
    check_picture(group.picture, group.size, group.outlines[0].place)
    mask = np.zeros((group.size[1], group.size[0]), np.bool_)
    for each in group.outlines:
        mask |= segmentation_mask(each.segmentation, group.size, each.place)
    return mask
