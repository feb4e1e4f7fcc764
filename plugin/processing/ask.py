"""The algorithm «Ask a question about a raster»: the engine without the dock."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFile,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorDestination,
)

from ...backend.entries.attributes import metadata
from ...backend.errors import AskMapError, Cancelled, NotWritten, UnreadableRaster
from ...backend.outputs.destinations import check_outputs
from ...backend.outputs.geotiff import check_place, write_mask
from ...backend.outputs.rescue import rescue
from ...backend.outputs.vector import form_of, format_of, layers_in, write_answer, written_as
from ...backend.reasoner.prompt import question_from
from ...backend.stages import Answer, Event, Progress
from ..backend_messages import error_text, translate
from ..language import tr
from ..map.view import FileView, is_file, layer_view
from ..runtime.engine_service import Load
from ..runtime.environment import see
from ..runtime.task import window_alive
from ..settings import DEVICES, Settings, SettingsStore


class AskAlgorithm(QgsProcessingAlgorithm):
    def __init__(self, load: Load, settings: Optional[SettingsStore] = None) -> None:
        super().__init__()
        self._load, self._stored = load, settings or SettingsStore()

    def createInstance(self) -> AskAlgorithm:
        return AskAlgorithm(self._load, self._stored)

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
        self.addParameter(QgsProcessingParameterRasterLayer("INPUT", tr("Raster")))
        self.addParameter(QgsProcessingParameterString("QUESTION", tr("Question"), multiLine=True))
        self.addParameter(QgsProcessingParameterExtent("EXTENT", tr("Part of the raster"), optional=True))
        for name, text in (("REASONER", tr("Reasoner")), ("SEGMENTER", tr("Segmenter"))):
            folder = QgsProcessingParameterFile.Behavior.Folder
            self._add_advanced(QgsProcessingParameterFile(name, text, folder, optional=True))
        self._add_advanced(QgsProcessingParameterEnum("DEVICE", tr("Device"), DEVICES, optional=True))
        polygons = QgsProcessing.SourceType.TypeVectorPolygon
        self.addParameter(QgsProcessingParameterVectorDestination("OUTPUT", tr("Targets"), polygons))
        mask = QgsProcessingParameterRasterDestination(
            "MASK", tr("Mask"), optional=True, createByDefault=False
        )
        self.addParameter(mask)
        self.addOutput(QgsProcessingOutputString("THOUGHT", tr("Reasoning")))

    def _add_advanced(self, parameter: QgsProcessingParameterDefinition) -> None:
        parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)  # type: ignore[attr-defined]
        self.addParameter(parameter)

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Copies what the work needs to know of the layer; runs on the layer's own thread."""
        try:
            self._question = question_from(self.parameterAsString(parameters, "QUESTION", context))
            self._view = self._view_of(parameters, context)
        except AskMapError as error:
            raise QgsProcessingException(error_text(error)) from error
        self._settings = self._settings_of(parameters, context)
        see(self._settings.environment_folder())
        return True

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        polygons = self.parameterAsOutputLayer(parameters, "OUTPUT", context)
        mask = self.parameterAsOutputLayer(parameters, "MASK", context)
        try:
            with window_alive:
                _check(polygons, mask, self._view.path, self._settings)
                answer = self._answer(feedback, polygons, mask)
                return _write(answer, polygons, mask)
        except AskMapError as error:
            raise QgsProcessingException(error_text(error)) from error
        except Cancelled:
            return {}

    def _view_of(self, parameters: dict[str, Any], context: QgsProcessingContext) -> FileView:
        layer = self.parameterAsRasterLayer(parameters, "INPUT", context)
        if not is_file(layer):
            raise UnreadableRaster(
                tr("This layer has no pixels of its own that could be read."),
                tr("Save it as a GeoTIFF first, or ask in AskMap's dock, which can look at any layer."),
            )
        return layer_view(layer, self.parameterAsExtent(parameters, "EXTENT", context, layer.crs()))

    def _settings_of(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Settings:
        """The user's settings, with what the parameters of this run override."""
        settings = self._stored.now
        reasoner = self.parameterAsString(parameters, "REASONER", context)
        segmenter = self.parameterAsString(parameters, "SEGMENTER", context)
        device = settings.device
        if parameters.get("DEVICE") is not None:
            device = DEVICES[self.parameterAsEnum(parameters, "DEVICE", context)]
        return replace(
            settings,
            reasoner=reasoner or settings.reasoner,
            segmenter=segmenter or settings.segmenter,
            device=device,
        )

    def _answer(self, feedback: QgsProcessingFeedback, polygons: str, mask: str) -> Answer:
        steps = [""]

        def report(event: Event) -> None:
            if feedback.isCanceled():
                raise Cancelled
            if isinstance(event, Progress):
                feedback.setProgress(100 * event.fraction)
            if (
                isinstance(event, Progress) and event.step != steps[-1]
            ):  # every text stays in the log, so none twice
                steps.append(event.step)
                feedback.setProgressText(translate(event.step))

        scene = replace(self._view, stretch=self._settings.stretch).read(report)
        format_of(written_as(polygons), scene.grid)
        if mask:
            check_place(scene.grid)
        answer = self._load(self._settings.engine(), report).answer(scene, self._question, report)
        feedback.pushInfo(answer.grounding.thought)
        feedback.pushInfo(tr("Targets found: {count}").format(count=len(answer.grounding.targets)))
        for warning in answer.provenance.warnings:
            feedback.pushWarning(translate(warning))
        return answer


def _check(polygons: str, mask: str, raster: str, settings: Settings) -> None:
    """Checks the outputs before anything is read; raises NotWritten."""
    path = written_as(polygons)
    form_of(path)
    engine = settings.engine()
    outputs = [path, Path(mask)] if mask else [path]
    check_outputs(outputs, [raster], (engine.reasoner, engine.segmenter), layers_in(path))


def _write(answer: Answer, polygons: str, mask: str) -> dict[str, Any]:
    try:
        written = {"OUTPUT": str(write_answer(answer, polygons)), "THOUGHT": answer.grounding.thought}
    except NotWritten as error:
        raise QgsProcessingException(f"{error_text(error)} {_rescue(answer, polygons)}") from error
    if mask:
        write_mask(answer.masks.union, answer.grid, mask, metadata=metadata(answer))
        written["MASK"] = mask
    return written


def _rescue(answer: Answer, polygons: str) -> str:
    """Writes the answer to another place; a sentence that says where."""
    try:
        return tr("The answer is kept in {path}.").format(path=rescue(answer, Path(polygons)))
    except NotWritten as error:
        return error_text(error)
