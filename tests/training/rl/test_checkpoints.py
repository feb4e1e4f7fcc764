"""Only whole checkpoints are gone on from, and what a run ends with loads as any reasoner does."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import torch
from accelerate import Accelerator
from askmap.backend.engine.loading import load_engine, unload
from askmap.backend.engine.protocols import POCKET, EngineSettings
from askmap.backend.errors import NotWritten
from askmap.backend.models.weights import headers
from askmap.backend.reasoner.qwen import NETWORKS
from askmap.backend.stages import Question
from askmap.training.evaluation.asking import scene_of
from askmap.training.rl.checkpoints import MARK, WholeCheckpoints, export, last_whole, stored_precision
from askmap.training.synthetic.dataset import landscape_samples
from peft import LoraConfig, get_peft_model
from tiny_reasoners import FAMILIES, tiny_folder
from transformers import TrainerControl, TrainerState

pytestmark = pytest.mark.filterwarnings(
    "ignore:.*is_gradient_checkpointing.*:FutureWarning"
)  # peft 0.21 asks for it


def checkpoint(folder: Path, step: int, *, whole: bool = True) -> Path:
    path = folder / f"checkpoint-{step}"
    path.mkdir(parents=True)
    (path / "model.safetensors").write_bytes(b"weights")
    if whole:
        (path / MARK).touch()
    return path


def save(folder: Path, step: int, keep: int) -> None:
    """What transformers calls once it has written a checkpoint."""
    state = TrainerState(global_step=step, is_world_process_zero=True)
    WholeCheckpoints(keep).on_save(SimpleNamespace(output_dir=str(folder)), state, TrainerControl())


def test_a_run_goes_on_from_the_newest_checkpoint_that_is_whole(tmp_path):
    checkpoint(tmp_path, 8)
    newest = checkpoint(tmp_path, 10)
    half = checkpoint(tmp_path, 12, whole=False)
    assert last_whole(tmp_path) == str(newest)
    assert half.is_dir()


def test_there_is_nothing_to_go_on_from_before_the_first_is_whole(tmp_path):
    assert last_whole(tmp_path / "nowhere") is None
    checkpoint(tmp_path, 2, whole=False)
    assert last_whole(tmp_path) is None


def test_older_ones_go_once_the_new_one_is_marked_and_so_do_halves(tmp_path):
    for step in (2, 4):
        checkpoint(tmp_path, step)
    checkpoint(tmp_path, 3, whole=False)
    checkpoint(tmp_path, 6, whole=False)
    save(tmp_path, 6, keep=2)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["checkpoint-4", "checkpoint-6"]
    assert last_whole(tmp_path) == str(tmp_path / "checkpoint-6")


def test_with_one_to_keep_the_old_one_stays_till_the_new_one_is_whole(tmp_path):
    old = checkpoint(tmp_path, 2)
    checkpoint(tmp_path, 4, whole=False)
    assert last_whole(tmp_path) == str(old)
    save(tmp_path, 4, keep=1)
    assert [path.name for path in tmp_path.iterdir()] == ["checkpoint-4"]


def test_a_copy_that_the_user_made_of_a_checkpoint_stays_and_is_not_gone_on_from(tmp_path):
    newest = checkpoint(tmp_path, 4)
    for name in ("checkpoint-9-good", "checkpoint-x"):
        (checkpoint(tmp_path, 9)).rename(tmp_path / name)
    assert last_whole(tmp_path) == str(newest)
    save(tmp_path, 4, keep=1)
    assert len(list(tmp_path.iterdir())) == 3


# --- the folder at the end ---


def trainer_of(network: Any) -> Any:
    """What export asks of a trainer."""
    return SimpleNamespace(accelerator=Accelerator(cpu=True), model=network, model_wrapped=network)


def loaded(folder: Path, family: str) -> Any:
    return NETWORKS[family].from_pretrained(folder, dtype=torch.float32)


def stored(folder: Path, precision: torch.dtype, family: str) -> Path:
    """The folder with its weights in another precision."""
    network = loaded(folder, family).to(precision)
    network.config.dtype = "float32"  # which says nothing of the file
    network.save_pretrained(folder)
    return folder


def nudged(network: Any) -> Any:
    """As if it had learned."""
    random = torch.Generator().manual_seed(1)
    with torch.no_grad():
        for weight in network.parameters():
            if weight.requires_grad:
                weight += 0.05 * torch.randn(weight.shape, generator=random)
    return network


def logits(network: Any) -> torch.Tensor:
    with torch.no_grad():
        return network.eval()(input_ids=torch.arange(1, 20)[None]).logits


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("precision", [torch.float32, torch.float16, torch.bfloat16])
def test_what_was_learned_leaves_in_the_precision_it_came_in(tmp_path, family, precision):
    source = stored(tiny_folder(tmp_path / "source", family), precision, family)
    assert stored_precision(source) == precision
    network = nudged(loaded(source, family))
    folder = export(trainer_of(network), source, tmp_path / "reasoner", "plain")
    assert stored_precision(folder) == precision
    kept = loaded(folder, family).state_dict()
    for name, weight in network.state_dict().items():
        assert torch.equal(kept[name], weight.to(precision).float()), name
    assert next(network.parameters()).dtype == torch.float32  # the trainer's own is left alone


@pytest.mark.parametrize("family", FAMILIES)
def test_adapters_are_worked_into_the_weights(tmp_path, family):
    source = tiny_folder(tmp_path / "source", family)
    lora = LoraConfig(r=2, target_modules="all-linear", task_type="CAUSAL_LM")
    network = nudged(get_peft_model(loaded(source, family), lora))
    expected = logits(network)
    folder = export(trainer_of(network), source, tmp_path / "reasoner", "plain")
    assert not torch.allclose(logits(loaded(source, family)), expected, atol=1e-3)
    torch.testing.assert_close(logits(loaded(folder, family)), expected, atol=1e-4, rtol=1e-4)
    assert any("lora" in name for name, _ in network.named_parameters())
    assert not any("lora" in name for header in headers(folder).values() for name in header)


def test_the_source_gives_its_words_and_settings_and_an_older_folder_gives_way(tmp_path):
    source, folder = tiny_folder(tmp_path / "source", "qwen3_vl", format="grasp"), tmp_path / "reasoner"
    folder.mkdir()
    (folder / "stale.txt").write_text("old")
    network = nudged(loaded(source, "qwen3_vl"))
    network.config.text_config.pad_token_id = 300  # as TRL does
    export(trainer_of(network), source, folder, "grasp")
    for name in ("tokenizer.json", "prompt.txt", "askmap.json", "generation_config.json"):
        assert (folder / name).read_bytes() == (source / name).read_bytes()
    assert json.loads((folder / "config.json").read_text())["text_config"].get("pad_token_id") is None
    assert sorted(path.name for path in tmp_path.iterdir()) == ["reasoner", "source"]
    assert not (folder / "stale.txt").exists()


def test_a_calibration_was_fitted_to_the_weights_before_and_is_left_behind(tmp_path):
    ours = {"format": "plain", "calibration": {"intercept": 1.0, "mean": 2.0, "thought": 0.0}}
    source, folder = tiny_folder(tmp_path / "source", "qwen3_vl", **ours), tmp_path / "reasoner"
    export(trainer_of(nudged(loaded(source, "qwen3_vl"))), source, folder, "plain")
    assert json.loads((folder / "askmap.json").read_text()) == {"format": "plain"}
    assert json.loads((source / "askmap.json").read_text()) == ours


def test_a_backup_that_the_user_made_of_a_reasoner_stays(tmp_path):
    source, backup = tiny_folder(tmp_path / "source", "qwen3_vl"), tmp_path / "reasoner.old"
    for folder in (backup, tmp_path / "reasoner.new"):
        folder.mkdir()
        (folder / "mine").touch()
    for _ in range(2):
        export(trainer_of(loaded(source, "qwen3_vl")), source, tmp_path / "reasoner", "plain")
    names = ["reasoner", "reasoner.new", "reasoner.old", "source"]
    assert sorted(path.name for path in tmp_path.iterdir()) == names
    assert (backup / "mine").exists()


def test_a_place_that_cannot_be_written_is_told(tmp_path):
    source = tiny_folder(tmp_path / "source", "qwen3_vl")
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(NotWritten, match="cannot be written"):
        export(trainer_of(loaded(source, "qwen3_vl")), source, tmp_path / "file" / "reasoner", "plain")


@pytest.mark.parametrize("rank", [0, 2])
def test_the_bundled_reasoner_leaves_a_run_that_taught_nothing_as_it_was_and_answers(tmp_path, rank):
    source = POCKET / "reasoner"
    network = loaded(source, "qwen3_vl")
    if rank:
        lora = LoraConfig(r=rank, target_modules="all-linear", task_type="CAUSAL_LM")
        network = get_peft_model(network, lora)
    folder = export(trainer_of(network), source, tmp_path / "reasoner", "plain")
    assert stored_precision(folder) == stored_precision(source) == torch.float16
    assert answer(folder) == answer(source)


def answer(reasoner: Path) -> str:
    """What the whole engine writes about a generated landscape."""
    sample = landscape_samples("in", 1)[0]
    engine = load_engine(EngineSettings(reasoner, device="cpu"))
    try:
        return engine.answer(scene_of(sample.read_picture(), ""), Question(sample.questions[0])).grounding.raw
    finally:
        unload()
