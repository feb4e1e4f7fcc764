from dataclasses import replace

import numpy as np
import pytest
from askmap.training.pocket.batches import AskedViews
from askmap.training.pocket.recipe import Recipe
from askmap.training.pocket.sizes import SIZES
from askmap.training.real import follow_ups
from askmap.training.real.follow_ups import MOST_LISTED, follow
from askmap.training.real.views import RealThing, RealView
from open_sets import write_open_sets
from preparations import laid_out

SIDE = 64


def thing(kind, left, top, right, bottom):
    mask = np.zeros((SIDE, SIDE), np.bool_)
    mask[top:bottom, left:right] = True
    return RealThing(kind, mask)


@pytest.fixture(scope="module")
def view():
    things = (thing("car", 2, 2, 8, 6), thing("car", 40, 30, 60, 44), thing("pool", 20, 50, 30, 60))
    known = frozenset(("car", "pool", "ship"))
    return RealView(np.zeros((SIDE, SIDE, 3), np.uint8), things, known, frozenset(), 0.3, ("made",))


@pytest.fixture(scope="module")
def asked(view):
    return [follow(view, np.random.default_rng(seed)) for seed in range(300)]


def test_every_one_follows_a_question_with_its_list(asked):
    assert all(len(each.earlier) == 1 and each.earlier[0].question for each in asked)
    assert all(len(turn.targets) == len(turn.numbers) for each in asked for turn in each.earlier)


def test_what_is_meant_is_on_the_list(asked):
    about_it = [each for each in asked if each.kind not in ("anew", "named")]
    assert len(about_it) > 150
    for each in about_it:
        listed = {target.box for target in each.earlier[0].targets}
        assert {target.box for target in each.targets} <= listed


def test_the_largest_one_is_the_larger_car(asked):
    large = [each for each in asked if each.kind == "largest" and len(each.earlier[0].targets) == 2]
    kept = [each for each in large if "leave" not in each.thought]
    assert kept
    assert all(each.mask.sum() == 20 * 14 for each in kept)


def test_some_ask_for_another_kind_or_for_what_is_not_known(asked):
    sorts = [each.kind for each in asked]
    assert 40 < sorts.count("anew") < 120
    assert 5 < sorts.count("named") < 50
    assert any(each.unknown for each in asked)


def test_a_list_that_found_nothing_is_followed_up_too(asked):
    assert any(not each.earlier[0].targets for each in asked)


def test_longer_lists_are_left_alone(monkeypatch, view):
    monkeypatch.setattr(follow_ups, "MOST_LISTED", 1)
    each = [follow(view, np.random.default_rng(seed)) for seed in range(30)]
    assert max(len(asked.earlier[0].targets) for asked in each) == 1
    assert MOST_LISTED > 1


def test_views_of_the_sets_are_followed_up_in_training(tmp_path):
    sets = write_open_sets(tmp_path)
    preparation = laid_out(tmp_path / "model", SIZES["deep"])
    recipe = Recipe("reasoner", steps=1, scenes=1, learning_rate=1e-3, sets=str(sets), real=1.0)
    followed, first = (
        AskedViews(replace(recipe, following=share), preparation, SIZES["deep"])[0] for share in (1.0, 0.0)
    )
    listed = "largest:"  # as a list that was found is told
    assert listed in preparation.tokenizer.decode(followed["tokens"][0].tolist())
    assert listed not in preparation.tokenizer.decode(first["tokens"][0].tolist())
