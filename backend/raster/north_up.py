"""A scene as a map shows it: north up and east to the right, whatever way its raster was written.

Whole turns and mirrorings move pixels without changing one. A raster that lies askew is sampled anew, each
pixel from the one that lies there, so that no place moves by more than half of a pixel.
"""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from ..stages import Affine, Grid, Scene

ASKEW_DEGREES = 10.0  # less than this, and no «upper left» becomes another place
LONGEST_SIDE_PX = 3000  # what 2048 pixels become when they are turned by 45 degrees


def as_drawn(scene: Scene) -> Scene:
    """What a model is to see, so that «upper left» and «north» are where the user sees them."""
    scene = _upright(scene)
    if _degrees_askew(scene.grid.affine) <= ASKEW_DEGREES:
        return scene
    sampled = _sampled(scene)
    return sampled if sampled.valid.any() else scene  # of a needle, nothing might be left


def rows_downwards(scene: Scene) -> Scene:
    """Turned over where its rows run from south to north."""
    return _upside_down(scene) if scene.grid.affine[4] > 0 else scene


def _upright(scene: Scene) -> Scene:
    """As near to north up as turns by 90 degrees and mirrorings come."""
    a, b, _, d, e, _ = scene.grid.affine
    across, down = math.hypot(a, d), math.hypot(b, e)
    if abs(a) / across + abs(e) / down < abs(d) / across + abs(b) / down:
        scene = _transposed(scene)
    if scene.grid.affine[0] < 0:
        scene = _mirrored(scene)
    return rows_downwards(scene)


def _degrees_askew(affine: Affine) -> float:
    a, b, _, d, e, _ = affine
    return math.degrees(max(math.atan2(abs(d), abs(a)), math.atan2(abs(b), abs(e))))


def _transposed(scene: Scene) -> Scene:
    a, b, c, d, e, f = scene.grid.affine
    grid = Grid(scene.grid.height, scene.grid.width, (b, a, c, e, d, f), scene.grid.crs)
    image = np.ascontiguousarray(scene.image.swapaxes(0, 1))
    return replace(scene, image=image, valid=np.ascontiguousarray(scene.valid.T), grid=grid)


def _mirrored(scene: Scene) -> Scene:
    a, b, _, d, e, _ = scene.grid.affine
    c, f = scene.grid.to_map(scene.grid.width, 0)
    grid = replace(scene.grid, affine=(-a, b, c, -d, e, f))
    image = np.ascontiguousarray(scene.image[:, ::-1])
    return replace(scene, image=image, valid=np.ascontiguousarray(scene.valid[:, ::-1]), grid=grid)


def _upside_down(scene: Scene) -> Scene:
    a, b, _, d, e, _ = scene.grid.affine
    c, f = scene.grid.to_map(0, scene.grid.height)
    grid = replace(scene.grid, affine=(a, -b, c, d, -e, f))
    image = np.ascontiguousarray(scene.image[::-1])
    return replace(scene, image=image, valid=np.ascontiguousarray(scene.valid[::-1]), grid=grid)


def _sampled(scene: Scene) -> Scene:
    """In the upright rectangle around it."""
    grid = _around(scene.grid)
    image = np.zeros((grid.height, grid.width, 3), np.uint8)
    valid = np.zeros((grid.height, grid.width), np.bool_)
    (x0, y0), (x1, y1), _, (x2, y2) = (scene.grid.to_pixel(*corner) for corner in grid.footprint())
    across = (np.arange(grid.width) + 0.5) / grid.width
    for row in range(grid.height):
        down = (row + 0.5) / grid.height
        x = _whole(x0 + across * (x1 - x0) + down * (x2 - x0), scene.grid.width)
        y = _whole(y0 + across * (y1 - y0) + down * (y2 - y0), scene.grid.height)
        inside = (x >= 0) & (x < scene.grid.width) & (y >= 0) & (y < scene.grid.height)
        image[row, inside] = scene.image[y[inside], x[inside]]
        valid[row, inside] = scene.valid[y[inside], x[inside]]
    return replace(scene, image=image, valid=valid, grid=grid)


def _whole(places: NDArray[np.float64], size: int) -> NDArray[np.int64]:
    """The pixels that places lie in; -1 or `size` for all outside."""
    return np.asarray(np.floor(np.nan_to_num(places, nan=-1).clip(-1, size)), np.int64)


def _around(grid: Grid) -> Grid:
    """Square pixels as fine as the finer side of the grid's, unless that makes too many."""
    a, b, _, d, e, _ = grid.affine
    xs, ys = zip(*grid.footprint())
    width, height = max(xs) - min(xs), max(ys) - min(ys)
    step = max(min(math.hypot(a, d), math.hypot(b, e)), width / LONGEST_SIDE_PX, height / LONGEST_SIDE_PX)
    columns, rows = (max(1, math.ceil(side / step - 1e-6)) for side in (width, height))
    return Grid(columns, rows, (step, 0.0, min(xs), 0.0, -step, max(ys)), grid.crs)
