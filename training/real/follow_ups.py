"""Questions about views of real ground that follow up another one, about the list that it was answered with.

Which of the list is meant follows from the list alone: see synthetic/referents.py. Some speak of another
kind, or of what no label here knows, so that an answer before is no reason to find something again.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from ..synthetic.follow_ups import ANEW, FOUND_NOTHING, NAMED, about_list, by_name_alone, listed_from, turn_of
from ..synthetic.questions import LandscapeQuestion
from ..synthetic.referents import choose_alone
from .kinds import kinds
from .questions import absent_kinds, answerable, ask, ask_for
from .rendering import RealView
from .wordings import question

MOST_LISTED = 8  # a longer list is seldom followed up
DOMAIN = "wide"  # of the wordings that the landscapes' follow-ups are trained in


def follow(view: RealView, rng: Generator) -> LandscapeQuestion:
    """A random one; its `kind` is the sort of follow-up."""
    kind_id, masks = _before(view, rng)
    kind, listed = kinds()[kind_id], listed_from(masks, rng)
    turn = turn_of(question(kind, rng, "in"), listed)
    dice = rng.random()
    if dice < ANEW:
        return replace(ask(view, rng), earlier=(turn,), kind="anew")
    if dice < ANEW + NAMED:
        return replace(_named(view, kind_id, rng), earlier=(turn,), kind="named")
    about = about_list(choose_alone(listed, rng), kind.name, listed, rng, DOMAIN, len(view.image))
    return replace(about, earlier=(turn,))


def _before(view: RealView, rng: Generator) -> tuple[str, list[NDArray[np.bool_]]]:
    """The kind that was asked for, and the masks that answered."""
    there = {name: things for name, things in answerable(view).items() if len(things) <= MOST_LISTED}
    absent = absent_kinds(view)
    if not there or (absent and rng.random() < FOUND_NOTHING):
        return str(rng.choice(absent or list(kinds()))), []
    several = [name for name, things in there.items() if len(things) > 1]
    name = str(rng.choice(several if several and rng.random() < 0.85 else list(there)))
    return name, [thing.mask for thing in there[name]]


def _named(view: RealView, before: str, rng: Generator) -> LandscapeQuestion:
    """«And the boats?»; where nothing else can be asked for, the same again."""
    others = [name for name in (*answerable(view), *absent_kinds(view)) if name != before]
    if not others:
        return ask(view, rng)
    asked = ask_for(view, str(rng.choice(others)), rng)
    names = kinds()[asked.kind].names
    noun = names[int(rng.integers(len(names)))].many
    return replace(asked, question=by_name_alone(noun, rng, DOMAIN))
