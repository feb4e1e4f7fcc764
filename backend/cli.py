"""The shell: askmap ask RASTER "QUESTION", askmap status, history, serve, and models.

The training package has commands of its own (python -m askmap.training...): this one knows nothing of it.
"""

from __future__ import annotations

import argparse
import io
import math
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rich.console import Console

from . import api
from .delivery import Delivery, Outputs, deliver, print_document
from .device_options import add_device_options
from .documents import history_document
from .engine.kinds import describe, reasoner_from
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
from .formats import FORMATS
from .hub.cli import MODELS, add_models, run_models
from .network.access import ServerAccess
from .outputs import vector
from .outputs.destinations import check_outputs
from .outputs.formats import answer_formats
from .outputs.geotiff import check_place
from .preset import QuestionPreset, preset_of, token_of
from .raster.reading import Window
from .reasoner.prompt import question_from
from .remote.key_file import read_key
from .service.client import end_service
from .service.place import is_possible, private_folder
from .status import status_document, status_lines
from .terminal import Display, print_line, show_error, show_summary
from .trial_cli import TRY, add_try, run_try

ASK, SERVE, STATUS, HISTORY = "ask", "serve", "status", "history"  # commands
STATES = "say what works here and what is missing; no model is loaded"
RECALLS = "list what was asked in a project"
SERVES = "keep the models loaded for the next questions"
ANSWERED, USAGE, INPUT, MODEL, UNREADABLE, UNWRITTEN, INTERRUPTED = 0, 2, 3, 4, 5, 6, 130
EXIT_CODES = """exit codes:
  0    answered, also when nothing was found, or the model does not know what was asked for
  1    a fault of AskMap's own, with a traceback; or nobody reads what is printed
  2    the command or the question is not understood
  3    the raster or the history cannot be read, or the view lies outside of it
  4    the models cannot be loaded or run: folder, device, memory, package
  5    what the model wrote cannot be read
  6    an output cannot be written
  130  interrupted by Ctrl-C
"""
_CODES: dict[type[AskMapError], int] = {
    BadQuestion: USAGE,
    UnreadableRaster: INPUT,
    HistoryBroken: INPUT,
    HistoryUnusable: INPUT,
    OutsideRaster: INPUT,
    UnreadableAnswer: UNREADABLE,
    NotWritten: UNWRITTEN,
}  # all other errors of ours are about the models
_NEGATIVE = re.compile(r"-[\d.]")
_PRESET = re.compile(r"--preset(=|$)")
_LISTS = ("--window", "--bbox")  # options whose value may begin with a minus

Load = Callable[[EngineSettings], Engine]


def main(argv: Sequence[str] | None = None, load: Load | None = None) -> int:
    """The exit code; usage errors leave through argparse, with code 2. A test may give `load` a stand-in."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(
            errors="backslashreplace"
        )  # a terminal that lacks a letter is no reason to fail
    progress = Console(stderr=True)
    try:
        arguments = _arguments(sys.argv[1:] if argv is None else argv)
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


def _arguments(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="askmap", description=__doc__.splitlines()[0] if __doc__ else None)
    commands = parser.add_subparsers(required=True, metavar="COMMAND", dest="command")
    typed = _join_negatives(argv)
    _add_ask(commands, has_preset=any(_PRESET.match(argument) for argument in typed))
    _add_status(commands)
    _add_history(commands)
    _add_serve(commands)
    add_try(add_models(commands))
    arguments = parser.parse_args(typed)
    if arguments.command == ASK and arguments.bbox_crs and not arguments.bbox:
        parser.error("--bbox-crs needs --bbox")
    return arguments


def _add_ask(commands: Any, *, has_preset: bool) -> None:
    """A preset takes the place of QUESTION, which argparse cannot leave out in the middle of options."""
    ask = commands.add_parser(
        ASK,
        help="ask a question about a raster",
        description="Ask a question about a raster; the reasoning streams while it comes.",
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    ask.add_argument("raster", metavar="RASTER", help="any raster that GDAL reads")
    if not has_preset:
        ask.add_argument("question", metavar="QUESTION", help="what to look for, in one or two sentences")
    ask.add_argument("--preset", metavar="TOKEN", help="words and settings, in the place of QUESTION")
    ask.add_argument(
        "--print-preset", action="store_true", help="print the question as such a TOKEN, and ask nothing"
    )
    _add_place(ask)
    _add_models(ask)
    ask.add_argument(
        "--served",
        action=argparse.BooleanOptionalAction,
        help="by a service, which is started if none runs and keeps the models loaded for the next question "
        "(default: by the one that runs, if one does)",
    )
    _add_outputs(ask)


def _add_serve(commands: Any) -> None:
    serve = commands.add_parser(
        SERVE,
        help=SERVES,
        description="Keep the models loaded for «askmap ask» and for QGIS, on a socket for you alone, until "
        "no question came for ten minutes. Nothing is loaded before the first one.",
    )
    serve.add_argument("--end", action="store_true", help="end the one that runs")


def _add_place(ask: argparse.ArgumentParser) -> None:
    place = ask.add_argument_group("where (default: the whole raster)").add_mutually_exclusive_group()
    place.add_argument("--window", type=_window, metavar="X,Y,W,H", help="in the raster's pixels")
    place.add_argument("--bbox", type=_bbox, metavar="XMIN,YMIN,XMAX,YMAX", help="in map units")
    ask.add_argument(
        "--bbox-crs", default="", metavar="CRS", help="of --bbox, such as EPSG:4326 (default: the raster's)"
    )


def _add_models(ask: argparse.ArgumentParser) -> None:
    models = _add_engine(ask)
    models.add_argument(
        "--key-file", type=Path, metavar="FILE", help="holds the server's key; readable by you alone"
    )
    models.add_argument("--format", choices=("auto", *FORMATS), help="of the answer (default: auto)")
    models.add_argument("--temperature", type=_temperature, help="0 is greedy (default)")
    models.add_argument("--seed", type=_seed, help="of the sampling (default: 0)")


def _add_engine(command: argparse.ArgumentParser) -> Any:
    """The group of the options that say which models, and where they run."""
    models = command.add_argument_group("models (default: the bundled pair)")
    models.add_argument(
        "--reasoner",
        type=reasoner_from,
        default=EngineSettings.reasoner,
        metavar="DIR",
        help="a folder, or a server: http://127.0.0.1:1234/v1#MODEL",
    )
    models.add_argument("--segmenter", type=Path, default=EngineSettings.segmenter, metavar="DIR")
    add_device_options(models)
    return models


def _add_status(commands: Any) -> None:
    status = commands.add_parser(
        STATUS,
        help=STATES,
        description=f"{STATES.capitalize()}. The exit code is 0 where a question can be asked, else 4.",
    )
    _add_engine(status)
    status.add_argument("--json", action="store_true", help="print one JSON document, and nothing else")


def _add_history(commands: Any) -> None:
    history = commands.add_parser(HISTORY, help=RECALLS, description=f"{RECALLS.capitalize()}, newest first.")
    history.add_argument(
        "place", metavar="PROJECT", type=Path, help="its file, its folder, or the history's .gpkg"
    )
    history.add_argument(
        "words", metavar="WORDS", nargs="?", default="", help="only those that hold them all"
    )
    history.add_argument("--json", action="store_true", help="print one JSON document, and nothing else")


def _add_outputs(ask: argparse.ArgumentParser) -> None:
    outputs = ask.add_argument_group("outputs")
    outputs.add_argument(
        "-o", "--output", type=Path, metavar="OUT.gpkg", help=f"polygons: {', '.join(answer_formats())}"
    )
    outputs.add_argument("--mask", type=Path, metavar="OUT.tif", help="a GeoTIFF of 0 and 1")
    outputs.add_argument(
        "--picture", type=Path, metavar="OUT.png", help="masks, boxes, points and words on it"
    )
    outputs.add_argument("--json", action="store_true", help="print one JSON document, and nothing else")


def _join_negatives(argv: Sequence[str]) -> list[str]:
    """«--bbox -74,40,…» as «--bbox=-74,40,…»: argparse takes a value that begins so for an option."""
    joined: list[str] = []
    for argument in argv:
        if joined and joined[-1] in _LISTS and _NEGATIVE.match(argument):
            joined[-1] += f"={argument}"
        else:
            joined.append(argument)
    return joined


def _window(text: str) -> Window:
    try:
        return Window(*_four(text, int))
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"«{text}» is not X,Y,W,H in whole pixels") from error


def _bbox(text: str) -> tuple[float, ...]:
    try:
        bbox = _four(text, float)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"«{text}» is not XMIN,YMIN,XMAX,YMAX") from error
    if not (all(map(math.isfinite, bbox)) and bbox[0] < bbox[2] and bbox[1] < bbox[3]):
        raise argparse.ArgumentTypeError(f"«{text}» has no area: XMIN,YMIN,XMAX,YMAX is due")
    return bbox


def _four(text: str, kind: Callable[[str], Any]) -> tuple[Any, ...]:
    numbers = tuple(kind(number) for number in text.split(","))
    if len(numbers) != 4:
        raise ValueError(f"{len(numbers)} numbers, not four")
    return numbers


def _temperature(text: str) -> float:
    number = float(text)
    if not 0 <= number < math.inf:
        raise argparse.ArgumentTypeError("a temperature is 0 or more")
    return number


def _seed(text: str) -> int:
    number = int(text)
    if not 0 <= number < 2**63:  # what torch.Generator takes
        raise argparse.ArgumentTypeError("a seed is 0 or more, and below 2^63")
    return number


if __name__ == "__main__":
    sys.exit(main())
