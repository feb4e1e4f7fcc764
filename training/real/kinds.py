"""The kinds that views of real imagery are asked about, and how they are spoken of, as two tables say.

Twelve of them are those of the generated landscapes, by the same ids: the same words mean the same thing.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
VOWELS = "aeiou"


@dataclass(frozen=True)
class Noun:
    """What one of a kind and what several of it are called; the same word where it is not counted."""

    one: str
    many: str

    @property
    def with_article(self) -> str:
        return self.one if self.one == self.many else f"{article(self.one)} {self.one}"


@dataclass(frozen=True)
class Kind:
    """See kinds.toml, associations.toml and phrases.toml; pieces are as those of synthetic/wordings.toml."""

    id: str
    name: str
    plural: str
    why: str
    names: tuple[Noun, ...]
    names_out: tuple[Noun, ...]
    made_of: tuple[str, ...]
    members: tuple[str, ...]
    rivals: tuple[str, ...]
    near: tuple[str, ...]
    pieces: dict[str, list[str]]
    asks: tuple[str, ...]
    asks_out: tuple[str, ...]
    related: tuple[str, ...]
    more_names: tuple[Noun, ...]  # of phrases.toml, as the next: no question of evaluation uses them
    more_asks: tuple[str, ...]

    @property
    def trained_names(self) -> tuple[Noun, ...]:
        return (*self.names, *self.more_names)

    @property
    def trained_asks(self) -> tuple[str, ...]:
        return (*self.asks, *self.more_asks)

    @property
    def base(self) -> tuple[str, ...]:
        """The kinds of things that answer for it: its members, or itself."""
        return self.members or (self.id,)


def article(word: str) -> str:
    """Of a word that begins as it is written: «a unit» is not among ours."""
    return "an" if word[:1].lower() in VOWELS else "a"


@cache
def kinds() -> dict[str, Kind]:
    associations, phrases = _table("associations"), _table("phrases")
    return {
        name: _kind(name, row, associations[name], phrases[name]) for name, row in _table("kinds").items()
    }


@cache
def base_kinds() -> tuple[str, ...]:
    """Those that a thing may have: no hypernyms."""
    return tuple(kind.id for kind in kinds().values() if not kind.members)


@cache
def kind_of_category() -> dict[str, str]:
    """By the category's name in the sets' files."""
    return {category: kind.id for kind in kinds().values() for category in kind.made_of}


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def _kind(
    name: str, row: dict[str, Any], associations: dict[str, list[str]], phrases: dict[str, list[str]]
) -> Kind:
    return Kind(
        name,
        row["name"],
        row["plural"],
        row["why"],
        _nouns(row["names"]),
        _nouns(row["names_out"]),
        tuple(row.get("made_of", ())),
        tuple(row.get("members", ())),
        tuple(row.get("rivals", ())),
        tuple(row.get("near", ())),
        {piece: row[piece] for piece in ("does", "is", "uses", "nouns") if piece in row},
        (*row["asks"], *associations["asks"]),
        tuple(row["asks_out"]),
        tuple(associations["related"]),
        _nouns(phrases["names"]),
        tuple(phrases["asks"]),
    )


def _nouns(pairs: list[str]) -> tuple[Noun, ...]:
    return tuple(Noun(*pair.split("|")) for pair in pairs)
