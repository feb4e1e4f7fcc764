"""What SAM2 made of the last scenes is found again by their pixels."""

from __future__ import annotations

import numpy as np
import pytest
from askmap.backend.engine.embedding_cache import KEPT, EmbeddingCache
from askmap.backend.stages import CheckCancelled, Grid, Scene


class Encoder:
    """Counts how often it is asked."""

    def __init__(self) -> None:
        self.asked: list[Scene] = []

    def __call__(self, scene: Scene, check_cancelled: CheckCancelled) -> int:
        self.asked.append(scene)
        return len(self.asked)


def scene_of(level: int, width: int = 8, height: int = 4, source: str = "a.tif") -> Scene:
    image = np.full((height, width, 3), level, np.uint8)
    return Scene(image, np.ones((height, width), bool), Grid(width, height, (1, 0, 0, 0, -1, 0)), source)


def test_the_same_pixels_are_encoded_once_whoever_holds_them():
    encoder = Encoder()
    encodings = EmbeddingCache(encoder)
    assert encodings.of(scene_of(7)) == encodings.of(scene_of(7, source="b.tif")) == 1
    assert len(encoder.asked) == 1


def test_pixels_that_lie_otherwise_in_memory_are_the_same_pixels():
    scene = scene_of(0)
    scene.image[:] = np.arange(96, dtype=np.uint8).reshape(4, 8, 3)
    turned = np.ascontiguousarray(scene.image.transpose(1, 0, 2)).transpose(1, 0, 2)
    assert not turned.flags.c_contiguous
    encodings = EmbeddingCache(Encoder())
    assert encodings.of(scene) == encodings.of(Scene(turned, scene.valid, scene.grid, "")) == 1


def test_another_shape_or_another_pixel_is_another_scene():
    encodings, changed = EmbeddingCache(Encoder()), scene_of(7)
    changed.image[0, 0, 0] = 8
    assert [encodings.of(s) for s in (scene_of(7), scene_of(7, 4, 8), changed)] == [1, 2, 3]


def test_only_the_last_scenes_are_kept():
    encoder = Encoder()
    encodings = EmbeddingCache(encoder)
    for level in range(KEPT):
        encodings.of(scene_of(level))
    encodings.of(scene_of(0))  # now the one that was asked for last
    encodings.of(scene_of(KEPT))
    assert len(encoder.asked) == KEPT + 1
    encodings.of(scene_of(0))
    assert len(encoder.asked) == KEPT + 1
    encodings.of(scene_of(1))
    assert len(encoder.asked) == KEPT + 2


def test_what_fails_is_tried_again():
    def fails(scene: Scene, check_cancelled: CheckCancelled) -> None:
        raise MemoryError

    encodings = EmbeddingCache(fails)
    for _ in range(2):
        with pytest.raises(MemoryError):
            encodings.of(scene_of(1))
