"""The engine in a process of its own: what protocols.Engine promises, however that process ends.

A question whose process dies, hangs or says nonsense ends in EngineEnded; the next one starts a new process.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from ..engine import loading
from ..engine.protocols import EngineSettings
from ..engine.turn import turn_with
from ..errors import ServiceGone
from ..message import Message
from ..stages import (
    Answer,
    CheckCancelled,
    Event,
    Grid,
    MaskFound,
    MaskSet,
    Progress,
    Question,
    Report,
    Scene,
    Target,
    ignore,
    no_op,
)
from ..validation import field, numbers
from .channel import EngineAddress
from .conversation import PATIENCE, Conversation, Patience, ignore_event
from .pixels import SCENE, read_image, read_masks, write_scene
from .wire import (
    Parts,
    grounding_of_plain,
    progress_of_plain,
    provenance_of_plain,
    question_to_plain,
    scene_to_plain,
    settings_to_plain,
    target_found_of_plain,
    targets_to_plain,
    thought_of_plain,
)


class ChildEngine:
    """What protocols.Engine promises. The process ends when nobody holds the engine any more."""

    def __init__(
        self,
        settings: EngineSettings,
        command: EngineAddress,
        patience: Patience = PATIENCE,
    ) -> None:
        self.settings, self._command, self._patience = settings, command, patience
        self._turn = Lock()
        self._child: Conversation | None = None
        self._is_closed = False

    @property
    def pid(self) -> int | None:
        """Of its process, where there is one."""
        return self._child.pid if self._child else None

    def load(self, report: Report = ignore) -> None:
        """So that the first question need not wait for it. What load_engine raises, and EngineEnded."""
        with self._turn_with(report):
            self._loaded(report)

    def most_memory(self, report: Report = ignore) -> int | None:
        """Bytes that its process has had at once; None where the system does not say."""
        with self._turn_with(report):
            child = self._loaded(report)
            end = child.ask({"do": "memory"}, ignore_event, no_op)
            return child.read(lambda: None if end.get("bytes") is None else field(end, "bytes", int, ""))

    def close(self) -> None:
        """Ends its process at once, or after the question that it answers now.

        Who still asks gets an answer, from a process for that question alone.
        """
        self._is_closed = True
        if self._turn.acquire(blocking=False):
            try:
                self._end_child()
            finally:
                self._turn.release()

    def answer(self, scene: Scene, question: Question, report: Report = ignore) -> Answer:
        request = {"do": "answer", "question": question_to_plain(question)}
        with self._child_for(scene, report) as child:
            end = _ask(child, request, scene, Progress(0.0, Message("Reasoning")), report)
            return child.read(lambda: _answer_of(end, child, scene, question))

    def segment(self, scene: Scene, targets: Sequence[Target], report: Report = ignore) -> MaskSet:
        request = {"do": "segment", "targets": targets_to_plain(targets)}
        with self._child_for(scene, report) as child:
            end = _ask(child, request, scene, Progress(0.0, Message("Drawing the masks")), report)
            return child.read(lambda: _masks_of(end, child, len(targets), scene.grid))

    @contextmanager
    def _child_for(self, scene: Scene, report: Report) -> Iterator[Conversation]:
        """Its turn, with the models loaded and the pixels where the child finds them."""
        with self._turn_with(report):
            child = self._loaded(report)
            try:
                write_scene(child.folder / SCENE, scene.image, scene.valid)
                yield child
            finally:
                child.tidy()

    @contextmanager
    def _turn_with(self, report: Report) -> Iterator[None]:
        with turn_with(self._turn, report):
            try:
                yield
            finally:
                if self._is_closed:
                    self._end_child()

    def _end_child(self) -> None:
        if self._child is not None:
            self._child.close()
            self._child = None

    def _loaded(self, report: Report) -> Conversation:
        last = Progress(0.0, Message("Loading the models"))

        def on_wait() -> None:
            report(last)

        if self._child is None or not self._child.is_alive(on_wait):
            self._child = None  # its memory is free before another one needs it
            self._child = self._started(report, last)
        return self._child

    def _started(self, report: Report, last: Progress) -> Conversation:
        """While nothing is new, the last Progress is reported again."""

        def on_event(parts: Parts) -> None:
            nonlocal last
            last = child.read(lambda: progress_of_plain(parts))
            report(last)

        child = self._greeted(lambda: report(last))
        child.load(settings_to_plain(self.settings), on_event, lambda: report(last))
        return child

    def _greeted(self, on_wait: CheckCancelled) -> Conversation:
        """A service may end just as somebody comes to it."""
        for _ in range(self._command.tries - 1):
            with suppress(ServiceGone):
                return Conversation(self._command, self._patience, on_wait)
        return Conversation(self._command, self._patience, on_wait)


def load_in_child(settings: EngineSettings, command: EngineAddress, report: Report = ignore) -> ChildEngine:
    """What load_engine loads, in a process of its own; what load_engine raises, and EngineEnded."""
    engine = _kept.engine_of(settings, command)
    engine.load(report)
    return engine


def unload_child() -> None:
    """Its process ends at once, or after the question that it answers now."""
    _kept.let_go()


class _Kept:
    """The engine that was asked last: a device holds one."""

    def __init__(self) -> None:
        self._engine: ChildEngine | None = None
        self._chosen: tuple[EngineSettings, EngineAddress] | None = None
        self._turn = Lock()

    def engine_of(self, settings: EngineSettings, command: EngineAddress) -> ChildEngine:
        with self._turn:
            if self._engine is None or self._chosen != (settings, command):
                self._close()
                loading.unload()
                self._engine, self._chosen = ChildEngine(settings, command), (settings, command)
            return self._engine

    def let_go(self) -> None:
        with self._turn:
            self._close()

    def _close(self) -> None:
        if self._engine is not None:
            self._engine.close()
        self._engine = None


_kept = _Kept()


def _ask(child: Conversation, request: Parts, scene: Scene, first: Progress, report: Report) -> Parts:
    """While nothing is new, the last Progress is reported again."""
    last = first

    def on_event(parts: Parts) -> None:
        nonlocal last
        event = child.read(lambda: _event_of(parts, child, scene.grid))
        last = event if isinstance(event, Progress) else last
        report(event)

    return child.ask(
        {**request, "scene": scene_to_plain(scene), "pixels": SCENE}, on_event, lambda: report(last)
    )


def _event_of(parts: Parts, child: Conversation, grid: Grid) -> Event:
    kind = parts["event"]
    if kind == "progress":
        return progress_of_plain(parts)
    if kind == "thought":
        return thought_of_plain(parts)
    if kind == "target":
        return target_found_of_plain(parts)
    if kind != "mask":
        raise ValueError(f"no event is «{kind}»")
    mask = read_masks(child.folder / f"{field(parts, 'file', int, '')}.masks", (grid.height, grid.width))
    (score,) = numbers([parts.get("score")], 1, "score")
    return MaskFound(field(parts, "index", int, ""), mask, score)


def _answer_of(end: Parts, child: Conversation, scene: Scene, question: Question) -> Answer:
    grounding = grounding_of_plain(field(end, "grounding", dict, ""))
    masks = _masks_of(end, child, len(grounding.targets), scene.grid)
    made = provenance_of_plain(field(end, "provenance", dict, ""))
    return Answer(question, grounding, masks, scene.grid, made, _seen_of(end, child))


def _masks_of(end: Parts, child: Conversation, count: int, grid: Grid) -> MaskSet:
    file = child.folder / f"{field(end, 'file', int, '')}.masks"
    scores = np.array(numbers(end.get("scores"), count, "scores"), np.float32)
    return MaskSet(read_masks(file, (count, grid.height, grid.width)), scores)


def _seen_of(end: Parts, child: Conversation) -> NDArray[np.uint8] | None:
    if end.get("seen") is None:
        return None
    seen = field(end, "seen", dict, "")
    number, height, width = (field(seen, key, int, "") for key in ("file", "height", "width"))
    return read_image(child.folder / f"{number}.seen", height, width)
