"""backend: a model's folder that anyone may have made is loaded, or refused in time with one sentence."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import numpy as np
import pytest
import torch
from askmap.backend.engine.protocols import POCKET
from askmap.backend.errors import ModelBroken, ModelMissing, ModelUnsupported
from askmap.backend.models.tokenizer_json import read_tokenizer
from askmap.backend.models.weights import check_folder, read_config
from askmap.backend.reasoner.qwen_loading import load_reasoner
from askmap.backend.segmenter.sam2 import load_segmenter
from askmap.backend.stages import Box, Grid, Question, Scene, Target, ignore
from safetensors.torch import load_file, save_file
from tiny_reasoners import FAMILIES, tiny_folder

CPU = torch.device("cpu")
REFUSED = (ModelBroken, ModelMissing, ModelUnsupported)


@pytest.fixture(scope="module", params=FAMILIES)
def family_folder(request, tmp_path_factory) -> Path:
    return tiny_folder(tmp_path_factory.mktemp(request.param), request.param, side_px=64)


@pytest.fixture
def reasoner(family_folder, tmp_path) -> Path:
    """A copy that a test may spoil."""
    return Path(shutil.copytree(family_folder, tmp_path / "reasoner"))


@pytest.fixture
def segmenter(tmp_path) -> Path:
    return Path(shutil.copytree(POCKET / "segmenter", tmp_path / "segmenter"))


def rewrite(file: Path, place: str, value: object) -> None:
    content = json.loads(file.read_text()) if file.exists() else {}
    *way, last = place.split(".")
    inner = content
    for step in way:
        inner = inner.setdefault(step, {})
    inner[last] = value
    file.write_text(json.dumps(content))


def scene() -> Scene:
    return Scene(
        np.zeros((32, 32, 3), np.uint8), np.ones((32, 32), bool), Grid(32, 32, (1, 0, 0, 0, -1, 0)), "s"
    )


NONE = (10**6, 10**9, 10**18, 10**400, -1, 0, 1, "32", [32], None, 1e300, float("nan"), True)
SIZES = ("hidden_size", "intermediate_size", "num_hidden_layers", "num_attention_heads", "vocab_size")


@pytest.mark.parametrize("value", NONE, ids=range(13))
@pytest.mark.parametrize("name", SIZES)
def test_sizes_that_are_not_those_of_the_weights_are_broken(reasoner, name, value):
    rewrite(reasoner / "config.json", f"text_config.{name}", value)
    with pytest.raises(ModelBroken):
        load_reasoner(reasoner, CPU)


@pytest.mark.parametrize("value", [10**6, 10**12, -1, 0, "2", [], float("inf")])
@pytest.mark.parametrize(
    "place", ["depth", "hidden_size", "num_heads", "patch_size", "spatial_merge_size", "temporal_patch_size"]
)
def test_sizes_of_the_eye_that_are_not_those_of_the_weights_are_broken(reasoner, place, value):
    rewrite(reasoner / "config.json", f"vision_config.{place}", value)
    with pytest.raises(ModelBroken):
        load_reasoner(reasoner, CPU)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("num_labels", 10**9),
        ("id2label", {str(number): "x" for number in range(10_000)}),
        ("text_config.rope_parameters", {"rope_type": "yarn", "factor": float("nan")}),
        ("text_config.rope_parameters.mrope_section", [10**9]),
        ("text_config.rope_parameters.rope_theta", 0.0),
        ("text_config.max_position_embeddings", 1),
        ("text_config.layer_types", ["full_attention"] * 2000),
        ("text_config.hidden_act", "__import__"),
        ("text_config.quantization_config", {"quant_method": "awq"}),
        ("text_config.auto_map", {"AutoModel": "evil.Evil"}),
        ("model_type", ["qwen3_vl"]),
        ("model_type", {"a": 1}),
        ("text_config", "x"),
        ("vision_config", [[]]),
    ],
)
def test_a_config_that_asks_for_more_than_a_network_is_refused_or_harmless(reasoner, place, value):
    rewrite(reasoner / "config.json", place, value)
    if place in ("num_labels", "id2label"):
        load_reasoner(reasoner, CPU)
        return
    with pytest.raises(REFUSED):
        load_reasoner(reasoner, CPU)


FILES = ("config.json", "tokenizer.json", "generation_config.json", "askmap.json", "prompt.txt")
CONTENTS = (
    b"\xff\xfe\0",
    b"[" * 100_000,
    b'{"a":' * 100_000,
    b"[]",
    b"1" * 10_000,
    b"",
    b"{" + b" " * (1 << 27),
)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("content", CONTENTS, ids=range(7))
def test_a_file_that_is_not_what_it_is_called_is_broken(reasoner, name, content):
    (reasoner / name).write_bytes(content)
    if name == "prompt.txt" and len(content) <= 8000 and content != b"\xff\xfe\0":
        load_reasoner(reasoner, CPU)  # the question says that it has no place in it
        return
    with pytest.raises(REFUSED):
        load_reasoner(reasoner, CPU)


@pytest.mark.parametrize("name", ["config.json", "tokenizer.json", "model.safetensors"])
def test_pipes_and_folders_are_missing_files(reasoner, name):
    for make in (os.mkfifo, os.mkdir):
        (reasoner / name).unlink(missing_ok=True)
        make(reasoner / name)
        with pytest.raises(ModelMissing):
            load_reasoner(reasoner, CPU)
        if make is os.mkdir:
            (reasoner / name).rmdir()


def test_a_pipe_in_place_of_what_may_be_absent_is_not_waited_for(reasoner):
    for name in ("generation_config.json", "preprocessor_config.json", "prompt.txt", "askmap.json"):
        (reasoner / name).unlink(missing_ok=True)
        os.mkfifo(reasoner / name)
    load_reasoner(reasoner, CPU, "plain")


@pytest.mark.parametrize("ends", [10**12, -1, "2", [[1]], [1] * 1000, 1.5, True])
def test_the_end_of_an_answer_is_a_token(reasoner, ends):
    rewrite(reasoner / "generation_config.json", "eos_token_id", ends)
    if ends == 10**12:  # no token has it, so it ends nothing
        load_reasoner(reasoner, CPU)
        return
    with pytest.raises(ModelBroken, match="eos_token_id"):
        load_reasoner(reasoner, CPU)


def test_what_a_folder_wants_of_generation_does_nothing(reasoner):
    for name, value in (("max_new_tokens", 10**12), ("num_beams", 10**6), ("cache_implementation", "x")):
        rewrite(reasoner / "generation_config.json", name, value)
    wanted = load_reasoner(reasoner, CPU).network.generation_config
    assert (wanted.max_new_tokens, wanted.num_beams, wanted.cache_implementation) == (None, None, None)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("min_pixels", 10**9), ("min_pixels", -1), ("max_pixels", "x"), ("max_pixels", 1e9),
        ("size", {"shortest_edge": 10**12}), ("image_mean", [0.5]), ("image_mean", "abc"),
        ("image_mean", [float("nan")] * 3), ("image_std", [0, 0, 0]),
        ("image_std", None), ("image_mean", [1e300] * 3),
    ],
)  # fmt: skip
def test_pictures_are_prepared_as_published_ones_are(reasoner, name, value):
    rewrite(reasoner / "preprocessor_config.json", name, value)
    with pytest.raises(ModelBroken, match="preprocessor_config"):
        load_reasoner(reasoner, CPU)


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_weights_that_are_no_numbers_are_broken(reasoner, segmenter, value):
    for folder, load in ((reasoner, load_reasoner), (segmenter, load_segmenter)):
        weights = load_file(folder / "model.safetensors")
        name = max(weights, key=lambda name: weights[name].numel())
        weights[name].view(-1)[-1] = value
        save_file(weights, folder / "model.safetensors", {"format": "pt"})
        with pytest.raises(ModelBroken, match="not numbers"):
            load(folder, CPU)


def test_a_segmenter_whose_scores_are_no_numbers_is_broken(segmenter):
    half = load_file(segmenter / "model.safetensors")
    weights = {name: weight.float() for name, weight in half.items()}
    for name in weights:
        if "iou_prediction_head" in name:
            weights[name].fill_(1e37)
            weights[name].view(-1)[::2] = -1e37  # infinity less infinity
    save_file(weights, segmenter / "model.safetensors", {"format": "pt"})
    loaded = load_segmenter(segmenter, CPU)
    encoded = loaded.encode(scene())
    with pytest.raises(ModelBroken, match="not numbers"):
        loaded.segment(encoded, [Target(Box(1, 1, 9, 9))])


def test_a_reasoner_that_computes_no_numbers_is_broken(reasoner):
    weights = load_file(reasoner / "model.safetensors")
    for weight in weights.values():
        weight.fill_(1e30)
    save_file(weights, reasoner / "model.safetensors", {"format": "pt"})
    with pytest.raises(ModelBroken, match="not numbers"):
        load_reasoner(reasoner, CPU).ground(scene(), Question("?"), ignore)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("prompt_encoder_config.image_size", 10**9),
        ("prompt_encoder_config.image_size", [512]),
        ("prompt_encoder_config.image_size", 1024),
        ("vision_config.backbone_feature_sizes", [[10**6, 10**6]] * 3),
        ("vision_config.backbone_feature_sizes", 7),
        ("vision_config.backbone_config.blocks_per_stage", [10**6] * 4),
        ("vision_config.backbone_config.num_attention_heads_per_stage", [0, 0, 0, 0]),
        ("mask_decoder_config.num_hidden_layers", 10**9),
        ("mask_decoder_config.iou_head_depth", 10**9),
        ("mask_decoder_config.hidden_size", 10**9),
        ("vision_config.backbone_config.num_labels", 10**9),
    ],
)
def test_a_segmenters_sizes_are_those_of_its_weights(segmenter, place, value):
    rewrite(segmenter / "config.json", place, value)
    if "num_labels" in place:
        load_segmenter(segmenter, CPU)
        return
    with pytest.raises(ModelBroken):
        load_segmenter(segmenter, CPU)


def test_a_segmenter_that_fails_at_a_picture_is_broken(segmenter):
    rewrite(
        segmenter / "config.json", "vision_config.backbone_config.num_attention_heads_per_stage", [1, 2, 4, 7]
    )
    with pytest.raises(ModelBroken, match="does not describe"):
        load_segmenter(segmenter, CPU).encode(scene())


def test_an_adapter_beside_a_model_is_never_loaded(reasoner):
    (reasoner / "adapter_config.json").write_text('{"base_model_name_or_path": "../other"}')
    with pytest.raises(ModelUnsupported, match="adapter"):
        load_reasoner(reasoner, CPU)


def test_another_file_of_weights_than_the_checked_one_is_never_loaded(reasoner, tmp_path):
    shutil.copy(reasoner / "model.safetensors", reasoner / "other.safetensors")
    (reasoner / "other.safetensors").write_bytes(b"nothing")
    rewrite(reasoner / "config.json", "transformers_weights", "other.safetensors")
    load_reasoner(reasoner, CPU)


def tokenizer_of(folder: Path, place: str, value: object) -> Path:
    rewrite(folder / "tokenizer.json", place, value)
    return folder / "tokenizer.json"


SLOW = (
    "(a+)+$", "(a|a)*b", "(.*)*x", r"(\w+\s?)+$", r"(a)\1+", "a*a*a*a*b", "(?<=a)b", "(a{1,999}){1,999}",
    "((a*)b*)*", "a{100000}", "(a*b*)(c*)d", "a*" * 200, "((((((((((a?){9}){9}){9}){9}){9}){9}){9}){9}){9}",
)  # fmt: skip


@pytest.mark.parametrize("pattern", SLOW, ids=range(13))
def test_a_pattern_that_could_take_for_ever_is_unsupported(reasoner, pattern):
    split = {"type": "Split", "pattern": {"Regex": pattern}, "behavior": "Isolated", "invert": False}
    with pytest.raises(ModelUnsupported, match="for ever"):
        read_tokenizer(tokenizer_of(reasoner, "pre_tokenizer", split))


QWEN = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*"
    r"|\s*[\r\n]+|\s+(?!\S)|\s+"
)


def test_the_families_own_pattern_is_read(reasoner):
    split = {"type": "Split", "pattern": {"Regex": QWEN}, "behavior": "Isolated", "invert": False}
    letters = {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True, "use_regex": False}
    parts = {"type": "Sequence", "pretokenizers": [split, letters]}
    read = read_tokenizer(tokenizer_of(reasoner, "pre_tokenizer", parts))
    assert (
        read.decode(read.encode("Two ships, 3 m long.", add_special_tokens=False).ids)
        == "Two ships, 3 m long."
    )


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("normalizer", {"type": "Replace", "pattern": {"String": "a"}, "content": "a" * 10**6}),
        ("normalizer", {"type": "Sequence", "normalizers": [{"type": "Prepend", "prepend": "a" * 10**6}]}),
        ("normalizer", {"type": ["NFC"]}),
        ("normalizer", "NFC"),
        ("decoder", {"type": "Replace", "pattern": {"String": "a"}, "content": "a" * 10**6}),
        ("post_processor", {"type": "Evil"}),
        ("post_processor", {"type": "TemplateProcessing"}),
        ("added_tokens", [{"id": 1, "content": ""}]),
        ("added_tokens", [{"id": number, "content": f"<{number}>"} for number in range(20_000)]),
        ("added_tokens", [7]),
        ("added_tokens", {"a": 1}),
        ("model", {"type": "Unigram", "vocab": []}),
        ("model", {"type": "BPE", "vocab": {"a": -1}, "merges": []}),
        ("model", {"type": "BPE", "vocab": {"a": 2**40}, "merges": []}),
        ("model", {"type": "BPE", "vocab": {"a": 1.5}, "merges": []}),
        ("model", {"type": "BPE", "vocab": {"a": 0}, "merges": [["x", "y"]]}),
        ("model", {"type": "BPE", "vocab": {"a": 0}, "merges": 7}),
        ("model.dropout", 0.5),
        ("model.vocab", {}),
        ("version", 7),
    ],
    ids=range(20),
)  # fmt: skip
def test_a_tokenizer_of_another_kind_is_refused(reasoner, place, value):
    tokenizer_of(reasoner, place, value)
    with pytest.raises(REFUSED):
        load_reasoner(reasoner, CPU)


@pytest.mark.parametrize("number", [-1, 2**40, 1.5, True])
def test_numbers_of_tokens_that_no_model_has_are_said_so(reasoner, number):
    tokenizer_of(reasoner, "model", {"type": "BPE", "vocab": {"a": number}, "merges": []})
    with pytest.raises(ModelBroken, match="names tokens that no model has"):
        load_reasoner(reasoner, CPU)


@pytest.mark.parametrize(
    "header",
    [
        {"a": {"dtype": "F32", "shape": [-1, -1], "data_offsets": [0, 4]}},
        {"a": {"dtype": "F32", "shape": [1.0], "data_offsets": [0, 4]}},
        {"a": {"dtype": "F32", "shape": [True], "data_offsets": [0, 4]}},
        {"a": {"dtype": "F32", "shape": [1] * 9, "data_offsets": [0, 4]}},
        {"a": {"dtype": "F32", "shape": "1", "data_offsets": [0, 4]}},
        {"a": {"dtype": ["F32"], "shape": [1], "data_offsets": [0, 4]}},
        {"a": {"dtype": "F32", "shape": [0, 2**62], "data_offsets": [0, 0]}},
        {name: {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]} for name in "ab"},
        {"a": {"dtype": "U8", "shape": [1], "data_offsets": [3, 4]}},
        {"a": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4, 4]}},
    ],
    ids=range(10),
)  # fmt: skip
def test_weights_lie_side_by_side_and_have_whole_sides(tmp_path, header):
    text = json.dumps(header).encode()
    (tmp_path / "config.json").write_text('{"model_type": "qwen3_vl"}')
    (tmp_path / "model.safetensors").write_bytes(len(text).to_bytes(8, "little") + text + bytes(4))
    with pytest.raises(ModelBroken):
        check_folder(tmp_path, ("qwen3_vl",))


def test_a_header_that_claims_more_than_the_file_is_broken(tmp_path):
    (tmp_path / "config.json").write_text('{"model_type": "qwen3_vl"}')
    for length in (1 << 60, (1 << 64) - 1, 1 << 27):
        (tmp_path / "model.safetensors").write_bytes(length.to_bytes(8, "little") + b"{}")
        os.truncate(tmp_path / "model.safetensors", 1 << 40)
        with pytest.raises(ModelBroken):
            check_folder(tmp_path, ("qwen3_vl",))


@pytest.mark.parametrize("name", ["", "a" * 300, "a\0b", ".", ".."])
def test_an_index_names_plain_files(tmp_path, name):
    (tmp_path / "config.json").write_text('{"model_type": "qwen3_vl"}')
    (tmp_path / "model.safetensors.index.json").write_text(json.dumps({"weight_map": {"a": name}}))
    with pytest.raises((ModelBroken, ModelMissing)):
        check_folder(tmp_path, ("qwen3_vl",))


@pytest.mark.parametrize("kind", [["qwen3_vl"], {}, None, 7, "x" * 10_000])
def test_another_type_is_said_in_a_short_sentence(tmp_path, kind):
    (tmp_path / "config.json").write_text(json.dumps({"model_type": kind}))
    with pytest.raises((ModelUnsupported, ModelBroken)) as error:
        read_config(tmp_path, ("qwen3_vl",))
    assert len(str(error.value)) < 500
