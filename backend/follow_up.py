"""The conversation so far: what the next question is told of it, and what its answer takes over.

Earlier findings are told in the pixels of the new view.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .findings import EDITED, MODEL, OPEN, REJECTED, Entry, Finding
from .outlines import outline_box
from .stages import Box, Grid, Target, Turn

SAME = 0.75  # IoU of boxes from which on a target is one that was found before; models copy them not quite


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
    """The box around the outline; the same one where the view is the same and nobody drew the outline."""
    if before == now and finding.target.box and finding.made != EDITED:
        return finding.target
    box = outline_box(finding.outline, before.crs, now)
    inside = _within(box, now) if box else None
    return replace(finding.target, box=inside, points=(), negatives=()) if inside else None


def _within(box: Box, grid: Grid) -> Box | None:
    x0, x1 = (min(max(x, 0.0), float(grid.width)) for x in (box.x0, box.x1))
    y0, y1 = (min(max(y, 0.0), float(grid.height)) for y in (box.y0, box.y1))
    return Box(x0, y0, x1, y1) if x0 < x1 and y0 < y1 else None


def taken_over(entry: Entry, before: Entry) -> Entry:
    """Targets that a person has corrected, or drawn, before keep that outline where they are found again.

    In the same view alone. Verdicts and notes are about another question, so they begin anew.
    """
    if entry.grid != before.grid:
        return entry
    corrected = [
        finding for finding in before.findings if finding.made != MODEL and finding.state != REJECTED
    ]
    for finding in entry.findings:
        if same := _found_before(finding, corrected, entry.grid):
            entry = entry.with_finding(_again(finding, same))
    return entry


def _found_before(finding: Finding, corrected: Sequence[Finding], grid: Grid) -> Finding | None:
    """The one that lies where it lies."""
    box = finding.target.box
    likeness = [
        (box.iou(told.box), other)
        for other in corrected
        if box and (told := _moved(other, grid, grid)) and told.box
    ]
    most, same = max(likeness, key=lambda pair: pair[0], default=(0.0, None))
    return same if most >= SAME else None


def _again(finding: Finding, same: Finding) -> Finding:
    """In the words of the new answer, and ready to be corrected further."""
    target = replace(same.target, label=finding.target.label, span=finding.target.span)
    return replace(same, number=finding.number, target=target, state=OPEN, note="")
