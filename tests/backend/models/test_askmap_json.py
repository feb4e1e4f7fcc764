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
    Knows,
    read_knows,
    read_ours,
)

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
