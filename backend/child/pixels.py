"""Pixels and masks in files of a folder that both processes know; only their names go through the pipe.

They are written, not stored through a map of the memory: where the disk is full, that is an error here and
not the end of the process. Nobody else may read them. Shapes: H rows, W columns, N masks.
"""

from __future__ import annotations

import math
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..errors import NotWritten

SCENE = "scene"  # the name of the file of its pixels
READ_AND_WRITE = 0o600  # for the user alone


def make_pixels_folder() -> Path:
    """For this user alone. NotWritten where there is no room for it."""
    with _not_written(Path(tempfile.tempdir or os.environ.get("TMPDIR", os.curdir), SCENE)):
        return Path(tempfile.mkdtemp(prefix="askmap-"))


def write_scene(path: Path, image: NDArray[np.uint8], valid: NDArray[np.bool_]) -> None:
    """NotWritten where the disk is full."""
    _write(path, image, valid)


def map_scene(path: Path, height: int, width: int) -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
    """Image (H, W, 3) and valid (H, W) as they lie in the file; what is changed in them stays here."""
    pixels = height * width
    flat = np.memmap(path, np.uint8, mode="c", shape=(4 * pixels,))
    image, valid = flat[: 3 * pixels], flat[3 * pixels :]
    return np.asarray(image).reshape(height, width, 3), np.asarray(valid).view(bool).reshape(height, width)


def write_masks(path: Path, masks: NDArray[np.bool_]) -> None:
    """Eight pixels in a byte. NotWritten where the disk is full."""
    _write(path, np.packbits(masks.reshape(-1)))


def read_masks(path: Path, shape: tuple[int, ...]) -> NDArray[np.bool_]:
    """ValueError for a file of another size."""
    count = math.prod(shape)
    bits = np.unpackbits(_read(path, -(-count // 8)), count=count)
    return bits.view(bool).reshape(shape)


def write_image(path: Path, image: NDArray[np.uint8]) -> None:
    _write(path, image)


def read_image(path: Path, height: int, width: int) -> NDArray[np.uint8]:
    """(H, W, 3); ValueError for a file of another size."""
    return _read(path, height * width * 3).reshape(height, width, 3)


def remove_pixels(folder: Path) -> None:
    """Files that are written here, and the folder where nothing else is in it.

    All of them may go meanwhile: whoever wrote them removes them, too.
    """
    with suppress(OSError, ValueError):  # ValueError: what no path can be
        for name in os.listdir(folder):
            if name == SCENE or name.endswith((".masks", ".seen")):
                with suppress(OSError):
                    os.unlink(folder / name)
        folder.rmdir()


def _write(path: Path, *arrays: NDArray[Any]) -> None:
    with _not_written(path):
        file = os.open(
            path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), READ_AND_WRITE
        )
        with os.fdopen(file, "wb") as stream:
            for array in arrays:
                stream.write(np.ascontiguousarray(array).data.cast("B") if array.size else b"")


def _read(path: Path, expected: int) -> NDArray[np.uint8]:
    size = path.stat().st_size
    if size != expected:
        raise ValueError(f"{path.name} has {size:,} bytes, not {expected:,}")
    return np.fromfile(path, np.uint8)


@contextmanager
def _not_written(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise NotWritten(
            "The pixels cannot be written to {folder}: {reason}.",
            hint="Free some space there, and ask again.",
            folder=path.parent,
            reason=error.strerror or error,
        ) from error
