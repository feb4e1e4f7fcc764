"""A run that lacks its launcher, a GPU or a vLLM server stops before it loads anything, with what to type."""

from __future__ import annotations

import shlex
import socket
from dataclasses import replace
from pathlib import Path

import pytest
from askmap.backend.engine.protocols import POCKET
from askmap.backend.errors import MissingPackage
from askmap.training.pocket.recipe import BadRecipe
from askmap.training.prime import main as command
from askmap.training.rehearsal import launcher
from askmap.training.rehearsal.launcher import (
    Machine,
    NotStartable,
    check_startable,
    command_for,
    launcher_of,
)
from askmap.training.rl.recipe import Lora, PrimeRecipe, SampleSource, read_prime_recipe
from places import ROOT
from runs_of_prime import pocket_recipe

RECIPES = ROOT / "training" / "recipes"
CPU = Machine(gpus=0, processes=1, shares=False)
ONE = Machine(gpus=1, processes=1, shares=False, gpu_bytes=80 * 2**30)
TWO = Machine(gpus=2, processes=2, shares=False, gpu_bytes=24 * 2**30)
SHARED = replace(TWO, shares=True)


@pytest.fixture
def recipe():
    """Of no reasoner that is there: nothing may be loaded."""
    return PrimeRecipe(
        "bop", "nowhere", SampleSource("-"), steps=1, questions=2, rollouts=2, micro_batch=2, processes=1
    )


def refused(recipe, machine, kind=NotStartable):
    with pytest.raises(kind) as raised:
        check_startable(recipe, ["mine.toml"], machine)
    assert raised.value.hint
    return f"{raised.value} {raised.value.hint}"


FULL = ["think2seg-3b", "think2seg-7b", "grasp-3b", "grasp-7b", "ablation-sam2-large", "ablation-supervised"]


@pytest.mark.parametrize("name", FULL)
def test_a_full_recipe_without_its_launcher_stops_with_the_command_to_type(
    name, tmp_path, monkeypatch, capsys
):
    """Its reasoner is not here, and is not looked for."""
    monkeypatch.chdir(tmp_path)
    assert command([name]) == 2
    said = capsys.readouterr().err
    count = read_prime_recipe(RECIPES / f"{name}.toml").processes
    assert f"meant for {count} processes" in said
    typed = said.partition("Type: ")[2].partition(" (or")[0]
    words = shlex.split(typed)
    assert words[words.index("--num_processes") + 1] == str(count)
    assert words[-2:] == ["askmap.training.prime", name]
    config = Path(words[words.index("--config_file") + 1])
    assert config.is_file()
    assert config.name == "fsdp2.yaml"
    assert list(tmp_path.iterdir()) == []


def test_what_was_typed_is_in_the_command(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert command(["grasp-3b", "--out", "a place/out"]) == 2
    assert "askmap.training.prime grasp-3b --out 'a place/out'" in capsys.readouterr().err


def test_a_recipe_for_cuda_says_so_in_one_sentence_where_there_is_none(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert command(["lora-24gb"]) == 2
    said = capsys.readouterr().err
    assert "The recipe trains in bf16 on a GPU with CUDA, and there is none here." in said
    assert list(tmp_path.iterdir()) == []


def test_one_process_or_the_launcher_that_a_recipe_is_meant_for_is_fine(recipe):
    check_startable(replace(recipe, bf16=False), [], CPU)
    check_startable(recipe, [], ONE)
    check_startable(replace(recipe, processes=2), [], SHARED)
    check_startable(replace(recipe, processes=2, lora=Lora(rank=8)), [], TWO)


def test_a_small_reasoner_may_train_in_bf16_on_a_cpu(recipe):
    check_startable(replace(recipe, reasoner=str(POCKET / "reasoner")), [], CPU)


def test_one_process_that_sees_several_gpus_is_told_to_start_one_for_each(recipe):
    said = refused(recipe, replace(ONE, gpus=4))
    assert "sees 4" in said
    assert "ddp.yaml --num_processes 4" in said


def test_whole_weights_that_do_not_fit_a_gpu_are_to_be_shared_out(recipe, tmp_path):
    big = replace(recipe, processes=2, reasoner=str(POCKET / "reasoner"))
    check_startable(big, [], TWO)
    assert "fsdp2.yaml" in refused(big, replace(TWO, gpu_bytes=2**20))
    check_startable(big, [], replace(TWO, gpu_bytes=2**20, shares=True))


def test_vllm_is_asked_for_before_anything_is_loaded(recipe, monkeypatch):
    ours = replace(recipe, vllm="server", bf16=False)
    assert "not installed" in refused(ours, ONE, MissingPackage)
    monkeypatch.setattr(launcher, "find_spec", lambda name: object())
    assert "needs a GPU" in refused(ours, CPU)
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"http://127.0.0.1:{server.getsockname()[1]}"
        check_startable(replace(ours, vllm_server=address), [], ONE)
    said = refused(replace(ours, vllm_server=address), ONE)
    assert f"No vLLM server answers at {address}." in said
    assert "trl vllm-serve --model nowhere" in said
    check_startable(replace(ours, vllm="colocate"), [], ONE)


@pytest.mark.parametrize("address", ["", "here", "http://", "http://a:b", "http://[::1", "http://h:99999"])
def test_what_is_no_address_of_a_server_is_told(recipe, monkeypatch, address):
    monkeypatch.setattr(launcher, "find_spec", lambda name: object())
    said = refused(replace(recipe, vllm="server", vllm_server=address), ONE, BadRecipe)
    assert "«vllm_server»" in said


@pytest.mark.parametrize(
    ("said", "shares"),
    [
        ({}, False),
        ({"ACCELERATE_USE_FSDP": "true"}, True),
        ({"ACCELERATE_USE_DEEPSPEED": "1"}, True),
        ({"ACCELERATE_USE_FSDP": "false"}, False),
    ],
)
def test_a_launcher_is_known_by_what_it_tells_its_processes(said, shares):
    machine = Machine.here({"WORLD_SIZE": "3", **said})
    assert (machine.processes, machine.shares) == (3, shares)
    assert Machine.here({}).processes == 1


def test_a_command_is_short_where_the_user_stands_in_the_checkout(recipe, monkeypatch):
    monkeypatch.chdir(ROOT)
    assert launcher_of(replace(recipe, processes=2)) == "fsdp2.yaml"
    typed = command_for(replace(recipe, processes=2), ["mine.toml"])
    assert "accelerate launch --config_file training/launch/fsdp2.yaml --num_processes 2" in typed


def test_a_run_of_one_process_starts_as_before(tmp_path, monkeypatch):
    seen = []
    monkeypatch.setattr("askmap.training.prime.train", lambda recipe, out: seen.append(out) or out)
    assert command([str(pocket_recipe(tmp_path / "r.toml")), "--out", str(tmp_path / "out")]) == 0
    assert seen == [tmp_path / "out"]
