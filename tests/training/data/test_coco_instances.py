"""training/data/coco_instances.py: single objects of a COCO file."""

from __future__ import annotations

import numpy as np
import pytest
from askmap.training.data.coco_instances import drawn, read_instances, spread_by_kind, spread_evenly
from askmap.training.data.samples import BadData
from coco_sets import LEFT, RIGHT, boxed, content, tree_of, written
from trees import filled

LABELS = "annotations/instances_train.json"


@pytest.fixture
def tree(tmp_path):
    return tree_of(tmp_path)


def instances(tree, images="images"):
    found = read_instances(tree / LABELS, tree / images if images else None)
    return list(filter(None, map(drawn, found.rows)))


def test_polygons_are_filled_with_their_edges_and_runs_are_what_they_are(tree):
    tank, crowd, ship, pair = instances(tree)
    assert [each.image.name for each in (tank, crowd, ship, pair)] == ["1.png", "1.png", "1.png", "2.png"]
    assert [each.kind for each in (tank, crowd, ship, pair)] == [
        "storage tank",
        "storage tank",
        "ship",
        "ship",
    ]
    assert tank.mask[3:7, 2:8].all()
    assert 24 < tank.mask.sum() <= 48
    assert np.array_equal(crowd.mask, filled(RIGHT))
    assert np.array_equal(ship.mask, filled(LEFT))


def test_pictures_are_looked_for_beside_the_labels(tree):
    assert [each.image for each in instances(tree, "")] == [each.image for each in instances(tree)]


def test_boxes_are_left_out_and_counted(tree):
    changed = content()
    changed["annotations"][0] |= boxed(LEFT)
    written(tree, changed)
    found = read_instances(tree / LABELS)
    assert (len(found.rows), found.boxes_only) == (3, 1)
    for row in changed["annotations"]:
        row |= boxed(LEFT)
    written(tree, changed)
    found = read_instances(tree / LABELS)
    assert (len(found.rows), found.boxes_only) == (0, 4)


def test_a_file_without_classes_has_instances_without_one(tree):
    changed = content()
    del changed["categories"]
    written(tree, changed)
    assert {each.kind for each in instances(tree)} == {""}


def test_a_count_spreads_evenly_over_all_or_over_each_class(tree):
    rows = read_instances(tree / LABELS).rows
    assert [row.place.split()[1] for row in spread_evenly(rows, 2)] == ["0", "3"]
    assert [row.place.split()[1] for row in spread_by_kind(rows, 1)] == ["0", "2"]
    assert len(spread_evenly(rows, 300)) == len(spread_by_kind(rows, 300)) == 4


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"segmentation": [[1, 2, 3, "x", 5, 6]]}, "A polygon of Annotation 0"),
        ({"segmentation": {"size": [10, 20], "counts": [5, 900]}}, "The runs of Annotation 0 .* do not fill"),
        ({"segmentation": {"size": [10, 20], "counts": [5, 9]}}, "The runs of Annotation 0 .* do not fill"),
        ({"segmentation": {"size": [20, 10], "counts": [200]}}, "Annotation 0 .* has runs for another size"),
        ({"segmentation": {"size": [9000, 9000], "counts": [10**400]}}, "The runs of Annotation 0"),
        ({"segmentation": {"size": [10, 20], "counts": "]]]]"}}, "The runs of Annotation 0"),
        ({"segmentation": [[1, 2, 3, 4, 5, 6], {"size": [10, 20]}]}, "Annotation 0"),
        ({"segmentation": "polygon"}, "Annotation 0"),
        ({"image_id": 77}, "Annotation 0 of .* has the image_id 77"),
        ({"category_id": 77}, "Annotation 0 of .* has the category_id 77"),
    ],
)
def test_broken_labels_are_named(tree, change, told):
    changed = content()
    changed["annotations"][0] |= change
    written(tree, changed)
    with pytest.raises(BadData, match=told):
        instances(tree)


def test_a_picture_of_another_size_than_the_file_says_is_named_before_anything_is_drawn(tree):
    changed = content()
    changed["images"][0] |= {"width": 9_000, "height": 9_000}
    written(tree, changed)
    with pytest.raises(BadData, match=r"has 9000 x 9000 pixels, but its picture .*1\.png has 20 x 10"):
        instances(tree)


def test_what_lies_far_off_is_bounded(tree):
    changed = content()
    changed["annotations"][3]["segmentation"] = [[-1e300, 0, 1e300, 0, 1e300, 1e300]]
    written(tree, changed)
    assert instances(tree)[-1].image.name == "2.png"
