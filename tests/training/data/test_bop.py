"""training/data/bop.py: our own layout, read and written."""

import json

import numpy as np
import pytest
from askmap.backend.errors import NotWritten
from askmap.backend.samples.bop_format import Row, put_mask, put_picture, write_samples
from askmap.backend.stages import Box, Point, Target
from askmap.training.data.reading import ReadOptions
from askmap.training.data.samples import BadData
from askmap.training.sample_sets import check, faults, open_samples
from rasters import full_disk
from trees import again, filled, mask, picture, text

SHIP = Target(Box(2, 3, 8, 7), (Point(3.5, 4.5), Point(6.5, 5.5)), "ship")
ROWS = [
    Row(
        "a",
        "images/a.png",
        ("Where is a hull?", "What floats?"),
        (SHIP,),
        "masks/a.png",
        "ship",
        "It floats.",
    ),
    Row("b", "images/b.png", ("Où est un navire ?",), ()),
    Row("c", "images/a.png", ("Which part is wet?",), None, "masks/a.png"),
]


@pytest.fixture
def tree(tmp_path):
    for name in ("a", "b"):
        picture(tmp_path / "images" / f"{name}.png")
    mask(tmp_path / "masks" / "a.png", (2, 3, 8, 7))
    write_samples(tmp_path, ROWS)
    return tmp_path


def test_what_is_written_is_read(tree):
    first, second, third = open_samples(tree)
    assert (first.name, first.questions, first.kind, first.thought) == (
        "a",
        ROWS[0].questions,
        "ship",
        "It floats.",
    )
    assert first.targets == (SHIP,)
    assert np.array_equal(again(first).read_mask(), filled((2, 3, 8, 7)))
    assert (second.targets, second.questions) == ((), ROWS[1].questions)
    assert np.array_equal(again(second).read_mask(), filled())  # nothing answers, and that is known
    assert third.targets is None
    check([first, second, third])


def test_a_file_that_somebody_else_wrote_is_read(tmp_path):
    picture(tmp_path / "p.png")
    line = {"name": "1", "image": "p.png", "questions": ["Where?"], "targets": [{"box": [1, 2, 3, 4.5]}]}
    text(tmp_path / "samples.jsonl", "\n" + json.dumps(line) + "\n")
    for split in ("train", "test"):  # a file of one split only serves as any
        (only,) = open_samples(tmp_path, split)
        assert only.targets == (Target(Box(1, 2, 3, 4.5)),)


def test_each_split_is_a_file_of_its_own(tree):
    write_samples(tree, ROWS[:1], "val")
    assert len(open_samples(tree, "val")) == 1
    assert len(open_samples(tree)) == 3
    with pytest.raises(BadData, match="no split «test», only train, val"):
        open_samples(tree, "test")


def test_pictures_and_masks_come_back_as_they_were_put(tmp_path):
    pixels = np.random.default_rng(0).integers(0, 256, (6, 5, 3), np.uint8)
    truth = pixels[..., 0] > 100
    names = ("Where is it? ../../\n", "Where is it? ../..//")
    rows = [
        Row(n, put_picture(tmp_path, n, pixels), ("?",), None, put_mask(tmp_path, n, truth)) for n in names
    ]
    write_samples(tmp_path, rows)
    samples = open_samples(tmp_path)
    assert len({row.image for row in rows}) == 2
    assert all(np.array_equal(sample.read_picture(), pixels) for sample in samples)
    assert all(np.array_equal(sample.read_mask(), truth) for sample in samples)


def test_a_full_disk_leaves_the_older_file_as_it_was(tree):
    before = (tree / "train.jsonl").read_bytes()
    many = [Row(str(n), "images/a.png", ("Where?" * 20,), ()) for n in range(20)]
    with full_disk(), pytest.raises(NotWritten):
        write_samples(tree, many)
    assert (tree / "train.jsonl").read_bytes() == before
    assert sorted(path.name for path in tree.iterdir()) == ["images", "masks", "train.jsonl"]


def test_half_letters_are_written_as_what_any_file_can_hold(tree):
    write_samples(tree, [Row("a", "images/a.png", ("Where \ud83d?",), ())])
    assert open_samples(tree)[0].questions == ("Where \ufffd?",)


@pytest.mark.parametrize("split", ["", "../train", "a/b", "a b"])
def test_a_split_has_a_plain_name(tmp_path, split):
    with pytest.raises(NotWritten, match="no name for a split"):
        write_samples(tmp_path, ROWS, split)


def test_two_rows_of_one_name_are_no_set(tree):
    with pytest.raises(ValueError, match="same name"):
        write_samples(tree, [ROWS[0], ROWS[0]])
    text(tree / "train.jsonl", (tree / "train.jsonl").read_text() * 2)
    with pytest.raises(BadData, match=r"train\.jsonl, line 4, has the name «a» once more"):
        open_samples(tree)


def test_a_row_that_leaves_its_folder_is_neither_written_nor_read(tree):
    with pytest.raises(BadData, match="lies outside"):
        write_samples(tree, [Row("a", "../secret.png", ("Where?",), ())])


def test_an_images_folder_may_be_given(tree):
    (tree / "images").rename(tree.parent / "pool")
    (tree.parent / "pool" / "images").mkdir()
    (tree.parent / "pool" / "a.png").rename(tree.parent / "pool" / "images" / "a.png")
    assert open_samples(tree, reading=ReadOptions(images=tree.parent / "pool"))[0].read_picture().any()


GOOD = {"name": "b", "image": "images/b.png", "questions": ["Where?"], "targets": [{"box": [1, 2, 3, 4]}]}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"name": None}, "The name in .* has no words"),
        ({"image": "/etc/passwd.png"}, "lies outside"),
        ({"mask": "../m.png"}, "lies outside"),
        ({"questions": []}, "needs a name and a question"),
        ({"questions": ["Where?", ""]}, "A question in .* has no words"),
        ({"questions": "Where?"}, "«questions» should be a list"),
        ({"targets": None}, "neither targets nor a mask"),
        ({"targets": {}}, "«targets» should be a list or null"),
        ({"targets": [{"box": [1, 2, 3]}]}, "A box in .* should be 4 numbers"),
        ({"targets": [{"box": [3, 2, 1, 4]}]}, "a box has an area"),
        ({"targets": [{"box": [1, 2, 3, float("nan")]}]}, "A box in .* should be 4 numbers"),
        ({"targets": [{"points": [[1, 2], [3]]}]}, "A point in .* should be 2 numbers"),
        ({"targets": [{"points": []}]}, "needs a box or a positive point"),
        ({"targets": [{}]}, "«points» should be a list"),
        ({"targets": [5]}, "«points» should be a list"),
        ({"thought": 5}, "«thought» in .* has no words"),
        ({"bbox": [1]}, "it has «bbox»"),
    ],
)
def test_a_bad_line_is_named(tree, change, told):
    text(tree / "train.jsonl", f"{json.dumps(GOOD | {'name': 'a'})}\n{json.dumps(GOOD | change)}\n")
    with pytest.raises(BadData, match=told) as caught:
        open_samples(tree)
    assert "train.jsonl" in str(caught.value)
    assert "line 2" in str(caught.value) or "b in " in str(caught.value)


@pytest.mark.parametrize("content", ["", "\n \n"])
def test_a_file_without_a_line_holds_no_sample(tree, content):
    text(tree / "train.jsonl", content)
    with pytest.raises(BadData, match="holds no sample of «train»"):
        open_samples(tree)


@pytest.mark.parametrize("line", ["{", "[]", "5", '"a"', "null"])
def test_a_line_that_is_no_object_is_named(tree, line):
    text(tree / "train.jsonl", f"{json.dumps(GOOD)}\n{line}\n")
    with pytest.raises(BadData, match=r"train\.jsonl, line 2, is n"):
        open_samples(tree)


@pytest.mark.parametrize(
    "target",
    [
        {"box": [0, 0, 20.5, 10]},
        {"box": [-1, 0, 20, 10]},
        {"points": [[20, 5]]},
        {"points": [[5, -0.1]]},
        {"box": [0, 0, 20, 10], "points": [[3, 3], [3, 10]]},
    ],
)
def test_a_target_outside_of_its_picture_is_found_by_checking(tree, target):
    text(tree / "train.jsonl", json.dumps(GOOD | {"targets": [{"box": [0, 0, 20, 10]}, target]}))
    with pytest.raises(BadData, match="Target 2 of b lies outside of its picture of 20 x 10"):
        check(open_samples(tree))


def test_targets_with_an_empty_mask_are_found_by_checking(tree):
    mask(tree / "masks" / "a.png")
    assert "a has 1 targets, but an empty mask" in str(faults(open_samples(tree))[0])
