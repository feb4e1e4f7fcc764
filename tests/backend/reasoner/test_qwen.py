"""Tiny networks of every family with noise for weights, and one that writes what the test wants."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
import torch
from askmap.backend.errors import (
    BadQuestion,
    Cancelled,
    ModelBroken,
    ModelMissing,
    ModelUnsupported,
    OutOfMemory,
    UnreadableAnswer,
)
from askmap.backend.models import device
from askmap.backend.reasoner import answer_stream
from askmap.backend.reasoner.qwen import Decoding
from askmap.backend.reasoner.qwen_loading import load_reasoner
from askmap.backend.stages import (
    Box,
    Event,
    Grid,
    GroundingOutcome,
    Question,
    Scene,
    Target,
    TargetFound,
    Thought,
    Turn,
    ignore,
)
from safetensors.torch import load_file, save_file
from scripted_reasoner import scripted
from tiny_reasoners import SERVED, tiny_folder
from transformers import DynamicCache

CPU = torch.device("cpu")
ASKED = Question("where?")
TWO = (
    "<think>Die Brücke 水.</think><answer>"
    '[{"bbox_2d": [0, 0, 500, 500], "label": "pool"}, '
    '{"bbox_2d": [500, 250, 1000, 500], "label": "ship"}]</answer>'
)


NOISE = np.random.default_rng(0).integers(0, 256, (80, 100, 3), dtype=np.uint8)


def scene_of(width: int = 100, height: int = 80) -> Scene:
    image = np.random.default_rng(0).integers(0, 256, (height, width, 3), dtype=np.uint8)
    return Scene(
        image, np.ones((height, width), dtype=bool), Grid(width, height, (1, 0, 0, 0, -1, 0)), "noise"
    )


@pytest.fixture(scope="module", params=SERVED)
def folder(request, tmp_path_factory) -> Path:
    return tiny_folder(tmp_path_factory.mktemp(request.param), request.param, side_px=64)


@pytest.fixture
def changed(folder, tmp_path) -> Path:
    """A copy that a test may spoil."""
    return Path(shutil.copytree(folder, tmp_path / "copy"))


def test_greedy_writing_is_that_of_transformers(folder):
    qwen = load_reasoner(folder, CPU, decoding=Decoding(max_new_tokens=40))
    for scene in (scene_of(), scene_of(64, 64)):
        prompt, pixels = qwen.inputs(scene.image, ASKED)
        whole = qwen.network.generate(input_ids=prompt, **pixels, max_new_tokens=40, do_sample=False)
        ends = qwen.ends()
        expected = [token for token in whole[0, prompt.shape[1] :].tolist() if token not in ends]
        assert list(qwen.tokens(scene.image, ASKED)) == expected


def test_an_image_that_keeps_its_aspect_is_read_like_transformers_does(changed):
    (changed / "askmap.json").write_text('{"format": "plain"}')
    (changed / "preprocessor_config.json").write_text(json.dumps({"min_pixels": 1024, "max_pixels": 4096}))
    qwen = load_reasoner(changed, CPU, decoding=Decoding(max_new_tokens=12))
    prompt, pixels = qwen.inputs(scene_of(200, 90).image, ASKED)
    whole = qwen.network.generate(input_ids=prompt, **pixels, max_new_tokens=12, do_sample=False)
    written = list(qwen.tokens(scene_of(200, 90).image, ASKED))
    assert whole[0, prompt.shape[1] :].tolist()[: len(written)] == written


def test_every_layer_of_a_family_keeps_what_its_kind_needs(folder):
    """Qwen3.5 has layers that keep a state of one size; a cache of keys and values alone would lose it."""
    config = load_reasoner(folder, CPU).network.config.get_text_config()
    kept = [type(layer).__name__ for layer in DynamicCache(config=config).layers]
    linear = ["LinearAttentionLayer"] * 3 if config.model_type == "qwen3_5_text" else []
    assert kept == [*linear, *["DynamicLayer"] * (config.num_hidden_layers - len(linear))]


def test_weights_for_writing_several_tokens_at_once_are_left_out(tmp_path):
    """Published Qwen3.5 folders hold an «mtp» part."""
    folder = tiny_folder(tmp_path, "qwen3_5")
    tensors = load_file(folder / "model.safetensors")
    more = {"mtp.layers.0.mlp.up_proj.weight": torch.ones(2, 2), "mtp.fc.weight": torch.ones(3)}
    expected = list(load_reasoner(folder, CPU, decoding=Decoding(max_new_tokens=5)).tokens(NOISE, ASKED))
    save_file({**tensors, **more}, folder / "model.safetensors", {"format": "pt"})
    assert (
        list(load_reasoner(folder, CPU, decoding=Decoding(max_new_tokens=5)).tokens(NOISE, ASKED)) == expected
    )


def test_a_model_that_was_stored_in_bf16_writes_what_transformers_writes_in_it(changed, monkeypatch):
    tensors = load_file(changed / "model.safetensors")
    halves = {name: tensor.bfloat16() for name, tensor in tensors.items()}
    save_file(halves, changed / "model.safetensors", {"format": "pt"})
    monkeypatch.setattr(device, "computes_in_bf16", lambda: True)
    qwen = load_reasoner(changed, CPU, decoding=Decoding(max_new_tokens=15))
    assert qwen.network.dtype == torch.bfloat16
    prompt, pixels = qwen.inputs(NOISE, ASKED)
    whole = qwen.network.generate(input_ids=prompt, **pixels, max_new_tokens=15, do_sample=False)
    written = list(qwen.tokens(NOISE, ASKED))
    assert whole[0, prompt.shape[1] :].tolist()[: len(written)] == written


@pytest.mark.parametrize("dtype", ["bfloat16", "float32"])
def test_a_precision_that_was_chosen_is_computed_in(folder, dtype):
    qwen = load_reasoner(folder, CPU, decoding=Decoding(max_new_tokens=5), dtype=dtype)
    assert str(qwen.network.dtype) == f"torch.{dtype}"
    prompt, pixels = qwen.inputs(NOISE, ASKED)
    whole = qwen.network.generate(input_ids=prompt, **pixels, max_new_tokens=5, do_sample=False)
    written = list(qwen.tokens(NOISE, ASKED))
    assert whole[0, prompt.shape[1] :].tolist()[: len(written)] == written


def test_with_half_the_pixels_it_reads_a_shorter_prompt(tmp_path):
    qwen = load_reasoner(tiny_folder(tmp_path, "qwen3_vl", side_px=320), CPU)
    fewer = qwen.smaller(NOISE)
    assert fewer is not None
    assert fewer.network is qwen.network
    assert fewer.inputs(NOISE, ASKED)[0].shape[1] < 0.7 * qwen.inputs(NOISE, ASKED)[0].shape[1]


def test_the_image_matters(folder):
    qwen = load_reasoner(folder, CPU, decoding=Decoding(max_new_tokens=20))
    dark = np.zeros((80, 100, 3), dtype=np.uint8)
    assert list(qwen.tokens(dark, ASKED)) != list(qwen.tokens(scene_of().image, ASKED))


def test_a_seed_writes_the_same_again_and_leaves_others_randomness_alone(folder):
    image = scene_of().image
    three, four = (
        load_reasoner(folder, CPU, decoding=Decoding(temperature=1.0, seed=seed, max_new_tokens=30))
        for seed in (3, 4)
    )
    before = torch.random.get_rng_state()
    first = list(three.tokens(image, ASKED))
    assert list(three.tokens(image, ASKED)) == first
    assert list(four.tokens(image, ASKED)) != first
    assert torch.equal(torch.random.get_rng_state(), before)


def test_a_stop_is_heard_within_one_token(folder):
    qwen = load_reasoner(folder, CPU)
    heard: list[Event] = []

    def stop_at_the_third(event: Event) -> None:
        heard.append(event)
        if len(heard) == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        qwen.ground(scene_of(), ASKED, stop_at_the_third)
    assert len(heard) == 3


def test_what_cannot_be_read_comes_with_all_that_was_written(folder):
    qwen = load_reasoner(folder, CPU, decoding=Decoding(max_new_tokens=25))
    pieces: list[str] = []
    with pytest.raises(UnreadableAnswer) as caught:
        qwen.ground(scene_of(), ASKED, lambda event: pieces.append(event.piece))
    assert caught.value.raw
    assert caught.value.raw.startswith("".join(pieces)[:10])


def test_a_question_longer_than_the_model_reads_is_refused(folder):
    with pytest.raises(BadQuestion, match="2,048"):
        load_reasoner(folder, CPU).ground(scene_of(), Question("é" * 1990), ignore)


@pytest.fixture
def thousand(tmp_path) -> Path:
    return tiny_folder(tmp_path, "qwen3_vl", side_px=64, coordinates="thousand")


def test_targets_come_in_the_scenes_pixels_while_the_model_still_writes(thousand):
    heard: list[Event] = []
    grounding = scripted(thousand, TWO).ground(scene_of(100, 80), ASKED, heard.append)
    assert [target.box for target in grounding.targets] == [Box(0, 0, 50, 40), Box(50, 20, 100, 40)]
    assert (grounding.raw, grounding.thought) == (TWO, "Die Brücke 水.")
    assert "".join(event.piece for event in heard if isinstance(event, Thought)) == TWO
    found = [n for n, event in enumerate(heard) if isinstance(event, TargetFound)]
    assert [heard[n].index for n in found] == [0, 1]
    assert found[0] < found[1] < len(heard) - 5  # before «</answer>» is written


def test_a_stream_of_brackets_is_not_read_anew_at_each(thousand, monkeypatch):
    read: list[int] = []

    def counted(text: str, format: str, seen: tuple[int, int]) -> tuple[Target, ...]:
        read.append(len(text))
        return ()

    monkeypatch.setattr(answer_stream, "complete_targets", counted)
    with pytest.raises(UnreadableAnswer):
        scripted(thousand, "<answer>[" + "1]" * 500).ground(scene_of(), ASKED, lambda _: None)
    assert sum(read) <= (answer_stream.GROWTH + 2) * 1_009


def test_a_target_that_was_dropped_at_the_end_does_not_shift_the_others_unsaid(thousand):
    boxes = [[0, 0, 100, 100], [0, 0, 100, 99], [500, 500, 900, 900]]
    twice = f"<answer>{json.dumps([{'bbox_2d': box} for box in boxes])}</answer>"
    told: dict[int, TargetFound] = {}

    def hear(event: Event) -> None:
        if isinstance(event, TargetFound):
            told[event.index] = event.target

    grounding = scripted(thousand, twice, "think2seg").ground(scene_of(), ASKED, hear)
    assert len(grounding.targets) == 2
    assert tuple(told[n] for n in range(2)) == grounding.targets


def test_a_stop_is_heard_while_the_model_reads_and_not_only_when_it_writes(folder):
    qwen = load_reasoner(folder, CPU)
    blocks = len(qwen.network.model.language_model.layers)
    heard: list[Event] = []

    def stop_at_the_last(event: Event) -> None:
        heard.append(event)
        if len(heard) == blocks:
            raise Cancelled

    written = []
    qwen.network.register_forward_hook(lambda *_: written.append("a word"))
    with pytest.raises(Cancelled):
        qwen.ground(scene_of(), ASKED, stop_at_the_last)
    assert heard == [Thought("")] * blocks
    assert written == []


def test_finding_nothing_is_an_answer(thousand):
    grounding = scripted(thousand, "<think>Only sea.</think><answer>[]</answer>").ground(
        scene_of(), ASKED, ignore
    )
    assert (grounding.targets, grounding.thought) == ((), "Only sea.")


def test_not_knowing_what_was_asked_for_is_an_answer(thousand):
    written = scripted(thousand, '<think>What is that?</think><answer>[{"unknown":1}]</answer>', "pocket")
    heard: list[Event] = []
    said = written.ground(scene_of(), Question("Where is a glacier?"), heard.append)
    assert (said.outcome, said.thought) == (GroundingOutcome.UNKNOWN, "What is that?")
    assert not any(isinstance(event, TargetFound) for event in heard)


def test_what_was_found_before_is_told_in_the_models_own_frame(thousand):
    qwen = scripted(thousand, TWO)
    asked = Question("Only this", earlier=(Turn("where?", (Target(Box(50, 20, 100, 40)),)),))
    prompt, _ = qwen.inputs(scene_of(100, 80).image, asked)
    told = qwen.preparation.decode(prompt[0].tolist())
    assert '1. {"bbox_2d": [500, 250, 1000, 500]}' in told
    assert told.index("where?") < told.index("1. ") < told.index("Only this")


def test_it_shows_what_it_sees(thousand):
    assert scripted(thousand, TWO).seen(scene_of(100, 80).image).shape == (64, 64, 3)


def test_weights_that_do_not_fit_their_config_are_broken(changed):
    tensors = load_file(changed / "model.safetensors")
    name = next(name for name in tensors if "mlp" in name and "visual" not in name)
    save_file({**tensors, name: torch.zeros(3, 3)}, changed / "model.safetensors", {"format": "pt"})
    with pytest.raises(ModelBroken, match="do not fit"):
        load_reasoner(changed, CPU)
    del tensors[name]
    save_file(tensors, changed / "model.safetensors", {"format": "pt"})
    with pytest.raises(ModelBroken, match="do not fit"):
        load_reasoner(changed, CPU)


def test_a_file_cut_off_is_broken(changed):
    weights = changed / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-100])
    with pytest.raises(ModelBroken, match="cut off"):
        load_reasoner(changed, CPU)


@pytest.mark.parametrize(
    "setting", [{"hidden_size": "wide"}, {"num_attention_heads": -3}, {"num_hidden_layers": None}]
)
def test_a_config_that_describes_no_network_is_broken(changed, setting):
    config = json.loads((changed / "config.json").read_text())
    config["text_config"].update(setting)
    (changed / "config.json").write_text(json.dumps(config))
    with pytest.raises(ModelBroken, match=r"config\.json"):
        load_reasoner(changed, CPU)


def test_the_tokenizer_of_another_model_is_refused(changed):
    config = json.loads((changed / "config.json").read_text())
    (changed / "config.json").write_text(json.dumps({**config, "image_token_id": 7}))
    with pytest.raises(ModelBroken, match=r"tokenizer\.json"):
        load_reasoner(changed, CPU)


def test_other_families_and_absent_folders_are_said_to_be_so(changed):
    with pytest.raises(ModelMissing):
        load_reasoner(changed / "nowhere", CPU)
    config = json.loads((changed / "config.json").read_text())
    (changed / "config.json").write_text(json.dumps({**config, "model_type": "sam2"}))
    with pytest.raises(ModelUnsupported, match="sam2"):
        load_reasoner(changed, CPU)


def test_a_model_larger_than_the_memory_is_not_even_loaded(tmp_path, monkeypatch):
    """A file with a hole where its two terabytes would be."""
    monkeypatch.setattr(device, "free_here", lambda: 10**9)
    tiny_folder(tmp_path, "qwen3_vl")
    size = 2 * 10**12
    header = json.dumps({"a": {"dtype": "F32", "shape": [size // 4], "data_offsets": [0, size]}}).encode()
    with (tmp_path / "model.safetensors").open("wb") as file:
        file.write(len(header).to_bytes(8, "little") + header)
        file.truncate(8 + len(header) + size)
    with pytest.raises(OutOfMemory, match=r"needs 2,400\.0 GB"):
        load_reasoner(tmp_path, CPU)
