"""The policies, on cases made so that they differ."""

from __future__ import annotations

import numpy as np
import pytest
from askmap.training.evaluation.scoring import (
    POLICIES,
    Score,
    enlarged,
    native,
    reaches,
    resized,
    segearth,
    segzero,
    squeezed,
    think2seg,
)

SIDE = 84  # a tenth of think2seg's side, so that its counts are a hundred times ours


def square(x, y, side):
    mask = np.zeros((SIDE, SIDE), np.bool_)
    mask[y : y + side, x : x + side] = True
    return mask


EMPTY = square(0, 0, 0)
NOTHING = np.zeros((0, SIDE, SIDE), np.bool_)  # the list []
BLANK = EMPTY[None]  # a target whose mask has no pixel
TRUTH = square(0, 0, 20)
HALF = square(0, 0, 20) & (np.arange(SIDE) < 10)


def test_what_is_found_exactly_is_1_under_every_policy():
    assert [policy(TRUTH, TRUTH[None]).iou for policy in POLICIES.values()] == [1.0] * 4


def test_where_both_are_empty_segzero_leaves_the_picture_out_and_the_others_find_it_right():
    assert native(EMPTY, NOTHING) == Score(0, 0, 1.0)
    assert segearth(EMPTY, NOTHING) == Score(0, 0, 1.0)
    assert think2seg(EMPTY, NOTHING) == Score(0, 0, 1.0, summed=False)
    assert segzero(EMPTY, NOTHING) == Score(0, 0, None, summed=False, drawn=False)


def test_a_target_without_pixels_is_no_empty_list_for_think2seg():
    assert think2seg(EMPTY, BLANK).iou == 0.0
    assert segearth(EMPTY, BLANK).iou == native(EMPTY, BLANK).iou == 1.0
    assert segzero(EMPTY, BLANK).iou is None


def test_pixels_found_where_nothing_is_count_in_the_union_for_segearth_only():
    found = square(0, 0, 20)[None]
    assert native(EMPTY, found) == Score(0, 400, 0.0)
    wide = segearth(EMPTY, found)
    assert (wide.intersection, wide.iou, wide.summed) == (0, 0.0, True)
    assert wide.union == pytest.approx(400 * (1024 / SIDE) ** 2, rel=0.02)
    assert think2seg(EMPTY, found) == Score(0, 0, 0.0, summed=False)
    assert segzero(EMPTY, found) == Score(0, 0, None, summed=False, drawn=False)


def test_an_unreadable_answer_is_worth_0_and_misses_the_whole_truth():
    assert native(TRUTH, None) == segzero(TRUTH, None) == Score(0, 400, 0.0)
    assert think2seg(TRUTH, None) == Score(0, 40_000, 0.0, drawn=False)
    assert segearth(TRUTH, None).iou == 0.0
    assert segearth(TRUTH, None).union == enlarged(TRUTH).sum()


def test_an_unreadable_answer_is_worth_0_also_where_nothing_is_but_segzero_never_looks():
    assert [policy(EMPTY, None).iou for policy in (segearth, think2seg, native)] == [0.0] * 3
    assert segzero(EMPTY, None).iou is None
    assert not think2seg(EMPTY, None).drawn


def test_an_empty_list_where_something_is_misses_it_and_draws_no_mask_for_think2seg():
    assert native(TRUTH, NOTHING) == segzero(TRUTH, NOTHING) == Score(0, 400, 0.0)
    assert think2seg(TRUTH, NOTHING) == Score(0, 40_000, 0.0, drawn=False)
    assert think2seg(TRUTH, BLANK) == Score(0, 40_000, 0.0, drawn=True)


def test_several_targets_count_as_their_union():
    apart = np.stack([HALF, TRUTH & ~HALF])
    overlapping = np.stack([HALF, HALF, HALF])
    for policy in POLICIES.values():
        assert policy(TRUTH, apart).iou == 1.0
        assert policy(TRUTH, overlapping).iou == pytest.approx(0.5, abs=0.01)


def test_each_policy_counts_pixels_of_its_own_size():
    assert native(TRUTH, HALF[None]) == Score(200, 400, 0.5)
    assert think2seg(TRUTH, HALF[None]) == Score(20_000, 40_000, 0.5)
    assert segzero(TRUTH, HALF[None]) == Score(200, 400, 0.5)


def test_a_wide_picture_keeps_its_shape_for_segearth_and_loses_it_for_think2seg():
    wide = np.zeros((200, 400), np.bool_)
    assert enlarged(wide).shape == (512, 1024)
    assert squeezed(wide).shape == (840, 840)
    assert enlarged(np.zeros((3, 1, 5000), np.bool_)).shape == (3, 1, 1024)


def test_a_truth_too_thin_for_the_policys_size_is_an_empty_one():
    hair = np.zeros((2000, 2000), np.bool_)
    hair[:, 0] = True  # at 840, the centres of the pixels fall into others
    nothing = np.zeros((0, 2000, 2000), np.bool_)
    assert think2seg(hair, nothing).iou == 1.0
    assert native(hair, nothing).iou == 0.0


def test_landscapes_are_enlarged_by_a_whole_number_so_segearth_and_native_agree_on_them():
    rng = np.random.default_rng(0)
    truth, found = rng.random((2, 256, 256)) > 0.6
    assert segearth(truth, found[None]).iou == native(truth, found[None]).iou
    assert segearth(truth, found[None]).union == 16 * native(truth, found[None]).union


def test_resizing_takes_the_nearest_pixel():
    mask = np.array([[True, False], [False, True]])
    assert resized(mask, 4, 4).tolist() == mask.repeat(2, 0).repeat(2, 1).tolist()
    assert resized(resized(mask, 6, 6), 2, 2).tolist() == mask.tolist()


def test_exactly_half_reaches_a_half_for_think2seg_alone():
    assert [name for name in POLICIES if reaches(name, 0.5, 0.5)] == ["think2seg"]
    assert all(reaches(name, 0.51, 0.5) for name in POLICIES)
