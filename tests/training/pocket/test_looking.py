from dataclasses import replace

import numpy as np
import pytest
import torch
from askmap.training.packing import NOT_LEARNED
from askmap.training.pocket import reasoner
from askmap.training.pocket.batches import AskedViews
from askmap.training.pocket.looking import HEAD, LAYERS, looks
from askmap.training.pocket.recipe import Recipe
from askmap.training.pocket.sights import COORDINATES
from askmap.training.pocket.sizes import SIZES
from preparations import laid_out

SIZE = SIZES["real"]
RECIPE = Recipe("reasoner", steps=9, scenes=2, learning_rate=1e-3, prompts=3, looking=True)
BEGIN, TEN, TWENTY, WORD = 1, 2, 3, 4  # tokens
PLACES = torch.tensor([[1] * COORDINATES, [2] * COORDINATES, [2] * COORDINATES, [-1] * COORDINATES])


def row_of(*turns):
    """Three tokens of a picture and then the turns' labels."""
    labels = [NOT_LEARNED] * 3 + [token for turn in turns for token in turn]
    segments = [0] * 3 + [number for number, turn in enumerate(turns, start=1) for _ in turn]
    return {name: torch.tensor(rows) for name, rows in (("labels", labels), ("segments", segments))} | {
        "tokens": torch.tensor(labels).clamp(min=0)
    }


@pytest.fixture(scope="module")
def preparation(tmp_path_factory):
    return laid_out(tmp_path_factory.mktemp("model"), SIZE)


@pytest.fixture(scope="module")
def batch(preparation):
    return AskedViews(RECIPE, preparation, SIZE)[0]


@pytest.fixture
def network(preparation):
    return reasoner.WarmReasoner(preparation, SIZE, 0)


def test_before_each_number_one_looks_at_the_patches_that_show_the_target():
    answer = [WORD, BEGIN, *[TEN] * COORDINATES, *[TWENTY] * COORDINATES]
    found = looks(
        row_of(answer), [[[1] * COORDINATES, [2] * COORDINATES]], PLACES, torch.tensor([BEGIN, TEN, TWENTY])
    )
    assert found[4:12].tolist() == [[1, 0, 0, 0]] * COORDINATES
    assert found[12:20].tolist() == [[0, 0.5, 0.5, 0]] * COORDINATES
    assert found[:4].sum() == found[20:].sum() == 0


def test_numbers_of_a_thought_are_no_places():
    answer = [TEN, WORD, BEGIN, *[TWENTY] * COORDINATES]
    found = looks(
        row_of([WORD], answer), [[], [[1] * COORDINATES]], PLACES, torch.tensor([BEGIN, TEN, TWENTY])
    )
    assert found.sum(-1).nonzero()[:, 0].tolist() == list(range(6, 6 + COORDINATES))


def test_what_no_patch_shows_is_not_looked_for():
    answer = [BEGIN, *[TEN] * COORDINATES]
    assert looks(row_of(answer), [[[7] * COORDINATES]], PLACES, torch.tensor([BEGIN, TEN, TWENTY])).sum() == 0


def test_a_batch_tells_it_before_numbers_alone(preparation, batch):
    told = batch["looks"].sum(-1) > 0
    numbers = torch.tensor([preparation.encode(str(place))[0] for place in range(0, 1001, 10)])
    assert told.sum() >= COORDINATES
    assert torch.isin(batch["labels"][:, 1:][told[:, :-1]], numbers).all()


def test_its_loss_is_that_of_the_attention_which_the_network_uses(network, batch):
    language = network.reasoner.model.language_model
    language.set_attn_implementation("eager")
    used = {}
    for index in LAYERS:
        language.layers[index].self_attn.register_forward_hook(
            lambda _, __, out, index=index: used.__setitem__(index, out[1][:, HEAD])
        )
    network(batch)
    picture = batch["tokens"] == network.reasoner.config.image_token_id
    each = [by_hand(used[index], picture, batch["looks"]) for index in LAYERS]
    assert network.watched.loss(picture, batch["looks"]).item() == pytest.approx(np.mean(each), abs=1e-4)


def by_hand(weights, picture, wanted):
    missed = []
    for row, place in (wanted.sum(-1) > 0).nonzero().tolist():
        seen = weights[row, place][picture[row]]
        missed.append(-(wanted[row, place] * (seen / seen.sum()).log()).sum().item())
    return np.mean(missed)


def test_a_few_steps_teach_where_to_look(network, batch):
    optimizer = torch.optim.AdamW(network.parameters(), 1e-3)
    looked = []
    for _ in range(6):
        loss, terms = reasoner.loss(network, batch)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        looked.append(terms["looked"])
    assert looked[-1] < looked[0] - 0.1


def test_recipes_without_it_have_none(preparation):
    assert "looks" not in AskedViews(replace(RECIPE, looking=False), preparation, SIZE)[0]
