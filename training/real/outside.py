"""What the pair does not know: questions outside its kinds, and the thought with which it says so.

The answer's list says it by itself, as backend/parsing/unknown.py reads it; the thought is for the user. It
does not repeat what was asked for: the question stands beside the answer anyway, and a small network copies
words badly that it never met.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from numpy.random import Generator

from .kinds import FOLDER, Kind, Noun, kinds
from .wordings import by_name, filled, shapes, shapes_table, trained_by_name, typed

KNOWN_ALOUD = "buildings, pools, trees, water, boats, roads, cars, airplanes, tanks, courts and fields"
UNKNOWN_WORDS = "I do not know"
THOUGHT = f"{UNKNOWN_WORDS} what that looks like. I know {KNOWN_ALOUD}."
CHAT = 0.12  # of the trained questions outside are small talk
ANY_SENTENCE = 0.15  # of the others ask what nobody asks of a map
WITH_ADJECTIVE = 0.15
SEEN_ON_GROUND = ("land", "works", "moving", "animals")  # of outside.toml's lists


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


def compound(first: str, rng: Generator) -> str:
    """Of two nouns, the last one says what is meant: a tree house is no tree."""
    possible = [f"{first} {head}" for head in heads()]
    return _any([name for name in possible if name not in held_out_words()], rng)


@cache
def heads() -> tuple[str, ...]:
    """What trained words of things on the ground end in, where it has nothing to do with a kind."""
    named = {word for kind in kinds().values() for text in named_texts(kind) for word in text.lower().split()}
    ours = named.union(own_words())
    lists = (_table()["trained"][name] for name in SEEN_ON_GROUND)
    last = (entry.split()[-1] for entries in lists for entry in _split(entries))
    return tuple(dict.fromkeys(word for word in last if not {word, plural(word)} & ours))


@cache
def own_words() -> tuple[str, ...]:
    """Names of kinds, and what has to do with them, where they are one word."""
    texts = (text for kind in kinds().values() for text in (*named_texts(kind), *kind.related))
    return tuple(dict.fromkeys(text for text in texts if text.isalpha()))


def named_texts(kind: Kind) -> Iterator[str]:
    """As questions of training name it."""
    return (text for noun in kind.trained_names for text in (noun.one, noun.many))


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
