"""COCO's segmentations to masks: polygons, and runs of pixels as lists or as packed texts.

Coordinates are pixels, corner origin. Several polygons, or several runs, of one object are one mask: their
union, as the published readers have it, so that no polygon is a hole. Runs are read here and not by
pycocotools, whose reader leaves the rest of the mask as it finds it in memory where the runs are too short,
and warns under numpy 2.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from pycocotools import mask as coco_mask  # type: ignore[import-untyped]

from ...backend.validation import numbers, shown
from .image_files import MOST_PIXELS
from .samples import BadData, Mask

MOST_DIGITS = 12  # of a packed number, 5 bits each
FARTHEST = 1.0  # sides of the picture beyond its edge, where a polygon's corner may still lie


def segmentation_mask(segmentation: object, size: tuple[int, int], place: str) -> Mask:
    """(H, W) of an annotation's segmentation, in any of COCO's forms; `size` is (width, height)."""
    parts = segmentation if isinstance(segmentation, list) else [segmentation]
    if not parts:
        raise BadData("{place} has an empty segmentation.", place=place)
    if all(isinstance(part, Mapping) for part in parts):
        masks = [rle_mask(part, place) for part in parts]
        if any(mask.shape != (size[1], size[0]) for mask in masks):
            raise BadData(
                "{place} has runs for another size than the {width} x {height} of its picture.",
                place=place,
                width=size[0],
                height=size[1],
            )
        return np.asarray(np.any(masks, axis=0))
    return _filled([_ring(part, size, place) for part in parts], size, place)


def rle_mask(runs: object, place: str) -> Mask:
    """(H, W) of {"size": [H, W], "counts": …}; counts are a list, or a text of packed numbers."""
    content = runs if isinstance(runs, Mapping) else {}
    height, width = numbers(content.get("size"), 2, f"The size of {place}")
    if not (height >= 1 and width >= 1 and height.is_integer() and width.is_integer()):
        raise BadData("{place} has the size {height:g} x {width:g}.", place=place, height=height, width=width)
    if height * width > MOST_PIXELS:
        raise BadData(
            "{place} claims {width:g} x {height:g} pixels.", place=place, width=width, height=height
        )
    packed = content.get("counts")
    # a run has a pixel, so this many letters are never needed; they would be read for minutes
    endless = isinstance(packed, (str, bytes)) and len(packed) > MOST_DIGITS * (height * width + 2)
    counts = np.zeros(0, np.int64) if endless else _counts(packed, place)
    if (counts < 0).any() or counts.sum(dtype=np.float64) != height * width:
        raise BadData(
            "The runs of {place} do not fill its {width:g} x {height:g} pixels.",
            place=place,
            width=width,
            height=height,
        )
    values = np.arange(len(counts)) % 2 == 1  # the first run is outside
    return np.repeat(values, counts).reshape(int(width), int(height)).T


def _counts(counts: object, place: str) -> NDArray[np.int64]:
    if isinstance(counts, (str, bytes)):
        packed = counts.encode(errors="replace") if isinstance(counts, str) else counts
        return np.array(_unpacked(packed, place), np.int64)
    listed = counts if isinstance(counts, list) else None
    whole = numbers(listed, len(listed or ()), f"The runs of {place}")
    if any(abs(run) > MOST_PIXELS or run != int(run) for run in whole):
        raise BadData("The runs of {place} are no whole numbers, or too long.", place=place)
    return np.array(whole, np.int64)


def _unpacked(packed: bytes, place: str) -> list[int]:
    """Five bits a letter, the sixth says that more follow; from the fourth on, the change from two before."""
    counts: list[int] = []
    value = digits = 0
    for letter in packed:
        bits = letter - 48
        value |= (bits & 0x1F) << 5 * digits
        digits += 1
        if not 0 <= bits < 64 or digits > MOST_DIGITS:
            raise BadData(
                "The runs of {place} are not packed as COCO packs them: {packed}.",
                place=place,
                packed=shown(packed),
            )
        if not bits & 0x20:
            signed = value - (1 << 5 * digits) if bits & 0x10 else value
            counts.append(signed + (counts[-2] if len(counts) > 2 else 0))
            value = digits = 0
    if digits or any(abs(count) > MOST_PIXELS for count in counts):
        raise BadData("The runs of {place} break off, or are too long.", place=place)
    return counts


def _ring(part: object, size: tuple[int, int], place: str) -> list[float]:
    """[x, y, x, y, ...] of at least three corners that lie not far from the picture."""
    count = len(part) if isinstance(part, list) else 0
    if count < 6 or count % 2:
        raise BadData(
            "{place} has a polygon of {count} numbers, but one needs 6, 8, 10 or more.",
            place=place,
            count=count,
        )
    ring = numbers(part, count, f"A polygon of {place}")
    for values, side in ((ring[::2], size[0]), (ring[1::2], size[1])):
        if min(values) < -FARTHEST * side or max(values) > (1 + FARTHEST) * side:
            raise BadData(
                "{place} has a polygon far outside of its {width} x {height} pixels.",
                place=place,
                width=size[0],
                height=size[1],
            )
    return list(ring)


def _filled(rings: list[list[float]], size: tuple[int, int], place: str) -> Mask:
    width, height = size
    merged = coco_mask.merge(coco_mask.frPyObjects(rings, height, width))
    return rle_mask(merged, place)
