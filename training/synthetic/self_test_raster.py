"""The landscape and the question of the plugin's self-test, which training never saw.

python -m askmap.training.synthetic.self_test_raster resources/self_test
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from ...backend.engine.loading import load_engine
from ...backend.engine.protocols import EngineSettings
from ...backend.segmenter.overlap import overlap_of
from ...backend.stages import Grid, Question, Scene
from ..options import run_command
from .dataset import SIDE_PX
from .landscape import landscape

SEED = 66  # below HELD_OUT; two courts among things of five other kinds
KIND = "court"
QUESTION = "Where do people play ball?"


def picture_and_truth() -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
    """(S, S, 3) and (S, S)."""
    world = landscape(SEED, "in", side_px=SIDE_PX)
    return world.image, np.isin(world.ids, [thing.id for thing in world.of_kind(KIND)])


def bundled_overlap() -> float:
    """How much of the truth the bundled pair finds, on the CPU."""
    image, truth = picture_and_truth()
    grid = Grid(SIDE_PX, SIDE_PX, (1, 0, 0, 0, -1, 0))
    scene = Scene(image, np.ones(truth.shape, np.bool_), grid, "self-test")
    answer = load_engine(EngineSettings(device="cpu")).answer(scene, Question(QUESTION))
    return overlap_of(answer.masks.union, truth).iou(of_nothing=1.0)


def write_self_test(folder: Path) -> None:
    """PNG, which loses nothing: 90 kB."""
    image, truth = picture_and_truth()
    folder.mkdir(parents=True, exist_ok=True)
    cv2.imwrite(str(folder / "landscape.png"), image[..., ::-1], [cv2.IMWRITE_PNG_COMPRESSION, 9])
    cv2.imwrite(str(folder / "truth.png"), truth.astype(np.uint8) * 255)
    expected = {"question": QUESTION, "overlap": round(bundled_overlap(), 3)}
    (folder / "expected.json").write_text(json.dumps(expected, indent=2) + "\n", encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m askmap.training.synthetic.self_test_raster", description=__doc__
    )
    parser.add_argument("folder", type=Path)
    arguments = parser.parse_args()
    return run_command(lambda: write_self_test(arguments.folder))


if __name__ == "__main__":
    sys.exit(main())
