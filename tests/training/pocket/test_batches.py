from dataclasses import replace

import torch
from askmap.backend.engine.protocols import POCKET
from askmap.backend.reasoner.preprocessing import Preparation
from askmap.training.pocket.batches import FULL, AskedViews, crowd_at
from askmap.training.pocket.reasoner import WarmReasoner
from askmap.training.pocket.recipe import Recipe
from askmap.training.pocket.sizes import SIZES
from askmap.training.synthetic.landscape import Crowd
from open_sets import write_open_sets

FIRST = SIZES["first"]
RECIPE = Recipe("reasoner", steps=4, scenes=2, learning_rate=1e-3, prompts=2, dense_steps=2)


def batches():
    return AskedViews(RECIPE, Preparation.from_folder(POCKET / "reasoner"), SIZES["first"])


def test_landscapes_fill_up_from_one_thing():
    assert crowd_at(0) == Crowd(1, 1)
    assert crowd_at(1) == crowd_at(5) == FULL


def test_the_tower_is_taught_alone_before_questions_come():
    assert "tokens" not in batches()[1]
    assert "tokens" in batches()[2]


def test_a_step_always_gives_the_same_batch():
    first, again = batches()[2], batches()[2]
    assert first.keys() == again.keys()
    assert all((first[name] == again[name]).all() for name in first)


def test_views_of_real_ground_are_asked_about(tmp_path):
    sets = str(write_open_sets(tmp_path))
    recipe = replace(RECIPE, sets=sets, real=1.0, scenes=4, dense_steps=0)
    batch = AskedViews(recipe, Preparation.from_folder(POCKET / "reasoner"), SIZES["first"])[0]
    assert (batch["kinds"] > 0).any()
    assert (batch["labels"] >= 0).any()
    assert not batch["known"].all()  # of no real tile everything is labelled


def test_of_some_views_only_the_sights_are_learned(tmp_path):
    preparation = Preparation.from_folder(POCKET / "reasoner")
    recipe = replace(RECIPE, scenes=3, asked=1, dense_steps=0)
    batch = AskedViews(recipe, preparation, FIRST)[0]
    assert len(batch["kinds"]) == 3
    assert len(batch["tokens"]) == 1
    network = WarmReasoner(preparation, FIRST, 0)
    features, logits = network(batch)
    alone = AskedViews(replace(recipe, scenes=1), preparation, FIRST)[0]
    assert len(features) == 3
    assert torch.allclose(logits, network(alone)[1], atol=1e-4)  # it is asked about its own picture
