"""What a person makes of an answer."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import replace

import numpy as np
import pytest
from askmap.backend.entries.entry import (
    ACCEPTED,
    ANSWERED,
    DRAWN,
    EDITED,
    MADE,
    OPEN,
    OUTCOMES,
    REFINED,
    REJECTED,
    STATES,
    UNKNOWN,
    Finding,
    Made,
    State,
    entry_from,
    new_id,
)
from askmap.backend.geo.outlines import geometry_mask
from askmap.backend.stages import Box, Target
from grids import grid, noise
from rasters import make_answer


def test_an_answers_targets_become_open_findings_in_their_order():
    masks = [noise(8, seed) for seed in (1, 2, 3)]
    entry = entry_from(make_answer(grid(), *masks), "a" * 32, follows="b" * 32)
    assert [finding.number for finding in entry.findings] == [1, 2, 3]
    assert {finding.state for finding in entry.findings} == {OPEN}
    assert [finding.target.label for finding in entry.findings] == ["ship 0", "ship 1", "ship 2"]
    assert entry.follows == "b" * 32
    for mask, finding in zip(masks, entry.findings):
        assert np.array_equal(geometry_mask([finding.outline], entry.grid), mask)


def test_a_changed_finding_keeps_its_place():
    entry = entry_from(make_answer(grid(), noise(8, 1), noise(8, 2)), new_id())
    changed = entry.with_finding(replace(entry.findings[0], state=ACCEPTED, note="well seen"))
    assert [finding.state for finding in changed.findings] == [ACCEPTED, OPEN]
    assert changed.in_state(ACCEPTED) == (changed.finding(1),)
    assert entry.in_state(ACCEPTED, REJECTED) == ()


def test_a_finding_that_is_gone_leaves_the_numbers_of_the_others():
    entry = entry_from(make_answer(grid(), noise(8, 1), noise(8, 2)), new_id()).without_finding(1)
    assert [finding.number for finding in entry.findings] == [2]
    assert entry.finding(1) is None


def test_a_finding_says_only_what_can_be():
    target = Target(Box(0, 0, 1, 1))
    with pytest.raises(ValueError, match="counted from 1"):
        Finding(0, target, b"", 0.5)
    with pytest.raises(ValueError, match="maybe"):
        Finding(1, target, b"", 0.5, state="maybe")
    entry = entry_from(make_answer(grid(), noise(8, 1)), new_id())
    with pytest.raises(ValueError, match="same number"):
        replace(entry, findings=entry.findings * 2)


@pytest.mark.parametrize(("confidence", "is_doubtful"), [(None, False), (0.49, True), (0.5, False)])
def test_below_one_half_a_confidence_is_doubtful(confidence, is_doubtful):
    target = Target(Box(0, 0, 1, 1), confidence=confidence)
    found = Finding(1, target, b"", 0.9)
    assert (target.is_doubtful, found.is_doubtful, found.confidence) == (is_doubtful, is_doubtful, confidence)


@pytest.mark.parametrize("made", [REFINED, DRAWN, EDITED])
def test_of_what_the_user_has_corrected_the_model_is_no_more_or_less_sure(made):
    found = Finding(1, Target(Box(0, 0, 1, 1), confidence=0.1), b"", 0.9, made=made)
    assert (found.is_doubtful, found.confidence) == (False, None)


def test_no_confidence_lies_outside_of_its_range():
    for confidence in (-0.1, 1.1, float("nan")):
        with pytest.raises(ValueError, match="no confidence"):
            Target(Box(0, 0, 1, 1), confidence=confidence)


def test_ids_are_all_different():
    assert len({new_id() for _ in range(100)}) == 100


@pytest.mark.parametrize("known", [*STATES, *MADE, *OUTCOMES])
def test_a_verdict_an_origin_and_an_outcome_are_written_as_their_text(known):
    """What files, histories and columns hold; Python's own text of such a name differs between versions."""
    assert {f"{known}", str(known), json.loads(json.dumps(known))} == {known.value}
    with closing(sqlite3.connect(":memory:")) as database:
        (stored,) = database.execute("select ?", (known,)).fetchone()
    assert (type(stored), stored) == (str, known.value)


def test_what_a_file_or_a_signal_brings_as_text_is_a_verdict():
    finding = Finding(1, Target(Box(0, 0, 2, 2)), b"", 1.0, "accepted", made="edited")
    assert (finding.state, finding.made) == (ACCEPTED, EDITED)
    assert {type(finding.state), type(finding.made)} == {State, Made}


def test_what_the_model_does_not_know_is_an_outcome_of_its_own():
    answer = make_answer(grid())
    unknown = replace(answer, grounding=replace(answer.grounding, is_unknown=True))
    assert entry_from(answer, new_id()).outcome == ANSWERED
    assert entry_from(unknown, new_id()).outcome == UNKNOWN
