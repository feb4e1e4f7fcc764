"""What the backend said, in the person's language: it speaks plain English and knows no Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from string import Formatter
from typing import Optional

from qgis.PyQt.QtCore import QCoreApplication

from ..backend.entries.entry import Entry
from ..backend.errors import AskMapError
from .language import I18N
from .number_format import translated_figure

CONTEXT = "askmap-backend"
MOST_ENDS = 8  # full stops that may part a sentence from its hint; a path has some, too
PATTERNS = I18N / "backend.txt"  # one a line, such as «{0} cannot be read.»; collected from backend/


@dataclass(frozen=True)
class Pattern:
    source: str
    literals: tuple[str, ...]  # what stands before, between and after its fields

    def fields_in(self, sentence: str) -> Optional[list[str]]:
        """What stands in place of the fields; None where the sentence is another.

        Every literal is looked for behind the one before it and never again, so the time is linear in the
        sentence's length, whatever is in it.
        """
        (first, *others), begin = self.literals, len(self.literals[0])
        if not others or not sentence.startswith(first) or not sentence.endswith(others[-1]):
            return [] if sentence == first and not others else None
        end, found = len(sentence) - len(others[-1]), []
        for literal in others[:-1]:
            place = sentence.find(literal, begin, end)
            if place < 0:
                return None
            found.append(sentence[begin:place])
            begin = place + len(literal)
        return [*found, sentence[begin:end]] if begin <= end else None


def spoken(sentence: str) -> str:
    """The sentence in the language of the plugin, or that and its hint; as it is where nobody knows it."""
    for first, second in _halves(sentence):
        both = _known(first), _known(second)
        if None not in both:
            return " ".join(both)
    known = _known(sentence)
    return sentence if known is None else known


def said(error: AskMapError) -> str:
    """What happened and what to do next, in the person's language."""
    return f"{spoken(str(error))} {spoken(error.hint)}".strip()


def told(entry: Entry) -> Entry:
    """The entry as it is shown: what went wrong, what it warns of and its device in the person's language."""
    made = entry.provenance
    warnings = tuple(map(spoken, made.warnings))
    made = replace(made, warnings=warnings, device=spoken(made.device))
    return replace(entry, fault=spoken(entry.fault), provenance=made)


def _halves(sentence: str) -> Iterator[tuple[str, str]]:
    end = sentence.find(". ")
    for _ in range(MOST_ENDS):
        if end < 0:
            return
        yield sentence[: end + 1], sentence[end + 2 :]
        end = sentence.find(". ", end + 1)


def _known(sentence: str) -> Optional[str]:
    for pattern in patterns():
        fields = pattern.fields_in(sentence)
        if fields is not None:
            return _translated(pattern.source).format(*map(_part, pattern.literals, fields))
    return None


def _part(before: str, field: str) -> str:
    """A field of a sentence: «The reasoner», a number, or what stays as it is, such as a «name»."""
    return _translated(field) if before.endswith("«") else translated_figure(_translated(field))


@lru_cache(maxsize=1)
def patterns() -> tuple[Pattern, ...]:
    """The longest first: where two fit, it says more of the sentence than the other."""
    lines = PATTERNS.read_text(encoding="utf-8").splitlines()
    found = [Pattern(line, _literals(line)) for line in lines]
    return tuple(sorted(found, key=lambda pattern: -len("".join(pattern.literals))))


def _literals(source: str) -> tuple[str, ...]:
    literals = [""]
    for literal, field, _, _ in Formatter().parse(source):
        literals[-1] += literal
        if field is not None:
            literals.append("")
    return tuple(literals)


def _translated(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)
