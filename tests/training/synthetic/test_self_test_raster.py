"""The bundled landscape of the self-test, its truth, and what the bundled pair makes of it."""

from __future__ import annotations

import os
import subprocess
import sys

import numpy as np
import pytest
from askmap.backend.engine.loading import load_engine, unload
from askmap.backend.engine.protocols import EngineSettings
from askmap.backend.segmenter.overlap import overlap_of
from askmap.backend.self_test import PLACE, read_self_test
from askmap.training.synthetic import self_test_raster
from askmap.training.synthetic.dataset import HELD_OUT

LARGEST = 100_000  # bytes of the picture in the zip

IN_QGIS = """
import os
from qgis.testing import start_app
start_app()
from askmap.plugin.runtime.engine_service import EngineService
from askmap.plugin.runtime.self_test import SelfTest
from askmap.plugin.settings import Settings
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop
outcomes = []
engine = EngineService()
test = SelfTest(engine)
test.ended.connect(outcomes.append)
test.run(Settings(device="cpu"))
while not outcomes:
    QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
engine.close()
print(outcomes[0].sentences(), flush=True)
os._exit(0)  # QGIS without a window may crash when it leaves in an orderly way
"""


@pytest.fixture
def _unloaded():
    yield
    unload()


def test_the_picture_is_the_landscape_and_the_truth_its_exact_mask():
    trial, (image, truth) = read_self_test(), self_test_raster.picture_and_truth()
    np.testing.assert_array_equal(trial.scene.image, image)
    np.testing.assert_array_equal(trial.truth, truth)
    assert trial.scene.valid.all()
    assert trial.question.text == self_test_raster.QUESTION


def test_no_training_ever_saw_it():
    assert (
        self_test_raster.SEED < HELD_OUT
    )  # test_sample_raster.py holds that every recipe trains on seeds above


def test_it_is_small():
    assert sum(file.stat().st_size for file in PLACE.iterdir()) <= LARGEST


@pytest.mark.usefixtures("_unloaded")
def test_the_bundled_pair_reaches_what_is_expected_of_it():
    trial = read_self_test()
    answer = load_engine(EngineSettings(device="cpu")).answer(trial.scene, trial.question)
    assert len(answer.grounding.targets) == 2
    overlap = overlap_of(answer.masks.union, trial.truth).iou(of_nothing=1.0)
    assert overlap == pytest.approx(trial.overlap, abs=0.01)


def test_the_files_can_be_made_again(tmp_path, monkeypatch):
    monkeypatch.setattr(self_test_raster, "bundled_overlap", lambda: read_self_test().overlap)
    self_test_raster.write_self_test(tmp_path)
    again, kept = read_self_test(tmp_path), read_self_test()
    np.testing.assert_array_equal(again.scene.image, kept.scene.image)
    np.testing.assert_array_equal(again.truth, kept.truth)
    assert (again.question, again.overlap) == (kept.question, kept.overlap)


def test_the_self_test_passes_in_qgis_with_what_is_bundled():
    """A process of its own: torch comes into QGIS here, as it does for a person."""
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    run = subprocess.run([sys.executable, "-c", IN_QGIS], env=surroundings, capture_output=True, text=True)
    assert "Passed: found 2 target" in run.stdout, run.stdout + run.stderr
    assert "on cpu: " in run.stdout
