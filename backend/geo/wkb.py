"""Outlines as WKB, looked through before GDAL or QGIS reads them: their sizes are a stranger's claims."""

from __future__ import annotations

import struct

import numpy as np

LARGEST_BYTES = 1 << 26
FARTHEST = 1e15  # of any coordinate, in any unit of a map
_POLYGON, _MULTI_POLYGON = 3, 6
_FEWEST_PLACES = 4  # of a ring, whose last place is its first
_HAS_Z, _HAS_M = 0x80000000, 0x40000000  # the older spelling; the newer one counts in thousands


def check_outline(content: object) -> bytes:
    """Of a Polygon or MultiPolygon, perhaps an empty one; ValueError for anything else."""
    if not isinstance(content, bytes) or len(content) > LARGEST_BYTES:
        raise ValueError("an outline is some bytes of WKB")
    try:
        end = _end_of_shape(content)
    except struct.error as error:
        raise ValueError("the WKB of an outline is cut off") from error
    if end != len(content):
        raise ValueError(f"the WKB of an outline has {len(content)} bytes, not {end}")
    return content


def _end_of_shape(content: bytes) -> int:
    order, kind, dimensions, at = _head(content, 0)
    if kind == _POLYGON:
        return _end_of_rings(content, at, order, dimensions, fewest=0)
    if kind != _MULTI_POLYGON:
        raise ValueError(f"an outline is no geometry of the kind {kind}")
    (count,) = struct.unpack_from(f"{order}I", content, at)
    at += 4
    for _ in range(count):  # each takes some bytes, so that a false count ends at the end
        order, kind, dimensions, at = _head(content, at)
        if kind != _POLYGON:
            raise ValueError(f"an outline has no part of the kind {kind}")
        at = _end_of_rings(content, at, order, dimensions, fewest=1)
    return at


def _head(content: bytes, at: int) -> tuple[str, int, int, int]:
    """Byte order, kind, numbers in a place, and where the rest begins."""
    order = {0: ">", 1: "<"}.get(content[at]) if at < len(content) else None
    if order is None:
        raise ValueError("an outline is not WKB")
    (code,) = struct.unpack_from(f"{order}I", content, at + 1)
    thousands, kind = divmod(code & 0xFFFF, 1000)
    if thousands > 3 or code & ~(_HAS_Z | _HAS_M | 0xFFFF):
        raise ValueError(f"an outline is no geometry of the kind {code}")
    more = {0: 0, 1: 1, 2: 1, 3: 2}[thousands] or bool(code & _HAS_Z) + bool(code & _HAS_M)
    return order, kind, 2 + more, at + 5


def _end_of_rings(content: bytes, at: int, order: str, dimensions: int, fewest: int) -> int:
    (count,) = struct.unpack_from(f"{order}I", content, at)
    if count < fewest:
        raise ValueError("a part of an outline has no edge")
    at += 4
    for _ in range(count):
        (places,) = struct.unpack_from(f"{order}I", content, at)
        at += 4
        if places < _FEWEST_PLACES or places * dimensions * 8 > len(content) - at:
            raise ValueError(f"a ring has no {places} places")
        numbers = np.frombuffer(content, f"{order}f8", places * dimensions, at)
        if not (np.abs(numbers.reshape(places, dimensions)[:, :2]) <= FARTHEST).all():
            raise ValueError("an outline reaches too far")
        at += numbers.nbytes
    return at
