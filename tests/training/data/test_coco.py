"""training/data/coco.py, on files as tools write them."""

import re

import numpy as np
import pytest
from askmap.backend.stages import Box, Target
from askmap.training.data.reading import ReadOptions
from askmap.training.data.samples import BadData
from askmap.training.sample_sets import check, faults, open_samples
from coco_sets import LEFT, RIGHT, boxed, content, tree_of, written
from trees import again, filled, picture


@pytest.fixture
def tree(tmp_path):
    return tree_of(tmp_path)


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
    written(tree, changed)
    with pytest.raises(BadData, match=told) as caught:
        open_samples(tree)
    assert "instances_train.json" in str(caught.value)


@pytest.mark.parametrize("part", ["images", "annotations", "categories"])
def test_a_file_that_lacks_a_list_says_which(tree, part):
    written(tree, {key: value for key, value in content().items() if key != part})
    with pytest.raises(BadData, match=f"«{part}» should be a list"):
        open_samples(tree)


@pytest.mark.parametrize("segmentation", [None, [], [[1, 2, 3]], {"size": [10, 20], "counts": "1"}])
def test_a_bad_segmentation_is_found_by_checking_and_names_its_annotation(tree, segmentation):
    changed = content()
    changed["annotations"][2]["segmentation"] = segmentation
    written(tree, changed)
    (fault,) = faults(open_samples(tree))
    assert "nnotation 2 of" in str(fault)


def test_an_outline_without_a_pixel_is_no_target_but_never_makes_a_question_without_one(tree):
    changed = content()
    changed["annotations"][1]["segmentation"] = changed["annotations"][2]["segmentation"] = [
        [5.1, 5.1, 5.2, 5.1, 5.2, 5.2]
    ]
    written(tree, changed)
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
    written(tree, content() | {"annotations": []})
    with pytest.raises(BadData, match="holds no annotation"):
        open_samples(tree)


@pytest.mark.parametrize("name", ["images\\1.png", "1.png", "images/1.png", "images\\deep/1.png"])
def test_a_picture_may_be_named_as_windows_names_it(tree, name):
    picture(tree / "images" / "deep" / "1.png")
    changed = content()
    changed["images"][0]["file_name"] = name
    written(tree, changed | {"annotations": changed["annotations"][:1]})
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
    written(tree, changed)
    with pytest.raises(BadData, match="There is no picture a"):
        open_samples(tree)


@pytest.mark.parametrize("nothing", [{}, {"segmentation": None}, {"segmentation": []}])
def test_boxes_alone_are_targets_without_points_and_their_samples_have_no_mask(tree, nothing):
    changed = content()
    for row in changed["annotations"]:
        del row["segmentation"]
        row |= {"bbox": [1, 2, 3, 4], **nothing}
    written(tree, changed)
    samples = open_samples(tree)
    check(samples)
    assert [len(sample.targets) for sample in samples] == [2, 1, 1]
    assert samples[1].targets == (Target(Box(1, 2, 4, 6), (), "ship"),)
    assert all(sample.read_mask is None for sample in samples)


def test_what_is_boxed_in_part_has_points_where_it_has_outlines_and_no_mask(tree):
    changed = content()
    changed["annotations"][1] |= boxed(RIGHT)
    written(tree, changed)
    tanks, ship, _ = open_samples(tree)
    assert [(target.box, len(target.points)) for target in tanks.targets] == [
        (Box(*LEFT), 2),
        (Box(*RIGHT), 0),
    ]
    assert tanks.read_mask is None
    assert ship.read_mask().any()


def test_a_box_is_cut_to_its_picture_and_one_beside_it_is_no_target(tree):
    changed = content()
    changed["annotations"][0] |= boxed((-3, 8, 5, 14))
    changed["annotations"][1] |= boxed((20, 2, 30, 8))
    written(tree, changed)
    assert [target.box for target in open_samples(tree)[0].targets] == [Box(0, 8, 5, 10)]


@pytest.mark.parametrize(
    ("box", "told"),
    [
        (None, "Annotation 2 of .* has neither a segmentation nor a bbox"),
        ([1, 2, 3], "The bbox of Annotation 2 of .* should be 4 numbers"),
        ([1, 2, float("nan"), 4], "The bbox of Annotation 2 of .* should be 4 numbers"),
        ("1 2 3 4", "The bbox of Annotation 2 of .* should be 4 numbers"),
        ([1, 2, 0, 4], "Annotation 2 of .* has a bbox of 0 x 4 pixels"),
        ([1, 2, 3, -4], "Annotation 2 of .* has a bbox of 3 x -4 pixels"),
        ([1, 2, 1e300, 4], "Annotation 2 of .* has a bbox far outside of its 20 x 10 pixels"),
        ([21, 2, 3, 4], "Annotation 2 of .* covers no pixel, and it is all of its category"),
    ],
)
def test_a_bad_box_is_found_by_checking_and_names_its_annotation(tree, box, told):
    changed = content()
    changed["annotations"][2] |= {"segmentation": [], "bbox": box}
    written(tree, changed)
    (fault,) = faults(open_samples(tree))
    assert re.search(told, str(fault))


def test_a_file_that_claims_another_size_is_named_before_anything_is_drawn(tree):
    changed = content()
    changed["images"][0] |= {"width": 9_000, "height": 9_000}
    changed["annotations"][0] |= boxed((1, 2, 3, 4))
    written(tree, changed)
    samples = open_samples(tree)
    for index in (0, 1):
        with pytest.raises(BadData, match=r"has 9000 x 9000 pixels, but its picture .*1\.png has 20 x 10"):
            samples[index]
