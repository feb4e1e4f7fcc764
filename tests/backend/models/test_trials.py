"""What was measured on this computer is kept."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from askmap.backend.errors import ModelBroken
from askmap.backend.models.trials import FILE, ModelTrial, keep_trial, read_trials

ONE = ModelTrial("/a", "/s", "12", "cpu", 7, 13, 3.0, 20.0, 5.5, 10**9, "2026-11-30T12:00:00+00:00")


def test_a_trial_is_kept_and_the_last_of_the_same_models_counts(tmp_path):
    assert read_trials(tmp_path) == ()
    keep_trial(tmp_path, ONE)
    keep_trial(tmp_path, replace(ONE, reasoner="/b", memory_bytes=None))
    keep_trial(tmp_path, replace(ONE, right=8))
    assert read_trials(tmp_path) == (replace(ONE, reasoner="/b", memory_bytes=None), replace(ONE, right=8))


SPOILT = json.dumps({"trials": [{**vars(ONE), "right": True}]})


@pytest.mark.parametrize("content", ["[]", '{"trials": 3}', '{"trials": [{}]}', SPOILT])
def test_a_file_that_was_not_written_so_is_broken(tmp_path, content):
    (tmp_path / FILE).write_text(content)
    with pytest.raises(ModelBroken):
        read_trials(tmp_path)
