"""askmap bop: what it refuses, in a sentence."""

from __future__ import annotations

import pytest
from askmap.backend.samples.bop_format import Row, write_samples
from askmap.backend.stages import Box, Target
from labels import (
    SHIP,
    asked_data,
    complaint,
    label,
    tree,
)
from trees import mask, picture


@pytest.fixture
def data(tmp_path):
    return asked_data(tmp_path / "data")


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
        (Row("a", "a.png", ("?",), (Target(Box(1, 1, 2, 2)),)), "a has boxes and points, but no mask"),
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
