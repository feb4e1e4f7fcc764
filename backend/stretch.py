"""Measurements to shades: what a sensor counted, made visible."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

DARKEST, BRIGHTEST = 2, 98  # percentiles; QGIS's cumulative cut uses the same two
GREY = 128  # for a band without any contrast


def stretched(values: NDArray[Any], valid: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """One band (H, W) of any real type to 0...255 between its percentiles; 0 where not valid.

    A band that is constant but for a few pixels is stretched over all it has, a constant one is grey.
    """
    shades = np.zeros(values.shape, np.uint8)
    measured = values[valid].astype(np.float64)
    if not measured.size:
        return shades
    low, high = np.percentile(measured, (DARKEST, BRIGHTEST))
    if low == high:
        low, high = measured.min(), measured.max()
    if low == high:
        shades[valid] = GREY
    else:
        shades[valid] = np.rint((measured.clip(low, high) - low) / (high - low) * 255)
    return shades
