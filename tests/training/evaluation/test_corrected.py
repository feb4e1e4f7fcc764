"""How much clicks mend, with a segmenter that draws what it is told."""

from __future__ import annotations

import json

import numpy as np
import pytest
from askmap.backend.stages import MaskSet
from askmap.training.evaluation.corrected import corrected_by_clicks, figures, main, prompts_for
from askmap.training.synthetic.landscape import Crowd, landscape

CROWD = Crowd(kinds=2, each=1)


class Obedient:
    """Draws its box, or nothing; a click adds or takes away a disc."""

    name, digest = "obedient", ""

    def encode(self, scene):
        return scene

    def segment(self, scene, targets):
        ys, xs = np.mgrid[: scene.grid.height, : scene.grid.width] + 0.5
        masks = []
        for target in targets:
            b = target.box
            mask = np.zeros(xs.shape, bool)
            if b is not None:
                mask = (xs >= b.x0) & (xs < b.x1) & (ys >= b.y0) & (ys < b.y1)
            for points, value in ((target.points, True), (target.negatives, False)):
                for point in points:
                    mask[np.hypot(xs - point.x, ys - point.y) < 3] = value
            masks.append(mask)
        return MaskSet(np.stack(masks), np.ones(len(masks), np.float32))


def test_a_thing_is_asked_for_in_three_ways():
    mask = np.zeros((60, 60), bool)
    mask[20:30, 10:30] = True
    prompts = prompts_for(mask)
    assert (prompts["box"].box.x0, prompts["loose box"].box.x0) == (10, 5)
    assert (prompts["loose box"].box.y1, prompts["point"].box) == (32.5, None)


def test_every_click_is_a_column_and_an_obedient_segmenter_gains_by_each():
    worlds = [landscape(600_000 + n, "in", side_px=128, crowd=CROWD) for n in range(4)]
    found = corrected_by_clicks(Obedient(), worlds, clicks=3)
    assert {len(row) for rows in found.values() for row in rows} == {4}
    means = [figure.value for figure in figures(found)["point"]]
    assert means == sorted(means)
    assert means[0] < means[-1]


def test_the_bundled_segmenter_is_measured(capsys):
    assert main(["landscapes:in", "--count", "1", "--clicks", "1"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert all(len(row) == 2 for row in told.values())


def test_a_segmenter_that_is_not_there_is_said_so(capsys, tmp_path):
    assert main(["landscapes:in", "--segmenter", str(tmp_path / "nowhere")]) == 2
    assert "nowhere" in capsys.readouterr().err


def test_another_set_is_no_landscape():
    with pytest.raises(SystemExit):
        main(["landscapes:nowhere"])
