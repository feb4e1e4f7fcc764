"""One case as a picture: what lies on the ground, with the outlines of the truth and of what was answered."""

from __future__ import annotations

import base64
import io
from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from ...backend.outputs.palette import PALETTE
from ..data.samples import Mask, Picture

SIDE_PX = 480  # of the longer side, whatever the picture has
QUALITY = 82  # of the JPEG
LINE_PX = 3
TRUTH, ANSWER = PALETTE[3], PALETTE[6]  # yellow and pink: neither is a colour of land or water

Boxes = Sequence[tuple[float, float, float, float]]


def portrait(picture: Picture, truth: Mask, found: Mask, boxes: Boxes = ()) -> str:
    """A data: URI of a JPEG; masks and boxes are in pixels of the picture."""
    return _uri(outlined(picture, truth, found, boxes))


def outlined(
    picture: Picture,
    truth: Mask,
    found: Mask,
    boxes: Boxes = (),
    *,
    side_px: int = SIDE_PX,
    line_px: int = LINE_PX,
) -> Picture:
    """The picture in another size, TRUTH and ANSWER around what is there and what was found."""
    height, width = picture.shape[:2]
    scale = side_px / max(height, width)
    size = max(1, round(width * scale)), max(1, round(height * scale))
    image = np.array(Image.fromarray(picture).resize(size, Image.Resampling.BICUBIC))
    for x0, y0, x1, y1 in boxes:
        corners = [round(c) for c in (x0 * scale, y0 * scale, x1 * scale - 1, y1 * scale - 1)]
        cv2.rectangle(image, tuple(corners[:2]), tuple(corners[2:]), ANSWER, 1, cv2.LINE_AA)
    for mask, colour in ((truth, TRUTH), (found, ANSWER)):
        _outline(image, _at_size(mask, size), colour, line_px)
    return image


def hexadecimal(colour: tuple[int, int, int]) -> str:
    return "#" + bytes(colour).hex()


def _at_size(mask: Mask, size: tuple[int, int]) -> NDArray[np.uint8]:
    """0 or 1; what is smaller than a pixel of the portrait is not lost."""
    enlarging = size[0] >= mask.shape[1]
    way = cv2.INTER_NEAREST_EXACT if enlarging else cv2.INTER_AREA
    return np.asarray(cv2.resize(mask.astype(np.float32), size, interpolation=way) > 0, np.uint8)


def _outline(
    image: NDArray[np.uint8], mask: NDArray[np.uint8], colour: tuple[int, int, int], line_px: int
) -> None:
    """Draws into `image`; a dark line below the bright one is seen on any ground."""
    rings, _ = cv2.findContours(mask, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    cv2.drawContours(image, rings, -1, (0, 0, 0), line_px + 2, cv2.LINE_AA)
    cv2.drawContours(image, rings, -1, colour, line_px, cv2.LINE_AA)


def _uri(image: NDArray[np.uint8]) -> str:
    content = io.BytesIO()
    Image.fromarray(image).save(
        content, format="JPEG", quality=QUALITY, subsampling=0
    )  # thin lines keep their colour
    return "data:image/jpeg;base64," + base64.b64encode(content.getvalue()).decode("ascii")
