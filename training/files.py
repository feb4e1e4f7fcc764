"""Pictures, masks and texts off the disk; whatever is wrong with a file becomes one BadData that names it.

What a file says is only data here: texts are cleaned and bounded, sizes are looked at before anything is
decoded, and a path that a file names stays inside its folder.
"""

from __future__ import annotations

import json
import math
import reprlib
import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any, TypeVar

import numpy as np
from PIL import Image

from ..backend.text import printable
from .samples import BadData, Mask, Picture

MOST_PIXELS = 89_478_485  # of one picture, where Pillow begins to warn: 256 MiB of RGB
FIRST_LINE_BYTES = 2**20  # of a file that may be anything
MOST_LETTERS = 4000  # of one question; the longest of the published ones have a few hundred
HALF = 127  # of 255: a lossy mask is grey along its edges and never quite 0
EIGHT_BITS = ("1", "L", "LA", "P", "PA", "RGB", "RGBA", "RGBX", "CMYK", "YCbCr")  # Pillow's modes
_HINT = "Cut it into tiles, or give it as a raster with a GeoPackage of polygons."
# what Pillow's readers let out where a file is damaged
_DAMAGE = (OSError, SyntaxError, ValueError, TypeError, LookupError, EOFError, struct.error, zlib.error)

_KINDS = {str: "a text", list: "a list", dict: "an object", int: "a whole number"}

T = TypeVar("T")


def read_picture(path: Path) -> Picture:
    """RGB (H, W, 3) of an 8-bit picture; transparency is left out, and so is a camera's turn of it."""
    with _opened(path) as image:
        if image.mode not in EIGHT_BITS:
            raise BadData(f"{path} has pixels of more than 8 bits ({image.mode}).", hint=_HINT)
        return np.array(image.convert("RGB"), np.uint8)


def read_mask(path: Path, picture: Path) -> Mask:
    """(H, W), True where any colour is not 0; in a JPEG, where it is brighter than HALF."""
    with _opened(path) as image:
        pixels, lossy = np.asarray(image), image.format == "JPEG"
        if image.mode in ("LA", "PA", "RGBA", "RGBX"):
            pixels = pixels[..., :-1]
    mask: Mask = pixels > (HALF if lossy else 0)
    return fitting(mask.any(-1) if mask.ndim == 3 else mask, str(path), picture)


def no_mask(picture: Path) -> Mask:
    """As large as the picture, and nowhere True."""
    width, height = size_of(picture)
    return np.zeros((height, width), np.bool_)


def fitting(mask: Mask, place: str, picture: Path) -> Mask:
    """The mask itself, where it is as large as the picture."""
    width, height = size_of(picture)
    if mask.shape != (height, width):
        sizes = f"{mask.shape[1]} x {mask.shape[0]} pixels, but its picture {picture} has {width} x {height}"
        raise BadData(f"The mask {place} has {sizes}.")
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
                raise BadData(f"{path} claims {image.width} x {image.height} pixels.", hint=_HINT)
            yield image
    except FileNotFoundError as error:
        raise BadData(f"There is no picture {path}.") from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise BadData(f"{path} claims more than {MOST_PIXELS} pixels.", hint=_HINT) from error
    except _DAMAGE as error:
        raise BadData(f"{path} is no picture that can be read, or is damaged: {shown(error)}.") from error


def read_json(path: Path) -> Any:
    """The content of a whole file."""
    return json_from("\n".join(line for _, line in read_lines(path, empty=True)), str(path))


def json_from(text: str, place: str) -> Any:
    """The message names the line inside `text`, where it has several."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        line = f", line {error.lineno}," if "\n" in text else ""
        raise BadData(f"{place}{line} is not JSON: {error.msg} at letter {error.colno}.") from error
    except (ValueError, RecursionError) as error:  # a number of too many digits, or too many brackets
        raise BadData(f"{place} is not JSON that can be read: {shown(error)}.") from error


def read_lines(path: Path, *, empty: bool = False) -> Iterator[tuple[int, str]]:
    """(number, line) from 1; without the empty ones, unless asked for. The file must be UTF-8."""
    try:
        with path.open("rb") as file:
            for number, raw in enumerate(file, start=1):
                line = _decoded(raw.removeprefix(b"\xef\xbb\xbf") if number == 1 else raw, path, number)
                if empty or line.strip():
                    yield number, line.rstrip("\r\n")
    except OSError as error:
        raise BadData(f"{path} cannot be read: {error.strerror or error}.") from error


def first_line(path: Path) -> bytes:
    """At most FIRST_LINE_BYTES of the first one that is not empty, to tell what the file is."""
    try:
        with path.open("rb") as file:
            lines = iter(lambda: file.readline(FIRST_LINE_BYTES), b"")
            return next((line for line in lines if line.strip()), b"")
    except OSError as error:
        raise BadData(f"{path} cannot be read: {error.strerror or error}.") from error


def _decoded(raw: bytes, path: Path, number: int) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        raise BadData(f"{path}, line {number}, is not UTF-8.") from error


def field(row: object, key: str, kind: type[T], place: str) -> T:
    """The value of a key that has to be there and of this kind, one of _KINDS; a truth is no number."""
    value = row.get(key) if isinstance(row, Mapping) else None
    if isinstance(value, bool) or not isinstance(value, kind):
        raise BadData(f"{place.removesuffix(',')}: «{key}» should be {_KINDS[kind]}, not {told(value)}.")
    return value


def words(value: object, place: str) -> str:
    """A question or another text of a person's, cleaned; it has to say something."""
    text = printable(value).strip() if isinstance(value, str) else ""
    if not text:
        raise BadData(f"{place} has no words.")
    if len(text) > MOST_LETTERS:
        raise BadData(f"{place} has {len(text)} letters, more than the {MOST_LETTERS} that are read.")
    return text


def numbers(value: object, count: int, place: str) -> tuple[float, ...]:
    """So many finite numbers."""
    if not isinstance(value, (list, tuple)) or len(value) != count or not all(map(_is_number, value)):
        raise BadData(f"{place} should be {count} numbers, not {told(value)}.")
    return tuple(float(each) for each in value)


def _is_number(value: object) -> bool:
    whole = isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**53
    return whole or isinstance(value, float) and math.isfinite(value)


def inside(folder: Path, name: object, place: str) -> Path:
    """The file that a row names, which must lie in the folder or below it."""
    if not isinstance(name, str) or not name.strip() or "\0" in name:
        raise BadData(f"{place} names no file.")
    for path in (PurePosixPath(name), PureWindowsPath(name)):
        if path.anchor or ".." in path.parts:
            raise BadData(f"{place} names «{shown(name)}», which lies outside of {folder}.")
    return folder / name


def first_there(candidates: Iterable[Path], what: str) -> Path:
    """The first of several places of a published layout."""
    tried = list(candidates)
    for candidate in tried:
        if candidate.exists():
            return candidate
    raise BadData(f"There is no {what}: {', '.join(map(str, tried))} was looked for.")


def told(value: object) -> str:
    """A value as it would be written, short."""
    return shown(reprlib.repr(value))


def shown(value: object) -> str:
    """Something from outside, short and on one line, to stand in a message."""
    text = " ".join(printable(str(value)).split()).rstrip(".")
    return text if len(text) <= 80 else f"{text[:79]}…"
