"""training/synthetic/follow_ups.py: questions about the list that another question was answered with."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
from askmap.backend.parsing.grounding import parse_grounding
from askmap.backend.reasoner.relations import EXTREMES, HALVES
from askmap.backend.reasoner.turns import in_brief
from askmap.training.data.parts import target_from
from askmap.training.pocket.tokenizer import answer_text
from askmap.training.synthetic import referents
from askmap.training.synthetic.follow_ups import ANEW, NAMED, follow, follow_drawn
from askmap.training.synthetic.landscape import KINDS, Landscape, Thing, landscape
from askmap.training.synthetic.proximity import FAR, NEAR
from askmap.training.synthetic.questions import PURPOSES
from askmap.training.synthetic.referents import LARGER, Listed, choose
from places import ROOT

WORDS = tomllib.loads((ROOT / "training/synthetic/follow_ups.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def asked():
    return [follow(landscape(seed, "in"), np.random.default_rng(seed), "in") for seed in range(240)]


def about_the_list(asked):
    return [one for one in asked if one.kind not in ("anew", "named")]


def world_of(*things, side=100):
    """Things as (kind, x0, y0, x1, y1)."""
    ids = np.zeros((side, side), np.uint8)
    for number, (_, x0, y0, x1, y1) in enumerate(things, start=1):
        ids[y0:y1, x0:x1] = number
    kinds = tuple(Thing(kind, number) for number, (kind, *_) in enumerate(things, start=1))
    return Landscape(
        np.zeros((side, side, 3), np.uint8), ids, kinds, frozenset(thing.kind for thing in kinds)
    )


def listed(world, kind):
    masks = [world.mask(thing) for thing in world.of_kind(kind)]
    return [Listed(number, target_from(mask), mask) for number, mask in enumerate(masks, start=1)]


def chosen(world, kind, sort, monkeypatch, tries=60):
    """All that may be meant, where only this sort is asked for and numbers where it cannot be."""
    monkeypatch.setattr(
        referents, "SORTS", {sort: 1 - 1e-9, "number": 1e-9} if sort != "number" else {sort: 1.0}
    )
    found = [choose(world, kind, listed(world, kind), np.random.default_rng(n)) for n in range(tries)]
    return {(one.sort, one.numbers) for one in found if sort == "number" or one.sort != "number"}


ROOFS = world_of(
    ("building", 5, 5, 15, 15),
    ("building", 40, 20, 70, 50),
    ("building", 80, 80, 95, 95),
    ("water", 0, 18, 12, 99),
)


def test_the_largest_and_the_smallest_are_so_beyond_doubt(monkeypatch):
    assert chosen(ROOFS, "building", "size", monkeypatch) == {("largest", (2,)), ("smallest", (1,))}
    alike = world_of(("tank", 0, 0, 10, 10), ("tank", 50, 50, 60, 61))
    assert LARGER > 11 / 10
    assert not chosen(alike, "tank", "size", monkeypatch)


def test_the_outermost_on_each_side(monkeypatch):
    assert chosen(ROOFS, "building", "outermost", monkeypatch) == {
        ("westernmost", (1,)),
        ("easternmost", (3,)),
        ("northernmost", (1,)),
        ("southernmost", (3,)),
    }


def test_a_half_is_asked_for_only_where_nothing_lies_in_the_middle(monkeypatch):
    apart = world_of(("tank", 10, 10, 20, 20), ("tank", 80, 30, 90, 40))
    assert chosen(apart, "tank", "half", monkeypatch) == {
        ("westerly", (1,)),
        ("easterly", (2,)),
        ("northerly", (1, 2)),
        ("southerly", ()),
    }
    assert not chosen(world_of(("tank", 45, 45, 55, 55)), "tank", "half", monkeypatch)


def test_near_is_near_and_not_near_is_far(monkeypatch):
    assert ("near", (1,)) in chosen(ROOFS, "building", "near", monkeypatch)
    between = round((NEAR + FAR) / 2 * 100)
    doubtful = world_of(("ship", 50, 50, 60, 60), ("water", 60 + between, 0, 100, 100))
    beside = {
        choose(doubtful, "ship", listed(doubtful, "ship"), np.random.default_rng(n)).near_kind
        for n in range(60)
    }
    assert "water" not in beside
    assert beside - {""}  # what is not there is near nothing


def test_one_or_two_numbers_or_one_that_is_not_on_the_list(monkeypatch):
    found = {numbers for _, numbers in chosen(ROOFS, "building", "number", monkeypatch)}
    assert found == {(), (1,), (2,), (3,), (1, 2), (1, 3), (2, 3)}


def test_what_is_kept_stands_on_the_list_with_the_box_that_was_found(asked):
    for one in about_the_list(asked):
        (turn,) = one.earlier
        assert set(one.targets) <= set(turn.targets)
        assert one.mask.any() == bool(one.targets)
        told = [int(number) for number in re.findall(r"I keep number (\d+)", one.thought)]
        assert [turn.targets[turn.numbers.index(number)] for number in told] == list(one.targets)


def test_a_dropped_one_is_not_kept_and_all_others_are(asked):
    dropped = [one for one in about_the_list(asked) if "I leave that out" in one.thought]
    assert len(dropped) > 10
    for one in dropped:
        told = re.sub(r"Number \d+ does not|is number \d+", "", one.thought.split("I leave that out")[0])
        named = re.findall(r"\d+", told)
        kept = re.findall(r"I keep number (\d+)", one.thought)
        assert {*map(int, named), *map(int, kept)} == set(one.earlier[0].numbers)
        assert len(named) + len(kept) == len(one.earlier[0].numbers)


def test_each_is_judged_by_itself_where_only_the_picture_tells(asked):
    judged = [one for one in about_the_list(asked) if one.kind == "near" and one.earlier[0].targets]
    assert len(judged) > 20
    for one in judged:
        (turn,) = one.earlier
        verdicts = dict(re.findall(r"Number (\d+) (does not|lies near)", one.thought))
        assert [int(number) for number in verdicts] == list(turn.numbers)
        near = {turn.targets[n] for n, verdict in enumerate(verdicts.values()) if verdict == "lies near"}
        dropped = "I leave that out" in one.thought
        assert set(one.targets) == (set(turn.targets) - near if dropped else near)


def test_what_the_list_tells_is_said_in_its_words(asked):
    told = [one for one in about_the_list(asked) if one.kind in (*EXTREMES, *HALVES)]
    assert len(told) > 40
    for one in told:
        (turn,) = in_thousandths(one).earlier
        said = one.thought.removeprefix("The ").split(".")[0]
        assert said.startswith(f"{one.kind}: ")
        assert f" {said}" in re.split(";|\n", in_brief(turn).replace("\nThe", "\n"))


def in_thousandths(asked):
    (turn,) = asked.earlier
    side = len(asked.mask) / 1000
    return replace(
        asked, earlier=(replace(turn, targets=tuple(t.scaled(1 / side, 1 / side) for t in turn.targets)),)
    )


def test_other_questions_leave_the_list_alone(asked):
    kinds = Counter(one.kind for one in asked)
    assert abs(kinds["anew"] / len(asked) - ANEW) < 0.1
    assert abs(kinds["named"] / len(asked) - NAMED) < 0.07
    for one in asked:
        if one.kind in ("anew", "named"):
            assert len(one.earlier) == 1
            assert "I keep" not in one.thought


def test_every_kept_target_has_its_sentence_when_the_backend_reads_the_answer(asked):
    for one in about_the_list(asked):
        grounding = parse_grounding(answer_text(one, 256), "think2seg", (1000, 1000))
        assert bool(grounding.targets) == bool(one.targets)
        for target in grounding.targets:
            assert target.span is not None
            assert "I keep number" in grounding.thought[slice(*target.span)]


def test_numbers_have_gaps_and_some_lists_are_empty(asked):
    lists = [one.earlier[0] for one in asked]
    assert any(turn.numbers != tuple(range(1, len(turn.numbers) + 1)) for turn in lists)
    assert all(tuple(sorted(set(turn.numbers))) == turn.numbers for turn in lists)
    assert any(not turn.targets for turn in lists)


def test_boxes_that_are_drawn_anywhere_are_told_by_the_list_alone(asked):
    world = landscape(0, "wide")
    drawn = [follow_drawn(len(world.ids), np.random.default_rng(seed), "wide") for seed in range(40)]
    assert len({one.earlier for one in drawn}) == len(drawn)
    for one in drawn:
        assert set(one.targets) <= set(one.earlier[0].targets)
        assert one.thought.count("I keep number") == len(one.targets)


def test_the_same_seed_asks_the_same():
    for seed in range(5):
        first, again = (follow(landscape(seed), np.random.default_rng(seed)) for _ in range(2))
        assert (first.question, first.targets, first.earlier) == (
            again.question,
            again.targets,
            again.earlier,
        )


def test_no_words_of_out_are_learned():
    for name, table in WORDS.items():
        if name != "nouns":
            assert not set(table["out"]) & {*table["in"], *table["wide"]}, name
    assert set(WORDS["nouns"]) == set(KINDS) == set(PURPOSES)


def test_a_box_that_strayed_still_holds_a_point_of_its_thing(asked):
    for one in asked:
        for target in one.earlier[0].targets:
            box = target.box
            assert any(box.x0 <= p.x < box.x1 and box.y0 <= p.y < box.y1 for p in target.points)
