"""backend/geo/orthogonalize.py: corners become right ones."""

from __future__ import annotations

import numpy as np
import pytest
from askmap.backend.geo.orthogonalize import Places, direction, squared


def ring(*places: tuple[float, float]) -> Places:
    return np.array([*places, places[0]], float)


def turned(places: Places, degrees: float) -> Places:
    cosine, sine = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    return np.asarray(places @ np.array([[cosine, sine], [-sine, cosine]]))


def corners_of(places: Places) -> list[float]:
    """Each corner in degrees, 0 to 180."""
    sides = np.diff(places, axis=0)
    befores = np.roll(sides, 1, axis=0)
    cosines = -(sides * befores).sum(1) / np.hypot(*sides.T) / np.hypot(*befores.T)
    return [float(np.degrees(np.arccos(cosine))) for cosine in cosines]


def all_corners(places: Places, tolerance: float = 0.0) -> Places:
    """Squared where nothing was simplified before."""
    made = squared(places, places, tolerance, direction(places, places))
    assert made is not None
    return made


def farthest(places: Places, others: Places) -> float:
    """How far one of the places is from the nearest other one, at most."""
    return float(np.linalg.norm(places[:, None] - others[None], axis=2).min(1).max())


@pytest.mark.parametrize("degrees", [0, 17, 45, 80])
def test_a_skewed_square_gets_right_corners_and_keeps_its_turn(degrees: float) -> None:
    skewed = turned(ring((0, 0), (20, 1), (21, 11), (1, 10.5)), degrees)
    made = all_corners(skewed)
    assert corners_of(made) == pytest.approx([90] * 4)
    assert farthest(made, skewed) < 1


def test_right_corners_stay_where_they_are() -> None:
    square = turned(ring((0, 0), (30, 0), (30, 12), (18, 12), (18, 20), (0, 20)), 30)
    made = all_corners(square, 1.0)
    assert farthest(made, square) < 1e-9
    assert len(made) == len(square)


def test_a_corner_that_the_mask_rounded_off_is_sharp_again() -> None:
    blunt = ring((0, 0), (28, 0), (30, 2), (30, 12), (0, 12))
    assert corners_of(all_corners(blunt, 1.5)) == pytest.approx([90] * 4)


def test_a_step_below_the_tolerance_goes_and_a_higher_one_stays() -> None:
    stepped = ring((0, 0), (20, 0), (20, 10), (10, 10), (10, 9), (0, 9))
    assert len(all_corners(stepped, 2.0)) == 5
    assert len(all_corners(stepped, 0.5)) == 7


def test_sides_lie_in_the_middle_of_the_outline_that_they_stand_for() -> None:
    teeth = [(x + shift, y) for x in range(0, 20, 2) for shift, y in ((0, 0), (1, 0), (1, 1), (2, 1))]
    outline = ring(*teeth, (20, 10), (0, 10))
    corners = ring((0, 0), (20, 1), (20, 10), (0, 10))
    made = squared(outline, corners, 1.5, 0.0)
    assert made is not None
    assert made[:, 1].min() == pytest.approx(0.5, abs=0.06)


def test_nothing_is_left_of_a_sliver() -> None:
    sliver = ring((0, 0), (10, 0.1), (20, 0))
    assert squared(sliver, sliver, 1.0, 0.0) is None


def test_an_outline_that_touches_itself_is_followed_once_round() -> None:
    eight = ring((0, 0), (10, 0), (10, 10), (20, 10), (20, 20), (10, 20), (10, 10), (0, 10))
    corners = np.roll(eight[:-1], -2, axis=0)
    made = squared(np.vstack([corners, corners[:1]]), np.vstack([corners, corners[:1]]), 0.0, 0.0)
    assert made is not None
    assert {tuple(place) for place in made.round(9).tolist()} == {tuple(place) for place in eight.tolist()}
