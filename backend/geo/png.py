"""Pixels to PNG and back without a loss, in memory."""

from __future__ import annotations

import struct
from typing import Any
from uuid import uuid4

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal

from ..errors import NotWritten, UnreadableRaster
from ..message import Message
from .gdal_errors import failures_as, some

MOST_PIXELS = 1 << 27  # of a picture that is read; a screen has 2^25 at most
_HEAD, _MARK = struct.Struct(">16sIIBB"), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
_COLOURS = (2, 6)  # PNG's numbers for RGB and RGBA

_QUICKLY = ["ZLEVEL=1"]  # four times as fast as the default of 6, and 6 % larger (aerial image, 1000 px)


def to_png(pixels: NDArray[np.uint8]) -> bytes:
    """Of RGB or RGBA (H, W, 3 or 4); colours under a transparent pixel are kept."""
    name = f"/vsimem/{uuid4().hex}.png"
    with failures_as(NotWritten, Message("A picture cannot be kept as PNG.")):
        try:
            some(gdal.GetDriverByName("PNG").CreateCopy(name, _in_memory(pixels), options=_QUICKLY))
            return content_of(name)
        finally:
            gdal.Unlink(name)


def from_png(content: object) -> NDArray[np.uint8]:
    """(H, W, 3 or 4); UnreadableRaster for what to_png did not write."""
    if not isinstance(content, bytes) or not _is_ours(content):
        raise UnreadableRaster("A picture that was kept as PNG is damaged.")
    name = f"/vsimem/{uuid4().hex}.png"
    with failures_as(UnreadableRaster, Message("A picture that was kept as PNG is damaged.")):
        try:
            gdal.FileFromMemBuffer(name, content)
            bands = some(some(gdal.OpenEx(name, allowed_drivers=["PNG"])).ReadAsArray())
        finally:
            gdal.Unlink(name)
    return np.ascontiguousarray(np.moveaxis(bands, 0, 2))


def _is_ours(content: bytes) -> bool:
    """RGB or RGBA of 8 bits, of a size that fits into memory: told by the head, before a pixel is read."""
    if len(content) < _HEAD.size:
        return False
    mark, width, height, bits, colours = _HEAD.unpack_from(content)
    return mark == _MARK and 0 < width * height <= MOST_PIXELS and bits == 8 and colours in _COLOURS


def _in_memory(pixels: NDArray[np.uint8]) -> Any:
    height, width, count = pixels.shape
    raster = gdal.GetDriverByName("MEM").Create("", width, height, count, gdal.GDT_Byte)
    for number in range(count):
        raster.GetRasterBand(number + 1).WriteArray(pixels[..., number])
    return raster


def content_of(name: str) -> bytes:
    """Of a file in GDAL's memory."""
    file = some(gdal.VSIFOpenL(name, "rb"))
    try:
        return bytes(gdal.VSIFReadL(1, gdal.VSIStatL(name).size, file))
    finally:
        gdal.VSIFCloseL(file)
