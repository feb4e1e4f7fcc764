"""What was measured on this computer is kept, and the best of it recommended."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from datetime import datetime

import pytest
from askmap.backend.errors import ModelBroken, NotWritten
from askmap.backend.models.trials import FILE, ModelTrial, keep_trial, read_trials, recommended

ONE = ModelTrial("/a", "/s", "12", "cpu", 7, 13, 3.0, 20.0, 5.5, 10**9, "2026-11-30T12:00:00+00:00")


def test_a_trial_is_kept_and_the_last_of_the_same_models_counts(tmp_path):
    assert read_trials(tmp_path) == ()
    keep_trial(tmp_path, ONE)
    keep_trial(tmp_path, replace(ONE, reasoner="/b", memory_bytes=None))
    keep_trial(tmp_path, replace(ONE, right=8))
    assert read_trials(tmp_path) == (replace(ONE, reasoner="/b", memory_bytes=None), replace(ONE, right=8))


SPOILT = json.dumps({"trials": [{**vars(ONE), "right": True}]})
TIMELESS = json.dumps({"trials": [{**vars(ONE), "created": "yesterday"}]})


@pytest.mark.parametrize("content", ["[]", '{"trials": 3}', '{"trials": [{}]}', SPOILT, TIMELESS])
def test_a_file_that_was_not_written_so_is_broken(tmp_path, content):
    (tmp_path / FILE).write_text(content)
    with pytest.raises(ModelBroken):
        read_trials(tmp_path)


def test_the_one_that_was_most_often_right_in_time_is_recommended():
    slow, quick = replace(ONE, right=12, answer_s=90.0), replace(ONE, answer_s=2.0)
    never_right, untried = replace(ONE, right=0, answer_s=0.1), replace(ONE, right=0, asked=0)
    assert recommended([ONE, slow, quick, never_right, untried], within_s=30) is quick
    assert recommended([ONE, slow, quick], within_s=100) is slow
    assert recommended([slow, never_right, untried], within_s=30) is None


def test_of_fewer_questions_the_share_counts():
    """A slow one is not asked all."""
    some = replace(ONE, right=3, asked=4)
    assert recommended([ONE, some]) is some


def test_a_trial_counts_until_other_weights_lie_there(tmp_path):
    weights = tmp_path / "model.safetensors"
    weights.write_bytes(b"")
    tried = replace(ONE, reasoner=str(tmp_path))
    made = datetime.fromisoformat(ONE.created).timestamp()
    os.utime(weights, (made - 5, made - 5))
    assert tried.is_current
    os.utime(weights, (made + 5, made + 5))
    assert not tried.is_current
    assert not replace(ONE, segmenter=str(weights)).is_current
    assert replace(ONE, reasoner="http://127.0.0.1:1234/v1#a").is_current


def test_a_folder_that_cannot_be_made_is_said_so(tmp_path):
    (tmp_path / "models").write_text("a file")
    with pytest.raises(NotWritten):
        keep_trial(tmp_path / "models" / "here", ONE)
