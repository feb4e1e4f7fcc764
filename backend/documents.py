"""What scripts read: answers and histories as plain values that JSON can hold, and the schemas of all of it.

resources/schemas/NAME.schema.json, JSON Schema draft 2020-12. A key that is there stays; new ones may come.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from .entries.entry import entry_from, new_id
from .entries.serialization import plain_target
from .history.store import Heading
from .outputs.vector import records
from .resources import resources
from .stages import Answer

SCHEMAS = ("answer", "status", "history")


def schema(name: str) -> dict[str, Any]:
    """One of SCHEMAS, by which any validator can check the document of that name."""
    content: dict[str, Any] = json.loads(schema_path(name).read_text(encoding="utf-8"))
    return content


def schema_path(name: str) -> Path:
    return resources("schemas", f"{name}.schema.json")


def answer_document(answer: Answer, written: Sequence[Path] = (), kept: Path | None = None) -> dict[str, Any]:
    """All of the answer but the pixels; what of it is written, and where it is kept if that failed."""
    grid, made = answer.grid, answer.provenance
    return {
        "question": answer.question.text,
        "outcome": answer.grounding.outcome.value,
        "found": len(answer.grounding.targets),
        "thought": answer.grounding.thought,
        "targets": described_targets(answer),
        "grid": {"width": grid.width, "height": grid.height, "affine": grid.affine, "crs": grid.crs},
        "provenance": {**vars(made), "settings": dict(made.settings), "times_s": dict(made.times_s)},
        "format": answer.grounding.format,
        "raw": answer.grounding.raw,
        "written": [str(path) for path in written],
        **({"kept": str(kept)} if kept else {}),
    }


def described_targets(answer: Answer) -> list[dict[str, Any]]:
    """Each target as plain values; boxes and points in the scene's pixels, areas of its mask."""
    areas = {
        record.values["target"]: record.values["area_m2"] for record in records(entry_from(answer, new_id()))
    }
    found = zip(answer.grounding.targets, answer.masks.masks, answer.masks.scores)
    return [
        {
            "target": number,
            "label": target.label,
            "score": float(score),
            "confidence": target.confidence,  # none where the reasoner has no calibration
            **{key: plain_target(target)[key] for key in ("box", "points", "span")},
            "area_px": int(mask.sum()),
            "area_m2": areas.get(number),  # none for an empty mask and without a coordinate system
        }
        for number, (target, mask, score) in enumerate(found, start=1)
    ]


def history_document(path: Path, headings: Sequence[Heading]) -> dict[str, Any]:
    return {"history": str(path), "entries": [asdict(heading) for heading in headings]}
