"""Numbers that stand for «nothing was measured here» although no file says so."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..message import Message

UNSET = 9.9e19  # no sensor measures so much, but ±3.4e38, 9.97e36, 1e30 and 1e20 fill many rasters
LEAST_SHARE = 0.01  # of the pixels: fewer may be measured by chance
FAR = 1e5  # from 0: what lies nearer is a fill value only where software is known to write it
BEYOND = 1000  # times as far from 0 as all the rest: no sensor counts so unevenly
MOST_SUSPECTS = 8  # each costs a look at all pixels
LEAST_GAP = 1.0  # between 0 and the rest, in widths of the rest: nearer, 0 costs little contrast
DARKEST, BRIGHTEST = 2, 98  # percentiles: what lies between them is the rest

# What software writes where nothing was measured. 8-bit pictures are shown as they are: nothing is at stake.
_KNOWN = (0, -9999, -99999, -999, -32768, -32767, 65535, 32767, -(2**31), 2**31 - 1, 2**32 - 1)


def candidates(kind: np.dtype[Any]) -> tuple[float, ...]:
    """Those that a band of this type can hold."""
    if kind.itemsize == 1:
        return ()
    if kind.kind == "f":
        return tuple(float(kind.type(number)) for number in _KNOWN)
    limits = np.iinfo(kind)
    return tuple(number for number in _KNOWN if limits.min <= number <= limits.max)


def suspects(values: NDArray[Any], low: Any, high: Any) -> tuple[float, ...]:
    """Of the least and the most of `values` those that lie far from 0 and stand there more than once."""
    if values.dtype.kind not in "iuf" or values.itemsize < 4:
        return ()
    far = [end for end in (low, high) if abs(float(end)) >= FAR]
    return tuple(float(end) for end in far if np.count_nonzero(values == end) > 1)


def fills_among(
    shares: Mapping[float, float], rest: NDArray[Any], known: Collection[float]
) -> tuple[float, ...]:
    """The numbers that look like one, given their shares of the pixels and what else was measured.

    One that is not `known` as such must lie orders of magnitude beyond all the rest.
    """
    frequent = tuple(
        number
        for number, share in shares.items()
        if share >= LEAST_SHARE and (number in known or _towers(number, rest))
    )
    if not rest.size:  # nothing but 0 may be measured: a calm sea in a file of depths
        return tuple(number for number in frequent if number != 0)
    if 0 not in frequent:  # the usual case, without a look at each of the rest
        return frequent
    low, high = np.percentile(rest, (DARKEST, BRIGHTEST))
    return tuple(number for number in frequent if number != 0 or _stands_apart(number, low, high))


def warnings(shares: Mapping[float, float]) -> tuple[Message, ...]:
    """What to say about fill values and their shares of the pixels."""
    return tuple(
        Message(
            "{number:.12g} in {percent:.0f} % of the pixels looks like a fill value that the file does not "
            "declare. If it is one, declare it: {command} and the file's name.",
            number=number,
            percent=100 * share,
            # A text: GDAL reads a point and no comma wherever it runs
            command=f"gdal_edit.py -a_nodata {number:.12g}",
        )
        for number, share in shares.items()
    )


def _towers(number: float, rest: NDArray[Any]) -> bool:
    """Over everything else, of which there must be something."""
    return bool(rest.size) and abs(number) > BEYOND * max(abs(float(rest.min())), abs(float(rest.max())))


def _stands_apart(number: float, low: float, high: float) -> bool:
    """0 is often measured: it must lie far from a rest that has some contrast of its own."""
    return bool(low < high and max(low - number, number - high) > LEAST_GAP * (high - low))
