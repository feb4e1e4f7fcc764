"""askmap.json: what a reasoner's folder says of itself, which may be a stranger's."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from askmap.backend.errors import ModelBroken
from askmap.backend.models.askmap_json import (
    LONGEST_EXAMPLE,
    LONGEST_KIND,
    MOST_EXAMPLES,
    MOST_KINDS,
    STEEPEST,
    Calibration,
    Knows,
    read_calibration,
    read_knows,
    read_ours,
    write_calibration,
)
from askmap.backend.stages import Likelihood

SAYS = {
    "kinds": ["buildings", "pools"],
    "examples": ["Where are the pools?"],
    "ground_resolution_m": [0.1, 2],
    "figures": {"gIoU on val": "0.52 (0.49 to 0.55)"},
}


def folder_with(folder: Path, **ours: object) -> Path:
    (folder / "askmap.json").write_text(json.dumps(ours))
    return folder


def test_what_it_knows_stands_in_its_folder(tmp_path: Path):
    found = read_knows(folder_with(tmp_path, format="pocket", knows=SAYS))
    assert found == Knows(
        ("buildings", "pools"),
        ("Where are the pools?",),
        (0.1, 2.0),
        {"gIoU on val": "0.52 (0.49 to 0.55)"},
    )
    assert read_ours(tmp_path / "askmap.json")["format"] == "pocket"


def test_the_kinds_are_enough(tmp_path: Path):
    assert read_knows(folder_with(tmp_path, knows={"kinds": ["ships"]})) == Knows(("ships",))


def test_most_folders_say_nothing(tmp_path: Path):
    assert read_knows(tmp_path) is None
    assert read_knows(folder_with(tmp_path, format="plain")) is None


def test_text_comes_on_one_line_and_without_what_no_window_shows(tmp_path: Path):
    found = read_knows(folder_with(tmp_path, knows={"kinds": ["big\n\u202e  ships\x1b"], "examples": []}))
    assert found == Knows(("big ships",))


@pytest.mark.parametrize(
    "knows",
    [
        None,
        [],
        "everything",
        {},
        {"kinds": []},
        {"kinds": "buildings"},
        {"kinds": [1]},
        {"kinds": [" \n"]},
        {"kinds": ["a" * (LONGEST_KIND + 1)]},
        {"kinds": ["a"] * (MOST_KINDS + 1)},
        {"kinds": ["a"], "more": 1},
        {"kinds": ["a"], "examples": ["a" * (LONGEST_EXAMPLE + 1)]},
        {"kinds": ["a"], "examples": ["a"] * (MOST_EXAMPLES + 1)},
        {"kinds": ["a"], "examples": None},
        {"kinds": ["a"], "ground_resolution_m": [2, 1]},
        {"kinds": ["a"], "ground_resolution_m": [0, 1]},
        {"kinds": ["a"], "ground_resolution_m": [1]},
        {"kinds": ["a"], "ground_resolution_m": ["1", "2"]},
        {"kinds": ["a"], "ground_resolution_m": [True, 2]},
        {"kinds": ["a"], "ground_resolution_m": [float("nan"), 2]},
        {"kinds": ["a"], "ground_resolution_m": [1, 10**400]},
        {"kinds": ["a"], "figures": ["gIoU"]},
        {"kinds": ["a"], "figures": {"gIoU": 0.5}},
        {"kinds": ["a"], "figures": {"gIoU": "a" * 121}},
        {"kinds": ["a"], "figures": {str(n): "1" for n in range(41)}},
    ],
)
def test_what_cannot_be_meant_is_broken(tmp_path: Path, knows: object):
    folder = folder_with(tmp_path, knows=knows)
    for read in (read_knows, lambda folder: read_ours(folder / "askmap.json")):
        with pytest.raises(ModelBroken, match="not as AskMap writes it"):
            read(folder)


FITTED = {"intercept": 2.5, "mean": 3.0, "thought": 0.5}


def test_a_calibration_stands_in_the_folder_too(tmp_path: Path):
    assert read_calibration(folder_with(tmp_path, calibration=FITTED)) == Calibration(2.5, 3.0, 0.5)
    assert read_calibration(folder_with(tmp_path, format="plain")) is None


@pytest.mark.parametrize(
    "calibration",
    [
        None,
        [2.5, 3.0, 0.5],
        {},
        {"intercept": 2.5, "mean": 3.0},
        {**FITTED, "more": 1},
        *(
            {**FITTED, name: value}
            for name in FITTED
            for value in (None, "3", True, [1], float("nan"), float("inf"), 2 * STEEPEST, 10**400)
        ),
        {**FITTED, "mean": -0.1},
        {**FITTED, "thought": -0.1},
        {**FITTED, "intercept": -2 * STEEPEST},
    ],
)
def test_a_calibration_that_cannot_be_meant_is_broken(tmp_path: Path, calibration: object):
    folder = folder_with(tmp_path, calibration=calibration)
    for read in (read_calibration, lambda folder: read_ours(folder / "askmap.json")):
        with pytest.raises(ModelBroken, match="not as AskMap writes it"):
            read(folder)


def test_who_was_surer_is_never_less_confident_and_nothing_is_too_unlikely():
    unlikely = [0.0, -0.5, -3.0, -1e3, -1e9, float("-inf")]
    found = [Calibration(2.0, 1.5, 0.5).confidence(Likelihood(each, each)) for each in unlikely]
    assert found == sorted(found, reverse=True)
    assert found[0] == pytest.approx(1 / (1 + 2.718281828**-2.0))
    assert found[-1] == 0
    steep = Calibration(STEEPEST, STEEPEST, STEEPEST)
    assert (steep.confidence(Likelihood(0, 0)), steep.confidence(Likelihood(-9, -9))) == (1, 0)


def test_writing_a_calibration_changes_nothing_else(tmp_path: Path):
    folder_with(tmp_path, format="pocket", knows={**SAYS, "kinds": ["Häuser"]})
    before = read_ours(tmp_path / "askmap.json")
    write_calibration(tmp_path, Calibration(2.5, 3.0, 0.5))
    assert read_ours(tmp_path / "askmap.json") == {**before, "calibration": FITTED}
    assert "Häuser" in (tmp_path / "askmap.json").read_text(encoding="utf-8")
    write_calibration(tmp_path, None)
    assert read_ours(tmp_path / "askmap.json") == before
    assert [path.name for path in tmp_path.iterdir()] == ["askmap.json"]
