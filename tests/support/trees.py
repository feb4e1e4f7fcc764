"""Pictures and masks on the disk, for the tests of what reads data sets."""

from __future__ import annotations

import pickle
from pathlib import Path

import numpy as np
from PIL import Image

WIDTH, HEIGHT = 20, 10


def picture(path: Path, width: int = WIDTH, height: int = HEIGHT, seed: int = 0) -> Path:
    """Noise, so that a part of the file is never enough."""
    path.parent.mkdir(parents=True, exist_ok=True)
    pixels = np.random.default_rng(seed).integers(0, 256, (height, width, 3), np.uint8)
    Image.fromarray(pixels).save(path)
    return path


def mask(path: Path, *boxes: tuple[int, int, int, int], width: int = WIDTH, height: int = HEIGHT, value=255):
    """Written to the path, and given back as (H, W) of bool."""
    path.parent.mkdir(parents=True, exist_ok=True)
    truth = filled(*boxes, width=width, height=height)
    Image.fromarray(truth.astype(np.uint8) * value).save(path)
    return truth


def filled(*boxes: tuple[int, int, int, int], width: int = WIDTH, height: int = HEIGHT):
    truth = np.zeros((height, width), bool)
    for x0, y0, x1, y1 in boxes:
        truth[y0:y1, x0:x1] = True
    return truth


def text(path: Path, content: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


def truncate(path: Path) -> None:
    """Half of the file is lost."""
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])


def again(sample):
    """What another process gets."""
    return pickle.loads(pickle.dumps(sample))
