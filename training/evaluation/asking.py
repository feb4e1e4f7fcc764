"""Which questions a set holds, and the Case that an engine's answer to one becomes."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from ...backend.engine.protocols import Engine
from ...backend.errors import UnreadableAnswer
from ...backend.stages import Answer, Grid, Question, Scene
from ..data.reading import ReadOptions
from ..data.samples import OUTSIDE, LazySamples, Mask, Picture, Sample
from ..data.truth import has_truth, true_mask, without_masks
from ..sample_sets import open_samples
from ..synthetic.dataset import are_landscapes
from .cases import LETTERS, Case, packed
from .scoring import POLICIES, Masks

LANDSCAPES = 500  # asked about where no count says otherwise: they never end
SEED = 0  # of the questions, as Think2Seg-RS has it


def chosen_samples(source: str, layout: str, count: int | None) -> Sequence[Sample]:
    """The first landscapes, or `count` of a set's samples spread evenly over it; raises BadData.

    `source` is a path, or a path and a split after a colon.
    """
    path, split = place_and_split(source)
    usual = "in" if are_landscapes(path) else "val"
    samples = open_samples(path, split or usual, layout, ReadOptions(count=count or LANDSCAPES))
    return spread(samples, count)


def place_and_split(source: str) -> tuple[Path, str]:
    """(path, split); a path that is there is one, colons and all."""
    if ":" not in source or Path(source).exists():
        return Path(source), ""
    path, _, split = source.rpartition(":")
    return Path(path), split


def spread(samples: Sequence[Sample], count: int | None) -> Sequence[Sample]:
    """Every n-th, so that `count` of them spread evenly over all; made when they are asked for."""
    most = min(count or len(samples), len(samples))
    places = [int(index) for index in np.linspace(0, len(samples) - 1, most)]
    return LazySamples(places, samples.__getitem__)


def check_any_masked(samples: Sequence[Sample], source: str) -> None:
    """BadData where all are known by boxes alone; makes samples up to the first that is not."""
    if not any(map(has_truth, samples)):
        raise without_masks(source, samples[0])


def question_of(sample: Sample, which: str) -> str:
    """ "first", as SegEarth-R1 asks; "random", drawn for each sample by its name, whatever else is asked."""
    if which == "first":
        return sample.questions[0]
    return random.Random(f"{SEED} {sample.name}").choice(sample.questions)


def ask(engine: Engine, sample: Sample, text: str) -> Case:
    """One case; raises BadData. Only an answer that cannot be read is a case too: a bug stops the run."""
    picture = sample.read_picture()
    truth = true_mask(sample, picture)
    question = Question(text, earlier=sample.earlier)
    began = time.perf_counter()
    try:
        answer = engine.answer(scene_of(picture, sample.name), question)
    except UnreadableAnswer as error:
        return _unreadable_case(sample, text, truth, error, time.perf_counter() - began)
    return _case_of(sample, text, truth, answer, time.perf_counter() - began)


def scene_of(picture: Picture, source: str) -> Scene:
    """A picture that lies nowhere on the earth."""
    height, width = picture.shape[:2]
    return Scene(
        picture, np.ones((height, width), np.bool_), Grid(width, height, (1, 0, 0, 0, -1, 0)), source
    )


def _case_of(sample: Sample, question: str, truth: Mask, answer: Answer, seconds: float) -> Case:
    boxes = [target.box for target in answer.grounding.targets if target.box]
    return Case(
        name=sample.name,
        kind=sample.kind,
        question=question,
        expects=bool(truth.any()),
        found=len(answer.grounding.targets),
        scores={name: policy(truth, _scored(sample, answer)) for name, policy in POLICIES.items()},
        seconds=seconds,
        thought=answer.grounding.thought[:LETTERS],
        raw=answer.grounding.raw[:LETTERS],
        boxes=tuple(box.corners for box in boxes),
        size=(truth.shape[0], truth.shape[1]),
        mask=packed(answer.masks.union),
        is_unknown=answer.grounding.is_unknown,
    )


def _scored(sample: Sample, answer: Answer) -> Masks | None:
    """For the policies: «I do not know» about what the set has labels for is no mask, and no «none»."""
    wrong = answer.grounding.is_unknown and sample.kind != OUTSIDE
    return None if wrong else answer.masks.masks


def _unreadable_case(
    sample: Sample, question: str, truth: Mask, error: UnreadableAnswer, seconds: float
) -> Case:
    return Case(
        name=sample.name,
        kind=sample.kind,
        question=question,
        expects=bool(truth.any()),
        found=None,
        scores={name: policy(truth, None) for name, policy in POLICIES.items()},
        seconds=seconds,
        raw=error.raw[:LETTERS],
        error=str(error)[:LETTERS],
        size=(truth.shape[0], truth.shape[1]),
    )
