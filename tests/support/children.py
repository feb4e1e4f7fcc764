"""Children of real interpreters: with a small engine, or with a program that is up to no good."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from askmap.backend.child.conversation import ChildCommand, Patience
from askmap.backend.child.engine import ChildEngine
from askmap.backend.engine.protocols import EngineSettings

PATIENCE = Patience(start_s=120, silent_s=60, stop_s=30)  # the machine may be busy
LIMIT_S = 60

OF_A_SMALL_ENGINE = """
import sys
from pathlib import Path
sys.path.append({support!r})
from askmap.backend.child.program import serve
from small_engine import ENGINES
{more}
serve(Path(sys.argv[1]), lambda settings: ENGINES[{name!r}]())
"""


def command_of(folder: Path, program: str) -> ChildCommand:
    """Runs the text `program`; its first argument is the folder of the pixels."""
    path = folder / "program.py"
    path.write_text(program, encoding="utf-8")
    return ChildCommand(Path(sys.executable), program=path)


def child_of(folder: Path, program: str, patience: Patience = PATIENCE) -> ChildEngine:
    return ChildEngine(EngineSettings(), command_of(folder, program), patience)


def small_command(folder: Path, name: str, more: str = "") -> ChildCommand:
    """With the engine of that name in small_engine.ENGINES; `more` is done before it serves."""
    support = str(Path(__file__).parent)
    return command_of(folder, OF_A_SMALL_ENGINE.format(support=support, name=name, more=more))


def small_child(folder: Path, name: str, more: str = "", patience: Patience = PATIENCE) -> ChildEngine:
    return ChildEngine(EngineSettings(), small_command(folder, name, more), patience)


def pixels_folder_of(engine: ChildEngine) -> Path:
    """Where its pixels lie."""
    return Path(Path(f"/proc/{engine.pid}/cmdline").read_bytes().split(b"\0")[2].decode())


def is_running(pid: int) -> bool:
    """One that has ended does not run, though nobody may have asked how; one whose threads still end does."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        return state not in "ZX" or len(list(Path(f"/proc/{pid}/task").iterdir())) > 1
    except OSError:
        return False


def is_stopped(pid: int) -> bool:
    """By SIGSTOP, which takes its time to reach all threads."""
    return all("State:\tT" in path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/status"))


def wait_until(true: Callable[[], bool], limit_s: float = LIMIT_S) -> None:
    end = time.monotonic() + limit_s
    while not true():
        assert time.monotonic() < end, "it did not come true in time"
        time.sleep(0.02)


def children_of(pid: int = 0) -> set[int]:
    """Of this process, those that run."""
    pid = pid or os.getpid()
    tasks = Path(f"/proc/{pid}/task").iterdir()
    found = {int(child) for task in tasks for child in (task / "children").read_text().split()}
    return {child for child in found if is_running(child)}
