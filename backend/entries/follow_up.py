"""The conversation so far: what the next question is told of it, and what its answer takes over.

Earlier findings are given in the pixels of the new view.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import count

from ..geo.outlines import area_in_px, moved_outline, outline_box
from ..raster.compass import compass
from ..stages import Box, Grid, Target, Turn
from .entry import ANSWERED, EDITED, MODEL, OPEN, REJECTED, UNKNOWN, Entry, Finding

SAME = 0.75  # IoU of boxes from which on a target is one that was found before; models copy them not quite


def is_turn(entry: Entry) -> bool:
    """Whether a next question can speak of it: something was found, or nothing; or the user drew it.

    A reasoner that does not know what was asked for has not found nothing.
    """
    return entry.outcome == ANSWERED or (entry.outcome == UNKNOWN and bool(entry.findings))


def turns(entries: Sequence[Entry], grid: Grid) -> tuple[Turn, ...]:
    """The oldest first; what was rejected or lies outside of the new view is left out."""
    return tuple(_turn(entry, grid) for entry in entries)


def _turn(entry: Entry, grid: Grid) -> Turn:
    """Its targets keep the numbers that the user knows them by, whatever was left out between them."""
    standing = [finding for finding in entry.findings if finding.state != REJECTED]
    moved = [(finding, _moved(finding, entry.grid, grid)) for finding in standing]
    seen = [(finding, target) for finding, target in moved if target is not None]
    targets = tuple(target for _, target in seen)
    return Turn(
        entry.question.text,
        targets,
        tuple(finding.number for finding, _ in seen),
        tuple(float(area_in_px(finding.outline, entry.grid)) for finding, _ in seen),
        compass(targets, grid),
    )


def _moved(finding: Finding, before: Grid, now: Grid) -> Target | None:
    """The box around the outline; the same one where view and outline are those of the answer."""
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
    """What is found again keeps the number that the user knows it by; new targets are counted on.

    It also keeps its mask, verdict and note: the user has reviewed it already. In another view a target that
    nobody has reviewed or corrected gets the new mask, whose pixels may be finer.
    """
    again = _found_again(entry, before)
    if not again:
        return entry
    free = count(max(finding.number for finding in before.findings) + 1)
    findings = [
        _kept(finding, again[finding.number], before.grid, entry.grid)
        if finding.number in again
        else replace(finding, number=next(free))
        for finding in entry.findings
    ]
    return replace(entry, findings=tuple(sorted(findings, key=lambda finding: finding.number)))


def _found_again(entry: Entry, before: Entry) -> dict[int, Finding]:
    """By number in `entry`; what was found before is found again once."""
    moved = ((old, _moved(old, before.grid, entry.grid)) for old in before.findings)
    boxes = {old: target.box for old, target in moved if target}
    again: dict[int, Finding] = {}
    for finding in entry.findings:
        box = finding.target.box
        likeness = {old: box.iou(there) for old, there in boxes.items() if box and there}
        same = max(likeness, key=lambda old: likeness[old], default=None)
        if same and likeness[same] >= SAME:
            again[finding.number] = same
            del boxes[same]
    return again


def _kept(finding: Finding, same: Finding, before: Grid, now: Grid) -> Finding:
    """`same`, in the words of the new answer, and ready to be corrected further."""
    found = finding.target
    if before == now:
        target = replace(same.target, label=found.label, span=found.span, confidence=found.confidence)
        return replace(same, target=target)
    outline = moved_outline(same.outline, before.crs, now) if _is_reviewed(same) else None
    if outline is None:
        return replace(finding, number=same.number, state=same.state, note=same.note)
    return replace(same, target=found, outline=outline)


def _is_reviewed(finding: Finding) -> bool:
    return finding.made != MODEL or finding.state != OPEN or bool(finding.note)
