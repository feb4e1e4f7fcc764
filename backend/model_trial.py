"""A pair of models tried out: loaded, asked the bundled real questions, and what that took."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timezone
from pathlib import Path
from statistics import median
from typing import Optional

from .engine.protocols import Engine, EngineSettings
from .models.system_memory import most_memory
from .models.trials import ModelTrial
from .self_test import ask_real_questions, fair_questions, read_real_questions
from .stages import Answer, Event, MaskSet, Question, Report, Scene, Target, Thought, ignore

WITHIN_S = 600.0  # after which no further question is asked
Load = Callable[[EngineSettings], Engine]
Count = Callable[[int, int], object]  # questions that were answered, and of how many; may raise to stop
Memory = Callable[[], Optional[int]]


def no_count(done: int, total: int) -> None:
    """Where nobody waits."""


def try_model(
    settings: EngineSettings,
    load: Load,
    within_s: float = WITHIN_S,
    *,
    report: Report = ignore,
    count: Count = no_count,
    memory: Memory = most_memory,
) -> ModelTrial:
    """Raises what loading and asking raise. `memory` says the most that the engine's process has had."""
    started = time.perf_counter()
    engine = load(settings)
    load_s = time.perf_counter() - started
    bundled = Path(settings.reasoner).resolve() == Path(EngineSettings().reasoner).resolve()
    questions = fair_questions(read_real_questions(), bundled=bundled)
    watched = _Watched(engine, count, len(questions))
    score = ask_real_questions(watched, questions, report, within_s)
    origin = watched.answers[-1].provenance if watched.answers else None
    return ModelTrial(
        reasoner=str(settings.reasoner),
        segmenter=str(settings.segmenter),
        digest=origin.reasoner_digest if origin else "",
        device=str(origin.device) if origin else settings.device,
        right=score.right,
        asked=score.asked,
        load_s=load_s,
        answer_s=median(watched.seconds) if watched.seconds else 0.0,
        tokens_per_s=watched.tokens / max(sum(watched.seconds), 1e-9),
        memory_bytes=memory(),
        created=datetime.now(timezone.utc).isoformat(timespec="seconds"),
    )


@dataclass
class _Watched:
    """An engine, and what its answers took."""

    engine: Engine
    count: Count
    questions: int
    answers: list[Answer] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    tokens: int = 0

    def answer(self, scene: Scene, question: Question, report: Report = ignore) -> Answer:
        def counting(event: Event) -> None:
            self.tokens += isinstance(event, Thought) and bool(event.piece)
            report(event)

        self.count(len(self.seconds), self.questions)
        started = time.perf_counter()
        try:
            answer = self.engine.answer(scene, question, counting)
        finally:
            self.seconds.append(time.perf_counter() - started)
        self.answers.append(answer)
        return answer

    def segment(self, scene: Scene, targets: Sequence[Target], report: Report = ignore) -> MaskSet:
        return self.engine.segment(scene, targets, report)
