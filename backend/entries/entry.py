"""What the user makes of an Answer: each Target with its outline on the map, a verdict and a note.

    Answer -> Entry (the question and where it was asked) with its Findings

An Entry holds no arrays, so it is cheap to keep, to compare and to undo.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum
from uuid import uuid4

from ..geo.outlines import mask_geometry
from ..stages import Answer, Grid, Grounding, Provenance, Question, Target


class State(str, Enum):
    """The verdict on a target. As text, here as in the next two, it is what files and columns hold."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"

    __str__ = str.__str__


class Made(str, Enum):
    """Who made an outline, and how."""

    MODEL = "model"
    REFINED = "refined"
    DRAWN = "drawn"
    EDITED = "edited"

    __str__ = str.__str__


class Outcome(str, Enum):
    """How far a question came; the first is what a program that was killed leaves behind."""

    ASKED = "asked"
    ANSWERED = "answered"
    UNKNOWN = "unknown"  # answered, too: the reasoner does not know what was asked for
    STOPPED = "stopped"
    FAILED = "failed"

    __str__ = str.__str__


STATES = OPEN, ACCEPTED, REJECTED = tuple(State)
MADE = MODEL, REFINED, DRAWN, EDITED = tuple(Made)
OUTCOMES = ASKED, ANSWERED, UNKNOWN, STOPPED, FAILED = tuple(Outcome)


@dataclass(frozen=True)
class Finding:
    """One target as it stands after review."""

    number: int  # from 1, never given twice in its entry
    target: Target  # what SAM2 was prompted with last, in pixels of the entry's grid
    outline: bytes  # WKB of a MultiPolygon in map units of the entry's grid, perhaps an empty one
    score: float
    state: State = OPEN
    note: str = ""
    made: Made = MODEL

    def __post_init__(self) -> None:
        if self.number < 1:
            raise ValueError(f"findings are counted from 1, not {self.number}")
        if self.state not in STATES or self.made not in MADE:
            raise ValueError(f"a finding is not «{self.state}», made by «{self.made}»")
        object.__setattr__(self, "state", State(self.state))  # a signal or a file brings it as text
        object.__setattr__(self, "made", Made(self.made))

    @property
    def confidence(self) -> float | None:
        """Of what the model found, as long as nobody has corrected it."""
        return self.target.confidence if self.made == MODEL else None

    @property
    def is_doubtful(self) -> bool:
        return self.made == MODEL and self.target.is_doubtful


@dataclass(frozen=True)
class Entry:
    """One question and all that came of it."""

    id: str  # of new_id()
    question: Question
    grounding: Grounding  # as the model gave it
    grid: Grid
    provenance: Provenance
    findings: tuple[Finding, ...] = ()
    follows: str = ""  # the id of the entry that it follows up
    outcome: Outcome = ANSWERED
    fault: str = ""  # the sentence, where it failed

    def __post_init__(self) -> None:
        if self.outcome not in OUTCOMES:
            raise ValueError(f"an entry is not «{self.outcome}»")
        object.__setattr__(self, "outcome", Outcome(self.outcome))
        if len({finding.number for finding in self.findings}) < len(self.findings):
            raise ValueError("two findings have the same number")

    def finding(self, number: int) -> Finding | None:
        return next((finding for finding in self.findings if finding.number == number), None)

    def in_state(self, *states: State) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.state in states)

    def with_finding(self, finding: Finding) -> Entry:
        """The finding in the place of the one with its number, or in the order of the numbers."""
        others = (other for other in self.findings if other.number != finding.number)
        return replace(self, findings=_ordered((*others, finding)))

    def without_finding(self, number: int) -> Entry:
        return replace(self, findings=tuple(f for f in self.findings if f.number != number))


def merged(stored: Finding, before: Finding, after: Finding) -> Finding:
    """What differs between the last two, done to what someone else may have changed meanwhile."""
    old = vars(before)
    return replace(stored, **{name: value for name, value in vars(after).items() if value != old[name]})


def clash(stored: Finding, before: Finding, after: Finding) -> bool:
    """Whether someone else has changed the same meanwhile, and to something else."""
    old, new = vars(before), vars(after)
    return any(
        value not in (old[name], new[name]) and new[name] != old[name] for name, value in vars(stored).items()
    )


def new_id() -> str:
    return uuid4().hex


def entry_from(answer: Answer, id: str, follows: str = "") -> Entry:
    """The Entry of an answer that nobody has reviewed yet; its findings are its targets, counted from 1."""
    found = (
        Finding(index + 1, target, mask_geometry(mask, answer.grid), float(score))
        for index, (target, mask, score) in enumerate(
            zip(answer.grounding.targets, answer.masks.masks, answer.masks.scores)
        )
    )
    said = answer.grounding
    outcome = UNKNOWN if said.is_unknown else ANSWERED
    return Entry(id, answer.question, said, answer.grid, answer.provenance, tuple(found), follows, outcome)


def _ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: finding.number))
