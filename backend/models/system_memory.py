"""How much main memory this computer has: Linux alone says it without another package. Needs no torch."""

from __future__ import annotations

from pathlib import Path

MEMINFO = Path("/proc/meminfo")


def free_here() -> int | None:
    """Bytes that can still be taken; caches that can be given back count as free. None = unknown."""
    return _bytes_of("MemAvailable")


def all_here() -> int | None:
    return _bytes_of("MemTotal")


def _bytes_of(name: str) -> int | None:
    if not MEMINFO.is_file():
        return None
    lines = MEMINFO.read_text(encoding="ascii").splitlines()
    found = [int(line.split()[1]) * 1024 for line in lines if line.startswith(f"{name}:")]
    return found[0] if found else None
