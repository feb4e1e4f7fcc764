"""The real questions and the demo's image can be cut again, and none of their ground was trained on."""

from __future__ import annotations

import json
import shutil

import numpy as np
import pytest
from askmap.backend.raster.reading import read_scene
from askmap.backend.self_test import DEMO, QUESTIONS, REAL, read_mask
from askmap.training.data.image_files import read_json
from askmap.training.data.samples import BadData
from askmap.training.evaluation.shipped_questions import DEMO_PICTURE, shipped, write_shipped
from askmap.training.real.kinds import kind_of_category
from open_sets import write_open_sets
from places import ROOT

SETS = ROOT.parent / "shared" / "datasets" / "open"
with_sets = pytest.mark.skipif(not SETS.is_dir(), reason="the sets lie elsewhere")
CONTENT = json.loads((REAL / QUESTIONS).read_text(encoding="utf-8"))


def test_what_is_shipped_is_what_the_recipe_says():
    assert set(CONTENT["pictures"]) == {f"{name}.jpg" for name in shipped()["pictures"]}
    for row, told in zip(shipped()["questions"], CONTENT["questions"]):
        assert told["question"] == row["question"]
        assert told["outcome"] == row["outcome"]
        assert ("truth" in told) == (row["outcome"] == "found")
    files = [row["truth"] for row in CONTENT["questions"] if "truth" in row]
    assert len(set(files)) == len(files)


def test_labels_that_prove_a_truth_are_of_kinds_that_are_trained():
    used = {name for row in shipped()["questions"] for name in row.get("categories", [])}
    assert used <= set(kind_of_category())


@with_sets
def test_all_can_be_cut_again(tmp_path):
    (tmp_path / "sample").mkdir()
    write_shipped(SETS, tmp_path)
    for row in CONTENT["questions"]:
        if "truth" in row:
            again = read_mask(tmp_path / REAL.name / row["truth"])
            np.testing.assert_array_equal(again, read_mask(REAL / row["truth"]))
    assert json.loads((tmp_path / REAL.name / QUESTIONS).read_text(encoding="utf-8")) == CONTENT
    again, kept = read_scene(tmp_path / "sample" / DEMO.name), read_scene(DEMO)
    np.testing.assert_array_equal(again.image, kept.image)
    assert again.grid.affine == kept.grid.affine


@with_sets
def test_neither_a_picture_nor_its_place_is_in_a_train_split():
    for facts in CONTENT["pictures"].values():
        splits = {
            split: read_json(SETS / facts["set"] / f"instances_{split}.json")["images"]
            for split in ("train", "val")
        }
        place = next(row["place"] for row in splits["val"] if row["file_name"] == facts["file"])
        assert facts["file"] not in {row["file_name"] for row in splits["train"]}
        assert place not in {row["place"] for row in splits["train"]}


def test_the_image_of_the_demo_is_one_of_the_pictures():
    assert f"{DEMO_PICTURE}.jpg" in CONTENT["pictures"]


def test_a_picture_that_is_not_in_a_val_split_is_refused(tmp_path):
    sets = write_open_sets(tmp_path / "open", "val")
    shutil.rmtree(sets / "cars_kit_ais")
    with pytest.raises(BadData, match="has no picture airplane85.jpg in its val split"):
        write_shipped(sets, tmp_path)
