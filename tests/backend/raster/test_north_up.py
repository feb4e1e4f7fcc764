"""backend/raster/north_up.py: what a model sees lies as a map shows it, and every pixel stays where it is."""

from __future__ import annotations

import math

import numpy as np
import pytest
from askmap.backend.raster.north_up import as_drawn
from askmap.backend.stages import Affine, Grid, Scene

NORTH_UP: Affine = (2.0, 0.0, 500_000.0, 0.0, -2.0, 4_000_000.0)


def scene(affine: Affine, height: int = 20, width: int = 30) -> Scene:
    """Brighter to the north and redder to the east of the map; one pixel holds no data."""
    grid = Grid(width, height, affine)
    x_map, y_map = grid.to_map(*np.meshgrid(np.arange(width) + 0.5, np.arange(height) + 0.5))
    shades = [255 * (c - c.min()) / np.ptp(c) for c in (x_map, y_map)]
    image = np.stack((*shades, np.zeros_like(x_map)), axis=-1).astype(np.uint8)
    valid = np.ones((height, width), bool)
    valid[3, 4] = False
    return Scene(image, valid, grid, "made.tif")


def turned(degrees: float, *, mirrored: bool = False) -> Affine:
    """Pixels of 2 m, turned against the clock."""
    c, s = 2 * math.cos(math.radians(degrees)), 2 * math.sin(math.radians(degrees))
    across = (-c, -s) if mirrored else (c, s)
    return (across[0], s, 500_000.0, across[1], -c, 4_000_000.0)


QUARTERS = {
    f"{degrees}{' mirrored' if flip else ''}": turned(degrees, mirrored=flip)
    for degrees in (0, 90, 180, 270, 4, 86)
    for flip in (False, True)
}


@pytest.mark.parametrize("affine", QUARTERS.values(), ids=QUARTERS)
def test_turns_and_mirrorings_lose_no_pixel_and_move_none(affine: Affine) -> None:
    before = scene(affine)
    after = as_drawn(before)
    assert sorted(map(tuple, after.image.reshape(-1, 3))) == sorted(map(tuple, before.image.reshape(-1, 3)))
    for (y, x), is_there in np.ndenumerate(before.valid):
        column, row = after.grid.to_pixel(*before.grid.to_map(x + 0.5, y + 0.5))
        assert (column % 1, row % 1) == pytest.approx((0.5, 0.5), abs=1e-3)
        assert (after.image[int(row), int(column)] == before.image[y, x]).all()
        assert after.valid[int(row), int(column)] == is_there


@pytest.mark.parametrize("degrees", [0, 30, 45, 60, 90, 135, 180, 200, 270, 330])
@pytest.mark.parametrize("mirrored", [False, True])
def test_north_is_up_and_east_is_on_the_right(degrees: float, mirrored: bool) -> None:
    after = as_drawn(scene(turned(degrees, mirrored=mirrored)))
    ys, xs = np.nonzero(after.valid)
    easts, norths = (after.image[ys, xs, band].astype(float) for band in (0, 1))
    assert np.corrcoef(xs, easts)[0, 1] > 0.99
    assert np.corrcoef(ys, norths)[0, 1] < -0.99


@pytest.mark.parametrize("degrees", [30, 45, 60, 135, 200])
def test_what_lies_askew_is_sampled_from_the_pixel_that_lies_there(degrees: float) -> None:
    before = scene(turned(degrees))
    after = as_drawn(before)
    for (y, x), is_there in np.ndenumerate(after.valid):
        column, row = before.grid.to_pixel(*after.grid.to_map(x + 0.5, y + 0.5))
        inside = 0 <= column < 30 and 0 <= row < 20
        assert is_there == (inside and before.valid[int(row), int(column)])
        if is_there:
            assert (after.image[y, x] == before.image[int(row), int(column)]).all()


def test_a_scene_with_north_up_is_left_as_it_is() -> None:
    before = scene(NORTH_UP)
    assert as_drawn(before) is before


def test_a_raster_that_is_drawn_out_to_a_needle_stays_small() -> None:
    after = as_drawn(scene((1.0, 900.0, 0.0, 0.0, -1e-3, 0.0), height=1000))
    assert max(after.image.shape) <= 3001


def test_a_needle_too_thin_to_be_sampled_is_left_as_it_is() -> None:
    before = scene((1.0, 1e7, 0.0, 1.0, 1e7 + 1e-3, 0.0))
    before.valid[:] = False
    before.valid[1, 1] = True
    assert as_drawn(before).valid.any()
