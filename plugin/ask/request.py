"""One question with all that its answer needs, and the steps on the worker thread that answer it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timezone
from pathlib import Path
from typing import Callable, Optional, Protocol

import numpy as np
from numpy.typing import NDArray

from ...backend.engine.kinds import describe
from ...backend.engine.protocols import Engine, EngineSettings
from ...backend.entries.entry import ASKED, FAILED, STOPPED, Entry, entry_from, new_id
from ...backend.entries.follow_up import taken_over, turns
from ...backend.errors import AskMapError, Cancelled
from ...backend.parsing.thought import readable_so_far
from ...backend.stages import (
    Answer,
    Event,
    Grounding,
    Progress,
    Provenance,
    Question,
    Report,
    Scene,
    Thought,
)
from ...backend.version import __version__
from ..language import tr
from ..layers.paths import write_files


class AnswerStore(Protocol):
    """What a Request needs of backend.history.History."""

    def put(
        self, entry: Entry, scene: Optional[Scene] = None, seen: Optional[NDArray[np.uint8]] = None
    ) -> None: ...


@dataclass(frozen=True, eq=False)
class Request:
    question: Question
    engine: EngineSettings
    history: AnswerStore
    folder: Path  # where the files of its layers go
    follows: tuple[Entry, ...] = ()  # the conversation so far, the oldest first
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, eq=False)
class Found:
    entry: Entry
    scene: Scene
    seen: Optional[NDArray[np.uint8]]
    path: Optional[Path]  # of the GeoPackage; None where there is nothing to put in


def answer_request(
    read: Callable[[Report], Scene], request: Request, load: Callable[[], Engine], report: Report
) -> Found:
    """Puts the question into the history first, so that it is there even if QGIS is killed.

    The answer is kept even where the files of its layers cannot be written: it may have taken minutes.
    """
    report(Progress(0.0, tr("Reading the pixels")))
    scene = read(report)
    question = replace(request.question, earlier=turns(request.follows, scene.grid))
    begun = _unanswered_entry(request, question, scene)
    request.history.put(begun, scene)
    answer = _answer_or_put_end(begun, scene, request, load, report)
    entry = _entry_of(answer, request)
    return Found(entry, scene, answer.seen, _write_and_put(entry, answer, request, report))


def _answer_or_put_end(
    begun: Entry, scene: Scene, request: Request, load: Callable[[], Engine], report: Report
) -> Answer:
    """If it is stopped or fails, the thought so far goes into the history, and the error is raised again."""
    thought: list[str] = []
    try:
        return load().answer(scene, begun.question, _collect_thought(report, thought))
    except (AskMapError, Cancelled) as error:
        request.history.put(_failed_entry(begun, "".join(thought), error))
        raise


def _entry_of(answer: Answer, request: Request) -> Entry:
    if not request.follows:
        return entry_from(answer, request.id)
    return taken_over(entry_from(answer, request.id, request.follows[-1].id), request.follows[-1])


def _write_and_put(entry: Entry, answer: Answer, request: Request, report: Report) -> Optional[Path]:
    """The GeoPackage, None without findings. The history comes last, so that its entry finds the files."""
    try:
        if not entry.findings:
            return None
        report(Progress(1.0, tr("Writing the layers")))
        return write_files(entry, request.folder)
    finally:
        request.history.put(entry, seen=answer.seen)


def _unanswered_entry(request: Request, question: Question, scene: Scene) -> Entry:
    now = datetime.now(timezone.utc).isoformat(timespec="seconds")
    engine = describe(request.engine)
    models = engine.reasoner, "", engine.segmenter, ""
    made = Provenance(scene.source, *models, request.engine.device, request.engine.seed, now, __version__)
    nothing = Grounding("", (), "", "")
    follows = request.follows[-1].id if request.follows else ""
    return Entry(request.id, question, nothing, scene.grid, made, follows=follows, outcome=ASKED)


def _collect_thought(report: Report, pieces: list[str]) -> Report:
    def both(event: Event) -> None:
        if isinstance(event, Thought):
            pieces.append(event.piece)
        report(event)

    return both


def _failed_entry(begun: Entry, raw: str, error: Exception) -> Entry:
    grounding = replace(begun.grounding, thought=readable_so_far(raw), raw=raw)
    outcome = STOPPED if isinstance(error, Cancelled) else FAILED
    fault = error.full_text if isinstance(error, AskMapError) else str(error)
    return replace(begun, grounding=grounding, outcome=outcome, fault=fault)
