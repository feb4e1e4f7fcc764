"""Cases to figures, each with the bootstrap's 95 % interval.

Every figure is one sum over the cases divided by another, so all of them are drawn again from the same cases:
intervals are paired, also those of the difference between two runs. Shapes: N cases, K figures, R resamples.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .cases import Case
from .scoring import THRESHOLDS, Score, reaches

RESAMPLES = 2000
AT_ONCE = 100  # resamples, so that 16,000 cases need 13 MB
INTERVAL = (0.025, 0.975)
SEED = 0
OF_KINDS = ("gIoU", "cIoU", "P@0.5")  # the figures of a single class

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Figure:
    """A share of 1; None where no case bears on it."""

    value: float | None
    low: float | None
    high: float | None
    cases: int  # that bear on it


@dataclass(frozen=True)
class Ratio:
    """One figure before it is summed up; both (N,)."""

    above: Numbers
    below: Numbers


def figures(cases: Sequence[Case], policy: str) -> dict[str, Figure]:
    """By name, of all cases together."""
    return _figures(ratios(cases, policy))


def figures_by_kind(cases: Sequence[Case], policy: str) -> dict[str, dict[str, Figure]]:
    """gIoU, cIoU and P@0.5 of each class, where there is something to find."""
    kinds = sorted({case.kind for case in cases if case.expects})
    return {kind: _figures(_ratios_of_kind(cases, policy, kind)) for kind in kinds}


def differences(ours: Sequence[Case], theirs: Sequence[Case], policy: str) -> dict[str, Figure]:
    """Ours less theirs; the same cases in the same order."""
    first, second = ratios(ours, policy), ratios(theirs, policy)
    drawn = _drawn([*first.values(), *second.values()])
    return {
        name: _figure(
            _difference(_value(first[name]), _value(second[name])),
            drawn[:, index] - drawn[:, len(first) + index],
            int(((first[name].below > 0) & (second[name].below > 0)).sum()),
        )
        for index, name in enumerate(first)
    }


def mean(values: Numbers) -> Figure:
    """Of one number a case, (N,)."""
    return _figures({"mean": Ratio(values, np.ones(len(values)))})["mean"]


def ratios(cases: Sequence[Case], policy: str) -> dict[str, Ratio]:
    scores = [case.scores[policy] for case in cases]
    expects = np.array([case.expects for case in cases], float)
    named = dict(_of_scores(scores, policy))
    overlap = named["gIoU"]
    named["gIoU with target"] = Ratio(overlap.above * expects, overlap.below * expects)
    outside = np.array([case.is_outside for case in cases], float)
    named |= _of_empty_answers(cases, expects, (1 - expects) * (1 - outside), outside)
    named["readable"] = Ratio(np.array([case.readable for case in cases], float), np.ones(len(cases)))
    return named


def _of_empty_answers(
    cases: Sequence[Case], there: Numbers, absent: Numbers, outside: Numbers
) -> dict[str, Ratio]:
    """«None» and «I do not know» apart: of things that are there, absent, and outside of what is labelled."""
    none = np.array([case.says_none for case in cases], float)
    unknown = np.array([case.is_unknown for case in cases], float)
    kinds = {"target": there, "no target": absent}
    shares = {f"{name}, said unknown": Ratio(unknown * kind, kind) for name, kind in kinds.items()}
    shares["target, said none"] = Ratio(none * there, there)
    shares["no target, said so"] = Ratio(none * absent, absent)
    if outside.any():
        shares["outside, said unknown"] = Ratio(unknown * outside, outside)
        shares["outside, said none"] = Ratio(none * outside, outside)
    return shares


def _of_scores(scores: Sequence[Score], policy: str) -> Iterator[tuple[str, Ratio]]:
    ious = np.array([score.iou or 0.0 for score in scores])
    yield "gIoU", Ratio(ious, np.array([score.iou is not None for score in scores], float))
    summed = np.array([score.summed for score in scores], float)
    both = np.array([score.intersection for score in scores], float)
    either = np.array([score.union for score in scores], float)
    yield "cIoU", Ratio(both * summed, either * summed)
    drawn = np.array([score.drawn for score in scores], float)
    for threshold in THRESHOLDS:
        high = np.array([reaches(policy, iou, threshold) for iou in ious], float)
        yield f"P@{threshold}", Ratio(high * drawn, drawn)


def _ratios_of_kind(cases: Sequence[Case], policy: str, kind: str) -> dict[str, Ratio]:
    members = [case for case in cases if case.kind == kind and case.expects]
    every = dict(_of_scores([case.scores[policy] for case in members], policy))
    return {name: every[name] for name in OF_KINDS}


def _figures(ratios: dict[str, Ratio]) -> dict[str, Figure]:
    drawn = _drawn(list(ratios.values()))
    return {
        name: _figure(_value(ratio), drawn[:, index], int((ratio.below > 0).sum()))
        for index, (name, ratio) in enumerate(ratios.items())
    }


def _drawn(ratios: Sequence[Ratio]) -> Numbers:
    """(R, K): every figure of cases drawn from the cases with replacement; NaN where none bears on it."""
    above = np.stack([ratio.above for ratio in ratios], axis=1)  # (N, K)
    below = np.stack([ratio.below for ratio in ratios], axis=1)
    rng, count = np.random.default_rng(SEED), len(above)
    parts = []
    for _ in range(RESAMPLES // AT_ONCE):
        picks = rng.integers(0, count, (AT_ONCE, count))
        times = np.stack([np.bincount(row, minlength=count) for row in picks]).astype(float)  # (AT_ONCE, N)
        with np.errstate(invalid="ignore"):  # 0 / 0
            parts.append((times @ above) / (times @ below))
    return np.concatenate(parts)


def _figure(value: float | None, drawn: Numbers, cases: int) -> Figure:
    known = drawn[np.isfinite(drawn)]
    if value is None or not len(known):
        return Figure(value, None, None, cases)
    low, high = np.quantile(known, INTERVAL)
    return Figure(value, float(low), float(high), cases)


def _value(ratio: Ratio) -> float | None:
    below = float(ratio.below.sum())
    return float(ratio.above.sum()) / below if below else None


def _difference(ours: float | None, theirs: float | None) -> float | None:
    return None if ours is None or theirs is None else ours - theirs
