"""What the pair does not know: questions outside its kinds, and the thought with which it says so.

The answer's list says it by itself, as backend/parsing/unknown.py reads it; the thought is for the user. It
does not repeat what was asked for: the question stands beside the answer anyway, and a small network copies
words badly that it never met.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from typing import Any

from numpy.random import Generator

from .kinds import FOLDER, Noun
from .wordings import by_name, filled, shapes, shapes_table, trained_by_name, typed

KNOWN_ALOUD = "buildings, pools, trees, water, boats, roads, cars, airplanes, tanks, courts and fields"
THOUGHT = f"I do not know what that looks like. I know {KNOWN_ALOUD}."
CHAT = 0.12  # of the trained questions outside are small talk
ANY_SENTENCE = 0.15  # of the others ask what nobody asks of a map
WITH_ADJECTIVE = 0.15


def outside_question(rng: Generator, wordings: str) -> str:
    """Words that are trained in trained sentences, or words and sentences that are not."""
    if wordings == "out":
        return held_out_question(int(rng.integers(len(held_out_words()))), rng)
    if rng.random() < CHAT:
        return typed(_any(_table()["chat"]["trained"], rng), rng)
    return question_about(_any(trained_words(), rng), rng)


def question_about(word: str, rng: Generator) -> str:
    """A trained sentence about any word."""
    if rng.random() < WITH_ADJECTIVE:
        word = f"{_any(shapes_table()['adjectives']['trained'], rng)} {word}"
    if rng.random() < ANY_SENTENCE:
        return typed(by_name(_any(shapes_table()["none_of_it"]["trained"], rng), noun(word)), rng)
    return typed(filled(trained_by_name(noun(word), rng), rng), rng)


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
