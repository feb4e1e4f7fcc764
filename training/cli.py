"""The command askmap: `ask` of backend/cli.py, and the commands that make and measure the models.

A command's module is imported when the command is named: `askmap ask` starts without training's packages.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType

from rich.console import Console

from ..backend import cli, cli_arguments
from ..backend.errors import MissingPackage
from ..backend.hub.cli import MODELS, SUMMARY
from ..backend.message import Message
from ..backend.terminal import print_line, show_error
from ..backend.text import printable


@dataclass(frozen=True)
class Command:
    module: str  # of this package; its main(argv) gives the exit code
    summary: str  # in the list of commands


OF_BACKEND = {
    cli_arguments.ASK: "ask a question about a raster",
    cli_arguments.STATUS: cli_arguments.STATES,
    cli_arguments.HISTORY: cli_arguments.RECALLS,
    cli_arguments.SERVE: cli_arguments.SERVES,
    MODELS: SUMMARY,
}
COMMANDS = {
    "train": Command("prime", "make a reasoner better by reinforcement learning"),
    "bop": Command("labelling.command", "turn masks into boxes and points to learn from"),
    "evaluate": Command("evaluate", "measure a reasoner and a segmenter on a labelled set"),
    "bundle": Command(
        "offline.command", "put the engine's packages into one file, for a computer without a network"
    ),
    "warmup": Command("pocket.warmup", "train the bundled pair from nothing"),
}
USAGE = "usage: askmap COMMAND …"
INSTALL = Message("Install them: .ci/uv pip install --python .venv/bin/python -e '.[training]'")
PACKAGE = __name__.partition(".")[0]  # what is missing of it is a fault of ours

Load = Callable[[Command], ModuleType]


def load_command(command: Command) -> ModuleType:
    """Raises MissingPackage where a package of training is not installed, or is broken."""
    try:
        return import_module(f".{command.module}", __package__)
    except ImportError as error:
        if (error.name or "").partition(".")[0] == PACKAGE:
            raise
        raise MissingPackage(
            "The packages of training cannot be used: {error}.", INSTALL, error=error
        ) from error


def main(argv: Sequence[str] | None = None, load: Load = load_command) -> int:
    """The exit code; usage errors leave with 2, the codes of `askmap ask` are in its help."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    name = arguments[0] if arguments else ""
    if name in ("-h", "--help"):
        print(listed())
        return cli.ANSWERED
    if name in COMMANDS:
        return _run(COMMANDS[name], arguments[1:], load)
    if name and name not in OF_BACKEND and not name.startswith("-"):
        print(f"{USAGE}\naskmap: there is no command «{printable(name)}», see askmap --help", file=sys.stderr)
        return cli.USAGE
    return cli.main(arguments)


def listed() -> str:
    """All commands, a line each."""
    lines = [*OF_BACKEND.items(), *((name, command.summary) for name, command in COMMANDS.items())]
    width = max(len(name) for name, _ in lines)
    shown = "\n".join(f"  {name:{width}}  {summary}" for name, summary in lines)
    return f"{USAGE}\n\n{shown}\n\naskmap COMMAND --help says more."


def _run(command: Command, argv: Sequence[str], load: Load) -> int:
    progress = Console(stderr=True)
    try:
        return int(load(command).main(argv))
    except MissingPackage as error:
        show_error(error, progress)
        return cli.MODEL
    except KeyboardInterrupt:
        print_line(progress, "Stopped.")
        return cli.INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
