"""The provider «AskMap» of the Processing toolbox."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ...backend.outputs.formats import answer_formats
from ..runtime.engine_service import Load
from ..settings import ICON, SettingsStore
from .ask import AskAlgorithm
from .status import StatusAlgorithm


class Provider(QgsProcessingProvider):
    def __init__(self, load: Load, settings: Optional[SettingsStore] = None) -> None:
        super().__init__()
        self._load, self._settings = load, settings or SettingsStore()

    def id(self) -> str:
        return "askmap"

    def name(self) -> str:
        return "AskMap"

    def icon(self) -> QIcon:
        return QIcon(str(ICON))

    def loadAlgorithms(self) -> None:
        self.addAlgorithm(AskAlgorithm(self._load, self._settings))
        self.addAlgorithm(StatusAlgorithm(self._settings))

    def supportedOutputVectorLayerExtensions(self) -> list[str]:
        return [ending.lstrip(".") for ending in answer_formats()]

    def supportedOutputRasterLayerExtensions(self) -> list[str]:
        return ["tif"]
