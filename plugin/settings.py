"""The user's settings as a frozen class that checks itself, and how they are stored in QGIS's settings.

Each field is one of QGIS's typed entries under plugins/askmap. The constructor that takes a plugin's name is
the one way that serves QGIS 3.22 to 3.44: QgsSettingsTree came with 3.30. What stands in the file is checked
here all the same, because an entry reads any word as True and as the number 0.
"""

from __future__ import annotations

import os
from dataclasses import Field, dataclass, fields, replace
from enum import Enum
from pathlib import Path
from typing import Any, Optional, TypeVar, Union

from qgis.core import (
    QgsApplication,
    QgsSettings,
    QgsSettingsEntryBool,
    QgsSettingsEntryDouble,
    QgsSettingsEntryInteger,
    QgsSettingsEntryString,
)
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..backend.engine.kinds import reasoner_from
from ..backend.engine.protocols import DTYPES, OWN, QGIS, EngineSettings, is_device
from ..backend.formats import FORMATS
from ..backend.raster.stretch import Stretch
from ..backend.resources import resources
from .language import LANGUAGES

PLUGIN = "askmap"
ICON = resources("icon.svg")
DEVICES = ("auto", "cuda", "mps", "cpu")
FORMAT_NAMES = ("auto", *FORMATS)
VIEWS = ("native", "seen")
PROCESSES = ("auto", QGIS, OWN)
HOTTEST = 2.0  # beyond it a model writes at random
LARGEST_SEED = 2**31 - 1  # what a QSpinBox holds
LONGEST_MIN = 7 * 24 * 60

_ENTRIES = {
    str: QgsSettingsEntryString,
    bool: QgsSettingsEntryBool,
    int: QgsSettingsEntryInteger,
    float: QgsSettingsEntryDouble,
}
MOST_LETTERS = 100_000  # of any text; what is typed into a question is far shorter
MOST_IN_PATH, MOST_IN_NAME = 4096, 255  # bytes, of a place and of each name in it
_PLACES = ("reasoner", "segmenter", "output_folder", "environment", "folder")
_TRUTHS = {"true": True, "1": True, "false": False, "0": False}
Stored = TypeVar("Stored")  # a frozen dataclass with a default for every field


@dataclass(frozen=True)
class Settings:
    reasoner: str = ""  # a folder, or what another kind of engine is chosen by; "" = the bundled one
    segmenter: str = ""  # a folder or a .pt file; "" = the bundled one
    device: str = "auto"  # "auto", "cuda", "cuda:1", "mps" or "cpu"
    format: str = "auto"  # a name in formats.FORMATS; "auto" = what the reasoner's folder says
    output_folder: str = ""  # where GeoPackages go; "" = beside the project, or in the profile
    environment: str = ""  # a folder with the engine's packages; "" = the one in the profile
    view: str = "native"  # what is read of a raster file at first: its "native" pixels, or as "seen"
    stretch: str = Stretch.PERCENTILES.value  # of a Stretch, for rasters of more than 8 bits
    language: str = ""  # of the interface; "" = QGIS's
    answer_language: str = ""  # "" = the question's
    temperature: float = 0.0  # 0 = greedy
    seed: int = 0  # of the sampling
    welcomed: bool = False  # whether the introduction was read
    process: str = "auto"  # that the engine runs in: "qgis", "own"; "auto" = in QGIS, where its packages work
    server_key: str = ""  # of QGIS's authentication store: the configuration that holds a server's key
    servers_agreed: str = ""  # hosts to which pixels may be sent, with spaces between them
    hub: str = ""  # the address that models are fetched from; "" = that of resources/servers.json
    hub_key: str = ""  # of an account there, as server_key
    dtype: str = "auto"  # of DTYPES, that the reasoner computes in; "auto" = what suits model and device
    unload_min: int = 30  # minutes without a question, after which the models are freed; 0 = never

    def __post_init__(self) -> None:
        choices = (
            (self.format, FORMAT_NAMES),
            (self.view, VIEWS),
            (self.stretch, [each.value for each in Stretch]),
            (self.language, ("", *LANGUAGES)),
            (self.answer_language, ("", *LANGUAGES)),
            (self.process, PROCESSES),
            (self.dtype, DTYPES),
        )
        for value, allowed in choices:
            if value not in allowed:
                raise ValueError(f"«{value}» is none of {', '.join(allowed)}")
        if not is_device(self.device):
            raise ValueError(f"«{self.device}» is none of the devices")
        if not 0 <= self.unload_min <= LONGEST_MIN:
            raise ValueError(f"nothing is freed after {self.unload_min} minutes")
        if not (0 <= self.temperature <= HOTTEST and 0 <= self.seed <= LARGEST_SEED):
            raise ValueError(f"nothing can be sampled at {self.temperature} with the seed {self.seed}")

    def engine(self) -> EngineSettings:
        bundled = EngineSettings()
        return EngineSettings(
            reasoner=reasoner_from(self.reasoner) if self.reasoner else bundled.reasoner,
            segmenter=Path(self.segmenter) if self.segmenter else bundled.segmenter,
            device=self.device,
            format=self.format,
            temperature=self.temperature,
            seed=self.seed,
            process=self.process,
            dtype=self.dtype,
        )

    def environment_folder(self) -> Path:
        if self.environment:
            return Path(self.environment)
        return Path(QgsApplication.qgisSettingsDirPath()) / "askmap" / "environment"


class SettingsStore(QObject):
    """The settings while the plugin is loaded: read once, and taken from here by all parts."""

    changed = pyqtSignal(object)  # Settings

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._now = read_settings()

    @property
    def now(self) -> Settings:
        return self._now

    def write(self, settings: Settings) -> None:
        """Always emits `changed`: keys, which are stored elsewhere, are applied at the same time."""
        write_settings(settings)
        self._now = read_settings()
        self.changed.emit(self._now)

    def read_anew(self) -> None:
        """Reads again what another QGIS with the same profile may have changed."""
        before, self._now = self._now, read_settings()
        if self._now != before:
            self.changed.emit(self._now)


def read_settings() -> Settings:
    return read_into(Settings())


def write_settings(settings: Settings) -> None:
    write_fields(settings)


def read_into(defaults: Stored, branch: str = "") -> Stored:
    """The stored values; the default where nothing valid is stored."""
    return _read_valid(defaults, branch)[0]


def write_fields(values: object, branch: str = "") -> None:
    """All at once: each QgsSettingsEntry would write QGIS's whole file, in some ten milliseconds.

    An invalid value stays in the file until a value other than the default replaces it.
    """
    _, spoilt = _read_valid(type(values)(), branch)
    file = QgsSettings()
    for field in fields(values):  # type: ignore[arg-type]
        value = vars(values)[field.name]
        if field.name not in spoilt or value != field.default:
            entry = _entry(field, branch)
            file.setValue(entry.key(), _plain(value), entry.section())


def _read_valid(defaults: Stored, branch: str) -> tuple[Stored, set[str]]:
    """The stored values, and the names of those that are not valid."""
    found, spoilt = defaults, set()
    for field in fields(defaults):  # type: ignore[arg-type]
        stored = _entry(field, branch).valueAsVariant()
        try:
            value = _convert(stored, type(field.default))
            _check_text(field.name, value)
            found = replace(found, **{field.name: value})  # type: ignore[type-var]
        except (ValueError, OverflowError):
            spoilt.add(field.name)
    return found, spoilt


def _check_text(name: str, value: object) -> None:
    """ValueError for text that no window can show, or that no disk can have as a path."""
    if not isinstance(value, str):
        return
    if len(value) > MOST_LETTERS or "\0" in value or any("\ud800" <= letter <= "\udfff" for letter in value):
        raise ValueError("that is no text")
    if name in _PLACES:
        parts = os.fsencode(value).replace(b"\\", b"/").split(b"/")
        if max(map(len, parts)) > MOST_IN_NAME or sum(map(len, parts)) > MOST_IN_PATH:
            raise ValueError("that is no place")


def _entry(field: Field[Any], branch: str) -> Any:
    default = _plain(field.default)
    return _ENTRIES[type(default)](branch + field.name, PLUGIN, default)


def _plain(value: Any) -> Any:
    """An enum is stored as its text."""
    return value.value if isinstance(value, Enum) else value


def _convert(stored: object, kind: type) -> Union[str, bool, int, float]:
    """A value that the user wrote into the file by hand is text; ValueError where it has another type."""
    if issubclass(kind, str) and not isinstance(stored, str):  # a comma makes a list of it
        raise ValueError(f"{stored!r} is no text")
    if kind is not bool:
        return kind(str(stored))
    if str(stored).lower() not in _TRUTHS:
        raise ValueError(f"{stored!r} is neither true nor false")
    return _TRUTHS[str(stored).lower()]
