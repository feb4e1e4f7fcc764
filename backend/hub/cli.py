"""askmap models list|get|verify|remove: the models on this computer, and those that can be fetched."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from ..errors import ModelBroken, ModelMissing
from ..models.catalogue import Model, read_catalogue
from ..models.system_memory import all_here, free_here
from ..network.access import ServerAccess
from ..network.http_transport import HttpTransport
from ..remote.key_file import read_key
from ..resources import resources
from ..terminal import print_line, show_error
from ..text import printable
from .checking import Checked, check_model
from .computer import this_computer
from .fetching import Fetching, Watch, fetch_model, remove_model
from .overview import ModelOverview, overview
from .pages import Hub
from .places import ModelHere, ModelPlace, find_model, models_folder, models_here
from .record import read_record
from .repository import is_hub, usual_hub

MODELS = "models"  # the command
SUMMARY = "list the models that AskMap knows, fetch them, check and remove them"
NAME = "as `askmap models list` shows it, or owner/name"
CPU_BYTES = 4  # a parameter: a processor computes in float32


def add_models(commands: Any) -> Any:
    """Its actions: others may stand beside them."""
    models = commands.add_parser(MODELS, help=SUMMARY, description=f"{SUMMARY.capitalize()}.")
    actions = models.add_subparsers(required=True, metavar="ACTION", dest="action")
    listed = actions.add_parser("list", help="what there is, what it needs, and what is here already")
    listed.add_argument("--json", action="store_true", help="one JSON document, and nothing else")
    _add_get(actions)
    verify = actions.add_parser("verify", help="read every byte of the models that are here")
    verify.add_argument("names", nargs="*", metavar="NAME", help=f"{NAME} (default: all)")
    remove = actions.add_parser("remove", help="remove what `get` has fetched, and nothing else")
    remove.add_argument("names", nargs="+", metavar="NAME", help=NAME)
    for action in actions.choices.values():
        action.add_argument(
            "--folder", type=Path, default=models_folder(), metavar="DIR", help="of the models (%(default)s)"
        )
    return actions


def _add_get(actions: Any) -> None:
    get = actions.add_parser(
        "get",
        help="fetch a model",
        description="Fetch a model; what came before is kept when it is given again after an interruption.",
    )
    get.add_argument("name", metavar="NAME", help=NAME)
    get.add_argument("--hub", type=_hub, default=usual_hub(), metavar="URL", help="(%(default)s)")
    get.add_argument("--revision", default="main", help="a branch, tag or commit of the hub (%(default)s)")
    get.add_argument("--key-file", type=Path, metavar="FILE", help="the key of an account there")


def run_models(arguments: argparse.Namespace, progress: Console) -> None:
    """What the shell was asked to do; raises the errors of its parts."""
    {"list": _list, "get": _get, "verify": _verify, "remove": _remove}[arguments.action](arguments, progress)


# --- list ---


def _list(arguments: argparse.Namespace, progress: Console) -> None:
    models, here = read_catalogue(), models_here(arguments.folder)
    found = overview(models, arguments.folder, this_computer())
    rows = [_row(model, here, found) for model in models]
    known = {model.repository.lower() for model in models}
    others = [_other(model) for model in here if model.repository.lower() not in known]
    if arguments.json:
        computer = {"memory_bytes": all_here(), "free_memory_bytes": free_here()}
        grounds = found.recommended.grounds.value
        whole = {"computer": computer, "models": rows, "others": others, "recommended_as": grounds}
        print(json.dumps(whole, indent=1))
        return
    output = Console()
    output.print(_table(rows))
    print_line(output, f"* recommended for this computer: {found.recommended.grounds.value}")
    if found.fault:
        show_error(found.fault, progress)
    if others:
        print_line(output, "\nOthers that are here:")
        for other in others:
            print_line(output, f"  {other['name']}  {_gb(other['bytes'])}  {other['folder']}")
    memory, free = all_here(), free_here()
    if memory and free:
        print_line(output, f"\nThis computer has {_gb(memory)} of memory, {_gb(free)} of them free.")
    print_line(output, f"Fetched ones lie in {arguments.folder}; give a folder as --reasoner or --segmenter.")


def _row(model: Model, here: Sequence[ModelHere], found: ModelOverview) -> dict[str, Any]:
    place, source = _place(model, here)
    trial = next((each for each in found.trials if place and place in (each.reasoner, each.segmenter)), None)
    return {
        "name": model.name,
        "kind": model.kind,
        "repository": model.repository,
        "licence": model.licence,
        "bytes": model.weights_bytes,
        "gpu_bytes": model.needed_bytes(),
        "cpu_bytes": model.needed_bytes(CPU_BYTES),
        "fits_memory": _fits(model.needed_bytes(CPU_BYTES)),
        "loads": not model.served_only,
        "source": source,
        "folder": place,
        "recommended": (place or model.repository) in found.recommended.keys,
        "tried": asdict(trial) if trial else None,
    }


def _place(model: Model, here: Sequence[ModelHere]) -> tuple[str, str]:
    if model.folder:
        return str(resources(model.folder)), "bundled"
    found = next((each for each in here if each.repository.lower() == model.repository.lower()), None)
    return (str(found.folder), found.source.value) if found else ("", "")


def _other(model: ModelHere) -> dict[str, Any]:
    return {
        "name": printable(model.repository),
        "type": printable(model.type),
        "bytes": model.bytes,
        "source": model.source.value,
        "folder": str(model.folder),
    }


def _fits(needed: int) -> bool | None:
    """Into this computer's memory; None where nobody can say."""
    memory = all_here()
    return None if memory is None else needed <= memory


def _table(rows: Sequence[dict[str, Any]]) -> Table:
    table = Table("model", "", "weights", "on a GPU", "without", "licence", "here", box=None)
    for row in rows:
        without = "a server only" if not row["loads"] else _gb(row["cpu_bytes"])
        without += " too much" if row["loads"] and row["fits_memory"] is False else ""
        sizes = (_gb(row["bytes"]), _gb(row["gpu_bytes"]), without)
        name = f"{row['name']} *" if row["recommended"] else row["name"]
        texts = (name, row["kind"], *sizes, row["licence"], row["folder"] or "-")
        table.add_row(*map(Text, texts))
    return table


def _gb(count: int) -> str:
    return f"{count / 1e9:,.1f} GB" if count >= 5e7 else f"{count / 1e6:,.0f} MB"


# --- get ---


def _get(arguments: argparse.Namespace, progress: Console) -> None:
    repository = repository_of(arguments.name)
    elsewhere = find_model(repository, arguments.folder)
    if elsewhere is not None:
        print_line(progress, f"It is here already ({elsewhere.source.value}), and is used where it lies.")
        print(elsewhere.folder)
        return
    key = read_key(arguments.key_file) if arguments.key_file else ""
    hub = Hub(arguments.hub, HttpTransport(ServerAccess()), key)
    print_line(progress, f"Fetching {repository} from {hub.host}")
    with _bar(progress) as watch:
        folder = fetch_model(hub, repository, arguments.folder, watch, arguments.revision)
    record = read_record(folder)
    if record is not None:
        licence = printable(record.licence) or "the hub does not say, see the model card"
        print_line(progress, f"Revision {record.revision}, {_gb(record.bytes)}. Licence: {licence}.")
    print(folder)


@contextmanager
def _bar(progress: Console) -> Iterator[Watch]:
    """A bar on a terminal; elsewhere a line for each file."""
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=progress, disable=not progress.is_terminal) as bar:
        task, shown = bar.add_task("", total=None), [""]

        def watch(now: Fetching) -> None:
            bar.update(task, description=now.file, completed=now.done_bytes, total=now.total_bytes or None)
            if now.file != shown[0] and not progress.is_terminal:
                print_line(progress, f"  {now.file}")
            shown[0] = now.file

        yield watch


# --- verify and remove ---


def _verify(arguments: argparse.Namespace, progress: Console) -> None:
    here = models_here(arguments.folder)
    wanted = [_found(repository_of(name), here) for name in arguments.names] or here
    if not wanted:
        print_line(progress, "There are no models here yet.")
    bad = 0
    for model in wanted:
        checked = check_model(model)
        print_line(Console(), f"{_verdict(checked)}  {model.repository}  {model.folder}")
        bad += bool(checked.damaged)
    if bad:
        raise ModelBroken("Some files are not what was fetched.", "Remove what is named, and fetch it again.")


def _verdict(checked: Checked) -> str:
    if checked.damaged:
        return f"damaged: {', '.join(map(printable, checked.damaged))}"
    if not checked.right:
        return "nobody has said what it should be"
    return f"{len(checked.right)} files are right" + (
        f", {checked.unknown} unknown" if checked.unknown else ""
    )


def _found(repository: str, here: Sequence[ModelHere]) -> ModelHere:
    found = next((model for model in here if model.repository.lower() == repository.lower()), None)
    if found is None:
        raise ModelMissing("There is no {name} here.", "See askmap models list.", name=repository)
    return found


def _remove(arguments: argparse.Namespace, progress: Console) -> None:
    for name in arguments.names:
        repository = repository_of(name)
        folder = _as_written(repository, arguments.folder)
        left = remove_model(arguments.folder, folder)
        print_line(progress, f"Removed {folder}.")
        for file in left:
            print_line(progress, f"  {file} is not AskMap's, and stays.")


def _as_written(repository: str, models: Path) -> str:
    """With the capitals that it was fetched with."""
    found = find_model(repository, models)
    return found.repository if found is not None and found.source is ModelPlace.FETCHED else repository


def repository_of(name: str) -> str:
    """Of a name in the catalogue; what is owner/name already stays. ModelMissing."""
    for model in read_catalogue():
        if name.strip().lower() in (model.name.lower(), model.repository.lower()):
            if model.folder:
                raise ModelMissing("{name} comes with AskMap.", "It is always here.", name=model.name)
            if model.served_only:
                raise ModelMissing(
                    "AskMap does not load {name} itself.",
                    "Let a server run it, such as LM Studio, and give its address as the reasoner.",
                    name=model.name,
                )
            return model.repository
    return name.strip()


def _hub(text: str) -> str:
    if not is_hub(text.strip()):
        raise argparse.ArgumentTypeError(f"«{printable(text)}» is no address such as https://hub.example")
    return text.strip().rstrip("/")
