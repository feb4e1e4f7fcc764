"""How sure a reasoner may be: its likelihoods made a confidence on one half of a set, measured on the other.

    python -m askmap.training.calibrate resources/pocket/reasoner resources/pocket/segmenter open:val
    python -m askmap.training.calibrate REASONER SEGMENTER ../shared/datasets/open:val --count 600 --write

A target is right where its mask has an IoU of RIGHT_IOU or more with one of the things that answer. Of the
sets of shared/datasets/open the halves share no place; of other sets they are the first samples and the last.
With --write the map that was measured goes into the reasoner's askmap.json: then AskMap shows a confidence
with each of its targets. It holds for these weights and this set alone: a model that is trained on loses it.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from rich.console import Console
from rich.progress import track

from ...backend.engine.loading import load_engine
from ...backend.engine.protocols import Engine, EngineSettings
from ...backend.errors import UnreadableAnswer
from ...backend.models.askmap_json import Calibration, write_calibration
from ...backend.segmenter.overlap import overlap_of
from ...backend.stages import Answer, Box, Question
from ..data.samples import BadData, Mask, Sample
from ..data.truth import has_truth, true_mask, true_targets
from ..options import counted, run_command
from ..real.dataset import are_real
from ..real.stock import HALVES
from .asking import chosen_samples, place_and_split, question_of, scene_of
from .calibration import Bin, JudgedTargets, bins, confidences, fit_calibration, reliability

RIGHT_IOU = 0.5  # a target is right from here on, as in P@0.5
COUNT = 600  # questions, where nothing else is asked for
LEAST_TARGETS = 30  # of each half: with fewer, the error is mostly chance

Load = Callable[[EngineSettings], Engine]
Samples = Sequence[Sample]


def main(argv: Sequence[str] | None = None, load: Load = load_engine) -> int:
    arguments = _arguments(argv)
    if arguments.threads:
        torch.set_num_threads(arguments.threads)
    return run_command(lambda: _calibrate(arguments, load))


def _calibrate(arguments: argparse.Namespace, load: Load) -> None:
    """Figures go to the shell as JSON, a table to the user who looks on."""
    parts = halves(arguments.data, arguments.layout, arguments.count)
    engine = load(EngineSettings(arguments.reasoner, arguments.segmenter, arguments.device))
    fitted, measured = (_enough(judge(engine, part)) for part in parts)
    calibration = fit_calibration(fitted)
    print("\n".join(_lines(bins(confidences(calibration, measured), measured.right))), file=sys.stderr)
    print(json.dumps(_figures(calibration, fitted, measured), indent=2))
    if arguments.write:
        write_calibration(arguments.reasoner, calibration)


def halves(source: str, layout: str, count: int) -> tuple[Samples, Samples]:
    """What is fitted on and what is measured on, together some `count` questions; raises BadData."""
    place, split = place_and_split(source)
    if layout == "real" or (layout == "auto" and are_real(place)):
        names = (f"{place}:{split or 'val'}-{half}" for half in HALVES)
        first, second = (chosen_samples(name, "real", math.ceil(count / 2)) for name in names)
        return first, second
    samples = chosen_samples(source, layout, count)
    return samples[: len(samples) // 2], samples[len(samples) // 2 :]


def judge(engine: Engine, samples: Samples) -> JudgedTargets:
    """Of all targets of the answers to the samples' first questions; an unreadable answer has none."""
    likelihoods, right = list[tuple[float, float]](), list[bool]()
    for sample in track(samples, "Asking", console=Console(stderr=True)):
        for likelihood, is_right in _judged(engine, sample) if has_truth(sample) else ():
            likelihoods.append(likelihood)
            right.append(is_right)
    return JudgedTargets(np.array(likelihoods, np.float64).reshape(-1, 2), np.array(right, np.bool_))


def _judged(engine: Engine, sample: Sample) -> Iterator[tuple[tuple[float, float], bool]]:
    picture = sample.read_picture()
    things = things_of(sample, true_mask(sample, picture))
    question = Question(question_of(sample, "first"), earlier=sample.earlier)
    try:
        answer = engine.answer(scene_of(picture, sample.name), question)
    except UnreadableAnswer:
        return
    for target, is_right in zip(answer.grounding.targets, are_right(answer, things)):
        if target.likelihood is None:
            raise BadData(
                "{name} tells nothing of how likely its words are.", name=answer.provenance.reasoner
            )
        yield (target.likelihood.mean, target.likelihood.thought), is_right


def things_of(sample: Sample, truth: Mask) -> list[Mask]:
    """(H, W) each: what of the truth lies in the box of each thing; the whole where things are not known."""
    boxes = [target.box for target in true_targets(sample) if target.box]
    return [truth & _filled(box, truth.shape) for box in boxes]


def _filled(box: Box, shape: tuple[int, ...]) -> NDArray[np.bool_]:
    mask = np.zeros(shape, np.bool_)
    mask[math.floor(box.y0) : math.ceil(box.y1), math.floor(box.x0) : math.ceil(box.x1)] = True
    return mask


def are_right(answer: Answer, things: Sequence[Mask]) -> list[bool]:
    """Of each target."""
    return [
        any(overlap_of(mask, thing).iou(of_nothing=0.0) >= RIGHT_IOU for thing in things)
        for mask in answer.masks.masks
    ]


def _enough(judged: JudgedTargets) -> JudgedTargets:
    if len(judged.right) < LEAST_TARGETS:
        raise BadData(
            "The reasoner pointed at {count} things in one half of the set; {least} are due.",
            "Ask more questions with --count.",
            count=len(judged.right),
            least=LEAST_TARGETS,
        )
    return judged


def _figures(calibration: Calibration, fitted: JudgedTargets, measured: JudgedTargets) -> dict[str, object]:
    turned = confidences(fit_calibration(measured), fitted)
    return {
        "calibration": asdict(calibration),
        "fitted_on": len(fitted.right),
        "measured": asdict(reliability(confidences(calibration, measured), measured.right)),
        "halves_exchanged": asdict(reliability(turned, fitted.right)),
    }


def _lines(rows: Sequence[Bin]) -> Iterator[str]:
    """A table to look at: a line a bin."""
    yield "confidence  targets  mean   right"
    for row in rows:
        yield f"{row.low:.1f} to {row.high:.1f}  {row.targets:7}  {row.confidence:.3f}  {row.right:.3f}"


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m askmap.training.calibrate",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("reasoner", type=Path)
    add("segmenter", type=Path)
    add("data", help="a set, and its split after a colon")
    add("--layout", default="auto", help="as in askmap evaluate (default: %(default)s)")
    add("--count", type=counted, default=COUNT, help="questions (default: %(default)s)")
    add("--write", action="store_true", help="into the reasoner's askmap.json")
    add("--device", default="cpu")
    add("--threads", type=counted, help="torch's threads")
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main())
