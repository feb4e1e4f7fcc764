"""Measurements to shades: what a sensor counted, made visible."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

PERCENTILES, EXTREMES, DEVIATIONS = "percentiles", "extremes", "deviations"
STRETCHES = (PERCENTILES, EXTREMES, DEVIATIONS)  # the three that QGIS offers, with its numbers
DARKEST, BRIGHTEST = 2, 98  # percentiles; QGIS's cumulative cut uses the same two
SPREAD = 2  # standard deviations to each side of the mean; QGIS's own default
GREY = 128  # for a band without any contrast


def stretched(
    values: NDArray[Any], valid: NDArray[np.bool_], stretch: str = PERCENTILES
) -> NDArray[np.uint8]:
    """One band (H, W) of any real type to 0...255 between the limits of a stretch; 0 where not valid.

    A band that is constant but for a few pixels is stretched over all it has, a constant one is grey.
    """
    shades = np.zeros(values.shape, np.uint8)
    measured = values[valid].astype(np.float64)
    if not measured.size:
        return shades
    low, high = _limits(measured, stretch)
    if low == high:
        low, high = measured.min(), measured.max()
    if low == high:
        shades[valid] = GREY
    else:
        shades[valid] = np.rint((measured.clip(low, high) - low) / (high - low) * 255)
    return shades


def _limits(measured: NDArray[np.float64], stretch: str) -> tuple[float, float]:
    """What becomes black, and what becomes white."""
    if stretch == PERCENTILES:
        low, high = np.percentile(measured, (DARKEST, BRIGHTEST))
        return float(low), float(high)
    if stretch == EXTREMES:
        return float(measured.min()), float(measured.max())
    if stretch == DEVIATIONS:
        mean, spread = float(measured.mean()), SPREAD * float(measured.std())
        return mean - spread, mean + spread
    raise ValueError(f"«{stretch}» is none of {', '.join(STRETCHES)}")
