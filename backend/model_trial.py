"""askmap models try DIR: a model loaded here, asked the bundled real questions, and what that took."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime, timezone
from pathlib import Path
from statistics import median
from typing import Any

from rich.console import Console

from .device_options import add_device_options
from .engine.loading import load_engine
from .engine.protocols import Engine, EngineSettings
from .errors import ModelMissing
from .formats import FORMATS
from .hub.cli import repository_of
from .hub.places import find_model, models_folder
from .models.system_memory import most_here
from .models.trials import ModelTrial, keep_trial, read_trials
from .self_test import ask_real_questions, fair_questions, read_real_questions
from .stages import Answer, Event, MaskSet, Question, Report, Scene, Target, Thought, ignore
from .terminal import print_line

TRY = "try"
WITHIN_S = 600.0  # after which no further question is asked
Load = Callable[[EngineSettings], Engine]


def add_try(actions: Any) -> None:
    """Beside the other actions of `askmap models`."""
    parser = actions.add_parser(
        TRY,
        help="load a model and ask it the bundled questions about real imagery",
        description="Load a model, ask it the bundled questions about real images, and say how long it took, "
        "how much memory, and how many it got right. It is kept as a figure of this computer.",
    )
    parser.add_argument("place", metavar="DIR", help="a reasoner's folder, or a name as `list` shows it")
    parser.add_argument("--segmenter", type=Path, default=EngineSettings().segmenter, metavar="DIR")
    parser.add_argument("--format", default="auto", choices=("auto", *FORMATS), help="(%(default)s)")
    add_device_options(parser)
    parser.add_argument("--within", type=float, default=WITHIN_S, metavar="S", help="seconds (%(default)s)")
    parser.add_argument("--json", action="store_true", help="one JSON document, and nothing else")
    parser.add_argument(
        "--folder", type=Path, default=models_folder(), metavar="DIR", help="of the models (%(default)s)"
    )


def run_try(arguments: argparse.Namespace, progress: Console, load: Load = load_engine) -> None:
    """Raises what loading and asking raise, and NotWritten."""
    settings = EngineSettings(
        reasoner=_folder_of(arguments.place, arguments.folder),
        segmenter=arguments.segmenter,
        device=arguments.device,
        dtype=arguments.dtype,
        format=arguments.format,
    )
    read_trials(arguments.folder)  # a broken file is told before the work
    trial = try_model(settings, load, arguments.within)
    arguments.folder.mkdir(parents=True, exist_ok=True)
    keep_trial(arguments.folder, trial)
    if arguments.json:
        print(json.dumps(asdict(trial), indent=1))
    else:
        print_line(Console(), sentence(trial))


def _folder_of(place: str, models: Path) -> Path:
    if Path(place).is_dir():
        return Path(place).absolute()
    found = find_model(repository_of(place), models)
    if found is None:
        raise ModelMissing("There is no {name} here.", "See askmap models list.", name=place)
    return found.folder


def try_model(settings: EngineSettings, load: Load, within_s: float = WITHIN_S) -> ModelTrial:
    started = time.perf_counter()
    watched = _Watched(load(settings))
    load_s = time.perf_counter() - started
    bundled = Path(settings.reasoner).resolve() == Path(EngineSettings().reasoner).resolve()
    questions = fair_questions(read_real_questions(), bundled=bundled)
    score = ask_real_questions(watched, questions, ignore, within_s)
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
        memory_bytes=most_memory(),
        created=datetime.now(timezone.utc).isoformat(timespec="seconds"),
    )


@dataclass
class _Watched:
    """An engine, and what its answers took."""

    engine: Engine
    answers: list[Answer] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    tokens: int = 0

    def answer(self, scene: Scene, question: Question, report: Report = ignore) -> Answer:
        def counting(event: Event) -> None:
            self.tokens += isinstance(event, Thought) and bool(event.piece)
            report(event)

        started = time.perf_counter()
        try:
            answer = self.engine.answer(scene, question, counting)
        finally:
            self.seconds.append(time.perf_counter() - started)
        self.answers.append(answer)
        return answer

    def segment(self, scene: Scene, targets: Sequence[Target], report: Report = ignore) -> MaskSet:
        return self.engine.segment(scene, targets, report)


def most_memory() -> int | None:
    """Bytes that this process has had at once, of a graphics card where it used one; None = unknown."""
    torch = sys.modules.get("torch")  # which the engine has loaded, or which is not needed here
    if torch is not None and torch.cuda.is_initialized():
        cards = range(torch.cuda.device_count())
        most = max((int(torch.cuda.max_memory_allocated(card)) for card in cards), default=0)
        return most or most_here()
    return most_here()


def sentence(trial: ModelTrial) -> str:
    memory = f", {trial.memory_bytes / 1e9:,.1f} GB of memory" if trial.memory_bytes else ""
    return (
        f"{trial.right} of {trial.asked} questions were answered rightly on {trial.device}: "
        f"{trial.answer_s:,.1f} s an answer, {trial.tokens_per_s:,.1f} pieces of text a second, "
        f"loaded in {trial.load_s:,.1f} s{memory}."
    )
