"""What likelihoods are worth: errors whose value is known, and maps that rise."""

from __future__ import annotations

import numpy as np
import pytest
from askmap.backend.models.askmap_json import Calibration
from askmap.training.evaluation.calibration import (
    JudgedTargets,
    bins,
    brier,
    calibration_error,
    confidences,
    fit_calibration,
    reliability,
)


def drawn(true: Calibration, count: int, seed: int = 0) -> JudgedTargets:
    """Targets that are right as often as `true` says."""
    rng = np.random.default_rng(seed)
    mean = -rng.exponential(0.4, count)
    likelihoods = np.column_stack([mean, mean - rng.exponential(1.0, count)])
    judged = JudgedTargets(likelihoods, np.zeros(count, np.bool_))
    return JudgedTargets(likelihoods, rng.random(count) < confidences(true, judged))


@pytest.mark.parametrize(
    ("confidence", "right", "error"),
    [
        ([0.25] * 4, [1, 0, 0, 0], 0.0),
        ([0.25] * 4 + [0.75] * 4, [1, 1, 0, 0, 1, 1, 1, 1], 0.25),
        ([0.25] * 6 + [0.75] * 2, [1, 1, 1, 1, 1, 0, 1, 1], (6 * (5 / 6 - 0.25) + 2 * 0.25) / 8),
        ([0.31, 0.39], [0, 1], 0.15),  # one bin: 0.35 on average, and half of it right
        ([0.29, 0.31], [0, 1], (0.29 + 0.69) / 2),  # two
        ([0.0, 1.0], [0, 1], 0.0),
        ([1.0, 0.95], [0, 0], 0.975),
    ],
)
def test_the_error_is_how_far_a_bin_is_from_its_share(confidence, right, error):
    found = calibration_error(np.array(confidence), np.array(right, np.bool_))
    assert found == pytest.approx(error)


def test_the_square_of_what_a_confidence_is_wrong_by():
    assert brier(np.array([0.5, 1.0, 0.0]), np.array([True, True, True])) == pytest.approx(1.25 / 3)


def test_bins_hold_every_target_once():
    confidence = np.linspace(0, 1, 101)
    rows = bins(confidence, confidence > 0.5)
    assert [row.targets for row in rows] == [10] * 9 + [11]
    assert [row.right for row in rows] == pytest.approx([0] * 5 + [0.9] + [1] * 4)
    assert all(row.low <= row.confidence <= row.high for row in rows)


def test_what_a_fit_finds_is_what_the_targets_were_drawn_by():
    true = Calibration(2.0, 3.0, 0.5)
    found = fit_calibration(drawn(true, 40_000))
    for name in ("intercept", "mean", "thought"):
        assert getattr(found, name) == pytest.approx(getattr(true, name), abs=0.15)
    other = drawn(true, 4_000, seed=1)
    figures = reliability(confidences(found, other), other.right)
    assert figures.error < 0.03
    assert figures.brier < figures.brier_of_share - 0.03


@pytest.mark.parametrize("true", [Calibration(2.0, 3.0, 0.0), Calibration(2.0, 0.0, 1.0)])
def test_one_likelihood_may_be_all_that_counts(true):
    judged = drawn(true, 5_000)
    found = confidences(fit_calibration(judged), judged)
    assert found == pytest.approx(confidences(true, judged), abs=0.06)


def test_no_fit_falls_where_a_likelihood_rises():
    judged = drawn(Calibration(2.0, 3.0, 0.5), 500)
    for right in (~judged.right, judged.likelihoods[:, 0] - judged.likelihoods[:, 1] > 1):
        found = fit_calibration(JudgedTargets(judged.likelihoods, right))
        assert min(found.mean, found.thought) >= 0
    turned = fit_calibration(JudgedTargets(judged.likelihoods, ~judged.right))
    assert confidences(turned, judged) == pytest.approx((~judged.right).mean(), abs=0.01)


@pytest.mark.parametrize("right", [[True] * 40, [False] * 40, [False] * 20 + [True] * 20])
def test_what_is_parted_without_an_exception_gets_no_boundless_weights(right):
    likelihoods = np.column_stack([np.linspace(-1, 0, 40), np.linspace(-2, -1, 40)])
    judged = JudgedTargets(likelihoods, np.array(right))
    found = confidences(fit_calibration(judged), judged)
    assert 0 < found.min() <= found.max() < 1
    assert ((found > 0.5) == judged.right).all()


def test_likelihoods_that_are_all_the_same_give_the_share():
    judged = JudgedTargets(np.full((100, 2), -0.2), np.arange(100) < 70)
    assert confidences(fit_calibration(judged), judged) == pytest.approx(0.7, abs=0.01)


def test_doubtful_targets_are_counted_apart():
    confidence, right = np.array([0.2, 0.4, 0.6, 0.8]), np.array([False, True, True, True])
    found = reliability(confidence, right)
    assert (found.targets, found.right, found.doubtful) == (4, 0.75, 2)
    assert (found.right_of_doubtful, found.right_of_others) == (0.5, 1.0)
    assert found.brier_of_share == pytest.approx(0.1875)
    assert reliability(confidence[2:], right[2:]).right_of_doubtful is None


def test_chance_alone_makes_an_error_that_grows_less_with_more_targets():
    few, many = (
        reliability(np.linspace(0.01, 0.99, count), np.zeros(count, np.bool_)).error_by_chance
        for count in (50, 5_000)
    )
    assert 0.1 < few < 0.25
    assert many < 0.03
