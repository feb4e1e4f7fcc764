"""A view of real ground, with what can be seen in it and what is sure not to be there.

    view = real_view(7, Path("open"), "train")

Views are mosaics of scene tiles, zooms onto one thing, and parts or all of one picture, in the shares of
SORTS. The same seed gives the same view for ever.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.random import Generator

from ..synthetic.landscape import KINDS as GENERATED
from ..synthetic.landscape import Landscape
from .layouts import (
    Layout,
    LayoutWindow,
    beside_window,
    crop_window,
    mosaic,
    of_kind,
    single,
    whole_window,
    zoom_window,
)
from .light import relit
from .pasting import with_pasted
from .rendering import RealThing as RealThing  # parts of this module's face
from .rendering import RealView as RealView
from .rendering import render
from .stock import Stock, stock
from .tiles import Tile, sources

SORTS = {"mosaic": 0.37, "zoom": 0.39, "crop": 0.17, "whole": 0.07}
SPLITS = ("train", "val")
PASTED = 0.3  # of the views get things from elsewhere, where some fit
# Shares of the zooms that look at the ground beside all things of their kind, by kind
BESIDE, BESIDE_OTHERS = {"trees": 0.5, "road": 0.5, "building": 0.4, "car": 0.35, "water": 0.3}, 0.15


def real_view(
    seed: int, folder: Path, split: str, side_px: int = 256, *, varied: bool = True, only: str = ""
) -> RealView:
    """A view of `folder`, which is laid out as shared/datasets/open is; raises BadData.

    `varied` sets things onto other ground, and changes light, colours and sharpness; `only` is a name in
    SORTS, a set in sources.toml or one of HALVES.
    """
    rng = np.random.default_rng((seed, 1 + SPLITS.index(split)))  # numpy: (seed, 0) would be as seed alone
    sort = str(rng.choice(list(SORTS), p=list(SORTS.values())))
    sort = only if only in SORTS else sort
    tiles = stock(folder, split, "" if only in SORTS else only)
    layout, window = _chosen(sort, tiles, rng)
    view = render(layout, window, rng, side_px, sort)
    if not varied:
        return view
    view = with_pasted(view, tiles, rng) if rng.random() < PASTED else view
    return replace(view, image=relit(view.image, rng))


def landscape_view(world: Landscape) -> RealView:
    """A generated landscape as a view: of its twelve kinds everything is known."""
    things = tuple(
        RealThing(thing.kind, world.mask(thing)) for thing in world.things if thing.kind in GENERATED
    )
    hidden = {*world.kinds & set(GENERATED)} - {thing.kind for thing in things}
    return RealView(world.image, things, frozenset(GENERATED) - hidden, frozenset(), 0.5, ("landscapes",))


def _chosen(sort: str, tiles: Stock, rng: Generator) -> tuple[Layout, LayoutWindow]:
    if sort == "mosaic" and tiles.by_scene:
        layout = mosaic(tiles, rng)
        return layout, (whole_window if rng.random() < 0.6 else crop_window)(layout, rng)
    if sort == "zoom" and tiles.by_kind:
        kind = str(rng.choice(sorted(tiles.by_kind)))
        tile = tiles.by_kind[kind][int(rng.integers(len(tiles.by_kind[kind])))]
        window = zoom_window(single(tile), of_kind(tile, kind, rng), rng)
        beside = (
            beside_window(window, tile, kind, rng) if rng.random() < BESIDE.get(kind, BESIDE_OTHERS) else None
        )
        return single(tile), beside or window
    layout = single(_any_tile(tiles, rng))
    return layout, (whole_window if sort == "whole" else crop_window)(layout, rng)


def _any_tile(tiles: Stock, rng: Generator) -> Tile:
    names = list(tiles.by_set)
    shares = np.array([sources()[name].share for name in names])
    group = tiles.by_set[str(rng.choice(names, p=shares / shares.sum()))]
    return group[int(rng.integers(len(group)))]
