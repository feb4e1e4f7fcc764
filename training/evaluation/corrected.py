"""How much clicks mend: a prompt, and then click after click into the middle of what is most wrong.

    python -m askmap.training.corrected landscapes:in --count 40
    python -m askmap.training.corrected landscapes:out --segmenter runs/pocket-segmenter-10/model

Every thing of a landscape that training never saw is asked for with its box, with a box that is wider by a
quarter of each side, and with one point alone. The intervals are the bootstrap's 95 % over the things.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch

from ...backend.engine.protocols import POCKET, Segmenter
from ...backend.models.device import choose_device
from ...backend.segmenter.overlap import overlap_of
from ...backend.segmenter.sam2 import load_segmenter
from ...backend.stages import Box, Target
from ..data.parts import target_from
from ..data.samples import Mask
from ..options import counted, run_command
from ..synthetic.clicks import next_click, with_click
from ..synthetic.landscape import Landscape, landscape
from ..synthetic.looks import LOOKS
from .asking import scene_of
from .metrics import Figure, mean

FIRST = 600_000  # below HELD_OUT; no figure was chosen on these
SIDE_PX = 256
LEAST_PX = 150  # of a thing; smaller ones need no second click
LOOSE = 0.25


def prompts_for(mask: Mask) -> dict[str, Target]:
    truth = target_from(mask)
    assert truth.box is not None
    b, w, h = truth.box, truth.box.x1 - truth.box.x0, truth.box.y1 - truth.box.y0
    loose = Box(b.x0 - LOOSE * w, b.y0 - LOOSE * h, b.x1 + LOOSE * w, b.y1 + LOOSE * h)
    return {"box": Target(b), "loose box": Target(loose), "point": Target(points=truth.points[:1])}


def corrected_by_clicks(
    segmenter: Segmenter, worlds: Sequence[Landscape], clicks: int
) -> dict[str, list[list[float]]]:
    """By prompt: for every thing its IoU before the first click and after each one."""
    ious: dict[str, list[list[float]]] = {}
    for world in worlds:
        encoded = segmenter.encode(scene_of(world.image, ""))
        for mask in (world.mask(thing) for thing in world.things):
            if mask.sum() >= LEAST_PX:
                for name, target in prompts_for(mask).items():
                    drawn = _drawn(segmenter, encoded, target, mask)
                    ious.setdefault(name, []).append([value for value, _ in zip(drawn, range(clicks + 1))])
    return ious


def _drawn(segmenter: Segmenter, encoded: object, target: Target, truth: Mask) -> Iterator[float]:
    """The IoU with no click, with one, with two ...; where no click is worth it, that of before."""
    while True:
        found = segmenter.segment(encoded, [target]).masks[0]
        yield overlap_of(found, truth).iou(of_nothing=0.0)
        if click := next_click(found, truth):
            target = with_click(target, click)


def figures(ious: dict[str, list[list[float]]]) -> dict[str, list[Figure]]:
    """Means by prompt and number of clicks."""
    return {name: [mean(np.array(column)) for column in zip(*rows)] for name, rows in ious.items()}


def main(argv: Sequence[str] | None = None) -> int:
    arguments = _arguments(argv)
    torch.set_num_threads(arguments.threads)
    return run_command(lambda: _measure(arguments))


def _measure(arguments: argparse.Namespace) -> None:
    segmenter = load_segmenter(arguments.segmenter, choose_device(arguments.device))
    seeds = range(FIRST, FIRST + arguments.count)
    domain = arguments.data.removeprefix("landscapes:")
    worlds = [landscape(seed, domain, side_px=SIDE_PX) for seed in seeds]
    found = figures(corrected_by_clicks(segmenter, worlds, arguments.clicks))
    print(json.dumps({name: [asdict(figure) for figure in row] for name, row in found.items()}, indent=2))


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m askmap.training.corrected", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("data", choices=[f"landscapes:{domain}" for domain in LOOKS])
    parser.add_argument("--segmenter", type=Path, default=POCKET / "segmenter")
    parser.add_argument("--count", type=counted, default=40, help="landscapes")
    parser.add_argument("--clicks", type=counted, default=3)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--threads", type=counted, default=1, help="of the CPU")
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main())
