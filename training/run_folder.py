"""A run's folder belongs to one recipe: another one neither goes on from what lies there nor replaces it.

    FOLDER/recipe.json    the kind of recipe that the run was begun with, and every key of it

Keys that may change before a run goes on are in FREE: how long it lasts, what is kept how often, and how the
work is shared out. The losses stay those of the recipe; where `steps` or `epochs` change, a learning rate
that falls is that of the new length from there on.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..backend.atomic import atomic_write, make_folder
from ..backend.errors import NotWritten
from ..backend.message import Message

if sys.platform != "win32":
    import fcntl
if TYPE_CHECKING:
    from _typeshed import DataclassInstance

NOTE = "recipe.json"
KIND = "kind"  # in the note: which class of recipes
FREE = frozenset(
    ("steps", "epochs", "save_every", "keep")
    + ("processes", "micro_batch", "checkpointing", "vllm_server", "vllm_memory")
)
NAMED = 5  # keys in a sentence


@contextmanager
def run_in(folder: Path, recipe: DataclassInstance, made: Sequence[str]) -> Iterator[None]:
    """As begin_run, and no other run is in the folder until the block ends; else NotWritten."""
    if (folder / NOTE).exists():
        _read(folder / NOTE)
        with _alone(folder):
            begin_run(folder, recipe, made)
    else:
        begin_run(folder, recipe, made)
    with _alone(folder):
        yield


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Of the processes of one run the first one holds the lock, where the system has locks."""
    if sys.platform == "win32" or not _is_first():
        yield
        return
    with (folder / NOTE).open("rb") as note:
        try:
            fcntl.flock(note, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise NotWritten(
                "Another run is in {folder} now.",
                "Wait until it has ended, or choose another folder with --out.",
                folder=folder,
            ) from error
        except OSError:  # some network drives have none
            pass
        yield


def _is_first() -> bool:
    """Of the processes of one run; its launcher says so before any of them knows the others."""
    return os.environ.get("RANK", "0") == "0"


def begin_run(folder: Path, recipe: DataclassInstance, made: Sequence[str]) -> None:
    """Makes the folder, or finds it begun with the same recipe; else NotWritten.

    `made` are the names in it of what a run writes, and replaces when it goes on.
    """
    make_folder(folder)
    note, keys = folder / NOTE, _keys(recipe)
    before = _read(note) if note.exists() else {}
    there = next((folder / name for name in made if _is_there(folder / name)), None)
    if there is None:  # a run that has made nothing yet may be replaced
        if before != keys and _is_first():
            with atomic_write(note) as place:
                place.write_text(json.dumps(keys, indent=2) + "\n", encoding="utf-8")
    elif not before:
        raise NotWritten(
            "{there} is there already, and nothing beside it says which recipe it was made with.",
            "Choose another folder with --out, or move it away.",
            there=there,
        )
    else:
        _compare(folder, before, keys)


def _compare(folder: Path, before: dict[str, Any], keys: dict[str, Any]) -> None:
    other = [name for name in keys if name in before and before[name] != keys[name] and name not in FREE]
    if other:
        raise NotWritten(
            "{folder} holds the run of a recipe with another {settings}.",
            Message(
                "Choose another folder with --out, or go on with the recipe that {note} in it holds.",
                note=NOTE,
            ),
            folder=folder,
            settings=_listed(other),
        )


def _read(note: Path) -> dict[str, Any]:
    try:
        content = json.loads(note.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        content = None
    if not isinstance(content, dict) or KIND not in content:
        raise NotWritten(
            "{note} cannot be read as the recipe of a run.", "Choose another folder with --out.", note=note
        )
    return content


def _keys(recipe: DataclassInstance) -> dict[str, Any]:
    """As they come back from JSON; those of tables as «samples.path»."""
    content = json.loads(json.dumps(asdict(recipe), default=str))
    return {KIND: type(recipe).__name__, **dict(_flat(content.items()))}


def _flat(items: Iterable[tuple[str, Any]], before: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in items:
        if isinstance(value, dict):
            yield from _flat(value.items(), f"{before}{name}.")
        else:
            yield f"{before}{name}", value


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return ", ".join(f"«{name}»" for name in names[:NAMED]) + more


def _is_there(path: Path) -> bool:
    return any(path.iterdir()) if path.is_dir() else path.exists()
