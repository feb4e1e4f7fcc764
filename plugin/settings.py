"""What a user sets, as a frozen class, and its place in QGIS's settings."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path

from qgis.core import QgsApplication, QgsSettings

from ..backend.engine import EngineSettings

SECTION = "askmap"  # QgsSettingsTree is not there before QGIS 3.30


@dataclass(frozen=True)
class Settings:
    reasoner: str = ""  # a folder; "" = the bundled one
    segmenter: str = ""  # a folder or a .pt file; "" = the bundled one
    device: str = "auto"  # "auto", "cuda", "mps" or "cpu"
    format: str = "auto"  # a name in prompt.FORMATS; "auto" = what the reasoner's folder says
    output_folder: str = ""  # where GeoPackages go; "" = a temporary folder
    environment: str = ""  # a folder with the engine's packages; "" = the one in the profile

    def engine(self) -> EngineSettings:
        bundled = EngineSettings()
        return EngineSettings(
            reasoner=Path(self.reasoner) if self.reasoner else bundled.reasoner,
            segmenter=Path(self.segmenter) if self.segmenter else bundled.segmenter,
            device=self.device,
            format=self.format,
        )

    def environment_folder(self) -> Path:
        if self.environment:
            return Path(self.environment)
        return Path(QgsApplication.qgisSettingsDirPath()) / "askmap" / "environment"


def read_settings() -> Settings:
    stored = QgsSettings()
    values = {
        field.name: stored.value(f"{SECTION}/{field.name}", field.default, type=str)
        for field in fields(Settings)
    }
    return Settings(**values)


def write_settings(settings: Settings) -> None:
    stored = QgsSettings()
    for field in fields(Settings):
        stored.setValue(f"{SECTION}/{field.name}", getattr(settings, field.name))
