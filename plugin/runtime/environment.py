"""Finds the engine's packages, and the command that installs them, without importing them into QGIS."""

from __future__ import annotations

import importlib
import importlib.util
import json
import sys
from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import QProcess

from ...backend.errors import MissingPackage
from ...backend.stages import Progress, Report
from ..language import tr
from .own_packages import __name__ as own_module
from .own_packages import own_packages

REQUIREMENTS = (  # what the engine imports inside QGIS; the versions are those of pyproject.toml
    "torch==2.13.0",
    "transformers==5.23.0",
    "tokenizers>=0.22",
    "safetensors>=0.6",
    "scipy==1.15.3",
)
MODULES = ("torch", "transformers", "tokenizers", "safetensors", "scipy")
OLDEST_PYTHON = (3, 10)  # of transformers 5

IMPORT_LIMIT_S = 300  # a cold disk has been seen to take a minute for torch alone
_POLL_MS = 100
IMPORT_TEST = """
import importlib, json, sys
from pathlib import Path
sys.path[:] = json.loads(sys.argv[1])
sys.modules.update(dict.fromkeys(json.loads(sys.argv[2])))
module, folder, served = json.loads(sys.argv[3])
if served:
    own_packages = importlib.import_module(module).own_packages
    own_packages.folder = Path(folder)
    own_packages.begin(only=served)
import qgis.core
from osgeo import gdal
import torch, transformers
assert torch.ones(3).sum().item() == 3
"""


def missing_modules() -> tuple[str, ...]:
    return tuple(name for name in MODULES if importlib.util.find_spec(name) is None)


def site_packages(folder: Path) -> Path:
    """Where the packages lie in a folder that the user chose: a virtual environment, or pip's --target."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    inside = (folder / "lib" / version / "site-packages", folder / "Lib" / "site-packages")
    return next((place for place in inside if place.is_dir()), folder)


def add_to_path(folder: Path) -> None:
    """Adds a folder to sys.path, at the end, so that QGIS's own packages come first until the engine loads.

    Only if it holds the packages: an incompletely typed path may be a folder too. As the engine loads,
    own_packages serves those of the folder that was added last.
    """
    place = site_packages(folder)
    holds_some = holds_packages(folder)
    if holds_some:
        _forget_older(place)
        own_packages.folder = place
    if holds_some and str(place) not in sys.path:
        sys.path.append(str(place))
        importlib.invalidate_caches()


def holds_packages(folder: Path) -> bool:
    place = site_packages(folder)
    return any((place / name).is_dir() or (place / f"{name}.py").is_file() for name in MODULES)


def _forget_older(place: Path) -> None:
    """Of two folders the one before would win; once torch is loaded, its parts still come from there."""
    older = str(own_packages.folder)
    if own_packages.folder != place and older in sys.path and "torch" not in sys.modules:
        sys.path.remove(older)


def interpreter() -> Path:
    """QGIS's own Python as a program.

    sys.executable is QGIS itself on Windows and macOS; on Linux it is the first python3 on PATH, which may be
    another one, such as pyenv's or conda's.
    """
    executable, prefix = Path(sys.executable), Path(sys.exec_prefix)
    places = (
        prefix / "bin" / f"python{sys.version_info.major}.{sys.version_info.minor}",
        executable,
        prefix / "python.exe",
        executable.parent / "bin" / "python3",
        prefix / "bin" / "python3",
    )
    pythons = (place for place in places if place.name.lower().startswith("python") and place.is_file())
    return next(pythons, Path("python3"))


def command(folder: Path) -> str:
    """The shell command that installs the packages into `folder`, for QGIS's own Python."""
    numpy_major = int(importlib.import_module("numpy").__version__.split(".")[0])
    numpy = f"numpy>={numpy_major},<{numpy_major + 1}"
    packages = " ".join(f'"{requirement}"' for requirement in (*REQUIREMENTS, numpy))
    return f'"{interpreter()}" -m pip install --target "{folder}" {packages}'


def advice() -> str:
    """A sentence for the user where packages are missing; "" where they are not."""
    if sys.version_info < OLDEST_PYTHON:
        return tr(
            "The engine needs Python 3.10 or newer, and this QGIS has an older one: install a newer QGIS."
        )
    missing = missing_modules()
    if not missing:
        return ""
    return tr(
        "AskMap's engine needs packages that this QGIS does not have ({packages}). Install them here, or run "
        "this command in a shell and press «Look again», or choose a folder that already holds them."
    ).format(packages=", ".join(missing))


def try_out(
    report: Report,
    python: Optional[Path] = None,
    program: str = IMPORT_TEST,
    limit_s: float = IMPORT_LIMIT_S,
) -> None:
    """Import the engine's packages beside QGIS's libraries, in a process that may crash.

    Raises MissingPackage if it does. What is refused in QGIS is refused there too, and what is served here is
    served there. Blocks, so it is for a worker thread. It also warms the disk's cache for QGIS's own import.
    """
    child = QProcess()
    child.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
    refused = [name for name, module in list(sys.modules.items()) if module is None]
    served = [own_module, str(own_packages.folder), sorted(own_packages.served)]
    arguments = [json.dumps(each) for each in (sys.path, refused, served)]
    child.start(str(python or interpreter()), ["-c", program, *arguments])
    try:
        _wait_for(child, report, limit_s)
        _check(child)
    finally:
        child.kill()
        child.waitForFinished()


def _wait_for(child: QProcess, report: Report, limit_s: float) -> None:
    for _ in range(int(limit_s * 1000 / _POLL_MS)):
        if child.waitForFinished(_POLL_MS) or child.state() == QProcess.ProcessState.NotRunning:
            return
        report(Progress(0.0, tr("Trying out the engine's packages")))
    raise MissingPackage(
        tr("The engine's packages did not load in time."), tr("Try again, or reinstall the packages.")
    )


def _check(child: QProcess) -> None:
    crashed = (
        child.exitStatus() == QProcess.ExitStatus.CrashExit
        or child.error() == QProcess.ProcessError.FailedToStart  # type: ignore[operator]
    )
    if not crashed and child.exitCode() == 0:
        return
    lines = bytes(child.readAll()).decode(errors="replace").strip().splitlines()
    reason = lines[-1] if lines else tr("it crashed without a word")
    raise MissingPackage(
        tr("The engine's packages do not work with this QGIS: {reason}.").format(reason=reason),
        tr("Install them again with the command that the dock shows, into an empty folder."),
    )
