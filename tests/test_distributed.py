"""Several processes do what one does, on CPUs that talk through gloo."""

from __future__ import annotations

import pytest
import torch
from runs_of_prime import PROCESSES, finish, pocket_recipe, start, told, weights


def test_two_processes_have_the_losses_rewards_and_weights_of_one(tmp_path):
    recipe = pocket_recipe(tmp_path / "recipe.toml", steps=3, save_every=3)
    both = start(recipe, tmp_path / "one"), start(recipe, tmp_path / "two", *PROCESSES)
    said = [finish(run) for run in both]
    for one, two in zip(told(tmp_path / "one", 3), told(tmp_path / "two", 3)):
        one.pop("kl"), two.pop("kl")  # TRL's mean over passes; two processes have half as many of them
        assert two == pytest.approx(one, rel=1e-4, abs=1e-5)
    found, wanted = weights(tmp_path / "two", 3), weights(tmp_path / "one", 3)
    assert found.keys() == wanted.keys()
    for name, weight in wanted.items():
        torch.testing.assert_close(found[name], weight, atol=1e-5, rtol=1e-4, msg=name)
    assert said[0].count("step 1 ") == said[1].count("step 1 ") == 1
    assert said[1].count("The trained reasoner is in") == 1
    assert (tmp_path / "two" / "reasoner" / "model.safetensors").is_file()
