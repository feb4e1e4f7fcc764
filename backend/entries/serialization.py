"""Entry, Finding and Scene as JSON and back, exactly: a floating-point number keeps all its digits.

Only ASCII is written, so halves of surrogate pairs and control characters, which models do write and which
neither SQLite nor UTF-8 can hold, come back too. Arrays and outlines stay outside.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ..errors import BadData
from ..geo.wkb import check_outline
from ..message import Message, message_from, message_of_plain, message_to_plain
from ..stages import Box, Grid, Grounding, Point, Provenance, Question, Target, Turn
from ..text import printable
from ..validation import field, json_from, numbers
from .entry import Entry, Finding

# What a record may claim, far beyond what any of ours does
MOST_LETTERS = 1 << 24
MOST_PARTS = 100_000  # of any list
MOST_BITS = 128  # of a whole number
MOST_TARGETS = 1 << 62  # SQLite's columns hold no larger number of one
FARTHEST_PX = 1e12  # of a point; Qt hangs where a dashed line is some 1e300 long
LONGEST_SIDE_PX, MOST_PIXELS = 1 << 16, 1 << 27


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
            **_messages(entry.fault, entry.provenance.device, *entry.provenance.warnings),
        }
    )


def entry_of(text: str, findings: Iterable[Finding] = ()) -> Entry:
    """Raises ValueError or BadData for what entry_text did not write."""
    parts = _parsed(text)
    known = _messages_of(parts)
    fault = _text(parts, "fault")
    return Entry(
        _key(parts, "id"),
        _question_of(_object(parts, "question")),
        _grounding_of(_object(parts, "grounding")),
        _grid_of(_object(parts, "grid")),
        _provenance_of(_object(parts, "provenance"), known),
        tuple(findings),
        _text(parts, "follows"),
        _text(parts, "outcome"),  # type: ignore[arg-type]  # checked at birth
        known.get(fault, fault),
    )


def fault_of(text: object, shown: str) -> str:
    """The fault that is `shown`, as the record of its entry has it; as it is where the record is none."""
    try:
        known = _messages_of(_parsed(text))
    except (ValueError, BadData):
        return shown
    return next((message for message in known.values() if printable(message) == shown), shown)


def finding_text(finding: Finding) -> str:
    """All of it but its outline."""
    return json.dumps(
        {
            "number": finding.number,
            "target": plain_target(finding.target),
            "score": float(finding.score),
            "state": finding.state,
            "note": finding.note,
            "made": finding.made,
        }
    )


def finding_of(text: str, outline: bytes) -> Finding:
    """Raises as entry_of does."""
    parts = _parsed(text)
    return Finding(
        _target_number(parts),
        _target_of(_object(parts, "target")),
        check_outline(outline),
        _number(parts, "score"),
        _key(parts, "state"),  # type: ignore[arg-type]  # checked at birth
        _text(parts, "note"),
        _key(parts, "made"),  # type: ignore[arg-type]  # checked at birth
    )


def scene_text(grid: Grid, source: str, warnings: Sequence[Message]) -> str:
    """All of a Scene but its pixels."""
    parts = {"grid": _grid(grid), "source": source, "warnings": list(warnings)}
    return json.dumps({**parts, **_messages(*warnings)})


def scene_of(text: str) -> tuple[Grid, str, tuple[Message, ...]]:
    """Raises as entry_of does."""
    parts = _parsed(text)
    warnings = _warnings_of(parts, _messages_of(parts))
    return _grid_of(_object(parts, "grid")), _text(parts, "source"), warnings


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
            "targets": [plain_target(target) for target in turn.targets],
            "numbers": list(turn.numbers),
            "areas_px": list(turn.areas_px),
            **({"compass": [list(place) for place in turn.compass]} if turn.compass else {}),
        }
        for turn in question.earlier
    ]
    return {"text": question.text, "language": question.language, "earlier": earlier}


def _question_of(parts: dict[str, Any]) -> Question:
    earlier = (
        Turn(
            _text(turn, "question"),
            tuple(_target_of(target) for target in _list(turn, "targets")),
            tuple(_whole({"number": number}, "number") for number in turn.get("numbers") or ()),
            _numbers(turn.get("areas_px") or ()),
            tuple(_way(place) for place in turn.get("compass") or ()),
        )
        for turn in _list(parts, "earlier")
    )
    return Question(_text(parts, "text"), _text(parts, "language"), tuple(earlier))


def _grounding(grounding: Grounding) -> dict[str, Any]:
    return {
        "thought": grounding.thought,
        "targets": [plain_target(target) for target in grounding.targets],
        "raw": grounding.raw,
        "format": grounding.format,
        **({"unknown": True} if grounding.is_unknown else {}),
    }


def _grounding_of(parts: dict[str, Any]) -> Grounding:
    targets = tuple(_target_of(target) for target in _list(parts, "targets"))
    thought, raw, format = (_text(parts, key) for key in ("thought", "raw", "format"))
    return Grounding(thought, targets, raw, format, is_unknown=parts.get("unknown") is True)


def plain_target(target: Target) -> dict[str, Any]:
    """As JSON has it, in whatever pixels it counts in."""
    return {
        "box": _box(target.box) if target.box else None,
        "points": _points(target.points),
        "negatives": _points(target.negatives),
        "label": target.label,
        "span": list(target.span) if target.span else None,
        **({} if target.confidence is None else {"confidence": float(target.confidence)}),
    }


def _target_of(parts: object) -> Target:
    box, span = (parts["box"], parts["span"]) if isinstance(parts, dict) else (None, None)
    return Target(
        Box(*_places(box, 4, "box")) if box else None,
        _points_of(parts, "points"),
        _text(parts, "label"),
        _span_of(span) if span else None,
        _points_of(parts, "negatives"),
        confidence=_number(parts, "confidence")
        if isinstance(parts, dict) and "confidence" in parts
        else None,
    )


def _span_of(span: object) -> tuple[int, int]:
    start, end = numbers(span, 2, "span")
    return int(start), int(end)


def _box(box: Box) -> list[float]:
    return [float(side) for side in box.corners]


def _points(points: Iterable[Point]) -> list[list[float]]:
    return [[float(point.x), float(point.y)] for point in points]


def _points_of(parts: object, key: str) -> tuple[Point, ...]:
    return tuple(Point(*_places(pair, 2, key)) for pair in _list(parts, key))


def _places(found: object, count: int, key: str) -> tuple[float, ...]:
    """Not farther away than a painter can count."""
    places = numbers(found, count, key)
    if max(map(abs, places)) > FARTHEST_PX:
        raise ValueError(f"«{key}» is too far away")
    return places


def _grid(grid: Grid) -> dict[str, Any]:
    affine = [float(number) for number in grid.affine]
    return {"width": int(grid.width), "height": int(grid.height), "affine": affine, "crs": grid.crs}


def _grid_of(parts: dict[str, Any]) -> Grid:
    width, height = _whole(parts, "width"), _whole(parts, "height")
    if not (0 < width <= LONGEST_SIDE_PX and 0 < height <= LONGEST_SIDE_PX and width * height <= MOST_PIXELS):
        raise ValueError(f"no scene has {width} x {height} pixels")
    a, b, c, d, e, f = numbers(parts.get("affine"), 6, "affine")
    return Grid(width, height, (a, b, c, d, e, f), _text(parts, "crs"))


def _provenance(made: Provenance) -> dict[str, Any]:
    return {
        **vars(made),
        "settings": dict(made.settings),
        "times_s": {step: float(seconds) for step, seconds in made.times_s.items()},
        "warnings": list(made.warnings),
    }


def _messages(*texts: str) -> dict[str, Any]:
    """What is needed to translate those that have fields: a record holds the texts themselves in English."""
    found = [message_to_plain(text) for text in texts if isinstance(text, Message) and text.fields]
    return {"messages": found} if found else {}


def _messages_of(parts: dict[str, Any]) -> dict[str, Message]:
    """By their English text."""
    found = parts.get("messages") or []
    messages = [message_of_plain(each) for each in _list({"messages": found}, "messages")]
    return {str(message): message for message in messages}


def _warnings_of(parts: dict[str, Any], known: Mapping[str, Message]) -> tuple[Message, ...]:
    texts = (_text({"warnings": text}, "warnings") for text in _list(parts, "warnings"))
    return tuple(message_from(known.get(text, text), {}) for text in texts)


def _provenance_of(parts: dict[str, Any], known: Mapping[str, Message]) -> Provenance:
    settings, times_s = _object(parts, "settings"), _object(parts, "times_s")
    texts = {name: _text(parts, name) for name, kind in Provenance.__annotations__.items() if kind == "str"}
    texts["device"] = known.get(texts["device"], texts["device"])
    return Provenance(
        **texts,
        seed=_whole(parts, "seed"),
        settings={name: _text(settings, name) for name in settings},
        times_s={name: _number(times_s, name) for name in times_s},
        warnings=_warnings_of(parts, known),
    )


def _parsed(text: object) -> dict[str, Any]:
    """A JSON object that is nested no deeper than ours are."""
    if not isinstance(text, str) or len(text) > MOST_LETTERS:
        raise ValueError("a record is a text")
    return _object({"record": json_from(text, "a record")}, "record")


def _text(parts: object, key: str) -> str:
    return field(parts, key, str, "")


def _key(parts: object, key: str) -> str:
    """What stands in a column as it is: a ValueError for half of a letter, which JSON can name."""
    text = _text(parts, key)
    text.encode()
    return text


def _target_number(parts: object) -> int:
    number = _whole(parts, "number")
    if abs(number) > MOST_TARGETS:
        raise ValueError(f"no target has the number {number}")
    return number


def _whole(parts: object, key: str) -> int:
    number = field(parts, key, int, "")
    if number.bit_length() > MOST_BITS:
        raise ValueError(f"«{key}» is no number of ours")
    return number


def _object(parts: object, key: str) -> dict[str, Any]:
    return field(parts, key, dict, "")


def _list(parts: object, key: str) -> list[Any]:
    found = field(parts, key, list, "")
    if len(found) > MOST_PARTS:
        raise ValueError(f"«{key}» has {len(found):,} parts")
    return found


def _number(parts: dict[str, Any], key: str) -> float:
    return _numbers([parts.get(key)])[0]


def _way(place: object) -> tuple[float, float]:
    east, north = numbers(place, 2, "a place")
    return east, north


def _numbers(found: Sequence[object]) -> tuple[float, ...]:
    return numbers(found, len(found), "a number")
