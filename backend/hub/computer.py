"""What this computer has to run a model with, and whether one fits. Needs no torch."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from enum import Enum

from ..models.system_memory import all_here, free_here

_ASK_DRIVER = ("nvidia-smi", "--query-gpu=memory.total", "--format=csv,noheader,nounits")
_MEBIBYTE = 1 << 20
MOST_OF_MEMORY = 0.7  # of the whole: the system, QGIS and its layers need the rest
DRIVER_S = 5.0  # a driver that is asleep takes a second or two


class Fit(Enum):
    FITS = "fits"
    TIGHT = "tight"  # other programs have to make room
    TOO_LARGE = "too large"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class ComputerMemory:
    memory: int | None  # bytes of main memory; None = unknown
    free: int | None
    graphics: (
        int  # bytes of the largest card that is found; 0 = none is, which need not mean that there is none
    )


def this_computer() -> ComputerMemory:
    """Takes up to DRIVER_S: for a worker thread."""
    return ComputerMemory(all_here(), free_here(), _graphics_memory())


def fit_of(needed: int, needed_on_cpu: int, computer: ComputerMemory) -> Fit:
    """`needed` is of a graphics card's memory. What is free now changes too often to choose by it."""
    if needed <= computer.graphics:
        return Fit.FITS
    if computer.memory is None:
        return Fit.UNKNOWN
    if needed_on_cpu <= MOST_OF_MEMORY * computer.memory:
        return Fit.FITS
    return Fit.TIGHT if needed_on_cpu <= computer.memory else Fit.TOO_LARGE


def _graphics_memory() -> int:
    """NVIDIA's alone: another one's driver says nothing without a library."""
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # of Windows alone
    try:
        asked = subprocess.run(_ASK_DRIVER, capture_output=True, timeout=DRIVER_S, creationflags=flags)
    except (OSError, subprocess.TimeoutExpired):
        return 0
    sizes = [int(line) for line in asked.stdout.decode("ascii", "ignore").split() if line.isdigit()]
    return max(sizes, default=0) * _MEBIBYTE
