"""Cases on the disk: a run that was killed goes on where it was."""

from __future__ import annotations

import json

import numpy as np
import pytest
from askmap.backend.errors import NotWritten
from askmap.training.data.samples import BadData
from askmap.training.evaluation.cases import (
    CASES,
    Case,
    append_case,
    begin_run,
    gather_cases,
    packed,
    read_cases,
    unpacked,
    write_cases,
)
from askmap.training.evaluation.scoring import POLICIES, Score

SCORES = {name: Score(3, 4, 0.75) for name in POLICIES} | {"segzero": Score(0, 0, None, False, False)}


def case_of(name, **other):
    known = {"kind": "tank", "question": "Where is fuel?", "expects": True, "found": 1, "scores": SCORES}
    return Case(name=name, seconds=0.5, **(known | other))


@pytest.mark.parametrize("size", [(1, 1), (3, 5), (64, 33)])
def test_a_mask_survives_packing(size):
    mask = np.random.default_rng(0).random(size) > 0.5
    assert unpacked(packed(mask), size).tolist() == mask.tolist()


def test_no_mask_at_all_is_an_empty_one():
    assert not unpacked("", (4, 6)).any()


@pytest.mark.parametrize("size", [(9, 9), (4, 3), (0, 5), (10**6, 10**6)])
def test_a_mask_of_another_size_is_refused(size):
    with pytest.raises(ValueError, match="mask"):
        unpacked(packed(np.ones((4, 6), np.bool_)), size)


def test_a_mask_that_would_fill_the_memory_is_cut_short():
    bomb = packed(np.zeros((8000, 8000), np.bool_))
    with pytest.raises(ValueError, match="mask"):
        unpacked(bomb, (8, 8))


def test_a_case_comes_back_as_it_was(tmp_path):
    case = case_of(
        "a/1",
        thought="Round — 油罐 \ud800.",
        raw='<answer>[{"x": "</script>"}]\n',
        boxes=((1.0, 2.0, 3.5, 4.0),),
        size=(2, 3),
        mask=packed(np.ones((2, 3), np.bool_)),
    )
    unread = case_of("b", found=None, error="It is not JSON.")
    append_case(case, tmp_path / CASES)
    append_case(unread, tmp_path / CASES)
    assert read_cases(tmp_path) == {"a/1": case, "b": unread}


def test_a_line_that_was_cut_off_is_dropped_and_the_next_one_starts_afresh(tmp_path):
    append_case(case_of("a"), tmp_path / CASES)
    with (tmp_path / CASES).open("a") as lines:
        lines.write('{"name": "b", "ki')
    assert gather_cases(tmp_path).keys() == {"a"}
    append_case(case_of("c"), tmp_path / CASES)
    assert read_cases(tmp_path).keys() == {"a", "c"}


def test_what_several_processes_wrote_is_brought_together(tmp_path):
    write_cases([case_of("a"), case_of("b", found=0)], tmp_path)
    append_case(case_of("b", found=2), tmp_path / "cases-0.jsonl")
    append_case(case_of("c"), tmp_path / "cases-1.jsonl")
    assert {name: case.found for name, case in gather_cases(tmp_path).items()} == {"a": 1, "b": 2, "c": 1}
    assert [path.name for path in tmp_path.iterdir()] == [CASES]


@pytest.mark.parametrize("line", ["[]", "{}", "null", "x", '{"name": "a"}', "[" * 100_000])
def test_a_damaged_line_in_the_middle_is_named(tmp_path, line):
    append_case(case_of("a"), tmp_path / CASES)
    with (tmp_path / CASES).open("a") as lines:
        lines.write(line + "\n")
    with pytest.raises(BadData, match=r"cases\.jsonl, line 2,"):
        read_cases(tmp_path)


@pytest.mark.parametrize(
    "damage",
    [{"size": [0, 0]}, {"mask": "!"}, {"mask": "eNo="}, {"scores": {}}, {"boxes": [[1, 2]]}, {"found": "x"}],
)
def test_a_case_that_does_not_fit_is_named(tmp_path, damage):
    write_cases([case_of("a")], tmp_path)
    content = json.loads((tmp_path / CASES).read_text()) | damage
    (tmp_path / CASES).write_text(json.dumps(content) + "\n")
    with pytest.raises(BadData, match="line 1"):
        read_cases(tmp_path)


def test_an_iou_beyond_1_is_no_iou(tmp_path):
    write_cases([case_of("a", scores=SCORES | {"native": Score(5, 4, 1.25)})], tmp_path)
    with pytest.raises(BadData, match="line 1"):
        read_cases(tmp_path)


def test_a_folder_without_cases_is_no_run(tmp_path):
    with pytest.raises(BadData, match=r"holds no cases\.jsonl"):
        read_cases(tmp_path)


def test_a_run_goes_on_with_the_same_settings_only(tmp_path):
    settings = {"reasoner": "a", "questions": "first"}
    begin_run(tmp_path / "run", settings)
    begin_run(tmp_path / "run", settings)
    with pytest.raises(NotWritten, match="other settings: questions"):
        begin_run(tmp_path / "run", settings | {"questions": "random"})
    assert json.loads((tmp_path / "run" / "settings.json").read_text()) == settings


@pytest.mark.parametrize("content", ["", "[]", "{", "\x00"])
def test_settings_that_cannot_be_read_are_named(tmp_path, content):
    (tmp_path / "settings.json").write_text(content)
    with pytest.raises(BadData, match=r"settings\.json"):
        begin_run(tmp_path, {"reasoner": "a"})


def test_a_folder_that_cannot_be_made_is_said(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(NotWritten, match="cannot be made"):
        begin_run(tmp_path / "file" / "run", {})


def test_a_folder_with_other_things_is_left_alone(tmp_path):
    (tmp_path / "report.html").write_text("the user's")
    with pytest.raises(NotWritten, match="is not empty"):
        begin_run(tmp_path, {})
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]
