"""The conversation so far, as the next question needs it: earlier findings in the pixels of the new view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .findings import REJECTED, Entry, Finding
from .outlines import outline_box
from .stages import Box, Grid, Target, Turn


def turns(entries: Sequence[Entry], grid: Grid) -> tuple[Turn, ...]:
    """The oldest first; what was rejected or lies outside of the new view is left out."""
    return tuple(_turn(entry, grid) for entry in entries)


def _turn(entry: Entry, grid: Grid) -> Turn:
    """Its targets keep the numbers that a person knows them by, whatever was left out between them."""
    standing = [finding for finding in entry.findings if finding.state != REJECTED]
    moved = [(finding.number, _moved(finding, entry.grid, grid)) for finding in standing]
    seen = [(number, target) for number, target in moved if target is not None]
    return Turn(entry.question.text, tuple(target for _, target in seen), tuple(number for number, _ in seen))


def _moved(finding: Finding, before: Grid, now: Grid) -> Target | None:
    """The box around the outline; the same one where the view is the same and nobody changed it."""
    if before == now and finding.target.box:
        return finding.target
    box = outline_box(finding.outline, before.crs, now)
    inside = _within(box, now) if box else None
    return replace(finding.target, box=inside, points=(), negatives=()) if inside else None


def _within(box: Box, grid: Grid) -> Box | None:
    x0, x1 = (min(max(x, 0.0), float(grid.width)) for x in (box.x0, box.x1))
    y0, y1 = (min(max(y, 0.0), float(grid.height)) for y in (box.y0, box.y1))
    return Box(x0, y0, x1, y1) if x0 < x1 and y0 < y1 else None
