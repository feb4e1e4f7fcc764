"""JSON as the published rewards read it: to the letter, or else whatever json_repair makes of it.

The backend reads more, and by a reader of its own; here the library counts that the papers' code calls.
"""

from __future__ import annotations

import json
import re
from typing import Any

import json_repair

MAX_REPAIRED_CHARS = 4_000  # of 1,024 tokens of JSON
MAX_OPEN = 8  # brackets of a kind, and braces without a key: each one more makes all after it slower
MAX_MARKS_TIMES_CHARS = 400_000  # 24 targets have 300,000; the library takes up to 37 ns for each, 15 ms
_MARK = re.compile(r"[\"'“”‘’`\\/*#(})]")
_NO_OBJECT = re.compile(r"\{(?![^:{}\[\]()]*:)")  # the library reads a set there, by way of many detours
_BRACKET = re.compile(r"[\[\]{}()]")
_OPENER = {"}": "{", "]": "[", ")": "("}
FAILURES = (
    AssertionError,
    RecursionError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
)  # the library's


def repaired_json(text: str) -> Any:
    """None where it cannot be repaired, and where it is broken and the library would take long for it."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):  # also numbers of thousands of digits, thousands of brackets
        pass
    if _is_slow(text):
        return None
    try:
        return json_repair.loads(text, skip_json_loads=True)
    except FAILURES:
        return None


def _is_slow(text: str) -> bool:
    """The library looks ahead from every mark, often to the end: 20,000 letters of «{"» take it 18 s."""
    if len(text) > MAX_REPAIRED_CHARS or len(_MARK.findall(text)) * len(text) > MAX_MARKS_TIMES_CHARS:
        return True
    if len(_NO_OBJECT.findall(text)) > MAX_OPEN:
        return True
    still_open = {"{": 0, "[": 0, "(": 0}
    for bracket in _BRACKET.findall(text):
        kind = _OPENER.get(bracket, bracket)
        still_open[kind] = max(0, still_open[kind] + (1 if bracket == kind else -1))
        if still_open[kind] > MAX_OPEN:
            return True
    return False
