"""The segmenter alone, against a filled box and GrabCut."""

from __future__ import annotations

import json

import numpy as np
import pytest
from askmap.backend.segmenter.overlap import overlap_of
from askmap.backend.stages import Box, MaskSet, Target
from askmap.training.data.coco import Instance
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
    ious = prompted(Exact(), [instance(tmp_path)] * 2)
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
    with pytest.raises(BadData, match=r"a\.png cannot be read"):
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
