"""Remembers in QGIS's profile with what the engine's packages have passed their test.

A fingerprint covers what the test's outcome depends on: QGIS, AskMap, Python's path with all distributions on
it, what of them is served and refused, the device, and the driver of the graphics card. Of the libraries that
QGIS has loaded only those of the graphics count, because most others come and go with what the user does.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from qgis.core import Qgis, QgsApplication

from ...backend.atomic import atomic_write
from ...backend.errors import NotWritten
from ...backend.version import __version__

KEPT = 8  # fingerprints: one profile may serve several releases of QGIS, and a screen near and far
_DRIVERS = (  # what changes with the driver of a graphics card
    Path("/sys/module/nvidia/version"),
    Path("/proc/driver/nvidia/version"),
    Path(os.environ.get("SYSTEMROOT", "C:/Windows"), "System32", "nvcuda.dll"),
)
_GRAPHICS = re.compile(r"LLVM|gallium|_dri\.so|nvidia|cuda|radeon|amdgpu|libGL|libEGL|vulkan", re.IGNORECASE)
_METADATA = (".dist-info", ".egg-info")


@dataclass(frozen=True)
class PassedTests:
    file: Path

    def __contains__(self, fingerprint: str) -> bool:
        return fingerprint in self._read()

    def add(self, fingerprint: str) -> None:
        """Where it cannot be written, the test is done again the next time."""
        known = [each for each in self._read() if each != fingerprint]
        with suppress(NotWritten, OSError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            with atomic_write(self.file) as draft:
                draft.write_text(json.dumps([*known, fingerprint][-KEPT:]), encoding="utf-8")

    def _read(self) -> list[str]:
        with suppress(OSError, ValueError, TypeError):
            return [str(each) for each in json.loads(self.file.read_text(encoding="utf-8"))]
        return []


def passed_tests() -> PassedTests:
    """Those of this profile."""
    return PassedTests(Path(QgsApplication.qgisSettingsDirPath()) / "askmap" / "passed_package_tests.json")


def fingerprint(
    path: Sequence[str],
    refused: Sequence[str],
    served: Sequence[str],
    libraries: Iterable[str],
    device: str,
) -> str:
    """Quick: of the packages only the names and the times of their metadata are read."""
    parts = [
        [__version__, Qgis.QGIS_VERSION, sys.version, device],
        [path, refused, served],
        [_state_of(driver) for driver in _DRIVERS],
        sorted({Path(library).name for library in libraries if _GRAPHICS.search(Path(library).name)}),
        [sorted(_distributions(Path(folder))) for folder in path],
    ]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def _distributions(folder: Path) -> Iterator[tuple[str, int]]:
    """Their names have their versions in them; the time tells one that was installed again."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(_METADATA):
                yield entry.name, entry.stat().st_mtime_ns


def _state_of(driver: Path) -> str:
    with suppress(OSError):
        if driver.suffix == ".dll":
            return f"{driver.stat().st_size} {driver.stat().st_mtime_ns}"
        return driver.read_text(errors="replace")
    return ""
