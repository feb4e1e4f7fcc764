"""How much two masks share."""

from __future__ import annotations

import numpy as np
import pytest
from askmap.backend.segmenter.overlap import Overlap, overlap_of


def test_pixels_are_counted_in_both_masks():
    found, true = np.zeros((4, 5), np.bool_), np.zeros((4, 5), np.bool_)
    found[:, :3], true[:, 2:] = True, True  # 12 and 12, the middle column of 4 shared
    assert overlap_of(found, true) == Overlap(both=4, either=20, true=12)
    with pytest.raises(ValueError, match="cannot be compared"):
        overlap_of(found, true.T)
    with pytest.raises(ValueError, match="no overlap"):
        Overlap(both=5, either=20, true=4)


def test_two_masks_overlap_by_what_they_share():
    one, other = np.zeros((2, 4), np.bool_), np.zeros((2, 4), np.bool_)
    assert overlap_of(one, other).iou(of_nothing=1.0) == 1.0
    assert overlap_of(one, other).iou(of_nothing=0.0) == 0.0
    one[:, :2], other[:, 1:3] = True, True
    assert overlap_of(one, other).iou(of_nothing=1.0) == pytest.approx(1 / 3)
    assert overlap_of(one, ~one).iou(of_nothing=1.0) == 0.0
