"""Another day, another sensor, another continent: how the same ground may look.

All of it changes colours and sharpness only, so masks stay true. `image` is (H, W, 3), RGB.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

Image = NDArray[np.uint8]

UNTOUCHED = 0.3  # share of the views that stay as they are
GROUNDS = {  # where the mean of dull ground goes: a and b of CIE Lab around 0, and how strongly
    "red soil": (18, 22),
    "dry": (6, 20),
    "grey": (0, 0),
    "blue haze": (-2, -14),
    "green": (-10, 8),
}
SHARES = {  # of the views that are touched
    "season": 0.3, "ground": 0.3, "haze": 0.2, "grey": 0.06, "channels": 0.03, "blur": 0.25,
    "noise": 0.25, "jpeg": 0.2,
}  # fmt: skip


def relit(image: Image, rng: Generator) -> Image:
    """The same place in another light."""
    if rng.random() < UNTOUCHED:
        return image
    changes = {name for name, share in SHARES.items() if rng.random() < share}
    for name, change in CHANGES.items():
        if name in changes:
            image = change(image, rng)
    return _exposed(image, rng)


def _exposed(image: Image, rng: Generator) -> Image:
    """Gamma, contrast and brightness, each colour a little by itself, in one table."""
    level = np.arange(256, dtype=np.float32) / 255
    table = np.empty((256, 1, 3), np.float32)
    gamma, gain, lift = np.exp(rng.normal(0, 0.2)), np.exp(rng.normal(0, 0.15)), rng.normal(0, 0.05)
    for channel in range(3):
        own = np.exp(rng.normal(0, 0.06))
        table[:, 0, channel] = ((level**gamma - 0.45) * gain + 0.45 + lift) * own * 255
    return np.asarray(cv2.LUT(image, np.clip(table, 0, 255).astype(np.uint8)), np.uint8)


def _season(image: Image, rng: Generator) -> Image:
    """Plants turn yellow, brown or a deeper green."""
    whole = image.astype(np.float32)
    red, green, blue = cv2.split(whole)
    plants = np.clip((2 * green - red - blue) / 40, 0, 1)[..., None] * np.float32(rng.uniform(0.3, 1))
    kept = np.array(rng.choice([[1.35, 1.0, 0.7], [1.3, 0.9, 0.75], [0.8, 0.95, 0.8], [1.1, 1.1, 1.1]]))
    return np.asarray(np.clip(whole * (1 + plants * (kept.astype(np.float32) - 1)), 0, 255), np.uint8)


def _ground(image: Image, rng: Generator) -> Image:
    """Soil of another continent: what is dull and neither dark nor bright takes its colour."""
    lab = cv2.cvtColor(image, cv2.COLOR_RGB2Lab).astype(np.float32)
    dull = np.clip(1.4 - np.hypot(lab[..., 1] - 128, lab[..., 2] - 128) / 18, 0, 1)
    middle = np.clip(1.5 - np.abs(lab[..., 0] - 125) / 70, 0, 1)
    share = (dull * middle * np.float32(rng.uniform(0.3, 0.9)))[..., None]
    wanted = np.array(list(GROUNDS.values())[int(rng.integers(len(GROUNDS)))], np.float32) + 128
    lab[..., 1:] += share * (wanted - lab[..., 1:])
    return np.asarray(cv2.cvtColor(np.clip(lab, 0, 255).astype(np.uint8), cv2.COLOR_Lab2RGB), np.uint8)


def _haze(image: Image, rng: Generator) -> Image:
    share, veil = rng.uniform(0.05, 0.35), rng.uniform(170, 240, 3) * (0.97, 1.0, 1.03)
    layer = np.broadcast_to(np.clip(veil, 0, 255).astype(np.uint8), image.shape)
    return np.asarray(cv2.addWeighted(image, 1 - share, np.ascontiguousarray(layer), share, 0), np.uint8)


def _grey(image: Image, rng: Generator) -> Image:
    """A panchromatic sensor's."""
    weights = rng.dirichlet((2, 4, 2)).astype(np.float32)
    return np.asarray(cv2.transform(image, np.tile(weights, (3, 1))), np.uint8)


def _channels(image: Image, rng: Generator) -> Image:
    """False colour."""
    return np.ascontiguousarray(image[..., rng.permutation(3)])


def _blur(image: Image, rng: Generator) -> Image:
    """Out of focus, or enlarged from fewer pixels."""
    side = len(image)
    if rng.random() < 0.5:
        return np.asarray(
            cv2.GaussianBlur(image, (0, 0), float(rng.uniform(0.4, 1.2)) * side / 256), np.uint8
        )
    fewer = int(side / rng.uniform(1.2, 2.5))
    small = cv2.resize(image, (fewer, fewer), interpolation=cv2.INTER_AREA)
    how = cv2.INTER_NEAREST if rng.random() < 0.2 else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(small, (side, side), interpolation=how), np.uint8)


def _noise(image: Image, rng: Generator) -> Image:
    grain = rng.integers(0, 256, (64, 64), np.uint8)  # a tile of it, shuffled by its place
    tiled = np.tile(grain, (-(-image.shape[0] // 64), -(-image.shape[1] // 64)))
    tiled = tiled[: image.shape[0], : image.shape[1], None].astype(np.float32) - 128
    return np.asarray(np.clip(image + tiled * rng.uniform(0.02, 0.12), 0, 255), np.uint8)


def _jpeg(image: Image, rng: Generator) -> Image:
    quality = [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(35, 92))]
    _, written = cv2.imencode(".jpg", image, quality)
    return np.asarray(cv2.imdecode(written, cv2.IMREAD_COLOR), np.uint8)


CHANGES = {
    "season": _season, "ground": _ground, "haze": _haze, "grey": _grey, "channels": _channels,
    "blur": _blur, "noise": _noise, "jpeg": _jpeg,
}  # fmt: skip
