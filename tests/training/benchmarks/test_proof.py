"""The comparison of reinforcement learning with imitation."""

import json
import re
from pathlib import Path

import numpy as np
import pytest
from askmap.training.benchmarks import proof
from askmap.training.evaluation.cases import Case, write_cases
from askmap.training.evaluation.scoring import POLICIES
from rich.console import Console

START = Path("weak")


def case_of(name, found):
    """Whose answer has `found` pixels of a truth of ten."""
    truth, answer = np.ones((1, 10), np.bool_), (np.arange(10) < found)[None]
    scores = {policy: score(truth, answer[None]) for policy, score in POLICIES.items()}
    return Case(name, "tank", "Where is fuel?", True, 1, scores, 0.1, size=(1, 10))


def keep_run(folder, found):
    for domain in proof.LANDSCAPES.domains:
        (folder / domain).mkdir(parents=True)
        write_cases([case_of("a", found), case_of("b", found)], folder / domain)


@pytest.mark.parametrize("way", proof.WAYS)
def test_ways_of_one_seed_see_the_same_landscapes_and_seeds_see_others(way):
    recipes = [proof.recipe_of(way, seed, START) for seed in proof.SEEDS]
    firsts = [recipe.samples.reading.first for recipe in recipes]
    assert firsts == [proof.recipe_of("sft", seed, START).samples.reading.first for seed in proof.SEEDS]
    assert min(firsts) >= 1_000_000  # those below are held out
    assert all(b - a >= recipes[0].samples.reading.count for a, b in zip(firsts, firsts[1:]))
    assert {(recipe.reasoner, recipe.samples.split) for recipe in recipes} == {("weak", "in")}
    assert [recipe.seed for recipe in recipes] == list(proof.SEEDS)


@pytest.mark.parametrize("way", proof.WAYS)
def test_no_question_is_asked_twice(way):
    recipe = proof.recipe_of(way, 0, START)
    assert recipe.samples.reading.count >= recipe.steps * recipe.questions


def test_a_shorter_run_asks_about_no_more_than_it_needs():
    recipe = proof.shortened(proof.recipe_of("prime", 1, START), 100)
    assert (recipe.steps, recipe.samples.reading.count) == (100, 800)
    assert recipe.samples.reading.first == proof.recipe_of("prime", 1, START).samples.reading.first
    assert proof.shortened(recipe, 500).steps == 100


@pytest.mark.parametrize("way", proof.WAYS)
def test_on_real_ground_all_learn_from_its_train_split_and_seeds_see_other_views(way):
    ground = proof.real_ground(Path("open"), Path("vhr10"))
    recipes = [proof.recipe_of(way, seed, START, ground) for seed in proof.SEEDS]
    assert {(r.samples.path, r.samples.split, r.samples.layout) for r in recipes} == {
        ("open", "train", "real")
    }
    firsts = [recipe.samples.reading.first for recipe in recipes]
    assert all(b - a >= 2 * recipes[0].samples.reading.count for a, b in zip(firsts, firsts[1:]))
    asked = {domain: data[1] for domain, data in ground.domains.items()}
    assert asked == {"val": "open:val", "vhr10": "vhr10:zoomed"}


def test_one_of_two_folders_is_told(capsys):
    with pytest.raises(SystemExit):
        proof.main(["weak", "--open", "open"])
    assert "--open and --vhr10 go together" in capsys.readouterr().err


def test_the_ways_differ_in_what_they_learn_from_and_not_in_what_they_begin_with():
    methods = {way: proof.recipe_of(way, 0, START).method for way in proof.WAYS}
    imitated = dict.fromkeys(proof.IMITATIONS, "supervised")
    assert methods == imitated | {"prime": "bop", "mask": "mask"}


def test_imitations_differ_in_the_thought_before_the_answer():
    recipes = {way: proof.recipe_of(way, 0, START) for way in proof.IMITATIONS}
    thoughts = {way: recipe.writing.thoughts for way, recipe in recipes.items()}
    assert thoughts == {"sft": "none", "own": "own", "taught": "label"}


def test_the_tables_tell_every_run_and_what_reinforcement_gained(tmp_path):
    keep_run(tmp_path / "start", 3)
    for way, found in {"sft": 5, "own": 2, "taught": 8, "prime": 6, "mask": 4}.items():
        for seed in proof.SEEDS:
            keep_run(tmp_path / f"{way}-{seed}", found)
            (tmp_path / f"{way}-{seed}" / "cpu_seconds.json").write_text(json.dumps(100.0 + seed))
    runs, gains_table = (
        lines_of(proof.runs_table(tmp_path, ["in", "out"])),
        lines_of(proof.gains_table(tmp_path, "out")),
    )
    (prime,) = [line for line in runs if "prime" in line and " 102 " in line]
    assert "0.600 (0.600 to 0.600)" in prime
    assert "0.300 (0.300 to 0.300)" in next(line for line in runs if "start" in line)
    (prime,) = [line for line in gains_table if "prime" in line and " 2 " in line]
    assert re.findall(r"[-+]\d+%", prime) == ["+20%", "+200%", "-25%", "+100%"]
    (mask,) = [line for line in gains_table if "mask" in line and " 0 " in line]
    assert "-0.100 (-0.100 to -0.100), -20%" in mask


def test_the_tables_of_some_ways_need_no_others(tmp_path):
    for name in ("start", *(f"{way}-{seed}" for way in ("taught", "mask") for seed in proof.SEEDS)):
        keep_run(tmp_path / name, 3 if name == "start" else 6)
        (tmp_path / name / "cpu_seconds.json").write_text("1.0")
    runs = lines_of(proof.runs_table(tmp_path, ["in"], ["taught", "mask"]))
    gains = lines_of(proof.gains_table(tmp_path, "in", ["taught", "mask"]))
    assert not any("prime" in line or "sft" in line for line in runs + gains)
    assert "+100%" in next(line for line in gains if "mask" in line and " 0 " in line)


def lines_of(table):
    console = Console(width=240, record=True)
    console.print(table)
    return console.export_text().splitlines()
