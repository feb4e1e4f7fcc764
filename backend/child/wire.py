"""What parent and child say to each other: JSON, one object a line, and no line endless.

Only ASCII is written, so that what models write, halves of surrogate pairs included, comes over as it is.
What is read may be anything: it ends in a ValueError or BadData.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ..engine.protocols import EngineSettings
from ..message import Message, message_from, message_of_plain, message_to_plain
from ..network.access import ServerAccess
from ..stages import (
    Box,
    Grid,
    Grounding,
    Likelihood,
    Point,
    Progress,
    Provenance,
    Question,
    Scene,
    Target,
    TargetFound,
    Thought,
    Turn,
)
from ..validation import field, json_from, numbers

LINE_BYTES = 1 << 25  # a thought of 2,048 tokens has some 10 KB, a thousand targets 300 KB
Parts = dict[str, Any]


def line_of(parts: Parts) -> bytes:
    return json.dumps(parts).encode("ascii") + b"\n"


def parts_of(line: bytes) -> Parts:
    return field({"line": json_from(line.decode("ascii"), "a line")}, "line", dict, "")


def settings_to_plain(settings: EngineSettings) -> Parts:
    return {
        **vars(settings),
        "access": {**vars(settings.access), "no_proxy": list(settings.access.no_proxy)},
        "reasoner": str(settings.reasoner),
        "is_folder": isinstance(settings.reasoner, Path),
        "segmenter": str(settings.segmenter),
    }


def settings_of_plain(parts: Parts) -> EngineSettings:
    reasoner = field(parts, "reasoner", str, "")
    return EngineSettings(
        reasoner=Path(reasoner) if parts.get("is_folder") is True else reasoner,
        segmenter=Path(field(parts, "segmenter", str, "")),
        device=field(parts, "device", str, ""),
        format=field(parts, "format", str, ""),
        temperature=_number(parts, "temperature"),
        seed=field(parts, "seed", int, ""),
        max_new_tokens=field(parts, "max_new_tokens", int, ""),
        access=_access_of(field(parts, "access", dict, "")),
        dtype=field(parts, "dtype", str, ""),
    )


def _access_of(parts: Parts) -> ServerAccess:
    key, proxy, certificates = (field(parts, name, str, "") for name in ("key", "proxy", "certificates"))
    return ServerAccess(key, proxy, tuple(map(str, field(parts, "no_proxy", list, ""))), certificates)


def scene_to_plain(scene: Scene) -> Parts:
    """All but its pixels."""
    grid = scene.grid
    return {
        "grid": {"width": grid.width, "height": grid.height, "affine": list(grid.affine), "crs": grid.crs},
        "source": scene.source,
        "warnings": [_text_to_plain(warning) for warning in scene.warnings],
    }


def grid_of_plain(scene: Parts) -> Grid:
    grid = field(scene, "grid", dict, "")
    a, b, c, d, e, f = numbers(grid.get("affine"), 6, "affine")
    width, height = field(grid, "width", int, ""), field(grid, "height", int, "")
    return Grid(width, height, (a, b, c, d, e, f), field(grid, "crs", str, ""))


def warnings_of_plain(parts: Parts) -> tuple[Message, ...]:
    return tuple(message_from(_text_of(warning), {}) for warning in field(parts, "warnings", list, ""))


def question_to_plain(question: Question) -> Parts:
    turns = [
        {
            "question": turn.question,
            "targets": [target_to_plain(target) for target in turn.targets],
            "numbers": list(turn.numbers),
            "areas_px": list(map(float, turn.areas_px)),
            "compass": [list(map(float, way)) for way in turn.compass],
        }
        for turn in question.earlier
    ]
    return {"text": question.text, "language": question.language, "earlier": turns}


def question_of_plain(parts: Parts) -> Question:
    turns = tuple(_turn_of(turn) for turn in field(parts, "earlier", list, ""))
    return Question(field(parts, "text", str, ""), field(parts, "language", str, ""), turns)


def targets_to_plain(targets: Sequence[Target]) -> list[Parts]:
    return [target_to_plain(target) for target in targets]


def targets_of_plain(parts: Parts) -> tuple[Target, ...]:
    return tuple(target_of_plain(target) for target in field(parts, "targets", list, ""))


def target_to_plain(target: Target) -> Parts:
    likelihood = target.likelihood
    return {
        "box": list(map(float, target.box.corners)) if target.box else None,
        "points": _points_to_plain(target.points),
        "negatives": _points_to_plain(target.negatives),
        "label": target.label,
        "span": target.span,
        "written": target.written,
        "likelihood": [float(likelihood.mean), float(likelihood.thought)] if likelihood else None,
        "confidence": None if target.confidence is None else float(target.confidence),
    }


def target_of_plain(parts: object) -> Target:
    found = field({"target": parts}, "target", dict, "")
    likelihood = found.get("likelihood")
    return Target(
        None if found.get("box") is None else Box(*numbers(found["box"], 4, "box")),
        _points_of(found, "points"),
        field(found, "label", str, ""),
        _part_of(found, "span"),
        _points_of(found, "negatives"),
        _part_of(found, "written"),
        None if likelihood is None else Likelihood(*_any_numbers(likelihood, 2)),
        None if found.get("confidence") is None else _number(found, "confidence"),
    )


def grounding_to_plain(grounding: Grounding) -> Parts:
    return {**vars(grounding), "targets": targets_to_plain(grounding.targets)}


def grounding_of_plain(parts: Parts) -> Grounding:
    thought, raw, form = (field(parts, key, str, "") for key in ("thought", "raw", "format"))
    return Grounding(thought, targets_of_plain(parts), raw, form, parts.get("is_unknown") is True)


def provenance_to_plain(made: Provenance) -> Parts:
    return {
        **vars(made),
        "device": _text_to_plain(made.device),
        "settings": dict(made.settings),
        "times_s": {step: float(seconds) for step, seconds in made.times_s.items()},
        "warnings": [_text_to_plain(warning) for warning in made.warnings],
    }


def provenance_of_plain(parts: Parts) -> Provenance:
    settings, times_s = field(parts, "settings", dict, ""), field(parts, "times_s", dict, "")
    texts = ("source", "reasoner", "reasoner_digest", "segmenter", "segmenter_digest", "created", "version")
    return Provenance(
        **{name: field(parts, name, str, "") for name in texts},
        device=_text_of(parts.get("device")),
        seed=field(parts, "seed", int, ""),
        settings={name: field(settings, name, str, "") for name in settings},
        times_s={name: _number(times_s, name) for name in times_s},
        warnings=warnings_of_plain(parts),
    )


def progress_to_plain(progress: Progress) -> Parts:
    return {"event": "progress", "fraction": float(progress.fraction), "step": _text_to_plain(progress.step)}


def progress_of_plain(parts: Parts) -> Progress:
    return Progress(_number(parts, "fraction"), _text_of(parts.get("step")))


def thought_of_plain(parts: Parts) -> Thought:
    return Thought(field(parts, "piece", str, ""))


def target_found_of_plain(parts: Parts) -> TargetFound:
    return TargetFound(field(parts, "index", int, ""), target_of_plain(parts.get("target")))


def _turn_of(parts: object) -> Turn:
    turn = field({"turn": parts}, "turn", dict, "")
    ways = (numbers(way, 2, "compass") for way in field(turn, "compass", list, ""))
    areas = field(turn, "areas_px", list, "")
    return Turn(
        field(turn, "question", str, ""),
        targets_of_plain(turn),
        tuple(field({"number": number}, "number", int, "") for number in field(turn, "numbers", list, "")),
        numbers(areas, len(areas), "areas_px"),
        tuple((east, north) for east, north in ways),
    )


def _points_to_plain(points: Sequence[Point]) -> list[list[float]]:
    return [[float(point.x), float(point.y)] for point in points]


def _points_of(parts: Parts, key: str) -> tuple[Point, ...]:
    return tuple(Point(*numbers(pair, 2, key)) for pair in field(parts, key, list, ""))


def _part_of(parts: Parts, key: str) -> tuple[int, int] | None:
    if parts.get(key) is None:
        return None
    start, end = numbers(parts[key], 2, key)
    return int(start), int(end)


def _any_numbers(values: object, count: int) -> tuple[float, ...]:
    """Infinite ones, too: the logarithm of 0 is one."""
    found = field({"numbers": values}, "numbers", list, "")
    if len(found) != count:
        raise ValueError(f"{len(found)} numbers, not {count}")
    return tuple(_number({"number": value}, "number") for value in found)


def _number(parts: Parts, key: str) -> float:
    value = parts.get(key)
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ValueError(f"«{key}» is no number")
    return float(value)


def _text_to_plain(text: str) -> Any:
    return message_to_plain(text) if isinstance(text, Message) else text


def _text_of(value: object) -> str:
    return message_of_plain(value) if isinstance(value, dict) else field({"text": value}, "text", str, "")
