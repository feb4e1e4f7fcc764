"""Processes as the user knows them: by the program that can be closed. On Linux alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from os import getpid
from pathlib import Path

PROC = Path("/proc")
MOST_PARENTS = 50  # their chain ends before; what is read of it may change meanwhile
_STATUS = re.compile(r"^(Name|PPid):\s*(.*)$", re.M)


@dataclass(frozen=True)
class Program:
    number: int  # of its process
    name: str  # such as «qgis»; «?» where it has ended

    @property
    def is_this_one(self) -> bool:
        return self.number == getpid()


def program_of(pid: int) -> Program:
    """Of an engine's own process the QGIS that has started it, since that is what can be closed."""
    chain = list(_with_parents(pid))
    return next((each for each in chain if each.is_this_one or "qgis" in each.name.lower()), chain[0])


def _with_parents(pid: int) -> Iterator[Program]:
    for _ in range(MOST_PARENTS):
        status: dict[str, str] = {}
        with suppress(OSError):
            text = (PROC / str(pid) / "status").read_text(encoding="utf-8", errors="replace")
            status = dict(_STATUS.findall(text))
        yield Program(pid, status.get("Name", "?"))
        pid = int(status.get("PPid", "0"))
        if not pid:
            return
