"""Models in four and eight bits: what is written is what transformers writes, or it is said why not."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from askmap.backend.errors import MissingPackage, ModelBroken, ModelUnsupported, OutOfMemory
from askmap.backend.models import device, quantization
from askmap.backend.models.config_json import QUANTIZATION
from askmap.backend.models.quantization import METHODS, Quantization
from askmap.backend.models.weights import bytes_loaded, parameters
from askmap.backend.reasoner.qwen import NETWORKS, Decoding, QwenReasoner
from askmap.backend.reasoner.qwen_loading import load_reasoner
from askmap.backend.stages import Question
from compressed_tensors.compressors import ModelCompressor
from compressed_tensors.quantization import (
    QuantizationArgs,
    QuantizationConfig,
    QuantizationScheme,
    apply_quantization_config,
)
from tiny_reasoners import tiny_folder
from transformers import BitsAndBytesConfig

pytestmark = pytest.mark.filterwarnings("ignore:MatMul8bitLt", "ignore:.*:DeprecationWarning")
CPU = torch.device("cpu")
ASKED = Question("where?")
NOISE = np.random.default_rng(0).integers(0, 256, (80, 100, 3), dtype=np.uint8)
TOKENS, WIDTH, GROUP = 20, 64, 32  # bitsandbytes packs 64 numbers at once
NARROW = ["lm_head", "in_proj_a", "in_proj_b"]  # as wide as there are heads: some processors' kernels want 32


def network_of(folder: Path, **options: Any) -> Any:
    family = json.loads((folder / "config.json").read_text())["model_type"]
    return NETWORKS[family].from_pretrained(folder, dtype=torch.float32, **options)


def with_bitsandbytes(whole: Path, packed: Path, config: BitsAndBytesConfig) -> None:
    network_of(whole, quantization_config=config).save_pretrained(packed)


def in_nf4(whole: Path, packed: Path) -> None:
    with_bitsandbytes(
        whole,
        packed,
        BitsAndBytesConfig(
            load_in_4bit=True,
            bnb_4bit_quant_type="nf4",
            bnb_4bit_use_double_quant=True,
            bnb_4bit_compute_dtype=torch.float32,
            llm_int8_skip_modules=NARROW,
        ),
    )


def in_int8(whole: Path, packed: Path) -> None:
    with_bitsandbytes(whole, packed, BitsAndBytesConfig(load_in_8bit=True))


def compressed(whole: Path, packed: Path) -> None:
    """As llm-compressor writes it: groups of weights in four bits."""
    network = network_of(whole)
    weights = QuantizationArgs(num_bits=4, symmetric=True, strategy="group", group_size=GROUP)
    config = QuantizationConfig(
        config_groups={"group_0": QuantizationScheme(targets=["Linear"], weights=weights)},
        ignore=["lm_head", "re:.*visual.*"],
        format="pack-quantized",
    )
    apply_quantization_config(network, config)
    for module in network.modules():
        if hasattr(module, "weight_scale"):
            groups = module.weight.unflatten(1, (-1, GROUP)).abs().amax(-1)
            module.weight_scale.data.copy_(groups / 7.5)
    compressor = ModelCompressor(quantization_config=config)
    compressor.compress_model(network)
    network.save_pretrained(packed)
    compressor.update_config(packed)


@pytest.fixture(params=["qwen2_5_vl", "qwen3_vl", "qwen3_5"])
def whole(request, tmp_path: Path) -> Path:
    return tiny_folder(tmp_path / "whole", request.param, WIDTH, side_px=64)


def packed_in(whole: Path, pack: Callable[[Path, Path], None]) -> Path:
    packed = whole.with_name("packed")
    pack(whole, packed)
    for name in ("tokenizer.json", "askmap.json", "prompt.txt"):
        (packed / name).write_bytes((whole / name).read_bytes())
    return packed


def reasoner(folder: Path) -> QwenReasoner:
    return load_reasoner(folder, CPU, decoding=Decoding(max_new_tokens=TOKENS))


@pytest.mark.parametrize("pack", [in_nf4, in_int8, compressed])
def test_what_is_written_is_what_transformers_writes(whole: Path, pack: Callable[[Path, Path], None]):
    packed = packed_in(whole, pack)
    ours, theirs = reasoner(packed), network_of(packed).eval()
    prompt, pixels = ours.inputs(NOISE, ASKED)
    ends = sorted(ours.ends())
    written = theirs.generate(
        input_ids=prompt, **pixels, max_new_tokens=TOKENS, do_sample=False, eos_token_id=ends
    )
    expected = [token for token in written[0, prompt.shape[1] :].tolist() if token not in ends]
    assert list(ours.tokens(NOISE, ASKED)) == expected
    assert len(expected) > 3


@pytest.fixture
def four_bits(tmp_path: Path) -> Path:
    return packed_in(tiny_folder(tmp_path / "whole", "qwen3_vl", WIDTH, side_px=64), in_nf4)


def test_packed_weights_stay_packed_in_memory(four_bits: Path):
    layer = reasoner(four_bits).network.model.language_model.layers[0].mlp.up_proj
    assert layer.weight.dtype == torch.uint8
    assert bytes_loaded(four_bits, 4) < 4 * parameters(four_bits.with_name("whole"))


def test_what_does_not_fit_is_known_before_it_is_loaded(four_bits: Path, monkeypatch):
    monkeypatch.setattr(device, "free_here", lambda: 1000)
    with pytest.raises(OutOfMemory):
        reasoner(four_bits)


def changed(folder: Path, **settings: Any) -> Path:
    file = folder / "config.json"
    config = json.loads(file.read_text())
    config[QUANTIZATION].update(settings)
    file.write_text(json.dumps(config))
    return folder


def test_a_method_that_is_not_known_is_named(four_bits: Path):
    with pytest.raises(ModelUnsupported, match="quantized with gptq") as raised:
        reasoner(changed(four_bits, quant_method="gptq"))
    assert "server" in raised.value.hint


def test_a_package_that_is_not_there_is_named(four_bits: Path, monkeypatch):
    absent = {**METHODS, "bitsandbytes": Quantization(("no_such_package",), ("cpu",), True)}
    monkeypatch.setattr(quantization, "METHODS", absent)
    with pytest.raises(MissingPackage, match="no_such_package") as raised:
        reasoner(four_bits)
    assert "unquantized" in raised.value.hint


def test_a_device_without_kernels_is_named(four_bits: Path):
    with pytest.raises(ModelUnsupported, match="«cpu» cannot compute"):
        reasoner(changed(four_bits, quant_method="awq"))


@pytest.mark.parametrize(
    "settings",
    [
        {"quant_method": 3},
        {"ignore": ["re:(a+)+$"]},
        {"ignore": ["re:"]},
        {"ignore": [["x" * 1001]]},
        {"llm_int8_skip_modules": ["(a+)+$"]},
        {"llm_int8_skip_modules": ["layers.(0"]},
    ],
)
def test_settings_that_cannot_be_meant_are_refused(four_bits: Path, settings: dict[str, Any]):
    with pytest.raises(ModelUnsupported, match="quantized"):
        reasoner(changed(four_bits, **settings))


def test_a_config_of_a_far_larger_network_is_broken(four_bits: Path):
    file = four_bits / "config.json"
    config = json.loads(file.read_text())
    config["text_config"]["vocab_size"] = 10_000_000
    file.write_text(json.dumps(config))
    with pytest.raises(ModelBroken, match="do not fit"):
        reasoner(four_bits)
