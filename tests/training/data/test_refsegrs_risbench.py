"""training/data/refsegrs_risbench.py, on trees as RefSegRS and RISBench are published."""

import numpy as np
import pytest
from askmap.training.data.samples import BadData
from askmap.training.sample_sets import check, open_samples
from trees import again, mask, picture, text, truncate


@pytest.fixture
def refsegrs(tmp_path):
    folder = tmp_path / "RefSegRS"
    for name in ("10", "11"):
        picture(folder / "images" / f"{name}.tif")
        mask(folder / "masks" / f"{name}.tif", (2, 3, 7, 5))
    text(folder / "output_phrase_train.txt", "10 road marking along the street\n11 the bus\n10 car\n")
    return folder


@pytest.fixture
def risbench(tmp_path):
    folder = tmp_path / "RISBench"
    picture(folder / "img_rgb" / "00001.jpg")
    truth = mask(folder / "mask" / "00001.png", (2, 3, 7, 5))
    text(folder / "output_phrase_val.txt", "00001.jpg The ship on the left, near 2.5 m of quay.\n")
    return folder, truth


def test_a_line_of_refsegrs_is_a_sample(refsegrs):
    samples = open_samples(refsegrs)
    assert [sample.questions[0] for sample in samples] == ["road marking along the street", "the bus", "car"]
    assert len({sample.name for sample in samples}) == 3
    assert again(samples[1]).read_mask().sum() == 10
    check(samples)


def test_a_line_of_risbench_is_a_sample(risbench):
    folder, truth = risbench
    (only,) = open_samples(folder, "val")
    assert only.questions == ("The ship on the left, near 2.5 m of quay.",)
    assert np.array_equal(only.read_mask(), truth)
    check([only])


def test_a_missing_split_says_which_are_there(refsegrs):
    with pytest.raises(BadData, match=r"no output_phrase_test\.txt, only output_phrase_train\.txt"):
        open_samples(refsegrs, "test")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("12 a car", "line 3, names 12, but .*images has no such file"),
        ("10", "line 3, has no words"),
        ("10   ", "line 3, has no words"),
        ("../../secret a car", "line 3, names «../../secret», which lies outside"),
    ],
)
def test_a_bad_line_is_named(refsegrs, line, told):
    text(refsegrs / "output_phrase_train.txt", f"10 a road\n11 the bus\n{line}\n")
    with pytest.raises(BadData, match=told):
        open_samples(refsegrs)


def test_a_missing_mask_is_named(refsegrs):
    (refsegrs / "masks" / "11.tif").unlink()
    with pytest.raises(BadData, match="line 2, names 11, but .*masks has no such file"):
        open_samples(refsegrs)


def test_a_line_that_is_not_utf8_is_named(refsegrs):
    (refsegrs / "output_phrase_train.txt").write_bytes(b"10 a road\n11 stra\xdfe\n")
    with pytest.raises(BadData, match="line 2, is not UTF-8"):
        open_samples(refsegrs)


def test_damaged_pictures_are_found_by_checking(refsegrs):
    samples = open_samples(refsegrs)
    mask(refsegrs / "masks" / "11.tif", height=11)
    with pytest.raises(BadData, match=r"masks/11\.tif has 20 x 11 pixels"):
        check(samples)
    truncate(picture(refsegrs / "images" / "10.tif", 64, 64))
    with pytest.raises(BadData, match=r"images/10\.tif is no picture"):
        check(samples)


def test_an_empty_file_is_no_set(refsegrs):
    text(refsegrs / "output_phrase_train.txt", "\n")
    with pytest.raises(BadData, match="holds no sample"):
        open_samples(refsegrs)
