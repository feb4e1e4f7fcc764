"""training/data/geopixinstruct.py, on rows as they are published."""

import json

import numpy as np
import pyarrow
import pytest
from askmap.training.data.reading import ReadOptions
from askmap.training.data.samples import BadData
from askmap.training.sample_sets import check, open_samples
from pyarrow import parquet
from rle import packed
from trees import again, filled, picture, text

SHIP, OTHER = (2, 3, 7, 5), (10, 1, 12, 9)


def instance(number, box, description, category="ship"):
    return {
        "bbox": list(box),
        "category": category,
        "category_id": 3,
        "description": description,
        "instance_id": f"{number}",
        "mask": packed(filled(box)),
    }


def row(image, *instances):
    return {"image_id": image, "image_path": f"images/{image}.png", "instances": list(instances)}


ROWS = [
    row("P0001", instance(0, SHIP, "The ship on the left."), instance(1, OTHER, "The long ship.")),
    row("P0002", instance(0, SHIP, "A tank.", "storage tank"), instance(1, OTHER, "A tank.", "storage tank")),
]


@pytest.fixture
def tree(tmp_path):
    for each in ROWS:
        picture(tmp_path / each["image_path"])
    (tmp_path / "data").mkdir()
    for name, rows in (("train.SIOR_T", ROWS[:1]), ("train.FAST_T", ROWS[1:]), ("valid.SIOR_T", ROWS[:1])):
        parquet.write_table(
            pyarrow.Table.from_pylist(rows), tmp_path / "data" / f"{name}-00000-of-00001.parquet"
        )
    return tmp_path


def test_a_description_is_a_sample_of_one_object(tree):
    first, second = open_samples(tree, "train.SIOR_T")
    assert (first.questions, first.kind, first.targets) == (("The ship on the left.",), "ship", None)
    assert np.array_equal(first.read_mask(), filled(SHIP))
    assert np.array_equal(second.read_mask(), filled(OTHER))
    assert first.name != second.name


def test_the_same_words_in_one_picture_ask_for_all_of_it(tree):
    (only,) = open_samples(tree, "train.FAST_T")
    assert np.array_equal(only.read_mask(), filled(SHIP, OTHER))


def test_a_split_is_all_its_parts(tree):
    assert len(open_samples(tree, "train")) == 3
    assert len(open_samples(tree, "val")) == len(open_samples(tree, "valid")) == 2
    check(open_samples(tree, "train"))


def test_a_sample_can_go_to_another_process(tree):
    assert again(open_samples(tree)[0]).read_picture().shape == (10, 20, 3)


def test_pictures_may_lie_elsewhere(tree):
    (tree / "images").rename(tree / "data" / "images")
    assert open_samples(tree, reading=ReadOptions(images=tree / "data"))[0].read_picture().any()


def lines(path, rows):
    return text(path, "".join(f"{json.dumps(each)}\n" for each in rows))


def test_lines_are_read_as_parquet_is(tree):
    file = lines(tree / "rows.jsonl", ROWS)
    assert sorted(s.questions for s in open_samples(file)) == sorted(s.questions for s in open_samples(tree))
    assert np.array_equal(open_samples(file)[0].read_mask(), filled(SHIP))


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        ({"image_path": "/etc/passwd"}, "outside"),
        ({"image_path": "../a.png"}, "outside"),
        ({"instances": None}, "«instances» should be a list"),
        ({"instances": [{**ROWS[0]["instances"][0], "description": " "}]}, "has no words"),
        ({"instances": [{**ROWS[0]["instances"][0], "mask": "x"}]}, "«mask» should be an object"),
    ],
)
def test_a_bad_row_names_its_line(tmp_path, damage, told):
    file = lines(tmp_path / "rows.jsonl", [ROWS[0], {**ROWS[1], **damage}])
    with pytest.raises(BadData, match=told) as caught:
        open_samples(file)
    assert "rows.jsonl, line 2" in str(caught.value)


def test_a_line_that_is_no_json_names_itself(tmp_path):
    file = text(tmp_path / "rows.jsonl", json.dumps(ROWS[0]) + "\n{\n")
    with pytest.raises(BadData, match=r"rows\.jsonl, line 2, is not JSON"):
        open_samples(file)


def test_a_mask_of_another_size_names_the_row_and_the_picture(tree):
    picture(tree / "images" / "P0001.png", 30, 30)
    with pytest.raises(BadData, match=r"row 1 has 20 x 10 pixels, but its picture .*P0001\.png has 30 x 30"):
        open_samples(tree)[1].read_mask()


def test_a_missing_split_and_damaged_parquet_are_named(tree):
    with pytest.raises(BadData, match="no rows of the split «test»"):
        open_samples(tree, "test")
    file = tree / "data" / "valid.SIOR_T-00000-of-00001.parquet"
    file.write_bytes(file.read_bytes()[:200])
    with pytest.raises(BadData, match=r"valid.* is no Parquet file"):
        open_samples(tree, "val")


def test_parquet_of_something_else_says_what_it_lacks(tmp_path):
    parquet.write_table(pyarrow.table({"image_id": ["a"]}), tmp_path / "train.parquet")
    with pytest.raises(BadData, match="lacks the column image_path, instances"):
        open_samples(tmp_path)


def test_a_file_of_60_000_rows_opens_whole(tmp_path):
    one = json.dumps(ROWS[0])
    file = text(tmp_path / "rows.jsonl", "".join(f"{one}\n" for _ in range(60_000)))
    assert len(open_samples(file)) == 120_000
