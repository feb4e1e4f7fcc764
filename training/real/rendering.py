"""A window of a layout as a square picture, with a mask for every thing that can be seen in it.

S is the side in pixels; a view is square, whatever the proportions of its ground, because the reasoner sees
everything pressed into a square.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from .drawing import Affine, Mask, area_px, chained, filled, moved, scale_of, warped
from .kinds import base_kinds
from .layouts import Layout, LayoutWindow, Piece, quarter_turn, view_of
from .tiles import LabelledShape

MARGINS = ((255, 255, 255), (0, 0, 0), (128, 128, 128))  # an empty map, no data, a grey one
SEAM_PX = (0.0, 14.0)  # over which two tiles of a mosaic blend
GROUPED = {  # kinds that are one thing where they nearly touch: gap in pixels at S = 256
    "trees": 3, "flood": 2, "field": 2, "housing": 2, "commercial": 2, "marina": 2, "beach": 2, "parking": 0,
    "mobile_home_park": 2, "apron": 2, "airfield": 2, "tank_site": 2, "tennis_ground": 2, "ball_ground": 2,
    "intersection": 2, "interchange": 2, "riverside": 2,
}  # fmt: skip
LEAST_PX = 20  # of a thing, at S = 256, or nobody asks for it
LEAST_GROUP_PX = 60  # of a group of trees
LEAST_LEFT = 0.3  # of a thing within the view
LARGE = 0.02  # of the view: so much is enough of any thing


@dataclass(frozen=True, eq=False)
class RealThing:
    kind: str
    mask: Mask  # (S, S); things may cover each other: a car stands on a parking lot
    is_box: bool = False  # the mask is an ellipse in the box that is known
    is_asked: bool = True  # enough of it is seen


@dataclass(frozen=True, eq=False)
class RealView:
    image: NDArray[np.uint8]  # (S, S, 3), RGB
    things: tuple[RealThing, ...]
    known: frozenset[str]  # kinds of which all is labelled, or which are absent for sure
    shown: frozenset[str]  # kinds that may be asked for where they are, but never denied
    gsd_m: float  # ground resolution in the mean
    sets: tuple[str, ...]  # whence it comes
    sort: str = ""  # a name in views.SORTS

    @property
    def present(self) -> frozenset[str]:
        """Also kinds of which too little is left to ask for."""
        return frozenset(thing.kind for thing in self.things)

    def of_kind(self, kind: str) -> tuple[RealThing, ...]:
        return tuple(thing for thing in self.things if thing.kind == kind)


def render(layout: Layout, window: LayoutWindow, rng: Generator, side_px: int, sort: str = "") -> RealView:
    """The window as a square view; `rng` turns it, colours its margin and blends its seams."""
    place = view_of(window, quarter_turn(rng), side_px)
    margin = MARGINS[int(rng.integers(len(MARGINS)))]
    seen = [piece for piece in layout.pieces if _region(piece, place, side_px) is not None]
    image = _image(seen or layout.pieces[:1], place, side_px, margin, float(rng.uniform(*SEAM_PX)))
    things = tuple(_grouped([t for piece in seen for t in _things(piece, place, side_px)], side_px))
    known = frozenset.intersection(frozenset(base_kinds()), *(piece.tile.known for piece in seen))
    shown = frozenset.intersection(frozenset(base_kinds()), *(p.tile.known | p.tile.shown for p in seen))
    resolutions = [p.tile.gsd_m / scale_of(chained(place, p.place)) for p in seen or layout.pieces]
    sets = tuple(sorted({piece.tile.set for piece in seen}))
    return RealView(image, things, known, shown, float(np.mean(resolutions)), sets, sort)


def _region(piece: Piece, place: Affine, side_px: int) -> Mask | None:
    return filled(((piece.region,),), place, side_px)


def _image(
    pieces: list[Piece] | tuple[Piece, ...],
    place: Affine,
    side_px: int,
    margin: tuple[int, int, int],
    seam_px: float,
) -> NDArray[np.uint8]:
    """Each tile in its region; regions blend over the seam, and the margin stays sharp."""
    if len(pieces) == 1:
        whole = chained(place, pieces[0].place)
        return warped(pieces[0].tile.pixels(), whole, side_px, margin)
    total = np.zeros((side_px, side_px, 3), np.float32)
    weights = np.full((side_px, side_px), 1e-6, np.float32)
    covered = np.zeros((side_px, side_px), np.bool_)
    for piece in pieces:
        region = _region(piece, place, side_px)
        if region is None:
            continue
        weight = region.astype(np.float32)
        if seam_px > 1:
            size = 2 * int(seam_px / 2) + 1
            weight = np.asarray(cv2.blur(weight, (size, size)), np.float32)
        tile = warped(piece.tile.pixels(), chained(place, piece.place), side_px, margin)
        inside = filled(_frame(piece), chained(place, piece.place), side_px)
        weight *= inside if inside is not None else 0
        total += tile * weight[..., None]
        weights += weight
        covered |= region
    total /= weights[..., None]
    total[~covered] = margin
    return np.asarray(np.clip(total, 0, 255), np.uint8)


def _frame(piece: Piece) -> tuple[tuple[NDArray[np.float32]]]:
    width, height = piece.tile.width, piece.tile.height
    return ((np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32),),)


def _things(piece: Piece, place: Affine, side_px: int) -> list[RealThing]:
    """All that lies in the piece's region, and the region itself where it is of a scene class."""
    region = _region(piece, place, side_px)
    assert region is not None
    whole = chained(place, piece.place)
    things = [_thing(shape, whole, region, side_px) for shape in piece.tile.shapes]
    if piece.tile.scene:
        things.append(RealThing(piece.tile.scene, region))
    return [thing for thing in things if thing is not None]


def _thing(shape: LabelledShape, place: Affine, region: Mask, side_px: int) -> RealThing | None:
    low, high = _bounds(moved(shape.corners, place))
    if min(high) <= 0 or max(low) >= side_px:
        return None
    mask = filled(shape.parts, place, side_px)
    if mask is None:
        return None
    mask &= region
    seen = int(mask.sum())
    if not seen:
        return None
    enough = seen >= LARGE * side_px**2 or seen >= LEAST_LEFT * area_px(shape.parts, place)
    return RealThing(shape.kind, mask, shape.is_box, enough and seen >= LEAST_PX * (side_px / 256) ** 2)


def _bounds(corners: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    return corners.min(0), corners.max(0)


def _grouped(things: list[RealThing], side_px: int) -> list[RealThing]:
    """Things of the kinds in GROUPED that nearly touch become one."""
    alone = [thing for thing in things if thing.kind not in GROUPED]
    kinds = sorted({thing.kind for thing in things if thing.kind in GROUPED})
    for kind in kinds:
        alike = [thing for thing in things if thing.kind == kind]
        alone += _groups(
            kind, np.any([thing.mask for thing in alike], axis=0), side_px, all(t.is_box for t in alike)
        )
    return alone


def _groups(kind: str, union: Mask, side_px: int, is_box: bool) -> list[RealThing]:
    gap = round(GROUPED[kind] * side_px / 256)
    grown = union.astype(np.uint8)
    if gap:
        grown = np.asarray(cv2.dilate(grown, np.ones((gap + 1, gap + 1), np.uint8)), np.uint8)
    count, labels = cv2.connectedComponents(grown)
    least = LEAST_GROUP_PX * (side_px / 256) ** 2
    masks = [(labels == number) & union for number in range(1, count)]
    return [RealThing(kind, mask, is_box, mask.sum() >= least) for mask in masks if mask.any()]
