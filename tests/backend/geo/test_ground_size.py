"""backend/geo/ground_size.py: areas on the earth, against figures that others published."""

from __future__ import annotations

import numpy as np
import pytest
from askmap.backend.geo.ground_size import Ground, ring_area_m2
from askmap.backend.geo.longitudes import polygon_of

WGS84 = (6_378_137.0, 1 / 298.257223563)
SPHERE = (6_371_000.0, 0.0)
EARTH_M2 = 510_065_621_724_088  # the whole WGS 84 ellipsoid: Karney, Algorithms for geodesics, 2013


def ring(*places: tuple[float, float]) -> np.ndarray:
    return np.array([*places, places[0]], float)


def circle_of_latitude(latitude: float) -> np.ndarray:
    return ring(*((longitude, latitude) for longitude in range(-180, 180, 10)))


def test_an_eighth_of_the_earth_is_an_eighth_of_its_area() -> None:
    octant = ring((10, 0), (100, 0), (100, 90), (10, 90))
    assert ring_area_m2(octant, *WGS84) == pytest.approx(EARTH_M2 / 8, rel=1e-14)


def test_a_ring_around_a_pole_encloses_the_cap() -> None:
    assert ring_area_m2(circle_of_latitude(0), *WGS84) == pytest.approx(EARTH_M2 / 2, rel=1e-14)
    cap = 2 * np.pi * SPHERE[0] ** 2 * (1 - np.sin(np.radians(60)))
    assert ring_area_m2(circle_of_latitude(60), *SPHERE) == pytest.approx(cap, rel=1e-12)
    assert ring_area_m2(circle_of_latitude(-60), *SPHERE) == pytest.approx(cap, rel=1e-12)


def test_neither_the_date_line_nor_the_direction_changes_an_area() -> None:
    here = ring((10, 50), (12, 50), (12, 51), (10, 51))
    there = ring((179, 50), (-179, 50), (-179, 51), (179, 51))
    area = ring_area_m2(here, *WGS84)
    assert ring_area_m2(there, *WGS84) == pytest.approx(area, rel=1e-12)
    assert ring_area_m2(here[::-1], *WGS84) == pytest.approx(area, rel=1e-12)


def test_a_square_of_a_degree_is_the_integral_over_its_parallels() -> None:
    a, flattening = WGS84
    e2 = flattening * (2 - flattening)
    steps = 10_000
    latitudes = np.radians((np.arange(steps) + 0.5) / steps + 47)
    w = 1 - e2 * np.sin(latitudes) ** 2
    meridian_m, parallel_m = a * (1 - e2) / w**1.5, a * np.cos(latitudes) / np.sqrt(w)  # by radian
    expected = np.mean(meridian_m * parallel_m) * np.radians(1) ** 2
    square = ring((8, 47), (9, 47), (9, 48), (8, 48))
    assert ring_area_m2(square, *WGS84) == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize("turn", range(0, 90, 10))
def test_a_small_area_does_not_drown_in_the_size_of_the_earth(turn: int) -> None:
    """A square of 6 m, cut finely as every outline is; its steps of longitude add up to almost nothing."""
    cosine, sine = np.cos(np.radians(turn)), np.sin(np.radians(turn))
    square = ring((0, 0), (1, 0), (1, 1), (0, 1)) @ np.array([[cosine, sine], [-sine, cosine]])
    placed = square * (1.07527e-4, 5.38541e-5) + (10, 60)
    sides = zip(placed[:-1], placed[1:])
    pieces = np.concatenate([np.linspace(begin, end, 100, endpoint=False) for begin, end in sides])
    fine = np.vstack([pieces, pieces[:1]])
    assert ring_area_m2(fine, *WGS84) == pytest.approx(36, rel=1e-3)


@pytest.mark.parametrize("radius_m", ["1e16", "1e300"])
def test_a_world_that_no_number_measures_has_no_areas_and_no_lengths(radius_m: str) -> None:
    ground = Ground(f"+proj=longlat +a={radius_m} +rf=300")
    square = polygon_of([np.array([(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)], np.float64)])
    assert ground.area_m2(bytes(square.ExportToWkb())) is None
    assert ground.length_m((0, 0), (1, 1)) is None
