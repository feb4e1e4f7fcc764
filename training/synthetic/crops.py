"""What a map shows of a landscape: a part of it, or all with a margin, in any proportions.

The reasoner sees everything pressed into a square, so a view is one too: things in it are stretched.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.random import Generator

from .landscape import Landscape, Thing

LEAST, MOST = 0.45, 1.3  # of the landscape's side; more than 1 leaves a margin
MARGINS = ((255, 255, 255), (0, 0, 0))  # an empty map, and where a raster has no data
LEAST_PX = 12  # of a thing
LEAST_LEFT = 0.3  # of a thing's visible pixels; with less it stays in the picture, but is not asked for


def part_of(world: Landscape, rng: Generator) -> Landscape:
    """A random view, as large as the landscape."""
    side = len(world.ids)
    width, height = rng.uniform(LEAST, MOST, 2) * side
    left = rng.uniform(*sorted((0, side - width)))
    top = rng.uniform(*sorted((0, side - height)))
    place = np.array([[side / width, 0, 0], [0, side / height, 0]])
    place[:, 2] = [-left * place[0, 0], -top * place[1, 1]]
    margin = MARGINS[int(rng.integers(len(MARGINS)))]
    image = cv2.warpAffine(world.image, place, (side, side), flags=cv2.INTER_LINEAR, borderValue=margin)
    ids = cv2.warpAffine(world.ids, place, (side, side), flags=cv2.INTER_NEAREST, borderValue=0)
    shown = Landscape(np.asarray(image, np.uint8), np.asarray(ids, np.uint8), world.things, world.kinds)
    stretch = place[0, 0] * place[1, 1]
    kept = tuple(thing for thing in world.things if _is_seen(shown, world, thing, stretch))
    return Landscape(shown.image, shown.ids, kept, world.kinds)


def _is_seen(shown: Landscape, world: Landscape, thing: Thing, stretch: float) -> bool:
    left, all_of_it = int(shown.mask(thing).sum()), int(world.mask(thing).sum()) * stretch
    return left >= max(LEAST_PX, LEAST_LEFT * all_of_it)
