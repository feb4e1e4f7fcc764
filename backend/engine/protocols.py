"""What an engine is, whichever it is: how it is chosen, what it promises, and the two models in ours."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from ..formats import MaskChoice
from ..message import Message
from ..network.access import ServerAccess
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
QGIS, OWN = "qgis", "own"  # processes that an engine can run in
DTYPES = ("auto", "bfloat16", "float32")
_DEVICE = re.compile(r"auto|cpu|mps|cuda(:\d{1,2})?")


def is_device(name: str) -> bool:
    """Whether it is the name of one; not whether this computer has it."""
    return _DEVICE.fullmatch(name) is not None


@dataclass(frozen=True)
class EngineSettings:
    """Equal settings find the loaded engine again."""

    # A folder as Hugging Face lays it out, or the text by which an engine of another kind is chosen
    reasoner: Path | str = POCKET / "reasoner"
    segmenter: Path = POCKET / "segmenter"  # the same, or a .pt file of Meta's sam2
    device: str = "auto"  # "auto", "cuda", "cuda:1", "mps" or "cpu"
    format: str = "auto"  # a name in formats.FORMATS; "auto" = what the reasoner's folder says
    temperature: float = 0.0  # 0 = greedy
    seed: int = 0  # of the sampling
    max_new_tokens: int = 2048  # Think2Seg-RS's limit (facts of arXiv 2512.19302)
    process: str = "auto"  # QGIS or OWN; "auto" = in QGIS, where the packages work there
    access: ServerAccess = ServerAccess()  # where a server runs the reasoner
    dtype: str = "auto"  # of DTYPES, that the reasoner computes in; "auto" = what suits model and device


@dataclass(frozen=True)
class EngineDescription:
    """What an engine is made of, known before it is loaded."""

    reasoner: str  # its name in the history, which is exported: no key, no password
    segmenter: str
    needs_packages: bool  # torch and all that is installed with it
    elsewhere: tuple[Message, Message] | None  # not on this computer: where it runs, and what is sent there
    reasoner_path: Path | None = None  # what it reads of this disk, and what may not be overwritten
    segmenter_path: Path | None = None

    @property
    def paths(self) -> tuple[Path, ...]:
        return tuple(path for path in (self.reasoner_path, self.segmenter_path) if path is not None)


@dataclass(frozen=True)
class EngineKind:
    """One record a kind, in kinds.KINDS. QGIS loads its file: only `load` imports what QGIS may lack."""

    name: str  # for diagnostics
    fits: Callable[[str], bool]  # whether it is meant by this text, where the path of a folder may stand, too
    describe: Callable[[EngineSettings], EngineDescription]  # at once: reads no file, asks no network
    load: Callable[[EngineSettings], Engine]  # while the user still types: sends nothing of theirs


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

    def smaller(self, image: NDArray[np.uint8]) -> Reasoner | None:
        """The same, which sees this image (H, W, 3) with half the pixels; None where there is no such."""


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
    """Answers and draws. Any thread may call it, several at once; its events come on the caller's thread.

    `report` is how it is stopped: any event may raise Cancelled. So something is reported every tenth of a
    second or so; while nothing is new, the same Progress or an empty Thought. What `report` raises is let
    through, once no other thread works on. All else that is raised is an AskMapError: UnreadableRaster for
    a scene without data, UnreadableAnswer for text that cannot be read.
    """

    def answer(self, scene: Scene, question: Question, report: Report = ignore) -> Answer:
        """Targets in the scene's pixels, each with a mask that is False where the scene has no data.

        No target is an answer, too. Reported are Progress, which ends at 1; the reasoner's whole text in
        Thoughts, as it comes, which are kept where the rest fails; each TargetFound, as soon as it is
        complete; each MaskFound. The Provenance takes over the scene's source and warnings, and warns where
        the earlier turns of the question were not read. A digest that cannot be known is "". Its times are
        those of "reason" and "segment", and the "total".
        """

    def segment(self, scene: Scene, targets: Sequence[Target], report: Report = ignore) -> MaskSet:
        """The masks of what the user points at, without reasoning; quick where the scene is known.

        A target may have a box, points or both, and negatives. Of events, only Progress is reported.
        """
