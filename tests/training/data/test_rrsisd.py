"""training/data/rrsisd.py, on a tree as RRSIS-D is published."""

import json
import os
import pickle

import numpy as np
import pytest
from askmap.training.data.samples import BadData
from askmap.training.sample_sets import check, open_samples
from pickles import Command
from rle import packed
from trees import again, filled, picture, text

BOX = (2, 3, 8, 7)


def labels():
    rows = [
        {"id": 10, "image_id": 1, "category_id": 4, "segmentation": [packed(filled(BOX))]},
        {"id": 11, "image_id": 2, "category_id": 4, "segmentation": [[2, 3, 8, 3, 8, 7, 2, 7]]},
    ]
    files = [{"id": n, "file_name": f"0000{n}.jpg", "width": 20, "height": 10} for n in (1, 2)]
    return {"images": files, "annotations": rows, "categories": [{"id": 4, "name": "ship"}]}


def ref(number, split, *phrases):
    sentences = [
        {"raw": phrase, "sent": phrase, "sent_id": 0, "tokens": phrase.split()} for phrase in phrases
    ]
    place = {"image_id": number, "file_name": f"0000{number}.jpg", "category_id": 4}
    return {
        "ref_id": number,
        "ann_id": 9 + number,
        "split": split,
        "sentences": sentences,
        "sent_ids": [0],
        **place,
    }


def refs():
    return [ref(1, "train", "The ship on the left.", "A ship."), ref(2, "val", "The grey ship.")]


def write(tree, rows):
    (tree / "rrsisd" / "refs(unc).p").write_bytes(pickle.dumps(rows))


@pytest.fixture
def tree(tmp_path):
    text(tmp_path / "rrsisd" / "instances.json", json.dumps(labels()))
    write(tmp_path, refs())
    for number in (1, 2):
        picture(tmp_path / "images" / "rrsisd" / "JPEGImages" / f"0000{number}.jpg")
    return tmp_path


@pytest.mark.parametrize("split", ["train", "val"])
def test_a_reference_is_a_sample_from_runs_and_from_polygons(tree, split):
    (only,) = open_samples(tree, split)
    assert only.kind == "ship"
    assert only.questions == (
        ("The ship on the left.", "A ship.") if split == "train" else ("The grey ship.",)
    )
    assert np.array_equal(again(only).read_mask(), filled(BOX))


def test_either_folder_may_be_given_and_a_good_tree_has_no_fault(tree):
    check(open_samples(tree))
    check(open_samples(tree / "rrsisd"))


def test_a_missing_split_says_which_are_there(tree):
    with pytest.raises(BadData, match="no split «test», only train, val"):
        open_samples(tree, "test")


def test_a_pickle_that_runs_something_is_refused_and_runs_nothing(tree):
    write(tree, [*refs(), Command(tree / "made")])
    with pytest.raises(BadData, match=r"refs\(unc\)\.p does more than hold texts"):
        open_samples(tree)
    assert not os.path.exists(tree / "made")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"ann_id": 99}, "Reference 0 of .* has the ann_id 99, which is not there"),
        ({"image_id": 99}, "Reference 0 of .* has the image_id 99, which is not there"),
        ({"sentences": []}, "Reference 0 of .* has no sentence"),
        ({"sentences": [{"raw": ""}]}, "A sentence of Reference 0 of .* has no words"),
        ({"sentences": None}, "«sentences» should be a list"),
        ({"ref_id": "x"}, "«ref_id» should be a whole number"),
    ],
)
def test_a_bad_reference_is_named(tree, change, told):
    write(tree, [ref(1, "train", "A ship.") | change])
    with pytest.raises(BadData, match=told):
        open_samples(tree)


@pytest.mark.parametrize("rows", [{"a": 1}, [], [1, 2], None])
def test_what_is_no_list_of_references_is_refused(tree, rows):
    write(tree, rows)
    with pytest.raises(BadData, match=r"refs\(unc\)\.p has no split|holds no list"):
        open_samples(tree)


def test_missing_pictures_and_annotations_are_named(tree):
    (tree / "images").rename(tree / "elsewhere")
    with pytest.raises(BadData, match="no folder of pictures"):
        open_samples(tree)
    (tree / "elsewhere").rename(tree / "images")
    (tree / "rrsisd" / "instances.json").unlink()
    with pytest.raises(BadData, match=r"instances\.json cannot be read"):
        open_samples(tree)


def test_a_mask_of_another_size_is_found_by_checking(tree):
    picture(tree / "images" / "rrsisd" / "JPEGImages" / "00001.jpg", 30, 10)
    with pytest.raises(
        BadData, match=r"annotation 10 of Reference 0 .* but its picture .*00001\.jpg has 30 x 10"
    ):
        check(open_samples(tree))
