"""training/data/earthreason.py, on a tree as it is published."""

import json

import numpy as np
import pytest
from askmap.training.data.samples import BadData
from askmap.training.sample_sets import check, faults, open_samples
from trees import again, mask, picture, text, truncate


def ask(folder, name, questions=("Where could it land?",), answer=("On the runway.",)):
    content = json.dumps({"questions": list(questions), "answer": list(answer)})
    return text(folder / "QAs" / f"{name}.json", content)


@pytest.fixture
def tree(tmp_path):
    """Two samples of the split «val», the second without a target."""
    folder = tmp_path / "EarthReason" / "val"
    for name, boxes, answer in (("a1", [(2, 3, 7, 5)], ["On the runway."]), ("b2", [], [])):
        picture(folder / "images" / f"{name}.jpg")
        mask(folder / "labels" / f"{name}.png", *boxes, value=1)
        ask(folder, name, ("Where could it land?", "What is long and flat?"), answer)
    return tmp_path / "EarthReason"


def test_a_picture_is_a_sample_with_all_its_questions(tree):
    first, second = open_samples(tree, "val")
    assert (first.name, first.questions) == ("a1", ("Where could it land?", "What is long and flat?"))
    assert (first.thought, first.targets) == ("On the runway.", None)
    assert first.read_picture().shape == (10, 20, 3)
    assert first.read_mask().sum() == 10
    assert (second.name, second.targets, second.thought) == ("b2", (), "")
    assert not second.read_mask().any()


def test_a_sample_can_go_to_another_process(tree):
    first, second = map(again, open_samples(tree, "val"))
    assert first.read_mask().sum() == 10
    assert second.read_picture().shape == (10, 20, 3)


def test_a_picture_without_a_target_needs_no_label(tree):
    (tree / "val" / "labels" / "b2.png").unlink()
    assert open_samples(tree, "val")[1].read_mask().shape == (10, 20)


def test_opening_reads_no_picture(tree):
    for path in tree.rglob("*.jpg"):
        path.write_bytes(b"no picture")
    assert len(open_samples(tree, "val")) == 2


def test_a_good_tree_has_no_fault(tree):
    check(open_samples(tree, "val"))


def test_a_missing_split_says_which_are_there(tree):
    with pytest.raises(BadData, match="no split «train», only val"):
        open_samples(tree, "train")


def test_a_missing_label_is_named(tree):
    (tree / "val" / "labels" / "a1.png").unlink()
    with pytest.raises(BadData, match=r"a1\.json has an answer, but there is no label a1\.png"):
        open_samples(tree, "val")


def test_a_missing_picture_and_missing_questions_are_named(tree):
    (tree / "val" / "images" / "b2.jpg").unlink()
    with pytest.raises(BadData, match=r"b2\.json has no picture"):
        open_samples(tree, "val")
    picture(tree / "val" / "images" / "b2.jpg")
    (tree / "val" / "QAs" / "a1.json").unlink()
    with pytest.raises(BadData, match=r"a1\.jpg has no questions"):
        open_samples(tree, "val")


@pytest.mark.parametrize("folder", ["images", "labels"])
def test_a_missing_folder_is_named(tree, folder):
    (tree / "val" / folder).rename(tree / "elsewhere")
    with pytest.raises(BadData, match=f"no folder .*val/{folder}"):
        open_samples(tree, "val")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("{", "is not JSON"),
        ('{"questions": [],\n "answer": []', "line 2, is not JSON"),
        ('{"questions": [], "answer": []}', "holds no question"),
        ('{"questions": ["a", " "], "answer": []}', "Question 2 in .* has no words"),
        ('{"questions": "a", "answer": []}', "«questions» should be a list"),
        ('{"questions": ["a"]}', "«answer» should be a list"),
        ("[]", "«questions» should be a list"),
    ],
)
def test_bad_questions_name_their_file(tree, content, told):
    text(tree / "val" / "QAs" / "b2.json", content)
    with pytest.raises(BadData, match=told) as caught:
        open_samples(tree, "val")
    assert "b2.json" in str(caught.value)


def test_an_empty_split_is_no_set(tree):
    for path in tree.rglob("*.*"):
        path.unlink()
    with pytest.raises(BadData, match="holds no sample of «val»"):
        open_samples(tree, "val")


def test_checking_finds_a_truncated_picture_a_mask_of_another_size_and_a_contradiction(tree):
    samples = open_samples(tree, "val")
    mask(tree / "val" / "labels" / "b2.png", (0, 0, 3, 3))
    assert "b2 says that nothing answers, but its mask holds 9 pixels" in str(faults(samples)[0])
    mask(tree / "val" / "labels" / "b2.png", width=21)
    truncate(tree / "val" / "images" / "a1.jpg")
    told = [str(fault) for fault in faults(samples)]
    assert len(told) == 2
    assert "a1.jpg is no picture" in told[0]
    assert "b2.png has 21 x 10 pixels" in told[1]
    with pytest.raises(BadData, match=r"a1\.jpg"):
        check(samples)


def test_labels_are_read_exactly(tree):
    truth = mask(tree / "val" / "labels" / "a1.png", (0, 0, 1, 1), (19, 9, 20, 10))
    assert np.array_equal(open_samples(tree, "val")[0].read_mask(), truth)
