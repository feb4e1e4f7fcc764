"""The Processing algorithm «askmap:ask»: a question about a raster, answered into files."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Optional

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
)

from ...backend.errors import AskMapError, Cancelled
from ...backend.raster.stretch import Stretch
from ...backend.stages import Answer, Event, Grounding, Progress, Report
from ..backend_messages import error_text, translate
from ..language import tr
from ..runtime.engine_service import Load
from ..runtime.environment import add_to_path
from ..runtime.installed_packages import packages_folder
from ..runtime.task import window_alive
from ..servers.access import engine_settings
from ..servers.consent import refuse_unasked
from ..settings import SettingsStore
from .outputs import Destinations
from .parameters import define_outputs, define_parameters, read_parameters


class AskAlgorithm(QgsProcessingAlgorithm):
    def __init__(self, load: Load, settings: Optional[SettingsStore] = None) -> None:
        super().__init__()
        self._load, self._settings = load, settings or SettingsStore()

    def createInstance(self) -> AskAlgorithm:
        return AskAlgorithm(self._load, self._settings)

    def name(self) -> str:
        return "ask"

    def displayName(self) -> str:
        return tr("Ask a question about a raster")

    def shortHelpString(self) -> str:
        return tr(
            "A multimodal language model on this computer reasons about the question and points, and a "
            "segmenter turns that into polygons and a mask. The question may name a function or an "
            "implication («where could a helicopter land?»). Nothing found is an answer too: no polygons, "
            "and the log says why."
        )

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        for parameter in define_parameters():
            self.addParameter(parameter)
        for output in define_outputs():
            self.addOutput(output)

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Copies what the work needs to know of the layer; runs on the layer's own thread."""
        try:
            self._asked = read_parameters(self, parameters, context, self._settings.now)
            self._engine = engine_settings(self._asked.settings)
            refuse_unasked(self._engine, self._settings)
        except AskMapError as error:
            raise QgsProcessingException(error_text(error)) from error
        add_to_path(packages_folder(self._asked.settings))
        return True

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        destinations = Destinations(
            self.parameterAsOutputLayer(parameters, "OUTPUT", context),
            self.parameterAsOutputLayer(parameters, "MASK", context),
        )
        try:
            with window_alive:
                destinations.check(self._asked.view.path, self._engine)
                return destinations.write(self._answer(feedback, destinations))
        except AskMapError as error:
            raise QgsProcessingException(error_text(error)) from error
        except Cancelled:
            return {}

    def _answer(self, feedback: QgsProcessingFeedback, destinations: Destinations) -> Answer:
        asked, report = self._asked, _report_to(feedback)
        scene = replace(asked.view, stretch=Stretch(asked.settings.stretch)).read(report)
        destinations.check_grid(scene.grid)
        answer = self._load(self._engine, report).answer(scene, asked.question, report)
        feedback.pushInfo(answer.grounding.thought)
        feedback.pushInfo(_came_to(answer.grounding))
        for warning in answer.provenance.warnings:
            feedback.pushWarning(translate(warning))
        return answer


def _came_to(grounding: Grounding) -> str:
    if grounding.is_unknown:
        return tr("The model does not know what that looks like: no polygons, whether it is there or not.")
    return tr("Targets found: {count}").format(count=len(grounding.targets))


def _report_to(feedback: QgsProcessingFeedback) -> Report:
    """Shows progress and raises Cancelled; every text stays in the log, so none is shown twice."""
    steps = [""]

    def report(event: Event) -> None:
        if feedback.isCanceled():
            raise Cancelled
        if isinstance(event, Progress):
            feedback.setProgress(100 * event.fraction)
        if isinstance(event, Progress) and event.step != steps[-1]:
            steps.append(event.step)
            feedback.setProgressText(translate(event.step))

    return report
