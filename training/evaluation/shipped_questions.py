"""The real questions that come with AskMap, with their pictures and truth, and the image of `make demo`.

python -m askmap.training.evaluation.shipped_questions ../shared/datasets/open resources

shipped_questions.toml says which; nothing of it was ever trained on. No model is asked here.
"""

from __future__ import annotations

import argparse
import io
import json
import shutil
import sys
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from ...backend.outputs.geotiff import write_image
from ...backend.self_test import DEMO, QUESTIONS, REAL
from ...backend.stages import Grid
from ..data.image_files import read_json, read_picture
from ..data.rle import segmentation_mask
from ..data.samples import BadData, Mask, Picture
from ..options import run_command

RECIPE = Path(__file__).with_suffix(".toml")
SPLIT = "val"
DEMO_PICTURE = "pools"  # the image of `make demo`, in its true place
QUALITY = 95  # of a JPEG that is cut out of another one


@dataclass(frozen=True, eq=False)
class SetPicture:
    """A picture of a set of shared/datasets/open, as its file describes it, and what we take of it."""

    set: str
    path: Path
    row: dict[str, Any]  # of «images» in the set's file
    labels: dict[str, list[Any]]  # segmentations by category
    crop: tuple[int, int, int, int] | None

    @property
    def size(self) -> tuple[int, int]:
        return self.row["width"], self.row["height"]

    def pixels(self) -> Picture:
        return np.ascontiguousarray(self._cut(read_picture(self.path)))

    def mask(self, segmentations: list[Any]) -> Mask:
        """(H, W) of the part that we take, everything in one."""
        masks = [segmentation_mask(each, self.size, self.path.name) for each in segmentations]
        return np.asarray(self._cut(np.any(masks, axis=0)))

    def _cut(self, pixels: Any) -> Any:
        x, y, width, height = self.crop or (0, 0, *self.size)
        return pixels[y : y + height, x : x + width]

    def grid(self) -> Grid:
        """Where it lies; only for sets that say so."""
        c, a, b, f, d, e = self.row["geotransform"]
        x, y, width, height = self.crop or (0, 0, *self.size)
        corner = (c + a * x + b * y, f + d * x + e * y)
        return Grid(width, height, (a, b, corner[0], d, e, corner[1]), self.row["crs"])

    def origin(self) -> dict[str, Any]:
        """For questions.json."""
        facts = {"set": self.set, "file": self.path.name, "crop": list(self.crop) if self.crop else None}
        return {**facts, **{key: self.row[key] for key in ("split", "gsd_m", "source", "licence")}}


def write_shipped(sets: Path, resources: Path) -> None:
    """Into REAL and DEMO below `resources`; BadData where a set, a picture or a category is missing."""
    folder = resources / REAL.name
    folder.mkdir(parents=True, exist_ok=True)
    pictures = {name: _picture(sets, row) for name, row in shipped()["pictures"].items()}
    for name, picture in pictures.items():
        _write_picture(picture, folder / f"{name}.jpg")
    content = {
        "pictures": {f"{name}.jpg": picture.origin() for name, picture in pictures.items()},
        "questions": [_question(row, pictures[row["picture"]], folder) for row in shipped()["questions"]],
    }
    text = json.dumps(content, indent=2, ensure_ascii=False)
    (folder / QUESTIONS).write_text(text + "\n", encoding="utf-8")
    demo = pictures[DEMO_PICTURE]
    write_image(demo.pixels(), demo.grid(), resources / DEMO.parent.name / DEMO.name)


@cache
def shipped() -> dict[str, Any]:
    """shipped_questions.toml."""
    return tomllib.loads(RECIPE.read_text(encoding="utf-8"))


def _picture(sets: Path, row: dict[str, Any]) -> SetPicture:
    place = sets / row["set"]
    content = read_json(place / f"instances_{SPLIT}.json")
    found = next((image for image in content["images"] if image["file_name"] == row["file"]), None)
    if found is None:
        raise BadData("{set} has no picture {file} in its val split.", set=row["set"], file=row["file"])
    names = {category["id"]: category["name"] for category in content["categories"]}
    labels: dict[str, list[Any]] = {}
    for each in content["annotations"]:
        if each["image_id"] == found["id"] and each["segmentation"]:
            labels.setdefault(names[each["category_id"]], []).append(each["segmentation"])
    crop = tuple(row["crop"]) if "crop" in row else None
    return SetPicture(row["set"], place / "images" / row["file"], found, labels, crop)


def _write_picture(picture: SetPicture, path: Path) -> None:
    """The set's own file, or the part of it, hardly compressed again."""
    if picture.crop is None:
        shutil.copyfile(picture.path, path)
        return
    content = io.BytesIO()
    Image.fromarray(picture.pixels()).save(content, format="JPEG", quality=QUALITY, subsampling=0)
    path.write_bytes(content.getvalue())


def _question(row: dict[str, Any], picture: SetPicture, folder: Path) -> dict[str, Any]:
    """Its entry in questions.json; writes its truth."""
    segmentations = [[outline] for outline in row.get("outlines", [])]
    for category in row.get("categories", []):
        if category not in picture.labels:
            raise BadData("{file} has no «{category}».", file=picture.path.name, category=category)
        segmentations += picture.labels[category]
    entry = {"picture": f"{row['picture']}.jpg", "question": row["question"], "outcome": row["outcome"]}
    if not segmentations:
        return entry
    truth = f"{row['picture']}-truth.png"
    pixels = picture.mask(segmentations).astype(np.uint8) * 255
    Image.fromarray(pixels).save(folder / truth, optimize=True)
    return {**entry, "truth": truth, "outlined": "by hand for this" if "outlines" in row else "by the set"}


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m askmap.training.evaluation.shipped_questions", description=__doc__
    )
    parser.add_argument("sets", type=Path, help="a folder like shared/datasets/open")
    parser.add_argument("resources", type=Path)
    arguments = parser.parse_args()
    return run_command(lambda: write_shipped(arguments.sets, arguments.resources))


if __name__ == "__main__":
    sys.exit(main())
