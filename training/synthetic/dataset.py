"""Generated landscapes as Samples: endless, exact, and the same for the same seed.

Seeds below HELD_OUT are never trained on: recipes train on those above. A landscape is drawn when it is asked
for, about as fast as a picture is read; the last ones are kept, because question, picture and mask are asked
for in turn.
"""

from __future__ import annotations

from functools import lru_cache, partial
from pathlib import Path

import numpy as np

from ..data.reading import ReadOptions
from ..data.samples import BadData, LazySamples, Mask, Picture, Sample, Samples
from .crops import part_of
from .follow_ups import follow
from .landscape import landscape
from .looks import LOOKS
from .questions import LandscapeQuestion, ask

WHOLE, VIEWS, FOLLOWING = NAMES = ("landscapes", "views", "following")  # given in place of a folder
SIDE_PX = 256
HELD_OUT = 1_000_000  # seeds below it
KEPT = 8  # landscapes; 0.3 MB each


def are_landscapes(place: Path) -> bool:
    return str(place) in NAMES and not place.exists()


def landscapes(place: Path, split: str, reading: ReadOptions) -> Samples:
    """A split is a domain: «in», «out» or another one of LOOKS."""
    return landscape_samples(split, reading.count, reading.first, reading.side_px or SIDE_PX, str(place))


def landscape_samples(
    domain: str, count: int, first: int = 0, side_px: int = SIDE_PX, name: str = WHOLE
) -> Samples:
    """Item k is the landscape `first` + k and a question about it: what evaluation asks for that seed."""
    if domain not in LOOKS:
        raise BadData(
            "There are no landscapes «{domain}», only {names}.", domain=domain, names=", ".join(LOOKS)
        )
    return LazySamples(range(first, first + count), partial(_sample, name, domain, side_px))


def _sample(name: str, domain: str, side_px: int, seed: int) -> Sample:
    _, asked = _draw(name, domain, side_px, seed)
    return Sample(
        f"{domain}-{seed}",
        (asked.question,),
        partial(landscape_picture, name, domain, side_px, seed),
        partial(landscape_mask, name, domain, side_px, seed),
        asked.targets,
        asked.kind,
        asked.thought,
        asked.earlier,
    )


def landscape_picture(name: str, domain: str, side_px: int, seed: int) -> Picture:
    return _draw(name, domain, side_px, seed)[0].copy()


def landscape_mask(name: str, domain: str, side_px: int, seed: int) -> Mask:
    return _draw(name, domain, side_px, seed)[1].mask.copy()


@lru_cache(maxsize=KEPT)
def _draw(name: str, domain: str, side_px: int, seed: int) -> tuple[Picture, LandscapeQuestion]:
    world, rng = landscape(seed, domain, side_px=side_px), np.random.default_rng(seed)
    world = part_of(world, rng) if name == VIEWS else world
    return world.image, (follow if name == FOLLOWING else ask)(world, rng, domain)
