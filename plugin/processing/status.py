"""The Processing algorithm «askmap:status»: what works here and what is missing, without loading anything."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputBoolean,
    QgsProcessingOutputString,
    QgsProcessingParameterFileDestination,
)

from ...backend.atomic import atomic_write
from ...backend.engine.protocols import OWN, QGIS
from ...backend.errors import NotWritten
from ...backend.service.client import running_service
from ...backend.status import RunsIn, Status, status_document, status_lines, status_of
from ..backend_messages import error_text
from ..language import tr
from ..models.graphics import graphics_cards, memory_for
from ..runtime.engine_choice import engine_choice
from ..runtime.environment import site_packages
from ..runtime.installed_packages import packages_folder
from ..settings import Settings, SettingsStore


class StatusAlgorithm(QgsProcessingAlgorithm):
    def __init__(self, settings: Optional[SettingsStore] = None) -> None:
        super().__init__()
        self._settings = settings or SettingsStore()

    def createInstance(self) -> StatusAlgorithm:
        return StatusAlgorithm(self._settings)

    def name(self) -> str:
        return "status"

    def displayName(self) -> str:
        return tr("Say what works here")

    def shortHelpString(self) -> str:
        return tr(
            "Whether a question can be asked, and if not, what is missing and what to do: packages, models, "
            "device and memory. No model is loaded and no server asked, so it takes a moment."
        )

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        self.addParameter(
            QgsProcessingParameterFileDestination(
                "DOCUMENT", tr("JSON document"), "JSON (*.json)", optional=True, createByDefault=False
            )
        )
        self.addOutput(QgsProcessingOutputBoolean("READY", tr("Ready")))
        self.addOutput(QgsProcessingOutputString("PROBLEMS", tr("Problems")))
        self.addOutput(QgsProcessingOutputString("TEXT", tr("JSON document, as text")))

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        self._now = self._settings.now
        return True

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        status = status_here(self._now)
        for line in status_lines(status):
            feedback.pushInfo(line)
        problems = "\n".join(error_text(fault) for fault in status.faults)
        text = json.dumps(status_document(status), indent=2)
        found = {"READY": status.is_ready, "PROBLEMS": problems, "TEXT": text}
        file = self.parameterAsFileOutput(parameters, "DOCUMENT", context)
        if file:
            _write(text, file)
            found["DOCUMENT"] = file
        return found


def status_here(settings: Settings) -> Status:
    """For a worker thread: a driver may take seconds to answer. The engine finds its own packages first."""
    engine = settings.engine()
    paths = [str(site_packages(packages_folder(settings))), *sys.path]
    graphics = memory_for(engine.device, graphics_cards())
    return status_of(engine, _runs_in(engine.process), paths=paths, graphics=graphics)


def _runs_in(process: str) -> RunsIn:
    """As EngineService will choose, as far as it has not chosen yet."""
    latest = engine_choice.latest
    if process != QGIS and running_service() is not None:
        return RunsIn.SERVICE
    if process != "auto":
        return RunsIn.OWN if process == OWN else RunsIn.HERE
    if latest is None:
        return RunsIn.UNDECIDED
    return RunsIn.OWN if latest.is_own else RunsIn.HERE


def _write(text: str, file: str) -> None:
    try:
        with atomic_write(Path(file)) as draft:
            draft.write_text(text, encoding="utf-8")
    except NotWritten as error:
        raise QgsProcessingException(error_text(error)) from error
