"""What is true of a Sample: the mask, or the targets, that an answer is compared with."""

from __future__ import annotations

import numpy as np

from ...backend.stages import Target
from .parts import target_from
from .samples import BadData, Mask, Picture, Sample


def true_mask(sample: Sample, picture: Picture) -> Mask:
    """Everything that answers, (H, W); raises BadData where it does not fit the picture."""
    check_masked(sample)
    truth = sample.read_mask() if sample.read_mask else np.zeros(picture.shape[:2], np.bool_)
    if truth.shape != picture.shape[:2]:
        (height, width), (rows, columns) = picture.shape[:2], truth.shape
        raise BadData(
            "{name}: the picture has {width} x {height} pixels, its mask {columns} x {rows}.",
            name=sample.name,
            width=width,
            height=height,
            columns=columns,
            rows=rows,
        )
    return truth


def check_masked(sample: Sample) -> None:
    """Raises BadData for one that is known by boxes, or boxes and points, alone."""
    if not has_truth(sample):
        raise without_masks(sample.name, sample)


def without_masks(name: str, sample: Sample) -> BadData:
    """Of a sample, or of a set in which all are like it."""
    return BadData(
        "{name} has {known} only, but evaluation needs masks.",
        "Evaluate on a set that has masks.",
        name=name,
        known=known_by(sample),
    )


def has_truth(sample: Sample) -> bool:
    """Whether its mask is known; where nothing answers it is, without a file."""
    return sample.read_mask is not None or not sample.targets


def known_by(sample: Sample) -> str:
    """What its targets are known by: a box alone has no points, as in labels that were drawn as boxes."""
    pointed = [bool(target.points) for target in sample.targets or ()]
    return "boxes and points" if all(pointed) else "boxes and a few points" if any(pointed) else "boxes"


def true_targets(sample: Sample) -> tuple[Target, ...]:
    """Its BoP labels, or those that its mask gives; () where nothing answers."""
    if sample.targets is not None:
        return sample.targets
    assert sample.read_mask is not None  # a Sample has one of both
    mask = sample.read_mask()
    return (target_from(mask),) if mask.any() else ()
