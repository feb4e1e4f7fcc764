"""What the packages must fit: this computer, its graphics card, and QGIS's own Python and numpy."""

from __future__ import annotations

import os
import platform
import sys
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import numpy

from ..runtime.environment import interpreter

SYSTEMS = {"linux": "linux", "win32": "windows", "darwin": "macos"}  # by sys.platform
DRIVERS = (Path("/sys/module/nvidia/version"), Path("/proc/driver/nvidia/version"))


class TorchBuild(Enum):
    CPU = "cpu"
    CUDA = "cuda"
    MPS = "mps"  # part of the one build for macOS


@dataclass(frozen=True)
class Host:
    system: str  # "linux", "windows", "macos", or what Python calls another one
    machine: str  # "x86_64", "aarch64", "arm64", "amd64"
    python: Path  # QGIS's own, as a program
    python_version: tuple[int, int]
    numpy: str  # QGIS's own, "1.24.2"
    build: TorchBuild

    @property
    def platform(self) -> str:
        return f"{self.system}-{self.machine}"

    @property
    def python_text(self) -> str:
        return ".".join(map(str, self.python_version))


def this_host() -> Host:
    system, machine = SYSTEMS.get(sys.platform, sys.platform), platform.machine().lower()
    version = (sys.version_info.major, sys.version_info.minor)
    return Host(system, machine, interpreter(), version, numpy.__version__, torch_build(system, machine))


def torch_build(system: str, machine: str) -> TorchBuild:
    """The one for the device that is there, as its driver says."""
    if system == "macos":
        return TorchBuild.MPS if machine == "arm64" else TorchBuild.CPU
    windows = Path(os.environ.get("SYSTEMROOT", "C:/Windows"), "System32", "nvcuda.dll")
    drivers = (windows,) if system == "windows" else DRIVERS
    return TorchBuild.CUDA if any(driver.exists() for driver in drivers) else TorchBuild.CPU
