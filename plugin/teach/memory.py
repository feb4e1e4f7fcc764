"""What the page «Teach» remembers between sessions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median
from typing import Optional

from ..settings import read_into, write_fields

BRANCH = "teach/"
LONGEST_S = 120.0  # between two samples; more is a pause


@dataclass(frozen=True)
class TeachMemory:
    folder: str = ""
    split: str = "train"
    kind: str = ""
    mask: bool = True
    questions: str = ""  # one a line, the latest first
    pace: str = ""  # TeachPace.text


def read_memory() -> TeachMemory:
    return read_into(TeachMemory(), BRANCH)


def write_memory(memory: TeachMemory) -> None:
    write_fields(memory, BRANCH)


@dataclass(frozen=True)
class TeachPace:
    """How long the samples of one day took."""

    day: str = ""  # ISO 8601
    seconds: tuple[float, ...] = ()

    def after(self, seconds: float, day: str) -> TeachPace:
        """With one more sample; a new day starts from zero."""
        before = self.seconds if day == self.day else ()
        return TeachPace(day, (*before, round(seconds, 2)) if seconds <= LONGEST_S else before)

    def on(self, day: str) -> Optional[float]:
        """The median; None where there are no samples of that day."""
        return median(self.seconds) if self.seconds and day == self.day else None

    @property
    def text(self) -> str:
        return " ".join((self.day, *map(str, self.seconds)))


def pace_of(text: str) -> TeachPace:
    """Parses TeachPace.text; an empty one for any other text."""
    day, *seconds = text.split() or [""]
    try:
        pace = TeachPace(day, tuple(float(each) for each in seconds))
    except ValueError:
        return TeachPace()
    return pace if all(0 <= each <= LONGEST_S for each in pace.seconds) else TeachPace()


def latest_first(question: str, before: Iterable[str]) -> tuple[str, ...]:
    return (question, *(other for other in before if other != question))
