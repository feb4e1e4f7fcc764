"""The one door to every data set: a folder or a file on the user's disk becomes Samples.

    open_samples(Path("EarthReason"), "val")
    open_samples(Path("landscapes"), "out")
    check(samples)

Each layout has a module of its own that says what it reads. Opening reads texts only, and fetches nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from rich.progress import track

from ..backend.message import Message
from ..backend.stages import Target
from ..backend.validation import shown
from .data.bop import bop_samples, is_bop
from .data.coco import coco_samples, is_coco
from .data.earthreason import earthreason_samples, is_earthreason
from .data.geopackage import geopackage_samples, is_geopackage
from .data.geopixinstruct import geopix_samples, is_geopix
from .data.reading import AS_PUBLISHED, ReadOptions
from .data.refsegrs_risbench import is_refsegrs, is_risbench, refsegrs_samples, risbench_samples
from .data.rrsisd import is_refer, refer_samples
from .data.samples import BadData, Mask, Picture, Sample, Samples
from .real.dataset import are_real, real_samples
from .real.vhr10 import never, vhr10_samples
from .synthetic.dataset import are_landscapes, landscapes

MOST_FAULTS = 20  # that are told at once


@dataclass(frozen=True)
class SetLayout:
    fits: Callable[[Path], bool]  # by its files; opens no picture
    open: Callable[[Path, str, ReadOptions], Samples]  # a place, a split; raises BadData


LAYOUTS = {  # in this order they are tried
    "landscapes": SetLayout(are_landscapes, landscapes),
    "earthreason": SetLayout(is_earthreason, earthreason_samples),
    "rrsis-d": SetLayout(is_refer, refer_samples),
    "risbench": SetLayout(is_risbench, risbench_samples),
    "refsegrs": SetLayout(is_refsegrs, refsegrs_samples),
    "geopackage": SetLayout(is_geopackage, geopackage_samples),
    "geopixinstruct": SetLayout(is_geopix, geopix_samples),
    "bop": SetLayout(is_bop, bop_samples),
    "real": SetLayout(are_real, real_samples),
    "vhr10": SetLayout(never, vhr10_samples),
    "coco": SetLayout(is_coco, coco_samples),
}


def open_samples(
    place: Path, split: str = "train", layout: str = "auto", reading: ReadOptions = AS_PUBLISHED
) -> Samples:
    """A folder's or a file's samples, at least one, or generated ones by their name; raises BadData."""
    return _layout_of(place, layout).open(place, split, reading)


def _layout_of(place: Path, layout: str) -> SetLayout:
    if layout not in (*LAYOUTS, "auto"):
        raise BadData(
            "There is no layout «{layout}».",
            hint=Message("Choose auto, {names}.", names=", ".join(LAYOUTS)),
            layout=shown(layout),
        )
    if not place.exists() and not are_landscapes(place):
        raise BadData(
            "There is no {place}.", hint="Name a folder or a file with labels, or «landscapes».", place=place
        )
    if layout != "auto":
        return LAYOUTS[layout]
    for known in LAYOUTS.values():
        if known.fits(place):
            return known
    names = ", ".join(LAYOUTS)
    raise BadData(
        "{place} has none of the layouts that AskMap reads: {names}.",
        hint="Name its layout if you know better, or see backend/samples/bop_format.py for one to write.",
        place=place,
        names=names,
    )


def check(samples: Samples) -> None:
    """Reads everything once, with a progress bar; raises BadData at the first sample that is broken."""
    for fault in _faults(samples):
        raise fault


def faults(samples: Samples, most: int = MOST_FAULTS, *, place: str = "") -> list[BadData]:
    """What check() finds, and what it would find next; stops at so many. `place` is the set's."""
    return list(islice(_faults(samples, f"{place}: " if place else ""), most))


def _faults(samples: Samples, place: str = "") -> Iterator[BadData]:
    if not samples:
        yield BadData("{place}The set holds no sample.", place=place)
    seen: set[str] = set()
    for index in track(range(len(samples)), "Checking"):
        try:
            name = _look_at(samples[index], place)
        except BadData as fault:
            yield fault
            continue
        if name in seen:
            yield BadData("{place}The name «{name}» comes twice in the set.", place=place, name=shown(name))
        seen.add(name)


def _look_at(sample: Sample, place: str) -> str:
    """Its name; raises BadData."""
    picture = sample.read_picture()
    mask = sample.read_mask() if sample.read_mask else None
    if mask is not None:
        _compare(sample, picture, mask, place)
    height, width = picture.shape[:2]
    for number, target in enumerate(sample.targets or (), start=1):
        if not _lies_in(target, width, height):
            named = f"{place}Target {number} of {shown(sample.name)}"
            raise BadData(
                "{named} lies outside of its picture of {width} x {height} pixels.",
                named=named,
                width=width,
                height=height,
            )
    return sample.name


def _compare(sample: Sample, picture: Picture, mask: Mask, place: str) -> None:
    name, sizes = shown(sample.name), (picture.shape[:2], mask.shape)
    if sizes[0] != sizes[1]:
        raise BadData(
            "{place}The mask of {name} has another size than its picture: {size} and {other}.",
            place=place,
            name=name,
            size=sizes[1],
            other=sizes[0],
        )
    if sample.targets == () and mask.any():
        raise BadData(
            "{place}{name} says that nothing answers, but its mask holds {count} pixels.",
            place=place,
            name=name,
            count=mask.sum(),
        )
    if sample.targets and not mask.any():
        raise BadData(
            "{place}{name} has {count} targets, but an empty mask.",
            place=place,
            name=name,
            count=len(sample.targets),
        )


def _lies_in(target: Target, width: int, height: int) -> bool:
    box, points = target.box, target.points
    is_inside = box is None or (min(box.x0, box.y0) >= 0 and box.x1 <= width and box.y1 <= height)
    return is_inside and all(0 <= point.x < width and 0 <= point.y < height for point in points)
