"""A run's folder is of one recipe, and nothing that another one or the user put there is replaced."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from askmap.backend.engine.protocols import POCKET
from askmap.backend.errors import NotWritten
from askmap.training.pocket import warmup
from askmap.training.pocket.recipe import Recipe
from askmap.training.prime import main as command
from askmap.training.rewards.bop import BopReward
from askmap.training.rl.recipe import PrimeRecipe, SampleSource
from askmap.training.run_folder import FREE, NAMED, NOTE, begin_run, run_in
from runs_of_prime import pocket_recipe, told

PRIME = PrimeRecipe("bop", "models/a", SampleSource("data/ships"), steps=6)
WARM = Recipe("segmenter", steps=4, scenes=1, learning_rate=1e-3, side_px=64, prompts=2, save_every=2)
MADE = ("made",)


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    """A folder where PRIME has come to something."""
    begin_run(tmp_path, PRIME, MADE)
    (tmp_path / "made").mkdir()
    (tmp_path / "made" / "weights").write_text("weights")
    return tmp_path


def test_the_same_recipe_goes_on(begun):
    begin_run(begun, PRIME, MADE)
    assert (begun / "made" / "weights").read_text() == "weights"


@pytest.mark.parametrize(
    ("other", "key"),
    [
        (replace(PRIME, learning_rate=2e-6), "learning_rate"),
        (replace(PRIME, reasoner="models/b"), "reasoner"),
        (replace(PRIME, samples=SampleSource("data/roads")), "samples.path"),
        (
            replace(PRIME, samples=SampleSource("data/ships", more=(SampleSource("data/roads"),))),
            "samples.more",
        ),
        (replace(PRIME, bop=BopReward(strict=not BopReward().strict)), "bop.strict"),
        (WARM, "kind"),
    ],
)
def test_another_recipe_is_refused_with_what_differs(begun, other, key):
    with pytest.raises(NotWritten, match=re.escape(f"«{key}»")) as refusal:
        begin_run(begun, other, MADE)
    assert "--out" in refusal.value.hint
    begin_run(begun, PRIME, MADE)


def test_how_long_a_run_lasts_and_what_it_keeps_may_change(begun):
    begin_run(begun, replace(PRIME, steps=0, epochs=2.0, save_every=7, keep=1, processes=2), MADE)


def test_every_free_key_is_one_of_a_recipe():
    assert {name for name in FREE if not hasattr(PRIME, name)} == set()


def test_of_many_keys_that_differ_the_first_are_named(begun):
    other = replace(PRIME, seed=9, kl=0.5, clip=0.5, temperature=0.5, bf16=False, questions=2, new_tokens=9)
    with pytest.raises(NotWritten, match=f"and {7 - NAMED} more"):
        begin_run(begun, other, MADE)


def test_a_run_that_came_to_nothing_binds_nobody(tmp_path):
    begin_run(tmp_path, PRIME, MADE)
    (tmp_path / "made").mkdir()
    begin_run(tmp_path, replace(PRIME, seed=5), MADE)
    assert json.loads((tmp_path / NOTE).read_text())["seed"] == 5


def test_a_recipe_json_of_somebody_else_is_left_alone(tmp_path):
    for content in ('{"title": "Soup"}', "[]", "soup", "[" * 10_000):
        (tmp_path / NOTE).write_text(content)
        with pytest.raises(NotWritten, match="cannot be read as the recipe"):
            begin_run(tmp_path, PRIME, MADE)
        assert (tmp_path / NOTE).read_text() == content


def test_a_folder_in_place_of_the_note_is_left_alone(tmp_path):
    (tmp_path / NOTE).mkdir()
    with pytest.raises(NotWritten, match="cannot be read as the recipe"), run_in(tmp_path, PRIME, MADE):
        pass
    assert (tmp_path / NOTE).is_dir()


def test_two_runs_are_never_in_one_folder_at_once(tmp_path, monkeypatch):
    with run_in(tmp_path, PRIME, MADE):
        for recipe in (PRIME, replace(PRIME, seed=5)):
            with pytest.raises(NotWritten, match="Another run is in"), run_in(tmp_path, recipe, MADE):
                pass
        monkeypatch.setenv("RANK", "1")  # another process of the same run
        with run_in(tmp_path, PRIME, MADE):
            pass
        monkeypatch.delenv("RANK")
    with run_in(tmp_path, PRIME, MADE):
        assert json.loads((tmp_path / NOTE).read_text())["seed"] == 0


# --- the commands ---


def said_of(capsys: pytest.CaptureFixture[str]) -> str:
    return " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize("mine", ["reasoner", "checkpoints/checkpoint-2"])
def test_train_replaces_no_folder_of_which_nobody_knows_the_recipe(tmp_path, capsys, mine):
    out = tmp_path / "out"
    shutil.copytree(POCKET / "reasoner", out / mine)
    recipe = pocket_recipe(tmp_path / "recipe.toml", steps=1)
    assert command([str(recipe), "--out", str(out)]) == 2
    assert "is there already" in said_of(capsys)
    assert [path.name for path in out.iterdir()] == [Path(mine).parts[0]]


def test_train_does_not_go_on_from_the_checkpoints_of_another_recipe(tmp_path, capsys):
    recipe, out = tmp_path / "recipe.toml", tmp_path / "out"
    threads = ["--threads", "1", "--out", str(out)]
    assert command([str(pocket_recipe(recipe, steps=1, save_every=1)), *threads]) == 0
    before = (out / "reasoner" / "model.safetensors").read_bytes()
    assert command([str(pocket_recipe(recipe, steps=2, save_every=1, learning_rate=1e-4)), *threads]) == 2
    assert "another «learning_rate»" in said_of(capsys)
    assert (out / "reasoner" / "model.safetensors").read_bytes() == before
    assert command([str(pocket_recipe(recipe, steps=2, save_every=1)), *threads]) == 0
    assert (out / "checkpoints" / "checkpoint-2").is_dir()


def test_a_run_that_goes_on_in_other_passes_has_the_same_losses(tmp_path):
    recipe, whole, cut = tmp_path / "recipe.toml", tmp_path / "whole", tmp_path / "cut"
    settings = {"steps": 2, "save_every": 1}
    command([str(pocket_recipe(recipe, **settings)), "--threads", "1", "--out", str(whole)])
    shutil.copytree(whole, cut, ignore=shutil.ignore_patterns("checkpoint-2", "reasoner"))
    wider = pocket_recipe(recipe, **settings, micro_batch=8, checkpointing=True)
    assert command([str(wider), "--threads", "1", "--out", str(cut)]) == 0
    for one, other in zip(told(cut, 2), told(whole, 2), strict=True):
        assert one.pop("kl") == pytest.approx(other.pop("kl"), rel=0.2)  # a mean of the passes' means
        assert one == pytest.approx(other, rel=1e-3, abs=1e-5)


def test_a_warm_up_does_not_go_on_from_another_recipes_checkpoint(tmp_path):
    warmup.warm_up(WARM, tmp_path)
    before = (tmp_path / "checkpoint.pt").read_bytes()
    with pytest.raises(NotWritten, match="another «seed»"):
        warmup.warm_up(replace(WARM, seed=1, steps=6), tmp_path)
    assert (tmp_path / "checkpoint.pt").read_bytes() == before


@pytest.mark.parametrize("mine", ["model/model.safetensors", "log.jsonl", "checkpoint.pt"])
def test_a_warm_up_replaces_nothing_of_the_users(tmp_path, mine):
    (tmp_path / mine).parent.mkdir(exist_ok=True)
    (tmp_path / mine).write_text("mine")
    with pytest.raises(NotWritten, match="is there already"):
        warmup.warm_up(WARM, tmp_path)
    assert (tmp_path / mine).read_text() == "mine"
