"""The shell: askmap ask RASTER "QUESTION", askmap status, history, serve, and models.

The training package has commands of its own (python -m askmap.training...): this one knows nothing of it.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console

from . import api
from .cli_arguments import HISTORY, SERVE, STATUS, arguments_from
from .delivery import Delivery, Outputs, deliver, print_document
from .documents import history_document
from .engine.kinds import describe
from .engine.loading import load_engine
from .engine.protocols import Engine, EngineSettings
from .errors import (
    AskMapError,
    BadQuestion,
    Cancelled,
    EngineEnded,
    HistoryBroken,
    HistoryUnusable,
    NotWritten,
    OutsideRaster,
    UnreadableAnswer,
    UnreadableRaster,
)
from .hub.cli import MODELS, run_models
from .network.access import ServerAccess
from .outputs import vector
from .outputs.destinations import check_outputs
from .outputs.geotiff import check_place
from .preset import QuestionPreset, preset_of, token_of
from .reasoner.prompt import question_from
from .remote.key_file import read_key
from .service.client import end_service
from .service.place import is_possible, private_folder
from .status import status_document, status_lines
from .terminal import Display, print_line, show_error, show_summary
from .trial_cli import TRY, run_try

ANSWERED, USAGE, INPUT, MODEL, UNREADABLE, UNWRITTEN, INTERRUPTED = 0, 2, 3, 4, 5, 6, 130  # exit codes
_CODES: dict[type[AskMapError], int] = {
    BadQuestion: USAGE,
    UnreadableRaster: INPUT,
    HistoryBroken: INPUT,
    HistoryUnusable: INPUT,
    OutsideRaster: INPUT,
    UnreadableAnswer: UNREADABLE,
    NotWritten: UNWRITTEN,
}  # all other errors of ours are about the models

Load = Callable[[EngineSettings], Engine]


def main(argv: Sequence[str] | None = None, load: Load | None = None) -> int:
    """The exit code; usage errors leave through argparse, with code 2. A test may give `load` a stand-in."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(
            errors="backslashreplace"
        )  # a terminal that lacks a letter is no reason to fail
    progress = Console(stderr=True)
    try:
        arguments = arguments_from(sys.argv[1:] if argv is None else argv)
        if arguments.command == SERVE:
            _serve(arguments, progress)
        elif arguments.command == STATUS:
            return _status(arguments)
        elif arguments.command == HISTORY:
            _history(arguments)
        elif arguments.command == MODELS and arguments.action == TRY:
            run_try(arguments, progress, load or load_engine)
        elif arguments.command == MODELS:
            run_models(arguments, progress)
        else:
            _ask(arguments, load, progress)
    except AskMapError as error:
        show_error(error, progress)
        return next((code for kind, code in _CODES.items() if isinstance(error, kind)), MODEL)
    except (KeyboardInterrupt, Cancelled):
        print_line(progress, "Stopped.")
        return INTERRUPTED
    return ANSWERED


def _ask(arguments: argparse.Namespace, load: Load | None, progress: Console) -> None:
    """Everything that can fail fast comes before the models are loaded."""
    _take_preset(arguments)
    if arguments.print_preset:
        print(token_of(_preset(arguments)))
        return
    question = question_from(arguments.question, arguments.language)
    with _refusals_as_json(arguments):
        _check_outputs(arguments)
    output = Console(stderr=arguments.json)  # with --json, stdout is for the document alone
    with Display(output, progress) as display:
        display.begin("Reading the raster")
        scene = api.read(arguments.raster, _area(arguments), display.report)
        if arguments.output:
            with _refusals_as_json(arguments):
                vector.format_of(vector.written_as(arguments.output), scene.grid)
        if arguments.mask:
            with _refusals_as_json(arguments):
                check_place(scene.grid)
        for warning in scene.warnings:
            print_line(progress, f"Warning: {warning}", "yellow")
        display.begin("Loading the models")
        settings = _settings(arguments)
        engine = load(settings) if load else api.load(settings, arguments.served, display.report)
        answer = engine.answer(scene, question, display.report)
    if not arguments.json:
        show_summary(answer, output)
    deliver(Delivery(scene, answer, _outputs(arguments)), progress, as_json=arguments.json)


def _status(arguments: argparse.Namespace) -> int:
    settings = EngineSettings(
        arguments.reasoner, arguments.segmenter, arguments.device, dtype=arguments.dtype
    )
    status = api.status(settings)
    if arguments.json:
        print_document(status_document(status))
    else:
        for line in status_lines(status):
            print_line(Console(), line)
    return ANSWERED if status.is_ready else MODEL


def _history(arguments: argparse.Namespace) -> None:
    headings = api.history(arguments.place, arguments.words)
    if arguments.json:
        print_document(history_document(arguments.place, headings))
        return
    for heading in headings:
        found = f"{heading.outcome}, {heading.targets} found"
        print_line(Console(), f"{heading.created}  {heading.question}  ({found})  {heading.id}")


def _serve(arguments: argparse.Namespace, progress: Console) -> None:
    if arguments.end:
        print_line(progress, "The service has ended." if end_service() else "No service runs.")
        return
    if not is_possible():
        raise EngineEnded("This system has no service of AskMap.", "Ask without one.")
    from .service.server import IDLE_S, RunsAlready, serve

    folder = private_folder()
    print_line(progress, f"Serving in {folder}, until no question came for {IDLE_S / 60:.0f} minutes.")
    try:
        serve(folder)
    except RunsAlready:
        print_line(progress, "A service runs already.")


def _area(arguments: argparse.Namespace) -> api.Area:
    return api.Area(arguments.window, arguments.bbox, arguments.bbox_crs)


def _preset(arguments: argparse.Namespace) -> QuestionPreset:
    """BadPreset, BadQuestion; also for what no preset can hold."""
    settings = (arguments.format, arguments.temperature, arguments.seed)
    return QuestionPreset(arguments.question, arguments.language, *settings)


def _take_preset(arguments: argparse.Namespace) -> None:
    """Words and settings from --preset; a setting that is given beside it wins."""
    preset = preset_of(arguments.preset) if arguments.preset else QuestionPreset(arguments.question)
    arguments.question, arguments.language = preset.text, preset.language
    for name in ("format", "temperature", "seed"):
        if vars(arguments)[name] is None:
            vars(arguments)[name] = vars(preset)[name]


def _settings(arguments: argparse.Namespace) -> EngineSettings:
    return EngineSettings(
        reasoner=arguments.reasoner,
        segmenter=arguments.segmenter,
        device=arguments.device,
        dtype=arguments.dtype,
        format=arguments.format,
        temperature=arguments.temperature,
        seed=arguments.seed,
        access=ServerAccess(read_key(arguments.key_file)) if arguments.key_file else ServerAccess(),
    )


def _outputs(arguments: argparse.Namespace) -> Outputs:
    return Outputs(arguments.output, arguments.mask, arguments.picture)


def _check_outputs(arguments: argparse.Namespace) -> None:
    """NotWritten for what could not be written in the end, and for what would overwrite what is read."""
    if arguments.output:
        vector.export_format_of(vector.written_as(arguments.output))
    if arguments.picture and arguments.picture.suffix.lower() != ".png":
        raise NotWritten("The picture is a PNG.", hint="Choose a name that ends in .png.")
    if arguments.mask and arguments.mask.suffix.lower() not in (".tif", ".tiff"):
        raise NotWritten("The mask is a GeoTIFF.", hint="Choose a name that ends in .tif.")
    outputs, engine = _outputs(arguments), describe(_settings(arguments))
    check_outputs(outputs.paths, [arguments.raster], engine.paths, outputs.layers)


@contextmanager
def _refusals_as_json(arguments: argparse.Namespace) -> Iterator[None]:
    """With --json, a script reads why nothing was asked."""
    try:
        yield
    except NotWritten as error:
        if arguments.json:
            refusal = {"refused": str(error), "hint": error.hint, "written": []}
            print_document({"question": arguments.question, **refusal})
        raise


if __name__ == "__main__":
    sys.exit(main())
