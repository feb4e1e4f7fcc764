"""Masks that end where their boxes end.

Some answer formats have it so (formats.AnswerFormat.ends_at_box). The bundled segmenter, small as it is, is
cut too: what it draws beyond a box is nearly always a neighbour.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor

import numpy as np

from ..stages import Box, MaskSet, Target


def within_boxes(masks: MaskSet, targets: Sequence[Target], reach: float = 0.0) -> MaskSet:
    """`reach` is how far beyond its box a mask may go, as a share of the box's sides; no box, no end."""
    cut = np.zeros_like(masks.masks)
    for number, target in enumerate(targets):
        rows, columns = _part(target.box, reach)
        cut[number, rows, columns] = masks.masks[number, rows, columns]
    return MaskSet(cut, masks.scores)


def _part(box: Box | None, reach: float) -> tuple[slice, slice]:
    """The rows and columns that it touches."""
    if box is None:
        return slice(None), slice(None)
    dx, dy = reach * (box.x1 - box.x0), reach * (box.y1 - box.y0)
    rows = slice(max(0, floor(box.y0 - dy)), max(0, ceil(box.y1 + dy)))
    return rows, slice(max(0, floor(box.x0 - dx)), max(0, ceil(box.x1 + dx)))
