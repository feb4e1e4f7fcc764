"""What an installation is going to do, as plain data, before anything starts."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from ...backend.packages.catalogue import UvWheel, sizes_of, uv_wheel
from ...backend.packages.requirements import MODULES, OLDEST_PYTHON, REQUIREMENTS, numpy_beside
from ..language import tr
from ..runtime.installed_packages import InstallFolder, read_marker
from .failures import no_such_packages, not_supported, of_disk, too_little_room
from .host import Host, TorchBuild

UNPACKED = 2  # times the download: torch's CUDA build with all of NVIDIA's libraries


class InstallState(Enum):
    ABSENT = "absent"
    UNFINISHED = "unfinished"  # an installation was killed or failed
    OUTDATED = "outdated"  # complete, but for an older AskMap, or another Python or numpy
    WITHOUT_GPU = "without GPU"  # complete, with torch for the processor, and there is a graphics card
    COMPLETE = "complete"


@dataclass(frozen=True)
class Wanted:
    """What is to be installed; the digest names the environment that holds exactly this."""

    requirements: tuple[str, ...]
    modules: tuple[str, ...]  # that must load in the end
    python: str  # "3.11"
    platform: str
    build: str

    @property
    def digest(self) -> str:
        text = json.dumps([sorted(self.requirements), self.python, self.platform, self.build])
        return hashlib.sha256(text.encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Plan:
    folder: InstallFolder
    host: Host
    wanted: Wanted
    state: InstallState
    uv: UvWheel
    download_bytes: int  # estimated, with uv
    room_bytes: int  # estimated, on the disk in the end
    free_bytes: int

    @property
    def environment(self) -> Path:
        return self.folder.environment(self.wanted.digest)

    def grown_to(self, download_bytes: int) -> Plan:
        """With what is really to be fetched, uv included; unpacked it takes twice as much."""
        room = UNPACKED * (download_bytes - self.uv.bytes)
        return replace(self, download_bytes=download_bytes, room_bytes=max(self.room_bytes, room))


def make_plan(root: Path, host: Host) -> Plan:
    """Looks only at the disk. Raises InstallFailed where there is no uv for this kind of computer."""
    folder, wanted = InstallFolder(root), wanted_for(host)
    uv, sizes = uv_for(host.platform), sizes_of(host.build.value)
    state = state_of(folder, wanted)
    download = sizes.download_bytes + uv.bytes
    return Plan(folder, host, wanted, state, uv, download, sizes.room_bytes, folder.free_bytes())


def wanted_for(host: Host) -> Wanted:
    """The engine's packages, with a numpy that fits QGIS's own."""
    requirements = (*REQUIREMENTS, numpy_beside(host.numpy))
    return Wanted(requirements, MODULES, host.python_text, host.platform, host.build.value)


def uv_for(platform: str) -> UvWheel:
    try:
        return uv_wheel(platform)
    except KeyError as error:
        raise not_supported(platform) from error


def state_of(folder: InstallFolder, wanted: Wanted) -> InstallState:
    place = folder.environment(wanted.digest)
    if read_marker(place) is not None:
        return InstallState.COMPLETE
    if _has_another_build(folder, wanted):
        return InstallState.WITHOUT_GPU if wanted.build == TorchBuild.CUDA.value else InstallState.COMPLETE
    if any(folder.complete()):
        return InstallState.OUTDATED
    return InstallState.UNFINISHED if any(map(os.path.exists, (place, folder.cache))) else InstallState.ABSENT


def _has_another_build(folder: InstallFolder, wanted: Wanted) -> bool:
    """Of torch, from a bundle or with another driver; each runs on the processor."""
    digests = (replace(wanted, build=build.value).digest for build in TorchBuild)
    return any(read_marker(folder.environment(digest)) is not None for digest in digests)


def check(plan: Plan) -> None:
    """Raises InstallFailed where the installation could not succeed."""
    if plan.host.python_version < OLDEST_PYTHON:
        raise no_such_packages(tr("it has Python {version}").format(version=plan.host.python_text))
    check_writable(plan.folder.root)
    needed = plan.room_bytes - _bytes_in(plan.folder.cache)
    if plan.folder.free_bytes() < needed:
        raise too_little_room(needed, plan.folder.free_bytes())


def check_writable(root: Path) -> None:
    """Raises InstallFailed."""
    probe = root / "writable"
    try:
        root.mkdir(parents=True, exist_ok=True)
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise of_disk(OSError(error.errno, error.strerror), root) from error


def _bytes_in(folder: Path) -> int:
    """Of all files; those that vanish meanwhile do not count."""
    total = 0
    for place, _, names in os.walk(folder):
        for name in names:
            try:
                total += os.lstat(os.path.join(place, name)).st_size
            except OSError:
                continue
    return total
