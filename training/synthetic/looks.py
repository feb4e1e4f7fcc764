"""How a generated landscape may look: colours, textures and scale, by domain.

`in` is what training sees. `out` is what only evaluation sees: other palettes, other noise, other scale.
`wild` paints every thing in a colour of its own, so that a segmenter learns edges and not colours.
`wide` is the broad warm-up of the reasoner: palettes of `in` that stray far, any muted ground, more scales.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

RGB = tuple[int, int, int]

_TEMPERATE: dict[str, tuple[RGB, ...]] = {
    "terrain": ((96, 120, 66), (118, 132, 82), (104, 112, 74)),
    "water": ((38, 66, 92), (52, 84, 100), (44, 72, 78)),
    "field": ((158, 150, 86), (134, 160, 70), (176, 152, 96)),
    "road": ((128, 128, 128), (148, 144, 138), (106, 106, 110)),
    "building": ((168, 84, 66), (186, 182, 178), (120, 76, 64), (210, 206, 198)),
    "pool": ((72, 190, 214), (96, 206, 220)),
    "court": ((58, 122, 84), (176, 96, 66), (64, 96, 158)),
    "tank": ((226, 226, 222), (206, 208, 210)),
    "ship": ((214, 214, 212), (150, 60, 54), (90, 96, 108)),
    "trees": ((42, 74, 36), (52, 86, 44), (36, 64, 40)),
    "parking": ((92, 92, 96), (110, 108, 106)),
    "runway": ((74, 74, 78), (88, 86, 86)),
    "airplane": ((236, 236, 238), (216, 220, 226)),
}

_DRY = _TEMPERATE | {
    "terrain": ((176, 156, 116), (164, 142, 104), (188, 170, 132)),
    "field": ((148, 146, 74), (120, 140, 64), (140, 112, 76)),
    "water": ((60, 100, 108), (72, 110, 104)),
    "trees": ((74, 86, 50), (64, 78, 44)),
    "building": ((206, 188, 160), (226, 218, 204), (150, 104, 82)),
}

_AUTUMN = _TEMPERATE | {
    "terrain": ((132, 118, 72), (120, 116, 64), (110, 98, 66)),
    "trees": ((132, 84, 36), (112, 92, 38), (94, 72, 34)),
    "field": ((112, 84, 58), (128, 98, 66), (174, 160, 108)),
}

_COAST = _TEMPERATE | {
    "terrain": ((190, 180, 146), (140, 152, 98), (176, 166, 128)),
    "water": ((30, 92, 122), (24, 74, 110), (48, 118, 132)),
    "building": ((232, 230, 226), (190, 98, 74), (168, 170, 176)),
}

_WINTER = _TEMPERATE | {
    "terrain": ((214, 218, 226), (200, 206, 216)),
    "field": ((186, 178, 162), (170, 172, 150)),
    "trees": ((58, 62, 54), (46, 56, 52)),
    "water": ((22, 34, 48), (30, 44, 56)),
    "building": ((132, 60, 52), (104, 100, 104), (156, 128, 100)),
    "road": ((112, 112, 118), (96, 98, 104)),
}

_RED_DESERT = _TEMPERATE | {
    "terrain": ((170, 98, 62), (152, 84, 56), (186, 116, 76)),
    "field": ((96, 124, 58), (118, 138, 72)),
    "trees": ((66, 70, 40), (56, 66, 42)),
    "water": ((86, 96, 74), (70, 92, 84)),
    "building": ((222, 200, 170), (196, 150, 112), (238, 232, 222)),
    "road": ((140, 120, 106), (120, 112, 108)),
}

GREYS: tuple[RGB, ...] = ((224, 224, 220), (150, 150, 152), (84, 86, 90))  # of what no palette names


@dataclass(frozen=True)
class Distractors:
    """What makes things hard to tell from their surroundings, as real ones are."""

    faint: float  # share of things nearly in the colour of the ground around them
    clusters: float  # share of things that stand in a row of their like
    hollow: float  # share of things of which only the rim differs from the ground
    stains: int  # at most so many patches of another shade on a thing that has any
    clean: float  # share of things without such patches
    relief: float  # share of things with the light and dark of real imagery, where there is some
    litter: int  # at most so many patches of ground that are no thing


@dataclass(frozen=True)
class DomainLook:
    """How landscapes of one domain look. Ranges are (low, high) and drawn evenly, one value a landscape."""

    palettes: tuple[dict[str, tuple[RGB, ...]], ...] = field(hash=False)
    zoom: tuple[float, float]  # size of things against their usual size at 256 px a side
    grain: tuple[float, float]  # sensor noise, standard deviation in grey levels
    texture: tuple[float, float]  # ground texture, the same
    blur_px: tuple[float, float]
    tint: float  # largest shift of a whole colour channel, as a fraction
    jitter: int  # largest shift of one thing's colour, in grey levels
    wild: float = 0.0  # share of things in a colour of their own
    distractors: Distractors | None = None
    stray: float = 0.0  # deviation of a palette's colours, a kind and landscape, in grey levels
    landmarks: bool = False  # things of landmarks.py too
    any_ground: float = 0.0  # share of landscapes whose bare ground has some muted colour of its own

    def palette(self, rng: Generator) -> dict[str, tuple[RGB, ...]]:
        """One of `palettes`, as it looks in one landscape."""
        palette = self.palettes[int(rng.integers(len(self.palettes)))]
        if not self.stray:
            return palette
        strayed = {kind: _shifted(shades, rng.normal(0, self.stray, 3)) for kind, shades in palette.items()}
        return strayed | ({"terrain": _muted(rng)} if rng.random() < self.any_ground else {})

    def colour(self, rng: Generator, palette: dict[str, tuple[RGB, ...]], kind: str) -> RGB:
        if rng.random() < self.wild:
            r, g, b = rng.integers(10, 246, 3)
            return int(r), int(g), int(b)
        shades = palette.get(kind, GREYS)
        shade = shades[int(rng.integers(len(shades)))]
        shift = rng.integers(-self.jitter, self.jitter + 1, 3)
        r, g, b = (max(0, min(255, int(c + s))) for c, s in zip(shade, shift))
        return r, g, b


MOST_COLOURED = 0.45  # of a muted ground: how far its channels are apart, as a share of its brightness
GROUND_LEVELS = (60, 235)  # of a muted ground, from dark soil to sand in the sun


def _shifted(shades: tuple[RGB, ...], shift: NDArray[np.float64]) -> tuple[RGB, ...]:
    return tuple(_rgb(np.array(shade) + shift) for shade in shades)


def _muted(rng: Generator) -> tuple[RGB, ...]:
    """Three shades of one ground."""
    level, colour = rng.uniform(*GROUND_LEVELS), rng.uniform(0, MOST_COLOURED) * rng.dirichlet((1, 1, 1))
    ground = level * (1 - colour)
    return tuple(_rgb(ground + rng.normal(0, 9) + rng.normal(0, 3, 3)) for _ in range(3))


def _rgb(colour: NDArray[np.float64]) -> RGB:
    r, g, b = np.clip(colour, 0, 255).astype(int).tolist()
    return r, g, b


LOOKS: dict[str, DomainLook] = {
    "in": DomainLook((_TEMPERATE, _DRY, _AUTUMN, _COAST), (0.85, 1.2), (1, 5), (4, 12), (0.3, 0.9), 0.06, 10),
    "out": DomainLook((_WINTER, _RED_DESERT), (0.65, 1.45), (4, 9), (10, 20), (0.2, 1.3), 0.12, 18),
    "wild": DomainLook(
        (_TEMPERATE, _DRY, _COAST),
        zoom=(0.35, 1.3),
        grain=(0, 9),
        texture=(0, 20),
        blur_px=(0.2, 1.4),
        tint=0.15,
        jitter=24,
        wild=0.4,
        distractors=Distractors(
            faint=0.1, clusters=0.5, hollow=0.12, stains=3, clean=0.6, relief=0.4, litter=20
        ),
        landmarks=True,
    ),
    "wide": DomainLook(
        (_TEMPERATE, _DRY, _AUTUMN, _COAST),
        zoom=(0.6, 1.4),
        grain=(1, 8),
        texture=(4, 18),
        blur_px=(0.2, 1.2),
        tint=0.1,
        jitter=14,
        stray=18,
        any_ground=0.5,
    ),
}
