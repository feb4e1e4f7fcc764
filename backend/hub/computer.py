"""What this computer has to run a model with, and whether one fits. Needs no torch."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ..models.system_memory import all_here, free_here

MOST_OF_MEMORY = 0.7  # of the whole: the system, QGIS and its layers need the rest


class Fit(Enum):
    FITS = "fits"
    TIGHT = "tight"  # other programs have to make room
    TOO_LARGE = "too large"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class ComputerMemory:
    memory: int | None  # bytes of main memory; None = unknown
    free: int | None
    graphics: int  # bytes of the card that is computed on; 0 = none is known, which need not mean none


def this_computer(graphics: int = 0) -> ComputerMemory:
    return ComputerMemory(all_here(), free_here(), graphics)


def fit_of(needed: int, needed_on_cpu: int, computer: ComputerMemory) -> Fit:
    """`needed` is of a graphics card's memory. What is free now changes too often to choose by it."""
    if needed <= computer.graphics:
        return Fit.FITS
    if computer.memory is None:
        return Fit.UNKNOWN
    if needed_on_cpu <= MOST_OF_MEMORY * computer.memory:
        return Fit.FITS
    return Fit.TIGHT if needed_on_cpu <= computer.memory else Fit.TOO_LARGE
