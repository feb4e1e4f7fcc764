"""Samples of several sets, one set after the other."""

from __future__ import annotations

import numpy as np
import pytest
from askmap.training.data.samples import Sample, joined


def sample_of(name: str) -> Sample:
    def unread():
        raise AssertionError("it is read before it is needed")

    return Sample(name, ("Where?",), unread, lambda: np.zeros((1, 1), np.bool_))


def test_sets_follow_one_another_and_nothing_is_read():
    a, b, c = map(sample_of, "abc")
    both = joined([[a, b], [c]])
    assert len(both) == 3
    assert [both[index] for index in range(3)] == [a, b, c]
    assert list(both[1:]) == [b, c]


def test_one_set_stays_as_it_is():
    alone = [sample_of("a")]
    assert joined([alone]) is alone


def test_behind_the_last_there_is_none():
    with pytest.raises(IndexError):
        joined([[sample_of("a")], [sample_of("b")]])[2]
