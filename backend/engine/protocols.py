"""What an engine is, whichever it is: its settings, and the two models in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from ..formats import MaskChoice
from ..resources import resources
from ..stages import (
    Answer,
    CheckCancelled,
    Grounding,
    MaskSet,
    Question,
    Report,
    Scene,
    Target,
    ignore,
    no_op,
)

POCKET = resources("pocket")


@dataclass(frozen=True)
class EngineSettings:
    """Equal settings find the loaded engine again."""

    reasoner: Path = POCKET / "reasoner"  # a folder as Hugging Face lays it out
    segmenter: Path = POCKET / "segmenter"  # the same, or a .pt file of Meta's sam2
    device: str = "auto"  # "auto", "cuda", "mps" or "cpu"
    format: str = "auto"  # a name in formats.FORMATS; "auto" = what the reasoner's folder says
    temperature: float = 0.0  # 0 = greedy
    seed: int = 0  # of the sampling
    max_new_tokens: int = 2048  # Think2Seg-RS's limit (facts of arXiv 2512.19302)


class Reasoner(Protocol):
    """The MLLM: pixels and a question to a thought and Targets."""

    @property
    def name(self) -> str: ...

    @property
    def digest(self) -> str: ...

    @property
    def knows_earlier(self) -> bool:
        """Whether it reads the earlier turns of a question; one that does not leaves them out."""

    def seen(self, image: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """The image (H, W, 3) as it sees it, in its own size."""

    def ground(self, scene: Scene, question: Question, report: Report) -> Grounding: ...


class Segmenter(Protocol):
    """SAM2: pixels once, then Targets to masks as often as one likes."""

    @property
    def name(self) -> str: ...

    @property
    def digest(self) -> str: ...

    def encode(self, scene: Scene, check_cancelled: CheckCancelled = no_op) -> Any: ...

    def segment(
        self, encoded: Any, targets: Sequence[Target], choice: MaskChoice = MaskChoice.ONE
    ) -> MaskSet: ...


class Engine(Protocol):
    def answer(self, scene: Scene, question: Question, report: Report = ignore) -> Answer: ...

    def segment(self, scene: Scene, targets: Sequence[Target], report: Report = ignore) -> MaskSet:
        """The masks of what the user points at, without reasoning; quick where the scene is known."""
