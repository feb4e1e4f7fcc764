"""Two runs over the same cases."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from askmap.training.data.samples import BadData
from askmap.training.evaluation.cases import Case, write_cases
from askmap.training.evaluation.compare import (
    compare_runs,
    comparison_json,
    comparison_tables,
    most_changed,
    pair_runs,
)
from askmap.training.evaluation.scoring import POLICIES


def case_of(name, found, question="Where is fuel?"):
    """Whose answer has `found` pixels of a truth of ten; None = unreadable."""
    truth, answer = np.ones((1, 10), np.bool_), (np.arange(10) < (found or 0))[None]
    masks = None if found is None else answer[None]
    scores = {policy: score(truth, masks) for policy, score in POLICIES.items()}
    return Case(name, "tank", question, True, None if found is None else 1, scores, 0.1, size=(1, 10))


OURS = [case_of("a", 9), case_of("b", 2), case_of("c", 5), case_of("d", 6)]
THEIRS = [case_of("a", 3), case_of("b", None), case_of("c", 5), case_of("d", 10)]


@pytest.fixture
def pairs(tmp_path):
    write_cases(THEIRS[::-1], tmp_path)
    return pair_runs(OURS, tmp_path)


def test_cases_are_paired_by_name_whatever_their_order(pairs):
    assert [(pair.ours.name, pair.theirs.name) for pair in pairs] == [(n, n) for n in "abcd"]
    assert [pair.gain("native") for pair in pairs] == pytest.approx([0.6, 0.2, 0.0, -0.4])


def test_the_difference_of_each_figure_is_ours_less_theirs(pairs):
    found = compare_runs(pairs, ["native", "think2seg"])
    gain = found.gains["native"]["gIoU"]
    assert gain.value == pytest.approx(0.1)
    assert gain.low < 0 < gain.high
    assert found.gains["native"]["readable"].value == pytest.approx(0.25)
    assert found.ours["native"]["gIoU"].value == pytest.approx(0.55)
    assert found.theirs["think2seg"]["gIoU"].value == pytest.approx(0.45)


def test_what_changed_most_comes_first_and_what_did_not_change_is_left_out(pairs):
    gained, lost = most_changed(pairs, "native", 5)
    assert [pair.ours.name for pair in gained] == ["a", "b"]
    assert [pair.ours.name for pair in lost] == ["d"]
    assert [pair.ours.name for pair in most_changed(pairs, "native", 1)[0]] == ["a"]


def test_the_comparison_can_be_read_by_a_program_and_by_a_person(pairs):
    found = compare_runs(pairs, ["native"])
    plain = json.loads(json.dumps(comparison_json(found, pairs, Path("other"), "native")))
    assert plain["policies"]["native"]["gIoU"]["difference"]["value"] == pytest.approx(0.1)
    assert plain["changed"]["native"] == {"a": 0.6, "d": -0.4, "b": 0.2}
    assert list(plain["changed"]["native"]) == ["a", "d", "b"]
    assert "+0.100" in comparison_tables(found)


@pytest.mark.parametrize(
    "theirs",
    [THEIRS[:3], [*THEIRS[:3], case_of("d", 10, "Where is oil?")]],
    ids=["fewer", "another question"],
)
def test_runs_that_asked_something_else_are_not_compared(tmp_path, theirs):
    write_cases(theirs, tmp_path)
    with pytest.raises(BadData, match="did not ask the same: .* about d"):
        pair_runs(OURS, tmp_path)


def test_a_folder_that_is_no_run_is_named(tmp_path):
    with pytest.raises(BadData, match="holds no cases"):
        pair_runs(OURS, tmp_path / "nothing")
