"""From the mouse and the keyboard to training: what the page «Teach» wrote is what a run learns from."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from places import ROOT

# Real QGIS, so on the worker of its tests; but not among those that other releases run, which have no torch
pytestmark = pytest.mark.xdist_group("qgis")

POCKET = ROOT / "resources" / "pocket"
SIDE = 64


@pytest.fixture
def teacher(desk, tmp_path):
    from desktop import FakeEngine
    from qgis.core import QgsRasterLayer
    from rasters import make_raster
    from teaching import Teacher

    bands = np.random.default_rng(0).integers(0, 256, (3, SIDE, SIDE), np.uint8)
    layer = QgsRasterLayer(str(make_raster(tmp_path / "noise.tif", bands)), "noise")
    desk.show_layer(layer)
    teacher = Teacher(desk, layer, FakeEngine(), tmp_path / "set")
    yield teacher
    teacher.close()


def teach(teacher) -> None:
    """Three samples by mouse and one by keyboard alone."""
    from qgis.PyQt.QtCore import Qt

    teacher.start()
    teacher.drag(10, 12, 40, 33)
    teacher.click(20, 20)
    teacher.click(30, 25)
    teacher.wait_for_mask()
    teacher.enter()
    teacher.drag(4, 40, 20, 60)
    teacher.click(8, 50)
    teacher.click(12, 45)
    teacher.drag(41, 41, 60, 60)
    teacher.click(45, 45)
    teacher.click(50, 50)
    teacher.wait_for_mask()
    teacher.enter()
    teacher.panel.none_button.click()
    teacher.rows(3)
    shift = Qt.KeyboardModifier.ShiftModifier
    teacher.press(Qt.Key.Key_Tab)
    teacher.panel.question.setEditText("Where is a runway?")
    teacher.press(Qt.Key.Key_Left, Qt.Key.Key_Up, modifier=shift)
    teacher.press(Qt.Key.Key_Space)
    teacher.press(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, modifier=shift)
    teacher.press(Qt.Key.Key_Space)
    teacher.press(Qt.Key.Key_Left, modifier=shift)
    teacher.press(Qt.Key.Key_Up, Qt.Key.Key_Space, Qt.Key.Key_Up, Qt.Key.Key_Space, Qt.Key.Key_Return)
    teacher.rows(4)


def test_training_reads_and_rehearses_what_was_taught(teacher, tmp_path):
    from askmap.training.rehearsal.dry_run import rehearse
    from askmap.training.rewards.mask import MaskReward
    from askmap.training.rl.recipe import PrimeRecipe, SampleSource
    from askmap.training.sample_sets import check, open_samples
    from rich.console import Console

    teach(teacher)
    samples = open_samples(tmp_path / "set")
    check(samples)
    assert [len(sample.targets) for sample in samples] == [1, 2, 0, 1]
    assert all(sample.read_picture().shape == (SIDE, SIDE, 3) for sample in samples)
    assert [sample.read_mask().any() for sample in samples] == [True, True, False, True]
    assert all(len(target.points) == 2 for sample in samples for target in sample.targets)
    assert samples[3].questions == ("Where is a runway?",)

    recipe = PrimeRecipe(
        method="bop", reasoner=str(POCKET / "reasoner"), segmenter=str(POCKET / "segmenter"),
        samples=SampleSource(str(tmp_path / "set")), epochs=1, questions=2, rollouts=2, micro_batch=4,
        new_tokens=16, bf16=False, checkpointing=False,
    )  # fmt: skip
    for ours in (recipe, replace(recipe, method="mask", mask=MaskReward(fence=False))):
        console = Console(width=120)
        with console.capture() as shown:
            rehearse(ours, console)
        assert "has 4 samples" in shown.get()
