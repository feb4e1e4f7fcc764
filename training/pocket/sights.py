"""What can be seen where: the truth that teaches the vision tower directly.

For every patch of the picture: how much of it each kind covers, and where the thing that it shows lies.
Shapes: G x G patches, K kinds, C = 8 coordinates of a box and two points, each one of PLACES.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from ...backend.stages import Target
from ..data.parts import target_from
from ..real.kinds import base_kinds
from ..real.views import RealThing, RealView
from .tokenizer import PLACES, STEP

COORDINATES = 8
NOTHING = -1
LEAST_COVER = 0.12  # of a patch, or a thing is not what it shows

Covers = NDArray[np.float32]


def sights(view: RealView, grid: int) -> dict[str, Tensor]:
    """`kinds` (G, G, K): the covered share; `known` (K): absence is sure; `places` (G, G, C), or NOTHING."""
    covers = _covers(view.things, grid)
    return {
        "kinds": torch.from_numpy(_by_kind(view.things, covers, grid)),
        "known": torch.tensor([kind in view.known for kind in base_kinds()]),
        "places": torch.from_numpy(_places_shown(view.things, covers, len(view.image))),
    }


def _covers(things: Sequence[RealThing], grid: int) -> Covers:
    """How much of each patch each thing covers; (things, G, G)."""
    each = [
        cv2.resize(thing.mask.astype(np.float32), (grid, grid), interpolation=cv2.INTER_AREA)
        for thing in things
    ]
    return np.stack(each) if each else np.zeros((0, grid, grid), np.float32)


def _by_kind(things: Sequence[RealThing], covers: Covers, grid: int) -> Covers:
    """(G, G, K); things of one kind may overlap, so their shares are cut at 1."""
    shares = np.zeros((grid, grid, len(base_kinds())), np.float32)
    for thing, cover in zip(things, covers):
        shares[..., base_kinds().index(thing.kind)] += cover
    return shares.clip(max=1)


def _places_shown(things: Sequence[RealThing], covers: Covers, side_px: int) -> NDArray[np.int64]:
    """(G, G, C): of several things that cover a patch, the smallest is the one to see."""
    places = np.full((*covers.shape[1:], COORDINATES), NOTHING)
    if not len(covers):
        return places
    size = covers.sum((1, 2), keepdims=True)
    best = np.where(covers >= LEAST_COVER, covers / size, 0)
    rows = np.array([places_of(target_from(thing.mask), side_px) for thing in things])
    covered = best.max(0) > 0
    places[covered] = rows[best.argmax(0)[covered]]
    return places


def places_of(target: Target, side_px: int) -> list[int]:
    """Box and points as indices into PLACES."""
    assert target.box is not None
    values = [*target.box.corners, *(v for p in target.points for v in (p.x, p.y))]
    return [min(len(PLACES) - 1, max(0, round(v * 1000 / side_px / STEP))) for v in values]
