"""backend/samples/bop_format.py: our own layout, written without what only training has."""

from __future__ import annotations

import json
import subprocess
import sys

import numpy as np
import pytest
from askmap.backend.errors import BadData, NotWritten
from askmap.backend.samples.bop_format import (
    Row,
    line_of,
    picture_path,
    put_mask,
    put_picture,
    read_rows,
    write_samples,
)
from askmap.backend.stages import Box, Point, Target
from PIL import Image
from rasters import full_disk

SHIP = Target(Box(2.25, 3, 8, 7), (Point(3.5, 4.5), Point(6.5, 5.5)), "ship")
ROWS = [
    Row("a", "images/a.png", ("Where is a hull?", "Où ?"), (SHIP,), "masks/a.png", "ship", "It floats."),
    Row("b", "images/b.png", ("Where is a hull?",), ()),
    Row("c", "images/a.png", ("Which part is wet?",), None, "masks/a.png"),
]


def test_rows_come_back_as_they_were_written(tmp_path):
    assert read_rows(write_samples(tmp_path, ROWS)) == ROWS


def test_a_line_says_only_what_is_known():
    assert json.loads(line_of(ROWS[1])) == {
        "name": "b",
        "image": "images/b.png",
        "questions": ["Where is a hull?"],
        "targets": [],
    }
    prompt = Target(SHIP.box, SHIP.points, "ship", (0, 3), (Point(1, 1),))
    assert line_of(Row("a", "a.png", ("?",), (prompt,))) == line_of(Row("a", "a.png", ("?",), (SHIP,)))


def test_pictures_and_masks_are_whole_pngs(tmp_path):
    pixels = np.random.default_rng(0).integers(0, 256, (7, 5, 3), np.uint8)
    path = put_picture(tmp_path, "Lübeck 2", pixels)
    assert path == picture_path("Lübeck 2")
    with Image.open(tmp_path / path) as image:
        assert (image.format, image.mode) == ("PNG", "RGB")
        assert np.array_equal(np.asarray(image), pixels)
    with Image.open(tmp_path / put_mask(tmp_path, "m", pixels[..., 0] > 99)) as image:
        assert (image.format, image.mode) == ("PNG", "L")
        assert np.array_equal(np.asarray(image), np.where(pixels[..., 0] > 99, 255, 0))


def test_a_full_disk_leaves_no_half_picture(tmp_path):
    noise = np.random.default_rng(0).integers(0, 256, (40, 40, 3), np.uint8)
    with full_disk(), pytest.raises(NotWritten):
        put_picture(tmp_path, "a", noise)
    assert list((tmp_path / "images").iterdir()) == []


def test_a_row_has_a_name_a_question_and_something_to_teach():
    for bad in ({"name": " "}, {"questions": ()}, {"questions": (" ",)}, {"targets": None}):
        with pytest.raises(ValueError, match="needs|neither"):
            Row(**{"name": "a", "image": "a.png", "questions": ("?",), "targets": (), **bad})


def test_a_row_that_leaves_its_folder_is_not_written(tmp_path):
    for row in (Row("a", "../a.png", ("?",), ()), Row("a", "a.png", ("?",), (), "/m.png")):
        with pytest.raises(BadData, match="lies outside"):
            write_samples(tmp_path, [row])


def test_it_comes_without_the_packages_of_training_and_of_the_engine():
    script = (
        "import sys, askmap.backend.samples.lesson\n"
        "print(sorted({'PIL', 'cv2', 'torch', 'scipy', 'askmap.training'} & set(sys.modules)))"
    )
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert said.stdout == "[]\n"
