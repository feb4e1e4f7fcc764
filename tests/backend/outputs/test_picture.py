"""An Answer as one picture."""

from __future__ import annotations

import numpy as np
import pytest
from askmap.backend.errors import NotWritten
from askmap.backend.outputs.palette import PALETTE
from askmap.backend.outputs.picture import SIDE_PX, drawn, write_picture
from askmap.backend.stages import (
    Answer,
    Box,
    Grid,
    Grounding,
    MaskSet,
    Point,
    Provenance,
    Question,
    Scene,
    Target,
)
from PIL import Image

POOL = Target(Box(2, 2, 8, 6), (Point(4, 4),), "pool")


def scene_of(width, height):
    grid = Grid(width, height, (1, 0, 0, 0, -1, 0))
    image = np.full((height, width, 3), 100, np.uint8)
    return Scene(image, np.ones((height, width), np.bool_), grid, "scene")


def answer_of(scene, targets=(POOL,), question="Where can one swim?", thought="A pool lies in the west."):
    height, width = scene.grid.height, scene.grid.width
    masks = np.zeros((len(targets), height, width), np.bool_)
    for mask, target in zip(masks, targets):
        if target.box:
            mask[int(target.box.y0) : int(target.box.y1), int(target.box.x0) : int(target.box.x1)] = True
    made = Provenance("scene", "r", "0", "s", "0", "cpu", 0, "2026-01-01T00:00:00+00:00", "0.1.0")
    grounding = Grounding(thought, targets, thought, "plain")
    return Answer(
        Question(question), grounding, MaskSet(masks, np.ones(len(targets), np.float32)), scene.grid, made
    )


def test_masks_are_tinted_and_the_rest_of_the_scene_is_left_alone():
    scene = scene_of(20, 10)
    pixels = np.asarray(drawn(scene, answer_of(scene)))
    assert pixels[175, 350].tolist() != [100, 100, 100]
    assert pixels[400, 900].tolist() == [100, 100, 100]


def test_a_mask_and_its_box_are_outlined_in_the_targets_colour():
    scene = scene_of(20, 10)
    colours = set(map(tuple, np.asarray(drawn(scene, answer_of(scene))).reshape(-1, 3)))
    assert PALETTE[0] in colours
    assert PALETTE[1] not in colours


@pytest.mark.parametrize("size", [(1, 1), (3000, 2000), (2, 900), (900, 1)])
def test_scenes_of_any_size_are_shown_at_one_size(size):
    scene = scene_of(*size)
    targets = (Target(Box(0, 0, *size), (Point(0.5, 0.5),), "all"),)
    assert SIDE_PX <= max(drawn(scene, answer_of(scene, targets)).size) <= 2 * SIDE_PX


def test_the_words_make_the_picture_taller():
    scene = scene_of(20, 10)
    short, long = (drawn(scene, answer_of(scene, thought=t)) for t in ("A pool.", "A pool lies here. " * 20))
    assert SIDE_PX // 2 < short.height < long.height


def test_an_endless_thought_is_cut():
    scene = scene_of(10, 10)
    heights = {drawn(scene, answer_of(scene, thought="pool " * n)).height for n in (5_000, 20_000)}
    assert len(heights) == 1


@pytest.mark.parametrize(
    "words",
    ["哪里可以降落直升机？" * 20, "Où ça?", "مسبح", "🚁", "a\x1b[31m\ud800b", "x" * 500, "a\nb\tc", " "],
)
def test_any_words_can_be_drawn(words):
    scene = scene_of(30, 20)
    targets = (Target(Box(1, 1, 5, 5), (), words),)
    drawn(scene, answer_of(scene, targets, question=words if words.strip() else "?", thought=words))


def coloured(picture):
    """The colours of the palette that are in it."""
    return {colour for _, colour in picture.getcolors(picture.width * picture.height)} & set(PALETTE)


def test_points_alone_are_drawn_and_nothing_where_nothing_was_found():
    scene = scene_of(30, 20)
    pointed = drawn(scene, answer_of(scene, (Target(None, (Point(29.9, 19.9),)),)))
    assert coloured(pointed) == {PALETTE[0]}
    assert coloured(drawn(scene, answer_of(scene, ()))) == set()


def test_a_box_is_drawn_also_where_its_mask_is_empty():
    scene = scene_of(30, 20)
    boxed = answer_of(scene)
    boxed.masks.masks[:] = False
    assert coloured(drawn(scene, boxed)) == {PALETTE[0]}


def test_more_targets_than_colours_begin_the_colours_anew():
    scene = scene_of(30, 20)
    boxes = tuple(Target(Box(i, i, i + 2, i + 2)) for i in range(15))
    assert coloured(drawn(scene, answer_of(scene, boxes))) == set(PALETTE)


def test_what_is_written_is_a_png(tmp_path):
    scene = scene_of(20, 10)
    write_picture(scene, answer_of(scene), tmp_path / "answer.png")
    with Image.open(tmp_path / "answer.png") as picture:
        assert picture.format == "PNG"
    assert [file.name for file in tmp_path.iterdir()] == ["answer.png"]


@pytest.mark.parametrize("name", ["no/such/folder.png", "answer.bmp"])
def test_what_cannot_be_written_is_said(tmp_path, name):
    scene = scene_of(20, 10)
    with pytest.raises(NotWritten):
        write_picture(scene, answer_of(scene), tmp_path / name)
    assert list(tmp_path.iterdir()) == []
