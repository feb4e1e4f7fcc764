"""Areas and lengths on the ellipsoid, from longitudes and latitudes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def ring_area_m2(lon_lat: NDArray[np.float64], semi_major_m: float, flattening: float) -> float:
    """The area inside a closed ring (K, 2) of degrees, across the date line and around a pole too.

    Snyder's authalic function (USGS PP 1395, eq. 3-12) turns a latitude into the area between it and the
    equator; in that plane the trapezoids under the sides add up to the area exactly. A side is a straight
    line there, as parallels and meridians are: cut others into short pieces first, and those that span 180
    degrees of longitude.
    """
    longitude, latitude = np.radians(lon_lat).T
    areas = _area_to_equator(latitude, semi_major_m, flattening)
    steps = (np.diff(longitude) + np.pi) % (2 * np.pi) - np.pi
    if abs(steps.sum()) < np.pi:
        areas -= areas[0]  # a closed ring loses nothing; a small one drowns in the rounding of 4e13 m²
        return abs(float(np.sum((areas[1:] + areas[:-1]) / 2 * steps)))
    area = abs(float(np.sum((areas[1:] + areas[:-1]) / 2 * steps)))
    return float(2 * np.pi * _area_to_equator(np.pi / 2, semi_major_m, flattening)) - area


def _area_to_equator(
    latitude: NDArray[np.float64] | float, semi_major_m: float, flattening: float
) -> NDArray[np.float64]:
    """m² per radian of longitude; latitude in radians."""
    sine = np.sin(latitude)
    if not flattening:
        return np.asarray(semi_major_m**2 * sine)
    e2 = flattening * (2 - flattening)
    e = np.sqrt(e2)
    return np.asarray(semi_major_m**2 * (1 - e2) / 2 * (sine / (1 - e2 * sine**2) + np.arctanh(e * sine) / e))


def chord_m(lon_lat: NDArray[np.float64], semi_major_m: float, flattening: float) -> float:
    """From the first of two places (2, 2) of degrees to the second, along the ground.

    A straight line through the ellipsoid, bent to the arc of a sphere: right to 1e-4 up to 1,000 km.
    """
    longitude, latitude = np.radians(lon_lat).T
    e2 = flattening * (2 - flattening)
    normal = semi_major_m / np.sqrt(1 - e2 * np.sin(latitude) ** 2)
    across = normal * np.cos(latitude)
    places = np.stack(
        [across * np.cos(longitude), across * np.sin(longitude), normal * (1 - e2) * np.sin(latitude)]
    )
    chord = float(np.linalg.norm(places[:, 1] - places[:, 0]))
    return float(2 * semi_major_m * np.arcsin(min(chord / (2 * semi_major_m), 1.0)))
