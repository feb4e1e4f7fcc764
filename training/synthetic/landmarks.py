"""Things that only the segmenter's landscapes hold, of many colours inside: a mask must follow the outline.

Drawn as those in things.py are; lengths are pixels at 256 a side, already multiplied by the zoom.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from .looks import RGB
from .things import (
    WHITE,
    Board,
    Mark,
    Polygon,
    Shape,
    centre,
    darker,
    ellipse,
    marked,
    rectangle,
    steps,
    turned,
)

ASPHALT: RGB = (104, 104, 108)


def _vehicle(board: Board, colour: RGB) -> Shape:
    """A car or a lorry: body, dark panes, another roof."""
    rng = board.rng
    w = rng.uniform(8, 14) * board.zoom * (1.0 if rng.random() < 0.8 else 1.8)
    h = w * rng.uniform(0.38, 0.52)
    panes = [(rectangle(w * 0.13, h * 0.8, w * x), _grey(rng.uniform(20, 70))) for x in (-0.27, 0.2)]
    roof = [(rectangle(w * 0.3, h * 0.7, -w * 0.04), darker(colour, rng.uniform(0.8, 1.15)))]
    return marked(board, rectangle(w, h), [*panes, *roof], colour, 0.01)


def _diamond(board: Board, colour: RGB) -> Shape:
    """A quarter of a disc: grass, and a corner of bare soil with a square of grass in it."""
    rng, r = board.rng, board.rng.uniform(30, 70) * board.zoom
    arc = np.linspace(0, np.pi / 2, 14)
    outline = np.concatenate([[[0, 0]], np.stack([np.cos(arc), np.sin(arc)], 1) * r])
    soil = outline * rng.uniform(0.5, 0.8)
    side = rng.uniform(0.25, 0.4) * r
    square = np.array([[0.15, 0.15], [1, 0.15], [1, 1], [0.15, 1]]) * side
    brown = _near((158, 118, 82), board, 24)
    middle = outline.mean(0)
    marks = [(soil - middle, brown), (square - middle, colour)]
    return marked(board, outline - middle, marks if rng.random() < 0.9 else [], colour, 0.05)


def _track(board: Board, colour: RGB) -> Shape:
    """Two straights and two bends around grass."""
    rng, w = board.rng, board.rng.uniform(70, 130) * board.zoom
    h, lane = w * rng.uniform(0.42, 0.6), w * rng.uniform(0.05, 0.09)
    grass = _near((92, 128, 72), board, 24)
    inner = _stadium(w - 2 * lane, h - 2 * lane)
    lines = [(rectangle(1.0, h - 3 * lane, x * w), WHITE) for x in (-0.25, 0, 0.25)]
    return marked(board, _stadium(w, h), [(inner, grass), *lines], colour, 0.15)


def _stadium(width: float, height: float) -> Polygon:
    arc, r = np.linspace(-np.pi / 2, np.pi / 2, 14), height / 2
    right = np.stack([np.cos(arc), np.sin(arc)], 1) * r + (width / 2 - r, 0)
    return np.concatenate([right, -right])


def _pier(board: Board, colour: RGB) -> Shape:
    """A walk with berths on both sides, and boats between them that are none of it."""
    rng, w = board.rng, board.rng.uniform(40, 110) * board.zoom
    h, arm = w * rng.uniform(0.03, 0.1), w * rng.uniform(0.08, 0.2)
    parts = [rectangle(w, h)]
    for x in np.arange(-w / 2 + arm / 2, w / 2, arm * rng.uniform(0.8, 1.6)):
        parts.append(rectangle(max(1.5, h * 0.4), arm * 2, float(x)))
    angle, middle = rng.uniform(0, np.pi), centre(board, 0.1)
    kept = parts if rng.random() < 0.6 else parts[:1]
    return Shape(tuple(turned(part, angle, middle) for part in kept), colour)


def _marina(board: Board, colour: RGB) -> Shape:
    """A pier with its boats and the water between them, all of it one thing."""
    rng, w = board.rng, board.rng.uniform(30, 80) * board.zoom
    h, walk = w * rng.uniform(0.25, 0.8), w * rng.uniform(0.03, 0.08)
    x, y = np.clip(centre(board, 0.1).astype(int), 0, board.side - 1)
    marks: list[tuple[Polygon, RGB]] = [(rectangle(w, walk), colour)]
    for along in steps(-w / 2 + walk, w / 2 - walk, walk * rng.uniform(1.2, 2.5)):
        for side in (-1, 1):
            boat = rectangle(walk * rng.uniform(0.5, 1.1), h * rng.uniform(0.2, 0.45), along, side * h / 4)
            marks.append((boat, _grey(rng.uniform(130, 250))))
    r, g, b = (int(c) for c in board.image[y, x])
    return marked(board, rectangle(w, h), marks, (r, g, b), 0.1)


def _bridge(board: Board, colour: RGB) -> Shape:
    """A deck of two shades between two rails."""
    rng, w = board.rng, board.rng.uniform(50, 150) * board.zoom
    h = w * rng.uniform(0.06, 0.2)
    marks: list[tuple[Polygon, RGB]] = [(rectangle(w, h * 0.66), _near(ASPHALT, board, 25))]
    marks += [(rectangle(w / 14, max(0.8, h / 16), x), WHITE) for x in steps(-w * 0.45, w * 0.45, w / 7)]
    return marked(board, rectangle(w, h), marks if rng.random() < 0.7 else [], colour, 0.1)


def _arena(board: Board, colour: RGB) -> Shape:
    """A ball court: an outer ground, an inner one of another colour, lines, half circles."""
    rng, w = board.rng, board.rng.uniform(20, 46) * board.zoom
    h, line = w * rng.uniform(0.45, 0.65), max(0.8, 0.02 * w)
    share = rng.uniform(0.6, 0.95)
    inner = _near((90, 120, 120), board, 50)
    marks: list[tuple[Polygon, RGB]] = [(rectangle(w * share, h * share), WHITE)]
    marks.append((rectangle(w * share - 2 * line, h * share - 2 * line), inner))
    marks.append((rectangle(line, h * share), WHITE))
    for x in (-0.3 * w, 0.3 * w):
        marks += [(ellipse(d, d) + (x, 0), colour) for d, colour in ((w * 0.22, WHITE), (w * 0.18, inner))]
    return marked(board, rectangle(w, h), marks, colour, 0.03)


def _lines(board: Board, colour: RGB) -> Shape:
    """A court of white lines on ground that goes on around it."""
    rng, w = board.rng, board.rng.uniform(18, 44) * board.zoom
    h, line = w * rng.uniform(0.45, 0.6), max(0.8, 0.025 * w)
    x, y = np.clip(centre(board, 0.1).astype(int), 0, board.side - 1)
    r, g, b = (int(c) for c in board.image[y, x])
    ground = _near((r, g, b), board, 4)
    bars = [(w, line, 0.0, s * (h - line) / 2) for s in (-1, 1)]
    bars += [(line, h, s * (w - line) / 2, 0.0) for s in (-1, 1)]
    bars += [(w, line, 0.0, s * h * 0.37) for s in (-1, 1)] + [(line, h, 0.0, 0.0)]
    bars += [(line, h * 0.74, s * w * 0.27, 0.0) for s in (-1, 1)] + [(w * 0.54, line, 0.0, 0.0)]
    marks = [(rectangle(*bar), WHITE) for bar in bars[: int(rng.integers(5, len(bars) + 1))]]
    return marked(board, rectangle(w, h), marks, ground, 0.03)


def _jet(board: Board, colour: RGB) -> Shape:
    """Fuselage, wings and tail, each in a shade of its own."""
    rng, length = board.rng, board.rng.uniform(26, 56) * board.zoom
    thick, span, sweep = rng.uniform(0.045, 0.08), rng.uniform(0.38, 0.58), rng.uniform(0.08, 0.35)
    fuselage = np.array([(0.5, 0), (0.42, 0.8), (0.34, 1), (-0.3, 1), (-0.5, 0.3)]) * (1, thick)
    wings = _pair(0.14, rng.uniform(0.16, 0.26), sweep, span, rng.uniform(0.04, 0.09))
    tail = _pair(-0.36, 0.12, 0.1, rng.uniform(0.14, 0.22), 0.05)
    angle, middle = rng.uniform(0, 2 * np.pi), centre(board)
    outlines = (_mirrored(fuselage), wings, tail)
    parts = tuple(turned(outline * length, angle, middle) for outline in outlines)
    shades = (darker(colour, f) for f in (1.0, rng.uniform(0.6, 1), rng.uniform(0.6, 1)))
    marks = [Mark(part, shade) for part, shade in zip(parts, shades)]
    return Shape(parts, colour, (*marks[1:], marks[0]))


def _pair(front: float, root: float, sweep: float, span: float, tip: float) -> Polygon:
    """Two wings: where they begin, their depth there, how far back they sweep, half their span, the tips."""
    half = [(front, 0), (front - sweep, span), (front - sweep - tip, span), (front - root, 0)]
    return _mirrored(np.array(half))


def _mirrored(half: Polygon) -> Polygon:
    return np.concatenate([half, (half * (1, -1))[::-1]])


def _near(colour: RGB, board: Board, deviation: float) -> RGB:
    r, g, b = np.clip(np.array(colour) + board.rng.normal(0, deviation, 3), 0, 255).astype(int).tolist()
    return r, g, b


def _grey(level: float) -> RGB:
    return int(level), int(level), int(level)


LANDMARKS: dict[str, Callable[[Board, RGB], Shape]] = {
    "vehicle": _vehicle, "diamond": _diamond, "track": _track, "pier": _pier, "marina": _marina,
    "bridge": _bridge, "arena": _arena, "lines": _lines, "jet": _jet,
}  # fmt: skip
