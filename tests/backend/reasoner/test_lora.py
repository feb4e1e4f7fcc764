"""Adapters that peft itself saved, over tiny networks: what is written is what peft's own network writes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from askmap.backend.errors import ModelBroken, ModelMissing, ModelUnsupported
from askmap.backend.models.adapter import is_adapter, read_adapter
from askmap.backend.models.weights import digest
from askmap.backend.reasoner.qwen import NETWORKS, Decoding, QwenReasoner
from askmap.backend.reasoner.qwen_loading import load_reasoner
from askmap.backend.stages import Question
from peft import LoraConfig, get_peft_model
from safetensors.torch import load_file, save_file
from tiny_reasoners import SERVED, tiny_folder

pytestmark = pytest.mark.filterwarnings("ignore:`is_gradient_checkpointing`")  # peft asks transformers for it
CPU = torch.device("cpu")
ASKED = Question("where?")
NOISE = np.random.default_rng(0).integers(0, 256, (80, 100, 3), dtype=np.uint8)
TOKENS = 25


@pytest.fixture(params=SERVED)
def base(request, tmp_path) -> Path:
    return tiny_folder(tmp_path / "base", request.param, side_px=64)


def adapted(base: Path, folder: Path, **settings: Any) -> Any:
    """peft's own network, with noise in its adapter, which is saved to the folder."""
    family = json.loads((base / "config.json").read_text())["model_type"]
    network = NETWORKS[family].from_pretrained(base, dtype=torch.float32)
    lora = LoraConfig(**{"r": 4, "lora_alpha": 6, "target_modules": "all-linear", **settings})
    theirs = get_peft_model(network, lora)
    noise = torch.Generator().manual_seed(3)
    with torch.no_grad():
        for name, weight in theirs.named_parameters():
            if "lora_" in name:
                weight.normal_(std=0.2, generator=noise)
    theirs.save_pretrained(folder)
    ours = {"format": "plain", "side_px": 64}
    (folder / "askmap.json").write_text(json.dumps(ours))
    (folder / "prompt.txt").write_text("{question}")
    return theirs


def reasoner(folder: Path, base: Path | None = None) -> QwenReasoner:
    return load_reasoner(folder, CPU, decoding=Decoding(max_new_tokens=TOKENS), base=base)


@pytest.mark.parametrize(
    "settings",
    [{}, {"use_rslora": True, "alpha_pattern": {"q_proj": 3}, "rank_pattern": {"q_proj": 2}}],
    ids=["plain", "patterns"],
)
def test_what_is_written_is_what_pefts_own_network_writes(base, tmp_path, settings):
    theirs = adapted(base, tmp_path / "adapter", **settings)
    ours = reasoner(tmp_path / "adapter", base)
    prompt, pixels = ours.inputs(NOISE, ASKED)
    theirs.eval().generation_config.eos_token_id = sorted(ours.ends())
    whole = theirs.generate(input_ids=prompt, **pixels, max_new_tokens=TOKENS, do_sample=False)
    expected = [token for token in whole[0, prompt.shape[1] :].tolist() if token not in ours.ends()]
    assert list(ours.tokens(NOISE, ASKED)) == expected
    assert list(reasoner(base).tokens(NOISE, ASKED)) != expected


@pytest.fixture
def one(tmp_path) -> tuple[Path, Path]:
    """An adapter and its base."""
    base = tiny_folder(tmp_path / "base", "qwen3_vl", side_px=64)
    adapted(base, tmp_path / "adapter")
    return tmp_path / "adapter", base


def test_an_adapter_is_another_model_than_its_base(one):
    adapter, base = one
    assert is_adapter(adapter)
    assert not is_adapter(base)
    assert reasoner(adapter, base).digest not in {"", digest(base)}
    assert reasoner(adapter, base).name == "adapter"


def test_an_adapter_says_itself_how_it_is_asked(one):
    adapter, base = one
    (adapter / "askmap.json").write_text('{"format": "think2seg"}')
    assert reasoner(adapter, base).preparation.format == "think2seg"
    (adapter / "askmap.json").unlink()
    with pytest.raises(ModelUnsupported, match="in which format"):
        reasoner(adapter, base)


def test_names_of_older_versions_are_understood(one):
    adapter, base = one
    expected = list(reasoner(adapter, base).tokens(NOISE, ASKED))
    file = adapter / "adapter_model.safetensors"
    older = {
        name.replace("model.language_model.", "model.").replace(".model.visual.", ".visual."): tensor
        for name, tensor in load_file(file).items()
    }
    save_file(older, file)
    assert list(reasoner(adapter, base).tokens(NOISE, ASKED)) == expected


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("use_dora", True),
        ("bias", "all"),
        ("modules_to_save", ["lm_head"]),
        ("peft_type", "IA3"),
        ("init_lora_weights", "pissa"),
        ("init_lora_weights", "loftq"),
    ],
)
def test_more_than_plain_lora_is_refused(one, key, value):
    file = one[0] / "adapter_config.json"
    file.write_text(json.dumps({**json.loads(file.read_text()), key: value}))
    with pytest.raises(ModelUnsupported, match=f"«{key}»"):
        read_adapter(one[0])


@pytest.mark.parametrize(
    ("key", "value"),
    [("lora_alpha", 0), ("lora_alpha", True), ("lora_alpha", 1e9), ("alpha_pattern", {".*(a+)+": 1}),
     ("base_model_name_or_path", None), ("base_model_name_or_path", "a\0b")],
)  # fmt: skip
def test_a_config_that_peft_never_wrote_is_broken(one, key, value):
    file = one[0] / "adapter_config.json"
    file.write_text(json.dumps({**json.loads(file.read_text()), key: value}))
    with pytest.raises(ModelBroken, match="peft"):
        read_adapter(one[0])


def test_an_adapter_of_another_network_is_broken(one, tmp_path):
    other = tiny_folder(tmp_path / "other", "qwen3_5", side_px=64)
    with pytest.raises(ModelBroken, match="does not fit"):
        reasoner(one[0], other)


def test_half_an_adapter_is_broken_and_a_pickle_is_none(one):
    adapter, base = one
    file = adapter / "adapter_model.safetensors"
    tensors = load_file(file)
    name = next(name for name in tensors if "lora_B" in name)
    save_file({key: tensor for key, tensor in tensors.items() if key != name}, file)
    with pytest.raises(ModelBroken, match="peft"):
        reasoner(adapter, base)
    save_file({**tensors, name: tensors[name] * float("nan")}, file)
    with pytest.raises(ModelBroken, match="not numbers"):
        reasoner(adapter, base)
    file.rename(adapter / "adapter_model.bin")
    with pytest.raises(ModelMissing, match="adapter_model.safetensors"):
        reasoner(adapter, base)
