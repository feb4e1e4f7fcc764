"""Generated landscapes as Samples: endless, exact, and the same for the same seed.

Seeds below 1,000,000 are held out: recipes train on those above. A landscape is drawn when it is asked for,
about as fast as a picture is read; the last ones are kept, because question, picture and mask are asked for
in turn.
"""

from __future__ import annotations

from functools import lru_cache, partial
from pathlib import Path

import numpy as np

from .layout import Reading
from .lazy import LazySamples
from .looks import LOOKS
from .questions import Asked, ask
from .samples import BadData, Mask, Picture, Sample, Samples
from .world import landscape

NAME = "landscapes"  # what is given for a folder
SIDE_PX = 256
KEPT = 8  # landscapes; 0.3 MB each


def are_landscapes(place: Path) -> bool:
    return place == Path(NAME) and not place.exists()


def landscapes(place: Path, split: str, reading: Reading) -> Samples:
    """A split is a domain: «in», «out» or another one of LOOKS."""
    return landscape_samples(split, reading.count, reading.first, reading.side_px or SIDE_PX)


def landscape_samples(domain: str, count: int, first: int = 0, side_px: int = SIDE_PX) -> Samples:
    """Item k is the landscape `first` + k and a question about it: what evaluation asks for that seed."""
    if domain not in LOOKS:
        raise BadData(f"There are no landscapes «{domain}», only {', '.join(LOOKS)}.")
    return LazySamples(range(first, first + count), partial(_sample, domain, side_px))


def _sample(domain: str, side_px: int, seed: int) -> Sample:
    _, asked = _drawn(domain, side_px, seed)
    return Sample(
        f"{domain}-{seed}",
        (asked.question,),
        partial(landscape_picture, domain, side_px, seed),
        partial(landscape_mask, domain, side_px, seed),
        asked.targets,
        asked.kind,
        asked.thought,
    )


def landscape_picture(domain: str, side_px: int, seed: int) -> Picture:
    return _drawn(domain, side_px, seed)[0].copy()


def landscape_mask(domain: str, side_px: int, seed: int) -> Mask:
    return _drawn(domain, side_px, seed)[1].mask.copy()


@lru_cache(maxsize=KEPT)
def _drawn(domain: str, side_px: int, seed: int) -> tuple[Picture, Asked]:
    world = landscape(seed, domain, side_px=side_px)
    return world.image, ask(world, np.random.default_rng(seed), domain)
