"""Numbers that have names: {"ymin": 1, "xmin": 2, ...}, {"x": 1, "y": 2, "width": 3, "height": 4}.

They are read by their names, never in the order in which they stand: «y» may come first, and a width is no
corner. What only looks so (counts, years, a score) is no place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_CORNERS = (
    ("x1", "y1", "x2", "y2"),
    ("x0", "y0", "x1", "y1"),
    ("xmin", "ymin", "xmax", "ymax"),
    ("minx", "miny", "maxx", "maxy"),
    ("left", "top", "right", "bottom"),
    ("topleft", "bottomright"),
)
_SIZES = (("x", "y", "width", "height"), ("x", "y", "w", "h"), ("left", "top", "width", "height"))
_POINT = ("x", "y")
_WIDE = {"w", "width", "h", "height", "size"}  # beside a point they make a box that cannot be told


def in_order(numbers: Mapping[str, Any]) -> list[Any]:
    """Two corners of a box, or the x and y of a point; [] where the names say neither."""
    named = _spelled(numbers)
    for names in _CORNERS:
        if named.keys() >= set(names):
            return [named[name] for name in names]
    for names in _SIZES:
        if named.keys() >= set(names):
            return _with_far_corner([named[name] for name in names])
    return (
        [named[name] for name in _POINT] if named.keys() >= set(_POINT) and not named.keys() & _WIDE else []
    )


def _with_far_corner(held: list[Any]) -> list[Any]:
    if not all(isinstance(number, (int, float)) and not isinstance(number, bool) for number in held):
        return []
    x, y, width, height = held
    return [x, y, x + width, y + height]


def _spelled(numbers: Mapping[str, Any]) -> dict[str, Any]:
    """«x_min», «X-Min» and «xmin» are one name."""
    return {re.sub(r"[\W_]", "", str(name)[:40]).lower(): held for name, held in numbers.items()}
