"""askmap bop: a run that was killed comes to the same files as one that was not."""

from __future__ import annotations

import os
import tempfile
from functools import lru_cache
from pathlib import Path

from askmap.training.labelling import command
from case import Case, nothing

COMMAND = ("landscapes:in", "--count", "3", "--sheet", "3", "--threads", "1")


def work(folder: Path) -> None:
    assert command.main([*COMMAND, "-o", str(folder / "labels")]) == 0


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def check_killed(folder: Path) -> None:
    """What is kept is whole: a picture that is there is that of the whole run."""
    wanted = _whole_run()
    for name, content in contents(folder / "labels").items():
        if ".askmap-" not in name and not name.endswith(("drawn.jsonl", "ious.jsonl", "ious-pieces.jsonl")):
            assert content == wanted[name], f"{name} is another one"


def check_next(folder: Path) -> None:
    assert contents(folder / "labels") == _whole_run()
    assert not list((folder / "labels").rglob(".*"))


@lru_cache(maxsize=1)
def _whole_run() -> dict[str, bytes]:
    """Of a process of its own, because this one only copies itself."""
    with tempfile.TemporaryDirectory(prefix="askmap-kill-") as name:
        folder = Path(name)
        child = os.fork()
        if not child:
            for stream in (1, 2):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
            work(folder)
            os._exit(0)
        os.waitpid(child, 0)
        return contents(folder / "labels")


CASES = {"labels": Case(nothing, work, check_killed, check_next)}
