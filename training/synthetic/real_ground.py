"""Real ground for generated landscapes: tiles of aerial imagery, side by side, turned and tinted."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from ..data.samples import BadData

REAL_SHARE = 0.7  # of the landscapes that may have real ground
MOST_ACROSS = 5  # tiles along a side
CONTRAST = (0.3, 1.0)  # against the tiles': asphalt and grass are plainer than roofs
TINT = 0.15  # largest change of a colour channel, as a share
ENDINGS = (".png", ".jpg", ".jpeg", ".tif")


def real_ground(rng: Generator, folder: Path, side_px: int) -> NDArray[np.uint8]:
    """(side, side, 3), RGB; raises BadData where the folder holds no picture."""
    tiles, across = _tiles(folder), int(rng.integers(1, MOST_ACROSS + 1))
    edge = -(-side_px // across)
    rows = [np.hstack([_turned(rng, tiles, edge) for _ in range(across)]) for _ in range(across)]
    whole = np.vstack(rows)[:side_px, :side_px].astype(np.float32)
    middle = whole.mean((0, 1))
    whole = middle + (whole - middle) * rng.uniform(*CONTRAST)
    tint = rng.uniform(1 - TINT, 1 + TINT, 3) * rng.uniform(0.8, 1.2)
    return np.asarray(np.clip(whole * tint, 0, 255), np.uint8)


def _turned(rng: Generator, tiles: tuple[NDArray[np.uint8], ...], edge_px: int) -> NDArray[np.uint8]:
    tile = tiles[int(rng.integers(len(tiles)))]
    turned = np.rot90(tile, int(rng.integers(4)))[:, :: int(rng.choice((1, -1)))]
    squeezed = cv2.resize(np.ascontiguousarray(turned), (edge_px, edge_px), interpolation=cv2.INTER_LINEAR)
    return np.asarray(squeezed, np.uint8)


@lru_cache(maxsize=1)
def _tiles(folder: Path) -> tuple[NDArray[np.uint8], ...]:
    files = sorted(path for path in folder.glob("*") if path.suffix.lower() in ENDINGS)
    if not files:
        raise BadData(
            "There are no pictures in {folder}.", "Name a folder with tiles of aerial imagery.", folder=folder
        )
    return tuple(_read(file) for file in files)


def _read(file: Path) -> NDArray[np.uint8]:
    image = cv2.imread(str(file), cv2.IMREAD_COLOR)
    if image is None:
        raise BadData("The picture {image} cannot be read.", image=file)
    return np.asarray(image[..., ::-1], np.uint8)
