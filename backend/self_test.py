"""The bundled question about a bundled landscape of which the truth is known: does everything work here?

The files come from training/synthetic/self_test_raster.py; the landscape is generated, so only the bundled
pair need do well.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .raster.reading import read_scene
from .resources import resources
from .stages import Question, Scene

PLACE = resources("self_test")
WHITE = 128  # and above, in truth.png, is what the question asks for


@dataclass(frozen=True, eq=False)
class SelfTestQuestion:
    scene: Scene
    question: Question
    truth: NDArray[np.bool_]  # (H, W)
    overlap: float  # of the bundled pair's answer with the truth, when this trial was made


def read_self_test(folder: Path = PLACE) -> SelfTestQuestion:
    """Raises UnreadableRaster."""
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    truth = read_scene(folder / "truth.png").image[..., 0] >= WHITE
    return SelfTestQuestion(
        read_scene(folder / "landscape.png"), Question(expected["question"]), truth, expected["overlap"]
    )
