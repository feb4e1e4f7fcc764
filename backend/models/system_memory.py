"""How much main memory this computer has: Linux alone says it without another package. Needs no torch."""

from __future__ import annotations

import sys
from pathlib import Path

MEMINFO, STATUS = Path("/proc/meminfo"), Path("/proc/self/status")


def free_here() -> int | None:
    """Bytes that can still be taken; caches that can be given back count as free. None = unknown."""
    return _bytes_of("MemAvailable")


def all_here() -> int | None:
    return _bytes_of("MemTotal")


def most_here() -> int | None:
    """What this process has had at once."""
    return _bytes_of("VmHWM", STATUS)


def most_memory() -> int | None:
    """The same; of a graphics card's memory where torch has used one."""
    torch = sys.modules.get("torch")  # which an engine may have loaded
    if torch is not None and torch.cuda.is_initialized():
        cards = range(torch.cuda.device_count())
        most = max((int(torch.cuda.max_memory_allocated(card)) for card in cards), default=0)
        return most or most_here()
    return most_here()


def _bytes_of(name: str, file: Path | None = None) -> int | None:
    file = file or MEMINFO
    if not file.is_file():
        return None
    lines = file.read_text(encoding="ascii").splitlines()
    found = [int(line.split()[1]) * 1024 for line in lines if line.startswith(f"{name}:")]
    return found[0] if found else None
