"""training/synthetic/dataset.py: the generated set, which asks what evaluation asks."""

from pathlib import Path

import numpy as np
import pytest
from askmap.training.data.reading import ReadOptions
from askmap.training.data.samples import BadData
from askmap.training.sample_sets import check, open_samples
from askmap.training.synthetic.dataset import landscape_samples
from askmap.training.synthetic.landscape import landscape
from askmap.training.synthetic.questions import ask
from trees import again


@pytest.mark.parametrize("domain", ["in", "out"])
def test_a_seed_always_asks_the_same_and_what_evaluation_asks(domain):
    for seed, sample in enumerate(landscape_samples(domain, 12)):
        world = landscape(seed, domain, side_px=256)
        asked = ask(world, np.random.default_rng(seed), domain)
        assert sample.questions == (asked.question,)
        assert (sample.kind, sample.thought) == (asked.kind, asked.thought)
        assert [target.box for target in sample.targets] == [target.box for target in asked.targets]
        assert np.array_equal(sample.read_picture(), world.image)
        assert np.array_equal(sample.read_mask(), asked.mask)


def test_some_landscapes_have_no_target_and_say_so():
    empty = [sample for sample in landscape_samples("in", 40, side_px=64) if sample.targets == ()]
    assert empty
    assert not any(sample.read_mask().any() for sample in empty)


def test_a_sample_can_go_to_another_process_and_its_pixels_are_its_own():
    sample = again(landscape_samples("in", 3)[2])
    sample.read_picture()[:] = 0
    sample.read_mask()[:] = False
    assert sample.read_picture().any()
    assert np.array_equal(sample.read_mask(), landscape_samples("in", 3)[2].read_mask())


def test_any_number_of_landscapes_is_made_at_once():
    many = landscape_samples("in", 10**9, first=1_000_000)
    assert len(many) == 10**9
    assert many[5].name == many[5:7][0].name == "in-1000005"
    with pytest.raises(IndexError):
        many[10**9]


def test_they_are_opened_like_any_other_set():
    samples = open_samples(Path("landscapes"), "out", reading=ReadOptions(count=3, side_px=64))
    assert len(samples) == 3
    assert samples[0].read_picture().shape == (64, 64, 3)
    check(samples)
    with pytest.raises(BadData, match="no landscapes «train», only in, out"):
        open_samples(Path("landscapes"), "train")


def test_there_is_at_least_one_landscape():
    with pytest.raises(BadData, match="count at least 1"):
        ReadOptions(count=0)
