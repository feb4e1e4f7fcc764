"""Pictures and masks off the disk; whatever is wrong with a file becomes one BadData that names it.

Sizes are looked at before anything is decoded. Texts are read by backend/validation.py.
"""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from ...backend.message import Message
from ...backend.validation import json_from, read_lines, shown
from .samples import BadData, Mask, Picture

JSON_BYTES = 2**30  # of a whole file, which takes ten times that when it is read; COCO's largest has 0.5 GB
MOST_PIXELS = 89_478_485  # of one picture, where Pillow begins to warn: 256 MiB of RGB
HALF = 127  # of 255: a lossy mask is grey along its edges and never quite 0
EIGHT_BITS = ("1", "L", "LA", "P", "PA", "RGB", "RGBA", "RGBX", "CMYK", "YCbCr")  # Pillow's modes
_HINT = Message("Cut it into tiles, or give it as a raster with a GeoPackage of polygons.")
# what Pillow's readers let out where a file is damaged
_DAMAGE = (OSError, SyntaxError, ValueError, TypeError, LookupError, EOFError, struct.error, zlib.error)


def read_picture(path: Path) -> Picture:
    """RGB (H, W, 3) of an 8-bit picture; transparency is left out, and so is a camera's turn of it."""
    with _opened(path) as image:
        if image.mode not in EIGHT_BITS:
            raise BadData(
                "{path} has pixels of more than 8 bits ({mode}).", hint=_HINT, path=path, mode=image.mode
            )
        return np.array(image.convert("RGB"), np.uint8)


def read_mask(path: Path, picture: Path) -> Mask:
    """(H, W), True where any colour is not 0; in a JPEG, where it is brighter than HALF."""
    with _opened(path) as image:
        pixels, lossy = np.asarray(image), image.format == "JPEG"
        if image.mode in ("LA", "PA", "RGBA", "RGBX"):
            pixels = pixels[..., :-1]
    mask: Mask = pixels > (HALF if lossy else 0)
    return check_fits(np.asarray(mask.any(-1)) if mask.ndim == 3 else mask, str(path), picture)


def no_mask(picture: Path) -> Mask:
    """As large as the picture, and nowhere True."""
    width, height = size_of(picture)
    return np.zeros((height, width), np.bool_)


def check_fits(mask: Mask, place: str, picture: Path) -> Mask:
    """The mask itself, where it is as large as the picture."""
    width, height = size_of(picture)
    if mask.shape != (height, width):
        sizes = f"{mask.shape[1]} x {mask.shape[0]} pixels, but its picture {picture} has {width} x {height}"
        raise BadData("The mask {place} has {sizes}.", place=place, sizes=sizes)
    return mask


def size_of(picture: Path) -> tuple[int, int]:
    """(width, height), without decoding a pixel."""
    with _opened(picture) as image:
        return image.size


@contextmanager
def _opened(path: Path) -> Iterator[Image.Image]:
    try:
        with Image.open(path) as image:
            if image.width * image.height > MOST_PIXELS:
                raise BadData(
                    "{place} claims {width} x {height} pixels.",
                    hint=_HINT,
                    place=path,
                    width=image.width,
                    height=image.height,
                )
            yield image
    except FileNotFoundError as error:
        raise BadData("There is no picture {path}.", path=path) from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise BadData(
            "{path} claims more than {limit} pixels.", hint=_HINT, path=path, limit=MOST_PIXELS
        ) from error
    except _DAMAGE as error:
        raise BadData(
            "{path} is no picture that can be read, or is damaged: {error}.", path=path, error=shown(error)
        ) from error


def read_json(path: Path) -> Any:
    """The content of a whole file."""
    check_bytes(path)
    return json_from("\n".join(line for _, line in read_lines(path, empty=True)), str(path))


def check_bytes(path: Path) -> None:
    """Before a text that has to be read as a whole: raises BadData where it is longer than JSON_BYTES."""
    try:
        size = path.stat().st_size if path.is_file() else 0
    except OSError as error:
        raise BadData(
            "{file} cannot be read: {reason}.", file=path, reason=error.strerror or error
        ) from error
    if size > JSON_BYTES:
        raise BadData(
            "{path} has {size:,.1f} GB, more than the {limit:,.1f} that are read.",
            hint="Cut it into several files, each with some of the pictures.",
            path=path,
            size=size / 1e9,
            limit=JSON_BYTES / 1e9,
        )


def first_there(candidates: Iterable[Path], what: str) -> Path:
    """The first of several places of a published layout."""
    tried = list(candidates)
    for candidate in tried:
        if os.path.exists(candidate):  # False, not an error, for a name that no file can have
            return candidate
    raise BadData("There is no {what}: {names} was looked for.", what=what, names=", ".join(map(str, tried)))
