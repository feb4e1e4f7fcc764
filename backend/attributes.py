"""What is written beside a polygon: an Answer's words and origin as flat values."""

from __future__ import annotations

import json
from typing import Union

from .stages import Answer
from .text import printable

Value = Union[int, float, str, None]

FIELDS: dict[str, type] = {
    "target": int,  # counted from 1
    "question": str,
    "thought": str,
    "label": str,
    "score": float,
    "area_m2": float,  # on the ellipsoid; none without a coordinate system
    "area_px": int,
    "box": str,  # JSON [x0, y0, x1, y1], in the scene's pixels
    "points": str,  # JSON [[x, y], ...], in the scene's pixels
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
MARK_FIELDS = {name: FIELDS[name] for name in ("target", "label")}  # of boxes and points


def attributes(answer: Answer, index: int, *, area_m2: float | None, area_px: int) -> dict[str, Value]:
    """The values of FIELDS, in their order, for one target."""
    target = answer.grounding.targets[index]
    box = [target.box.x0, target.box.y0, target.box.x1, target.box.y1] if target.box else None
    origin = metadata(answer)
    values: dict[str, Value] = {
        **mark_attributes(answer, index),
        "score": float(answer.masks.scores[index]),
        "area_m2": area_m2,
        "area_px": area_px,
        "box": json.dumps(box) if box else None,
        "points": json.dumps([[point.x, point.y] for point in target.points]),
        "seed": answer.provenance.seed,
    }
    return {name: values.get(name, origin.get(name)) for name in FIELDS}


def mark_attributes(answer: Answer, index: int) -> dict[str, Value]:
    """The values of MARK_FIELDS for one target."""
    return {"target": index + 1, "label": printable(answer.grounding.targets[index].label)}


def metadata(answer: Answer) -> dict[str, str]:
    """All that an answer says and came from, as texts for the metadata of a file."""
    made = answer.provenance
    texts = {name: str(value) for name, value in vars(made).items()} | {
        "question": answer.question.text,
        "thought": answer.grounding.thought,
        "answer": answer.grounding.raw,
        "format": answer.grounding.format,
        "settings": json.dumps(dict(made.settings), ensure_ascii=False),
        "times_s": json.dumps(dict(made.times_s)),
        "warnings": "\n".join(made.warnings),
    }
    return {name: printable(text) for name, text in texts.items()}
