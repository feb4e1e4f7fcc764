"""Contact sheets: labels as small pictures in rows, for the user who looks whether they can be learned from.

The outline is the mask, the box and the two points are what was made of it; the first point is the filled
one. What the filter refused is orange, and so is the frame of a sample that was dropped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from ...backend.atomic import atomic_write
from ...backend.outputs.palette import PALETTE
from ...backend.outputs.picture import font_for, wrapped
from ...backend.stages import Target
from ..data.samples import Mask, Picture

COLUMNS = 6
VIEW_PX = 360  # of a tile's side, whatever the picture has
FRAME_PX, GAP_PX = 5, 10
WORDS_PX, LINE_PX, MOST_LINES = 14, 18, 3
AROUND = 0.6  # of the targets' longer side is shown on each side of them, so that small ones are seen
LEAST_PX = 48  # of the picture, in a tile: closer, and there are only pixels to see
POINTS_PX, POINT_SHARE = (2, 6), 0.06  # radius, of the box as it is seen: small things stay visible
OUTLINE_PX, BOX_PX, HALO_PX = 2, 2, 2  # the last one is darkness around each line, for any ground
INK, PAPER, EMPTY = (25, 25, 25), (255, 255, 255), (225, 225, 222)
OUTLINE, GOOD, BAD = PALETTE[3], PALETTE[1], PALETTE[5]  # yellow, blue, orange: told apart by colour-blind
KEPT, WITHOUT = PALETTE[2], (150, 150, 150)


@dataclass(frozen=True, eq=False)
class SheetTile:
    """One sample, in the pixels of its picture."""

    picture: Picture
    mask: Mask | None
    targets: tuple[Target, ...]
    good: tuple[bool, ...]  # one a target
    kept: bool
    verdict: str  # a line
    question: str


def write_sheets(folder: Path, tiles: Iterator[SheetTile], a_sheet: int) -> list[Path]:
    """sheet.png, sheet-2.png … of so many tiles each, in place of older ones; raises NotWritten."""
    paths: list[Path] = []
    while several := list(islice(tiles, a_sheet)):
        path = folder / ("sheet.png" if not paths else f"sheet-{len(paths) + 1}.png")
        with atomic_write(path) as place:
            sheet_of(several).save(place, format="PNG")
        paths.append(path)
    numbered = {file for file in folder.glob("sheet-*.png") if file.stem[6:].isdecimal()}
    for old in ({folder / "sheet.png"} | numbered) - set(paths):  # what else is called so is the user's
        old.unlink(missing_ok=True)
    return paths


def sheet_of(tiles: Sequence[SheetTile]) -> Image.Image:
    """At least one tile, row by row."""
    drawn = [_drawn(tile) for tile in tiles]
    columns, (width, height) = min(COLUMNS, len(drawn)), drawn[0].size
    rows = -(-len(drawn) // columns)
    size = columns * (width + GAP_PX) + GAP_PX, rows * (height + GAP_PX) + GAP_PX
    whole = Image.new("RGB", size, PAPER)
    for index, tile in enumerate(drawn):
        row, column = divmod(index, columns)
        whole.paste(tile, (GAP_PX + column * (width + GAP_PX), GAP_PX + row * (height + GAP_PX)))
    return whole


def _drawn(tile: SheetTile) -> Image.Image:
    side = VIEW_PX + 2 * FRAME_PX
    image = Image.new("RGB", (side, side + LINE_PX * (MOST_LINES + 1) + 4), PAPER)
    colour = (KEPT if tile.targets else WITHOUT) if tile.kept else BAD
    image.paste(colour, (0, 0, side, side))
    image.paste(_view(tile), (FRAME_PX, FRAME_PX))
    pen = ImageDraw.Draw(image)
    ink = INK if tile.kept else BAD
    pen.text((2, side + 2), tile.verdict, fill=ink, font=font_for(tile.verdict, WORDS_PX))
    question = wrapped(tile.question, WORDS_PX, side + 24, most=MOST_LINES)  # with its margin
    for number, (line, size) in enumerate(question, start=1):
        pen.text((2, side + 2 + number * LINE_PX), line, fill=INK, font=font_for(line, size))
    return image


def _view(tile: SheetTile) -> Image.Image:
    """A square around the targets; what lies outside of the picture is grey."""
    x0, y0, x1, y1 = seen(tile.targets, tile.picture.shape)
    scale = VIEW_PX / max(x1 - x0, y1 - y0)
    width, height = max(1, round((x1 - x0) * scale)), max(1, round((y1 - y0) * scale))
    part = Image.fromarray(tile.picture[y0:y1, x0:x1]).resize((width, height), Image.Resampling.BICUBIC)
    pixels = np.array(part)
    if tile.mask is not None:
        _outline(pixels, tile.mask[y0:y1, x0:x1])
    for target, is_good in zip(tile.targets, tile.good, strict=True):
        _mark(pixels, target, (x0, y0), scale, GOOD if is_good else BAD)
    view = Image.new("RGB", (VIEW_PX, VIEW_PX), EMPTY)
    view.paste(Image.fromarray(pixels), ((VIEW_PX - width) // 2, (VIEW_PX - height) // 2))
    return view


def seen(targets: Sequence[Target], shape: tuple[int, ...]) -> tuple[int, int, int, int]:
    """x0, y0, x1, y1 of what a tile shows of (H, W, ...): the targets and AROUND; all without targets."""
    height, width = shape[:2]
    boxes = [target.box for target in targets if target.box]
    if not boxes:
        return 0, 0, width, height
    x0, y0 = min(box.x0 for box in boxes), min(box.y0 for box in boxes)
    x1, y1 = max(box.x1 for box in boxes), max(box.y1 for box in boxes)
    half = max((0.5 + AROUND) * max(x1 - x0, y1 - y0), LEAST_PX / 2)
    (left, right), (top, bottom) = _span((x0 + x1) / 2, half, width), _span((y0 + y1) / 2, half, height)
    return left, top, right, bottom


def _span(middle: float, half: float, side: int) -> tuple[int, int]:
    """From where to where along one side of the picture; moved into it where it would stick out."""
    length = min(side, round(2 * half))
    start = min(max(0, round(middle - length / 2)), side - length)
    return start, start + length


def _outline(pixels: NDArray[np.uint8], mask: Mask) -> None:
    """Drawn into (h, w, 3), which may have another size."""
    size = pixels.shape[1], pixels.shape[0]
    grown = cv2.resize(mask.astype(np.uint8), size, interpolation=cv2.INTER_NEAREST_EXACT)
    rings, _ = cv2.findContours(grown, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    cv2.drawContours(pixels, rings, -1, INK, OUTLINE_PX + HALO_PX, cv2.LINE_AA)
    cv2.drawContours(pixels, rings, -1, OUTLINE, OUTLINE_PX, cv2.LINE_AA)


def _mark(
    pixels: NDArray[np.uint8],
    target: Target,
    corner: tuple[int, int],
    scale: float,
    colour: tuple[int, int, int],
) -> None:
    """The box and the points, from the picture's pixels to those of the view."""

    def at(x: float, y: float) -> tuple[int, int]:
        places = (round((x - corner[0]) * scale), round((y - corner[1]) * scale))
        return min(places[0], pixels.shape[1] - 1), min(places[1], pixels.shape[0] - 1)

    if box := target.box:
        corners = at(box.x0, box.y0), at(box.x1, box.y1)
        cv2.rectangle(pixels, *corners, INK, BOX_PX + HALO_PX)
        cv2.rectangle(pixels, *corners, colour, BOX_PX)
    for number, point in enumerate(target.points[:2]):
        place, radius = at(point.x, point.y), _radius(target, scale)
        cv2.circle(pixels, place, radius + 1, INK, -1, cv2.LINE_AA)
        cv2.circle(pixels, place, radius, colour if number == 0 else PAPER, -1, cv2.LINE_AA)


def _radius(target: Target, scale: float) -> int:
    """Of its points, in the view."""
    box = target.box
    side = scale * min(box.x1 - box.x0, box.y1 - box.y0) if box else POINTS_PX[1] / POINT_SHARE
    return max(POINTS_PX[0], min(POINTS_PX[1], round(POINT_SHARE * side)))
