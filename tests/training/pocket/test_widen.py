"""A segmenter of twice the channels."""

import pytest
import torch
from askmap.training.pocket.networks import new_segmenter
from askmap.training.pocket.widen import widened

SIDE = 64


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
