"""AskMap's own layout, «bop»: questions with one box and two positive points a target, 3 s of work each.

    <folder>/<split>.jsonl     or samples.jsonl, where there is one split only
    <folder>/images/...        wherever the rows say; 8-bit PNG, JPEG, TIFF
    <folder>/masks/...         optional

Each line is one sample, a JSON object in UTF-8; empty lines say nothing:

    name        text, unique in the file
    image       text, the picture's path from the folder, with /
    questions   list of texts, at least one; all ask for the same
    targets     list of {"box": [x0, y0, x1, y1], "points": [[x, y], [x, y]], "label": text};
                [] = nothing in the picture answers; null or left out = only the mask is known
    mask        text, optional: path of a picture as large as the image, above 0 = answers the question;
                where the targets are [] none is needed
    kind        text, optional: the class
    thought     text, optional: a reasoning that ends in the targets

Coordinates are pixels of the image, corner origin: (0, 0) is the corner of the top-left pixel, (0.5, 0.5)
its middle, and boxes are half-open. A box and two points are what BoP-Rewards want; a target may lack the
one or the others. Paths stay inside the folder. GRASP-1k, whose layout is not published, is given in this
one.

Here the lines are written and read; training/data/bop.py makes Samples of them, and split_file.py adds
one line to many.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..atomic import atomic_write, make_folder
from ..entries.serialization import plain_target
from ..errors import BadData, NotWritten
from ..geo.png import to_png
from ..stages import Box, Point, Target
from ..text import printable
from ..validation import clean_text, field, inside, json_from, numbers, read_lines, shown

_KEYS = {"name", "image", "questions", "targets", "mask", "kind", "thought"}


@dataclass(frozen=True)
class Row:
    """One line; `image` and `mask` are paths from the folder."""

    name: str
    image: str
    questions: tuple[str, ...]
    targets: tuple[Target, ...] | None = None
    mask: str = ""
    kind: str = ""
    thought: str = ""

    def __post_init__(self) -> None:
        if not self.name.strip() or not self.questions or not all(each.strip() for each in self.questions):
            raise ValueError(f"«{self.name}» needs a name and a question")
        if self.targets is None and not self.mask:
            raise ValueError(f"{self.name} has neither targets nor a mask")


def read_rows(file: Path) -> list[Row]:
    """Raises BadData with the line; also for a name that comes twice."""
    rows: dict[str, Row] = {}
    for number, line in read_lines(file):
        place = f"{file}, line {number},"
        row = row_from(line, place)
        if row.name in rows:
            raise BadData("{place} has the name «{name}» once more.", place=place, name=shown(row.name))
        rows[row.name] = row
    return list(rows.values())


def row_from(line: str, place: str) -> Row:
    """Raises BadData, which begins with the place."""
    content = json_from(line, place)
    if unknown := set(content if isinstance(content, dict) else {"?": 0}) - _KEYS:
        raise BadData(
            "{place} is no object of this layout: it has «{key}».", place=place, key=shown(sorted(unknown)[0])
        )
    targets = content.get("targets")
    if targets is not None and not isinstance(targets, list):
        raise BadData("{place}: «targets» should be a list or null.", place=place.removesuffix(","))
    questions = field(content, "questions", list, place)
    try:
        return Row(
            clean_text(content.get("name"), f"The name in {place}"),
            clean_text(content.get("image"), f"The image in {place}"),
            tuple(clean_text(each, f"A question in {place}") for each in questions),
            None if targets is None else tuple(_target_from(each, place) for each in targets),
            *(_optional(content, key, place) for key in ("mask", "kind", "thought")),
        )
    except ValueError as error:
        raise BadData("{place} is no sample: {error}.", place=place, error=shown(error)) from error


def _optional(content: dict[str, Any], key: str, place: str) -> str:
    return clean_text(content[key], f"«{key}» in {place}") if content.get(key) else ""


def _target_from(content: Any, place: str) -> Target:
    """A ValueError where it has neither box nor points, or a box without an area."""
    box = content.get("box") if isinstance(content, dict) else None
    points = field(content, "points", list, place) if box is None or "points" in content else []
    return Target(
        Box(*numbers(box, 4, f"A box in {place}")) if box is not None else None,
        tuple(Point(*numbers(each, 2, f"A point in {place}")) for each in points),
        _optional(content, "label", place),
    )


def file_of_split(folder: Path, split: str) -> Path:
    """There or not; raises NotWritten for what is no name."""
    if not re.fullmatch(r"[\w.-]+", split):
        raise NotWritten(
            "«{split}» is no name for a split.", hint="Choose letters, digits, - and _.", split=split
        )
    return folder / f"{split}.jsonl"


def write_samples(folder: Path, rows: Sequence[Row], split: str = "train") -> Path:
    """The split's file, new or in place of an older one; raises NotWritten and leaves that one as it was."""
    file = file_of_split(folder, split)
    if len({row.name for row in rows}) < len(rows):
        raise ValueError("two rows have the same name")
    for row in rows:
        check_paths(row, file.parent)
    make_folder(file.parent)
    with atomic_write(file) as place:
        place.write_text("".join(f"{line_of(row)}\n" for row in rows), encoding="utf-8")
    return file


def check_paths(row: Row, folder: Path) -> None:
    """BadData where one leads out of the folder."""
    inside(folder, row.image, row.name)
    if row.mask:
        inside(folder, row.mask, row.name)


def line_of(row: Row) -> str:
    """JSON, without the fields that are not known."""
    targets = None if row.targets is None else [_content_of(target) for target in row.targets]
    content = {"name": row.name, "image": row.image, "questions": list(row.questions), "targets": targets}
    known = {key: value for key, value in vars(row).items() if key in ("mask", "kind", "thought") and value}
    return printable(json.dumps({**content, **known}, ensure_ascii=False))  # JSON has no half letters


def _content_of(target: Target) -> dict[str, Any]:
    plain = plain_target(target)
    return {key: plain[key] for key in ("box", "points", "label") if plain[key] is not None}


def put_picture(folder: Path, name: str, picture: NDArray[np.uint8]) -> str:
    """(H, W, 3) written as a PNG, and its path from the folder for `Row.image`; raises NotWritten."""
    return _put(folder, picture_path(name), picture)


def put_mask(folder: Path, name: str, mask: NDArray[np.bool_]) -> str:
    """Written as a PNG of 0 and 255, and its path from the folder for `Row.mask`; raises NotWritten."""
    return _put(folder, mask_path(name), mask[..., None].astype(np.uint8) * np.uint8(255))


def picture_path(name: str) -> str:
    """Where put_picture puts it."""
    return _path("images", name)


def mask_path(name: str) -> str:
    """Where put_mask puts it."""
    return _path("masks", name)


def _path(kind: str, name: str) -> str:
    """A name that any file system holds, and that no other sample gets."""
    readable = re.sub(r"[^A-Za-z0-9.-]+", "_", name)[:60].strip(".")
    return f"{kind}/{readable}-{sha256(name.encode()).hexdigest()[:8]}.png"


def _put(folder: Path, path: str, pixels: NDArray[np.uint8]) -> str:
    """On the disk when this returns: the line that names it may be written next."""
    make_folder((folder / path).parent)
    content = to_png(pixels)
    with atomic_write(folder / path) as place, place.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return path
