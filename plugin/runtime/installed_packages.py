"""Where the packages lie in QGIS's profile, and which of them are complete.

packages/lock                    held by the QGIS that installs
packages/install.log             of the last installation, without credentials
packages/speed                   of the last download, in bytes a second
packages/tools/uv-0.13.8/        the program that installs
packages/cache/                  what was fetched; hard links of what is installed
packages/bundle/                 wheels of an offline bundle, while they are installed
packages/environments/DIGEST/    a virtual environment; its askmap.json is written last, and held open by
                                 all that use it (backend/packages/environment_use.py)
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Optional

from qgis.core import QgsApplication

from ...backend.atomic import atomic_write
from ...backend.packages.environment_use import MARKER
from ..settings import Settings
from .environment import holds_packages


def packages_root() -> Path:
    """Where AskMap installs packages in this profile."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "askmap" / "packages"


def packages_folder(settings: Settings) -> Path:
    """What the user chose, if packages are there; else what AskMap installed, or where older ones looked."""
    chosen = settings.environment_folder()
    if settings.environment and holds_packages(chosen):
        return chosen
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    return usable_environment(InstallFolder(packages_root()), python) or chosen


CLOCK_STEP_S = 2.0  # between two times that every file system can tell apart


@dataclass(frozen=True)
class Marker:
    """Says that an environment is complete, and of what it was made."""

    digest: str
    python: str  # "3.11"
    requirements: tuple[str, ...]


@dataclass(frozen=True)
class InstallFolder:
    root: Path

    @property
    def lock(self) -> Path:
        return self.root / "lock"

    @property
    def log(self) -> Path:
        return self.root / "install.log"

    @property
    def cache(self) -> Path:
        return self.root / "cache"

    @property
    def tools(self) -> Path:
        return self.root / "tools"

    @property
    def speed(self) -> Path:
        return self.root / "speed"

    @property
    def unpacked(self) -> Path:
        return self.root / "bundle"

    @property
    def environments(self) -> Path:
        return self.root / "environments"

    def environment(self, digest: str) -> Path:
        return self.environments / digest

    def complete(self) -> Iterator[tuple[Path, Marker]]:
        """Every environment that was installed to its end, the newest first."""
        for place in sorted(_markers_in(self.environments), key=_time, reverse=True):
            marker = read_marker(place.parent)
            if marker is not None:
                yield place.parent, marker

    def free_bytes(self) -> int:
        """On the disk that the folder is or will be on; 0 where nobody can say."""
        there = next((each for each in (self.root, *self.root.parents) if os.path.isdir(each)), None)
        with suppress(OSError):
            return shutil.disk_usage(there).free if there else 0
        return 0


def read_marker(environment: Path) -> Optional[Marker]:
    """None where the environment is not complete, or cannot be trusted to be."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        fields = json.loads((environment / MARKER).read_text(encoding="utf-8"))
        marker = Marker(str(fields["digest"]), str(fields["python"]), tuple(map(str, fields["requirements"])))
        return marker if marker.digest == environment.name else None
    return None


def write_marker(environment: Path, marker: Marker) -> None:
    """It is the newest then, even where the clock went back since another one was written."""
    others = map(_time, _markers_in(environment.parent))
    with atomic_write(environment / MARKER) as draft:
        draft.write_text(json.dumps(asdict(marker), indent=2), encoding="utf-8")
        newest = max([draft.stat().st_mtime, *(time + CLOCK_STEP_S for time in others)])
        os.utime(draft, (newest, newest))


def usable_environment(folder: InstallFolder, python: str) -> Optional[Path]:
    """The newest complete one that this QGIS's Python can use."""
    return next((place for place, marker in folder.complete() if marker.python == python), None)


def _markers_in(environments: Path) -> list[Path]:
    """Whether they are there or not; another QGIS may remove all of them meanwhile, or let nobody look."""
    with suppress(OSError):
        return [environments / name / MARKER for name in os.listdir(environments)]
    return []


def _time(path: Path) -> float:
    with suppress(OSError):
        return path.stat().st_mtime
    return 0.0
