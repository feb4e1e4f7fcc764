"""Finds the engine's packages, and tries them out, without importing them into QGIS."""

from __future__ import annotations

import importlib
import importlib.util
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Optional

from ...backend.packages.requirements import MODULES, OLDEST_PYTHON
from ..language import tr
from ..package_test.trial import TestOrder, loaded_libraries
from .own_packages import OwnPackages, own_packages


def missing_modules() -> tuple[str, ...]:
    return tuple(name for name in MODULES if not _is_there(name))


def _is_there(name: str) -> bool:
    """What is loaded need not say where from."""
    if name in sys.modules:
        return sys.modules[name] is not None
    return importlib.util.find_spec(name) is not None


def site_packages(folder: Path) -> Path:
    """Where the packages lie in a folder that the user chose: a virtual environment, or pip's --target."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    inside = (folder / "lib" / version / "site-packages", folder / "Lib" / "site-packages")
    return next((place for place in inside if os.path.isdir(place)), folder)


def add_to_path(folder: Path) -> None:
    """Adds a folder to sys.path, at the end, so that QGIS's own packages come first until the engine loads.

    Only if it holds the packages: an incompletely typed path may be a folder too. As the engine loads,
    own_packages serves those of the folder that was added last.
    """
    place = site_packages(folder)
    if not holds_packages(folder):
        return
    path, own_packages.folder = _path_with(place), place
    if path != sys.path:
        sys.path[:] = path
        importlib.invalidate_caches()


def holds_packages(folder: Path) -> bool:
    place = site_packages(folder)
    return any(os.path.isdir(place / name) or os.path.isfile(place / f"{name}.py") for name in MODULES)


def fault_of(folder: str) -> str:
    """Why a folder that the user chose does not serve, and what to do; "" where it does, or where none is."""
    if not folder:
        return ""
    if not os.path.isdir(folder):  # which also takes what no path can be
        return tr("There is no such folder: choose one that is there.")
    if not holds_packages(Path(folder)):
        return tr("This folder holds no torch: choose the one that the packages were installed into.")
    return ""


def _path_with(place: Path) -> list[str]:
    """Of two folders the one before would win; once torch is loaded, its parts still come from there."""
    older = own_packages.folder
    is_in_the_way = older not in (None, place) and "torch" not in sys.modules
    path = [each for each in sys.path if not (is_in_the_way and each == str(older))]
    return path if str(place) in path else [*path, str(place)]


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


def order_now(device: str) -> TestOrder:
    """How the packages are to be tried out, with what Python finds and refuses here."""
    return _order(sys.path, own_packages.folder, own_packages.served, device)


def order_with(folder: Path, device: str) -> TestOrder:
    """The same once add_to_path() has added the folder, and own_packages serves what is in it."""
    place, packages = site_packages(folder), OwnPackages()
    packages.folder = place
    return _order(_path_with(place), place, packages.would_serve(), device)


def _order(path: Sequence[str], folder: Optional[Path], served: frozenset[str], device: str) -> TestOrder:
    refused = [name for name, module in list(sys.modules.items()) if module is None]
    return TestOrder(
        python=str(interpreter()),
        package=__name__.partition(".plugin.")[0],
        path=tuple(map(str, path)),
        refused=tuple(sorted(refused)),
        folder=str(folder),
        served=tuple(sorted(served)),
        libraries=loaded_libraries(),
        device=device,
    )


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
        "AskMap's engine needs packages that this QGIS does not have ({packages}). Install them here, or "
        "choose a folder that already holds them."
    ).format(packages=", ".join(missing))
