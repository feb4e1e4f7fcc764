"""How good the bundled pair is, through the whole pipeline: text of the reasoner to masks of the segmenter.

    python -m askmap.training.evaluate questions --domain in --count 500
    python -m askmap.training.evaluate prompts instances.json IMAGES_FOLDER --count 300

gIoU is the mean of the per-image IoU, cIoU the sum of intersections over the sum of unions; an image where
neither truth nor answer has a pixel counts as IoU 1 (the policy of SegEarth-R1), an unreadable answer as 0.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from rich.progress import track

from ..backend.engine import POCKET, Engine, EngineSettings, Segmenter, load_engine
from ..backend.errors import AskMapError, UnreadableAnswer
from ..backend.segmenter import load_segmenter
from ..backend.stages import Box, Grid, Question, Scene, Target
from .bop import target_from
from .questions import Asked, ask
from .world import landscape

Mask = NDArray[np.bool_]

HELD_OUT = 0  # the first seed of evaluation; training begins at 1,000,000
SIDE_PX = 256
GRABCUT_ROUNDS = 5
RESAMPLES = 2000  # of the bootstrap


@dataclass(frozen=True)
class Case:
    """One question answered; the sums are in pixels."""

    kind: str
    readable: bool
    expects: bool  # a target
    found: bool  # a target
    intersection: int
    union: int
    seconds: float

    @property
    def iou(self) -> float:
        if not self.readable:
            return 0.0
        return self.intersection / self.union if self.union else 1.0


def scene_of(image: NDArray[np.uint8], source: str) -> Scene:
    """A picture without a place."""
    height, width = image.shape[:2]
    return Scene(image, np.ones((height, width), np.bool_), Grid(width, height, (1, 0, 0, 0, -1, 0)), source)


def answer_questions(engine: Engine, domain: str, count: int) -> Iterator[Case]:
    """The same questions for the same domain and count, one for each held-out landscape."""
    for seed in range(HELD_OUT, HELD_OUT + count):
        world = landscape(seed, domain, side_px=SIDE_PX)
        asked = ask(world, np.random.default_rng(seed), domain)
        yield _case(engine, scene_of(world.image, f"{domain} {seed}"), asked)


def _case(engine: Engine, scene: Scene, asked: Asked) -> Case:
    began = time.perf_counter()
    expects = bool(asked.targets)
    try:
        answer = engine.answer(scene, Question(asked.question))
    except UnreadableAnswer:
        return Case(asked.kind, False, expects, False, 0, int(asked.mask.sum()), time.perf_counter() - began)
    seconds, mask = time.perf_counter() - began, answer.masks.union
    both, either = int((mask & asked.mask).sum()), int((mask | asked.mask).sum())
    return Case(asked.kind, True, expects, bool(answer.grounding.targets), both, either, seconds)


def summary(cases: list[Case]) -> dict[str, float]:
    """Shares of 1; the interval is the bootstrap's 95 % of gIoU."""
    ious = np.array([case.iou for case in cases])
    draws = np.random.default_rng(0).choice(ious, (RESAMPLES, len(ious))).mean(1)
    empty = [case for case in cases if not case.expects]
    return {
        "gIoU": float(ious.mean()),
        "gIoU_low": float(np.quantile(draws, 0.025)),
        "gIoU_high": float(np.quantile(draws, 0.975)),
        "gIoU_with_target": float(np.mean([case.iou for case in cases if case.expects] or [0.0])),
        "cIoU": sum(case.intersection for case in cases) / max(1, sum(case.union for case in cases)),
        "no_target_right": float(
            np.mean([float(case.readable and not case.found) for case in empty] or [1.0])
        ),
        "readable": float(np.mean([case.readable for case in cases])),
        "seconds_median": float(np.median([case.seconds for case in cases])),
        "seconds_most": max(case.seconds for case in cases),
        "questions": float(len(cases)),
        **_by_kind(cases),
    }


def _by_kind(cases: list[Case]) -> dict[str, float]:
    kinds = sorted({case.kind for case in cases if case.expects})
    return {f"gIoU_{k}": float(np.mean([c.iou for c in cases if c.kind == k and c.expects])) for k in kinds}


@dataclass(frozen=True, eq=False)
class Instance:
    """One labelled object of a COCO file."""

    image: Path
    mask: Mask


def coco_instances(labels: Path, images: Path, count: int) -> Iterator[Instance]:
    """Every n-th polygon annotation, so that `count` of them spread evenly over the file."""
    content = json.loads(labels.read_text(encoding="utf-8"))
    files = {row["id"]: row for row in content["images"]}
    rows = [row for row in content["annotations"] if isinstance(row["segmentation"], list)]
    for index in np.linspace(0, len(rows) - 1, min(count, len(rows))).astype(int):
        file = files[rows[index]["image_id"]]
        mask = np.zeros((file["height"], file["width"]), np.uint8)
        for ring in rows[index]["segmentation"]:
            corners = np.array(ring).reshape(-1, 2) - 0.5  # cv2 counts from pixel centres
            cv2.fillPoly(mask, [np.round(corners * 16).astype(np.int32)], 1, shift=4)
        if mask.any():
            yield Instance(images / file["file_name"], mask.astype(np.bool_))


def prompted(segmenter: Segmenter, instances: list[Instance]) -> dict[str, float]:
    """Mean IoU of the segmenter, of the filled box and of GrabCut, all given the true box and two points."""
    ways: dict[str, Callable[[NDArray[np.uint8], Target], Mask]] = {
        "segmenter": lambda image, target: segmenter.segment(
            segmenter.encode(scene_of(image, "")), [target]
        ).masks[0],
        "filled_box": filled_box,
        "grabcut": grabcut,
    }
    ious: dict[str, list[float]] = {name: [] for name in ways}
    for instance in track(instances, "Prompting"):
        image, target = np.array(Image.open(instance.image).convert("RGB")), target_from(instance.mask)
        for name, way in ways.items():
            ious[name].append(iou(way(image, target), instance.mask))
    return {name: float(np.mean(values)) for name, values in ious.items()} | {"instances": len(instances)}


def iou(found: Mask, truth: Mask) -> float:
    return float((found & truth).sum() / max(1, (found | truth).sum()))


def filled_box(image: NDArray[np.uint8], target: Target) -> Mask:
    mask = np.zeros(image.shape[:2], np.bool_)
    x0, y0, x1, y1 = _corners(target.box)
    mask[y0:y1, x0:x1] = True
    return mask


def grabcut(image: NDArray[np.uint8], target: Target) -> Mask:
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


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m askmap.training.evaluate", description=__doc__)
    parser.add_argument("--threads", type=int, default=2, help="torch's threads")
    parser.add_argument("--segmenter", type=Path, default=POCKET / "segmenter")
    parser.add_argument("--count", type=int, default=500)
    ways = parser.add_subparsers(dest="way", required=True)
    questions = ways.add_parser("questions", help="generated landscapes, the whole pipeline")
    questions.add_argument("--domain", choices=("in", "out"), default="in")
    questions.add_argument("--reasoner", type=Path, default=POCKET / "reasoner")
    prompts = ways.add_parser("prompts", help="real pictures, the segmenter alone")
    prompts.add_argument("labels", type=Path, help="COCO JSON")
    prompts.add_argument("images", type=Path, help="folder of its pictures")
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    try:
        figures = _questions(arguments) if arguments.way == "questions" else _prompts(arguments)
    except AskMapError as error:
        print(f"{error} {error.hint}", file=sys.stderr)
        return 2
    print(json.dumps({name: round(value, 4) for name, value in figures.items()}, indent=2))
    return 0


def _questions(arguments: argparse.Namespace) -> dict[str, float]:
    engine = load_engine(EngineSettings(arguments.reasoner, arguments.segmenter, device="cpu"))
    cases = answer_questions(engine, arguments.domain, arguments.count)
    return summary(list(track(cases, "Asking", total=arguments.count)))


def _prompts(arguments: argparse.Namespace) -> dict[str, float]:
    instances = list(coco_instances(arguments.labels, arguments.images, arguments.count))
    return prompted(load_segmenter(arguments.segmenter, "cpu"), instances)


if __name__ == "__main__":
    sys.exit(main())
