"""The recipes of reinforcement learning that come with AskMap: they can be read, shared out and run."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from askmap.backend.engine.loading import load_engine, unload
from askmap.backend.engine.protocols import EngineSettings
from askmap.backend.stages import Question
from askmap.training.evaluation.asking import scene_of
from askmap.training.rehearsal.dry_run import Lengths, estimate_memory
from askmap.training.rehearsal.launcher import launcher_of
from askmap.training.rl.recipe import read_prime_recipe
from askmap.training.rl.run import train
from askmap.training.synthetic.dataset import landscape_samples
from places import ROOT
from qwen_configs import QWEN_2_5_3B, QWEN_2_5_7B

RECIPES = ROOT / "training" / "recipes"
OURS = sorted(path for path in RECIPES.glob("*.toml") if "\npart = " not in path.read_text(encoding="utf-8"))
POCKET = ("pocket-prime", "pocket-mask", "pocket-sft")
SAM2_SMALL = 46_000_000
AT_840 = Lengths(900, 250)


def recipe_of(name):
    return read_prime_recipe(RECIPES / f"{name}.toml")


def test_all_that_are_asked_for_are_there():
    sizes = ("tiny", "small", "base-plus", "large")
    assert {path.stem for path in OURS} == {
        *POCKET, "pocket-prime-wide", "proof-sft", "proof-own", "proof-taught", "proof-prime", "proof-mask",
        "grasp-3b", "grasp-7b", "think2seg-3b", "think2seg-7b", "lora-24gb", "ablation-supervised",
        "ablation-negative-points", "ablation-format-soft", "ablation-format-strict",
        *(f"ablation-sam2-{size}" for size in sizes),
    }  # fmt: skip


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_each_can_be_read_and_shared_out_to_its_processes(path):
    recipe = read_prime_recipe(path)
    assert recipe.passes(recipe.processes) >= 1
    assert path.read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize(
    ("name", "epochs", "rollouts", "processes", "questions"),
    [
        ("think2seg-3b", 5, 16, 2, 4),  # 2 GPUs x 16 completions x accumulation 2, in groups of 16
        ("think2seg-7b", 8, 12, 4, 8),  # 4 x 12 x 2, in groups of 12
    ],
)
def test_think2seg_is_trained_as_published(name, epochs, rollouts, processes, questions):
    recipe = recipe_of(name)
    assert (recipe.questions, recipe.schedule, recipe.by_deviation) == (questions, "linear", True)
    assert (recipe.epochs, recipe.rollouts, recipe.processes) == (epochs, rollouts, processes)
    assert (recipe.kl, recipe.clip, recipe.temperature, recipe.learning_rate) == (0.001, 0.2, 1.0, 1e-6)
    assert (recipe.new_tokens, recipe.bf16, recipe.train_tower, recipe.lora.rank) == (1024, True, True, 0)
    assert (recipe.method, recipe.format, recipe.segmenter) == (
        "mask",
        "think2seg",
        "models/sam2.1-hiera-small",
    )


def test_grasp_learns_from_both_sets():
    for name in ("grasp-3b", "grasp-7b", "lora-24gb"):
        recipe = recipe_of(name)
        paths = [source.path for source in recipe.samples.all]
        assert paths == ["data/bop/earthreason", "data/bop/geopix"]
        assert (recipe.method, recipe.rollouts) == ("bop", 8)


@pytest.mark.parametrize(
    ("name", "like", "differences"),
    [
        ("ablation-sam2-tiny", "think2seg-3b", {"segmenter"}),
        ("ablation-sam2-small", "think2seg-3b", set()),
        ("ablation-sam2-base-plus", "think2seg-3b", {"segmenter"}),
        ("ablation-sam2-large", "think2seg-3b", {"segmenter"}),
        ("ablation-negative-points", "think2seg-3b", {"mask"}),
        ("ablation-supervised", "think2seg-3b", {"method", "rollouts", "micro_batch", "learning_rate"}),
        ("ablation-format-soft", "grasp-3b", {"bop"}),
        ("ablation-format-strict", "grasp-3b", set()),
        ("pocket-mask", "pocket-prime", {"method", "mask"}),
        ("pocket-sft", "pocket-prime", {"method", "rollouts", "micro_batch"}),
    ],
)
def test_an_ablation_differs_in_nothing_else(name, like, differences):
    one, other = vars(recipe_of(name)), vars(recipe_of(like))
    assert {key for key in one if one[key] != other[key]} == differences


@pytest.mark.parametrize(
    ("name", "config", "gib"),
    [
        ("think2seg-3b", QWEN_2_5_3B, 48),
        ("think2seg-7b", QWEN_2_5_7B, 61),
        ("grasp-3b", QWEN_2_5_3B, 51),
        ("grasp-7b", QWEN_2_5_7B, 62),
        ("lora-24gb", QWEN_2_5_3B, 13),
    ],
)
def test_the_memory_that_a_comment_tells_is_what_is_reckoned(name, config, gib):
    recipe = recipe_of(name)
    made = estimate_memory(recipe, config, AT_840, SAM2_SMALL if recipe.method == "mask" else 0)
    assert round(made.total / 2**30) == gib
    assert f" {gib} GiB" in (RECIPES / f"{name}.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_the_command_of_a_comment_is_the_one_to_type(path):
    recipe, text = read_prime_recipe(path), path.read_text(encoding="utf-8")
    typed = [line for line in text.splitlines() if f".prime {path.stem}" in line or "askmap train" in line]
    if typed:
        file = f"--config_file training/launch/{launcher_of(recipe)} --num_processes {recipe.processes} "
        assert file in typed[-1] if launcher_of(recipe) else f"askmap train {path.stem}" in typed[-1]
    assert typed or recipe.processes == 1 or text.count('base = "')


def test_lora_at_840_fits_a_card_of_24_gb_also_with_more_questions_and_mask_rewards():
    recipe = recipe_of("lora-24gb")
    assert estimate_memory(recipe, QWEN_2_5_3B, AT_840, SAM2_SMALL).total < 24e9
    more = estimate_memory(replace(recipe, questions=8), QWEN_2_5_3B, AT_840, 0).total
    assert round(more / 2**30) == 14
    assert more < 24e9


@pytest.mark.parametrize("name", POCKET)
def test_the_bundled_pair_takes_a_step_and_what_is_exported_answers(name, tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT)
    recipe = recipe_of(name)
    group = min(recipe.rollouts, 2)
    short = replace(recipe, steps=1, questions=2, rollouts=group, micro_batch=group)
    folder = train(short, tmp_path / "out")
    assert folder == tmp_path / "out" / "reasoner"
    assert weights_of(folder) != weights_of(ROOT / recipe.reasoner)
    before, after = (
        json.loads((place / "askmap.json").read_text(encoding="utf-8"))
        for place in (ROOT / recipe.reasoner, folder)
    )
    measured = before.pop("calibration"), before["knows"].pop("figures")  # of other weights
    assert all(measured)
    assert after["knows"].pop("figures") == {}
    assert after == before
    answer_of(folder)


def weights_of(folder):
    return (folder / "model.safetensors").read_bytes()


def answer_of(folder):
    sample = landscape_samples("in", 1)[0]
    engine = load_engine(EngineSettings(reasoner=folder, max_new_tokens=200))
    answer = engine.answer(scene_of(sample.read_picture(), "x"), Question(sample.questions[0]))
    unload()
    assert answer.grounding.thought
    assert len(answer.masks.masks) == len(answer.grounding.targets)
