"""Distractors: what makes generated things as hard to tell from their surroundings as real ones.

Rows of the same thing, patches of another shade on the ground and on things, colours close to the ground's:
with these a segmenter must follow its prompt, because colour alone does not say where a thing ends.
"""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np

from .looks import RGB, Distractors
from .things import SUBPIXEL_BITS, Board, Mark, Polygon, Shape, blob, centre, rectangle, turned

MOST_IN_ROW = 5
LITTER_LOG_PX = (1.1, 4.9)  # natural logarithms of the smallest and the largest patch, 3 and 130 pixels
FAINT_LEVELS = (8, 30)  # grey levels by which a faint thing differs from the ground


def scatter(board: Board, distractors: Distractors) -> None:
    """Draw patches of ground in another shade, which are no things."""
    for _ in range(int(board.rng.integers(distractors.litter + 1))):
        _lay(board, _patch(board, float(np.exp(board.rng.uniform(*LITTER_LOG_PX))) * board.zoom))


def _lay(board: Board, patch: Polygon) -> None:
    """Draw a patch at a random place; touches only the pixels around it, because there are many patches."""
    shift = board.rng.normal(0, 28) + board.rng.normal(0, 9, 3)
    corners = patch + centre(board, 0)
    x0, y0 = np.maximum(0, np.floor(corners.min(0)).astype(int))
    x1, y1 = np.minimum(board.side, np.ceil(corners.max(0)).astype(int))
    if x0 >= x1 or y0 >= y1:
        return
    cut, inside = board.image[y0:y1, x0:x1], np.zeros((y1 - y0, x1 - x0), np.uint8)
    local = np.round((corners - (x0, y0) - 0.5) * 2**SUBPIXEL_BITS).astype(np.int32)
    cv2.fillPoly(inside, [local], 1, shift=SUBPIXEL_BITS)
    cut[inside > 0] = np.clip(cut[inside > 0] + shift, 0, 255).astype(np.uint8)


def _patch(board: Board, size: float) -> Polygon:
    """Around (0, 0): a blob, or a bar that may be as thin as a line."""
    rng = board.rng
    outline = blob(rng, size / 2, 0.3) if rng.random() < 0.4 else rectangle(size, size * rng.uniform(0.04, 1))
    return turned(outline, rng.uniform(0, np.pi), np.zeros(2))


def with_distractors(board: Board, shape: Shape, distractors: Distractors) -> tuple[Shape, ...]:
    """The thing, stained and perhaps faint; perhaps with a few of its like."""
    stained = _stained(board, shape, distractors)
    return _row_of(board, stained) if board.rng.random() < distractors.clusters else (stained,)


def _stained(board: Board, shape: Shape, distractors: Distractors) -> Shape:
    rng, size = board.rng, float(np.ptp(shape.parts[0], axis=0).min())
    colour = _near_ground(board, shape) if rng.random() < distractors.faint else shape.colour
    marks = _rim(board, shape) if rng.random() < distractors.hollow else list(shape.marks)
    stains = 0 if rng.random() < distractors.clean else int(rng.integers(1, distractors.stains + 1))
    for _ in range(stains):
        shade = _shifted(colour, rng.normal(0, 30) + rng.normal(0, 10, 3))
        at = shape.parts[0].mean(0) + rng.normal(0, size / 3, 2)
        marks.append(Mark(_patch(board, size * rng.uniform(0.2, 0.9)) + at, shade))
    return replace(shape, colour=colour, marks=tuple(marks))


def _rim(board: Board, shape: Shape) -> list[Mark]:
    """The ground shows through, as within the lines of a playing field."""
    ground, inner = _near_ground(board, shape), board.rng.uniform(0.55, 0.92)
    return [Mark((part - part.mean(0)) * inner + part.mean(0), ground) for part in shape.parts]


def _near_ground(board: Board, shape: Shape) -> RGB:
    x, y = np.clip(shape.parts[0].mean(0).astype(int), 0, board.side - 1)
    sign = board.rng.choice([-1, 1])
    return _shifted(board.image[y, x], sign * board.rng.uniform(*FAINT_LEVELS) + board.rng.normal(0, 5, 3))


def _shifted(colour: object, shift: object) -> RGB:
    r, g, b = np.clip(np.asarray(colour, float) + shift, 0, 255).astype(int).tolist()
    return r, g, b


def _row_of(board: Board, shape: Shape) -> tuple[Shape, ...]:
    """The thing and a few of its like beside it, as tanks, courts and parked planes stand."""
    angle = board.rng.uniform(0, 2 * np.pi)
    along = np.array([np.cos(angle), np.sin(angle)])
    step = along * np.ptp(np.concatenate(shape.parts) @ along) * board.rng.uniform(1.05, 1.5)
    count = int(board.rng.integers(2, MOST_IN_ROW + 1))
    return tuple(_moved(shape, step * number) for number in range(count))


def _moved(shape: Shape, step: Polygon) -> Shape:
    parts = tuple(part + step for part in shape.parts)
    return replace(shape, parts=parts, marks=tuple(Mark(m.polygon + step, m.colour) for m in shape.marks))
