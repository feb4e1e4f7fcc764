"""askmap models try: what is measured, said and kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from askmap.backend.cli import main
from askmap.backend.models.trials import read_trials
from small_engine import engine_of


@pytest.fixture(autouse=True)
def _home(monkeypatch, tmp_path):
    monkeypatch.setenv("HF_HOME", str(tmp_path / "hf"))
    monkeypatch.delenv("HF_HUB_CACHE", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("ASKMAP_MODELS", str(tmp_path / "models"))


def tried(folder: Path, *more: str) -> int:
    return main(["models", "try", str(folder), *more], load=lambda settings: engine_of())


def test_a_folder_is_tried_and_its_figures_are_kept(tmp_path, capsys):
    (tmp_path / "mine").mkdir()
    assert tried(tmp_path / "mine", "--json") == 0
    said = json.loads(capsys.readouterr().out)
    (kept,) = read_trials(tmp_path / "models")
    assert (kept.reasoner, kept.right, kept.asked) == (said["reasoner"], said["right"], said["asked"])
    assert kept.reasoner == str(tmp_path / "mine")
    assert kept.asked > 10
    assert kept.answer_s > 0


def test_a_person_reads_one_line(tmp_path, capsys):
    (tmp_path / "mine").mkdir()
    assert tried(tmp_path / "mine") == 0
    assert "questions were answered rightly on cpu" in " ".join(capsys.readouterr().out.split())


def test_a_name_that_is_not_here_is_said_so(tmp_path, capsys):
    assert tried(Path("nobody/nothing")) == 4
    assert "There is no nobody/nothing here." in capsys.readouterr().err
