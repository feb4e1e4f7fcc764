"""What a reasoner's likelihoods are worth: fitted on some targets, measured on others.

A target is right with the share that a logistic map of its likelihood says (backend/models/askmap_json.py).
How far this is from the truth is the expected calibration error (arXiv:1706.04599), in BINS of equal width.
Shapes: N targets, F of the two features.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...backend.models.askmap_json import Calibration
from ...backend.stages import DOUBTFUL, Likelihood

BINS = 10
FEATURES = ((0, 1), (0,), (1,), ())  # columns of likelihoods; the most first
ROUNDS = 50  # of Newton's method, which needs some 8
RIDGE = 1e-3  # keeps weights finite where a feature parts right from wrong without an exception
LEAST_SPREAD = 0.1  # of a log-probability: smaller differences are no reason for larger weights
DRAWS = 1000  # of what chance alone would do to the error

Numbers = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class JudgedTargets:
    likelihoods: Numbers  # (N, 2): a Likelihood's mean and thought
    right: NDArray[np.bool_]  # (N,)


@dataclass(frozen=True)
class Reliability:
    """How a confidence did on N targets; shares and errors of 1."""

    targets: int
    right: float
    error: float  # expected calibration error, in BINS
    error_by_chance: float  # what it would be in the mean if each confidence were exactly true
    brier: float
    brier_of_share: float  # of one who always says the share that was right
    doubtful: int
    right_of_doubtful: float | None  # None where there are none
    right_of_others: float | None


@dataclass(frozen=True)
class Bin:
    low: float
    high: float
    targets: int
    confidence: float  # the mean
    right: float


def fit_calibration(judged: JudgedTargets) -> Calibration:
    """The likeliest map that rises with each likelihood; the share alone where none does better."""
    wanted = _smoothed(judged.right)
    shift, scale = judged.likelihoods.mean(0), np.maximum(judged.likelihoods.std(0), LEAST_SPREAD)
    features = (judged.likelihoods - shift) / scale
    tried = (_weights(features, wanted, columns) for columns in FEATURES)
    rising = [weights for weights in tried if (weights[1:] >= 0).all()]
    best = max(rising, key=lambda weights: _log_likelihood(features, wanted, weights))
    mean, thought = best[1:] / scale
    return Calibration(float(best[0] - (best[1:] / scale) @ shift), float(mean), float(thought))


def confidences(calibration: Calibration, judged: JudgedTargets) -> Numbers:
    """(N,)"""
    rows = (Likelihood(float(mean), float(thought)) for mean, thought in judged.likelihoods)
    return np.array([calibration.confidence(row) for row in rows], np.float64)


def reliability(confidence: Numbers, right: NDArray[np.bool_]) -> Reliability:
    doubtful, share = confidence < DOUBTFUL, float(right.mean())
    return Reliability(
        targets=len(right),
        right=share,
        error=calibration_error(confidence, right),
        error_by_chance=_error_by_chance(confidence),
        brier=brier(confidence, right),
        brier_of_share=share * (1 - share),
        doubtful=int(doubtful.sum()),
        right_of_doubtful=float(right[doubtful].mean()) if doubtful.any() else None,
        right_of_others=float(right[~doubtful].mean()) if not doubtful.all() else None,
    )


def calibration_error(confidence: Numbers, right: NDArray[np.bool_]) -> float:
    """How far the mean confidence of a bin is from the share that is right in it, in the mean of all N."""
    rows = bins(confidence, right)
    return sum(row.targets * abs(row.confidence - row.right) for row in rows) / len(right)


def brier(confidence: Numbers, right: NDArray[np.bool_]) -> float:
    """The mean square of what the confidence is wrong by."""
    return float(np.square(confidence - right).mean())


def bins(confidence: Numbers, right: NDArray[np.bool_]) -> list[Bin]:
    """Those of BINS that hold a target."""
    return list(_bins(confidence, right))


def _bins(confidence: Numbers, right: NDArray[np.bool_]) -> Iterator[Bin]:
    numbers = np.minimum((confidence * BINS).astype(int), BINS - 1)  # 1.0 lies in the last
    for number in np.unique(numbers):
        held = numbers == number
        means = float(confidence[held].mean()), float(right[held].mean())
        yield Bin(float(number / BINS), float((number + 1) / BINS), int(held.sum()), *means)


def _error_by_chance(confidence: Numbers) -> float:
    rng = np.random.default_rng(0)
    drawn = rng.random((DRAWS, len(confidence))) < confidence
    return float(np.mean([calibration_error(confidence, right) for right in drawn]))


def _smoothed(right: NDArray[np.bool_]) -> Numbers:
    """Not quite 1 and 0, by how few there are (Platt, Advances in Large Margin Classifiers, 1999)."""
    count = int(right.sum())
    return np.where(right, (count + 1) / (count + 2), 1 / (len(right) - count + 2))


def _weights(features: Numbers, wanted: Numbers, columns: tuple[int, ...]) -> Numbers:
    """The intercept, then the weight of each feature, 0 for those that are not among `columns`; (1 + F,)."""
    design = _design(features)[:, [0, *(1 + column for column in columns)]]
    found = np.zeros(design.shape[1])
    for _ in range(ROUNDS):
        shares = _shares(design, found)
        slope = design.T @ (wanted - shares) - RIDGE * found
        curvature = (design * (shares * (1 - shares))[:, None]).T @ design + RIDGE * np.eye(len(found))
        found = found + np.linalg.solve(curvature, slope)
    weights = np.zeros(1 + features.shape[1])
    weights[[0, *(1 + column for column in columns)]] = found
    return weights


def _log_likelihood(features: Numbers, wanted: Numbers, weights: Numbers) -> float:
    shares = np.clip(_shares(_design(features), weights), 1e-12, 1 - 1e-12)
    return float((wanted * np.log(shares) + (1 - wanted) * np.log(1 - shares)).sum())


def _design(features: Numbers) -> Numbers:
    """(N, 1 + F), with a column of ones."""
    return np.column_stack([np.ones(len(features)), features])


def _shares(design: Numbers, weights: Numbers) -> Numbers:
    return np.asarray(1 / (1 + np.exp(-np.clip(design @ weights, -30, 30))))
