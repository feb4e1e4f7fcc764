import json

import numpy as np
import pytest
from askmap.backend.errors import UnreadableAnswer
from askmap.backend.stages import Answer, Box, Grounding, MaskSet, Provenance, Target
from askmap.training.evaluate import (
    Case,
    answer_questions,
    coco_instances,
    filled_box,
    grabcut,
    iou,
    summary,
)
from PIL import Image


def case(readable=True, expects=True, found=True, both=0, either=0):
    return Case("tank", readable, expects, found, both, either, 0.1)


def test_an_image_where_neither_truth_nor_answer_has_a_pixel_counts_as_right():
    assert case(expects=False, found=False).iou == 1.0


def test_an_unreadable_answer_is_worth_nothing_also_where_nothing_was_to_find():
    assert case(readable=False, expects=False, found=False).iou == 0.0


def test_giou_is_the_mean_of_the_images_and_ciou_that_of_the_pixels():
    figures = summary([case(both=1, either=2), case(both=90, either=100)])
    assert figures["gIoU"] == pytest.approx(0.7)
    assert figures["cIoU"] == pytest.approx(91 / 102)


def test_finding_something_where_nothing_is_and_writing_nonsense_are_both_wrong():
    empty = [
        case(expects=False, found=False),
        case(expects=False, found=True, either=5),
        case(readable=False, expects=False, found=False),
    ]
    figures = summary([*empty, case(both=1, either=1)])
    assert figures["no_target_right"] == pytest.approx(1 / 3)
    assert figures["readable"] == pytest.approx(3 / 4)


class Seeing:
    """Finds the whole scene, or cannot be read."""

    def __init__(self, *, readable):
        self._readable = readable

    def answer(self, scene, question, report=None):
        if not self._readable:
            raise UnreadableAnswer("It wrote nonsense.")
        height, width = scene.grid.height, scene.grid.width
        grounding = Grounding("", (Target(Box(0, 0, width, height)),), "", "plain")
        masks = MaskSet(np.ones((1, height, width), bool), np.ones(1, np.float32))
        origin = Provenance("", "", "", "", "", "cpu", 0, "", "")
        return Answer(question, grounding, masks, scene.grid, origin)


def test_the_same_questions_are_asked_every_time():
    first, again = (list(answer_questions(Seeing(readable=True), "in", 4)) for _ in range(2))
    assert [(c.kind, c.union) for c in first] == [(c.kind, c.union) for c in again]
    assert all(c.union == 256 * 256 for c in first)


def test_an_unreadable_answer_is_counted_and_stops_nothing():
    cases = list(answer_questions(Seeing(readable=False), "out", 3))
    assert [c.readable for c in cases] == [False] * 3


def test_instances_of_a_coco_file_become_masks(tmp_path):
    Image.new("RGB", (20, 10)).save(tmp_path / "a.png")
    square = {"image_id": 1, "segmentation": [[2, 3, 8, 3, 8, 7, 2, 7]]}
    labels = {
        "images": [{"id": 1, "file_name": "a.png", "width": 20, "height": 10}],
        "annotations": [square],
    }
    (tmp_path / "labels.json").write_text(json.dumps(labels))
    (instance,) = coco_instances(tmp_path / "labels.json", tmp_path, 300)
    assert instance.mask.shape == (10, 20)
    assert instance.mask[4, 4]
    assert iou(instance.mask, np.pad(np.ones((4, 6), bool), ((3, 3), (2, 12)))) > 0.65


def test_grabcut_finds_a_bright_disc_better_than_a_filled_box_does():
    y, x = np.mgrid[:60, :80]
    disc = (x - 40) ** 2 + (y - 30) ** 2 < 15**2
    image = np.where(disc[..., None], 220, 40).astype(np.uint8).repeat(3, axis=2)
    target = Target(Box(25, 15, 56, 46))
    assert iou(grabcut(image, target), disc) > 0.95 > iou(filled_box(image, target), disc)
