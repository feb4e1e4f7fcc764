"""What a data set's layout leaves open and a recipe may set."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from .samples import BadData

T = TypeVar("T")

CATEGORY = "{category}"
WHICH = f"Which pixels show something called {CATEGORY}?"  # ours: COCO files ask nothing themselves


@dataclass(frozen=True)
class ReadOptions:
    """Each field is used by the layouts that its comment names, and ignored by the others."""

    images: Path | None = None  # coco, geopixinstruct, rrsis-d, bop: where the pictures are, if apart
    template: str = WHICH  # coco: the question about one category
    raster: Path | None = None  # geopackage: the imagery, None = the one raster beside the polygons
    layer: str = ""  # geopackage: "" = «targets», or the only layer
    column: str = "question"  # geopackage: what each polygon answers
    side_px: int = 0  # geopackage: of a window, 0 = 1024; landscapes, real: of a picture, 0 = 256
    first: int = (
        0  # landscapes, real: the first seed; landscapes below synthetic's HELD_OUT are not trained on
    )
    count: int = 500  # landscapes, real: so many seeds

    def __post_init__(self) -> None:
        if CATEGORY not in self.template:
            raise BadData(
                "The question «{template}» has no place for {category}.",
                template=self.template,
                category=CATEGORY,
            )
        if self.side_px < 0 or self.first < 0 or self.count < 1:
            raise BadData("side_px and first are at least 0, and count at least 1.")


AS_PUBLISHED = ReadOptions()


def filled(rows: list[T], place: Path, split: str) -> list[T]:
    """The rows themselves, where there are any."""
    if not rows:
        raise BadData("{place} holds no sample of «{split}».", place=place, split=split)
    return rows
