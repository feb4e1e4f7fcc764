from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from askmap.backend.errors import ModelBroken, ModelMissing, ModelUnsupported
from askmap.backend.models.weights import check_folder, digest, parameters, weight_files
from safetensors.numpy import save_file

TYPES = ("qwen3_vl",)


def folder_of(folder: Path, **config: object) -> Path:
    """Two tensors of six numbers in one file."""
    (folder / "config.json").write_text(json.dumps({"model_type": "qwen3_vl", **config}))
    save_file(
        {"a": np.arange(4, dtype=np.float32), "b": np.ones((1, 2), np.float16)}, folder / "model.safetensors"
    )
    return folder


def split_folder(folder: Path, weight_map: dict[str, str]) -> Path:
    (folder_of(folder) / "model.safetensors").rename(folder / "one.safetensors")
    (folder / "model.safetensors.index.json").write_text(json.dumps({"weight_map": weight_map}))
    return folder


def test_a_whole_folder_passes_and_is_counted(tmp_path):
    assert check_folder(folder_of(tmp_path), TYPES)["model_type"] == "qwen3_vl"
    assert parameters(tmp_path) == 6


def test_an_index_names_the_files(tmp_path):
    split_folder(tmp_path, {"a": "one.safetensors", "b": "one.safetensors"})
    check_folder(tmp_path, TYPES)
    assert weight_files(tmp_path) == (tmp_path / "one.safetensors",)


def test_a_folder_or_file_that_is_not_there_is_missing(tmp_path):
    with pytest.raises(ModelMissing, match="no folder"):
        check_folder(tmp_path / "nowhere", TYPES)
    with pytest.raises(ModelMissing, match="no folder"):
        check_folder(tmp_path / ("a" * 300), TYPES)
    with pytest.raises(ModelMissing, match=r"config\.json"):
        check_folder(tmp_path, TYPES)
    (folder_of(tmp_path) / "model.safetensors").unlink()
    with pytest.raises(ModelMissing, match=r"model\.safetensors"):
        check_folder(tmp_path, TYPES)


def test_a_file_that_the_index_names_must_be_there(tmp_path):
    with pytest.raises(ModelMissing, match="two"):
        check_folder(split_folder(tmp_path, {"a": "one.safetensors", "b": "two.safetensors"}), TYPES)


def test_an_index_that_does_not_fit_its_files_is_broken(tmp_path):
    with pytest.raises(ModelBroken, match="looks for c"):
        check_folder(split_folder(tmp_path, {"c": "one.safetensors"}), TYPES)


@pytest.mark.parametrize("weight_map", [{}, [], {"a": 3}, {"a": "../one.safetensors"}, {"a": "/etc/passwd"}])
def test_an_index_cannot_lead_out_of_its_folder(tmp_path, weight_map):
    with pytest.raises(ModelBroken, match="names no files"):
        check_folder(split_folder(tmp_path, weight_map), TYPES)


@pytest.mark.parametrize("kept", [0, 4, 8, 40, -9, -1])
def test_a_file_cut_off_anywhere_is_broken(tmp_path, kept):
    file = folder_of(tmp_path) / "model.safetensors"
    file.write_bytes(file.read_bytes()[:kept])
    with pytest.raises(ModelBroken, match=r"model\.safetensors"):
        check_folder(tmp_path, TYPES)


@pytest.mark.parametrize(
    "header",
    [b"[]", b"{}", b"nothing", b'{"a": 1}', b'{"a": {"dtype": "F32", "shape": [9], "data_offsets": [0, 4]}}'],
)
def test_a_header_that_announces_nonsense_is_broken(tmp_path, header):
    file = folder_of(tmp_path) / "model.safetensors"
    file.write_bytes(len(header).to_bytes(8, "little") + header + b"1234")
    with pytest.raises(ModelBroken, match=r"model\.safetensors"):
        check_folder(tmp_path, TYPES)


@pytest.mark.parametrize("text", ["", "{", "[1]", "\x00\x01", "[" * 100_000])
def test_a_config_that_is_no_object_is_broken(tmp_path, text):
    (folder_of(tmp_path) / "config.json").write_text(text)
    with pytest.raises(ModelBroken, match=r"config\.json"):
        check_folder(tmp_path, TYPES)


@pytest.mark.parametrize(
    ("config", "words"),
    [
        ({"model_type": "llava"}, "llava"),
        ({"auto_map": {"AutoModel": "mine.Model"}}, "code of its own"),
        ({"quantization_config": {"bits": 4}}, "quantized"),
    ],
)
def test_what_needs_more_than_weights_is_not_supported(tmp_path, config, words):
    with pytest.raises(ModelUnsupported, match=words):
        check_folder(folder_of(tmp_path, **config), TYPES)


def test_pickles_are_never_read(tmp_path):
    (folder_of(tmp_path) / "model.safetensors").rename(tmp_path / "pytorch_model.bin")
    with pytest.raises(ModelUnsupported, match="pickles"):
        check_folder(tmp_path, TYPES)


def test_an_adapter_alone_is_not_a_model(tmp_path):
    (tmp_path / "adapter_config.json").write_text("{}")
    with pytest.raises(ModelUnsupported, match="adapter"):
        check_folder(tmp_path, TYPES)


def test_the_digest_changes_with_weights_and_config_alone(tmp_path):
    first = digest(folder_of(tmp_path))
    (tmp_path / "README.md").write_text("words")
    assert digest(tmp_path) == first
    assert len(first) == 64
    folder_of(tmp_path, hidden_size=8)
    second = digest(tmp_path)
    save_file({"a": np.zeros(4, dtype=np.float32)}, tmp_path / "model.safetensors")
    assert len({first, second, digest(tmp_path), digest(tmp_path / "config.json")}) == 4
