"""Views of real ground as Samples, fixed by seeds; those of val in wordings that are never trained.

    open_samples(Path("shared/datasets/open"), "val", "real")         any question
    open_samples(…, "val-unknown", "real")                            what no label here knows
    open_samples(…, "val-zoom", "real"), "val-mosaic", "val-crop", "val-whole"    one sort of views
    open_samples(…, "val-ucm_landuse", "real")                        one set
    open_samples(…, "val-car", "real")                                one kind, there or not
    open_samples(…, "val-even", "real"), "val-odd"                    halves that share no place

A folder is laid out as shared/datasets/open is. What covers more than MOST_COVER of its view is left out:
there «all of it» would be a good answer. Things that are known by their boxes alone are asked for only where
their set is chosen: their masks are ellipses in the boxes. The kind of a sample, for figures by class, is
«set: kind»; of what is not known, «outside».
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, partial
from itertools import count, islice
from pathlib import Path

import numpy as np

from ..data.reading import ReadOptions
from ..data.samples import OUTSIDE, BadData, LazySamples, Mask, Picture, Sample, Samples
from ..synthetic.questions import LandscapeQuestion
from .kinds import kinds
from .outside import THOUGHT, held_out_question, held_out_words
from .questions import MOST_COVER, absent_kinds, answerable, ask, ask_for
from .stock import HALVES
from .tiles import sources
from .views import SORTS, SPLITS, RealView, real_view

UNKNOWN = "unknown"
WORDINGS = {"train": "in", "val": "out"}
SIDE_PX = 256
KEPT = 8  # views; 1 MB each
MOST_TRIES = 2000  # views for one question
FIRST = 100_000_000  # seeds of evaluation; those of training are smaller


def are_real(place: Path) -> bool:
    """Never by itself: its folders are COCO sets too."""
    return place.is_dir() and any((place / name / "instances_val.json").is_file() for name in sources())


def real_samples(place: Path, split: str, reading: ReadOptions) -> Samples:
    """See above; a split is «val» or «train», and what is chosen of it after a hyphen. Raises BadData."""
    base, _, part = split.partition("-")
    known = ("", UNKNOWN, *SORTS, *HALVES, *sources(), *kinds())
    if base not in SPLITS or part not in known:
        raise BadData(
            "There are no real views «{split}», only val and val-{names}.",
            split=split,
            names=", val-".join(known[1:]),
        )
    side_px = reading.side_px or SIDE_PX
    if part == UNKNOWN:
        rows = [
            (FIRST + reading.first + number, number)
            for number in range(min(reading.count, len(held_out_words())))
        ]
        return LazySamples(rows, partial(_unknown, place, base, side_px))
    seeds = list(islice(_seeds(place, base, part, side_px, FIRST + reading.first), reading.count))
    return LazySamples(seeds, partial(_sample, place, base, part, side_px))


def _seeds(place: Path, split: str, part: str, side_px: int, first: int) -> Iterator[int]:
    """Of views that are asked about; raises BadData where too many are not."""
    missed = 0
    for seed in count(first):
        asked = _asked(place, split, part, side_px, seed)
        missed = 0 if asked else missed + 1
        if asked:
            yield seed
        elif missed > MOST_TRIES:
            raise BadData("{place} has too few views for «{part}».", place=place, part=part)


def _asked(
    place: Path, split: str, part: str, side_px: int, seed: int
) -> tuple[RealView, LandscapeQuestion] | None:
    only = part if part in (*SORTS, *HALVES, *sources()) else ""
    view = real_view(seed, place, split, side_px, varied=False, only=only)
    rng = np.random.default_rng(seed)
    if part in kinds():
        if part not in answerable(view) and (part not in absent_kinds(view) or rng.random() > 0.2):
            return None
        asked = ask_for(view, part, rng, WORDINGS[split])
    else:
        asked = ask(view, rng, WORDINGS[split])
    if asked.unknown or asked.mask.mean() > MOST_COVER or (part not in sources() and _is_boxed(asked, view)):
        return None
    return view, asked


def _is_boxed(asked: LandscapeQuestion, view: RealView) -> bool:
    """Whether something of the truth is an ellipse that nobody has drawn."""
    base = kinds()[asked.kind].base
    return bool(asked.targets) and any(thing.is_box for thing in view.things if thing.kind in base)


@lru_cache(maxsize=KEPT)
def _draw(place: Path, split: str, part: str, side_px: int, seed: int) -> tuple[RealView, LandscapeQuestion]:
    found = _asked(place, split, part, side_px, seed)
    assert found is not None  # _seeds has seen it
    return found


def _sample(place: Path, split: str, part: str, side_px: int, seed: int) -> Sample:
    view, asked = _draw(place, split, part, side_px, seed)
    arguments = (place, split, part, side_px, seed)
    return Sample(
        f"{split}-{part or 'any'}-{view.sort}-{seed}",
        (asked.question,),
        partial(_picture, *arguments),
        partial(_mask, *arguments),
        asked.targets,
        f"{'+'.join(view.sets)}: {asked.kind}",
        asked.thought,
    )


def _picture(place: Path, split: str, part: str, side_px: int, seed: int) -> Picture:
    return _draw(place, split, part, side_px, seed)[0].image.copy()


def _mask(place: Path, split: str, part: str, side_px: int, seed: int) -> Mask:
    return _draw(place, split, part, side_px, seed)[1].mask.copy()


def _unknown(place: Path, split: str, side_px: int, row: tuple[int, int]) -> Sample:
    """One of the words that are never trained, about any view."""
    seed, number = row
    question = held_out_question(number, np.random.default_rng(seed))
    picture = partial(_any_picture, place, split, side_px, seed)
    return Sample(f"{split}-unknown-{number}", (question,), picture, None, (), OUTSIDE, THOUGHT)


def _any_picture(place: Path, split: str, side_px: int, seed: int) -> Picture:
    return real_view(seed, place, split, side_px, varied=False).image
