"""The tiles of a split, found by set, by scene and by what is in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ..data.samples import BadData
from .tiles import Tile, open_tiles

Tiles = tuple[Tile, ...]
# Of a split: no place lies in both, so what is fitted on one is measured on the other
HALVES = ("even", "odd")


@dataclass(frozen=True, eq=False)
class Stock:
    by_set: dict[str, Tiles]
    by_scene: dict[str, Tiles]
    by_kind: dict[str, Tiles]  # where things of it lie that may be asked for


@lru_cache(maxsize=16)
def stock(folder: Path, split: str, only: str = "") -> Stock:
    """Of shared/datasets/open, or one like it; `only` is a set or one of HALVES. Raises BadData."""
    tiles = open_tiles(folder, split)
    if only in HALVES:
        tiles = _half(tiles, only)
    elif only:
        tiles = tuple(tile for tile in tiles if tile.set == only)
    if not tiles and not only:
        raise BadData("{folder} holds no pictures of «{split}».", folder=folder, split=split)
    if not tiles:
        raise BadData("{folder} holds no «{split}» of {set}.", folder=folder, split=split, set=only)
    return stock_of(tiles)


def _half(tiles: Tiles, which: str) -> Tiles:
    """Every other place; those of one set are shared out evenly."""
    places = sorted({(tile.set, tile.place) for tile in tiles})
    chosen = set(places[HALVES.index(which) :: len(HALVES)])
    return tuple(tile for tile in tiles if (tile.set, tile.place) in chosen)


def stock_of(tiles: Tiles) -> Stock:
    return Stock(
        _grouped(tiles, lambda tile: (tile.set,)),
        _grouped(tiles, lambda tile: (tile.scene,) if tile.scene else ()),
        _grouped(tiles, _asked_kinds),
    )


def _asked_kinds(tile: Tile) -> Iterable[str]:
    return {shape.kind for shape in tile.shapes} & (tile.known | tile.shown)


def _grouped(tiles: Tiles, keys: Callable[[Tile], Iterable[str]]) -> dict[str, Tiles]:
    groups = defaultdict(list)
    for tile in tiles:
        for key in sorted(keys(tile)):
            groups[key].append(tile)
    return {key: tuple(group) for key, group in sorted(groups.items())}
