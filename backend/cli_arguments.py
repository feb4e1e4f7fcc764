"""What can be typed behind `askmap`: its commands and their options."""

from __future__ import annotations

import argparse
import math
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from .device_options import add_device_options
from .engine.kinds import reasoner_from
from .engine.protocols import EngineSettings
from .formats import FORMATS
from .hub.cli import add_models
from .outputs.formats import answer_formats
from .preset import LARGEST_SEED
from .raster.reading import Window
from .trial_cli import add_try

ASK, SERVE, STATUS, HISTORY = "ask", "serve", "status", "history"  # commands
STATES = "say what works here and what is missing; no model is loaded"
RECALLS = "list what was asked in a project"
SERVES = "keep the models loaded for the next questions"
SUMMARY = 'The shell: askmap ask RASTER "QUESTION", askmap status, history, serve, and models.'
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
_NEGATIVE = re.compile(r"-[\d.]")
_PRESET = re.compile(r"--preset(=|$)")
_LISTS = ("--window", "--bbox")  # options whose value may begin with a minus


def arguments_from(argv: Sequence[str]) -> argparse.Namespace:
    """A fault leaves through argparse, with the exit code 2."""
    parser = argparse.ArgumentParser(prog="askmap", description=SUMMARY)
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
    if not 0 <= number <= LARGEST_SEED:
        raise argparse.ArgumentTypeError("a seed is 0 or more, and below 2^63")
    return number
