"""Larger networks that do what the smaller one did."""

from dataclasses import replace

import pytest
import torch
from askmap.training.pocket.grow import deepened, widened
from askmap.training.pocket.networks import SPECIAL, new_reasoner, new_segmenter
from askmap.training.pocket.sizes import SIZES
from askmap.training.recipe_file import BadRecipe

SIDE = 64
FIRST, DEEP, SPOKEN = SIZES["first"], SIZES["deep"], SIZES["spoken"]
TOKENS = {word: number for number, word in enumerate(SPECIAL)}


def asked(network, seed=0):
    """The logits and scores of two targets of noise: a box with a point, and a point."""
    random = torch.Generator().manual_seed(seed)
    points = torch.rand(1, 2, 3, 2, generator=random) * SIDE
    labels = torch.tensor([[[2, 3, 1], [1, -1, -1]]])
    with torch.no_grad():
        found = network.eval()(
            pixel_values=torch.randn(1, 3, SIDE, SIDE, generator=random),
            input_points=points,
            input_labels=labels,
            multimask_output=False,
        )
    return found.pred_masks, found.iou_scores


@pytest.fixture(scope="module")
def narrow():
    return new_segmenter(SIDE, 3)


def test_it_draws_what_the_narrow_one_drew(narrow):
    wide = new_segmenter(SIDE, 0, 128)
    wide.load_state_dict(widened(narrow.state_dict(), wide.state_dict(), noise=0))
    for seed in range(3):
        for ours, theirs in zip(asked(wide, seed), asked(narrow, seed)):
            torch.testing.assert_close(ours, theirs, rtol=1e-3, atol=1e-4)
    assert asked(narrow)[0].std() > 1e-2  # which is something to compare


def test_noise_parts_the_two_halves_a_little(narrow):
    wide = new_segmenter(SIDE, 0, 128)
    state = widened(narrow.state_dict(), wide.state_dict())
    first, again = (
        state["mask_decoder.upscale_conv2.weight"][:, :8],
        state["mask_decoder.upscale_conv2.weight"][:, 8:],
    )
    assert 0 < (first - again).std() < 0.1 * first.std()


def test_the_same_width_stays_as_it_is(narrow):
    state = narrow.state_dict()
    kept = widened(state, state)
    assert all(torch.equal(kept[name], state[name]) for name in state)


@pytest.fixture
def pictures():
    random = torch.Generator().manual_seed(0)
    side = FIRST.side_px // FIRST.patch_px
    return torch.randn(side**2, 3 * FIRST.patch_px**2, generator=random), torch.tensor([[1, side, side]])


def test_a_deeper_tower_sees_what_the_shallow_one_saw(pictures):
    shallow, deep = (new_reasoner(50, TOKENS, seed, size) for seed, size in ((0, FIRST), (1, DEEP)))
    deep.load_state_dict(deepened(shallow.state_dict(), deep.state_dict()))
    with torch.no_grad():
        found, wanted = (net.model.visual(*pictures).pooler_output for net in (deep, shallow))
    assert torch.allclose(found, wanted, atol=1e-5)


def test_a_tower_of_half_as_many_blocks_more_sees_what_the_shallow_one_saw(pictures):
    more = replace(FIRST, tower=replace(FIRST.tower, depth=6))
    shallow, deep = (new_reasoner(50, TOKENS, seed, size) for seed, size in ((0, FIRST), (1, more)))
    deep.load_state_dict(deepened(shallow.state_dict(), deep.state_dict()))
    with torch.no_grad():
        found, wanted = (net.model.visual(*pictures).pooler_output for net in (deep, shallow))
    assert torch.allclose(found, wanted, atol=1e-5)


def test_the_new_blocks_learn_at_once(pictures):
    shallow, deep = (new_reasoner(50, TOKENS, seed, size) for seed, size in ((0, FIRST), (1, DEEP)))
    deep.load_state_dict(deepened(shallow.state_dict(), deep.state_dict()))
    deep.model.visual(*pictures).pooler_output.square().sum().backward()
    assert all(block.mlp.linear_fc2.weight.grad.abs().sum() > 0 for block in deep.model.visual.blocks)


def test_a_tower_of_as_many_blocks_stays_as_it_is():
    weights = new_reasoner(50, TOKENS, 0, FIRST).state_dict()
    same = deepened(weights, new_reasoner(50, TOKENS, 1, FIRST).state_dict())
    assert all(torch.equal(same[name], held) for name, held in weights.items())


def test_a_tower_with_fewer_blocks_is_refused():
    deep, shallow = (new_reasoner(50, TOKENS, 0, size).state_dict() for size in (DEEP, FIRST))
    with pytest.raises(BadRecipe, match="has 4 blocks in .*visual.blocks, but «start» has 8"):
        deepened(deep, shallow)


def test_a_deeper_language_part_says_what_the_shallow_one_said():
    shallow, deep = (new_reasoner(50, TOKENS, seed, size) for seed, size in ((0, DEEP), (1, SPOKEN)))
    deep.load_state_dict(deepened(shallow.state_dict(), deep.state_dict()))
    said = torch.arange(7, 30)[None]
    with torch.no_grad():
        found, wanted = (net(input_ids=said).logits for net in (deep, shallow))
    assert torch.allclose(found, wanted, atol=1e-4)
