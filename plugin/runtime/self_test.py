"""The self-test: asks the bundled questions, to check that everything works on this computer."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...backend.errors import AskMapError
from ...backend.self_test import (
    LEAST_OVERLAP,
    RealQuestion,
    RealScore,
    Verdict,
    ask_real_questions,
    fair_questions,
    judge,
    overlap_with,
    read_real_questions,
    read_self_test,
)
from ...backend.stages import Event, Progress, Provenance, Report
from ..backend_messages import error_text, translate
from ..language import tr
from ..number_format import fixed
from ..settings import Settings
from .engine_service import EngineInJob, EngineService
from .task import Task, Work


@dataclass(frozen=True)
class SelfTestOutcome:
    """The outcome. `error` is None unless something went wrong."""

    verdict: Verdict
    found: int = 0
    overlap: float = 0.0  # 0...1, of what was found with the truth
    times_s: Mapping[str, float] = field(default_factory=dict)  # with "load", 0 where the engine was there
    provenance: Optional[Provenance] = None
    is_unknown: bool = False  # the reasoner says that it does not know what was asked for
    real: RealScore = RealScore(0, 0, 0)
    error: Optional[Exception] = None
    is_brief: bool = False  # only the landscape was asked about

    def sentences(self) -> str:
        """For the user, in their language; plain text."""
        if self.verdict == Verdict.STOPPED:
            return tr("The self-test was stopped.")
        if self.error is not None:
            return _error_sentences(self.error)
        return "\n".join(filter(None, (_FIRST[self.verdict](self), _real(self.real), self._measured())))

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
        self.is_brief = False  # the test that runs, or ran last

    @property
    def busy(self) -> bool:
        return self._task is not None

    def run(self, settings: Settings) -> None:
        """With the models of these settings, which need not be the stored ones."""
        models, bundled = self._engine.engine_of(settings), _are_bundled(settings)

        def questions() -> Sequence[RealQuestion]:
            return fair_questions(read_real_questions(), bundled=bundled)

        self._start(lambda report: self._try(models, bundled, questions(), report))

    def run_briefly(self, settings: Settings) -> None:
        """Without the questions about real images, which may take a minute."""
        models, bundled = self._engine.engine_of(settings), _are_bundled(settings)
        self._start(lambda report: self._try(models, bundled, (), report), is_brief=True)

    def _start(self, work: Work, *, is_brief: bool = False) -> None:
        if self.busy:
            return
        self.is_brief = is_brief
        self._task = self._engine.jobs.start(
            tr("AskMap: self-test"),
            work,
            done=self._end,
            failed=lambda error: self._end(SelfTestOutcome(Verdict.FAILED, error=error)),
            stopped=lambda: self._end(SelfTestOutcome(Verdict.STOPPED)),
            on_events=self._pass_on,
        )

    def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _try(
        self, models: EngineInJob, bundled: bool, questions: Sequence[RealQuestion], report: Report
    ) -> SelfTestOutcome:
        """On the worker thread."""
        case = read_self_test()
        begun = time.perf_counter()
        loaded = models(report)
        load_s = time.perf_counter() - begun
        answer = loaded.answer(case.scene, case.question, report)
        overlap, origin = overlap_with(answer, case.truth), answer.provenance
        return SelfTestOutcome(
            judge(answer, overlap, bundled=bundled),
            len(answer.grounding.targets),
            overlap,
            {"load": load_s, **origin.times_s},
            origin,
            answer.grounding.is_unknown,
            ask_real_questions(loaded, questions, report),
        )

    def _end(self, outcome: SelfTestOutcome) -> None:
        self._task = None
        self.ended.emit(replace(outcome, is_brief=self.is_brief))

    def _pass_on(self, events: list[Event]) -> None:
        steps = [event.step for event in events if isinstance(event, Progress)]
        if steps:
            self.progressed.emit(translate(steps[-1]))


def _are_bundled(settings: Settings) -> bool:
    return not (settings.reasoner or settings.segmenter)


def _error_sentences(error: Exception) -> str:
    if isinstance(error, AskMapError):
        return f"{tr('The self-test failed.')} {error_text(error)}"
    text = tr("The self-test met a bug in AskMap ({name}): please report it with the copied diagnostics.")
    return text.format(name=type(error).__name__)


def _passed(outcome: SelfTestOutcome) -> str:
    found = tr("Passed: found %n target(s), overlap with the truth {overlap}.", outcome.found)
    return found.format(overlap=fixed(outcome.overlap, 2))


def _failed(outcome: SelfTestOutcome) -> str:
    if outcome.is_unknown:
        return tr(
            "Failed: the bundled models say that they do not know what the self-test asks for. Install "
            "AskMap again; if that changes nothing, report it with the copied diagnostics."
        )
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


def _unknown(outcome: SelfTestOutcome) -> str:
    return tr(
        "The models work, but the reasoner does not know what the self-test asks for. Ask it about things "
        "that it knows."
    )


def _real(score: RealScore) -> str:
    """How many real questions were answered rightly; "" where there was time for none."""
    if not score.asked:
        return ""
    text = tr("{right} of {asked} real questions right.")
    if score.asked < score.there:
        text = tr(
            "{right} of {asked} real questions right. {left} more were not asked: they take too long here."
        )
    return text.format(right=score.right, asked=score.asked, left=score.there - score.asked)


_FIRST = {
    Verdict.PASSED: _passed,
    Verdict.FAILED: _failed,
    Verdict.NOTHING_FOUND: _nothing,
    Verdict.UNKNOWN: _unknown,
}
