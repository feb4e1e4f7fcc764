"""What an installation is going to do, as plain data, before anything starts."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from ...backend.resources import resources
from ..language import tr
from ..runtime.environment import MODULES, OLDEST_PYTHON, REQUIREMENTS
from ..runtime.installed_packages import InstallFolder, read_marker
from .failures import no_such_packages, not_supported, not_writable, too_little_room
from .host import Host

DATA = resources("packages.json")  # the usual index, uv's wheels, and how large the packages are
EARLIEST_NUMPY = (1, 26)  # from which on the minor version is QGIS's too, as in .ci/numpy_constraint.py


class InstallState(Enum):
    ABSENT = "absent"
    UNFINISHED = "unfinished"  # an installation was killed or failed
    OUTDATED = "outdated"  # complete, but for an older AskMap, or another Python, numpy or device
    COMPLETE = "complete"


@dataclass(frozen=True)
class UvWheel:
    """Where uv comes from."""

    version: str
    url: str
    sha256: str
    bytes: int


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


def make_plan(root: Path, host: Host) -> Plan:
    """Looks only at the disk. Raises InstallFailed where there is no uv for this kind of computer."""
    data = json.loads(DATA.read_text(encoding="utf-8"))
    folder, wanted = InstallFolder(root), wanted_for(host)
    uv, sizes = uv_for(data["uv"], host.platform), data["sizes"][host.build.value]
    state = state_of(folder, wanted)
    download = sizes["download_bytes"] + uv.bytes
    return Plan(folder, host, wanted, state, uv, download, sizes["room_bytes"], folder.free_bytes())


def wanted_for(host: Host) -> Wanted:
    """The engine's packages, with a numpy that fits QGIS's own."""
    requirements = (*REQUIREMENTS, numpy_beside(host.numpy))
    return Wanted(requirements, MODULES, host.python_text, host.platform, host.build.value)


def numpy_beside(version: str) -> str:
    """A requirement: what is compiled against QGIS's numpy fails at import with another major version."""
    major, minor = (int(part) for part in version.split(".")[:2])
    if (major, minor) >= EARLIEST_NUMPY:
        return f"numpy=={major}.{minor}.*"
    return f"numpy>={major},<{major + 1}"


def uv_for(data: dict[str, object], platform: str) -> UvWheel:
    wheel = dict(data["wheels"]).get(platform)  # type: ignore[call-overload]
    if wheel is None:
        raise not_supported(platform)
    return UvWheel(str(data["version"]), wheel["url"], wheel["sha256"], wheel["bytes"])


def state_of(folder: InstallFolder, wanted: Wanted) -> InstallState:
    place = folder.environment(wanted.digest)
    if read_marker(place) is not None:
        return InstallState.COMPLETE
    if any(folder.complete()):
        return InstallState.OUTDATED
    return InstallState.UNFINISHED if place.exists() or folder.cache.exists() else InstallState.ABSENT


def check(plan: Plan) -> None:
    """Raises InstallFailed where the installation could not succeed."""
    if plan.host.python_version < OLDEST_PYTHON:
        raise no_such_packages(tr("it has Python {version}").format(version=plan.host.python_text))
    _check_writable(plan.folder.root)
    needed = plan.room_bytes - _bytes_in(plan.folder.cache)
    if plan.folder.free_bytes() < needed:
        raise too_little_room(needed, plan.folder.free_bytes())


def _check_writable(root: Path) -> None:
    probe = root / "writable"
    try:
        root.mkdir(parents=True, exist_ok=True)
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise not_writable(root, error.strerror or error) from error


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
