"""The picture that goes to a server: no larger than a model reads, in whole blocks, its aspect kept."""

from __future__ import annotations

import math
from base64 import b64encode
from io import BytesIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from ..formats import AnswerFormat

Size = tuple[int, int]  # (width, height), pixels

BLOCK_PX = 28  # of Qwen2.5-VL, which counts in the pixels of whole blocks; others do not mind
MOST_BLOCKS = 1024  # 0.8 million pixels: what a server on a laptop reads in some seconds


def sent_size(size: Size, form: AnswerFormat) -> Size:
    """A format that was trained on a square gets one."""
    if form.side_px is not None:
        side = max(1, round(form.side_px / BLOCK_PX)) * BLOCK_PX
        return side, side
    across, down = (max(1, round(side / BLOCK_PX)) for side in size)
    if across * down > MOST_BLOCKS:
        shrink = math.sqrt(size[0] * size[1] / MOST_BLOCKS)
        across, down = (max(1, math.floor(side / shrink)) for side in size)
    return min(across, MOST_BLOCKS) * BLOCK_PX, min(down, MOST_BLOCKS) * BLOCK_PX


def picture_to_send(image: NDArray[np.uint8], form: AnswerFormat) -> NDArray[np.uint8]:
    """(H, W, 3) in sent_size, by the format's filter."""
    size = sent_size((image.shape[1], image.shape[0]), form)
    filter = Image.Resampling[form.resampling.name]
    return np.asarray(Image.fromarray(image).resize(size, filter))


def data_url(image: NDArray[np.uint8]) -> str:
    """(H, W, 3) as a PNG in a text: nothing of a pixel is lost on the way."""
    file = BytesIO()
    Image.fromarray(image).save(file, "PNG")
    return f"data:image/png;base64,{b64encode(file.getvalue()).decode('ascii')}"
