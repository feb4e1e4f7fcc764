"""Several processes do what one does, on CPUs that talk through gloo."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from places import SUPPORT
from runs_of_prime import PRIME, SHARDED, TWO, finish, pocket_recipe, start, told, weights
from safetensors.torch import load_file
from torch.testing import assert_close

SHARDING = str(SUPPORT / "sharded_prime.py")


def assert_same(found: Path, wanted: Path) -> None:
    """Figures of all steps, and the weights at the end."""
    for one, two in zip(told(wanted, 2), told(found, 2)):
        one.pop("kl"), two.pop("kl")  # TRL's mean over passes; two processes have half as many of them
        assert two == pytest.approx(one, rel=1e-4, abs=1e-5)
    ours, theirs = weights(found, 2), weights(wanted, 2)
    assert_close({name: ours[name] for name in theirs}, theirs, atol=1e-5, rtol=1e-4)  # tied ones come twice
    stored = (load_file(out / "reasoner" / "model.safetensors") for out in (found, wanted))
    assert_close(*stored, atol=2e-5, rtol=1e-3)  # in float16


def test_two_processes_have_the_losses_rewards_and_weights_of_one(tmp_path):
    recipe = pocket_recipe(tmp_path / "recipe.toml", steps=2)
    both = start(recipe, tmp_path / "one"), start(recipe, tmp_path / "two", *TWO, "-m", PRIME)
    said = [finish(run) for run in both]
    assert_same(tmp_path / "two", tmp_path / "one")
    assert said[0].count("step 1 ") == said[1].count("step 1 ") == 1
    assert said[1].count("The trained reasoner is in") == 1


@pytest.mark.parametrize("rank", [0, 4])
def test_two_processes_that_share_the_weights_have_those_of_one(tmp_path, rank):
    recipe = pocket_recipe(tmp_path / "recipe.toml", rank, steps=2)
    both = start(recipe, tmp_path / "one"), start(recipe, tmp_path / "two", *TWO, SHARDING, said=SHARDED)
    said = [finish(run) for run in both]
    assert_same(tmp_path / "two", tmp_path / "one")
    shards = re.findall(r"(\d+) parts lie in shards", said[1])
    assert len(shards) == 2
    assert all(int(count) > 8 for count in shards)  # each layer is one
