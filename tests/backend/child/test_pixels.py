"""Pixels in files: as they were, for the user alone, and an error where the disk is full."""

from __future__ import annotations

import stat
import subprocess
import sys

import numpy as np
import pytest
from askmap.backend.child.pixels import (
    map_scene,
    read_image,
    read_masks,
    write_image,
    write_masks,
    write_scene,
)
from askmap.backend.errors import NotWritten

RNG = np.random.default_rng(0)


@pytest.mark.parametrize(("height", "width"), [(1, 1), (5, 8), (7, 3)])
def test_a_scene_is_mapped_as_it_was_written(tmp_path, height, width):
    image = RNG.integers(0, 256, (height, width, 3), np.uint8)
    valid = RNG.random((height, width)) < 0.5
    write_scene(tmp_path / "scene", image, valid)
    image_back, valid_back = map_scene(tmp_path / "scene", height, width)
    assert np.array_equal(image_back, image)
    assert np.array_equal(valid_back, valid)
    assert (image_back.dtype, valid_back.dtype) == (np.uint8, np.bool_)
    assert image_back.flags.c_contiguous
    assert image_back.flags.writeable  # torch warns of arrays that are not


def test_what_is_changed_in_a_mapped_scene_stays_here(tmp_path):
    write_scene(tmp_path / "scene", np.zeros((2, 2, 3), np.uint8), np.ones((2, 2), bool))
    map_scene(tmp_path / "scene", 2, 2)[0][:] = 9
    assert not map_scene(tmp_path / "scene", 2, 2)[0].any()


@pytest.mark.parametrize("shape", [(0, 5, 8), (1, 1, 1), (3, 5, 7), (5, 7)])
def test_masks_are_read_as_they_were_written(tmp_path, shape):
    masks = RNG.random(shape) < 0.5
    write_masks(tmp_path / "masks", masks)
    back = read_masks(tmp_path / "masks", shape)
    assert np.array_equal(back, masks)
    assert (back.dtype, back.shape) == (np.bool_, shape)


def test_masks_that_are_a_part_of_others_are_written_alone(tmp_path):
    masks = RNG.random((3, 6, 8)) < 0.5
    write_masks(tmp_path / "masks", masks[:, ::2, 1:])
    assert np.array_equal(read_masks(tmp_path / "masks", (3, 3, 7)), masks[:, ::2, 1:])


def test_an_image_is_read_as_it_was_written(tmp_path):
    image = RNG.integers(0, 256, (4, 6, 3), np.uint8)
    write_image(tmp_path / "seen", image[::2])
    assert np.array_equal(read_image(tmp_path / "seen", 2, 6), image[::2])


@pytest.mark.parametrize("shape", [(2, 5, 8), (1, 5, 9), (0, 5, 8), (1 << 30, 1 << 20, 1 << 20)])
def test_a_file_of_another_size_is_refused_before_it_is_read(tmp_path, shape):
    write_masks(tmp_path / "masks", np.ones((1, 5, 8), bool))
    with pytest.raises(ValueError, match="bytes"):
        read_masks(tmp_path / "masks", shape)
    with pytest.raises(ValueError, match="bytes"):
        read_image(tmp_path / "masks", shape[1], shape[2])


@pytest.mark.parametrize("name", ["scene", "masks", "seen"])
def test_nobody_else_may_read_the_files(tmp_path, name):
    write_scene(tmp_path / "scene", np.zeros((2, 2, 3), np.uint8), np.ones((2, 2), bool))
    write_masks(tmp_path / "masks", np.ones((1, 2, 2), bool))
    write_image(tmp_path / "seen", np.zeros((2, 2, 3), np.uint8))
    assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600


def test_a_file_that_is_there_is_never_written_over(tmp_path):
    (tmp_path / "mine").write_text("kept")
    (tmp_path / "masks").symlink_to(tmp_path / "mine")
    with pytest.raises(NotWritten):
        write_masks(tmp_path / "masks", np.ones((1, 2, 2), bool))
    assert (tmp_path / "mine").read_text() == "kept"


FULL = """
import resource, sys
from pathlib import Path
import numpy as np
from askmap.backend.child.pixels import write_masks
from askmap.backend.errors import NotWritten
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_masks(Path(sys.argv[1], "masks"), np.ones((1, 1000, 1000), bool))
except NotWritten as error:
    print(error, error.hint)
"""


def test_a_full_disk_is_an_error_with_a_next_step(tmp_path):
    command = [sys.executable, "-c", FULL, str(tmp_path)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert f"cannot be written to {tmp_path}: File too large. Free some space" in told
