"""A report on this installation for developers, without personal data.

It is always in English, and never imports torch.
"""

from __future__ import annotations

import platform
import sys
import traceback
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timezone
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Optional

import numpy
from qgis.core import Qgis, QgsApplication
from qgis.PyQt.QtCore import PYQT_VERSION_STR, QSysInfo, qVersion
from qgis.PyQt.QtWidgets import QApplication

from ...backend.engine.kinds import kind_of
from ...backend.engine.local_kind import LOCAL
from ...backend.models.system_memory import all_here, free_here
from ...backend.packages.requirements import REQUIREMENTS
from ...backend.raster.reading import GDAL_VERSION
from ...backend.resources import ROOT
from ...backend.stages import Provenance
from ...backend.version import __version__
from ..settings import Settings, SettingsStore
from .engine_choice import EnginePlace, engine_choice
from .redaction import impersonal, nameless

ERRORS_KEPT = 20
MODELS = ("reasoner", "segmenter")  # settings whose folder is named after the model
PLACES = ("output_folder", "environment")  # settings whose path may name the user


@dataclass(frozen=True)
class Noted:
    """An error that happened, as text only."""

    when: str  # ISO 8601, UTC
    kind: str  # its class and those of what caused it
    sentence: str
    frames: tuple[str, ...]  # lines of our own package alone


class Diagnostics:
    def __init__(self, settings: Optional[SettingsStore] = None) -> None:
        self._settings = settings or SettingsStore()
        self._errors: deque[Noted] = deque(maxlen=ERRORS_KEPT)
        self._latest: Optional[Provenance] = None

    def note(self, error: BaseException) -> None:
        now = datetime.now(timezone.utc).isoformat(timespec="seconds")
        kinds = " from ".join(type(each).__name__ for each in _causes(error))
        self._errors.append(Noted(now, kinds, impersonal(error), tuple(_frames(error))))

    def note_answer(self, provenance: Provenance) -> None:
        """The models and the device that really answered last."""
        self._latest = provenance

    def report(self) -> str:
        """Markdown."""
        parts = {
            "AskMap's diagnostics": _versions(),
            "Device and models": self._engine(),
            "Settings": _settings(self._settings.now),
            "Last errors": self._error_lines() or ["None since QGIS started."],
        }
        return "\n".join(f"## {title}\n\n" + "\n".join(lines) + "\n" for title, lines in parts.items())

    def copy_report(self) -> None:
        QApplication.clipboard().setText(self.report())

    def _engine(self) -> list[str]:
        here = [
            _line("Main memory", f"{_gigabytes(free_here())} free of {_gigabytes(all_here())}"),
            _line("Process", _process(engine_choice.latest)),
        ]
        if self._latest is None:
            loaded = "torch is" if "torch" in sys.modules else "torch is not"
            return [*here, _line("Device", f"no question was answered since QGIS started; {loaded} loaded")]
        one = self._latest
        times = ", ".join(f"{step} {seconds:.2f}" for step, seconds in one.times_s.items())
        return [
            *here,
            _line("Device", one.device),
            _line("Reasoner", f"{one.reasoner}, SHA-256 {one.reasoner_digest}"),
            _line("Segmenter", f"{one.segmenter}, SHA-256 {one.segmenter_digest}"),
            _line("Seconds of the last answer", times),
        ]

    def _error_lines(self) -> list[str]:
        lines = []
        for error in self._errors:
            lines.append(_line(f"{error.when} {error.kind}", error.sentence))
            lines += [f"    - {nameless(frame)}" for frame in error.frames]
        return lines


def _process(place: Optional[EnginePlace]) -> str:
    if place is None:
        return "no engine that needs packages was loaded since QGIS started"
    why = f"{place.why.value}: {impersonal(place.error)}" if place.error else place.why.value
    return f"{'of its own' if place.is_own else 'QGIS'}, because {why}"


def _versions() -> list[str]:
    system = f"{QSysInfo.prettyProductName()}, {platform.system()} {platform.release()}"
    packages = [requirement.split("=")[0].rstrip("<>") for requirement in REQUIREMENTS]
    return [
        _line("AskMap", __version__),
        _line("QGIS", f"{Qgis.QGIS_VERSION}, in the language {QgsApplication.locale()}"),
        _line("Qt", f"{qVersion()}, PyQt {PYQT_VERSION_STR}"),
        _line("Python", platform.python_version()),
        _line("GDAL", GDAL_VERSION),
        _line("numpy", numpy.__version__),
        *(_line(package, _installed(package)) for package in packages),
        _line("System", f"{system}, {platform.machine()}"),
    ]


def _settings(settings: Settings) -> list[str]:
    values = {name: str(value) for name, value in vars(settings).items() if value != ""}
    values.update({name: f"a folder «{Path(values[name]).name}»" for name in MODELS if name in values})
    kind = kind_of(settings.engine())
    if kind is not LOCAL:  # an address may hold a key
        values["reasoner"] = f"an engine of the kind «{kind.name}»"
    values.update({name: "a folder" for name in PLACES if name in values})
    return [_line(name, values.get(name, "not set")) for name in vars(settings)]


def _line(name: str, value: str) -> str:
    """All that was found on this computer goes into the report through here."""
    return f"- {name}: {nameless(value)}"


def _installed(package: str) -> str:
    """By its metadata: importing torch takes seconds."""
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


def _gigabytes(size: Optional[int]) -> str:
    return "an unknown amount" if size is None else f"{size / 1e9:.1f} GB"


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The error and those it was raised from, the first cause last."""
    seen: list[BaseException] = []
    current: Optional[BaseException] = error
    while current is not None and current not in seen:
        seen.append(current)
        current = current.__cause__
    return iter(seen)


def _frames(error: BaseException) -> Iterator[str]:
    for each in _causes(error):
        for frame in traceback.extract_tb(each.__traceback__):
            place = Path(frame.filename)
            if ROOT in place.parents:
                yield f"{place.relative_to(ROOT).as_posix()} line {frame.lineno} in {frame.name}"
