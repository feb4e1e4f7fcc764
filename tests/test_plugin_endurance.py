"""Everything in any order: no crash, nothing lost. tests/monkey.py as a script does more, and times it."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis

from monkey import Monkey  # noqa: E402


@pytest.mark.parametrize("seed", range(3))
def test_whatever_the_order_nothing_crashes_and_nothing_is_lost(desk, flat_raster, seed):
    monkey = Monkey(desk, flat_raster, seed)
    for number in range(1, 61):
        monkey.step()
        if number % 20 == 0:
            monkey.check()
    monkey.close()
