"""The generated landscape: an overhead scene with the exact mask of every thing in it; seeded and endless.

Everything is drawn as polygons in pixels of a square image, into the picture and into a map of ids with the
same call, so the masks are exact. What stands on top hides what lies below, also in the masks.
Lengths are in pixels at 256 pixels a side and grow with the side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from .distractors import scatter, with_distractors
from .landmarks import LANDMARKS
from .looks import LOOKS, RGB, Distractors, DomainLook
from .real_ground import REAL_SHARE, real_ground
from .things import DRAW, Board, Shape

KINDS = (
    "water", "field", "road", "building", "pool", "court", "tank", "ship", "trees", "parking", "runway",
    "airplane",
)  # fmt: skip
LARGE = ("water", "runway", "road", "field", "parking")  # drawn first, in this order
MOST = {"water": 1, "road": 1, "runway": 1, "field": 2, "parking": 2, "court": 2}  # of the others, 4
LEAST_VISIBLE = 0.6  # of its own pixels, or a thing is not counted as a target
MOST_THINGS = 255  # ids are bytes
RELIEF_GAIN = (0.2, 1.0)
NOISE_SIDE = 512  # pixels; tiles of noise are cut out of a few large ones


@dataclass(frozen=True)
class Thing:
    kind: str
    id: int  # its value in Landscape.ids


@dataclass(frozen=True, eq=False)
class Landscape:
    """`ids` is 0 where the ground is bare; every other value is one Thing."""

    image: NDArray[np.uint8]  # (S, S, 3), RGB
    ids: NDArray[np.uint8]  # (S, S)
    things: tuple[Thing, ...]
    kinds: frozenset[str]  # all that was drawn, also what too little of is left to be a Thing

    def mask(self, thing: Thing) -> NDArray[np.bool_]:
        return np.asarray(self.ids == thing.id)

    def of_kind(self, kind: str) -> tuple[Thing, ...]:
        return tuple(thing for thing in self.things if thing.kind == kind)


@dataclass(frozen=True)
class Crowd:
    """How many kinds, and how many of each, a landscape holds at most: the curriculum's one knob."""

    kinds: int = 5
    each: int = 4


def landscape(
    seed: int,
    domain: str = "in",
    *,
    side_px: int = 256,
    crowd: Crowd = Crowd(),  # noqa: B008
    tiles: Path | None = None,
) -> Landscape:
    """The same arguments always give the same landscape; `tiles` is a folder of imagery to lay into it."""
    look = LOOKS[domain]
    rng = np.random.default_rng((seed, list(LOOKS).index(domain)))
    palette = look.palette(rng)
    board = _ground(rng, look, palette["terrain"], side_px)
    if tiles:
        _lay_tiles(board, tiles)
    if look.distractors:
        scatter(board, look.distractors)
    for kind in _inventory(rng, crowd, (*KINDS, *LANDMARKS) if look.landmarks else KINDS):
        _place(board, kind, look, palette)
    kinds = frozenset(kind for kind, _ in board.drawn)
    return Landscape(_photograph(board, look), board.ids, _visible(board), kinds)


def _inventory(rng: Generator, crowd: Crowd, all_kinds: tuple[str, ...]) -> list[str]:
    """Kinds in drawing order, one entry a thing; ships bring their water."""
    kinds = set(rng.choice(all_kinds, int(rng.integers(1, crowd.kinds + 1)), replace=False))
    if "ship" in kinds:
        kinds.add("water")
    order = [k for k in LARGE if k in kinds] + [k for k in all_kinds if k in kinds and k not in LARGE]
    return [k for k in order for _ in range(int(rng.integers(1, min(crowd.each, MOST.get(k, 4)) + 1)))]


def _ground(rng: Generator, look: DomainLook, shades: Sequence[RGB], side_px: int) -> Board:
    """Bare ground: two shades mixed by slow noise."""
    first, second = rng.permutation(np.array(shades, np.float32))[:2]
    mix = np.clip(_noise(rng, side_px, coarse=True) * 0.6 + 0.5, 0, 1)[..., None]
    image = (first * mix + second * (1 - mix)).astype(np.uint8)
    zoom = float(rng.uniform(*look.zoom)) * side_px / 256
    return Board(image, np.zeros((side_px, side_px), np.uint8), rng, zoom, float(rng.uniform(0, 2 * np.pi)))


def _lay_tiles(board: Board, tiles: Path) -> None:
    """Real ground, which has its own texture, in some landscapes; relief for things in all."""
    if board.rng.random() < REAL_SHARE:
        board.image[:], board.smooth[:] = real_ground(board.rng, tiles, board.side), True
    board.relief = real_ground(board.rng, tiles, board.side).astype(np.float32)


def _place(board: Board, kind: str, look: DomainLook, palette: dict[str, tuple[RGB, ...]]) -> None:
    """Draw one thing where it is free; after enough tries, none."""
    for _ in range(12):
        draw = DRAW[kind] if kind in DRAW else LANDMARKS[kind]
        shape: Shape = draw(board, look.colour(board.rng, palette, kind))
        if board.is_free(shape, kind):
            for each in with_distractors(board, shape, look.distractors) if look.distractors else (shape,):
                if len(board.drawn) < MOST_THINGS and board.is_free(each, kind, clearance=1.0):
                    board.draw(each, kind)
                    _add_relief(board, look.distractors)
            return


def _add_relief(board: Board, distractors: Distractors | None) -> None:
    if distractors and board.relief is not None and board.rng.random() < distractors.relief:
        board.add_relief(board.rng.uniform(*RELIEF_GAIN))


def _visible(board: Board) -> tuple[Thing, ...]:
    """The things of which enough can be seen; the others stay in the picture, but are not asked for."""
    left = np.bincount(board.ids.ravel(), minlength=len(board.drawn) + 1)
    kept = (
        Thing(kind, number)
        for number, (kind, drawn_px) in enumerate(board.drawn, start=1)
        if left[number] >= max(12, LEAST_VISIBLE * drawn_px)
    )
    return tuple(kept)


def _photograph(board: Board, look: DomainLook) -> NDArray[np.uint8]:
    """Texture, tint, blur and sensor noise over the drawing."""
    rng, side = board.rng, board.ids.shape[0]
    texture = _noise(rng, side, coarse=False) * rng.uniform(*look.texture)
    rough = np.where(board.smooth, 0.35, 1.0).astype(np.float32)  # roofs and water have less texture
    image = board.image.astype(np.float32) + (texture * rough)[..., None]
    image *= 1 + rng.uniform(-look.tint, look.tint, 3).astype(np.float32)
    image = (image - 110) * rng.uniform(0.85, 1.15) + 110 + rng.uniform(-12, 12)
    image = cv2.GaussianBlur(image, (0, 0), float(rng.uniform(*look.blur_px)) * side / 256)
    grain = _noise(rng, side, coarse=None) * rng.uniform(*look.grain)
    return np.asarray(np.clip(image + grain[..., None], 0, 255), np.uint8)


@lru_cache(maxsize=1)
def _noises() -> dict[bool | None, NDArray[np.float32]]:
    """Large tiles of unit noise: slow (True), ground texture (False) and white (None)."""
    rng = np.random.default_rng(0)
    octaves = {True: (32, 64), False: (1, 2, 5, 12), None: (0,)}
    return {name: _octaves(rng, sigmas) for name, sigmas in octaves.items()}


def _octaves(rng: Generator, sigmas_px: Sequence[int]) -> NDArray[np.float32]:
    """(4, NOISE_SIDE, NOISE_SIDE) of summed blurred noise, unit deviation, seamless at the border."""
    total = np.zeros((4, NOISE_SIDE, NOISE_SIDE), np.float32)
    for tile in total:
        for sigma in sigmas_px:
            white = rng.standard_normal((NOISE_SIDE, NOISE_SIDE)).astype(np.float32)
            if sigma:
                white = cv2.GaussianBlur(np.pad(white, 96, "wrap"), (0, 0), sigma)[96:-96, 96:-96]
            tile += white / white.std()
        tile /= tile.std()
    return total


def _noise(rng: Generator, side_px: int, *, coarse: bool | None) -> NDArray[np.float32]:
    """(side, side), cut at a random place from a random tile, turned at random."""
    tile = _noises()[coarse][int(rng.integers(4))]
    tile = np.roll(tile, rng.integers(NOISE_SIDE, size=2), axis=(0, 1))
    repeats = -(-side_px // NOISE_SIDE)
    cut = np.tile(tile, (repeats, repeats))[:side_px, :side_px]
    return np.ascontiguousarray(np.rot90(cut, int(rng.integers(4))))
