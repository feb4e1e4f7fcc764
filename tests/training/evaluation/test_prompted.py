"""The segmenter alone, against a filled box and GrabCut."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest
from askmap.backend.segmenter.overlap import overlap_of
from askmap.backend.stages import Box, MaskSet, Target
from askmap.training.data.coco_instances import Instance
from askmap.training.data.samples import BadData
from askmap.training.evaluation.prompted import figures, filled_box, grabcut, main, prompted
from PIL import Image

y, x = np.mgrid[:60, :80]
DISC = (x - 40) ** 2 + (y - 30) ** 2 < 15**2
GREY = np.where(DISC[..., None], 220, 40).astype(np.uint8).repeat(3, axis=2)
AROUND = Target(Box(25, 15, 56, 46))


class Exact:
    """A segmenter that sees the disc."""

    name, digest = "exact", "00"

    def encode(self, scene):
        return scene.image[..., 0] > 128

    def segment(self, encoded, targets, choice=None):
        return MaskSet(np.repeat(encoded[None], len(targets), 0), np.ones(len(targets), np.float32))


def instance(folder, size=(80, 60)):
    Image.fromarray(GREY).resize(size).save(folder / "a.png")
    return Instance(folder / "a.png", DISC)


def test_grabcut_finds_a_bright_disc_better_than_a_filled_box_does():
    cut, filled = overlap_of(grabcut(GREY, AROUND), DISC), overlap_of(filled_box(GREY, AROUND), DISC)
    assert cut.iou(of_nothing=0.0) > 0.95 > filled.iou(of_nothing=0.0)


def test_a_box_around_everything_leaves_grabcut_nothing_to_compare_with():
    assert grabcut(GREY, Target(Box(0, 0, 80, 60))).all()


def test_each_way_gets_the_true_box_and_two_points(tmp_path):
    ious = prompted(Exact(), [instance(tmp_path)] * 2).ious
    assert ious["segmenter"].tolist() == [1.0, 1.0]
    assert 0.75 < ious["filled box"][0] < 0.85  # about pi / 4
    assert ious["GrabCut"][0] > 0.95


def test_the_interval_of_a_difference_is_paired():
    base = np.linspace(0.1, 0.7, 40)
    found = figures({"segmenter": base + 0.1, "filled box": base, "GrabCut": base[::-1]})
    assert found["segmenter"].value == pytest.approx(0.5)
    assert found["segmenter"].high - found["segmenter"].low > 0.05
    gain = found["segmenter - filled box"]
    assert (gain.value, gain.low, gain.high) == pytest.approx((0.1, 0.1, 0.1))
    unlike = found["segmenter - GrabCut"]
    assert unlike.low < unlike.value < unlike.high


def test_a_picture_that_is_not_the_labels_size_is_named(tmp_path):
    with pytest.raises(BadData, match=r"a\.png has another size"):
        prompted(Exact(), [instance(tmp_path, (40, 30))])


def test_a_picture_that_cannot_be_read_is_named(tmp_path):
    (tmp_path / "a.png").write_bytes(b"no picture")
    with pytest.raises(BadData, match=r"a\.png is no picture that can be read"):
        prompted(Exact(), [Instance(tmp_path / "a.png", DISC)])


def coco(folder, annotations):
    images = [{"id": 1, "file_name": "a.png", "width": 80, "height": 60}]
    path = folder / "labels.json"
    path.write_text(json.dumps({"images": images, "annotations": annotations}))
    return path


def test_the_bundled_segmenter_is_measured_from_the_shell(tmp_path, capsys):
    instance(tmp_path)
    corners = [float(c) for a in np.linspace(0, 6.2, 40) for c in (40 + 15 * np.cos(a), 30 + 15 * np.sin(a))]
    labels = coco(tmp_path, [{"image_id": 1, "segmentation": [corners]}])
    assert main([str(labels), str(tmp_path), "--count", "5", "--threads", "1"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["segmenter"]["cases"] == 1
    assert said["segmenter - GrabCut"]["value"] == pytest.approx(
        said["segmenter"]["value"] - said["GrabCut"]["value"]
    )


@pytest.mark.parametrize("count", ["0", "-3", "x"])
def test_a_count_below_1_is_refused(tmp_path, count, capsys):
    with pytest.raises(SystemExit):
        main(["labels.json", str(tmp_path), "--count", count])
    assert "--count" in capsys.readouterr().err


def test_labels_without_polygons_and_missing_ones_are_said(tmp_path, capsys):
    assert main([str(coco(tmp_path, [])), str(tmp_path)]) == 2
    assert "holds no polygons" in capsys.readouterr().err
    assert main([str(tmp_path / "none.json"), str(tmp_path)]) == 2
    assert "none.json" in capsys.readouterr().err


BOX = {"image_id": 1, "category_id": 1, "segmentation": [], "bbox": [25, 15, 31, 31]}


def outlined(kind, box):
    x0, y0, x1, y1 = box
    return {"image_id": 1, "category_id": kind, "segmentation": [[x0, y0, x1, y0, x1, y1, x0, y1]]}


def classed(folder, annotations):
    """Labels that name classes, in a folder of their own with the picture beside them."""
    folder.mkdir()
    instance(folder)
    path = coco(folder, annotations)
    kinds = [{"id": 1, "name": "tank"}, {"id": 2, "name": "ship"}]
    path.write_text(json.dumps(json.loads(path.read_text()) | {"categories": kinds}))
    return path


def test_a_picture_is_encoded_once_for_its_instances(tmp_path):
    class Counting(Exact):
        encoded = 0

        def encode(self, scene):
            self.encoded += 1
            return super().encode(scene)

    segmenter = Counting()
    assert len(prompted(segmenter, [instance(tmp_path)] * 3, with_grabcut=False).kinds) == 3
    assert segmenter.encoded == 1


def test_figures_stand_by_class_and_say_how_much_of_its_box_a_thing_fills(tmp_path):
    disc = instance(tmp_path)
    measured = prompted(Exact(), [replace(disc, kind=kind) for kind in ("tank", "ship", "tank", "")])
    by_kind = measured.by_kind()
    assert {kind: len(ious["segmenter"]) for kind, ious in by_kind.items()} == {"ship": 1, "tank": 2}
    assert by_kind["ship"]["filled box"][0] == pytest.approx(DISC.sum() / 29**2)


def test_several_files_are_measured_with_one_command_and_boxes_are_counted(tmp_path, capsys):
    one = classed(tmp_path / "one", [outlined(1, (25, 15, 56, 46)), BOX])
    other = classed(tmp_path / "other", [outlined(1, (20, 10, 60, 50)), outlined(2, (25, 15, 56, 46))])
    boxes = classed(tmp_path / "boxes", [BOX])
    command = [str(one), str(other), str(boxes), "--each-class", "5", "--no-grabcut", "--threads", "1"]
    assert main(command) == 0
    said = capsys.readouterr()
    found = json.loads(said.out)
    assert list(found["classes"]) == ["one: tank", "other: ship", "other: tank"]
    assert found["boxes_only"] == 2
    assert found["segmenter"]["cases"] == 3
    assert "GrabCut" not in found
    assert f"{boxes} has boxes only: it is left out." in said.err
    assert "one: tank" in said.err


def test_labels_of_boxes_alone_are_said_to_be_that(tmp_path, capsys):
    assert main([str(classed(tmp_path / "boxes", [BOX]))]) == 2
    told = capsys.readouterr().err
    assert "has boxes only: none of its 1 annotations has a mask to compare with. Name a COCO file" in told
