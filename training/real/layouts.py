"""What a view may be cut out of: one picture, or a mosaic of scene tiles; and the window that is cut.

A mosaic has rows and columns of unequal widths; each cell shows a tile that was turned and enlarged until it
covers it. Some neighbours show one class, so that a seam does not mean another scene.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from .drawing import Affine
from .stock import Stock
from .tiles import LabelledShape, Tile

MOSAICS = ((1, 2), (2, 1), (2, 2), (2, 2), (2, 3), (3, 2), (3, 3), (3, 3))  # columns, rows
CELL_PX = 256  # of a mosaic, before its columns and rows were moved
UNEVEN = 0.3  # largest change of a column's width
SAME_CLASS = 0.3  # of the cells show the class of the one before
ENLARGED = (1.0, 1.5)  # a tile against what its cell needs
ZOOMS = (2.0, 8.0)  # times as wide as a thing its view is
LEAST_PX = 56  # of a picture in a view; half as many more where a pixel is as large as COARSE_M
COARSE_M = 0.6
ASPECT = 0.18  # deviation of the logarithm of width by height
TURNED = 0.25  # of the views are turned by any angle
MOST_TURN = np.pi / 4
BESIDE_TRIES = 8
HANGS_OVER = 0.15  # of the windows reach beyond the picture,
LEAST_INSIDE = 0.3  # whose centre then lies so far from its edge at least, in sides of the window


@dataclass(frozen=True, eq=False)
class Piece:
    """A tile and where it lies."""

    tile: Tile
    place: Affine  # from the tile's pixels to the layout's
    region: NDArray[np.float32]  # (4, 2): what of the layout it fills


@dataclass(frozen=True, eq=False)
class Layout:
    pieces: tuple[Piece, ...]
    width: float
    height: float


@dataclass(frozen=True)
class LayoutWindow:
    """In pixels of the layout: where its centre lies, its sides, and its turn in radians."""

    x: float
    y: float
    width: float
    height: float
    angle: float = 0.0


def single(tile: Tile) -> Layout:
    place = np.array([[1.0, 0, 0], [0, 1, 0]])
    piece = Piece(tile, place, _rectangle(0, 0, tile.width, tile.height))
    return Layout((piece,), tile.width, tile.height)


def mosaic(stock: Stock, rng: Generator) -> Layout:
    """Of tiles that have a scene class."""
    columns, rows = MOSAICS[int(rng.integers(len(MOSAICS)))]
    xs, ys = _cuts(columns, rng), _cuts(rows, rng)
    scenes = sorted(stock.by_scene)
    pieces, scene = [], ""
    for left, right in zip(xs, xs[1:]):
        for top, bottom in zip(ys, ys[1:]):
            if not scene or rng.random() >= SAME_CLASS:
                scene = str(rng.choice(scenes))
            tiles = stock.by_scene[scene]
            region = _rectangle(left, top, right, bottom)
            pieces.append(_covering(tiles[int(rng.integers(len(tiles)))], region, rng))
    return Layout(tuple(pieces), xs[-1], ys[-1])


def _cuts(count: int, rng: Generator) -> list[float]:
    return [0.0, *np.cumsum(CELL_PX * rng.uniform(1 - UNEVEN, 1 + UNEVEN, count)).tolist()]


def _covering(tile: Tile, region: NDArray[np.float32], rng: Generator) -> Piece:
    """Turned, mirrored, and moved within what it has to spare."""
    low, high = region.min(0), region.max(0)
    turn = quarter_turn(rng)
    sides = np.abs(turn @ (tile.width, tile.height))
    scale = float(((high - low) / sides).max() * rng.uniform(*ENLARGED))
    spare = (sides * scale - (high - low)) / 2
    middle = (low + high) / 2 + rng.uniform(-1, 1, 2) * spare
    matrix = turn * scale
    shift = middle - matrix @ (tile.width / 2, tile.height / 2)
    return Piece(tile, np.column_stack([matrix, shift]), region)


def quarter_turn(rng: Generator) -> NDArray[np.float64]:
    """(2, 2): one of the eight ways to lay down a square."""
    turn = np.diag(rng.choice((-1.0, 1.0), 2))
    return np.asarray(turn[::-1] if rng.random() < 0.5 else turn)


def _rectangle(left: float, top: float, right: float, bottom: float) -> NDArray[np.float32]:
    return np.array([(left, top), (right, top), (right, bottom), (left, bottom)], np.float32)


# --- windows ---


def whole_window(layout: Layout, rng: Generator) -> LayoutWindow:
    """All of it, with a margin at times; of a long picture a part as high as it is."""
    most = 1.6 * min(layout.width, layout.height)
    grow = float(rng.choice((0.92, 1.0, 1.0, 1.08)))
    return _placed(layout, min(layout.width, most) * grow, min(layout.height, most) * grow, rng)


def crop_window(layout: Layout, rng: Generator) -> LayoutWindow:
    """A part of 0.4 to 1 of the shorter side."""
    side = min(layout.width, layout.height) * rng.uniform(0.4, 1.0)
    stretch = _stretch(rng)
    return _placed(layout, side * stretch, side / stretch, rng)


def zoom_window(layout: Layout, shape: LabelledShape, rng: Generator) -> LayoutWindow:
    """A part in which the shape takes 1/8 to 1/2 of the side, anywhere."""
    low, high = shape.corners.min(0), shape.corners.max(0)
    most = 1.1 * min(layout.width, layout.height)
    side = float(max(high - low)) * np.exp(rng.uniform(*np.log(ZOOMS)))
    least = LEAST_PX * (1.5 if layout.pieces[0].tile.gsd_m >= COARSE_M else 1.0)
    side, stretch = float(np.clip(side, min(least, most), most)), _stretch(rng)
    sides = np.array([side * stretch, side / stretch])
    spare = np.abs(sides - (high - low)) / 2
    x, y = (low + high) / 2 + rng.uniform(-0.9, 0.9, 2) * spare
    width, height = map(float, sides)
    return _shifted(layout, LayoutWindow(float(x), float(y), width, height, _angle(layout, rng)), rng)


def beside_window(window: LayoutWindow, tile: Tile, kind: str, rng: Generator) -> LayoutWindow | None:
    """As large, in the picture, where nothing of the kind lies; None where there is no such place."""
    half = np.hypot(window.width, window.height) / 2 if window.angle else max(window.width, window.height) / 2
    if 2 * half >= min(tile.width, tile.height):
        return None
    corners = [shape.corners for shape in tile.shapes_of(kind)]
    low, high = (np.array([f(c, 0) for c in corners]) for f in (np.min, np.max))  # each (shapes, 2)
    for _ in range(BESIDE_TRIES):
        middle = rng.uniform(half, np.array([tile.width, tile.height]) - half)
        if not ((high > middle - half) & (low < middle + half)).all(1).any():
            return LayoutWindow(float(middle[0]), float(middle[1]), window.width, window.height, window.angle)
    return None


def _placed(layout: Layout, width: float, height: float, rng: Generator) -> LayoutWindow:
    spare = np.abs(np.array([layout.width - width, layout.height - height])) / 2
    x, y = np.array([layout.width, layout.height]) / 2 + rng.uniform(-1, 1, 2) * spare
    return LayoutWindow(float(x), float(y), width, height, _angle(layout, rng))


def _shifted(layout: Layout, window: LayoutWindow, rng: Generator) -> LayoutWindow:
    """Back into the picture; of some windows up to a fifth of a side may lie beyond."""
    inside = LEAST_INSIDE if rng.random() < HANGS_OVER else 0.5
    x = _between(window.x, window.width * inside, layout.width - window.width * inside)
    y = _between(window.y, window.height * inside, layout.height - window.height * inside)
    return LayoutWindow(x, y, window.width, window.height, window.angle)


def _between(value: float, low: float, high: float) -> float:
    return min(max(value, min(low, high)), max(low, high))


def _stretch(rng: Generator) -> float:
    return float(np.exp(rng.normal(0, ASPECT)))


def _angle(layout: Layout, rng: Generator) -> float:
    """None where a box is all that is known of something: a turned box is larger than what it holds."""
    drawn = not any(shape.is_box for piece in layout.pieces for shape in piece.tile.shapes)
    return float(rng.uniform(-MOST_TURN, MOST_TURN)) if rng.random() < TURNED and drawn else 0.0


def view_of(window: LayoutWindow, turn: NDArray[np.float64], side_px: int) -> Affine:
    """From the layout to a view of S x S pixels, laid down as `turn` says."""
    cos, sin = np.cos(window.angle), np.sin(window.angle)
    stretch = np.diag([side_px / window.width, side_px / window.height])
    matrix = turn @ stretch @ np.array([[cos, -sin], [sin, cos]])
    shift = np.full(2, side_px / 2) - matrix @ (window.x, window.y)
    return np.column_stack([matrix, shift])


def of_kind(tile: Tile, kind: str, rng: Generator) -> LabelledShape:
    shapes: Sequence[LabelledShape] = tile.shapes_of(kind)
    return shapes[int(rng.integers(len(shapes)))]
