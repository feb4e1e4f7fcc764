"""askmap bop: masks of a whole set to boxes and points, with a small segmenter in SAM2's place."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from askmap.backend.samples.bop_format import Row, write_samples
from askmap.backend.stages import Box, Point, Target
from askmap.training.data.samples import Sample
from askmap.training.labelling.command import main, verdict
from askmap.training.labelling.pipeline import DRAWN, DROPPED, IOUS, Rule, kept_row, parts_of
from askmap.training.sample_sets import check, open_samples
from coco_sets import ring
from labels import (
    BARN,
    SHIP,
    FilledBox,
    Unloadable,
    asked_data,
    complaint,
    label,
    lines,
    tree,
)
from trees import filled, mask, picture


@pytest.fixture
def data(tmp_path):
    return asked_data(tmp_path / "data")


def test_masks_become_a_set_that_is_complete_by_itself(data, tmp_path, capsys):
    assert label(data, tmp_path / "out") == 0
    said = capsys.readouterr()
    shutil.rmtree(data)
    samples = open_samples(tmp_path / "out")
    check(samples)
    assert [sample.name for sample in samples] == ["ship", "barn", "nothing", "small"]
    ship, _, nothing, _ = samples
    (target,) = ship.targets
    assert (target.box, target.label, len(target.points)) == (Box(*SHIP), "ship", 2)
    assert (ship.read_mask() == filled(SHIP)).all()
    assert (ship.questions, ship.kind, ship.thought) == (("Where is the ship?",), "ship", "Seen.")
    assert nothing.targets == ()
    assert said.out.startswith("Kept 3, dropped by the filter 1, without a target 1; targets kept 3, ")
    assert said.out.count("\n") == 1


def test_what_the_segmenter_cannot_draw_is_dropped_and_listed(data, tmp_path):
    label(data, tmp_path / "out")
    bent = 20 * 2 + 2 * 8  # of the 200 pixels in its box
    dropped = lines(tmp_path / "out" / "labelling" / "train" / DROPPED)
    assert dropped == [{"name": "bent", "box": [0, 0, 20, 10], "iou": round(bent / 200, 4)}]
    label(data, tmp_path / "mild", "--least-iou", bent / 200)
    assert len(open_samples(tmp_path / "mild")) == 5


def test_each_picture_is_encoded_once_and_its_targets_go_together(data, tmp_path):
    segmenter = FilledBox()
    label(data, tmp_path / "out", segmenter=segmenter)
    assert len(segmenter.encoded) == len(set(segmenter.encoded)) == 2
    assert [len(targets) for targets in segmenter.calls] == [3, 1]
    assert len(list((tmp_path / "out" / "images").iterdir())) == 2


def test_the_segmenter_sees_the_box_and_the_first_point(data, tmp_path):
    segmenter = FilledBox()
    label(data, tmp_path / "out", segmenter=segmenter)
    (drawn,) = (t for row in open_samples(tmp_path / "out") if row.name == "ship" for t in row.targets)
    assert segmenter.calls[0][0] == Target(drawn.box, drawn.points[:1], "ship")


def test_without_the_filter_everything_is_kept_and_nothing_loaded(data, tmp_path, capsys):
    assert label(data, tmp_path / "out", "--no-filter", segmenter=Unloadable()) == 0
    assert capsys.readouterr().out.startswith("Kept 4, dropped by the filter 0, ")


def test_parts_are_judged_one_by_one(tmp_path, capsys):
    picture(tmp_path / "data" / "a.png")
    mask(tmp_path / "data" / "m.png", (0, 0, 4, 4), (6, 0, 16, 5), (18, 8, 20, 10))
    write_samples(tmp_path / "data", [Row("two", "a.png", ("Where?",), None, "m.png", "shed")])
    assert label(tmp_path / "data", tmp_path / "out", "--targets", "parts", segmenter=FilledBox(most=5)) == 0
    (sample,) = open_samples(tmp_path / "out")
    assert [target.box for target in sample.targets] == [Box(0, 0, 4, 4)]
    assert (sample.read_mask() == filled((0, 0, 4, 4), (6, 0, 16, 5), (18, 8, 20, 10))).all()
    assert "Kept 1, dropped by the filter 0, " in (said := capsys.readouterr().out)
    assert "targets kept 1, refused beside them 1." in said


def test_a_mask_of_specks_only_is_dropped_and_not_said_to_be_empty(data, tmp_path, capsys):
    label(data, tmp_path / "out", "--targets", "parts")
    assert "small" not in [sample.name for sample in open_samples(tmp_path / "out")]
    assert {"name": "small", "box": None, "iou": None} in lines(
        tmp_path / "out" / "labelling" / "train" / DROPPED
    )
    assert "Kept 2, dropped by the filter 2, without a target 1" in capsys.readouterr().out


def sample(truth, targets=None):
    return Sample("a", ("Where?",), lambda: None, lambda: truth, targets, "ship")


def test_the_sets_own_instances_are_the_parts_where_each_has_a_box_and_two_points():
    truth = filled((0, 0, 4, 4), (4, 0, 12, 4))
    left = Target(Box(0, 0, 4, 4), (Point(1, 1), Point(3, 3)))
    right = Target(Box(4, 0, 12, 4), (Point(6, 1), Point(9, 3)))
    rule = Rule("parts", 4)
    assert [part.target for part in parts_of(sample(truth, (left, right)), truth, rule)] == [right, left]
    halves = (left, Target(right.box, right.points[:1]))
    for targets in (halves, (left,), None):
        (only,) = parts_of(sample(truth, targets), truth, rule)
        assert only.target.box == Box(0, 0, 12, 4)
    assert len(parts_of(sample(truth, (left, right)), truth, Rule("one"))) == 1
    assert [part.target for part in parts_of(sample(truth, (left, right)), truth, Rule())] == [right, left]
    assert [part.target for part in parts_of(sample(truth, (left,)), truth, Rule())] == [
        part.target for part in parts_of(sample(truth), truth, Rule("one"))
    ]


def coco_of(folder, *annotations):
    """One picture, and what is annotated in it, each its own instance."""
    picture(folder / "images" / "a.png")
    rows = [{"id": n, "image_id": 1, "category_id": 1, **row} for n, row in enumerate(annotations)]
    images = [{"id": 1, "file_name": "a.png", "width": 20, "height": 10}]
    content = {"images": images, "categories": [{"id": 1, "name": "hut"}], "annotations": rows}
    (folder / "instances_train.json").write_text(json.dumps(content))
    return folder


def outlined(*boxes):
    return {"segmentation": [ring(box) for box in boxes]}


FAR_APART = (0, 0, 4, 4), (15, 5, 20, 10)


def test_the_sets_own_instances_are_targets_and_are_judged_as_one_answer(tmp_path, capsys):
    """All in one box SAM2 could make nothing of: that dropped every picture of many things."""
    data = coco_of(tmp_path / "data", *(outlined(box) for box in FAR_APART))
    assert label(data, tmp_path / "one", "--targets", "one") == 0
    assert "Kept 0, dropped by the filter 1" in (said := capsys.readouterr().out)
    assert "draws what was dropped with an IoU of 0.20 in the median, and 0.6 is asked for" in said
    assert label(data, tmp_path / "out") == 0
    (huts,) = open_samples(tmp_path / "out")
    assert [target.box for target in huts.targets] == [Box(*box) for box in FAR_APART[::-1]]
    assert "Kept 1, dropped by the filter 0, without a target 0; targets kept 2" in capsys.readouterr().out


def test_an_answer_is_kept_as_a_whole_or_not_at_all(tmp_path):
    data = coco_of(tmp_path / "data", *(outlined(box) for box in ((0, 0, 20, 4), (0, 6, 4, 10))))
    drawn = FilledBox(most=10)  # not the first
    assert label(data, tmp_path / "out", segmenter=drawn) == 0
    assert lines(tmp_path / "out" / "train.jsonl") == []
    dropped = lines(tmp_path / "out" / "labelling" / "train" / DROPPED)
    assert [line["iou"] for line in dropped] == [round(16 / 96, 4)] * 2
    assert label(data, tmp_path / "mild", "--least-iou", 16 / 96, segmenter=drawn) == 0
    (huts,) = open_samples(tmp_path / "mild")
    assert len(huts.targets) == 2


def test_what_is_refused_as_one_is_tried_in_pieces(tmp_path):
    data = coco_of(tmp_path / "data", outlined(*((0, 0, 4, 4), (15, 5, 20, 10))))
    assert label(data, tmp_path / "out") == 0
    whole = tree(tmp_path / "out")
    (hut,) = open_samples(tmp_path / "out")
    assert [target.box for target in hut.targets] == [Box(15, 5, 20, 10), Box(0, 0, 4, 4)]
    again = FilledBox()
    assert label(data, tmp_path / "out", segmenter=again) == 0
    assert again.encoded == []
    assert tree(tmp_path / "out") == whole


def test_boxes_without_a_mask_are_labels_as_they_are(tmp_path, capsys):
    box = {"segmentation": [], "bbox": [1, 2, 3, 4]}
    data = coco_of(tmp_path / "data", box, outlined((15, 5, 20, 10)))
    segmenter = FilledBox()
    assert label(data, tmp_path / "out", segmenter=segmenter) == 0
    assert segmenter.calls == []
    samples = open_samples(tmp_path / "out")
    check(samples)
    (huts,) = samples
    assert [(target.box, len(target.points)) for target in huts.targets] == [
        (Box(1, 2, 4, 6), 0),
        (Box(15, 5, 20, 10), 2),
    ]
    assert huts.read_mask is None
    assert "Kept 1, dropped by the filter 0" in capsys.readouterr().out


@pytest.mark.parametrize("until", [0, 1])
def test_a_run_that_was_stopped_comes_to_the_same_files(data, tmp_path, until, capsys):
    assert label(data, tmp_path / "cut", segmenter=FilledBox(until=until)) == 130
    assert "same command goes on" in capsys.readouterr().err
    again = FilledBox()
    label(data, tmp_path / "cut", segmenter=again)
    assert len(again.encoded) == 2 - until
    label(data, tmp_path / "whole")
    assert tree(tmp_path / "cut") == tree(tmp_path / "whole")


@pytest.mark.parametrize("name", [DRAWN, IOUS])
def test_a_line_that_a_kill_cut_off_is_written_anew(data, tmp_path, name):
    label(data, tmp_path / "out")
    whole = tree(tmp_path / "out")
    file = tmp_path / "out" / "labelling" / "train" / name
    file.write_bytes(file.read_bytes()[:-9])
    assert label(data, tmp_path / "out") == 0
    assert tree(tmp_path / "out") == whole


def test_a_finished_run_is_not_done_again(data, tmp_path, capsys):
    label(data, tmp_path / "out")
    first = capsys.readouterr().out
    segmenter = FilledBox()
    label(data, tmp_path / "out", segmenter=segmenter)
    assert segmenter.encoded == []
    assert capsys.readouterr().out == first


def test_two_splits_share_a_folder(data, tmp_path):
    label(data, tmp_path / "out")
    label(data, tmp_path / "out", "--split-out", "val", "--count", 2)
    assert [len(open_samples(tmp_path / "out", split)) for split in ("train", "val")] == [4, 2]
    assert len(list((tmp_path / "out" / "images").iterdir())) == 2


def test_one_picture_in_two_splits_with_masks_of_one_name_stays_two_samples(data, tmp_path):
    label(data, tmp_path / "out")
    mask(data / "ship.png", BARN)
    label(data, tmp_path / "out", "--split-out", "val")
    masks = [open_samples(tmp_path / "out", split)[0].read_mask() for split in ("train", "val")]
    assert (masks[0] == filled(SHIP)).all()
    assert (masks[1] == filled(BARN)).all()


def test_sheets_hold_every_label_so_many_each(data, tmp_path):
    record = tmp_path / "out" / "labelling" / "train"
    label(data, tmp_path / "out", "--sheet", 2)
    assert sorted(path.name for path in record.glob("*.png")) == ["sheet-2.png", "sheet-3.png", "sheet.png"]
    label(data, tmp_path / "out")
    assert [path.name for path in record.glob("*.png")] == ["sheet.png"]
    label(data, tmp_path / "none", "--sheet", 0)
    assert list((tmp_path / "none").rglob("sheet*.png")) == []


def test_what_follows_up_another_question_is_no_label(tmp_path, capsys):
    assert label("following:in", tmp_path / "out", "--count", 2, "--no-filter") == 2
    assert "labels have no place for these" in " ".join(capsys.readouterr().err.split())
    assert not (tmp_path / "out").exists()


def test_landscapes_come_from_the_seeds_that_training_may_see(tmp_path):
    assert label("landscapes:out", tmp_path / "out", "--count", 2, "--no-filter") == 0
    names = [sample.name for sample in open_samples(tmp_path / "out")]
    assert all(int(name.removeprefix("out-")) >= 1_000_000 for name in names)


POINTED = Target(Box(1, 1, 2, 2), (Point(1, 1), Point(1.5, 1.5)))
ROW = Row("a", "a.png", ("?",), (Target(Box(0, 0, 1, 1)), Target(Box(1, 1, 2, 2))), "m.png")


def test_a_target_is_kept_from_the_least_iou_on():
    assert kept_row(ROW, {"a": (0.6, 0.59)}, 0.6).targets == ROW.targets[:1]
    assert kept_row(ROW, {"a": (0.5, 0.59)}, 0.6) is None
    assert kept_row(ROW, {}, 0.6) == ROW  # nobody was asked


def test_a_tile_says_what_became_of_its_sample():
    assert verdict(ROW, {"a": (0.8, 0.5)}, True) == "2 targets, IoU 0.50 to 0.80"
    assert verdict(ROW, {"a": (0.7, 0.7)}, True) == "2 targets, IoU 0.70"  # judged together
    assert verdict(ROW, {"a": (0.3, 0.5)}, False) == "dropped: 2 targets, IoU 0.30 to 0.50"
    assert verdict(Row("a", "a.png", ("?",), ()), {}, True) == "nothing to find"
    assert verdict(Row("a", "a.png", ("?",), None, "m.png"), {}, False) == "dropped: all parts too small"


def test_the_bundled_segmenter_filters_from_the_shell(tmp_path):
    out = Path(tmp_path / "out")
    command = ["landscapes:in", "-o", str(out), "--count", "3", "--device", "cpu", "--threads", "1"]
    assert main(command) == 0
    (by_picture, *_) = lines(out / "labelling" / "train" / IOUS)
    assert all(0 <= iou <= 1 for ious in by_picture["ious"].values() for iou in ious)


def test_other_settings_need_another_folder(data, tmp_path, capsys):
    label(data, tmp_path / "out")
    assert label(data, tmp_path / "out", "--least-iou", 0.7, "--targets", "parts") == 2
    assert "made with other settings: targets, least_iou. Choose" in complaint(capsys)


def test_a_set_that_changed_its_samples_is_no_longer_the_one_that_was_begun(data, tmp_path, capsys):
    label(data, tmp_path / "out")
    text = (data / "train.jsonl").read_text()
    (data / "train.jsonl").write_text(text.replace('"small"', '"tiny"'))
    assert label(data, tmp_path / "out") == 2
    assert "was begun with other samples" in complaint(capsys)


@pytest.mark.parametrize("inside", [".", "labels", "a/b"])
def test_nothing_is_written_into_the_data(data, capsys, inside):
    before = tree(data)
    assert label(data, data / inside) == 2
    assert "lies inside the data" in complaint(capsys)
    assert tree(data) == before
    assert label(data / "train.jsonl", data) == 2
    assert tree(data) == before


def test_a_folder_with_something_else_in_it_is_left_alone(data, tmp_path, capsys):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.txt").write_text("mine")
    assert label(data, tmp_path / "out") == 2
    assert "is not empty. Choose another folder" in complaint(capsys)
    (tmp_path / "file").write_text("mine")
    assert label(data, tmp_path / "file") == 2
    assert "is a file" in complaint(capsys)
    label(data, tmp_path / "good")
    write_samples(tmp_path / "good", [], "val")
    assert label(data, tmp_path / "good", "--split-out", "val") == 2
    assert "val.jsonl of another origin" in complaint(capsys)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (Row("a", "a.png", ("?",), (POINTED,)), "a has boxes and points, but no mask"),
        (Row("a", "a.png", ("?",), (), "m.png"), "a says that nothing answers, but its mask holds 24"),
        (Row("a", "a.png", ("?",), None, "wide.png"), "wide.png has 30 x 10 pixels"),
        (Row("a", "gone.png", ("?",), None, "m.png"), "no picture"),
    ],
)
def test_labels_that_cannot_be_made_are_said_in_a_sentence(tmp_path, row, told, capsys):
    folder = tmp_path / "bad"
    picture(folder / "a.png")
    mask(folder / "m.png", SHIP)
    mask(folder / "wide.png", SHIP, width=30)
    write_samples(folder, [row])
    assert label(folder, tmp_path / "out") == 2
    assert told in complaint(capsys)


def test_what_is_not_there_is_said(data, tmp_path, capsys):
    assert label(tmp_path / "nowhere", tmp_path / "out") == 2
    assert "nowhere" in complaint(capsys)
    assert label(data, tmp_path / "out", "--segmenter", tmp_path / "no-sam") == 2
    assert "There is no folder" in complaint(capsys)
    assert label(f"{data}:val", tmp_path / "out") == 2
    assert "no split «val»" in complaint(capsys)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "option",
    [
        ("--count", "0"),
        ("--least-pixels", "0"),
        ("--sheet", "-1"),
        ("--least-iou", "1.5"),
        ("--least-iou", "nan"),
        ("--split-out", "../train"),
        ("--split-out", ".."),
        ("--targets", "some"),
    ],
)
def test_a_misunderstood_command_is_a_usage_error(data, tmp_path, option, capsys):
    with pytest.raises(SystemExit) as left:
        label(data, tmp_path / "out", *option)
    assert left.value.code == 2
    assert option[0] in capsys.readouterr().err
