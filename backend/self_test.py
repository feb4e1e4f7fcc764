"""Does everything work here? A bundled question about a generated landscape decides; real ones say more.

python -m askmap.backend.self_test

The landscape, its truth and what the bundled pair reaches on it come from
training/synthetic/self_test_raster.py. The real questions, from training/evaluation/shipped_questions.py,
tell how much the models are worth on real imagery: they are counted and decide nothing.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Callable, Optional

import numpy as np
from numpy.typing import NDArray

from .device_options import add_device_options
from .engine.kinds import reasoner_from
from .engine.loading import load_engine
from .engine.protocols import Engine, EngineSettings
from .errors import AskMapError, UnreadableAnswer
from .raster.reading import read_scene
from .resources import resources
from .segmenter.overlap import overlap_of
from .stages import Answer, GroundingOutcome, Question, Report, Scene, ignore

PLACE = resources("self_test")
REAL, QUESTIONS = resources("real_questions"), "questions.json"
DEMO = resources("sample", "santa_monica.tif")  # a real image that comes with AskMap
WHITE = 128  # and above, in a truth's PNG, is what the question asks for
LEAST_OVERLAP = 0.8  # of the bundled pair on its landscape; half precision moves borders only
RIGHT_IOU = 0.5  # and above, a real question is answered rightly
REAL_S = 60.0  # after which no further real question is asked


class Verdict(Enum):
    PASSED = "passed"
    FAILED = "failed"
    NOTHING_FOUND = "nothing found"
    UNKNOWN = "unknown"  # the reasoner says that it does not know what is asked for
    STOPPED = "stopped"


@dataclass(frozen=True, eq=False)
class SelfTestQuestion:
    scene: Scene
    question: Question
    truth: NDArray[np.bool_]  # (H, W)
    overlap: float  # of the bundled pair's answer with the truth, when this trial was made


@dataclass(frozen=True)
class RealQuestion:
    """One of REAL; read when it is asked."""

    picture: Path
    question: str
    outcome: GroundingOutcome  # that is right
    truth: Optional[Path] = None  # where something is to be found

    def read_truth(self) -> NDArray[np.bool_]:
        """(H, W); raises UnreadableRaster."""
        if self.truth is None:
            return np.zeros(read_scene(self.picture).valid.shape, np.bool_)
        return read_mask(self.truth)


@dataclass(frozen=True)
class RealScore:
    """How many real questions were answered rightly, were asked, and might have been."""

    right: int
    asked: int
    there: int


def read_self_test(folder: Path = PLACE) -> SelfTestQuestion:
    """Raises UnreadableRaster."""
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    return SelfTestQuestion(
        read_scene(folder / "landscape.png"),
        Question(expected["question"]),
        read_mask(folder / "truth.png"),
        expected["overlap"],
    )


def read_mask(path: Path) -> NDArray[np.bool_]:
    return np.asarray(read_scene(path).image[..., 0] >= WHITE)


def read_real_questions(folder: Path = REAL) -> tuple[RealQuestion, ...]:
    """Reads no picture yet."""
    rows = json.loads((folder / QUESTIONS).read_text(encoding="utf-8"))["questions"]
    return tuple(
        RealQuestion(
            folder / row["picture"],
            row["question"],
            GroundingOutcome(row["outcome"]),
            folder / row["truth"] if "truth" in row else None,
        )
        for row in rows
    )


def overlap_with(answer: Answer, truth: NDArray[np.bool_]) -> float:
    """0...1; 1 where nothing is to be found and nothing was."""
    return overlap_of(answer.masks.union, truth).iou(of_nothing=1.0)


def judge(answer: Answer, overlap: float, *, bundled: bool) -> Verdict:
    """The bundled pair must reach LEAST_OVERLAP on its own landscape; another model must only answer."""
    if bundled and overlap < LEAST_OVERLAP:
        return Verdict.FAILED
    return _VERDICTS[answer.grounding.outcome]


_VERDICTS = {
    GroundingOutcome.FOUND: Verdict.PASSED,
    GroundingOutcome.NONE: Verdict.NOTHING_FOUND,
    GroundingOutcome.UNKNOWN: Verdict.UNKNOWN,
}


def fair_questions(questions: Iterable[RealQuestion], *, bundled: bool) -> list[RealQuestion]:
    """What another model knows, nobody here can say: only the bundled pair must not know some things."""
    return [each for each in questions if bundled or each.outcome != GroundingOutcome.UNKNOWN]


def ask_real_questions(
    engine: Engine, questions: Iterable[RealQuestion], report: Report = ignore, within_s: float = REAL_S
) -> RealScore:
    """Those for which there is time, if each takes as long as the longest before it.

    Raises what the engine raises, but for UnreadableAnswer: that is a wrong answer.
    """
    left, begun = list(questions), time.perf_counter()
    there, right, longest_s = len(left), 0, 0.0
    while left and time.perf_counter() - begun + longest_s <= within_s:
        started = time.perf_counter()
        right += _is_right(engine, left.pop(0), report)
        longest_s = max(longest_s, time.perf_counter() - started)
    return RealScore(right, there - len(left), there)


def _is_right(engine: Engine, asked: RealQuestion, report: Report) -> bool:
    try:
        answer = engine.answer(read_scene(asked.picture), Question(asked.question), report)
    except UnreadableAnswer:
        return False
    outcome = answer.grounding.outcome
    if asked.outcome != GroundingOutcome.FOUND or outcome != GroundingOutcome.FOUND:
        return outcome == asked.outcome
    return overlap_with(answer, asked.read_truth()) >= RIGHT_IOU


# --- in the shell ---

DONE, FAILED, MODEL, INTERRUPTED = 0, 1, 4, 130  # exit codes, as `askmap ask` has them


def main(argv: Optional[Sequence[str]] = None, load: Callable[[EngineSettings], Engine] = load_engine) -> int:
    """The exit code: 0 where all is well."""
    arguments = _arguments(argv)
    settings = EngineSettings(
        arguments.reasoner, arguments.segmenter, arguments.device, dtype=arguments.dtype
    )
    bundled = settings == EngineSettings(device=settings.device, dtype=settings.dtype)
    try:
        verdict = _try(load(settings), bundled=bundled)
    except AskMapError as error:
        print(f"Failed: {error} {error.hint}".strip())
        return MODEL
    except KeyboardInterrupt:
        print("Stopped.")
        return INTERRUPTED
    return FAILED if verdict == Verdict.FAILED else DONE


def _try(engine: Engine, *, bundled: bool) -> Verdict:
    """Prints a line for the landscape and one for the real questions."""
    case = read_self_test()
    answer = engine.answer(case.scene, case.question)
    overlap = overlap_with(answer, case.truth)
    verdict = judge(answer, overlap, bundled=bundled)
    count = len(answer.grounding.targets)
    said = {
        GroundingOutcome.FOUND: f"{count} found, overlap with the truth {overlap:.2f}",
        GroundingOutcome.NONE: "found nothing in the generated landscape",
        GroundingOutcome.UNKNOWN: "the reasoner does not know what is asked for",
    }[answer.grounding.outcome]
    print(f"{'Failed' if verdict == Verdict.FAILED else 'Passed'}: {said}.", flush=True)
    score = ask_real_questions(engine, fair_questions(read_real_questions(), bundled=bundled))
    left = f" {score.there - score.asked} more were not asked: they take too long here."
    print(f"{score.right} of {score.asked} real questions right.{left if score.asked < score.there else ''}")
    return verdict


def _arguments(argv: Optional[Sequence[str]]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m askmap.backend.self_test", description=__doc__)
    parser.add_argument("--reasoner", type=reasoner_from, default=EngineSettings.reasoner)
    parser.add_argument("--segmenter", type=Path, default=EngineSettings.segmenter)
    add_device_options(parser)
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main())
