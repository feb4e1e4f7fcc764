"""Everything in any order: no crash, nothing lost. tests/support/monkey.py as a script also times it."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis

from monkey import Monkey  # noqa: E402

STEPS, CHECK_EVERY = 500, 50


def test_whatever_the_order_nothing_crashes_and_nothing_is_lost(desk, flat_raster):
    monkey = Monkey(desk, flat_raster, seed=0)
    for number in range(1, STEPS + 1):
        monkey.step()
        assert monkey.contradiction() == "", monkey.counts
        if number % CHECK_EVERY == 0:
            monkey.check()
    assert set(monkey.counts) == {deed.__name__ for deed in monkey.deeds()}
    monkey.close()
