"""What the pair does not know: questions outside its kinds, and the one way in which it says so.

How it is written, in the format think2seg:

    <think>I do not know what that looks like. I know buildings, …</think><answer>[{"unknown": 1}]</answer>

An answer of its own in the list, not a phrase of the thought beside an empty list: `[]` means «none», and a
reader that looks for boxes, points or «none» finds neither here, so that one who does not know of this
outcome calls it unreadable and never «none». No format that AskMap reads has such a key. The thing asked for
is not repeated: the question is shown beside the answer anyway, and a small network copies new words badly.
A reader needs `is_unknown(values)` of the answer's list, and nothing of the thought.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from typing import Any

from numpy.random import Generator

from .kinds import FOLDER, Noun
from .wordings import by_name, shapes, shapes_table, typed

UNKNOWN = "unknown"  # the key; its value says nothing
KNOWN_ALOUD = "buildings, pools, trees, water, boats, roads, cars, airplanes, tanks, courts and fields"
THOUGHT = f"I do not know what that looks like. I know {KNOWN_ALOUD}."
CHAT = 0.12  # of the trained questions outside are small talk
ANY_SENTENCE = 0.15  # of the others ask what nobody asks of a map
WITH_ADJECTIVE = 0.15


def unknown_rows() -> list[dict[str, object]]:
    """The answer's list."""
    return [{UNKNOWN: 1}]


def is_unknown(values: Sequence[object]) -> bool:
    """Whether an answer's list says so."""
    return any(isinstance(value, dict) and UNKNOWN in value for value in values)


def outside_question(rng: Generator, wordings: str) -> str:
    """Words that are trained in trained sentences, or words and sentences that are not."""
    if wordings == "out":
        return held_out_question(int(rng.integers(len(held_out_words()))), rng)
    if rng.random() < CHAT:
        return typed(_any(_table()["chat"]["trained"], rng), rng, "in")
    word, strange = _any(trained_words(), rng), rng.random() < ANY_SENTENCE
    if rng.random() < WITH_ADJECTIVE:
        word = f"{_any(shapes_table()['adjectives']['trained'], rng)} {word}"
    sentences = shapes_table()["none_of_it"]["trained"] if strange else shapes("in")
    return typed(by_name(_any(sentences, rng), noun(word)), rng, "in")


def held_out_question(number: int, rng: Generator) -> str:
    """About one of the words that are never trained; small talk as it is."""
    word = held_out_words()[number]
    if word in _split(_table()["held_out"]["talk"]):
        return word[:1].upper() + word[1:]
    return by_name(_any(shapes("out"), rng), noun(word))


def noun(word: str) -> Noun:
    return Noun(word, plural(word))


def plural(word: str) -> str:
    """Well enough for questions that nobody has to answer."""
    if word.endswith(("s", "x", "ch", "sh", "z")):
        return word if word.endswith("s") else f"{word}es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}s"


@cache
def trained_words() -> tuple[str, ...]:
    return tuple(word for words in _table()["trained"].values() for word in _split(words))


@cache
def held_out_words() -> tuple[str, ...]:
    """One hundred."""
    return tuple(word for words in _table()["held_out"].values() for word in _split(words))


def _split(words: str) -> list[str]:
    return [word.strip() for word in words.split(",")]


def _any(words: Sequence[str], rng: Generator) -> str:
    return words[int(rng.integers(len(words)))]


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((FOLDER / "outside.toml").read_text(encoding="utf-8"))
