"""tokenizer.json of a reasoner: read by a library that believes it, so its parts are looked through first.

Its regular expressions may take for ever, and what replaces text may make gigabytes of a question: only those
parts are read that the models of the two families have.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from ..errors import ModelBroken, ModelUnsupported
from ..validation import shown
from .weights import read_json

LARGEST_BYTES = 1 << 26  # Qwen's have 11 MB
MOST_WORDS, MOST_ADDED, LONGEST_WORD = 1 << 20, 1 << 16, 1000
DEEPEST = 4  # of sequences in sequences
LONGEST_PATTERN, MOST_REPEATS = 500, 2  # of a pattern's alternative: each more makes it slower by a power

_PARTS = {
    "normalizer": ("Sequence", "NFC", "NFD", "NFKC", "NFKD", "Lowercase", "Strip"),
    "pre_tokenizer": (
        "Sequence",
        "Split",
        "ByteLevel",
        "Digits",
        "Punctuation",
        "Whitespace",
        "WhitespaceSplit",
    ),
    "post_processor": ("Sequence", "ByteLevel", "TemplateProcessing"),
    "decoder": ("Sequence", "ByteLevel", "ByteFallback", "Fuse"),
}
_INNER = ("normalizers", "pretokenizers", "processors", "decoders")
_REPEAT = re.compile(r"[*+]|\{\d*(,?)\d*\}")


def read_tokenizer(path: Path) -> Tokenizer:
    """ModelMissing, ModelBroken or ModelUnsupported."""
    content = read_json(path, LARGEST_BYTES)
    _check_words(content, path)
    for name in _PARTS:
        for part in _flat(content.get(name), path, 0):
            _check_part(name, part, path)
    # The library raises a bare Exception, and panics: nothing that could be caught by name
    with ThreadPoolExecutor(1) as reader:
        read = reader.submit(Tokenizer.from_str, json.dumps(content))
        fault = read.exception()
    if fault is not None:
        raise ModelBroken("The file {path} holds no tokenizer.", path=path) from fault
    tokenizer = read.result()
    tokenizer.encode_special_tokens = True  # a question cannot end its own turn
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def _check_words(content: dict[str, Any], path: Path) -> None:
    model, added = content.get("model"), content.get("added_tokens") or []
    words = model.get("vocab") if isinstance(model, dict) else None
    if not isinstance(model, dict) or not isinstance(words, dict) or not isinstance(added, list):
        raise ModelBroken("The file {path} holds no tokenizer.", path=path)
    if model.get("type", "BPE") != "BPE" or model.get("dropout"):
        raise ModelUnsupported(
            "The file {path} is not a BPE tokenizer, the only kind that AskMap reads.", path=path
        )
    numbers = [*words.values(), *(token.get("id") for token in added if isinstance(token, dict))]
    if len(words) > MOST_WORDS or len(added) > MOST_ADDED or not all(map(_is_number, numbers)):
        raise ModelBroken("The file {path} names tokens that no model has.", path=path)
    if not all(isinstance(each, dict) and _is_word(each.get("content")) for each in added):
        raise ModelBroken("The file {path} adds tokens that are not valid.", path=path)


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2 * MOST_WORDS


def _is_word(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value) <= LONGEST_WORD


def _flat(part: object, path: Path, depth: int) -> Iterator[dict[str, Any]]:
    """With what is in its sequences."""
    if part is None:
        return
    if not isinstance(part, dict) or depth > DEEPEST:
        raise ModelBroken("The file {path} holds no tokenizer.", path=path)
    yield part
    for inner in _INNER:
        listed = part.get(inner) or []
        for each in listed if isinstance(listed, list) else [listed]:
            yield from _flat(each, path, depth + 1)


def _check_part(name: str, part: dict[str, Any], path: Path) -> None:
    kind = part.get("type")
    if not isinstance(kind, str) or kind not in _PARTS[name]:
        raise ModelUnsupported(
            "The file {path} asks for the {name} «{kind}», which AskMap does not support.",
            path=path,
            name=name,
            kind=shown(kind),
        )
    pattern = part.get("pattern")
    if kind == "Split" and not (isinstance(pattern, dict) and all(map(is_quick, pattern.values()))):
        raise ModelUnsupported(
            "The file {path} splits text by a pattern that could take for ever.", path=path
        )


def is_quick(pattern: object) -> bool:
    """No repetition of a group, nothing that looks back, few repetitions one after another."""
    if (
        not isinstance(pattern, str)
        or len(pattern) > LONGEST_PATTERN
        or re.search(r"\\[1-9kg]|\(\?[<PR&(\d]", pattern)
    ):
        return False
    repeats = [0]  # of each group that is open, in the alternative at hand
    index, after_group = 0, False
    while index < len(pattern):
        letter = pattern[index]
        repeat = _REPEAT.match(pattern, index)
        if repeat and index:
            repeats[-1] += 1
            if after_group or repeats[-1] > MOST_REPEATS or _count(repeat.group()) > LONGEST_WORD:
                return False
            index, after_group = repeat.end(), False
            continue
        after_group = letter == ")"
        if letter == "\\":
            index += _escape(pattern, index)
        elif letter == "[":
            index = _end_of_set(pattern, index)
        elif letter == "(":
            repeats.append(0)
        elif letter == ")" and len(repeats) > 1:
            repeats[-2] += repeats[-1]
            repeats.pop()
            if repeats[-1] > MOST_REPEATS:
                return False
        elif letter == "|":
            repeats[-1] = 0
        index += 1
    return True


def _count(repeat: str) -> int:
    return max((int(number) for number in re.findall(r"\d{1,9}", repeat)), default=0)


def _escape(pattern: str, index: int) -> int:
    """How many letters follow the stroke, «{…}» of a property included."""
    named = re.match(r"\\[pPx]\{[^}]*\}", pattern[index:])
    return len(named.group()) - 1 if named else 1


def _end_of_set(pattern: str, index: int) -> int:
    """Of «[…]», whose first letter may be a bracket."""
    index += 2 if pattern[index + 1 : index + 2] in ("]", "^") else 1
    while index < len(pattern) and pattern[index] != "]":
        index += 2 if pattern[index] == "\\" else 1
    return index
