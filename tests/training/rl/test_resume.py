"""A run that was killed goes on as if it had not been: bit for bit, on the CPU with one thread."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest
import torch
from askmap.backend.engine.protocols import POCKET
from askmap.training.prime import main as command
from askmap.training.rl.checkpoints import MARK
from askmap.training.run_folder import NOTE
from runs_of_prime import finish, pocket_recipe, start, told, weights

PATIENCE_S = 120


@pytest.fixture(scope="module")
def recipe(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return pocket_recipe(tmp_path_factory.mktemp("recipe") / "recipe.toml")


@pytest.fixture(scope="module")
def whole_run(recipe: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("whole")
    finish(start(recipe, out))
    return out


def kill_after(recipe: Path, out: Path, step: int) -> None:
    """SIGKILL as soon as the checkpoint of a step is whole."""
    run, mark, began = start(recipe, out), out / "checkpoints" / f"checkpoint-{step}" / MARK, time.monotonic()
    while not mark.exists():
        assert run.poll() is None, run.communicate()[0].decode()
        assert time.monotonic() - began < PATIENCE_S
        time.sleep(0.005)
    run.kill()
    run.communicate()


def assert_same_run(out: Path, whole_run: Path) -> None:
    assert told(out, 6) == told(whole_run, 6)
    assert len(told(out, 6)) == 6
    found, wanted = weights(out, 6), weights(whole_run, 6)
    assert found.keys() == wanted.keys()
    assert all(torch.equal(found[name], wanted[name]) for name in wanted)
    ours, theirs = (folder / "reasoner" / "model.safetensors" for folder in (out, whole_run))
    assert ours.read_bytes() == theirs.read_bytes()


def test_a_run_learns_and_asks_other_questions_each_step(whole_run):
    lines = told(whole_run, 6)
    assert len({line["reward"] for line in lines}) > 3
    assert lines[-1]["kl"] > 0
    first, last = weights(whole_run, 2), weights(whole_run, 6)
    assert any(not torch.equal(first[name], last[name]) for name in first)


def test_a_killed_run_goes_on_with_the_same_losses_rewards_and_weights(recipe, whole_run, tmp_path):
    kill_after(recipe, tmp_path, 2)
    assert not (tmp_path / "reasoner").exists()
    assert not (tmp_path / "checkpoints" / "checkpoint-6").exists()
    finish(start(recipe, tmp_path))
    assert_same_run(tmp_path, whole_run)


def test_half_a_checkpoint_is_not_gone_on_from(recipe, whole_run, tmp_path):
    """As a kill leaves it while step 4 is being written: some files, cut off, no mark."""
    shutil.copytree(whole_run / "checkpoints" / "checkpoint-2", tmp_path / "checkpoints" / "checkpoint-2")
    shutil.copy(whole_run / NOTE, tmp_path)
    half = tmp_path / "checkpoints" / "checkpoint-4"
    half.mkdir()
    content = (whole_run / "checkpoints" / "checkpoint-4" / "model.safetensors").read_bytes()
    (half / "model.safetensors").write_bytes(content[: len(content) // 2])
    finish(start(recipe, tmp_path))
    assert_same_run(tmp_path, whole_run)


def test_a_run_never_takes_the_place_of_the_reasoner_that_it_begins_with(tmp_path, capsys):
    shutil.copytree(POCKET / "reasoner", tmp_path / "reasoner")
    recipe = pocket_recipe(tmp_path / "recipe.toml", reasoner=str(tmp_path / "reasoner"))
    before = (tmp_path / "reasoner" / "model.safetensors").stat().st_mtime_ns
    assert command([str(recipe), "--out", str(tmp_path)]) == 2
    assert "is what the run begins with" in " ".join(capsys.readouterr().err.split())
    assert (tmp_path / "reasoner" / "model.safetensors").stat().st_mtime_ns == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["reasoner", "recipe.toml"]
