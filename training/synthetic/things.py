"""The things of the landscape as polygons, each with its own small marks; and the board they are drawn on.

A shape is made around a random centre; angles are radians, lengths pixels already multiplied by the zoom.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import cv2
import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from .looks import RGB

Polygon = NDArray[np.float64]  # (K, 2), (x, y) in pixels, corner origin
SUBPIXEL_BITS = 4  # cv2 takes fixed-point coordinates
CLEARANCE = 1.12  # how much larger than itself the free place of a thing is
WHITE: RGB = (232, 232, 228)
SMOOTH = {"water", "building", "pool", "tank", "ship", "airplane", "road", "runway", "parking", "court"}
# length of the shadow, pixels
TALL = {"building": 5, "tank": 5, "trees": 4, "airplane": 2, "ship": 1.5, "vehicle": 2, "jet": 2.5}


@dataclass(frozen=True)
class Mark:
    """Paint inside a shape that is no thing of its own: a line, a car, the dark half of a roof."""

    polygon: Polygon
    colour: RGB


@dataclass(frozen=True)
class Shape:
    parts: tuple[Polygon, ...]  # their union is the thing
    colour: RGB
    marks: tuple[Mark, ...] = ()


@dataclass
class Board:
    image: NDArray[np.uint8]  # (S, S, 3)
    ids: NDArray[np.uint8]  # (S, S)
    rng: Generator
    zoom: float
    sun: float  # where shadows fall, radians
    drawn: list[tuple[str, int]] = field(default_factory=list)  # kind and pixels, by id - 1
    relief: NDArray[np.float32] | None = None  # (S, S, 3): light and dark of real imagery, around 0

    def __post_init__(self) -> None:
        self.smooth = np.zeros(self.ids.shape, np.bool_)

    @property
    def side(self) -> int:
        return int(self.ids.shape[0])

    def is_free(self, shape: Shape, kind: str, clearance: float = CLEARANCE) -> bool:
        """Nothing below it, but water below a ship."""
        below = self.ids[self.pixels_of(shape.parts, grow=clearance)]
        if kind == "ship":
            water = [i for i, (k, _) in enumerate(self.drawn, start=1) if k == "water"]
            return below.size > 0 and bool(np.isin(below, water).all())
        return below.size > 0 and not below.any()

    def draw(self, shape: Shape, kind: str) -> None:
        inside = self.pixels_of(shape.parts)
        self.drawn.append((kind, int(inside.sum())))
        self._shade(shape, TALL.get(kind, 0) * self.zoom)
        self.ids[inside] = len(self.drawn)
        self.smooth[inside] = kind in SMOOTH
        self.image[inside] = shape.colour
        for mark in shape.marks:
            self.image[self.pixels_of((mark.polygon,)) & inside] = mark.colour

    def add_relief(self, gain: float) -> None:
        """What was drawn last gets the light and dark of real imagery."""
        if self.relief is not None:
            inside = self.ids == len(self.drawn)
            shade = self.relief[inside] - self.relief[inside].mean(0)
            self.image[inside] = np.clip(self.image[inside] + gain * shade, 0, 255)

    def _shade(self, shape: Shape, length_px: float) -> None:
        if length_px:
            step = length_px * np.array([np.cos(self.sun), np.sin(self.sun)])
            shadow = self.pixels_of(tuple(part + step * t for part in shape.parts for t in (0.5, 1.0)))
            self.image[shadow] = (self.image[shadow] * 0.55).astype(np.uint8)

    def pixels_of(self, parts: tuple[Polygon, ...], grow: float = 1.0) -> NDArray[np.bool_]:
        """(S, S): the pixels whose centre lies in one of the polygons."""
        filled = np.zeros(self.ids.shape, np.uint8)
        for part in parts:
            grown = (part - part.mean(0)) * grow + part.mean(0) - 0.5  # cv2 counts from pixel centres
            cv2.fillPoly(
                filled, [np.round(grown * 2**SUBPIXEL_BITS).astype(np.int32)], 1, shift=SUBPIXEL_BITS
            )
        return filled.astype(np.bool_)


def centre(board: Board, margin: float = 0.06) -> NDArray[np.float64]:
    return board.rng.uniform(margin, 1 - margin, 2) * board.side


def turned(points: Polygon, angle: float, centre: NDArray[np.float64]) -> Polygon:
    c, s = np.cos(angle), np.sin(angle)
    return np.asarray(points @ np.array([[c, s], [-s, c]]) + centre)


def steps(start: float, end: float, step: float) -> list[float]:
    """From start until before end."""
    return [float(value) for value in np.arange(start, end, step)]


def rectangle(width: float, height: float, x: float = 0.0, y: float = 0.0) -> Polygon:
    """Around (x, y), not turned."""
    w, h = width / 2, height / 2
    return np.array([[x - w, y - h], [x + w, y - h], [x + w, y + h], [x - w, y + h]])


def ellipse(width: float, height: float, corners: int = 24) -> Polygon:
    angles = np.linspace(0, 2 * np.pi, corners, endpoint=False)
    return np.stack([np.cos(angles) * width / 2, np.sin(angles) * height / 2], axis=1)


def blob(rng: Generator, radius: float, roughness: float = 0.22) -> Polygon:
    """A closed wavy outline around (0, 0)."""
    angles = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    waves = sum(rng.normal(0, roughness / k) * np.cos(k * angles + rng.uniform(0, 6.3)) for k in (1, 2, 3, 5))
    radii = radius * np.clip(1 + waves, 0.45, 1.7)
    return np.stack([np.cos(angles) * radii, np.sin(angles) * radii], axis=1)


def _band(line: Polygon, width: float) -> Polygon:
    """A line made `width` wide."""
    along = np.gradient(line, axis=0)
    across = np.stack([-along[:, 1], along[:, 0]], 1) / np.linalg.norm(along, axis=1, keepdims=True)
    return np.concatenate([line + across * width / 2, (line - across * width / 2)[::-1]])


def darker(colour: RGB, factor: float) -> RGB:
    r, g, b = (max(0, min(255, int(c * factor))) for c in colour)
    return r, g, b


def _rows(width: float, height: float, gap: float, thick: float) -> list[Polygon]:
    """Thin bars across a rectangle of width x height around (0, 0), `gap` apart."""
    return [rectangle(thick, height, x) for x in steps(-width / 2 + gap / 2, width / 2, gap)]


def marked(
    board: Board, outline: Polygon, marks: list[tuple[Polygon, RGB]], colour: RGB, margin: float = 0.06
) -> Shape:
    """Outline and marks turned together by a random angle around a random centre."""
    angle, middle = board.rng.uniform(0, np.pi), centre(board, margin)
    turned_marks = tuple(Mark(turned(p, angle, middle), c) for p, c in marks)
    return Shape((turned(outline, angle, middle),), colour, turned_marks)


def _crossing_line(board: Board, bend: float) -> Polygon:
    """A gently bent line from beyond one border to beyond another; (32, 2)."""
    angle, middle = board.rng.uniform(0, np.pi), centre(board, 0.25)
    t = np.linspace(-1.5, 1.5, 32)
    waves = bend * (np.sin(t * board.rng.uniform(1, 3) + board.rng.uniform(0, 6.3)))
    return turned(np.stack([t, waves], 1) * board.side, angle, middle)


def _water(board: Board, colour: RGB) -> Shape:
    if board.rng.random() < 0.3:  # a river
        return Shape((_band(_crossing_line(board, 0.08), board.rng.uniform(24, 44) * board.zoom),), colour)
    radius = board.rng.uniform(42, 85) * board.zoom
    return Shape((blob(board.rng, radius) + centre(board, 0.1),), colour)


def _field(board: Board, colour: RGB) -> Shape:
    w, h = board.rng.uniform(60, 110) * board.zoom, board.rng.uniform(45, 80) * board.zoom
    gap = board.rng.uniform(4, 9) * board.zoom
    rows = [(bar, darker(colour, 0.88)) for bar in _rows(w, h, gap, gap / 2)]
    return marked(board, rectangle(w, h), rows, colour, 0.15)


def _road(board: Board, colour: RGB) -> Shape:
    line, width = _crossing_line(board, board.rng.uniform(0, 0.08)), board.rng.uniform(9, 15) * board.zoom
    dashes = [Mark(_band(line[i : i + 2], max(1.0, width / 9)), WHITE) for i in range(0, 30, 2)]
    return Shape((_band(line, width),), colour, tuple(dashes) if board.rng.random() < 0.6 else ())


def _building(board: Board, colour: RGB) -> Shape:
    w, h = board.rng.uniform(24, 52) * board.zoom, board.rng.uniform(20, 34) * board.zoom
    angle, middle = board.rng.uniform(0, np.pi), centre(board)
    parts = [rectangle(w, h)]
    if board.rng.random() < 0.35:  # an L
        parts.append(rectangle(h * 0.8, h * 1.6, w / 2 - h * 0.4, h * 0.5))
    dark_half = Mark(turned(rectangle(w, h / 2, 0, h / 4), angle, middle), darker(colour, 0.78))
    marks = (dark_half,) if board.rng.random() < 0.7 else ()
    return Shape(tuple(turned(p, angle, middle) for p in parts), colour, marks)


def _pool(board: Board, colour: RGB) -> Shape:
    w, h = board.rng.uniform(16, 30) * board.zoom, board.rng.uniform(11, 18) * board.zoom
    outline = rectangle(w, h) if board.rng.random() < 0.6 else ellipse(w, h)
    return marked(board, outline, [], colour)


def _court(board: Board, colour: RGB) -> Shape:
    w = board.rng.uniform(30, 46) * board.zoom
    h, line = w * board.rng.uniform(0.48, 0.6), max(0.9, 0.03 * w)
    inner = darker(colour, 1.25)
    marks = [
        (rectangle(w * 0.8, h * 0.75), WHITE),
        (rectangle(w * 0.8 - 2 * line, h * 0.75 - 2 * line), inner),
    ]
    marks += [(rectangle(line, h * 0.75), WHITE), (rectangle(w * 0.4, line), WHITE)]
    return marked(board, rectangle(w, h), marks, colour)


def _tank(board: Board, colour: RGB) -> Shape:
    width = board.rng.uniform(18, 36) * board.zoom
    inner = ellipse(width * 0.8, width * 0.8)
    return marked(board, ellipse(width, width), [(inner, darker(colour, 0.93))], colour)


def _ship(board: Board, colour: RGB) -> Shape:
    w, h = board.rng.uniform(26, 52) * board.zoom, board.rng.uniform(8, 13) * board.zoom
    hull = np.array(
        [[-0.5, -0.4], [-0.42, -0.5], [0.2, -0.5], [0.5, 0], [0.2, 0.5], [-0.42, 0.5], [-0.5, 0.4]]
    )
    marks = [
        (rectangle(w * 0.18, h * 0.7, -w * 0.28), WHITE),
        (rectangle(w * 0.4, h * 0.5, w * 0.06), darker(colour, 0.8)),
    ]
    return marked(board, hull * (w, h), marks, colour)


def _trees(board: Board, colour: RGB) -> Shape:
    """A grove: crowns that touch, one thing."""
    radius, middle = board.rng.uniform(8, 13) * board.zoom, centre(board)
    offsets = board.rng.normal(0, radius * 0.9, (int(board.rng.integers(3, 8)), 2))
    crowns = tuple(blob(board.rng, radius, 0.08) + middle + o for o in offsets)
    lights = tuple(
        Mark(ellipse(radius, radius, 10) + middle + o - 0.25 * radius, darker(colour, 1.25)) for o in offsets
    )
    return Shape(crowns, colour, lights)


def _parking(board: Board, colour: RGB) -> Shape:
    w, h = board.rng.uniform(42, 76) * board.zoom, board.rng.uniform(28, 46) * board.zoom
    gap = 6 * board.zoom
    marks = [
        (rectangle(max(0.8, 0.12 * gap), h * 0.3, x, y), WHITE)
        for x in steps(-w / 2 + gap, w / 2, gap)
        for y in (-h * 0.33, h * 0.33)
    ]
    for x in steps(-w / 2 + gap * 1.5, w / 2 - gap, gap):
        if board.rng.random() < 0.5:
            r, g, b = (int(c) for c in board.rng.integers(30, 240, 3))
            row = float(board.rng.choice([-0.33, 0.33])) * h
            marks.append((rectangle(gap * 0.6, h * 0.24, x, row), (r, g, b)))
    return marked(board, rectangle(w, h), marks, colour, 0.1)


def _runway(board: Board, colour: RGB) -> Shape:
    w, h = board.rng.uniform(170, 300) * board.zoom, board.rng.uniform(17, 26) * board.zoom
    marks = [(rectangle(w / 28, max(1.0, h / 14), x), WHITE) for x in steps(-w * 0.38, w * 0.4, w / 14)]
    marks += [
        (rectangle(w / 22, h / 14, side * w * 0.46, y), WHITE)
        for side in (-1, 1)
        for y in np.linspace(-0.36, 0.36, 6) * h
    ]
    return marked(board, rectangle(w, h), marks, colour, 0.3)


def _airplane(board: Board, colour: RGB) -> Shape:
    length = board.rng.uniform(28, 50) * board.zoom
    sweep, span, thick = (
        board.rng.uniform(0.1, 0.3),
        board.rng.uniform(0.42, 0.55),
        board.rng.uniform(0.05, 0.075),
    )
    half = [
        (0.5, 0),
        (0.42, thick),
        (0.12, thick),
        (0.08 - sweep, span),
        (-0.02 - sweep, span),
        (-0.08, thick),
    ]
    half += [(-0.38, thick * 0.8), (-0.48, 0.18), (-0.54, 0.18), (-0.5, 0.0)]
    outline = np.array(half + [(x, -y) for x, y in half[-2:0:-1]]) * length
    return marked(board, outline, [], colour)


DRAW: dict[str, Callable[[Board, RGB], Shape]] = {
    "water": _water, "field": _field, "road": _road, "building": _building, "pool": _pool, "court": _court,
    "tank": _tank, "ship": _ship, "trees": _trees, "parking": _parking, "runway": _runway,
    "airplane": _airplane,
}  # fmt: skip
