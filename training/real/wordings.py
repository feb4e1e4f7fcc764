"""Sentences that ask for a kind: by its name, by what it is good for, or by what has to do with it.

Those of "in" are trained; those of "out" only evaluation asks, and none of them is one of the others. A
network that learns language from nothing takes a sentence that it has not met for one about something
unknown. So names of kinds, and of what is no kind, stand in the same frames, among words that say nothing:
what is left to decide is the name.
"""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from numpy.random import Generator

from ..synthetic.questions import DOES, IS, MIGHT, PURPOSES, THAT, USES, wide_wordings
from .kinds import FOLDER, Kind, Noun, kinds

BY_NAME = 0.5  # of the questions
RELATED = 0.3  # of the others are about a word that has to do with the kind
IMPLIED = 0.7  # of the rest are whole sentences: asks in kinds.toml, associations.toml and phrases.toml
FRAMED = 0.6  # of the questions by name stand in one of the frames
FILLED, MOST_FILLERS = 0.35, 2  # of the sentences have words in them that say nothing
TYPED = 0.12  # are written as in haste: no capital, no full stop


def question(kind: Kind, rng: Generator, wordings: str, *, by_name: bool = False) -> str:
    """A random one; `by_name` where what the kind is good for would mean something else too."""
    if wordings == "out":
        is_named = by_name or rng.random() < BY_NAME
        return _any(named(kind.id, wordings) if is_named else kind.asks_out, rng)
    return typed(filled(_trained(kind, rng, is_named=by_name or rng.random() < BY_NAME), rng), rng)


def _trained(kind: Kind, rng: Generator, *, is_named: bool) -> str:
    if is_named:
        return trained_by_name(kind.trained_names[int(rng.integers(len(kind.trained_names)))], rng)
    if rng.random() < RELATED:
        return about(_any(kind.related, rng), rng)
    by_function = () if rng.random() < IMPLIED else functions(kind.id)
    return _any(by_function or kind.trained_asks, rng)


def trained_by_name(noun: Noun, rng: Generator) -> str:
    return by_name(
        _any(tuple(shapes_table()["frames"]) if rng.random() < FRAMED else shapes("in"), rng), noun
    )


def about(word: str, rng: Generator) -> str:
    """A sentence about what has to do with the word, whatever part of speech it is."""
    return _any(tuple(shapes_table()["about"]), rng).format(word=word)


def filled(sentence: str, rng: Generator) -> str:
    """At times with words in it, anywhere, that do not change what is asked for."""
    if rng.random() >= FILLED:
        return sentence
    words, fillers = sentence.split(" "), tuple(shapes_table()["filler"])
    for _ in range(int(rng.integers(1, MOST_FILLERS + 1))):
        words.insert(int(rng.integers(len(words) + 1)), _any(fillers, rng))
    return " ".join(words)


@cache
def frames() -> tuple[str, ...]:
    """More sentences for training than shapes("in")."""
    return tuple(shapes_table()["frames"])


def frame_texts() -> list[str]:
    """Frames without names, and fillers: for the tokenizer."""
    all_frames = (*frames(), *shapes_table()["about"])
    bare = (frame.format(one="", a="", many="", word="") for frame in all_frames)
    return [*bare, *(f" {word}" for word in shapes_table()["filler"])]


def typed(sentence: str, rng: Generator) -> str:
    if rng.random() >= TYPED:
        return sentence
    bare = (sentence.rstrip("?.") or sentence) if rng.random() < 0.7 else sentence
    return bare.lower() if rng.random() < 0.7 else bare


@cache
def named(kind_id: str, wordings: str) -> tuple[str, ...]:
    """Every sentence with every name: trained sentences with trained names, or held out both."""
    kind = kinds()[kind_id]
    nouns = kind.trained_names if wordings == "in" else (*kind.names_out, *kind.names_out, *kind.names)
    return tuple(by_name(shape, noun) for shape in shapes(wordings) for noun in nouns)


def by_name(shape: str, noun: Noun) -> str:
    sentence = shape.format(one=noun.one, a=noun.with_article, many=noun.many)
    return sentence[:1].upper() + sentence[1:] if shape[:1] != "{" else sentence


def shapes(wordings: str) -> tuple[str, ...]:
    return tuple(shapes_table()["trained" if wordings == "in" else "held_out"])


@cache
def functions(kind_id: str) -> tuple[str, ...]:
    """By what it is good for; () for hypernyms."""
    pieces = kinds()[kind_id].pieces
    generated = wide_wordings(kind_id) if kind_id in PURPOSES else ()
    return (*generated, *_sentences(pieces)) if pieces else generated


def _sentences(pieces: dict[str, list[str]]) -> tuple[str, ...]:
    does, uses = ([piece.split("|") for piece in pieces[key]] for key in ("does", "uses"))
    nouns = [noun for noun in pieces["nouns"] if noun != "part of the view"]
    done = [shape.format(who=who, do=do) for shape in (*DOES, *MIGHT) for who, do in does]
    been = [shape.format(it=it) for shape in IS for it in pieces["is"]]
    that = [shape.format(noun=noun, it=it) for shape in THAT for noun in nouns for it in pieces["is"]]
    used = [
        shape.format(who=who, use=use, noun=noun) for shape in USES for who, use in uses for noun in nouns
    ]
    return tuple(dict.fromkeys([*done, *been, *that, *used]))


@cache
def shapes_table() -> dict[str, Any]:
    return tomllib.loads((FOLDER / "shapes.toml").read_text(encoding="utf-8"))


def _any(sentences: tuple[str, ...], rng: Generator) -> str:
    return sentences[int(rng.integers(len(sentences)))]
