"""How good a segmenter is by itself, on labelled pictures: given the true box and two points of one thing.

    python -m askmap.training.prompted instances.json IMAGES_FOLDER --count 300

Beside it, what costs nothing: the filled box, and OpenCV's GrabCut begun from the same box and points. The
intervals are the bootstrap's 95 % over the instances, those of a difference paired.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from rich.console import Console
from rich.progress import track

from ...backend.engine.protocols import POCKET, Segmenter
from ...backend.models.device import choose_device
from ...backend.segmenter.overlap import overlap_of
from ...backend.segmenter.sam2 import load_segmenter
from ...backend.stages import Box, Target
from ..data.coco import Instance, coco_instances
from ..data.parts import target_from
from ..data.samples import BadData, Mask, Picture
from ..options import counted, run_command
from .asking import scene_of
from .metrics import Figure, mean

GRABCUT_ROUNDS = 5
OURS = "segmenter"

Way = Callable[[Picture, Target], Mask]


def prompted(segmenter: Segmenter, instances: Sequence[Instance]) -> dict[str, NDArray[np.float64]]:
    """The IoU of each instance (N,), by way; raises BadData."""
    ways: dict[str, Way] = {OURS: _way_of(segmenter), "filled box": filled_box, "GrabCut": grabcut}
    ious: dict[str, list[float]] = {name: [] for name in ways}
    for instance in track(instances, "Prompting", console=Console(stderr=True)):
        image, target = _picture(instance), target_from(instance.mask)
        for name, way in ways.items():
            ious[name].append(overlap_of(way(image, target), instance.mask).iou(of_nothing=0.0))
    return {name: np.array(values) for name, values in ious.items()}


def figures(ious: Mapping[str, NDArray[np.float64]]) -> dict[str, Figure]:
    """The mean of each way, and by how much the segmenter is better than each of the others."""
    means = {name: mean(values) for name, values in ious.items()}
    others = [name for name in ious if name != OURS]
    return means | {f"{OURS} - {name}": mean(ious[OURS] - ious[name]) for name in others}


def _picture(instance: Instance) -> Picture:
    try:
        with Image.open(instance.image) as image:
            picture = np.array(image.convert("RGB"))
    except OSError as error:
        raise BadData("The picture {image} cannot be read.", image=instance.image) from error
    if picture.shape[:2] != instance.mask.shape:
        raise BadData("The picture {image} has another size than its labels say.", image=instance.image)
    return picture


def _way_of(segmenter: Segmenter) -> Way:
    return lambda image, target: segmenter.segment(segmenter.encode(scene_of(image, "")), [target]).masks[0]


def filled_box(image: Picture, target: Target) -> Mask:
    mask = np.zeros(image.shape[:2], np.bool_)
    x0, y0, x1, y1 = _corners(target.box)
    mask[y0:y1, x0:x1] = True
    return mask


def grabcut(image: Picture, target: Target) -> Mask:
    """OpenCV's, begun from the box and told that both points are inside."""
    x0, y0, x1, y1 = _corners(target.box)
    labels = np.full(image.shape[:2], cv2.GC_BGD, np.uint8)
    labels[y0:y1, x0:x1] = cv2.GC_PR_FGD
    for point in target.points:
        labels[int(point.y), int(point.x)] = cv2.GC_FGD
    if (labels == cv2.GC_BGD).any():
        state = np.zeros((1, 65)), np.zeros((1, 65))
        cv2.grabCut(image[..., ::-1].copy(), labels, None, *state, GRABCUT_ROUNDS, cv2.GC_INIT_WITH_MASK)
    return np.asarray((labels == cv2.GC_FGD) | (labels == cv2.GC_PR_FGD))


def _corners(box: Box | None) -> tuple[int, int, int, int]:
    assert box is not None
    return int(box.x0), int(box.y0), int(box.x1), int(box.y1)


def main(argv: Sequence[str] | None = None) -> int:
    arguments = _arguments(argv)
    if arguments.threads:
        torch.set_num_threads(arguments.threads)
    return run_command(lambda: _measure(arguments))


def _measure(arguments: argparse.Namespace) -> None:
    instances = list(coco_instances(arguments.labels, arguments.images, arguments.count))
    if not instances:
        raise BadData(
            "{labels} holds no polygons.", "Name a COCO file with polygons.", labels=arguments.labels
        )
    segmenter = load_segmenter(arguments.segmenter, choose_device(arguments.device))
    found = figures(prompted(segmenter, instances))
    print(json.dumps({name: asdict(figure) for name, figure in found.items()}, indent=2))


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m askmap.training.prompted",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("labels", type=Path, help="COCO JSON")
    parser.add_argument("images", type=Path, help="folder of its pictures")
    parser.add_argument("--segmenter", type=Path, default=POCKET / "segmenter")
    parser.add_argument("--count", type=counted, default=300)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--threads", type=counted, help="torch's threads")
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main())
