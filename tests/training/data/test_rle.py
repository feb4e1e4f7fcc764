"""training/data/rle.py: COCO's segmentations to masks."""

import time

import numpy as np
import pytest
from askmap.training.data.rle import rle_mask, segmentation_mask
from askmap.training.data.samples import BadData
from rle import listed, packed
from trees import filled

SQUARE = [2, 3, 8, 3, 8, 7, 2, 7]


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("write", [packed, listed])
def test_runs_are_read_as_pycocotools_writes_them(seed, write):
    rng = np.random.default_rng(seed)
    truth = rng.random((17 + seed, 31)) < (0.02, 0.5, 0.98)[seed % 3]
    assert np.array_equal(rle_mask(write(truth), "x"), truth)


def test_long_runs_are_read():
    truth = filled((3, 700, 990, 1400), width=1000, height=2000)
    assert np.array_equal(rle_mask(packed(truth), "x"), truth)


@pytest.mark.parametrize(
    "counts",
    [
        "1",
        "",
        packed(filled((0, 0, 9, 9), width=40, height=40))["counts"],
        "n1n2O",
        [1, 2],
        [5, -1, 12],
        [17],
    ],
)
def test_runs_that_do_not_fill_the_mask_are_refused(counts):
    with pytest.raises(BadData, match="runs of row 3 "):
        rle_mask({"size": [4, 4], "counts": counts}, "row 3")


@pytest.mark.parametrize(
    "counts",
    ["\x80\xff~~", "oooooooooooooooooo", "P", "ä", None, [1.5, "a"], [1e308], [4.5, 195.5], {"a": 1}],
)
def test_runs_that_are_no_numbers_are_refused(counts):
    with pytest.raises(BadData, match="row 3"):
        rle_mask({"size": [4, 4], "counts": counts}, "row 3")


@pytest.mark.parametrize("size", [[10**6, 10**6], [0, 4], [-4, -4], [4], None, [4, 4.5], [4, float("nan")]])
def test_runs_of_an_absurd_size_are_refused(size):
    with pytest.raises(BadData, match="row 3"):
        rle_mask({"size": size, "counts": "1"}, "row 3")


def test_a_packed_text_without_end_is_refused_unread():
    began = time.process_time()
    with pytest.raises(BadData, match="do not fill its 20 x 10 pixels"):
        rle_mask({"size": [10, 20], "counts": "0" * 50_000_000}, "annotation 1")
    assert time.process_time() - began < 1


def test_a_polygon_holds_the_pixels_whose_middle_it_holds():
    assert np.array_equal(segmentation_mask([SQUARE], (20, 10), "x"), filled((2, 3, 8, 7)))


def test_several_polygons_and_several_runs_are_their_union():
    other = [10, 0, 12, 0, 12, 10, 10, 10]
    both = filled((2, 3, 8, 7), (10, 0, 12, 10))
    assert np.array_equal(segmentation_mask([SQUARE, other], (20, 10), "x"), both)
    runs = [packed(filled((2, 3, 8, 7))), listed(filled((10, 0, 12, 10)))]
    assert np.array_equal(segmentation_mask(runs, (20, 10), "x"), both)


def test_overlapping_polygons_make_no_hole():
    assert np.array_equal(segmentation_mask([SQUARE, SQUARE], (20, 10), "x"), filled((2, 3, 8, 7)))


def test_a_polygon_over_the_edge_is_cut():
    assert segmentation_mask([[-5, -5, 25, -5, 25, 15, -5, 15]], (20, 10), "x").all()


@pytest.mark.parametrize(
    "segmentation",
    [
        [],
        None,
        [[1, 2, 3, 4]],
        [[1, 2, 3, 4, 5, 6, 7]],
        [[1, 2, 3, 4, 5, "6"]],
        [[1, 2, 3, 4, 5, float("nan")]],
        [[0, 0, 1e12, 0, 0, 5]],
        [5, 6, 7],
        [SQUARE, {"size": [10, 20], "counts": [200]}],
        {"size": [10, 21], "counts": [210]},
    ],
)
def test_what_is_no_segmentation_of_that_picture_is_refused(segmentation):
    with pytest.raises(BadData, match="row 3"):
        segmentation_mask(segmentation, (20, 10), "row 3")
