import json
import os
import subprocess
import sys
from dataclasses import asdict
from multiprocessing import get_context

import pytest
import torch
from askmap.training.pocket import warmup
from askmap.training.pocket.recipe import BadRecipe, Recipe
from askmap.training.pocket.sharing import Share
from averaging import averaged

RECIPE = Recipe("segmenter", steps=2, scenes=2, learning_rate=1e-3, side_px=64, prompts=2, domain="wild")


def test_every_picture_is_learned_from_by_one_process():
    parts = [Share(rank, 3).of(range(10, 22)) for rank in range(3)]
    assert sorted(seed for part in parts for seed in part) == list(range(10, 22))
    assert {len(part) for part in parts} == {4}


def test_pictures_that_cannot_be_shared_evenly_are_refused():
    with pytest.raises(BadRecipe, match="«scenes» is 3, which 2 processes"):
        Share(0, 2).of(range(3))


def test_views_with_questions_that_cannot_be_shared_evenly_are_refused():
    with pytest.raises(BadRecipe, match="«asked» is 1, which 2 processes"):
        Share(0, 2).each(1, "asked")


def test_alone_a_process_averages_nothing():
    layer = torch.nn.Linear(2, 1)
    layer(torch.ones(1, 2)).sum().backward()
    Share().average(layer)
    assert layer.weight.grad.tolist() == [[1, 1]]


def test_two_processes_have_the_mean_of_their_gradients(tmp_path):
    context = get_context("spawn")
    results = context.Queue()
    each = [context.Process(target=averaged, args=(rank, tmp_path / "met", results)) for rank in (0, 1)]
    for process in each:
        process.start()
    found = sorted(results.get(timeout=120) for _ in each)
    for process in each:
        process.join()
    assert found == [(0, [[3, 3]], None), (1, [[3, 3]], None)]


def test_two_processes_write_what_one_writes(tmp_path):
    recipe = tmp_path / "recipe.toml"
    rows = {k: v for k, v in asdict(RECIPE).items() if v != "" and not isinstance(v, bool)}
    recipe.write_text("\n".join(f"{key} = {json.dumps(value)}" for key, value in rows.items()))
    warmup.warm_up(RECIPE, tmp_path / "one")
    shared_run(recipe, tmp_path / "two")
    one, two = (sorted(p.name for p in (tmp_path / run).rglob("*")) for run in ("one", "two"))
    assert one == two
    assert len((tmp_path / "two" / "log.jsonl").read_text().splitlines()) == 1


def shared_run(recipe, out):
    """As torchrun starts it, without the half minute that it takes."""
    started = [
        subprocess.Popen(
            [sys.executable, "-m", "askmap.training.pocket.warmup", str(recipe), "--out", str(out)],
            env={**os.environ, "RANK": rank, "WORLD_SIZE": "2", **meeting_place()},
            stderr=subprocess.PIPE,
        )
        for rank in "01"
    ]
    faults = [process.communicate(timeout=120)[1].decode() for process in started]
    assert [process.returncode for process in started] == [0, 0], faults


def meeting_place():
    return {"MASTER_ADDR": "127.0.0.1", "MASTER_PORT": "29577"}
