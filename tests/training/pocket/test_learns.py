"""Tower and language part in turn, and words that stay where they are."""

from dataclasses import replace

import numpy as np
import pytest
import torch
from askmap.training.pocket import reasoner
from askmap.training.pocket.batches import AskedViews
from askmap.training.pocket.recipe import BadRecipe, Recipe
from askmap.training.pocket.sizes import SIZES
from askmap.training.pocket.warmup import learn
from askmap.training.pocket.words import HeardWords
from preparations import laid_out

FIRST = SIZES["first"]
RECIPE = Recipe("reasoner", steps=4, scenes=3, learning_rate=1e-3, prompts=2, lessons=16)
HEARD = HeardWords(tokens=tuple(range(3000, 4000)))


@pytest.fixture(scope="module")
def preparation(tmp_path_factory):
    return laid_out(tmp_path_factory.mktemp("model"), FIRST)


@pytest.fixture(scope="module")
def batch(preparation):
    return AskedViews(RECIPE, preparation, FIRST)[0]


@pytest.fixture
def network(preparation):
    return reasoner.WarmReasoner(preparation, FIRST, 0)


def taught(network, batch):
    """The names of the weights that one step changes."""
    before = {name: held.clone() for name, held in network.state_dict().items()}
    learning = [p for p in network.parameters() if p.requires_grad]
    learn(network, [torch.optim.AdamW(learning, 1e-2, weight_decay=0)], reasoner.loss, batch)
    return {name for name, held in network.state_dict().items() if not torch.equal(held, before[name])}


@pytest.mark.parametrize(("learns", "other"), [("tower", ".language_model."), ("language", ".visual.")])
def test_one_part_learns_and_the_other_stays(network, batch, learns, other):
    network.keep(learns)
    changed = taught(network, batch)
    assert changed
    assert not [name for name in changed if other in name or name.startswith(("kind.", "place."))]


def test_both_learn_where_nothing_else_is_said(network, batch):
    network.keep("all")
    changed = taught(network, batch)
    assert any(".visual." in name for name in changed)
    assert any(".language_model." in name for name in changed)


def test_steps_for_the_tower_alone_are_refused_where_it_stays():
    with pytest.raises(BadRecipe, match="«dense_steps» is 2"):
        replace(RECIPE, learns="language", dense_steps=2)
    assert replace(RECIPE, learns="tower", dense_steps=2).dense_steps == 2


def test_words_that_are_kept_do_not_move(network, batch):
    weight = network.reasoner.model.language_model.embed_tokens.weight
    before = weight.detach().clone()
    network.keep_words(HEARD.tokens)
    taught(network, batch)
    moved = (weight.detach() != before).any(1).nonzero()[:, 0].tolist()
    assert moved
    assert not set(moved) & set(HEARD.tokens)


def test_rows_are_read_the_same_however_many_are_read_together(network, batch, monkeypatch):
    found = []
    for together in (1, len(batch["tokens"])):
        monkeypatch.setattr(reasoner, "TOGETHER", together)
        with torch.no_grad():
            found += [network(batch)[1]]
    torch.testing.assert_close(found[0], found[1], rtol=1e-3, atol=1e-4)


def test_all_candidates_are_as_good_as_none(network, batch):
    all_tokens = {"candidates": torch.arange(network.reasoner.config.text_config.vocab_size)}
    with torch.no_grad():
        (free, _), (named, _) = (reasoner.loss(network, each) for each in (batch, batch | all_tokens))
    assert named.item() == pytest.approx(free.item(), rel=1e-5)


def test_few_candidates_hold_every_word_that_is_said_and_follow_from_the_step(preparation, network):
    views = AskedViews(RECIPE, preparation, FIRST, words=HEARD)
    one, again = views[1], views[1]
    assert torch.equal(one["candidates"], again["candidates"])
    said = np.unique(torch.cat([one["labels"].flatten(), one["heard_labels"].flatten()]))
    assert set(said[said >= 0].tolist()) <= set(one["candidates"].tolist())
    with torch.no_grad():
        assert torch.isfinite(reasoner.loss(network, one)[0])


@pytest.mark.parametrize(("side", "costs_less"), [(8, False), (80, True)])
def test_three_places_beside_the_true_one_are_nearly_right_for_a_wide_thing(network, side, costs_less):
    truth = torch.tensor([[10, 10, 10 + side, 10 + side, 12, 12, 14, 14]])
    beside = torch.nn.functional.one_hot(truth + 3, 101) * 10.0
    given = reasoner.near_loss(beside, truth, reasoner.reach_of(truth)).mean()
    strict = reasoner.near_loss(beside, truth, torch.tensor(reasoner.NEIGHBOURS)).mean()
    assert (given < strict - 0.2) == costs_less
