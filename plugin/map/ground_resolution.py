"""How large a pixel is on the ground."""

from __future__ import annotations

import math
from typing import Optional

from ...backend.errors import OutsideRaster
from ...backend.geo.ground_size import Ground
from ...backend.stages import Grid
from ..language import tr
from ..number_format import fixed

Size = tuple[int, int]  # width, height in pixels
Metres = tuple[float, float]  # across and down

_SQUARE = 1.05  # sides that differ by less are shown as one


def pixel_m(grid: Grid, seen: Size) -> Optional[Metres]:
    """Of a picture of size `seen` that shows the whole grid, at its middle; None without a place on earth."""
    x, y = grid.width / 2, grid.height / 2
    try:
        ground = Ground(grid.crs)
    except OutsideRaster:  # none, or none that is known
        return None
    across = ground.length_m(grid.to_map(x - 0.5, y), grid.to_map(x + 0.5, y)) or 0.0
    down = ground.length_m(grid.to_map(x, y - 0.5), grid.to_map(x, y + 0.5)) or 0.0
    metres = across * grid.width / seen[0], down * grid.height / seen[1]
    return metres if all(math.isfinite(side) and side > 0 for side in metres) else None


def size_text(metres: Metres) -> str:
    """«3.20 m», or «3.20 m × 4.10 m» where the sides differ."""
    across, down = metres
    if max(metres) <= _SQUARE * min(metres):
        return length_text(math.sqrt(across * down))
    return f"{length_text(across)} × {length_text(down)}"


def length_text(metres: float) -> str:
    if metres < 1:
        return tr("{length} cm").format(length=_rounded(100 * metres))
    if metres < 1000:
        return tr("{length} m").format(length=_rounded(metres))
    return tr("{length} km").format(length=_rounded(metres / 1000))


def _rounded(length: float) -> str:
    """To two digits: no picture is more exact."""
    return fixed(length, 1 if length < 10 else 0)
