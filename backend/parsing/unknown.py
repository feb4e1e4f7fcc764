"""Whether an answer says that the reasoner does not know what was asked for, as its format says it.

    <think>I do not know what that looks like. I know buildings, …</think><answer>[{"unknown":1}]</answer>

An answer of its own in the list, not a phrase of the thought beside an empty one: `[]` means «none», and a
reader that does not know of this outcome finds neither a place nor «none» here, so that it refuses the answer
and never takes it for «none».
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from ..formats import AnswerFormat

_MAX_NESTING = 4  # {"answer": [{"unknown": 1}]} needs two
_NO = (False, 0)


def unknown_rows(form: AnswerFormat) -> list[dict[str, object]]:
    """The answer's list that says so; ValueError where the format cannot."""
    if form.unknown is None:
        raise ValueError(f"the format {form.name} cannot say that something is not known")
    rows: list[dict[str, object]] = json.loads(form.unknown)
    return rows


def is_unknown(values: Iterable[object], key: str, *, nesting: int = 0) -> bool:
    """Whether a list as it was read holds the key, or the word alone; {"unknown": false} says no."""
    return any(_says_so(value, key, nesting) for value in (values if nesting <= _MAX_NESTING else ()))


def says_unknown(answer: str, values: Sequence[Any], form: AnswerFormat) -> bool:
    """Of the text of an answer and what was read of its JSON: the word alone will do where that is none."""
    key = form.unknown_key
    return key is not None and (is_unknown(values, key) or (not values and _spelled(answer) == key))


def _says_so(value: object, key: str, nesting: int) -> bool:
    if isinstance(value, dict):
        named = {_spelled(str(name)): held for name, held in value.items()}
        if key in named:
            return named[key] not in _NO
        return is_unknown(value.values(), key, nesting=nesting + 1)
    if isinstance(value, list):
        return is_unknown(value, key, nesting=nesting + 1)
    return isinstance(value, str) and _spelled(value) == key


def _spelled(word: str) -> str:
    """«Unknown», «'unknown'» and «unknown.» are one word."""
    return "".join(filter(str.isalpha, word[:40])).lower()
