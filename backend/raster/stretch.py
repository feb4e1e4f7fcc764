"""Measurements to shades: numbers of any range to the 256 levels of a picture."""

from __future__ import annotations

from collections.abc import Collection
from enum import Enum
from typing import Any

import numpy as np
from numpy.typing import NDArray

DARKEST, BRIGHTEST = 2, 98  # percentiles; QGIS's cumulative cut uses the same two
SPREAD = 2  # standard deviations to each side of the mean; QGIS's own default
GREY = 128  # for a band without any contrast
ROUNDING = 1e-12  # of the numbers themselves: a smaller contrast comes from averaging them


class Stretch(Enum):
    """Which numbers become black and white: the three choices that QGIS offers, with its numbers."""

    PERCENTILES = "percentiles"
    EXTREMES = "extremes"
    DEVIATIONS = "deviations"


def stretched(
    values: NDArray[Any],
    valid: NDArray[np.bool_],
    stretch: Stretch = Stretch.PERCENTILES,
    *,
    fills: Collection[float] = (),
) -> NDArray[np.uint8]:
    """One band (H, W) of any real type to 0...255 between the limits of a stretch; 0 where not valid.

    A band that is constant but for a few pixels is stretched over all it has, a constant one is grey.
    `fills` are shown, but do not count for the limits.
    """
    shades = np.zeros(values.shape, np.uint8)
    measured = values[valid & ~np.isin(values, list(fills))] if fills else values[valid]
    if not measured.size:
        shades[valid] = GREY
        return shades
    if values.dtype.kind in "iu" and values.dtype.itemsize <= 2:
        return _looked_up(values, valid, measured, stretch)
    low, high = _ends(measured.astype(np.float64), stretch)
    shades[valid] = _shades(values[valid], low, high)
    return shades


def _looked_up(
    values: NDArray[Any], valid: NDArray[np.bool_], measured: NDArray[Any], stretch: Stretch
) -> NDArray[np.uint8]:
    """As all others, from the shade of each number that there is: 16 bits hold few."""
    least = int(measured.min())
    counts = np.bincount(measured.astype(np.int64) - least)
    numbers = np.flatnonzero(counts)
    low, high = _ends_of_counts(numbers.astype(np.float64) + least, counts[numbers], stretch)
    limits = np.iinfo(values.dtype)
    table = _shades(np.arange(limits.min, limits.max + 1), low, high)
    return np.where(valid, table[values.astype(np.int64) - limits.min], np.uint8(0))


def _shades(values: NDArray[Any], low: float, high: float) -> NDArray[np.uint8]:
    """0 at `low`, 255 at `high`; all the same where the two are one."""
    if high - low <= ROUNDING * max(abs(low), abs(high)):
        return np.full(values.shape, GREY, np.uint8)
    parts = (values.astype(np.float64).clip(low, high) - low) / (high - low)
    return np.asarray(np.rint(parts * 255), np.uint8)


def _ends(measured: NDArray[np.float64], stretch: Stretch) -> tuple[float, float]:
    """What becomes black, and what becomes white."""
    low, high = _limits(measured, stretch)
    return (low, high) if low < high else (float(measured.min()), float(measured.max()))


def _limits(measured: NDArray[np.float64], stretch: Stretch) -> tuple[float, float]:
    if stretch is Stretch.PERCENTILES:
        low, high = np.percentile(measured, (DARKEST, BRIGHTEST))
        return float(low), float(high)
    if stretch is Stretch.EXTREMES:
        return float(measured.min()), float(measured.max())
    if stretch is Stretch.DEVIATIONS:
        mean, spread = float(measured.mean()), SPREAD * float(measured.std())
        return mean - spread, mean + spread
    raise ValueError(f"«{stretch}» is none of {', '.join(each.value for each in Stretch)}")


def _ends_of_counts(
    numbers: NDArray[np.float64], counts: NDArray[np.int64], stretch: Stretch
) -> tuple[float, float]:
    """_ends of ascending numbers, each of which stands so often."""
    if stretch is Stretch.PERCENTILES:
        low, high = (_percentile(numbers, counts, percent) for percent in (DARKEST, BRIGHTEST))
    elif stretch is Stretch.DEVIATIONS:
        mean = float(np.average(numbers, weights=counts))
        spread = SPREAD * float(np.sqrt(np.average((numbers - mean) ** 2, weights=counts)))
        low, high = mean - spread, mean + spread
    else:
        low, high = _limits(numbers, stretch)
    return (low, high) if low < high else (float(numbers[0]), float(numbers[-1]))


def _percentile(numbers: NDArray[np.float64], counts: NDArray[np.int64], percent: float) -> float:
    """np.percentile of all of them: between the two that the place falls between."""
    ends = counts.cumsum()
    place = (ends[-1] - 1) * percent / 100
    below, above = np.searchsorted(ends, (np.floor(place), np.ceil(place)), side="right")
    share = place - np.floor(place)
    return float(numbers[below] + share * (numbers[above] - numbers[below]))
