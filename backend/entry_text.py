"""Entry, Finding and Scene as JSON and back, exactly: a floating-point number keeps all its digits.

Only ASCII is written, so halves of surrogate pairs and control characters, which models do write and which
neither SQLite nor UTF-8 can hold, come back too. Arrays and outlines stay outside.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from .findings import Entry, Finding
from .stages import Box, Grid, Grounding, Point, Provenance, Question, Target, Turn


def entry_text(entry: Entry) -> str:
    """All of it but its findings."""
    return json.dumps(
        {
            "id": entry.id,
            "question": _question(entry.question),
            "grounding": _grounding(entry.grounding),
            "grid": _grid(entry.grid),
            "provenance": _provenance(entry.provenance),
            "follows": entry.follows,
            "outcome": entry.outcome,
            "fault": entry.fault,
        }
    )


def entry_of(text: str, findings: Iterable[Finding] = ()) -> Entry:
    """Raises ValueError, KeyError or TypeError for what entry_text did not write."""
    parts = json.loads(text)
    return Entry(
        parts["id"],
        _question_of(parts["question"]),
        _grounding_of(parts["grounding"]),
        _grid_of(parts["grid"]),
        _provenance_of(parts["provenance"]),
        tuple(findings),
        parts["follows"],
        parts["outcome"],
        parts["fault"],
    )


def finding_text(finding: Finding) -> str:
    """All of it but its outline."""
    return json.dumps(
        {
            "number": finding.number,
            "target": _target(finding.target),
            "score": float(finding.score),
            "state": finding.state,
            "note": finding.note,
            "made": finding.made,
        }
    )


def finding_of(text: str, outline: bytes) -> Finding:
    parts = json.loads(text)
    target = _target_of(parts["target"])
    return Finding(
        parts["number"], target, outline, parts["score"], parts["state"], parts["note"], parts["made"]
    )


def scene_text(grid: Grid, source: str, warnings: Sequence[str]) -> str:
    """All of a Scene but its pixels."""
    return json.dumps({"grid": _grid(grid), "source": source, "warnings": list(warnings)})


def scene_of(text: str) -> tuple[Grid, str, tuple[str, ...]]:
    parts = json.loads(text)
    return _grid_of(parts["grid"]), parts["source"], tuple(parts["warnings"])


def box_text(box: Box | None) -> str | None:
    """JSON [x0, y0, x1, y1]."""
    return json.dumps(_box(box)) if box else None


def points_text(points: Iterable[Point]) -> str:
    """JSON [[x, y], ...]."""
    return json.dumps(_points(points))


def _question(question: Question) -> dict[str, Any]:
    earlier = [
        {
            "question": turn.question,
            "targets": [_target(target) for target in turn.targets],
            "numbers": list(turn.numbers),
            "areas_px": list(turn.areas_px),
        }
        for turn in question.earlier
    ]
    return {"text": question.text, "language": question.language, "earlier": earlier}


def _question_of(parts: dict[str, Any]) -> Question:
    earlier = (
        Turn(
            turn["question"],
            tuple(_target_of(target) for target in turn["targets"]),
            tuple(turn.get("numbers", ())),
            tuple(turn.get("areas_px", ())),
        )
        for turn in parts["earlier"]
    )
    return Question(parts["text"], parts["language"], tuple(earlier))


def _grounding(grounding: Grounding) -> dict[str, Any]:
    return {
        "thought": grounding.thought,
        "targets": [_target(target) for target in grounding.targets],
        "raw": grounding.raw,
        "format": grounding.format,
    }


def _grounding_of(parts: dict[str, Any]) -> Grounding:
    targets = tuple(_target_of(target) for target in parts["targets"])
    return Grounding(parts["thought"], targets, parts["raw"], parts["format"])


def _target(target: Target) -> dict[str, Any]:
    return {
        "box": _box(target.box) if target.box else None,
        "points": _points(target.points),
        "negatives": _points(target.negatives),
        "label": target.label,
        "span": list(target.span) if target.span else None,
    }


def _target_of(parts: dict[str, Any]) -> Target:
    return Target(
        Box(*parts["box"]) if parts["box"] else None,
        _points_of(parts["points"]),
        parts["label"],
        (parts["span"][0], parts["span"][1]) if parts["span"] else None,
        _points_of(parts["negatives"]),
    )


def _box(box: Box) -> list[float]:
    return [float(side) for side in (box.x0, box.y0, box.x1, box.y1)]


def _points(points: Iterable[Point]) -> list[list[float]]:
    return [[float(point.x), float(point.y)] for point in points]


def _points_of(pairs: Iterable[Sequence[float]]) -> tuple[Point, ...]:
    return tuple(Point(x, y) for x, y in pairs)


def _grid(grid: Grid) -> dict[str, Any]:
    affine = [float(number) for number in grid.affine]
    return {"width": int(grid.width), "height": int(grid.height), "affine": affine, "crs": grid.crs}


def _grid_of(parts: dict[str, Any]) -> Grid:
    a, b, c, d, e, f = parts["affine"]
    return Grid(parts["width"], parts["height"], (a, b, c, d, e, f), parts["crs"])


def _provenance(made: Provenance) -> dict[str, Any]:
    return {
        **vars(made),
        "settings": dict(made.settings),
        "times_s": {step: float(seconds) for step, seconds in made.times_s.items()},
        "warnings": list(made.warnings),
    }


def _provenance_of(parts: dict[str, Any]) -> Provenance:
    return Provenance(**{**parts, "warnings": tuple(parts["warnings"])})
