"""Warnings about a question, given what the model sees: objects too small, a view too large."""

from __future__ import annotations

import math
from typing import Optional

import numpy as np
from numpy.typing import NDArray

from ...backend.entries.entry import Entry
from ...backend.stages import Grid
from ..language import tr
from .ground_resolution import Size, pixel_m
from .object_sizes import named_in

LEAST_PX = 8  # below it AI-TOD (Wang et al., 2021) calls an object «very tiny», and detectors miss most
# Native pixels to one that is seen: at a quarter of each side what COCO calls small, 32 px, comes to LEAST_PX
MOST_PER_PIXEL = 16


def cautions_of(entry: Entry, seen: Optional[NDArray[np.uint8]]) -> tuple[str, ...]:
    """For an answer and the picture (H, W, 3) that the model saw; none where that was not kept."""
    if seen is None:
        return ()
    size = (seen.shape[1], seen.shape[0])
    return cautions(entry.question.text, entry.grid, (entry.grid.width, entry.grid.height), size)


def cautions(question: str, grid: Grid, native: Size, seen: Size) -> tuple[str, ...]:
    """Sentences for the user; none where nothing is wrong.

    `grid` is the place of the view, `native` the size that its source has there, and `seen` the size of the
    picture that the model is given.
    """
    found = _too_small(question, grid, seen), _too_large(native, seen)
    return tuple(sentence for sentence in found if sentence)


def _too_small(question: str, grid: Grid, seen: Size) -> str:
    """About the smallest object that the question names."""
    named, pixel = named_in(question), pixel_m(grid, seen)
    if not named or pixel is None:
        return ""
    smallest = min(named, key=lambda thing: thing.size_m)
    across_px = smallest.size_m / math.sqrt(pixel[0] * pixel[1])
    if across_px >= LEAST_PX:
        return ""
    if across_px < 1:
        text = tr("«{word}»: smaller than a pixel in what the model sees. Zoom in to ask about it.")
    else:
        text = tr(
            "«{word}»: about %n pixel(s) across in what the model sees. Zoom in to ask about it.",
            round(across_px),
        )
    return text.format(word=smallest.word)


def _too_large(native: Size, seen: Size) -> str:
    per_pixel = native[0] * native[1] / (seen[0] * seen[1])
    if per_pixel <= MOST_PER_PIXEL:
        return ""
    sees = tr("The model sees 1 of every %n pixel(s) of this view.", round(per_pixel))
    return f"{sees} {tr('Zoom in to ask about a part.')}"
