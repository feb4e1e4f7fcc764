"""NWPU VHR-10 as a test of transfer: research use only, so nothing is trained on it nor chosen by it.

    open_samples(Path("vhr10"), "zoomed", "vhr10")       around each thing, four times as wide as it
    open_samples(Path("vhr10"), "whole", "vhr10")        each picture with each of its kinds
    open_samples(Path("vhr10"), "zoomed-old", "vhr10")   the five classes of the first figures

Its ten classes are labelled in all of these pictures, so what is not labelled is absent. Questions are in the
wordings that are never trained; beside each two that have an answer stands one that has none, which asks for
another of the classes. What covers more than MOST_COVER of a whole picture is left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from numpy.random import Generator

from ..data.image_files import read_json, read_picture
from ..data.parts import target_from
from ..data.reading import ReadOptions
from ..data.rle import segmentation_mask
from ..data.samples import BadData, LazySamples, Mask, Picture, Sample, Samples
from ..synthetic.questions import PURPOSES
from .kinds import kinds
from .questions import MOST_COVER
from .wordings import question

NEW = {
    "airplane": "airplane", "ship": "ship", "storage_tank": "tank", "tennis_court": "court",
    "baseball_diamond": "diamond", "vehicle": "vehicle",
}  # fmt: skip
OLD = ("airplane", "ship", "storage_tank", "tennis_court", "basketball_court")
ZOOM = 4  # times as wide as a thing
LABELS = "instances_train.json"
Box = tuple[int, int, int, int]  # x0, y0, x1, y1
Annotation = dict[str, Any]  # a row of COCO's, with the name of its category


@dataclass(frozen=True)
class CropQuestion:
    """A question about a part of a picture."""

    name: str
    picture: Path
    size: tuple[int, int]  # (width, height)
    box: Box
    category: str
    # Of it in the whole picture: each with its place in the file, and its segmentation
    outlines: tuple[tuple[str, object], ...]


def never(place: Path) -> bool:
    """It is COCO to who does not name it."""
    return False


def vhr10_samples(place: Path, split: str, reading: ReadOptions) -> Samples:
    """See above; raises BadData."""
    sort, _, which = split.partition("-")
    if sort not in ("zoomed", "whole") or which not in ("", "old"):
        raise BadData(
            "There is no split «{split}», only zoomed, whole, zoomed-old and whole-old.", split=split
        )
    rows = _rows(place, sort, OLD if which else tuple(NEW))
    return LazySamples(rows, partial(_sample, split))


@lru_cache(maxsize=4)
def _rows(place: Path, sort: str, categories: tuple[str, ...]) -> list[CropQuestion]:
    content = read_json(place / LABELS)
    names = {row["id"]: row["name"] for row in content["categories"]}
    things: dict[int, list[Annotation]] = {image["id"]: [] for image in content["images"]}
    for row in content["annotations"]:
        things[row["image_id"]].append({**row, "category": names[row["category_id"]]})
    rows: list[CropQuestion] = []
    for image in content["images"]:
        alike = {name: [r for r in things[image["id"]] if r["category"] == name] for name in categories}
        rows += _rows_of(place / "images", image, alike, sort)
    return rows


def _rows_of(
    folder: Path, image: Annotation, alike: dict[str, list[Annotation]], sort: str
) -> list[CropQuestion]:
    """Of one picture; `alike` holds its annotations by category, also none."""
    size = (image["width"], image["height"])
    asked = _whole_asked(alike, size) if sort == "whole" else _zoomed_asked(alike, size)
    absent = [name for name, rows in alike.items() if not rows]
    if absent:
        asked += [(absent[(image["id"] + k) % len(absent)], asked[k][1]) for k in range(0, len(asked), 2)]
    file, stem = folder / image["file_name"], Path(image["file_name"]).stem
    outlines = {
        name: tuple((f"Annotation {row['id']}", row["segmentation"]) for row in rows)
        for name, rows in alike.items()
    }
    return [
        CropQuestion(f"{stem}-{number}-{name}", file, size, box, name, outlines[name])
        for number, (name, box) in enumerate(asked)
    ]


def _whole_asked(alike: dict[str, list[Annotation]], size: tuple[int, int]) -> list[tuple[str, Box]]:
    most = MOST_COVER * size[0] * size[1]
    here = (name for name, rows in alike.items() if rows and sum(row["area"] for row in rows) <= most)
    return [(name, (0, 0, *size)) for name in here]


def _zoomed_asked(alike: dict[str, list[Annotation]], size: tuple[int, int]) -> list[tuple[str, Box]]:
    return [(name, _around(row["bbox"], size)) for name, rows in alike.items() for row in rows]


def _around(bbox: list[float], size: tuple[int, int]) -> Box:
    """A square of ZOOM times the longer side, moved into the picture."""
    x, y, width, height = bbox
    side = min(round(ZOOM * max(width, height)), *size)
    left = round(min(max(0, x + width / 2 - side / 2), size[0] - side))
    top = round(min(max(0, y + height / 2 - side / 2), size[1] - side))
    return left, top, left + side, top + side


def _sample(split: str, row: CropQuestion) -> Sample:
    rng = np.random.default_rng(crc32(row.name.encode()))
    targets = tuple(target_from(mask) for mask in _masks(row) if mask.any())
    picture, mask = partial(_picture, row), partial(_mask, row)
    words = _question(row.category, rng)
    return Sample(f"{split}-{row.name}", (words,), picture, mask, targets, row.category.replace("_", " "))


def _question(category: str, rng: Generator) -> str:
    if category in NEW:
        return question(kinds()[NEW[category]], rng, "out")
    return str(rng.choice(PURPOSES["court"].wordings_out))


def _picture(row: CropQuestion) -> Picture:
    x0, y0, x1, y1 = row.box
    return np.ascontiguousarray(read_picture(row.picture)[y0:y1, x0:x1])


def _mask(row: CropQuestion) -> Mask:
    x0, y0, x1, y1 = row.box
    none = np.zeros((y1 - y0, x1 - x0), np.bool_)
    return np.asarray(np.any([none, *_masks(row)], axis=0))


def _masks(row: CropQuestion) -> list[Mask]:
    x0, y0, x1, y1 = row.box
    whole = (segmentation_mask(segmentation, row.size, place) for place, segmentation in row.outlines)
    return [mask[y0:y1, x0:x1] for mask in whole]
