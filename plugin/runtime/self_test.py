"""The self-test: asks the bundled question, to check that everything works on this computer."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...backend.engine.protocols import EngineSettings
from ...backend.errors import AskMapError
from ...backend.segmenter.overlap import overlap_of
from ...backend.self_test import read_self_test
from ...backend.stages import Answer, Event, Progress, Provenance, Report
from ..backend_messages import error_text, translate
from ..language import tr
from ..number_format import fixed
from ..settings import Settings
from .engine_service import EngineService
from .task import Task

LEAST_OVERLAP = 0.8  # of the bundled pair: it reaches 0.958 on a CPU; half precision moves borders only


class Verdict(Enum):
    PASSED = "passed"
    FAILED = "failed"
    NOTHING_FOUND = "nothing found"
    STOPPED = "stopped"


@dataclass(frozen=True)
class SelfTestOutcome:
    """The outcome. `error` is None unless something went wrong."""

    verdict: Verdict
    found: int = 0
    overlap: float = 0.0  # 0...1, of what was found with the truth
    times_s: Mapping[str, float] = field(default_factory=dict)  # with "load", 0 where the engine was there
    provenance: Optional[Provenance] = None
    error: Optional[Exception] = None

    def sentences(self) -> str:
        """For the user, in their language; plain text."""
        if self.verdict == Verdict.STOPPED:
            return tr("The self-test was stopped.")
        if self.error is not None:
            return _error_sentences(self.error)
        return "\n".join((_FIRST[self.verdict](self), self._measured()))

    def _measured(self) -> str:
        text = tr("Loading {load} s, reasoning {reason} s, masks {segment} s, on {device}.")
        steps = {name: fixed(self.times_s.get(name, 0.0), 2) for name in ("load", "reason", "segment")}
        return text.format(device=translate(self.provenance.device), **steps)


class SelfTest(QObject):
    """Runs one test at a time, queued with the questions; both signals come on the main thread."""

    progressed = pyqtSignal(str)  # what is being done
    ended = pyqtSignal(object)  # SelfTestOutcome

    def __init__(self, engine: EngineService, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._task: Optional[Task] = None

    @property
    def busy(self) -> bool:
        return self._task is not None

    def run(self, settings: Settings) -> None:
        """With the models of these settings, which need not be the stored ones."""
        if self.busy:
            return
        models, bundled = settings.engine(), not (settings.reasoner or settings.segmenter)
        self._task = self._engine.jobs.start(
            tr("AskMap: self-test"),
            lambda report: self._try(models, bundled, report),
            done=self._end,
            failed=lambda error: self._end(SelfTestOutcome(Verdict.FAILED, error=error)),
            stopped=lambda: self._end(SelfTestOutcome(Verdict.STOPPED)),
            on_events=self._pass_on,
        )

    def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _try(self, models: EngineSettings, bundled: bool, report: Report) -> SelfTestOutcome:
        """On the worker thread."""
        case = read_self_test()
        begun = time.perf_counter()
        loaded = self._engine.engine(models, report)
        load_s = time.perf_counter() - begun
        answer = loaded.answer(case.scene, case.question, report)
        return judge(
            answer, overlap_of(answer.masks.union, case.truth).iou(of_nothing=1.0), load_s, bundled=bundled
        )

    def _end(self, outcome: SelfTestOutcome) -> None:
        self._task = None
        self.ended.emit(outcome)

    def _pass_on(self, events: list[Event]) -> None:
        steps = [event.step for event in events if isinstance(event, Progress)]
        if steps:
            self.progressed.emit(translate(steps[-1]))


def judge(answer: Answer, overlap: float, load_s: float, *, bundled: bool) -> SelfTestOutcome:
    """The bundled pair must reach LEAST_OVERLAP on its own landscape; another model must only answer."""
    found, origin = len(answer.grounding.targets), answer.provenance
    verdict = Verdict.PASSED if found else Verdict.NOTHING_FOUND
    if bundled and overlap < LEAST_OVERLAP:
        verdict = Verdict.FAILED
    return SelfTestOutcome(verdict, found, overlap, {"load": load_s, **origin.times_s}, origin)


def _error_sentences(error: Exception) -> str:
    if isinstance(error, AskMapError):
        return f"{tr('The self-test failed.')} {error_text(error)}"
    text = tr("The self-test met a bug in AskMap ({name}): please report it with the copied diagnostics.")
    return text.format(name=type(error).__name__)


def _passed(outcome: SelfTestOutcome) -> str:
    found = tr("Passed: found %n target(s), overlap with the truth {overlap}.", outcome.found)
    return found.format(overlap=fixed(outcome.overlap, 2))


def _failed(outcome: SelfTestOutcome) -> str:
    text = tr(
        "Failed: the bundled models found %n target(s), and the overlap with the truth is {overlap}, less "
        "than {least}. Install AskMap again; if that changes nothing, report it with the copied diagnostics.",
        outcome.found,
    )
    return text.format(overlap=fixed(outcome.overlap, 2), least=fixed(LEAST_OVERLAP, 2))


def _nothing(outcome: SelfTestOutcome) -> str:
    return tr(
        "The models work, but found nothing in the generated landscape. A model for real imagery may well do "
        "so: ask it about imagery that it knows."
    )


_FIRST = {Verdict.PASSED: _passed, Verdict.FAILED: _failed, Verdict.NOTHING_FOUND: _nothing}
