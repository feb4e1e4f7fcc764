"""An engine whose reasoner knows its answer, and whose segmenter's masks are the boxes."""

from __future__ import annotations

import threading
from collections.abc import Sequence

import numpy as np
from askmap.backend.engine.local import LocalEngine
from askmap.backend.engine.protocols import EngineSettings
from askmap.backend.errors import UnreadableRaster
from askmap.backend.formats import MaskChoice
from askmap.backend.stages import (
    Box,
    CheckCancelled,
    Grid,
    Grounding,
    MaskSet,
    Point,
    Question,
    Report,
    Scene,
    Target,
    Thought,
)
from numpy.typing import NDArray

ONE = MaskChoice.ONE

ASKED = Question("where?")


FOUND = Grounding("A roof.", (Target(Box(1, 1, 3, 3)), Target(Box(4, 1, 6, 3))), "…", "plain")


NONE = Grounding("Only sea.", (), "…", "plain")


class Answering:
    """A reasoner that knows its answer, and waits for `ready` before it gives it; it sees few pixels."""

    name, digest = "answering", "00"

    def __init__(
        self, grounding: Grounding, ready: threading.Event | None = None, knows_earlier: bool = True
    ) -> None:
        self._grounding, self._ready, self.knows_earlier = grounding, ready, knows_earlier

    def seen(self, image: NDArray[np.uint8]) -> NDArray[np.uint8]:
        return image[::2, ::2]

    def ground(self, scene: Scene, question: Question, report: Report) -> Grounding:
        report(Thought(self._grounding.thought))
        assert self._ready is None or self._ready.wait(60), "nobody encoded the scene meanwhile"
        return self._grounding


class Boxes:
    """A segmenter whose masks are the boxes."""

    name, digest = "boxes", "11"

    def __init__(self) -> None:
        self.encoding, self.encoded, self.let_go = threading.Event(), threading.Event(), threading.Event()
        self.let_go.set()
        self.encodings = 0

    def encode(self, scene: Scene, check_cancelled: CheckCancelled) -> Scene:
        self.encodings += 1
        self.encoding.set()
        assert self.let_go.wait(60)
        self.encoded.set()
        return scene

    def segment(
        self, encoded: Scene, targets: Sequence[Target], choice: MaskChoice = MaskChoice.ONE
    ) -> MaskSet:
        masks = np.zeros((len(targets), encoded.grid.height, encoded.grid.width), dtype=bool)
        for mask, target in zip(masks, targets):
            mask[int(target.box.y0) : int(target.box.y1), int(target.box.x0) : int(target.box.x1)] = True
        return MaskSet(masks, np.full(len(targets), 0.5, dtype=np.float32))


class Everything(Boxes):
    """Whose masks are the whole scene."""

    def segment(
        self, encoded: Scene, targets: Sequence[Target], choice: MaskChoice = MaskChoice.ONE
    ) -> MaskSet:
        masks = np.ones((len(targets), encoded.grid.height, encoded.grid.width), dtype=bool)
        return MaskSet(masks, np.ones(len(targets), dtype=np.float32))


class Failing(Boxes):
    def encode(self, scene: Scene, check_cancelled: CheckCancelled) -> Scene:
        raise UnreadableRaster("The pixels are unreadable.")

    def segment(
        self, encoded: Scene, targets: Sequence[Target], choice: MaskChoice = MaskChoice.ONE
    ) -> MaskSet:
        raise AssertionError("there is nothing to segment")


def engine_of(
    grounding: Grounding = FOUND, segmenter: Boxes | None = None, **reasoner: object
) -> LocalEngine:
    settings = EngineSettings(seed=7, temperature=0.5)
    return LocalEngine(Answering(grounding, **reasoner), segmenter or Boxes(), "cpu", settings, "0.0")


class Idle(Boxes):
    """A segmenter that must not be asked for masks."""

    segment = Failing.segment


def scene_of(valid: bool = True) -> Scene:
    image = np.zeros((5, 8, 3), dtype=np.uint8)
    grid = Grid(8, 5, (1, 0, 0, 0, -1, 0))
    return Scene(image, np.full((5, 8), valid), grid, "sea.tif", ("It has no CRS.",))


class Heeding(Boxes):
    """Looks for as long as nobody stops it."""

    def encode(self, scene: Scene, check_cancelled: CheckCancelled) -> Scene:
        self.encoding.set()
        while not self.encoded.wait(0.01):
            check_cancelled()
        return scene


SQUARE = Target(Box(0, 0, 2, 2), (Point(1, 1),), negatives=(Point(5, 5),))


ENGINES = {  # by name, so that a child can make them, too
    "small": engine_of,
    "finds nothing": lambda: engine_of(NONE, Idle()),
    "heeding": lambda: engine_of(segmenter=Heeding()),
    "failing": lambda: engine_of(segmenter=Failing()),
    "forgetful": lambda: engine_of(knows_earlier=False),
    "geo-r1": lambda: engine_of(Grounding("", FOUND.targets, "…", "geo-r1"), Everything()),
    "think2seg": lambda: engine_of(Grounding("", FOUND.targets, "…", "think2seg"), Everything()),
}
