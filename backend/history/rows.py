"""An Entry's values for the columns of a history's tables."""

from __future__ import annotations

import json
from typing import Any

import numpy as np

from ..entries.entry import Entry, Finding
from ..entries.serialization import box_text, entry_text, finding_text, points_text, scene_text
from ..geo.outlines import footprint_wgs84
from ..geo.png import to_png
from ..stages import Scene
from ..text import printable
from .schema import geometry_blob

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
