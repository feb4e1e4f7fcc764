"""JSON as the published rewards read it: to the letter, or else whatever json_repair makes of it.

The backend reads more, and by a reader of its own; here the library counts that the papers' code calls.
"""

from __future__ import annotations

import json
from typing import Any

import json_repair

MAX_REPAIRED_CHARS = 8_000  # 1,024 tokens of JSON have half; the library may take a second for them
FAILURES = (
    AssertionError,
    RecursionError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
)  # the library's


def repaired_json(text: str) -> Any:
    """None where it cannot be repaired, and where it is broken and longer than MAX_REPAIRED_CHARS."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):  # also numbers of thousands of digits, thousands of brackets
        pass
    if len(text) > MAX_REPAIRED_CHARS:
        return None
    try:
        return json_repair.loads(text, skip_json_loads=True)
    except FAILURES:
        return None
