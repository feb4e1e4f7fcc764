"""What the user calls the processes that have packages in use."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from os import getpid
from pathlib import Path

from ..language import tr

PROC = Path("/proc")
_STATUS = re.compile(r"^(Name|PPid):\s*(.*)$", re.M)
MOST_PARENTS = 50  # their chain ends before; what is read of it may change meanwhile


def programs(pids: Sequence[int]) -> str:
    """Such as «qgis (process 4711)»; "" for none."""
    return ", ".join(dict.fromkeys(map(_program, pids)))


def _program(pid: int) -> str:
    """Of an engine's own process the QGIS that has started it, since that is what can be closed."""
    chain = list(_with_parents(pid))
    number, name = next((each for each in chain if _is_qgis(*each)), chain[0])
    if number == getpid():
        return tr("this QGIS")
    return tr("{program} (process {number})").format(program=name, number=number)


def _is_qgis(pid: int, name: str) -> bool:
    return pid == getpid() or "qgis" in name.lower()


def _with_parents(pid: int) -> Iterator[tuple[int, str]]:
    """(number, name) of the process, of its parent, and so on."""
    for _ in range(MOST_PARENTS):
        status: dict[str, str] = {}
        with suppress(OSError):
            text = (PROC / str(pid) / "status").read_text(encoding="utf-8", errors="replace")
            status = dict(_STATUS.findall(text))
        yield pid, status.get("Name", "?")
        pid = int(status.get("PPid", "0"))
        if not pid:
            return
