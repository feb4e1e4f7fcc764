"""The one door to torch, with the bundled pair."""

from __future__ import annotations

import socket
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from askmap.backend.engine.loading import load_engine, unload
from askmap.backend.engine.protocols import EngineSettings
from askmap.backend.errors import DeviceMissing, ModelMissing, UnreadableAnswer
from askmap.backend.models.weights import model_name
from askmap.backend.stages import Event, Grid, Question, Scene, Thought
from places import ROOT

SETTINGS = EngineSettings(device="cpu", max_new_tokens=300)

WITHOUT_TORCH = """
import sys
sys.modules["torch"] = None
from askmap.backend.engine.protocols import EngineSettings
from askmap.backend.engine.loading import load_engine
from askmap.backend.models.weights import model_name
from askmap.backend.errors import MissingPackage
try:
    load_engine(EngineSettings())
except MissingPackage as error:
    print(error, error.hint)
"""


WITHOUT_TEMPLATES = """
import sys
sys.modules["jinja2"] = None
from askmap.backend.engine.loading import load_engine
from askmap.backend.engine.protocols import EngineSettings
from askmap.backend.self_test import read_self_test
trial = read_self_test()
answer = load_engine(EngineSettings(device="cpu")).answer(trial.scene, trial.question)
print(len(answer.grounding.targets))
"""


@pytest.fixture(autouse=True)
def _unloaded():
    yield
    unload()


def test_equal_settings_find_the_loaded_engine_again():
    first = load_engine(SETTINGS)
    assert load_engine(replace(SETTINGS)) is first
    assert load_engine(replace(SETTINGS, seed=1)) is not first


def test_unloading_lets_go_of_the_engine():
    first = load_engine(SETTINGS)
    unload()
    assert load_engine(SETTINGS) is not first


def test_the_bundled_pair_answers_without_a_network(monkeypatch):
    def unplugged(*_: object) -> None:
        raise AssertionError("nothing is ever fetched")

    monkeypatch.setattr(socket.socket, "connect", unplugged)
    monkeypatch.setattr(socket, "getaddrinfo", unplugged)
    image = np.random.default_rng(0).integers(0, 256, (90, 120, 3), dtype=np.uint8)
    scene = Scene(image, np.ones((90, 120), dtype=bool), Grid(120, 90, (1, 0, 0, 0, -1, 0)), "noise")
    heard: list[Event] = []
    engine = load_engine(SETTINGS)
    with suppress(UnreadableAnswer):  # noise is no landscape
        engine.answer(scene, Question("Where could a helicopter land?"), heard.append)
    assert any(event.piece for event in heard if isinstance(event, Thought))


def test_a_folder_that_is_not_there_is_missing(tmp_path):
    with pytest.raises(ModelMissing, match="no folder"):
        load_engine(replace(SETTINGS, reasoner=tmp_path / "nowhere"))
    with pytest.raises(ModelMissing, match="no folder"):
        load_engine(replace(SETTINGS, segmenter=tmp_path / "nowhere"))


def test_a_device_that_is_not_there_is_said_so():
    with pytest.raises(DeviceMissing, match="npu"):
        load_engine(replace(SETTINGS, device="npu"))


def test_without_torch_a_person_is_told_what_to_install():
    told = subprocess.run([sys.executable, "-c", WITHOUT_TORCH], capture_output=True, text=True, cwd=ROOT)
    assert told.returncode == 0, told.stderr
    assert "torch" in told.stdout
    assert "README" in told.stdout


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("resources/pocket/reasoner", "pocket reasoner"),
        ("runs/my-area/model", "my-area model"),
        ("models/Qwen2.5-VL-3B-Instruct", "Qwen2.5-VL-3B-Instruct"),
        ("models/sam2.1_hiera_tiny.pt", "sam2.1_hiera_tiny.pt"),
    ],
)
def test_a_model_is_called_by_what_tells_it_apart(folder, name):
    assert model_name(Path(folder)) == name


def test_the_engine_needs_no_chat_templates():
    said = subprocess.run(
        [sys.executable, "-c", WITHOUT_TEMPLATES], capture_output=True, text=True, check=True
    )
    assert said.stdout == "2\n"
