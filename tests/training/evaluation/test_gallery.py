"""The contact sheet of random answers: which ones, whether each is right, and what is written below."""

from __future__ import annotations

import json
from functools import partial

import cv2
import numpy as np
import pytest
from askmap.backend.errors import UnreadableAnswer
from askmap.backend.stages import Box
from askmap.training.data.samples import OUTSIDE, Sample
from askmap.training.evaluation import gallery
from askmap.training.evaluation.asking import ask
from askmap.training.evaluation.case_picture import ANSWER, TRUTH
from askmap.training.evaluation.gallery import (
    FRAME_PX,
    RIGHT,
    WRONG,
    card,
    is_right,
    main,
    outcome_text,
    random_samples,
    sheet,
    summary,
)
from PIL import Image
from seeing import Seeing

TANK = Box(8, 8, 24, 24)


def ground():
    return np.full((32, 32, 3), 90, np.uint8)


def mask_of(*boxes):
    mask = np.zeros((32, 32), np.bool_)
    for x0, y0, x1, y1 in boxes:
        mask[y0:y1, x0:x1] = True
    return mask


def sample_of(name="a", boxes=((8, 8, 24, 24),), **other):
    known = {"questions": ("Where is fuel?",), "read_mask": partial(mask_of, *boxes), "kind": "ucm: tank"}
    return Sample(name, read_picture=ground, **(known | other))


def case_of(engine, sample=None):
    sample = sample or sample_of()
    return ask(engine, sample, sample.questions[0])


class NotKnowing(Seeing):
    def answer(self, scene, question, report=None):
        answer = super().answer(scene, question)
        object.__setattr__(answer.grounding, "is_unknown", True)
        return answer


OF_NOTHING = sample_of(boxes=(), targets=())
OF_OUTSIDE = sample_of(boxes=(), targets=(), kind=OUTSIDE)


@pytest.mark.parametrize(
    ("engine", "sample", "right", "text"),
    [
        (Seeing(TANK), sample_of(), True, "1 found, IoU 1.00"),
        (Seeing(Box(0, 0, 8, 8)), sample_of(), False, "1 found, IoU 0.00"),
        (Seeing(), sample_of(), False, "none found, but it is there"),
        (Seeing(), OF_NOTHING, True, "none found, none is there"),
        (Seeing(TANK), OF_NOTHING, False, "1 found where nothing is"),
        (NotKnowing(), sample_of(), False, "does not know what that is"),
        (NotKnowing(), OF_NOTHING, False, "does not know what that is"),
        (NotKnowing(), OF_OUTSIDE, True, "does not know what that is"),
        (Seeing(), OF_OUTSIDE, False, "none found, none is there"),
        (Seeing(error=UnreadableAnswer("no boxes")), sample_of(), False, "cannot be read"),
    ],
)
def test_what_is_right_and_what_is_said_of_it(engine, sample, right, text):
    case = case_of(engine, sample)
    assert is_right(case) == right
    assert outcome_text(case) == text


def test_a_card_is_framed_by_whether_it_is_right_and_shows_both_outlines():
    for engine, colour in ((Seeing(TANK), RIGHT), (Seeing(Box(0, 0, 12, 12)), WRONG)):
        drawn = np.asarray(card(sample_of(), case_of(engine)))
        assert tuple(drawn[FRAME_PX - 1, 40]) == colour
    for colour in (TRUTH, ANSWER):
        assert np.abs(drawn.astype(int) - colour).sum(axis=-1).min() < 60  # the line is smoothed


def test_which_ones_are_drawn_follows_from_the_seed_and_none_comes_twice():
    samples = [sample_of(str(number)) for number in range(20)]
    names = [[each.name for each in random_samples(samples, 8, seed)] for seed in (1, 1, 2)]
    assert names[0] == names[1] != names[2]
    assert len(set(names[0])) == 8
    assert len(random_samples(samples, 50, 0)) == 20


def test_the_summary_counts_the_right_ones():
    cases = [case_of(Seeing(TANK)), case_of(Seeing()), case_of(Seeing(), OF_NOTHING)]
    assert summary(cases) == "2 of 3 right. gIoU 0.50 where there is something to find."
    assert summary(cases[2:]) == "1 of 1 right."


def test_a_last_row_may_be_short():
    cards = [Image.new("RGB", (gallery.SIDE_PX, gallery.SIDE_PX + gallery.caption_px()))] * 5
    two, one = sheet(cards, "five", 3), sheet(cards[:1], "one", 3)
    assert two.width > 3 * gallery.SIDE_PX
    assert two.height > 2 * gallery.SIDE_PX
    assert one.width < 2 * gallery.SIDE_PX


@pytest.fixture
def labels(tmp_path):
    """Four pictures with a tank each, as COCO has them."""
    (tmp_path / "images").mkdir()
    images = [{"id": n, "file_name": f"{n}.png", "width": 32, "height": 32} for n in range(1, 5)]
    for image in images:
        cv2.imwrite(str(tmp_path / "images" / image["file_name"]), ground())
    outline = [[8, 8, 24, 8, 24, 24, 8, 24]]
    rows = [
        {
            "id": n,
            "image_id": n,
            "category_id": 1,
            "segmentation": outline,
            "bbox": [8, 8, 16, 16],
            "area": 256,
        }
        for n in range(1, 5)
    ]
    categories = [{"id": 1, "name": "tank"}]
    content = {"images": images, "annotations": rows, "categories": categories}
    (tmp_path / "instances_val.json").write_text(json.dumps(content))
    return tmp_path


@pytest.mark.parametrize("name", ["gallery.jpg", "deep/er/gallery.png"])
def test_a_set_is_asked_and_drawn_as_a_picture(labels, tmp_path, capsys, name):
    out = tmp_path / name
    options = ["--data", f"{labels}:val", "--layout", "coco", "--count", "3", "--columns", "2"]
    assert main([*options, "--out", str(out)], lambda settings: Seeing(TANK)) == 0
    with Image.open(out) as drawn:
        assert drawn.width > 2 * gallery.SIDE_PX
    assert "3 of 3 right. gIoU 1.00" in capsys.readouterr().out


def test_a_name_that_is_no_picture_is_refused(labels, tmp_path, capsys):
    options = ["--data", f"{labels}:val", "--layout", "coco", "--count", "1"]
    assert main([*options, "--out", str(tmp_path / "gallery.pdf")], lambda settings: Seeing(TANK)) == 2
    assert "JPEG or a PNG" in capsys.readouterr().err


def test_a_set_that_is_not_there_is_said(capsys):
    assert main(["--data", "/nowhere:val"], lambda settings: Seeing()) == 2
    assert "There is no /nowhere" in capsys.readouterr().err
