"""The engine on this machine: both networks run in this process.

The encoder of SAM2 needs only the pixels, so it works on a thread of its own while the reasoner writes; what
it made of the last scenes is kept, so that a corrected prompt needs the decoder alone. Everything is reported
from the caller's thread. Imports no torch: any Reasoner and Segmenter will do.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timezone
from threading import Event, Lock
from typing import Any

import numpy as np

from ..errors import Cancelled, UnreadableRaster
from ..formats import AnswerFormat, format_named
from ..message import Message
from ..segmenter.postprocess import within_boxes
from ..stages import (
    Answer,
    Grounding,
    MaskFound,
    MaskSet,
    Progress,
    Provenance,
    Question,
    Report,
    Scene,
    Target,
    ignore,
)
from .embedding_cache import EmbeddingCache
from .memory_retry import fewer_pixels, ground_in_memory
from .protocols import EngineSettings, Reasoner, Segmenter
from .turn import WAIT_S, turn_with

REASONED = 0.8  # of the whole answer, on a CPU with the bundled pair


def masks_of(segmenter: Segmenter, encoded: Any, targets: Sequence[Target], form: AnswerFormat) -> MaskSet:
    """The masks as the published system of this answer format draws them; training judges the same ones."""
    masks = segmenter.segment(encoded, targets, form.masks)
    return within_boxes(masks, targets) if form.ends_at_box else masks


@dataclass(frozen=True, eq=False)
class LocalEngine:
    """What protocols.Engine promises."""

    reasoner: Reasoner
    segmenter: Segmenter
    device: str  # the one that was found, not «auto»
    settings: EngineSettings
    version: str  # AskMap's
    _turn: Lock = field(default_factory=Lock, repr=False)
    _embeddings: EmbeddingCache = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_embeddings", EmbeddingCache(self.segmenter.encode))

    def answer(self, scene: Scene, question: Question, report: Report = ignore) -> Answer:
        """One question at a time; raises what its parts raise, after every thread has ended."""
        with self._turn_with(scene, report):
            return self._answer(scene, question, report)

    def segment(self, scene: Scene, targets: Sequence[Target], report: Report = ignore) -> MaskSet:
        """Waits for its turn too. The points are taken at their word: no format cuts these masks."""
        with self._turn_with(scene, report):
            report(Progress(0.0, Message("Drawing the masks")))
            if not targets:
                return _nothing(scene)
            encoded = self._embeddings.of(scene, lambda: report(Progress(0.0, Message("Drawing the masks"))))
            report(Progress(REASONED, Message("Drawing the masks")))  # a stop is heard here, too
            return _with_data(self.segmenter.segment(encoded, targets), scene)

    @contextmanager
    def _turn_with(self, scene: Scene, report: Report) -> Iterator[None]:
        if not scene.valid.any():
            raise UnreadableRaster(
                "The view holds no pixels with data.", "Move to where the layer has data, and ask again."
            )
        with turn_with(self._turn, report):
            yield

    def _answer(self, scene: Scene, question: Question, report: Report) -> Answer:
        times = Times()
        with self._encoding(scene, times) as encoding:
            report(Progress(0.0, Message("Reasoning")))
            with times.of("reason"):
                grounding, reasoner = ground_in_memory(self.reasoner, scene, question, report)
            report(Progress(REASONED, Message("Drawing the masks")))
            while not wait((encoding,), WAIT_S).done:
                report(Progress(REASONED, Message("Drawing the masks")))  # a stop is heard here, too
            encoded = encoding.result()
        with times.of("segment"):
            masks = self._segmented(scene, encoded, grounding)
        for index, (mask, score) in enumerate(zip(masks.masks, masks.scores)):
            report(MaskFound(index, mask, float(score)))
        origin, seen = self._provenance(scene, question, grounding, times), reasoner.seen(scene.image)
        if reasoner is not self.reasoner:
            origin = replace(origin, warnings=(*origin.warnings, fewer_pixels(seen)))
        report(Progress(1.0, Message("Answered")))
        return Answer(question, grounding, masks, scene.grid, origin, seen)

    @contextmanager
    def _encoding(self, scene: Scene, times: Times) -> Iterator[Future[Any]]:
        """On a thread of its own, which has ended afterwards whatever happens."""
        unwanted = Event()

        def check_cancelled() -> None:
            if unwanted.is_set():
                raise Cancelled

        def encoded() -> Any:
            with times.of("encode"):
                return self._embeddings.of(scene, check_cancelled)

        with ThreadPoolExecutor(1, "askmap-encoder") as encoder:
            try:
                yield encoder.submit(encoded)
            finally:
                unwanted.set()

    def _segmented(self, scene: Scene, encoded: Any, grounding: Grounding) -> MaskSet:
        if not grounding.targets:
            return _nothing(scene)
        masks = masks_of(self.segmenter, encoded, grounding.targets, format_named(grounding.format))
        return _with_data(masks, scene)

    def _provenance(self, scene: Scene, question: Question, grounding: Grounding, times: Times) -> Provenance:
        return Provenance(
            source=scene.source,
            reasoner=self.reasoner.name,
            reasoner_digest=self.reasoner.digest,
            segmenter=self.segmenter.name,
            segmenter_digest=self.segmenter.digest,
            device=self.device,
            seed=self.settings.seed,
            created=datetime.now(timezone.utc).isoformat(timespec="seconds"),
            version=self.version,
            settings={
                "format": grounding.format,
                "temperature": str(self.settings.temperature),
                "max_new_tokens": str(self.settings.max_new_tokens),
            },
            times_s=times.by_step(),
            warnings=(*scene.warnings, *self._left_out(question)),
        )

    def _left_out(self, question: Question) -> tuple[Message, ...]:
        """A sentence where the reasoner did not read all of the question."""
        if not question.earlier or self.reasoner.knows_earlier:
            return ()
        return (
            Message(
                "The model «{name}» reads each question alone; it was not told of the questions and answers "
                "before this one.",
                name=self.reasoner.name,
            ),
        )


def _with_data(masks: MaskSet, scene: Scene) -> MaskSet:
    """Nothing is known where no data is."""
    return MaskSet(masks.masks & scene.valid, masks.scores)


def _nothing(scene: Scene) -> MaskSet:
    empty = np.zeros((0, scene.grid.height, scene.grid.width), dtype=bool)
    return MaskSet(empty, np.zeros(0, dtype=np.float32))


class Times:
    """How long each step took, and all together."""

    def __init__(self) -> None:
        self._start = time.perf_counter()
        self._steps: dict[str, float] = {}

    @contextmanager
    def of(self, step: str) -> Iterator[None]:
        start = time.perf_counter()
        yield
        self._steps[step] = time.perf_counter() - start

    def by_step(self) -> dict[str, float]:
        return {**self._steps, "total": time.perf_counter() - self._start}
