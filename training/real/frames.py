"""Frames in which any name may stand, and words that say nothing: frames.toml, read.

A network that learns language from nothing takes a sentence that it has not met for one about something
unknown. So names of kinds, and of what is no kind, stand in the same frames, among words that say nothing:
what is left to decide is the name. frames.toml was written without a look at evaluation's sentences.
"""

from __future__ import annotations

import tomllib
from functools import cache

from numpy.random import Generator

from .kinds import FOLDER

FILLED = 0.35  # of the sentences have words in them that say nothing
MOST_FILLERS = 2


def frames() -> tuple[str, ...]:
    """With a place for {one}, {a} or {many}."""
    return _table()["by_name"]


def filled(sentence: str, rng: Generator) -> str:
    """At times with words in it, anywhere, that do not change what is asked for."""
    if rng.random() >= FILLED:
        return sentence
    words, fillers = sentence.split(" "), _table()["filler"]
    for _ in range(int(rng.integers(1, MOST_FILLERS + 1))):
        words.insert(int(rng.integers(len(words) + 1)), fillers[int(rng.integers(len(fillers)))])
    return " ".join(words)


def texts() -> list[str]:
    """All of it without names, for the tokenizer."""
    bare = (frame.format(one="", a="", many="") for frame in frames())
    return [*bare, *(f" {word}" for word in _table()["filler"])]


@cache
def _table() -> dict[str, tuple[str, ...]]:
    read = tomllib.loads((FOLDER / "frames.toml").read_text(encoding="utf-8"))
    return {name: tuple(rows) for name, rows in read.items()}
