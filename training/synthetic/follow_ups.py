"""Questions that follow up another one, about the list that it was answered with.

«Only the largest one.» «Not number 2.» «The ones near the river.» Some are new questions that do not speak of
the list, so that the reasoner learns to look at the picture too. Wordings are in follow_ups.toml, by domain.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from ...backend.reasoner.relations import EXTREMES, HALVES
from ...backend.reasoner.turns import enumerated
from ...backend.stages import Box, Target, Turn
from ..data.parts import target_from
from .landscape import KINDS, Landscape
from .questions import PURPOSES, LandscapeQuestion, ask, centre_x, first_question, place_of
from .referents import Listed, Referent, choose, choose_alone

# Shares of all that is asked
ANEW = 0.25  # worded as any first question
NAMED = 0.08  # «And the ships?»
FOUND_NOTHING = 0.06  # where the question before found nothing
DROPPED = 0.25  # of those that speak of the list: «not» these
STRAYS = 0.01  # deviation of a box that was found from the true one
MOST_LEFT_OUT = 3  # numbers that the user has rejected before
MOST_DRAWN, DRAWN_SIDES = 4, (0.05, 0.5)  # boxes, and their sides in parts of the view's

Names = dict[str, list[str]]


def follow(world: Landscape, rng: Generator, domain: str = "in") -> LandscapeQuestion:
    """A random question after another one about the same landscape; its `kind` is the sort of follow-up."""
    kind = _kind(world, rng)
    listed = _listed_things(world, kind, rng)
    turn = turn_of(_question_before(kind, rng, domain), listed)
    dice = rng.random()
    if dice < ANEW:
        return replace(ask(world, rng, domain), earlier=(turn,), kind="anew")
    if dice < ANEW + NAMED:
        return replace(_by_name(world, rng, domain), earlier=(turn,), kind="named")
    referent = choose(world, kind, listed, rng)
    about = about_list(referent, PURPOSES[kind].name, listed, rng, domain, len(world.ids))
    return replace(about, earlier=(turn,))


def follow_drawn(side_px: int, rng: Generator, domain: str = "in") -> LandscapeQuestion:
    """A follow-up about boxes that the user may have drawn anywhere: only the list says which is which.

    The text calls them by the kind that was asked for.
    """
    kind, listed = str(rng.choice(KINDS)), _drawn_boxes(side_px, rng)
    turn = turn_of(first_question(kind, rng, domain), listed)
    about = about_list(choose_alone(listed, rng), PURPOSES[kind].name, listed, rng, domain, side_px)
    return replace(about, earlier=(turn,))


def turn_of(question: str, listed: Sequence[Listed]) -> Turn:
    return Turn(
        question,
        tuple(each.target for each in listed),
        tuple(each.number for each in listed),
        tuple(float(each.area) for each in listed),
    )


# --- the question before ---


def _kind(world: Landscape, rng: Generator) -> str:
    """The kind that was asked for: mostly one with several things, where there is one."""
    present = sorted({thing.kind for thing in world.things})
    absent = [kind for kind in KINDS if kind not in world.kinds]
    if not present or (absent and rng.random() < FOUND_NOTHING):
        return str(rng.choice(absent or KINDS))
    several = [kind for kind in present if len(world.of_kind(kind)) > 1]
    return str(rng.choice(several if several and rng.random() < 0.85 else present))


def _listed_things(world: Landscape, kind: str, rng: Generator) -> list[Listed]:
    return listed_from([world.mask(thing) for thing in world.of_kind(kind)], rng)


def listed_from(masks: Sequence[NDArray[np.bool_]], rng: Generator) -> list[Listed]:
    """A list as an answer before gives it: from left to right, boxes a little off, numbers with gaps."""
    pairs = sorted(((target_from(mask), mask) for mask in masks), key=lambda pair: centre_x(pair[0]))
    return _number_randomly([(_jitter(target, rng, len(mask)), mask) for target, mask in pairs], rng)


def _drawn_boxes(side_px: int, rng: Generator) -> list[Listed]:
    """Boxes that have nothing to do with what is seen."""
    masks = []
    for _ in range(int(rng.integers(1, MOST_DRAWN + 1))):
        least, most = np.log(DRAWN_SIDES)
        width, height = np.exp(rng.uniform(least, most, 2)) * side_px
        x0, y0 = rng.uniform(0, side_px - width), rng.uniform(0, side_px - height)
        mask = np.zeros((side_px, side_px), np.bool_)
        mask[round(y0) : round(y0 + height), round(x0) : round(x0 + width)] = True
        masks.append(mask)
    return _number_randomly([(target_from(mask), mask) for mask in masks], rng)


def _number_randomly(pairs: Sequence[tuple[Target, NDArray[np.bool_]]], rng: Generator) -> list[Listed]:
    """Numbers with gaps, as where the user rejected one; at times in another order."""
    more = int(rng.integers(1, MOST_LEFT_OUT + 1)) if rng.random() < 0.4 else 0
    numbers = sorted(rng.choice(np.arange(1, len(pairs) + more + 1), len(pairs), replace=False).tolist())
    order = rng.permutation(len(pairs)) if rng.random() < 0.2 else range(len(pairs))
    return [Listed(number, *pairs[index]) for number, index in zip(numbers, order)]


def _jitter(target: Target, rng: Generator, side_px: int) -> Target:
    """The target with its box a little off, as a reasoner finds it."""
    assert target.box is not None
    b = target.box
    off = rng.normal(0, STRAYS * side_px, 4)
    x0, y0, x1, y1 = np.clip(np.array(b.corners) + off, 0, side_px).tolist()
    return replace(target, box=Box(x0, y0, x1, y1)) if x1 - x0 >= 1 and y1 - y0 >= 1 else target


def _question_before(kind: str, rng: Generator, domain: str) -> str:
    """The text of the question before, which may be a follow-up itself."""
    if rng.random() < 0.2:
        sort = str(rng.choice(["largest", "westerly", "northerly", "all"]))
        return _sentence(_wording("keep", rng, domain), _wording(sort, rng, domain))
    return first_question(kind, rng, domain)


# --- the question after it ---


def _by_name(world: Landscape, rng: Generator, domain: str) -> LandscapeQuestion:
    asked = ask(world, rng, domain)
    return replace(asked, question=by_name_alone(_noun(asked.kind, rng), rng, domain))


def by_name_alone(noun: str, rng: Generator, domain: str) -> str:
    """«And the ships?»"""
    return _wording("named", rng, domain).format(noun=noun)


def about_list(
    referent: Referent, name: str, listed: Sequence[Listed], rng: Generator, domain: str, side_px: int
) -> LandscapeQuestion:
    """What the referent means of a list of things that are called `name`, or the rest of the list."""
    drop = referent.sort != "all" and rng.random() < DROPPED
    kept = [each for each in listed if (each.number in referent.numbers) != drop]
    named = _noun(referent.near_kind, rng) if referent.near_kind else ""
    phrase = _wording(referent.sort, rng, domain).format(n=referent.numbers_text, noun=named)
    return LandscapeQuestion(
        _sentence(_wording("drop" if drop else "keep", rng, domain), phrase),
        f"{_thought_about(referent, listed, drop)} {_kept_sentences(kept, name, side_px)}",
        tuple(each.target for each in kept),
        np.any([each.mask for each in kept], axis=0) if kept else np.zeros((side_px, side_px), np.bool_),
        referent.sort,
    )


def _thought_about(referent: Referent, listed: Sequence[Listed], drop: bool) -> str:
    if referent.is_listed:  # in the very words of the list
        text = f"The {referent.sort}: {enumerated(referent.numbers)}."
    else:
        text = _one_by_one(referent, listed) if referent.otherwise else _together(referent)
    return f"{text} I leave that out." if drop else text


def _one_by_one(referent: Referent, listed: Sequence[Listed]) -> str:
    """A verdict on each, so that each is looked at by itself."""
    if not listed:
        return _together(referent)
    true, other = f"{referent.one}.", f"{referent.otherwise}."
    return " ".join(f"Number {k.number} {true if k.number in referent.numbers else other}" for k in listed)


def _together(referent: Referent) -> str:
    names = [str(number) for number in referent.numbers]
    if not names:
        return f"None of them {referent.one}."
    if len(names) == 1:
        return f"Number {names[0]} {referent.one}."
    return f"Numbers {', '.join(names[:-1])} and {names[-1]} {referent.several}."


def _kept_sentences(kept: Sequence[Listed], name: str, side_px: int) -> str:
    """A sentence for each, in their order."""
    if not kept:
        return "None is left."
    return " ".join(f"I keep number {k.number}, {name} at the {place_of(k.target, side_px)}." for k in kept)


def _sentence(frame: str, phrase: str) -> str:
    text = frame.format(it=phrase)
    return text[0].upper() + text[1:] if frame[0].isupper() else text


# --- wordings ---


def _wording(table: str, rng: Generator, domain: str) -> str:
    names = _wordings()[table]
    return str(rng.choice([*names["in"], *names["wide"]] if domain == "wide" else names[domain]))


def follow_wordings() -> list[str]:
    """Text for the tokenizer: the questions of training, lists as they are written, thoughts about them."""
    lists = "; ".join(f"{word}: 1, 2; {word}: none" for word in (*EXTREMES, *HALVES))
    phrases = (
        "Number 1 does not. Numbers 2 and 3 are named. None of them lies near. None is left. is on the list."
    )
    wordings = [f"The {lists}", f"{phrases} I leave that out. I keep number 4,", "nothing", "Numbers", "None"]
    for table, names in _wordings().items():
        texts = [text for domain, found in names.items() if domain != "out" for text in _plain(table, found)]
        wordings += [variant for text in texts for variant in (text, f" {text}", text[0].upper() + text[1:])]
    return wordings * 20


def _plain(table: str, found: Sequence[str] | str) -> list[str]:
    """The texts without their placeholders; the table's name where nothing else is left."""
    return [re.sub(r"{\w+}", "", text).strip() or table for text in found]


def _noun(kind: str, rng: Generator) -> str:
    return str(rng.choice(_wordings()["nouns"][kind]))


@cache
def _wordings() -> dict[str, Names]:
    return tomllib.loads((Path(__file__).parent / "follow_ups.toml").read_text(encoding="utf-8"))
