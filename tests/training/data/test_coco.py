"""training/data/coco.py, on files as tools write them."""

import json

import numpy as np
import pytest
from askmap.backend.stages import Box
from askmap.training.data.coco import coco_instances
from askmap.training.data.reading import ReadOptions
from askmap.training.data.samples import BadData
from askmap.training.sample_sets import check, faults, open_samples
from rle import listed, packed
from trees import again, filled, picture, text

LEFT, RIGHT = (2, 3, 8, 7), (12, 1, 15, 4)


def ring(box):
    x0, y0, x1, y1 = box
    return [x0, y0, x1, y0, x1, y1, x0, y1]


def content():
    """Two tanks (a polygon, a crowd) and a ship (packed runs) in a picture, a ship in another."""
    files = [{"id": n, "file_name": f"{n}.png", "width": 20, "height": 10} for n in (1, 2, 3)]
    names = [{"id": 7, "name": "storage_tank"}, {"id": 9, "name": "ship"}]
    rows = [
        {"image_id": 1, "category_id": 7, "segmentation": [ring(LEFT)], "iscrowd": 0},
        {"image_id": 1, "category_id": 7, "segmentation": listed(filled(RIGHT)), "iscrowd": 1},
        {"image_id": 1, "category_id": 9, "segmentation": packed(filled(LEFT)), "iscrowd": 0},
        {"image_id": 2, "category_id": 9, "segmentation": [ring(LEFT), ring(RIGHT)], "iscrowd": 0},
    ]
    return {
        "images": files,
        "annotations": [{"id": n, **row} for n, row in enumerate(rows)],
        "categories": names,
    }


@pytest.fixture
def tree(tmp_path):
    for number in (1, 2, 3):
        picture(tmp_path / "images" / f"{number}.png")
    text(tmp_path / "annotations" / "instances_train.json", json.dumps(content()))
    return tmp_path


def write(tree, changed):
    text(tree / "annotations" / "instances_train.json", json.dumps(changed))


def test_a_category_in_a_picture_is_a_sample_and_each_annotation_a_target(tree):
    tanks, ship, pair = open_samples(tree)
    assert (tanks.name, tanks.kind) == ("1-storage tank", "storage tank")
    assert tanks.questions == ("Which pixels show something called storage tank?",)
    assert [target.box for target in tanks.targets] == [Box(*LEFT), Box(*RIGHT)]
    assert [target.label for target in tanks.targets] == ["storage tank"] * 2
    assert np.array_equal(tanks.read_mask(), filled(LEFT, RIGHT))
    assert np.array_equal(ship.read_mask(), filled(LEFT))
    assert [target.box for target in pair.targets] == [Box(2, 1, 15, 7)]


def test_the_question_may_be_the_recipes(tree):
    asked = open_samples(tree, reading=ReadOptions(template="Find each {category} {0}!"))[0].questions
    assert asked == ("Find each storage tank {0}!",)
    with pytest.raises(BadData, match="no place for {category}"):
        ReadOptions(template="Find it!")


def test_a_good_tree_has_no_fault_and_its_samples_can_go_to_another_process(tree):
    samples = open_samples(tree)
    check(samples)
    assert again(samples[0]).read_mask().any()
    assert len(again(samples[1:])) == 2


def test_the_file_itself_may_be_named(tree):
    assert len(open_samples(tree / "annotations" / "instances_train.json")) == 3


def test_pictures_may_lie_elsewhere(tree):
    (tree / "images").rename(tree / "pool")
    with pytest.raises(BadData, match=r"no picture 1\.png"):
        open_samples(tree)
    assert open_samples(tree, reading=ReadOptions(images=tree / "pool"))[0].read_picture().any()


@pytest.mark.parametrize(
    ("part", "number", "change", "told"),
    [
        ("annotations", 2, {"image_id": 99}, "Annotation 2 of .* has the image_id 99, which is not there"),
        ("annotations", 2, {"category_id": -1}, "Annotation 2 of .* has the category_id -1"),
        ("annotations", 2, {"category_id": [7]}, "Annotation 2 of .* has the category_id"),
        ("images", 1, {"id": 1}, "Number 1 of the images of .* has no id of its own"),
        ("images", 1, {"file_name": "../../secret.png"}, "Image 2 of .* lies outside"),
        ("images", 0, {"width": 10**9}, "Image 1 of .* claims 1000000000 x 10 pixels"),
        ("images", 0, {"height": "10"}, "«height» should be a whole number"),
        ("categories", 1, {"name": ""}, "The category of Annotation 2 of .* has no words"),
    ],
)
def test_a_bad_row_is_named_when_the_file_is_opened(tree, part, number, change, told):
    changed = content()
    changed[part][number] |= change
    write(tree, changed)
    with pytest.raises(BadData, match=told) as caught:
        open_samples(tree)
    assert "instances_train.json" in str(caught.value)


@pytest.mark.parametrize("part", ["images", "annotations", "categories"])
def test_a_file_that_lacks_a_list_says_which(tree, part):
    write(tree, {key: value for key, value in content().items() if key != part})
    with pytest.raises(BadData, match=f"«{part}» should be a list"):
        open_samples(tree)


@pytest.mark.parametrize("segmentation", [None, [], [[1, 2, 3]], {"size": [10, 20], "counts": "1"}])
def test_a_bad_segmentation_is_found_by_checking_and_names_its_annotation(tree, segmentation):
    changed = content()
    changed["annotations"][2]["segmentation"] = segmentation
    write(tree, changed)
    (fault,) = faults(open_samples(tree))
    assert "nnotation 2 of" in str(fault)


def test_an_outline_without_a_pixel_is_no_target_but_never_makes_a_question_without_one(tree):
    changed = content()
    changed["annotations"][1]["segmentation"] = changed["annotations"][2]["segmentation"] = [
        [5.1, 5.1, 5.2, 5.1, 5.2, 5.2]
    ]
    write(tree, changed)
    samples = open_samples(tree)
    assert len(samples[0].targets) == 1
    with pytest.raises(BadData, match="Annotation 2 of .* covers no pixel"):
        samples[1]


def test_a_picture_of_another_size_than_the_file_says_is_named(tree):
    picture(tree / "images" / "2.png", 21, 10)
    with pytest.raises(
        BadData, match=r"Annotation 3 of .* has 20 x 10 pixels, but its picture .*2\.png has 21 x 10"
    ):
        check(open_samples(tree))


def test_a_missing_split_and_an_empty_file_are_no_set(tree):
    with pytest.raises(BadData, match="no COCO file for «val»"):
        open_samples(tree, "val")
    write(tree, content() | {"annotations": []})
    with pytest.raises(BadData, match="holds no annotation"):
        open_samples(tree)


def test_instances_are_spread_evenly_and_filled_with_their_edges(tree):
    found = list(coco_instances(tree / "annotations" / "instances_train.json", tree / "images", 300))
    assert [each.image.name for each in found] == ["1.png", "2.png"]
    assert found[0].mask[3:7, 2:8].all()
    assert 24 < found[0].mask.sum() <= 48


@pytest.mark.parametrize("name", ["images\\1.png", "1.png", "images/1.png", "images\\deep/1.png"])
def test_a_picture_may_be_named_as_windows_names_it(tree, name):
    picture(tree / "images" / "deep" / "1.png")
    changed = content()
    changed["images"][0]["file_name"] = name
    write(tree, changed | {"annotations": changed["annotations"][:1]})
    assert open_samples(tree)[0].read_picture().any()


def test_a_picture_that_is_missing_hides_no_other_and_is_named_when_it_is_read(tree):
    (tree / "images" / "1.png").unlink()
    samples = open_samples(tree)
    assert samples[2].read_picture().any()
    told = [str(fault) for fault in faults(samples)]
    assert [fault.endswith("1.png.") for fault in told] == [True, True]


def test_a_name_that_no_file_can_have_is_a_missing_picture(tree):
    changed = content()
    for image in changed["images"]:
        image["file_name"] = "a" * 5000
    write(tree, changed)
    with pytest.raises(BadData, match="There is no picture a"):
        open_samples(tree)


@pytest.mark.parametrize("nothing", [{}, {"segmentation": None}, {"segmentation": []}])
def test_boxes_alone_are_refused_for_that_reason(tree, nothing):
    changed = content()
    for row in changed["annotations"]:
        del row["segmentation"]
        row |= {"bbox": [1, 2, 3, 4], **nothing}
    write(tree, changed)
    with pytest.raises(BadData, match="boxes at most: no annotation has a segmentation") as caught:
        open_samples(tree)
    assert "Outline the objects" in caught.value.hint


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"segmentation": [[1, 2, 3, "x", 5, 6]]}, "A polygon of Annotation 0"),
        ({"image_id": 77}, "Annotation 0 of .* has the image_id 77"),
    ],
)
def test_instances_of_broken_labels_are_named(tree, change, told):
    changed = content()
    changed["annotations"][0] |= change
    write(tree, changed)
    with pytest.raises(BadData, match=told):
        list(coco_instances(tree / "annotations" / "instances_train.json", tree / "images", 300))


def test_instances_leave_out_what_has_boxes_only_and_bound_what_lies_far_off(tree):
    changed = content()
    del changed["annotations"][0]["segmentation"]
    changed["annotations"][3]["segmentation"] = [[-1e300, 0, 1e300, 0, 1e300, 1e300]]
    write(tree, changed)
    found = list(coco_instances(tree / "annotations" / "instances_train.json", tree / "images", 300))
    assert [each.image.name for each in found] == ["2.png"]
