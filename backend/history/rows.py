"""The rows of a history's tables: an Entry's values for their columns, and changes of single findings.

All inside the caller's transaction.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import suppress
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, Optional

import numpy as np

from ..entries.entry import Entry, Finding, clash, merged
from ..entries.serialization import box_text, entry_text, finding_of, finding_text, points_text, scene_text
from ..errors import BadData, ChangedMeanwhile, EntryMissing
from ..geo.outlines import footprint_wgs84
from ..geo.png import to_png
from ..stages import Scene
from ..text import printable
from .schema import PUT_FINDING, geometry_blob

Row = tuple[Any, ...]


def question_row(entry: Entry, changed: str) -> Row:
    """As PUT_QUESTION wants it."""
    made = entry.provenance
    texts = (
        made.created,
        entry.question.text,
        entry.outcome,
        entry.fault,
        entry.grounding.thought,
        entry.grounding.raw,
        made.source,
        made.reasoner,
        made.reasoner_digest,
        made.segmenter,
        made.segmenter_digest,
        made.device,
        str(made.seed),
        made.version,
        json.dumps(dict(made.settings), ensure_ascii=False),
        json.dumps(dict(made.times_s)),
        "\n".join(made.warnings),
        entry.follows,
        changed,
    )
    place = geometry_blob(footprint_wgs84(entry.grid))
    return (place, entry.id, *map(printable, texts), entry_text(entry))


def finding_row(id: str, finding: Finding) -> Row:
    """As PUT_FINDING wants it."""
    target = finding.target
    return (
        id,
        finding.number,
        printable(target.label),
        finding.state,
        printable(finding.note),
        float(finding.score),
        finding.made,
        json.dumps(target.span) if target.span else None,
        box_text(target.box),
        points_text(target.points),
        points_text(target.negatives),
        finding.outline,
        finding_text(finding),
    )


def scene_row(id: str, scene: Scene) -> Row:
    """As PUT_SCENE wants it: the pixels without data are the transparent ones."""
    alpha = np.where(scene.valid, 255, 0).astype(np.uint8)
    text = scene_text(scene.grid, scene.source, scene.warnings)
    return id, to_png(np.dstack([scene.image, alpha])), text


Change = tuple[Optional[Finding], Optional[Finding]]  # before and after; None = it is not there
_TOUCH = "UPDATE questions SET changed = ? WHERE entry = ?"


def _finding(connection: sqlite3.Connection, id: str, number: int) -> Finding | None:
    """None where it is not there, or cannot be read any more: then it is written anew."""
    found = connection.execute(
        "SELECT record, outline FROM targets WHERE entry = ? AND number = ?", (id, number)
    )
    row = found.fetchone()
    with suppress(BadData, LookupError, TypeError, ValueError):
        return finding_of(*row) if row else None
    return None


def changed(
    connection: sqlite3.Connection, path: Path, id: str, before: Finding | None, after: Finding | None
) -> Finding | None:
    if after is None:
        _remove_finding(connection, id, before.number if before else 0)
        return None
    stored = _finding(connection, id, after.number) if before else None
    if before and stored and clash(stored, before, after):
        raise ChangedMeanwhile(number=after.number)
    finding = merged(stored, before, after) if before and stored else after
    _put_finding(connection, path, id, finding)
    return finding


def _remove_finding(connection: sqlite3.Connection, id: str, number: int) -> None:
    connection.execute("DELETE FROM targets WHERE entry = ? AND number = ?", (id, number))
    connection.execute(_TOUCH, (now(), id))


def _put_finding(connection: sqlite3.Connection, path: Path, id: str, finding: Finding) -> None:
    touched = connection.execute(_TOUCH, (now(), id))
    if not touched.rowcount:
        raise EntryMissing(id=id, path=path)
    connection.execute(PUT_FINDING, finding_row(id, finding))


def now() -> str:
    return datetime.now(timezone.utc).isoformat(timespec="microseconds")
