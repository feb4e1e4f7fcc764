import json

import cv2
import numpy as np
import pytest
from askmap.training.data.reading import ReadOptions
from askmap.training.data.samples import BadData
from askmap.training.sample_sets import check, open_samples

NAMES = (
    "airplane",
    "ship",
    "storage_tank",
    "tennis_court",
    "baseball_diamond",
    "vehicle",
    "basketball_court",
)


@pytest.fixture
def folder(tmp_path):
    """One picture of 100 x 80 pixels with two planes and a court for basketball."""
    (tmp_path / "images").mkdir()
    cv2.imwrite(str(tmp_path / "images" / "1.png"), np.zeros((80, 100, 3), np.uint8))
    boxes = [("airplane", 4, 4, 8, 6), ("airplane", 60, 30, 10, 10), ("basketball_court", 40, 60, 12, 10)]
    annotations = [
        {
            "id": number,
            "image_id": 1,
            "category_id": NAMES.index(name),
            "bbox": [x, y, w, h],
            "area": w * h,
            "segmentation": [[x, y, x + w, y, x + w, y + h, x, y + h]],
        }
        for number, (name, x, y, w, h) in enumerate(boxes)
    ]
    images = [{"id": 1, "file_name": "1.png", "width": 100, "height": 80}]
    categories = [{"id": number, "name": name} for number, name in enumerate(NAMES)]
    content = {"images": images, "annotations": annotations, "categories": categories}
    (tmp_path / "instances_train.json").write_text(json.dumps(content))
    return tmp_path


def test_each_thing_is_asked_for_in_a_part_four_times_as_wide(folder):
    samples = open_samples(folder, "zoomed", "vhr10")
    assert [sample.kind for sample in samples if sample.targets] == ["airplane", "airplane"]
    assert samples[0].read_picture().shape == (32, 32, 3)
    assert samples[0].read_mask().sum() == 48
    check(samples)


def test_what_is_absent_is_asked_for_too(folder):
    absent = [sample for sample in open_samples(folder, "zoomed", "vhr10") if not sample.targets]
    assert len(absent) == 1
    assert absent[0].kind != "airplane"
    assert not absent[0].read_mask().any()


def test_whole_pictures_hold_all_of_a_kind(folder):
    planes = open_samples(folder, "whole", "vhr10")[0]
    assert planes.read_picture().shape == (80, 100, 3)
    assert len(planes.targets) == 2


def test_the_classes_of_the_first_figures_can_be_asked_for(folder):
    samples = open_samples(folder, "zoomed-old", "vhr10")
    assert {sample.kind for sample in samples if sample.targets} == {"airplane", "basketball court"}


def test_it_is_read_only_where_it_is_named(folder):
    assert open_samples(folder, "train", reading=ReadOptions())[0].questions[0].startswith("Which pixels")
    with pytest.raises(BadData, match="zoomed-old"):
        open_samples(folder, "val", "vhr10")
