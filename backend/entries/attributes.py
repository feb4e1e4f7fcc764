"""The attributes of a polygon: an Entry's texts and provenance as flat values."""

from __future__ import annotations

import json
from typing import Union

from ..geo.outlines import area_in_px, area_m2
from ..stages import Answer
from ..text import printable
from .entry import Entry, Finding
from .serialization import box_text, points_text

Value = Union[int, float, str, None]

FIELDS: dict[str, type] = {
    "target": int,  # counted from 1
    "question": str,
    "thought": str,
    "label": str,
    "state": str,  # "open", "accepted" or "rejected"
    "note": str,  # the reviewer's
    "made": str,  # by "model", "refined", "drawn" or "edited"
    "score": float,
    "confidence": float,  # 0...1; none where the reasoner states none, and for what the user corrected
    "area_m2": float,  # on the ellipsoid; none without a coordinate system
    "area_px": int,
    "box": str,  # JSON [x0, y0, x1, y1], in the scene's pixels
    "points": str,  # JSON [[x, y], ...], in the scene's pixels
    "negatives": str,  # the same, of what is not part of it
    "reasoner": str,
    "reasoner_digest": str,
    "segmenter": str,
    "segmenter_digest": str,
    "seed": int,
    "source": str,
    "created": str,
    "version": str,
    "warnings": str,
}
MARK_FIELDS = {name: FIELDS[name] for name in ("target", "label")}  # of boxes
POINT_FIELDS = {**MARK_FIELDS, "positive": int}  # 1 = on the target, 0 = beside it


def attributes(entry: Entry, finding: Finding) -> dict[str, Value]:
    """The values of FIELDS, in their order, for one finding; areas are those of its outline."""
    target, origin = finding.target, metadata(entry)
    values: dict[str, Value] = {
        **mark_attributes(finding),
        "state": finding.state.value,
        "note": printable(finding.note),
        "made": finding.made.value,
        "score": finding.score,
        "confidence": finding.confidence,
        "area_m2": area_m2(finding.outline, entry.grid.crs),
        "area_px": area_in_px(finding.outline, entry.grid),
        "box": box_text(target.box),
        "points": points_text(target.points),
        "negatives": points_text(target.negatives),
        "seed": entry.provenance.seed,
    }
    return {name: values.get(name, origin.get(name)) for name in FIELDS}


def mark_attributes(finding: Finding) -> dict[str, Value]:
    """The values of MARK_FIELDS for one finding."""
    return {"target": finding.number, "label": printable(finding.target.label)}


def point_attributes(finding: Finding, is_positive: bool) -> dict[str, Value]:
    """The values of POINT_FIELDS for one of its points."""
    return {**mark_attributes(finding), "positive": int(is_positive)}


def metadata(source: Union[Answer, Entry]) -> dict[str, str]:
    """An answer's texts and provenance, for the metadata of a file."""
    made = source.provenance
    texts = {name: str(value) for name, value in vars(made).items()} | {
        "question": source.question.text,
        "thought": source.grounding.thought,
        "answer": source.grounding.raw,
        "format": source.grounding.format,
        "outcome": source.grounding.outcome.value,
        "settings": json.dumps(dict(made.settings), ensure_ascii=False),
        "times_s": json.dumps(dict(made.times_s)),
        "warnings": "\n".join(made.warnings),
    }
    return {name: printable(text) for name, text in texts.items()}
