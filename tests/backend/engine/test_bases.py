"""The base of an adapter: found where it lies, or named with what to do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from askmap.backend.engine import bases
from askmap.backend.engine.bases import base_of
from askmap.backend.errors import ModelMissing
from model_folders import put_in_folder, put_in_hub_cache


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ASKMAP_MODELS", str(tmp_path / "models"))
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hub"))
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    return tmp_path


def adapter_of(folder: Path, base: str) -> Path:
    folder.mkdir(parents=True)
    config = {"peft_type": "LORA", "lora_alpha": 8, "r": 4, "base_model_name_or_path": base}
    (folder / "adapter_config.json").write_text(json.dumps(config))
    (folder / "adapter_model.safetensors").write_bytes(b"")
    return folder


def test_a_model_has_no_base(home: Path):
    assert base_of(put_in_folder(home, "Qwen/whole")) is None


def test_a_path_is_taken_as_it_stands_or_from_the_adapters_place(home: Path):
    base = put_in_folder(home, "elsewhere/base")
    assert base_of(adapter_of(home / "a", str(base))) == base
    found = base_of(adapter_of(home / "b" / "c", "../../elsewhere/base"))
    assert found is not None
    assert found.resolve() == base.resolve()


def test_a_folder_beside_the_adapter_is_its_base(home: Path):
    base = put_in_folder(home / "mine", "Qwen3-VL-2B-Instruct")
    assert base_of(adapter_of(home / "mine" / "roofs", "Qwen/Qwen3-VL-2B-Instruct")) == base


def test_another_adapter_of_the_bases_name_is_no_base(home: Path):
    adapter_of(home / "models" / "mine" / "whole", "Qwen/whole")
    base = put_in_hub_cache(home / "hub", "Qwen/whole")
    assert base_of(adapter_of(home / "roofs", "mine/whole")) == base


def test_a_base_in_the_hubs_cache_is_used_there(home: Path):
    base = put_in_hub_cache(home / "hub", "Qwen/Qwen3-VL-2B-Instruct")
    assert base_of(adapter_of(home / "roofs", "Qwen/Qwen3-VL-2B-Instruct")) == base


def test_a_base_that_askmap_fetched_serves_an_adapter_that_learned_over_four_bits(home: Path):
    base = put_in_folder(home / "models", "Qwen/Qwen3-VL-2B-Instruct")
    assert base_of(adapter_of(home / "roofs", "unsloth/Qwen3-VL-2B-Instruct-unsloth-bnb-4bit")) == base


def test_of_a_base_beside_it_in_four_bits_and_a_whole_one_elsewhere_the_whole_one_serves(home: Path):
    packed = put_in_folder(home / "mine", "Qwen3-VL-2B-Instruct")
    config = json.loads((packed / "config.json").read_text())
    (packed / "config.json").write_text(
        json.dumps({**config, "quantization_config": {"quant_method": "bitsandbytes"}})
    )
    roofs = adapter_of(home / "mine" / "roofs", "Qwen/Qwen3-VL-2B-Instruct")
    assert base_of(roofs) == packed
    whole = put_in_folder(home / "models", "Qwen/Qwen3-VL-2B-Instruct")
    assert base_of(roofs) == whole


@pytest.mark.parametrize("base", ["//far.invalid/share/base", "\\\\far.invalid\\share\\base"])
def test_another_computers_folder_is_never_opened(home: Path, base: str, monkeypatch: pytest.MonkeyPatch):
    opened: list[str] = []
    monkeypatch.setattr(bases, "is_file", lambda place: opened.append(str(place)))
    with pytest.raises(ModelMissing):
        base_of(adapter_of(home / "roofs", base))
    assert opened
    assert not [place for place in opened if place.startswith(("//", "\\\\"))]


def test_a_base_that_is_nowhere_is_named_with_what_to_do(home: Path):
    with pytest.raises(ModelMissing, match="Qwen/Qwen3-VL-2B-Instruct") as raised:
        base_of(adapter_of(home / "roofs", "Qwen/Qwen3-VL-2B-Instruct"))
    assert "askmap models get" in raised.value.hint
