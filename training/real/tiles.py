"""The pictures of shared/datasets/open with all that is labelled in them; decoded when they are used.

    tiles = open_tiles(Path("open"), "train")
    tiles[0].pixels()

Coordinates are pixels of the picture, corner origin. A tile says which kinds its labels are complete for
(`known`: there «none» may be right) and which are labelled where they are labelled at all (`shown`).
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from ..data.image_files import read_json
from ..data.rle import rle_mask
from ..data.samples import BadData
from .kinds import FOLDER, base_kinds, kind_of_category

Ring = NDArray[np.float32]  # (N, 2), x and y
SCENE = "scene: "  # begins the category of a whole tile
LARGER = 4  # times, to find the outlines of runs of pixels


@dataclass(frozen=True, eq=False)
class LabelledShape:
    """One labelled thing. Rings of one part fill it by the even-odd rule; parts are united."""

    kind: str
    parts: tuple[tuple[Ring, ...], ...]
    is_box: bool = False  # only the box is known, and the parts are an ellipse in it

    @property
    def corners(self) -> NDArray[np.float32]:
        """All of its corners, (N, 2)."""
        return np.concatenate([ring for part in self.parts for ring in part])


@dataclass(frozen=True, eq=False)
class Tile:
    set: str
    path: Path
    width: int
    height: int
    gsd_m: float
    scene: str  # the kind that all of it is, or ""
    shapes: tuple[LabelledShape, ...]
    known: frozenset[str]
    shown: frozenset[str]
    place: str  # where on earth, as far as its file tells; tiles of one place may show the same ground

    def pixels(self) -> NDArray[np.uint8]:
        """(H, W, 3), RGB, kept once read."""
        return _pixels(self.path)

    def shapes_of(self, kind: str) -> tuple[LabelledShape, ...]:
        return tuple(shape for shape in self.shapes if shape.kind == kind)


@dataclass(frozen=True)
class Source:
    """A set in sources.toml."""

    share: float
    complete: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    pieces: bool = False


@cache
def sources() -> dict[str, Source]:
    rows = _table()["sets"]
    return {name: _source(row) for name, row in rows.items()}


def _source(row: dict[str, Any]) -> Source:
    complete, shown, never = (tuple(row.get(key, ())) for key in ("complete", "shown", "never"))
    return Source(row["share"], complete, shown, never, row.get("pieces", False))


@lru_cache(maxsize=4)
def open_tiles(folder: Path, split: str) -> tuple[Tile, ...]:
    """All sets of sources.toml that lie in `folder`; raises BadData where there is none."""
    files = [(name, folder / name / f"instances_{split}.json") for name in sources()]
    tiles = [tile for name, file in files if file.is_file() for tile in _tiles(name, file)]
    if not tiles:
        raise BadData("{folder} holds none of the sets {names}.", folder=folder, names=", ".join(sources()))
    return tuple(tiles)


def _tiles(name: str, file: Path) -> list[Tile]:
    content = read_json(file)
    categories = {row["id"]: row["name"] for row in content["categories"]}
    rows = defaultdict(list)
    for row in content["annotations"]:
        rows[row["image_id"]].append((categories[row["category_id"]], row))
    return [_tile(name, file.parent / "images", image, rows[image["id"]]) for image in content["images"]]


def _tile(name: str, images: Path, image: dict[str, Any], rows: list[tuple[str, dict[str, Any]]]) -> Tile:
    kind_of, scene = kind_of_category(), image.get("scene", "")
    shapes = [
        shape
        for category, row in rows
        if category in kind_of and not category.startswith(SCENE)
        for shape in _shapes(kind_of[category], row, pieces=sources()[name].pieces)
    ]
    known = _known(sources()[name], image, {category for category, _ in rows})
    return Tile(
        name,
        images / image["file_name"],
        image["width"],
        image["height"],
        image["gsd_m"],
        kind_of[SCENE + scene] if scene else "",
        tuple(shapes),
        known,
        frozenset(sources()[name].shown),
        str(image.get("place", image["file_name"])),
    )


def _known(source: Source, image: dict[str, Any], there: set[str]) -> frozenset[str]:
    """Kinds whose every category is complete in it or absent for sure."""
    scene, kind_of = image.get("scene", ""), kind_of_category()
    labelled = {kind_of[name] for name in image["complete"] if name in kind_of} | set(source.complete)
    labelled |= set(_table()["looked_at"].get(image["file_name"], ()))
    if not scene:
        return frozenset(labelled | set(source.never))
    unproved = {*_table()["may"][scene]} - labelled
    unproved |= {kind_of[name] for name in there if name in kind_of} - labelled  # found though unexpected
    return frozenset({*base_kinds()} - unproved | {kind_of[SCENE + scene]})


def _shapes(kind: str, row: dict[str, Any], *, pieces: bool) -> list[LabelledShape]:
    segmentation = row.get("segmentation")
    if not segmentation:
        return [LabelledShape(kind, ((_ellipse(*row["bbox"]),),), is_box=True)]
    if isinstance(segmentation, dict):
        parts = _outlines(rle_mask(segmentation, f"Annotation {row['id']}"))
    else:
        parts = tuple((np.array(ring, np.float32).reshape(-1, 2),) for ring in segmentation)
    return [LabelledShape(kind, (part,)) for part in parts] if pieces else [LabelledShape(kind, parts)]


def _ellipse(x: float, y: float, width: float, height: float) -> Ring:
    """That fills a box."""
    angle = np.linspace(0, 2 * np.pi, 24, endpoint=False)
    unit = np.stack([np.cos(angle), np.sin(angle)], 1) / 2 + 0.5
    return np.asarray(unit * (width, height) + (x, y), np.float32)


def _outlines(mask: NDArray[np.bool_]) -> tuple[tuple[Ring, ...], ...]:
    """Of each piece of (H, W) its rim and its holes; drawn larger, so that no edge of a pixel is lost."""
    larger = cv2.resize(mask.astype(np.uint8), None, fx=LARGER, fy=LARGER, interpolation=cv2.INTER_NEAREST)
    rings, above = cv2.findContours(larger, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    parts = defaultdict(list)
    for number, ring in enumerate(rings):
        parent = int(above[0][number][3])
        if len(ring) > 2:
            parts[number if parent < 0 else parent].append((ring[:, 0].astype(np.float32) + 0.5) / LARGER)
    return tuple(tuple(part) for part in parts.values())


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((FOLDER / "sources.toml").read_text(encoding="utf-8"))


@cache
def _pixels(path: Path) -> NDArray[np.uint8]:
    image = cv2.imread(str(path), cv2.IMREAD_COLOR)
    if image is None:
        raise BadData("The picture {image} cannot be read.", image=path)
    return np.ascontiguousarray(image[..., ::-1])
