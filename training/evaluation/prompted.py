"""How good a segmenter is by itself, on labelled pictures: given the true box and two points of one thing.

    python -m askmap.training.prompted instances.json IMAGES_FOLDER --count 300
    python -m askmap.training.prompted open/*/instances_val.json --each-class 100 --no-grabcut

Beside it, what costs nothing: the filled box, and OpenCV's GrabCut begun from the same box and points. The
intervals are the bootstrap's 95 % over the instances, those of a difference paired. The last name may be the
folder of the pictures; without one they are looked for beside each file.

Figures stand by class, too. The filled box's is the share of its box that a thing fills: where that is nearly
all, no segmenter can be much better. Annotations that are boxes only have no mask to compare with: they are
left out and counted, and so is a file that has no others.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from rich.console import Console
from rich.progress import track

from ...backend.engine.protocols import POCKET, Segmenter
from ...backend.models.device import choose_device
from ...backend.segmenter.overlap import overlap_of
from ...backend.segmenter.sam2 import load_segmenter
from ...backend.stages import Box, Target
from ..data.coco_instances import (
    Instance,
    OutlineRow,
    Outlines,
    drawn,
    read_instances,
    spread_by_kind,
    spread_evenly,
)
from ..data.image_files import read_picture
from ..data.parts import target_from
from ..data.samples import BadData, Mask, Picture
from ..options import counted, run_command
from .asking import scene_of
from .metrics import Figure, mean

GRABCUT_ROUNDS = 5
OURS, BOX, GRABCUT = "segmenter", "filled box", "GrabCut"
COUNT = 300  # instances of a file, where nothing else is asked for

Way = Callable[[Picture, Target], Mask]
Ious = Mapping[str, NDArray[np.float64]]  # (N,) by way


@dataclass(frozen=True, eq=False)
class Measured:
    """N instances."""

    kinds: NDArray[np.str_]  # (N,)
    ious: Ious

    def by_kind(self) -> dict[str, Ious]:
        """Without those whose class is not known."""
        known = sorted({str(kind) for kind in self.kinds} - {""})
        return {
            kind: {way: values[self.kinds == kind] for way, values in self.ious.items()} for kind in known
        }


class Encoder:
    """The segmenter's view of one picture, kept until another one is asked for."""

    def __init__(self, segmenter: Segmenter) -> None:
        self._segmenter = segmenter
        self._image: Path | None = None

    def picture(self, instance: Instance) -> Picture:
        """(H, W, 3); raises BadData."""
        if self._image != instance.image:
            self._picture, self._image = read_picture(instance.image), instance.image
            self._encoded = self._segmenter.encode(scene_of(self._picture, ""))
        if self._picture.shape[:2] != instance.mask.shape:
            raise BadData("The picture {image} has another size than its labels say.", image=instance.image)
        return self._picture

    def mask(self, picture: Picture, target: Target) -> Mask:
        """Of a target in the picture that was asked for last."""
        return np.asarray(self._segmenter.segment(self._encoded, [target]).masks[0])


def prompted(segmenter: Segmenter, instances: Iterable[Instance], *, with_grabcut: bool = True) -> Measured:
    """A picture is encoded once for instances of it that follow each other; raises BadData."""
    encoder = Encoder(segmenter)
    ways: dict[str, Way] = {OURS: encoder.mask, BOX: filled_box}
    if with_grabcut:
        ways[GRABCUT] = grabcut
    kinds, ious = list[str](), {name: list[float]() for name in ways}
    for instance in instances:
        picture, target = encoder.picture(instance), target_from(instance.mask)
        kinds.append(instance.kind)
        for name, way in ways.items():
            ious[name].append(overlap_of(way(picture, target), instance.mask).iou(of_nothing=0.0))
    return Measured(np.array(kinds, np.str_), {name: np.array(values) for name, values in ious.items()})


def figures(ious: Ious) -> dict[str, Figure]:
    """The mean of each way, and by how much the segmenter is better than each of the others."""
    means = {name: mean(values) for name, values in ious.items()}
    others = [name for name in ious if name != OURS]
    return means | {f"{OURS} - {name}": mean(ious[OURS] - ious[name]) for name in others}


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
    """Figures go to the shell as JSON, a table of the classes to the user who looks on."""
    rows, boxes_only = _chosen(arguments)
    segmenter = load_segmenter(arguments.segmenter, choose_device(arguments.device))
    console = Console(stderr=True)
    instances = filter(None, map(drawn, track(rows, "Prompting", console=console)))
    measured = prompted(segmenter, instances, with_grabcut=arguments.grabcut)
    if not len(measured.kinds):
        raise BadData("None of the {count} outlines covers a pixel.", count=len(rows))
    classes = {kind: figures(ious) for kind, ious in measured.by_kind().items()}
    if classes:
        print("\n".join(_lines(classes)), file=sys.stderr)
    plain = {name: asdict(figure) for name, figure in figures(measured.ious).items()}
    by_class = {kind: {n: asdict(f) for n, f in named.items()} for kind, named in classes.items()}
    print(json.dumps({**plain, "classes": by_class, "boxes_only": boxes_only}, indent=2))


def _chosen(arguments: argparse.Namespace) -> tuple[list[OutlineRow], int]:
    """The outlines of all files, and how many annotations have a box only."""
    files, images = _files(arguments.labels)
    read = [read_instances(file, images) for file in files]
    if not any(found.rows for found in read):
        raise _without_outlines(files[0], read[0].boxes_only)
    rows = list[OutlineRow]()
    for file, found in zip(files, read):
        if not found.rows:
            print(f"{file} has {_without(found)}: it is left out.", file=sys.stderr)
        each = arguments.each_class
        some = spread_by_kind(found.rows, each) if each else spread_evenly(found.rows, arguments.count)
        named = f"{file.resolve().parent.name}: " if len(files) > 1 else ""
        rows += [replace(row, kind=f"{named}{row.kind}" if row.kind else "") for row in some]
    return rows, sum(found.boxes_only for found in read)


def _files(names: Sequence[Path]) -> tuple[Sequence[Path], Path | None]:
    """The labels, and the folder of their pictures where the last name is one."""
    if len(names) > 1 and names[-1].suffix != ".json":
        return names[:-1], names[-1]
    return names, None


def _without(found: Outlines) -> str:
    return "boxes only" if found.boxes_only else "no annotation"


def _without_outlines(labels: Path, boxes: int) -> BadData:
    """Why nothing can be measured."""
    if boxes:
        return BadData(
            "{labels} has boxes only: none of its {count} annotations has a mask to compare with.",
            "Name a COCO file with polygons or runs of pixels.",
            labels=labels,
            count=boxes,
        )
    return BadData("{labels} holds no polygons.", "Name a COCO file with polygons.", labels=labels)


def _lines(classes: Mapping[str, Mapping[str, Figure]]) -> Iterator[str]:
    """A table to look at: a line a class, and one above them."""
    width = max(map(len, classes))
    yield f"{'':{width}} outlines  {OURS}  mask / box  difference"
    for kind, named in classes.items():
        ours, box, gain = (named[name] for name in (OURS, BOX, f"{OURS} - {BOX}"))
        means = f"{ours.cases:8}  {ours.value:9.3f}  {box.value:10.3f}"
        yield f"{kind:{width}} {means}  {gain.value:+.3f} ({gain.low:+.3f} to {gain.high:+.3f})"


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m askmap.training.prompted",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("labels", type=Path, nargs="+", metavar="NAME", help="COCO JSON; last, a folder of the pictures")
    add("--segmenter", type=Path, default=POCKET / "segmenter")
    add("--count", type=counted, default=COUNT, help="so many of each file (default: %(default)s)")
    add("--each-class", type=counted, metavar="N", help="so many of each class of each file instead")
    add("--no-grabcut", dest="grabcut", action="store_false", help="which takes most of the time")
    add("--device", default="cpu")
    add("--threads", type=counted, help="torch's threads")
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main())
