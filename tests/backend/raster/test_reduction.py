"""backend/raster/reduction.py: a band in pieces of any kind becomes the mean of each pixel of the view."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from askmap.backend.raster.reduction import Average, Axis, Picked
from numpy.typing import NDArray

NOISE = np.random.default_rng(0).integers(0, 60_000, (90, 130)).astype(np.uint16)
HOLES = np.random.default_rng(1).random(NOISE.shape) < 0.7  # True where there is data
ACROSS, DOWN = Axis(3.0, 7.3, 16), Axis(1.5, 4.9, 17)


def means(values: NDArray[Any], ok: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Pixel by pixel, from the definition."""
    found = np.full((DOWN.count, ACROSS.count), np.nan)
    for (row, column), _ in np.ndenumerate(found):
        shares = [
            np.clip(
                np.minimum(np.arange(n) + 1, axis.start + axis.step * (i + 1))
                - np.maximum(np.arange(n), axis.start + axis.step * i),
                0,
                None,
            )
            for axis, i, n in ((DOWN, row, len(values)), (ACROSS, column, values.shape[1]))
        ]
        weights = np.outer(*shares) * ok
        if weights.sum():
            found[row, column] = (weights * values).sum() / weights.sum()
    return found


@pytest.mark.parametrize("piece", [(90, 130), (7, 11), (1, 130), (90, 1), (33, 50)])
def test_the_mean_is_of_the_pixels_with_data_however_they_come(piece: tuple[int, int]) -> None:
    average = Average(ACROSS, DOWN, NOISE.dtype)
    for y in range(0, 90, piece[0]):
        for x in range(0, 130, piece[1]):
            part = np.s_[y : y + piece[0], x : x + piece[1]]
            average.add(x, y, NOISE[part], HOLES[part])
    np.testing.assert_allclose(average.total / average.share, means(NOISE, HOLES), rtol=1e-4)


def test_where_all_is_there_nothing_need_say_so() -> None:
    average = Average(ACROSS, DOWN, NOISE.dtype)
    average.add(0, 0, NOISE, None)
    np.testing.assert_allclose(average.share, 1, rtol=1e-5)
    np.testing.assert_allclose(average.total, means(NOISE, np.ones_like(HOLES)), rtol=1e-4)


def test_a_pixel_of_the_view_without_any_data_has_no_share() -> None:
    ok = np.ones_like(HOLES)
    ok[:20, :20] = False
    average = Average(ACROSS, DOWN, NOISE.dtype)
    average.add(0, 0, NOISE, ok)
    np.testing.assert_array_equal(average.share == 0, np.isnan(means(NOISE, ok)))


def test_the_mean_of_equal_floats_is_that_float() -> None:
    average = Average(ACROSS, DOWN, np.dtype(np.float32))
    average.add(0, 0, np.full(NOISE.shape, 0.1, np.float32), HOLES)
    assert set((average.total / average.share).astype(np.float32).ravel()) == {np.float32(0.1)}


@pytest.mark.parametrize("piece", [(90, 130), (7, 11)])
def test_the_middle_is_picked_however_it_comes(piece: tuple[int, int]) -> None:
    picked = Picked(ACROSS, DOWN, NOISE.dtype)
    for y in range(0, 90, piece[0]):
        for x in range(0, 130, piece[1]):
            part = np.s_[y : y + piece[0], x : x + piece[1]]
            picked.add(x, y, NOISE[part], HOLES[part])
    rows = (1.5 + 4.9 * (np.arange(17) + 0.5)).astype(int)
    columns = (3.0 + 7.3 * (np.arange(16) + 0.5)).astype(int)
    np.testing.assert_array_equal(picked.values, NOISE[np.ix_(rows, columns)])
    np.testing.assert_array_equal(picked.valid, HOLES[np.ix_(rows, columns)])
