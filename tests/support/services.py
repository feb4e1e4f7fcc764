"""A service of AskMap with a small engine, as a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PROGRAM = """
import sys
from pathlib import Path
sys.path.append({support!r})
from askmap.backend.service import server
from small_engine import ENGINES
server.BEAT_S = 0.1
loaded = []
def load(settings):
    if settings not in loaded:
        loaded.append(settings)
        print("loaded", settings.seed, flush=True)
        load.engine = ENGINES[{name!r}]()
    return load.engine
{more}
server.serve(Path(sys.argv[1]), load, {idle_s})
"""


def small_service(folder: Path, name: str = "small", more: str = "", idle_s: float = 60.0) -> list[str]:
    """The command; with the engine of that name in small_engine.ENGINES. `more` is done before it serves."""
    support = str(Path(__file__).parent)
    program = PROGRAM.format(support=support, name=name, more=more, idle_s=idle_s)
    return [sys.executable, "-c", program, str(folder)]


def start_small_service(folder: Path, *details: object) -> subprocess.Popen[str]:
    """What it prints can be read: a line for each engine that it loads."""
    return subprocess.Popen(small_service(folder, *details), stdout=subprocess.PIPE, text=True)
