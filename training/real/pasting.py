"""Things with hand-drawn outlines, cut out of their picture and set onto other real ground that fits them.

Edges are soft, and what is darker beside a thing comes along as its shadow. Pasted are only kinds of which
all is known in a view, so that a view is as true afterwards as it was before.
"""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from .drawing import Affine, Mask, filled, warped
from .rendering import RealThing, RealView
from .stock import Stock
from .tiles import LabelledShape, Tile

FITS = {  # on which kinds of ground a thing may be set
    "airplane": ("apron", "airfield", "field", "sand"),
    "ship": ("water",),
    "car": ("field", "airfield", "road", "sand", "apron"),
    "truck": ("field", "airfield", "road", "apron"),
    "tank": ("field", "ball_ground", "airfield"),
    "pool": ("field", "ball_ground", "sand"),
    "court": ("field", "ball_ground", "airfield"),
    "mobile_home": ("field", "airfield", "sand"),
    "diamond": ("field",),
}
FLAT = ("pool", "court", "diamond")  # cast no shadow: what is dark beside them is something else
GROUND = {ground for grounds in FITS.values() for ground in grounds}  # stays ground beneath what is pasted
MOST = 6  # of one kind
SCALES = (0.75, 1.35)  # against its true size
LEAST_SIDE, MOST_SIDE = 0.04, 0.4  # of the view's side
SET = "ucm_landuse"  # whose outlines are drawn by hand
DARK = 0.62  # of the brightness around a thing: what is darker is its shadow
SHADOW = 0.8  # how much of it is kept
REACH = 0.25  # how far it falls, against the square root of the thing's area
EDGE_PX = 0.8  # deviation of the blur of edges


def with_pasted(view: RealView, stock: Stock, rng: Generator) -> RealView:
    """The same view with some things of one kind more, where a kind fits its ground."""
    kinds = [kind for kind in FITS if kind in view.known and stock.by_kind.get(kind) and _ground(view, kind)]
    if not kinds:
        return view
    kind = str(rng.choice(kinds))
    sources = [tile for tile in stock.by_kind[kind] if tile.set == SET]
    if not sources:
        return view
    tile = sources[int(rng.integers(len(sources)))]
    for _ in range(int(rng.integers(1, MOST + 1))):
        view = _with_one(view, tile, kind, rng)
    return view


def _ground(view: RealView, kind: str) -> list[RealThing]:
    return [thing for thing in view.things if thing.kind in FITS[kind]]


def _with_one(view: RealView, tile: Tile, kind: str, rng: Generator) -> RealView:
    """The view as it is, where no place is free or what was drawn has no fitting size."""
    shapes = [shape for shape in tile.shapes_of(kind) if not _is_cut(shape, tile)]
    if not shapes:
        return view
    shape, side = shapes[int(rng.integers(len(shapes)))], len(view.image)
    scale = tile.gsd_m / view.gsd_m * rng.uniform(*SCALES)
    reach = float(np.ptp(shape.corners, axis=0).max()) * scale
    if not LEAST_SIDE * side <= reach <= MOST_SIDE * side:
        return view
    place = _free_place(view, kind, reach, rng)
    if place is None:
        return view
    return _set_down(view, tile, shape, _onto(shape, place, scale, rng))


def _is_cut(shape: LabelledShape, tile: Tile) -> bool:
    """By the edge of its picture: a half plane on a field is no plane."""
    low, high = shape.corners.min(0), shape.corners.max(0)
    return bool(min(low) < 3 or high[0] > tile.width - 3 or high[1] > tile.height - 3)


def _free_place(view: RealView, kind: str, reach: float, rng: Generator) -> tuple[int, int] | None:
    """(x, y) on fitting ground, far enough from its edge and from all other things."""
    free = np.any([thing.mask for thing in _ground(view, kind)], axis=0)
    for thing in view.things:
        if thing.kind not in GROUND:
            free &= ~thing.mask
    depth = cv2.distanceTransform(np.pad(free, 1).astype(np.uint8), cv2.DIST_L2, 3)[1:-1, 1:-1]
    ys, xs = np.nonzero(depth > 0.55 * reach)
    if not len(xs):
        return None
    chosen = int(rng.integers(len(xs)))
    return int(xs[chosen]), int(ys[chosen])


def _onto(shape: LabelledShape, place: tuple[int, int], scale: float, rng: Generator) -> Affine:
    """From the picture of the shape to the view: turned by any angle, its middle on the place."""
    angle = rng.uniform(0, 2 * np.pi)
    cos, sin = np.cos(angle) * scale, np.sin(angle) * scale
    matrix = np.array([[cos, -sin], [sin, cos]])
    middle = (shape.corners.min(0) + shape.corners.max(0)) / 2
    return np.column_stack([matrix, np.array(place) + 0.5 - matrix @ middle])


def _set_down(view: RealView, tile: Tile, shape: LabelledShape, place: Affine) -> RealView:
    side = len(view.image)
    mask = filled(shape.parts, place, side)
    inside = filled(((_frame(tile),),), place, side)
    if mask is None or inside is None:
        return view
    source = warped(tile.pixels(), place, side, (0, 0, 0))
    share = _opacity(source, mask, inside, with_shadow=shape.kind not in FLAT)[..., None]
    image = np.asarray(view.image * (1 - share) + source * share, np.uint8)
    others = [_hidden(thing, mask) for thing in view.things]
    things = (*(thing for thing in others if thing.mask.any()), RealThing(shape.kind, mask))
    return replace(view, image=image, things=things)


def _frame(tile: Tile) -> NDArray[np.float32]:
    width, height = tile.width, tile.height
    return np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)


def _opacity(
    source: NDArray[np.uint8], mask: Mask, inside: Mask, *, with_shadow: bool
) -> NDArray[np.float32]:
    """(S, S): 1 on the thing, less on its shadow and along its edge."""
    share = mask.astype(np.float32)
    if with_shadow:
        share = np.maximum(share, SHADOW * _shadow(source, mask, inside))
    return np.asarray(cv2.GaussianBlur(share, (0, 0), EDGE_PX) * inside, np.float32)


def _shadow(source: NDArray[np.uint8], mask: Mask, inside: Mask) -> Mask:
    """What is much darker than the ground around the thing."""
    reach = int(max(3, REACH * np.sqrt(mask.sum())))
    near = cv2.dilate(mask.astype(np.uint8), np.ones((2 * reach + 1, 2 * reach + 1), np.uint8)) > 0
    around = np.asarray(near & ~mask & inside)
    if not around.any():
        return around
    light = source.mean(-1)
    dark = (around & (light < DARK * np.median(light[around]))).astype(np.uint8)
    return np.asarray(cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8)) > 0)


def _hidden(thing: RealThing, mask: Mask) -> RealThing:
    """What is left of a thing beneath the pasted one; ground stays ground."""
    return thing if thing.kind in GROUND else replace(thing, mask=thing.mask & ~mask)
