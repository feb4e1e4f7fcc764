"""RRSIS-D (arXiv:2312.12470), in the layout of REFER: phrases that each refer to one object.

    rrsisd/refs(unc).p   a pickled list of {ref_id, ann_id, image_id, split, sentences [{raw}]}
    rrsisd/instances.json   COCO's images, annotations and categories
    images/rrsisd/JPEGImages/<file_name>

Given the folder above, or rrsisd itself. A sample is one reference; its sentences speak of the same object.
The pickle is read as plain values only (see safe_pickle.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from ...backend.validation import clean_text, field, inside, shown
from .coco import Outline, Table, by_id, checked_size, row_for
from .image_files import check_fits, first_there, read_json, read_picture
from .reading import ReadOptions, filled
from .rle import segmentation_mask
from .safe_pickle import read_plain_pickle
from .samples import BadData, Mask, Sample, Samples

REFS = "refs(unc).p"
_PICTURES = ("images/rrsisd/JPEGImages", "../images/rrsisd/JPEGImages", "JPEGImages", "images")


def is_refer(place: Path) -> bool:
    return any((folder / REFS).is_file() for folder in (place, place / "rrsisd"))


def refer_samples(place: Path, split: str, reading: ReadOptions) -> Samples:
    """Reads the references and the annotations; masks are made when they are asked for."""
    folder = first_there((place / REFS, place / "rrsisd" / REFS), REFS).parent
    refs, labels = folder / REFS, folder / "instances.json"
    rows = read_plain_pickle(refs)
    if not isinstance(rows, list):
        raise BadData("{refs} holds no list of references.", refs=refs)
    splits = {shown(row.get("split")) for row in rows if isinstance(row, dict)}
    if split not in splits:
        raise BadData(
            "{folder} has no split «{split}», only {names}.",
            folder=refs,
            split=split,
            names=", ".join(sorted(splits)[:10]) or "none",
        )
    tables = _tables(read_json(labels), labels)
    pictures = reading.images or first_there((folder / name for name in _PICTURES), "folder of pictures")
    return filled(list(_samples(rows, refs, split, tables, pictures)), place, split)


def _tables(content: Any, labels: Path) -> tuple[Table, Table, Table]:
    """Images, annotations and categories by their ids."""
    names = ("images", "annotations", "categories")
    images, outlines, kinds = (
        by_id(field(content, name, list, str(labels)), f"{name} of {labels}") for name in names
    )
    return images, outlines, kinds


def _samples(
    rows: list[Any], refs: Path, split: str, tables: tuple[Table, Table, Table], pictures: Path
) -> Iterator[Sample]:
    images, outlines, kinds = tables
    for number, row in enumerate(rows):
        place = f"Reference {number} of {refs}"
        if field(row, "split", str, place) != split:
            continue
        image = row_for(row, "image_id", images, place)
        outline = row_for(row, "ann_id", outlines, place)
        picture = inside(pictures, image.get("file_name"), place)
        size = checked_size(image, f"The image of {place}")
        category = row_for(outline, "category_id", kinds, place)
        kind = clean_text(category.get("name"), f"The category of {place}")
        annotation = Outline(f"annotation {row['ann_id']} of {place}", outline.get("segmentation"))
        yield Sample(
            f"{field(row, 'ref_id', int, place)}",
            _sentences(row, place),
            partial(read_picture, picture),
            partial(refer_mask, annotation, size, picture),
            kind=kind,
        )


def _sentences(row: Any, place: str) -> tuple[str, ...]:
    sentences = field(row, "sentences", list, place)
    if not sentences:
        raise BadData("{place} has no sentence.", place=place)
    return tuple(clean_text(field(each, "raw", str, place), f"A sentence of {place}") for each in sentences)


def refer_mask(annotation: Outline, size: tuple[int, int], picture: Path) -> Mask:
    """As large as the picture really is."""
    mask = segmentation_mask(annotation.segmentation, size, annotation.place)
    return check_fits(mask, annotation.place, picture)
