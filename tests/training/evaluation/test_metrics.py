"""Figures of a few cases worked by hand, and their intervals."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from askmap.training.data.samples import OUTSIDE
from askmap.training.evaluation.cases import Case
from askmap.training.evaluation.metrics import RESAMPLES, differences, figures, figures_by_kind, mean
from askmap.training.evaluation.scoring import POLICIES


def row(length, of=10):
    """(1, 10) whose first pixels are inside."""
    return (np.arange(of) < length)[None]


def case_of(truth, answer, kind="tank"):
    """Of the lengths of the truth and of each target; None = unreadable."""
    masks = None if answer is None else np.array([row(n) for n in answer]).reshape(-1, 1, 10).astype(bool)
    scores = {name: policy(row(truth), masks) for name, policy in POLICIES.items()}
    found = None if answer is None else len(answer)
    return Case(f"{truth} {answer}", kind, "Where?", truth > 0, found, scores, 0.1)


MIXED = [
    case_of(10, [5]),  # IoU 0.5
    case_of(4, [4], "pool"),  # 1
    case_of(10, []),  # 0
    case_of(10, None),  # unreadable
    case_of(0, []),  # rightly nothing
    case_of(0, [10]),  # wrongly something
    case_of(0, None),
]


def test_native_figures_worked_by_hand():
    found = figures(MIXED, "native")
    assert found["gIoU"].value == pytest.approx((0.5 + 1 + 0 + 0 + 1 + 0 + 0) / 7)
    assert found["cIoU"].value == pytest.approx((5 + 4) / (10 + 4 + 10 + 10 + 0 + 10))
    assert found["P@0.5"].value == pytest.approx(2 / 7)
    assert found["gIoU with target"].value == pytest.approx(1.5 / 4)
    assert found["no target, said so"].value == pytest.approx(1 / 3)
    assert found["readable"].value == pytest.approx(5 / 7)


def test_i_do_not_know_is_told_apart_from_none():
    there, absent = case_of(4, []), case_of(0, [])
    asked = [
        there,
        replace(there, is_unknown=True),
        absent,
        replace(absent, is_unknown=True),
        replace(absent, is_unknown=True),
        replace(absent, kind=OUTSIDE),
        *[replace(absent, kind=OUTSIDE, is_unknown=True)] * 3,
    ]
    found = {name: figure.value for name, figure in figures(asked, "native").items()}
    assert found["target, said unknown"] == found["target, said none"] == 1 / 2
    assert found["no target, said so"] == pytest.approx(1 / 3)
    assert found["no target, said unknown"] == pytest.approx(2 / 3)
    assert (found["outside, said unknown"], found["outside, said none"]) == (3 / 4, 1 / 4)


def test_segearth_differs_from_native_in_size_alone():
    ours, theirs = figures(MIXED, "native"), figures(MIXED, "segearth")
    for name, figure in ours.items():
        assert theirs[name].value == pytest.approx(figure.value, abs=0.01)


def test_think2seg_leaves_false_finds_out_of_the_sums_and_divides_by_the_masks_that_were_made():
    found = figures(MIXED, "think2seg")
    assert found["gIoU"].value == pytest.approx(2.5 / 7)
    assert found["cIoU"].value == pytest.approx((5 + 4) / (10 + 4 + 10 + 10))
    assert found["P@0.5"].value == pytest.approx(3 / 4)  # 0.5, 1, 1 of these and the false find
    assert found["P@0.5"].cases == 4


def test_segzero_knows_no_empty_truth():
    found = figures(MIXED, "segzero")
    assert found["gIoU"].value == pytest.approx(1.5 / 4)
    assert found["gIoU"].cases == 4
    assert found["cIoU"].value == pytest.approx((5 + 4) / (10 + 4 + 10 + 10))
    assert found["P@0.5"].value == pytest.approx(1 / 4)


def test_a_figure_that_no_case_bears_on_is_none():
    found = figures([case_of(0, [])], "segzero")
    assert (found["gIoU"].value, found["gIoU"].low, found["gIoU"].cases) == (None, None, 0)
    assert figures([case_of(4, [4])], "native")["no target, said so"].value is None


def test_classes_count_what_is_there_to_find():
    found = figures_by_kind(MIXED, "native")
    assert list(found) == ["pool", "tank"]
    assert found["tank"]["gIoU"].value == pytest.approx(0.5 / 3)
    assert found["tank"]["gIoU"].cases == 3
    assert found["pool"]["cIoU"].value == 1.0


def test_an_interval_holds_its_figure_and_is_the_same_every_time():
    found, again = figures(MIXED, "native"), figures(MIXED, "native")
    assert found == again
    assert found["gIoU"].low <= found["gIoU"].value <= found["gIoU"].high
    assert found["gIoU"].low < found["gIoU"].high


def test_the_interval_of_a_mean_is_the_bootstraps():
    values = np.random.default_rng(1).random(60)
    draws = np.random.default_rng(0).choice(values, (RESAMPLES, 60)).mean(1)
    found = mean(values)
    assert found.value == pytest.approx(values.mean())
    assert (found.low, found.high) == pytest.approx(tuple(np.quantile(draws, (0.025, 0.975))))


def test_a_difference_is_paired_so_what_both_do_alike_leaves_no_doubt():
    lengths = [1, 9, 3, 7, 5, 2, 8, 6] * 4
    ours = [case_of(10, [n + 1]) for n in lengths]
    theirs = [case_of(10, [n]) for n in lengths]
    gain = differences(ours, theirs, "native")["gIoU"]
    assert gain.value == pytest.approx(0.1)
    assert gain.high - gain.low < 1e-9
    alone = figures(ours, "native")["gIoU"]
    assert alone.high - alone.low > 0.1


def test_a_run_does_not_differ_from_itself():
    for policy in POLICIES:
        for gain in differences(MIXED, MIXED, policy).values():
            assert (gain.value, gain.low, gain.high) == (0, 0, 0)
