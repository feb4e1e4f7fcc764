"""backend/outputs/coco.py: findings become a file that training reads, and every other tool."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from askmap.backend.entries.entry import ACCEPTED, Entry, entry_from
from askmap.backend.errors import NotWritten
from askmap.backend.geo.outlines import mask_geometry
from askmap.backend.outputs.coco import write_coco
from askmap.backend.raster.reading import grid_of
from askmap.backend.stages import Box, Grid, Scene, Target
from askmap.training.sample_sets import check, open_samples
from grids import drawn, grid, noise
from numpy.typing import NDArray
from pycocotools.coco import COCO
from rasters import full_disk, make_answer

pytestmark = [
    pytest.mark.usefixtures("either_switch"),
    # pycocotools 2.0.11 itself is not ready for numpy 2; what it reads here is only what we wrote
    pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning"),
]

TURNED = (500_000, 1.5, 0.5, 4_000_000, 0.5, -1.5)
LEFT = drawn("........", "##......", "##......", *["........"] * 5)
RINGED = drawn("........", "...####.", "...#..#.", "...#..#.", "...####.", *["........"] * 3)


def asked(
    *masks: NDArray[np.bool_], labels: tuple[str, ...] = (), id: str = "ab" * 16, on: Grid | None = None
) -> Entry:
    place = on or grid()
    targets = [Target(Box(1, 1, 4, 4), label=label) for label in labels or ["ship"] * len(masks)]
    return entry_from(make_answer(place, *masks, targets=targets), id)


def scene(entry: Entry) -> Scene:
    size = (entry.grid.height, entry.grid.width)
    image = np.random.default_rng(5).integers(0, 256, (*size, 3)).astype(np.uint8)
    return Scene(image, np.ones(size, bool), entry.grid, "harbour.tif")


def written(folder: Path, *entries: Entry) -> dict[str, Any]:
    write_coco([(entry, scene(entry)) for entry in entries], folder / "labels.json")
    content: dict[str, Any] = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    return content


def mask_of(folder: Path, number: int) -> NDArray[np.bool_]:
    """As the published reader has it."""
    coco = COCO(str(folder / "labels.json"))
    return np.asarray(coco.annToMask(coco.anns[number]), bool)


def test_a_polygon_is_written_in_pixels_with_its_box_and_area(tmp_path: Path) -> None:
    content = written(tmp_path, asked(LEFT))
    (row,) = content["annotations"]
    (ring,) = row["segmentation"]
    assert sorted(zip(ring[::2], ring[1::2])) == [(0, 1), (0, 3), (2, 1), (2, 3)]
    assert row["bbox"] == [0, 1, 2, 2]
    assert row["area"] == 4
    assert row["iscrowd"] == 0
    assert row["score"] == pytest.approx(0.9)
    assert row["attributes"] == {"target": 1, "state": "open", "note": ""}


@pytest.mark.parametrize("transform", [TURNED, (500_000.0, 2.0, 0.0, 4_000_000.0, 0.0, 2.0)])
def test_a_grid_that_is_turned_or_upside_down_changes_no_pixel(tmp_path: Path, transform: Any) -> None:
    for folder, place in ((tmp_path / "plain", grid()), (tmp_path / "turned", grid(transform=transform))):
        folder.mkdir()
        written(folder, asked(LEFT, RINGED, on=place))
        assert np.array_equal(mask_of(folder, 1), LEFT)
        assert np.array_equal(mask_of(folder, 2), RINGED)


def test_holes_are_written_as_runs(tmp_path: Path) -> None:
    content = written(tmp_path, asked(RINGED))
    (row,) = content["annotations"]
    assert row["segmentation"]["size"] == [8, 8]
    assert sum(row["segmentation"]["counts"]) == 64
    assert row["bbox"] == [3, 1, 4, 4]
    assert row["area"] == 12


@pytest.mark.parametrize("seed", range(3))
def test_masks_of_any_shape_come_back_as_they_were(tmp_path: Path, seed: int) -> None:
    mask = noise(40, seed)
    written(tmp_path, asked(mask, on=grid(40, 40)))
    assert np.array_equal(mask_of(tmp_path, 1), mask)


@pytest.mark.parametrize("label", ["target", "Targets", "Object 3", "item_2"])
def test_a_label_that_says_nothing_is_no_category(tmp_path: Path, label: str) -> None:
    entry = asked(LEFT, labels=(label,))
    write_coco([(entry, scene(entry))], tmp_path / "a.json")
    (category,) = json.loads((tmp_path / "a.json").read_text())["categories"]
    assert category["name"] == entry.question.text


def test_labels_are_the_categories_and_what_has_none_is_named_by_the_question(tmp_path: Path) -> None:
    content = written(tmp_path, asked(LEFT, RINGED, LEFT, labels=("ship", "", "a\u202e big\n ship")))
    names = {row["id"]: row["name"] for row in content["categories"]}
    assert [names[row["category_id"]] for row in content["annotations"]] == [
        "ship",
        "Where could a ship moor?",
        "a big ship",
    ]
    assert sorted(names) == [1, 2, 3]


def test_training_reads_what_was_written(tmp_path: Path) -> None:
    two = asked(LEFT, RINGED, labels=("storage tank", "ship")), asked(LEFT, id="cd" * 16)
    written(tmp_path, *two)
    samples = open_samples(tmp_path / "labels.json")
    check(samples)
    assert [sample.kind for sample in samples] == ["storage tank", "ship", "ship"]
    assert np.array_equal(samples[0].read_mask(), LEFT)
    assert np.array_equal(samples[1].read_mask(), RINGED)
    assert np.array_equal(samples[0].read_picture(), scene(two[0]).image)


def test_the_pictures_lie_where_the_scenes_did(tmp_path: Path) -> None:
    entry = asked(LEFT, on=grid(transform=TURNED))
    files = write_coco([(entry, scene(entry))], tmp_path / "labels.json")
    assert [file.name for file in files] == ["labels.json", f"labels_{'ab' * 4}.tif"]
    assert grid_of(files[1]).affine == entry.grid.affine
    content = json.loads(files[0].read_text())
    assert content["images"][0] | {"id": 1} == {
        "id": 1,
        "file_name": files[1].name,
        "width": 8,
        "height": 8,
        "date_captured": "",
        "license": 0,
    }


def test_the_file_says_what_every_picture_came_from(tmp_path: Path) -> None:
    content = written(tmp_path, asked(LEFT), asked(LEFT, id="cd" * 16))
    assert content["info"]["date_created"] == "2026-01-02T03:04:05Z"
    assert [said["image_id"] for said in content["info"]["answers"]] == [1, 2]
    assert content["info"]["answers"][0]["reasoner_digest"] == "ab" * 32
    assert content["info"]["answers"][0]["question"] == "Where could a ship moor?"


def test_what_lies_outside_of_the_picture_is_cut_off(tmp_path: Path) -> None:
    entry = asked(LEFT)
    wide = mask_geometry(np.ones((12, 12), bool), grid(12, 12, (499_996.0, 2.0, 0.0, 4_000_004.0, 0.0, -2.0)))
    away = mask_geometry(np.ones((2, 2), bool), grid(2, 2, (600_000.0, 2.0, 0.0, 4_000_000.0, 0.0, -2.0)))
    (first,) = entry.findings
    findings = (replace(first, outline=wide), replace(first, number=2, outline=away, state=ACCEPTED))
    content = written(tmp_path, replace(entry, findings=findings))
    (row,) = content["annotations"]
    assert row["bbox"] == [0, 0, 8, 8]
    assert row["area"] == 64


def test_an_empty_outline_has_no_annotation_and_keeps_the_file_readable(tmp_path: Path) -> None:
    content = written(tmp_path, asked(np.zeros((8, 8), bool), LEFT))
    assert [row["attributes"]["target"] for row in content["annotations"]] == [2]
    check(open_samples(tmp_path / "labels.json"))


def test_a_full_disk_leaves_the_older_files_and_says_so(tmp_path: Path) -> None:
    older = {name: tmp_path / name for name in ("labels.json", f"labels_{'ab' * 4}.tif")}
    for file in older.values():
        file.write_text("older")
    entry = asked(noise(60), on=grid(60, 60))
    with pytest.raises(NotWritten, match="cannot be written"), full_disk():
        write_coco([(entry, scene(entry))], tmp_path / "labels.json")
    assert sorted(file.name for file in tmp_path.iterdir()) == sorted(older)
    assert {file.read_text() for file in older.values()} == {"older"}


def test_a_picture_of_the_user_that_has_the_name_of_ours_stays(tmp_path: Path) -> None:
    entry, path = asked(LEFT), tmp_path / "labels.json"
    mine = tmp_path / f"labels_{'ab' * 4}.tif"
    mine.write_text("mine")
    for _ in range(2):  # the second export replaces what the first one wrote
        _, picture = write_coco([(entry, scene(entry))], path)
        assert picture.name == f"labels_{'ab' * 4}_2.tif"
        assert json.loads(path.read_text())["images"][0]["file_name"] == picture.name
    assert mine.read_text() == "mine"
    assert len(list(tmp_path.iterdir())) == 3
    check(open_samples(path))


def test_a_link_that_leads_nowhere_is_a_name_that_is_taken(tmp_path: Path) -> None:
    entry, mine = asked(LEFT), tmp_path / f"labels_{'ab' * 4}.tif"
    mine.symlink_to(tmp_path / "unplugged.tif")
    write_coco([(entry, scene(entry))], tmp_path / "labels.json")
    assert mine.is_symlink()


@pytest.mark.parametrize(
    "older",
    [
        '{"info": {"contributor": "COCO"}, "images": [{"file_name": "NAME"}]}',
        '{"info": [], "images": 5}',
        '{"info": {"contributor": "AskMap"}, "images": [5]}',
        "[" * 100_000,
        "no JSON, but NAME",
    ],
    ids=["of others", "a list", "of numbers", "deep", "text"],
)
def test_only_the_pictures_of_an_older_export_are_replaced(tmp_path: Path, older: str) -> None:
    entry, mine = asked(LEFT), tmp_path / f"labels_{'ab' * 4}.tif"
    mine.write_text("mine")
    (tmp_path / "labels.json").write_text(older.replace("NAME", mine.name))
    write_coco([(entry, scene(entry))], tmp_path / "labels.json")
    assert mine.read_text() == "mine"


def test_two_entries_whose_ids_begin_alike_have_a_picture_each(tmp_path: Path) -> None:
    entries = [asked(LEFT, id="ab" * 15 + end) for end in ("00", "11")]
    content = written(tmp_path, *entries)
    assert len({image["file_name"] for image in content["images"]}) == 2
