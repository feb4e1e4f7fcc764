"""A rehearsal names what is wrong before anything is trained, tells what a run takes, and writes nothing."""

from __future__ import annotations

import json
import os
from dataclasses import replace

import numpy as np
import pytest
import torch
from askmap.backend.errors import AskMapError, MissingPackage, ModelBroken, ModelMissing, ModelUnsupported
from askmap.training.data.reading import ReadOptions
from askmap.training.data.samples import BadData
from askmap.training.pocket.recipe import BadRecipe
from askmap.training.prime import main as command
from askmap.training.rehearsal import dry_run, launcher
from askmap.training.rehearsal.dry_run import Lengths, estimate_memory, rehearse
from askmap.training.rehearsal.step_time import StepTime, estimate_step_time, spelled
from askmap.training.rewards.mask import MaskReward
from askmap.training.rl.recipe import Lora, PrimeRecipe, SampleSource
from PIL import Image
from places import ROOT
from qwen_configs import QWEN_2_5_3B
from rich.console import Console
from tiny_reasoners import tiny_folder

POCKET = ROOT / "resources" / "pocket"
LANDSCAPES = SampleSource("landscapes", "in", reading=ReadOptions(first=1_000_000, count=6))
SETTINGS = {"questions": 2, "rollouts": 2, "micro_batch": 4, "new_tokens": 16, "bf16": False}
BOX = {"box": [2, 3, 10, 12], "points": [[4, 5], [8, 9]]}


@pytest.fixture
def recipe():
    """Of the bundled pair."""
    return PrimeRecipe(
        method="bop", reasoner=str(POCKET / "reasoner"), segmenter=str(POCKET / "segmenter"),
        samples=LANDSCAPES, epochs=2, checkpointing=False, **SETTINGS,
    )  # fmt: skip


def said_of(recipe):
    console = Console(width=120)
    with console.capture() as shown:
        rehearse(recipe, console)
    return shown.get()


def complaint_of(recipe, kind=AskMapError):
    with pytest.raises(kind) as raised:
        said_of(recipe)
    assert raised.value.hint
    return str(raised.value)


def put_set(folder, rows, size=(20, 16), mask_size=(20, 16)):
    """In AskMap's own layout; `rows` say what differs from one box in one picture."""
    (folder / "images").mkdir(parents=True)
    (folder / "masks").mkdir()
    Image.new("RGB", size).save(folder / "images" / "a.png")
    mask = np.zeros(mask_size[::-1], np.uint8)
    mask[4:10, 3:9] = 255
    Image.fromarray(mask).save(folder / "masks" / "a.png")
    lines = [
        {"name": f"s{number}", "image": "images/a.png", "questions": ["Where?"], "targets": [BOX], **row}
        for number, row in enumerate(rows)
    ]
    (folder / "train.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return SampleSource(str(folder))


# --- what it says ---


def test_it_says_how_long_and_how_large_a_run_is(recipe):
    said = said_of(recipe)
    rows = {
        line.split("│")[1].strip(): line.split("│")[2].strip() for line in said.splitlines() if "│" in line
    }
    assert rows["samples"] == "6"
    assert rows["a step"] == "2 questions x 2 rollouts = 4"
    assert rows["micro-batches a step and process"] == "1 of 4"
    assert (rows["steps"], rows["epochs"]) == ("6", "2.00")
    assert rows["parameters"] == rows["of them trained, or in adapters"] == "7,073,792"
    assert float(rows["peak"]) > float(rows["always: AdamW"])
    assert "landscapes («in») has 6 samples" in said
    assert "from one real step of" in said
    assert "estimate; there is no GPU here" in said


@pytest.mark.parametrize("method", ["mask", "vision", "supervised"])
def test_every_method_is_rehearsed(recipe, method):
    group = 1 if method == "supervised" else 2
    ours = replace(recipe, method=method, rollouts=group, micro_batch=group, mask=MaskReward(fence=False))
    assert "from one real step of" in said_of(ours)


@pytest.mark.filterwarnings("ignore:`is_gradient_checkpointing` is deprecated:FutureWarning")  # peft asks
def test_adapters_are_counted_as_what_learns(recipe):
    said = said_of(replace(recipe, lora=Lora(rank=2)))
    (line,) = [line for line in said.splitlines() if "in adapters" in line]
    assert 0 < int(line.split("│")[2].strip().replace(",", "")) < 200_000


def test_nothing_is_written(recipe, tmp_path, monkeypatch):
    folder = put_set(tmp_path / "data", [{}, {}, {}, {}])
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    before = sorted(path for path in tmp_path.rglob("*"))
    said_of(replace(recipe, samples=folder))
    assert sorted(path for path in tmp_path.rglob("*")) == before


def test_what_fits_a_gpu_and_what_does_not(recipe, monkeypatch):
    class Properties:
        name = "Card"
        total_memory = 24 * 2**30

    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "get_device_properties", lambda device: Properties)
    full = estimate_memory(recipe, QWEN_2_5_3B, Lengths(900, 250), 0)
    assert "does not fit the Card here, which has 24.0 GiB" in dry_run.fit_here(full)
    adapters = estimate_memory(replace(recipe, lora=Lora(rank=8), bf16=True), QWEN_2_5_3B, Lengths(9, 250), 0)
    assert "it fits the Card here" in dry_run.fit_here(adapters)


def test_of_a_gpu_that_vllm_shares_only_the_rest_is_ours(recipe, monkeypatch):
    class Properties:
        name = "Card"
        total_memory = 24 * 2**30

    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "get_device_properties", lambda device: Properties)
    ours = replace(recipe, lora=Lora(rank=8), bf16=True, vllm="colocate")
    memory = estimate_memory(ours, QWEN_2_5_3B, Lengths(9, 250), 0)
    # vLLM's 3,754,622,976 weights in bf16 are 7.0 GiB; 0.3 x 24 are 7.2 and hold them, 0.28 x 24 are 6.7
    assert "it fits the Card here, which has 24.0 GiB, 30% of them vLLM's" in dry_run.fit_here(memory, 0.3)
    assert "does not fit" in dry_run.fit_here(memory, 0.28)
    assert "does not fit" in dry_run.fit_here(memory, 0.9)


@pytest.mark.parametrize(
    ("settings", "launcher", "start"),
    [
        ({}, "none: one process", "askmap train mine.toml"),
        (
            {"processes": 2, "micro_batch": 2},
            "accelerate with fsdp2.yaml: shared out to all",
            "--config_file training/launch/fsdp2.yaml --num_processes 2 -m askmap.training.prime mine.toml",
        ),
        (
            {"processes": 2, "micro_batch": 2, "lora": Lora(rank=2)},
            "accelerate with ddp.yaml: all of it on each GPU",
            "--config_file training/launch/ddp.yaml --num_processes 2 -m askmap.training.prime mine.toml",
        ),
    ],
)
@pytest.mark.filterwarnings("ignore:`is_gradient_checkpointing` is deprecated:FutureWarning")  # peft asks
def test_it_names_the_launcher_that_it_supposes_and_how_to_start(
    recipe, monkeypatch, settings, launcher, start
):
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(dry_run, "step_time_here", lambda *_: StepTime(1.0, 1.0))
    console = Console(width=160)
    with console.capture() as shown:
        rehearse(replace(recipe, **settings), console, ["mine.toml"])
    assert launcher in shown.get()
    assert start in shown.get()


def test_adapters_are_whole_on_each_gpu(recipe):
    two = replace(recipe, lora=Lora(rank=8), processes=2, micro_batch=2)
    assert dry_run.memory_settings(two, Lengths(900, 250), 0).processes == 1
    assert dry_run.memory_settings(two, Lengths(900, 250), 0).rollouts == 2
    assert dry_run.memory_settings(replace(two, lora=Lora()), Lengths(900, 250), 0).processes == 2


# --- what it refuses ---


def test_every_fault_is_named_and_the_first_is_raised(recipe, tmp_path):
    rows = [
        {"image": "images/b.png"},
        {},
        {"targets": [{**BOX, "box": [2, 3, 90, 12]}]},
        {"image": "images/c.png"},
    ]
    source = put_set(tmp_path / "data", rows)
    console = Console(width=300)
    with console.capture() as shown, pytest.raises(BadData) as raised:
        rehearse(replace(recipe, samples=source), console)
    assert str(raised.value).startswith("3 samples cannot be used")
    assert "b.png" in str(raised.value)
    assert "Target 1 of s2 lies outside" in shown.get()
    assert "c.png" in shown.get()


def test_at_most_twenty_faults_are_named(recipe, tmp_path):
    source = put_set(tmp_path / "data", [{"image": f"images/{n}.png"} for n in range(30)])
    console = Console(width=300)
    with console.capture() as shown, pytest.raises(BadData, match="^20 or more samples"):
        rehearse(replace(recipe, samples=source), console)
    assert shown.get().count(".png") == 19


def test_a_broken_picture_is_named_by_its_file(recipe, tmp_path):
    source = put_set(tmp_path / "data", [{}, {}])
    picture = tmp_path / "data" / "images" / "a.png"
    picture.write_bytes(picture.read_bytes()[:40])
    assert str(picture) in complaint_of(replace(recipe, samples=source), BadData)


def test_a_mask_of_another_size_is_named(recipe, tmp_path):
    source = put_set(tmp_path / "data", [{"mask": "masks/a.png"}, {}], mask_size=(10, 16))
    assert "masks/a.png" in complaint_of(replace(recipe, samples=source), BadData)


def test_a_broken_line_is_named_by_its_number(recipe, tmp_path):
    source = put_set(tmp_path / "data", [{}, {}])
    file = tmp_path / "data" / "train.jsonl"
    file.write_text(file.read_text(encoding="utf-8") + "{broken\n", encoding="utf-8")
    assert f"{file}, line 3" in complaint_of(replace(recipe, samples=source), BadData)


def test_an_empty_set_and_one_too_small_for_a_step_are_refused(recipe, tmp_path):
    empty = replace(put_set(tmp_path / "empty", []), layout="bop")
    assert "no sample" in complaint_of(replace(recipe, samples=empty), BadData)
    small = put_set(tmp_path / "small", [{}])
    assert "asks 2 questions, but there are only 1" in complaint_of(replace(recipe, samples=small), BadRecipe)


def test_masks_are_rewarded_only_where_there_are_some(recipe, tmp_path):
    source = put_set(tmp_path / "data", [{"mask": "masks/a.png"}, {}])
    said = complaint_of(replace(recipe, method="mask", samples=source), BadData)
    assert said == f"The sample «s1» of {source.path} has no mask, which the reward «mask» needs."
    boxed = put_set(tmp_path / "boxed", [{"targets": [{"box": [1, 2, 8, 9]}]}, {}])
    said = complaint_of(replace(recipe, method="mask", micro_batch=2, samples=boxed), BadData)
    assert f"«s0» of {boxed.path} has boxes only and no mask, which the reward «mask» needs." in said


@pytest.mark.parametrize("method", ["bop", "vision", "supervised"])
def test_a_target_without_a_box_is_named(recipe, tmp_path, method):
    source = put_set(tmp_path / "data", [{"targets": [{"points": [[4, 5], [8, 9]]}]}, {}])
    said = complaint_of(replace(recipe, method=method, micro_batch=2, samples=source), BadData)
    assert f"«s0» of {source.path} has a target without a box" in said


def test_what_a_format_cannot_hold_cannot_be_imitated(recipe, tmp_path):
    source = put_set(tmp_path / "data", [{"targets": []}, {}])
    ours = replace(recipe, method="supervised", samples=source)
    said = complaint_of(replace(ours, format="grasp"), BadData)
    assert said.endswith(f"of {source.path} cannot be imitated: the format grasp has one target, not 0.")


def test_two_sets_are_one_pot_and_a_fault_of_the_second_is_found(recipe, tmp_path):
    first, second = put_set(tmp_path / "a", [{}, {}, {}]), put_set(tmp_path / "b", [{}])
    said = said_of(replace(recipe, samples=replace(first, more=(second,))))
    assert "│ 4 │" in " ".join(said.split())
    (tmp_path / "b" / "images" / "a.png").unlink()
    both = replace(recipe, samples=replace(first, more=(second,)))
    assert str(tmp_path / "b") in complaint_of(both, BadData)


@pytest.mark.parametrize(("part", "method"), [("reasoner", "bop"), ("segmenter", "mask")])
def test_a_folder_that_is_not_there_or_is_something_else_is_refused(recipe, tmp_path, part, method):
    ours = replace(recipe, method=method)
    assert "nowhere" in complaint_of(replace(ours, **{part: "nowhere"}), ModelMissing)
    other = {"reasoner": "segmenter", "segmenter": "reasoner"}[part]
    complaint_of(replace(ours, **{part: str(POCKET / other)}), ModelUnsupported)


def test_a_config_that_describes_no_network_is_refused_before_any_data_is_read(recipe, tmp_path):
    folder = tiny_folder(tmp_path / "tiny", "qwen3_vl")
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    config["text_config"]["hidden_size"] = "wide"
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    complaint_of(replace(recipe, reasoner=str(folder), samples=SampleSource("nowhere")), ModelBroken)


def test_vllm_that_is_not_installed_is_told(recipe, monkeypatch):
    monkeypatch.setattr(launcher, "find_spec", lambda name: None)
    assert "vLLM" in complaint_of(replace(recipe, vllm="colocate"), MissingPackage)


# --- the command ---


def test_the_command_says_0_for_a_good_recipe_and_2_with_file_and_line_for_a_bad_one(tmp_path, capsys):
    put_set(tmp_path / "data", [{}, {}])
    path = tmp_path / "recipe.toml"
    path.write_text(
        f'method = "bop"\nreasoner = "{POCKET / "reasoner"}"\nsteps = 1\nquestions = 2\nrollouts = 2\n'
        "micro_batch = 2\nnew_tokens = 8\nbf16 = false\ncheckpointing = false\n"
        f'[samples]\npath = "{tmp_path}/data"\n',
        encoding="utf-8",
    )
    assert command([str(path), "--dry-run", "--threads", str(torch.get_num_threads())]) == 0
    assert "nothing was written" in capsys.readouterr().out
    path.write_text(path.read_text(encoding="utf-8").replace("steps = 1", "stepz = 1"), encoding="utf-8")
    assert command([str(path), "--dry-run", "--threads", str(torch.get_num_threads())]) == 2
    assert f"{path}, line 3: «stepz»" in capsys.readouterr().err
    assert sorted(os.listdir(tmp_path)) == ["data", "recipe.toml"]


# --- figures ---


def test_memory_follows_from_the_recipe(recipe):
    big = replace(recipe, rollouts=16, questions=8, micro_batch=4, new_tokens=1024, bf16=True, kl=0.001)
    settings = dry_run.memory_settings(replace(big, processes=2), Lengths(900, 250), 7)
    assert (settings.questions, settings.rollouts, settings.micro_batch) == (4, 64, 4)
    assert settings.processes == 2
    assert (settings.image_tokens, settings.prompt_tokens, settings.new_tokens) == (900, 250, 1024)
    assert (settings.weight_bytes, settings.reference, settings.segmenter_parameters) == (2, True, 7)
    assert dry_run.memory_settings(replace(big, vllm="server"), Lengths(900, 250), 0).rollouts == 1
    imitating = replace(big, method="supervised", rollouts=2, micro_batch=8)
    settings = dry_run.memory_settings(imitating, Lengths(900, 250), 0)
    assert (settings.rollouts, settings.micro_batch, settings.reference) == (1, 4, False)


def test_two_groups_in_a_pass_keep_two_pictures(recipe):
    one = estimate_memory(replace(recipe, checkpointing=True), QWEN_2_5_3B, Lengths(900, 250), 0)
    two = estimate_memory(
        replace(recipe, checkpointing=True, micro_batch=2), QWEN_2_5_3B, Lengths(900, 250), 0
    )
    # fp32; 36 layers x 2048 and 32 blocks x 1280 for every token and patch that the second group adds
    added = 36 * 2048 * (900 + 250 + 2 * 16) * 4 + 32 * 1280 * 3600 * 4
    assert one.learning["activations"] - two.learning["activations"] == added
    assert one.rollouts == two.rollouts


def test_reckoned_time_is_the_published_rate_for_the_published_size(recipe):
    """A 3B at 840 x 840 with 200 new tokens: 0.25 to 0.5 rollouts/s and GPU, or 2.2 to 2.7 through vLLM."""
    ours = replace(recipe, new_tokens=200, questions=8, rollouts=8, micro_batch=8, checkpointing=True)
    found = estimate_step_time(ours, int(3.75e9), 1150)
    assert (found.at_least, found.at_most) == pytest.approx((64 / 0.5, 64 / 0.25))
    found = estimate_step_time(replace(ours, vllm="colocate"), int(3.75e9), 1150)
    assert (found.at_least, found.at_most) == pytest.approx((64 / 2.7, 64 / 2.2))
    found = estimate_step_time(replace(ours, processes=2, checkpointing=False, kl=0.0), int(7.5e9), 1150)
    assert found.at_most == pytest.approx(32 / 0.25 * 2 * 8 / 12)


def test_an_estimate_is_called_one():
    assert "an estimate: no step was taken" in StepTime(1.0, 2.0).sentence(10)
    assert StepTime(1.5, 1.5).sentence(100).startswith("Time: about 2 min, from one real step of 1.5 s")


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.4, "0 s"), (119, "119 s"), (120, "2 min"), (7199, "120 min"), (7200, "2.0 h"), (172_800, "2.0 days")],
)
def test_times_are_spelled_for_people(seconds, words):
    assert spelled(seconds) == words
