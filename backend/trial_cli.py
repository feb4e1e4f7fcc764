"""askmap models try DIR: a model loaded here, asked the bundled real questions, and what that took."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from rich.console import Console

from .device_options import add_device_options
from .engine.loading import load_engine
from .engine.protocols import Engine, EngineSettings
from .errors import ModelMissing
from .formats import FORMATS
from .hub.cli import repository_of
from .hub.places import find_model, models_folder
from .model_trial import WITHIN_S, try_model
from .models.trials import ModelTrial, keep_trial, read_trials
from .terminal import print_line

TRY = "try"
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
        segmenter=arguments.segmenter.absolute(),
        device=arguments.device,
        dtype=arguments.dtype,
        format=arguments.format,
    )
    read_trials(arguments.folder)  # a broken file is told before the work
    trial = try_model(settings, load, arguments.within)
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


def sentence(trial: ModelTrial) -> str:
    memory = f", {trial.memory_bytes / 1e9:,.1f} GB of memory" if trial.memory_bytes else ""
    return (
        f"{trial.right} of {trial.asked} questions were answered rightly on {trial.device}: "
        f"{trial.answer_s:,.1f} s an answer, {trial.tokens_per_s:,.1f} pieces of text a second, "
        f"loaded in {trial.load_s:,.1f} s{memory}."
    )
