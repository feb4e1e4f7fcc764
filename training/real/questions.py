"""Questions about views of real ground, with their whole truth.

A kind is asked for where its labels prove what is there, denied where they prove that nothing is, and left
alone where they leave it open. Some questions speak of what no label here knows: see outside.py.
"""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from ...backend.stages import Target
from ..data.parts import target_from
from ..data.samples import OUTSIDE
from ..synthetic.questions import LandscapeQuestion, centre_x, place_of
from .kinds import Kind, kinds
from .outside import THOUGHT, outside_question
from .rendering import RealThing, RealView
from .wordings import question

NONE_SHARE, OUTSIDE_SHARE = 0.25, 0.15  # of the questions; the others have targets
MOST_TARGETS = 24  # of one question, the largest first
LEAST_SHARE = 0.85  # of a kind's pixels that these hold, or it is not asked for
HYPERNYMS = 0.25  # how often a hypernym is asked for against a kind
MOST_COVER, RARELY = 0.6, 0.15  # what covers more of the view is asked for so often against others
SELDOM_ABSENT = {  # kinds that labels seldom prove absent: denied so much more often where they do
    "building": 16, "car": 10, "trees": 25, "road": 25, "parking": 10, "vehicle": 12, "transport": 8,
    "truck": 4, "lived_in": 8, "wet": 8, "sports_ground": 3, "court": 2, "pool": 2, "housing": 2,
    "intersection": 2, "flood": 0.6,
    "marina": 0.6, "apron": 0.7, "airplane": 0.8, "airfield": 0.8, "pier": 0.7,
    "mobile_home": 0.5, "tank": 2, "water": 2, "riverside": 1.5,
}  # fmt: skip
TOLD_EACH = 3  # targets up to which the thought says where each of them is
MANY, VERY_MANY = 7, 14  # targets from which it says so: a small network cannot count them


def ask(view: RealView, rng: Generator, wordings: str = "in") -> LandscapeQuestion:
    """A random question in trained wordings ("in"), or in those that only evaluation asks ("out")."""
    dice = rng.random()
    if dice < OUTSIDE_SHARE:
        return ask_outside(view, rng, wordings)
    there, absent = answerable(view), absent_kinds(view)
    nothing = bool(absent) and (not there or dice < OUTSIDE_SHARE + NONE_SHARE)
    if not there and not absent:
        return ask_outside(view, rng, wordings)
    names = absent if nothing else list(there)
    weights = np.array([_weight(name, there) * SELDOM_ABSENT.get(name, 1) ** nothing for name in names])
    return ask_for(view, str(rng.choice(names, p=weights / weights.sum())), rng, wordings)


def ask_for(view: RealView, kind_id: str, rng: Generator, wordings: str = "in") -> LandscapeQuestion:
    """About a kind that is answerable or absent."""
    kind, things = kinds()[kind_id], answerable(view).get(kind_id, ())
    is_shared = any(_is_near(rival, view, denied=not things) for rival in kind.rivals)
    words = question(kind, rng, wordings, by_name=is_shared)
    side = len(view.image)
    targets = sorted((target_from(thing.mask) for thing in things), key=centre_x)
    union = np.any([t.mask for t in things], axis=0) if things else np.zeros((side, side), np.bool_)
    return LandscapeQuestion(words, thought(kind, targets, side), tuple(targets), np.asarray(union), kind_id)


def ask_outside(view: RealView, rng: Generator, wordings: str = "in") -> LandscapeQuestion:
    """What no answer of this pair can be about."""
    empty = np.zeros(view.image.shape[:2], np.bool_)
    return LandscapeQuestion(outside_question(rng, wordings), THOUGHT, (), empty, OUTSIDE, unknown=True)


def answerable(view: RealView) -> dict[str, tuple[RealThing, ...]]:
    """Kinds that may be asked for with what answers, the largest first."""
    found = {kind.id: _answer(kind, view) for kind in kinds().values()}
    return {name: things for name, things in found.items() if things}


def absent_kinds(view: RealView) -> list[str]:
    """Kinds of which there is nothing for sure, nor of those that some would call so."""
    return [
        kind.id
        for kind in kinds().values()
        if view.known.issuperset(kind.base) and view.present.isdisjoint((*kind.base, *kind.near))
    ]


def _answer(kind: Kind, view: RealView) -> tuple[RealThing, ...]:
    """() where something is unproved, or where there is more than an answer can say."""
    if not (view.known | view.shown).issuperset(kind.base):
        return ()
    things = [thing for base in kind.base for thing in view.of_kind(base)]
    sizes = {id(thing): int(thing.mask.sum()) for thing in things}
    kept = sorted((t for t in things if t.is_asked), key=lambda t: -sizes[id(t)])[:MOST_TARGETS]
    told, total = sum(sizes[id(thing)] for thing in kept), sum(sizes.values())
    return tuple(kept) if kept and told >= LEAST_SHARE * total else ()


def _weight(kind_id: str, there: dict[str, tuple[RealThing, ...]]) -> float:
    weight = HYPERNYMS if kinds()[kind_id].members else 1.0
    cover = sum(thing.mask.mean() for thing in there.get(kind_id, ()))
    return weight * (RARELY if cover > MOST_COVER else 1.0)


def _is_near(kind_id: str, view: RealView, *, denied: bool) -> bool:
    """Whether some of it lies in the view; who says «none» must be sure that there is none of it either."""
    base = kinds()[kind_id].base
    return not view.present.isdisjoint(base) or (denied and not view.known.issuperset(base))


def thought(kind: Kind, targets: list[Target], side_px: int) -> str:
    """Why, and then where each target is, or about how many there are."""
    if not targets:
        return f"{kind.why}. There is none in this view."
    if len(targets) > TOLD_EACH:
        return f"{kind.why}. I see {about_how_many(len(targets))} {kind.plural}."
    places = (f"I see {kind.name} at the {place_of(target, side_px)}." for target in targets)
    return " ".join([f"{kind.why}.", *places])


def about_how_many(count: int) -> str:
    return "several" if count < MANY else "many" if count < VERY_MANY else "very many"
