"""training/sample_sets.py: one door to every layout, and a look over what is behind it."""

from functools import partial

import numpy as np
import pytest
from askmap.backend.samples.bop_format import Row, put_picture, write_samples
from askmap.backend.stages import Box, Target
from askmap.training.data.samples import BadData, LazySamples, Sample
from askmap.training.sample_sets import LAYOUTS, MOST_FAULTS, check, faults, open_samples
from trees import picture, text


def whole(size=(4, 6)):
    return np.zeros((*size, 3), np.uint8)


def inside(size=(4, 6)):
    return np.ones(size, bool)


def sample(name="a", picture_size=(4, 6), mask_size=(4, 6), targets=None):
    return Sample(name, ("Where?",), partial(whole, picture_size), partial(inside, mask_size), targets)


def test_every_layout_of_the_papers_is_there():
    assert set(LAYOUTS) == {
        *("earthreason", "geopixinstruct", "bop", "rrsis-d", "refsegrs", "risbench", "coco", "geopackage"),
        *("landscapes", "real", "vhr10"),
    }


@pytest.mark.parametrize("content", [None, "nothing.txt", "notes.json5"])
def test_a_folder_of_no_known_layout_says_which_there_are(tmp_path, content):
    if content:
        text(tmp_path / content, "x")
    with pytest.raises(BadData, match="none of the layouts that AskMap reads: landscapes, earthreason"):
        open_samples(tmp_path)


def test_what_is_not_there_and_what_is_no_layout_are_named(tmp_path):
    with pytest.raises(BadData, match="There is no .*nowhere"):
        open_samples(tmp_path / "nowhere")
    with pytest.raises(BadData, match="no layout «yolo»") as caught:
        open_samples(tmp_path, layout="yolo")
    assert "earthreason" in caught.value.hint


def test_a_layout_can_be_named_where_the_files_do_not_tell(tmp_path):
    with pytest.raises(BadData, match="no COCO file for «train»"):
        open_samples(tmp_path, layout="coco")


def test_a_folder_called_landscapes_is_that_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    row = Row("a", put_picture(tmp_path / "landscapes", "a", whole()), ("Where?",), ())
    write_samples(tmp_path / "landscapes", [row])
    assert open_samples((tmp_path / "landscapes").relative_to(tmp_path))[0].name == "a"


def test_a_file_of_a_layout_is_recognised(tmp_path):
    file = text(
        tmp_path / "a.jsonl", '{"name": "a", "image": "p.png", "questions": ["Where?"], "targets": []}'
    )
    picture(tmp_path / "p.png")
    assert open_samples(file)[0].name == "a"


def test_good_samples_pass():
    check([sample("a"), sample("b", targets=(Target(Box(0, 0, 6, 4)),))])
    assert faults([sample("a")]) == []


def test_an_empty_set_is_a_fault():
    with pytest.raises(BadData, match="holds no sample"):
        check([])
    assert len(faults([])) == 1


@pytest.mark.parametrize(
    ("bad", "told"),
    [
        (sample(mask_size=(6, 4)), r"The mask of a has another size than its picture: \(6, 4\) and \(4, 6\)"),
        (sample(targets=()), "a says that nothing answers, but its mask holds 24 pixels"),
        (sample(targets=(Target(Box(0, 0, 7, 4)),)), "Target 1 of a lies outside of its picture of 6 x 4"),
        (sample("good"), "The name «good» comes twice"),
    ],
)
def test_a_broken_sample_is_told(bad, told):
    with pytest.raises(BadData, match=told):
        check([sample("good"), bad])


def test_all_faults_are_told_at_once_but_not_without_end():
    bad = [sample(str(number), mask_size=(9, 9)) for number in range(50)]
    told = faults([sample("good"), *bad])
    assert len(told) == MOST_FAULTS
    assert "The mask of 19 " in str(told[-1])


def test_a_fault_names_the_set_where_there_are_several():
    (fault,) = faults([sample(mask_size=(9, 9))], place="data/ponds")
    assert str(fault).startswith("data/ponds: The mask of a ")


def broken(row):
    raise BadData(f"Row {row} is broken.")


def test_a_sample_that_cannot_be_made_is_a_fault_like_any_other():
    assert [str(each) for each in faults(LazySamples(range(3), broken))] == [
        f"Row {n} is broken." for n in range(3)
    ]


def test_lazy_samples_are_made_one_at_a_time_and_cut_without_making_any():
    made = []

    def make(row):
        made.append(row)
        return sample(str(row))

    samples = LazySamples(range(10**6), make)
    assert (len(samples), samples[-1].name) == (10**6, "999999")
    assert [each.name for each in samples[5:8]] == ["5", "6", "7"]
    assert made == [999_999, 5, 6, 7]


def test_a_bug_is_not_taken_for_bad_data():
    def buggy():
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        check([Sample("a", ("Where?",), buggy, None, ())])
