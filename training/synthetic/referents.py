"""Referents: which things of a list a question means, by number, size, place, or what they lie near.

Only unambiguous ones are chosen: see the margins below.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from ...backend.stages import Target
from .landscape import KINDS, Landscape
from .proximity import away_from, is_near
from .questions import PURPOSES

# Lengths in parts of the view's side, areas in parts of each other
CLEAR_OF_THE_NEXT = 0.05  # the outermost one
CLEAR_OF_THE_MIDDLE = 0.06  # what lies in one half
LARGER = 1.25  # than the next one
MOST_NUMBER = 12  # that is asked for, on the list or not
# How often each is tried first; there are two phrases for sizes and eight for sides
SORTS = {"number": 0.08, "size": 0.12, "outermost": 0.24, "half": 0.14, "near": 0.38, "all": 0.04}
PARTED = 0.8  # share of «near» questions about a kind that only a part of the list lies near


@dataclass(frozen=True, eq=False)
class Listed:
    """One target of the answer before; its box is a little off, its points are true."""

    number: int
    target: Target
    mask: NDArray[np.bool_]  # (S, S)

    @property
    def area(self) -> int:
        return int(self.mask.sum())

    def middle(self, axis: int) -> float:
        """Of its box along x (0) or y (1), in parts of the view's side."""
        box = self.target.box
        assert box is not None
        return ((box.x0 + box.x1) if axis == 0 else (box.y0 + box.y1)) / 2 / len(self.mask)


@dataclass(frozen=True)
class Referent:
    """Which of the list a phrase refers to, and what is true of them: «is named», «are named»."""

    sort: str  # a table of follow_ups.toml
    numbers: tuple[int, ...]
    one: str = ""
    several: str = ""
    otherwise: str = ""  # what is true of each of the others, where each is judged by itself
    is_listed: bool = False  # whether the list states it, under the name of the sort
    numbers_text: str = ""  # the numbers as the phrase writes them
    near_kind: str = ""  # the kind that they lie near


def choose(world: Landscape, kind: str, listed: Sequence[Listed], rng: Generator) -> Referent:
    """A referent of the first sort, in random order, that is unambiguous here."""
    tries = (
        _near(world, kind, listed, rng) if sort == "near" else _ALONE[sort](listed, rng)
        for sort in _shuffled(SORTS, rng)
    )
    return next(referent for referent in tries if referent)  # a number can always be asked for


def choose_alone(listed: Sequence[Listed], rng: Generator) -> Referent:
    """The same, among the sorts that can be decided from the list without the picture."""
    alone = {sort: SORTS[sort] for sort in _ALONE}
    return next(referent for sort in _shuffled(alone, rng) if (referent := _ALONE[sort](listed, rng)))


def _shuffled(shares: dict[str, float], rng: Generator) -> list[str]:
    p = np.array(list(shares.values()))
    return [str(sort) for sort in rng.choice(list(shares), len(shares), replace=False, p=p / p.sum())]


def _by_number(listed: Sequence[Listed], rng: Generator) -> Referent | None:
    """One or two of the list; at times one that is not on it."""
    known = [each.number for each in listed]
    if not known or rng.random() < 0.1:
        wrong = str(rng.choice([number for number in range(1, MOST_NUMBER + 1) if number not in known]))
        return Referent("number", (), f"is number {wrong}", numbers_text=wrong)
    count = 2 if len(known) > 2 and rng.random() < 0.4 else 1
    numbers = tuple(sorted(rng.choice(known, count, replace=False).tolist()))
    return Referent("number", numbers, "is named", "are named", numbers_text=" and ".join(map(str, numbers)))


def _by_size(listed: Sequence[Listed], rng: Generator) -> Referent | None:
    sort = str(rng.choice(["largest", "smallest"]))
    in_order = sorted(listed, key=lambda each: each.area, reverse=sort == "largest")
    areas = [each.area for each in in_order[:2]]
    if not listed or (len(areas) == 2 and max(areas) < LARGER * min(areas)):
        return None
    return Referent(sort, (in_order[0].number,), is_listed=True)


def _outermost(listed: Sequence[Listed], rng: Generator) -> Referent | None:
    sort, axis, last = (
        ("westernmost", 0, False),
        ("easternmost", 0, True),
        ("northernmost", 1, False),
        ("southernmost", 1, True),
    )[int(rng.integers(4))]
    in_order = sorted(listed, key=lambda each: each.middle(axis), reverse=last)
    places = [each.middle(axis) for each in in_order[:2]]
    if not listed or (len(places) == 2 and abs(places[0] - places[1]) < CLEAR_OF_THE_NEXT):
        return None
    return Referent(sort, (in_order[0].number,), is_listed=True)


def _in_half(listed: Sequence[Listed], rng: Generator) -> Referent | None:
    sort, axis, sign = (("westerly", 0, -1), ("easterly", 0, 1), ("northerly", 1, -1), ("southerly", 1, 1))[
        int(rng.integers(4))
    ]
    beyond = {each.number: sign * (each.middle(axis) - 0.5) for each in listed}
    if not beyond or min(abs(value) for value in beyond.values()) < CLEAR_OF_THE_MIDDLE:
        return None
    return Referent(sort, tuple(n for n, value in beyond.items() if value > 0), is_listed=True)


def _all(listed: Sequence[Listed], rng: Generator) -> Referent | None:
    return Referent("all", tuple(each.number for each in listed), "is on the list", "are on the list")


_ALONE = {  # the sorts that are decided from the list alone
    "number": _by_number,
    "size": _by_size,
    "outermost": _outermost,
    "half": _in_half,
    "all": _all,
}


def _near(world: Landscape, kind: str, listed: Sequence[Listed], rng: Generator) -> Referent | None:
    """Near things of another kind; mostly of one that parts the list."""
    clear = [referent for other in KINDS if other != kind and (referent := _near_to(world, other, listed))]
    parting = [referent for referent in clear if 0 < len(referent.numbers) < len(listed)]
    choice = parting if parting and rng.random() < PARTED else clear
    return choice[int(rng.integers(len(choice)))] if choice else None


def _near_to(world: Landscape, kind: str, listed: Sequence[Listed]) -> Referent | None:
    away = away_from(world, kind)
    if away is None:
        return None
    near = {each.number: is_near(float(away[each.mask].min())) for each in listed}
    if not near or None in near.values():
        return None
    where = f"lies near {PURPOSES[kind].name}"
    numbers = tuple(number for number, is_so in near.items() if is_so)
    return Referent("near", numbers, where, otherwise="does not", near_kind=kind)
