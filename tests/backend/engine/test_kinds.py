"""Kinds of engine: which one is meant by what the user chose, and one of a made-up kind in the shell."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from askmap.backend.cli import main
from askmap.backend.engine.kinds import KINDS, describe, kind_of, reasoner_from
from askmap.backend.engine.loading import load_engine
from askmap.backend.engine.protocols import POCKET, EngineDescription, EngineKind, EngineSettings
from askmap.backend.errors import DeviceMissing
from commands import SmallEngine, make_image
from made_up_kind import CHOSEN, add_kind

MOON = EngineSettings(reasoner=CHOSEN)
FOLDERS = (
    "models/Qwen2.5-VL-3B-Instruct",
    "/models of mine/Qwen3-VL",
    "~/models/small",
    "../runs/7/model",
    ".",
    "",
    "C:\\models\\small",
    "C:/models/small",
    "C:small",
    "\\\\server\\share\\small",
    "//server/share/small",
    "Z:",
    "moon",
    "http:",
    "日本語/モデル",
)


@pytest.fixture
def engine(monkeypatch):
    """What is loaded for MOON."""
    engine = SmallEngine()
    add_kind(monkeypatch, engine.load)
    return engine


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_folder_is_taken_for_a_folder_however_it_is_written(engine, folder):
    assert reasoner_from(folder) == Path(folder)
    assert kind_of(EngineSettings(reasoner=reasoner_from(folder))).name == "local"


def test_no_kind_but_the_last_takes_a_folder():
    *others, last = KINDS
    assert [folder for folder in FOLDERS for kind in others if kind.fits(folder)] == []
    assert all(map(last.fits, FOLDERS))


def test_what_another_kind_is_chosen_by_stays_as_it_was_typed(engine):
    assert reasoner_from(CHOSEN) == CHOSEN
    assert kind_of(MOON).name == "moon"


def test_the_bundled_pair_is_described_without_being_loaded():
    pair = describe(EngineSettings(device="npu"))
    assert (pair.reasoner, pair.segmenter) == ("pocket reasoner", "pocket segmenter")
    assert pair.paths == (POCKET / "reasoner", POCKET / "segmenter")
    assert pair.needs_packages
    assert pair.elsewhere is None


def test_a_kind_says_all_that_is_asked_of_it():
    with pytest.raises(TypeError, match="needs_packages"):
        EngineDescription("moon", "no segmenter", elsewhere=None)
    with pytest.raises(TypeError, match="describe"):
        EngineKind("moon", str.isupper, load=SmallEngine().load)


def test_equal_settings_of_another_kind_find_the_loaded_engine_again(engine):
    assert load_engine(MOON) is load_engine(replace(MOON)) is engine
    load_engine(replace(MOON, seed=1))
    assert engine.settings == [MOON, replace(MOON, seed=1)]


def test_another_kind_is_loaded_where_torch_is_not(engine, monkeypatch):
    monkeypatch.setitem(sys.modules, "torch", None)
    assert load_engine(MOON) is engine


def test_a_folder_is_loaded_beside_another_kind_as_before(engine):
    with pytest.raises(DeviceMissing, match="npu"):
        load_engine(EngineSettings(device="npu"))


def test_the_shell_asks_an_engine_of_another_kind(engine, tmp_path, capsys):
    image = make_image(tmp_path / "image.tif")
    output = ["--json", "-o", str(tmp_path / "a.gpkg")]
    assert main(["ask", str(image), "Where can one swim?", "--reasoner", CHOSEN, *output]) == 0
    assert json.loads(capsys.readouterr().out)["outcome"] == "found"
    assert (tmp_path / "a.gpkg").exists()
    assert [settings.reasoner for settings in engine.settings] == [CHOSEN]
