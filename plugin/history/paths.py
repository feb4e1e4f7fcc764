"""Paths of a project's history and of its answers' files: beside it, or else in the profile."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Optional
from uuid import uuid4

from qgis.core import QgsApplication, QgsProject

from ...backend.history.places import MARK

_DIGITS = 16  # of a hash: enough for more projects than anyone has


@dataclass(frozen=True)
class HistoryPlace:
    history: Path
    layers: Path  # the folder of the answers' files


def unsaved_folder() -> Path:
    """Not in QGIS's temporary folder, which does not outlive a killed QGIS."""
    return profile_folder() / "unsaved"


def unsaved_place() -> HistoryPlace:
    return _place(unsaved_folder(), uuid4().hex)


def place_beside(project: QgsProject) -> Optional[HistoryPlace]:
    """None for a project without a file of its own: not saved yet, or saved in a database."""
    if not project.fileName() or project.projectStorage() is not None:
        return None
    file = Path(project.fileName())
    return _place(file.parent, f"{file.stem}{MARK}")


def place_in_profile(project: QgsProject) -> HistoryPlace:
    """The same for the same project. Its address is hashed, because one of a database may hold a password."""
    address = hashlib.sha256(project.fileName().encode()).hexdigest()
    return _place(profile_folder() / "projects", address[:_DIGITS])


def is_writable(folder: Path) -> bool:
    """Whether files can be created in it, once it and its parents exist."""
    there = next(each for each in (folder, *folder.parents) if each.exists())
    return there.is_dir() and os.access(there, os.W_OK | os.X_OK)


def _place(folder: Path, stem: str) -> HistoryPlace:
    return HistoryPlace(folder / f"{stem}.gpkg", folder / stem)


def profile_folder() -> Path:
    return Path(QgsApplication.qgisSettingsDirPath()) / "askmap"
